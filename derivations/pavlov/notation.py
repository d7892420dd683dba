"""Symbols of Pavlov (2025).  SI units; e is the elementary charge, a positive magnitude.

The paper writes v for the speed on the ring and for the speed in helium.  They are two
quantities, and are kept apart here as v and v_He.
"""

from verify.claims import symbol
from verify.units import (
    ANGULAR_MOMENTUM,
    CHARGE,
    CURRENT,
    DIMENSIONLESS,
    ENERGY,
    FORCE,
    INDUCTANCE,
    LENGTH,
    MAGNETIC_FLUX,
    MASS,
    MOMENTUM,
    PERMITTIVITY,
    TIME,
    VELOCITY,
)

# constants
h = symbol("h", r"h", "Planck constant", ANGULAR_MOMENTUM, positive=True)
hbar = symbol("hbar", r"\hbar", "reduced Planck constant", ANGULAR_MOMENTUM, positive=True)
e = symbol("e", r"e", "elementary charge", CHARGE, positive=True)
m_e = symbol("m_e", r"m_e", "electron mass", MASS, positive=True)
epsilon_0 = symbol("epsilon_0", r"\epsilon_0", "vacuum permittivity", PERMITTIVITY, positive=True)
a_0 = symbol("a_0", r"a_0", "Bohr radius", LENGTH, positive=True)

# the ring
R = symbol("R", r"R", "radius of the circular contour", LENGTH, positive=True)
v = symbol("v", r"v", "speed of the charge on the ring", VELOCITY, positive=True)
v_2 = symbol("v_2", r"v_2", "speed of two electrons that share one hbar", VELOCITY, positive=True)
p = symbol("p", r"p", "momentum of the charge on the ring", MOMENTUM, positive=True)
T = symbol("T", r"T", "time of one revolution", TIME, positive=True)
T_1 = symbol("T_1", r"T_1", "time of revolution of the first of two electrons", TIME, positive=True)
T_2 = symbol("T_2", r"T_2", "time of revolution of the second of two electrons", TIME, positive=True)
I = symbol("I", r"I", "current of one electron", CURRENT, positive=True)  # noqa: E741  (the paper's letter)
I_2 = symbol("I_2", r"I_2", "current of two electrons", CURRENT, positive=True)
E = symbol("E", r"E", "energy", ENERGY, positive=True)
E_2 = symbol("E_2", r"E_2", "energy of two electrons", ENERGY, positive=True)
L = symbol("L", r"L", "inductance of the ring", INDUCTANCE, positive=True)

# fluxes
Phi = symbol("Phi", r"\Phi", "magnetic flux through the ring", MAGNETIC_FLUX, positive=True)
Phi_L = symbol("Phi_L", r"\Phi_L", "F. London's flux quantum", MAGNETIC_FLUX, positive=True)
Phi_0 = symbol("Phi_0", r"\Phi_0", "flux quantum of correlated electrons", MAGNETIC_FLUX, positive=True)
Phi_2 = symbol("Phi_2", r"\Phi_2", "flux of two electrons", MAGNETIC_FLUX, positive=True)
Phi_a = symbol("Phi_a", r"\Phi_a", "flux that the first electron contributes, signed", MAGNETIC_FLUX, real=True)
Phi_b = symbol("Phi_b", r"\Phi_b", "flux that the second electron contributes, signed", MAGNETIC_FLUX, real=True)
q = symbol("q", r"q", "charge of the carrier", CHARGE, positive=True)
n = symbol("n", r"n", "number of correlated electrons", DIMENSIONLESS, integer=True, positive=True)

# helium
r_He = symbol("r_He", r"r_{\text{He}}", "orbit radius of both electrons in helium", LENGTH, positive=True)
v_He = symbol("v_He", r"v", "speed of both electrons in helium", VELOCITY, positive=True)
r_1 = symbol("r_1", r"r_1", "orbit radius in helium if each electron has hbar", LENGTH, positive=True)
v_1 = symbol("v_1", r"v_1", "speed in helium if each electron has hbar", VELOCITY, positive=True)
theta = symbol("theta", r"\theta", "angle of the first electron on its orbit", DIMENSIONLESS, real=True)
d = symbol("d", r"d", "distance between the two electrons", LENGTH, positive=True)
F_a = symbol("F_a", r"F_a", "attraction of one electron by the nucleus", FORCE, positive=True)
F_r = symbol("F_r", r"F_r", "repulsion of one electron by the other", FORCE, positive=True)
l_1 = symbol("l_1", r"l_1", "angular momentum of the first particle, signed", ANGULAR_MOMENTUM, real=True)
l_2 = symbol("l_2", r"l_2", "angular momentum of the second particle, signed", ANGULAR_MOMENTUM, real=True)
