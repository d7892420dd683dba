"""Symbols of Kato's paper.  SI units.

The four states of the electron are vectors in the basis |k↑⟩, |k↓⟩, |−k↑⟩, |−k↓⟩, in this order: k is a clockwise
motion, −k a counter-clockwise one.  The functions of VIII run over the applied field H.
"""

from verify.claims import function, symbol
from verify.units import (
    DIMENSIONLESS,
    ENERGY,
    MAGNETIC_FIELD,
    MAGNETIC_FIELD_STRENGTH,
    MAGNETIC_MOMENT,
    PERMEABILITY,
    TEMPERATURE,
    VOLUME,
)

# constants and what the whole paper speaks of
mu_0 = symbol("mu_0", r"\mu_0", "vacuum permeability", PERMEABILITY, positive=True)
k_B = symbol("k_B", r"k_B", "Boltzmann constant", ENERGY / TEMPERATURE, positive=True)
mu_B = symbol("mu_B", r"\mu_B", "Bohr magneton", MAGNETIC_MOMENT, positive=True)
T = symbol("T", r"T", "temperature", TEMPERATURE, positive=True)
B_ring = symbol(
    "B_ring", r"B_{\mathrm{ring},ns,X}", "magnitude of the field of the ring current", MAGNETIC_FIELD, positive=True
)

# II to V

# VI

# VII

# VIII
H = symbol("H_applied", r"H_{\mathrm{applied}}", "applied field", MAGNETIC_FIELD_STRENGTH, nonnegative=True)
H_c = symbol("H_c", r"H_c", "critical field", MAGNETIC_FIELD_STRENGTH, positive=True)
v_SC = symbol("v_SC", r"v_{SC}", "volume of the superconductor", VOLUME, positive=True)
f_Bose = function(
    "f_Bose", r"f_{\mathrm{Bose}}", "ratio of the bosonic properties", DIMENSIONLESS, variables=(H,), real=True
)
f_electronic = function(
    "f_electronic",
    r"f_{\mathrm{electronic}}",
    "electronic part of the order parameter",
    DIMENSIONLESS,
    variables=(H,),
    real=True,
)
f_magnetic = function(
    "f_magnetic",
    r"f_{\mathrm{magnetic}}",
    "magnetic part of the order parameter",
    DIMENSIONLESS,
    variables=(H,),
    real=True,
)
Psi_GL = function("Psi_GL", r"\Psi_{GL}", "order parameter", DIMENSIONLESS, variables=(H,), real=True)
E_gap = function(
    "E_gap",
    r"E_{\mathrm{gap},N}",
    "energy difference of the normal and the superconducting state",
    ENERGY,
    variables=(H,),
    real=True,
)
E_electronic = function(
    "E_electronic", r"E_{\mathrm{electronic}}", "electronic stabilisation energy", ENERGY, variables=(H,), real=True
)
E_magnetic = function("E_magnetic", r"E_{\mathrm{magnetic}}", "magnetic energy", ENERGY, variables=(H,), real=True)
E_gap_electronic = function(
    "E_gap_electronic",
    r"E_{\mathrm{gap},N,\mathrm{electronic}}",
    "electronic part of the energy difference",
    ENERGY,
    variables=(H,),
    real=True,
)
