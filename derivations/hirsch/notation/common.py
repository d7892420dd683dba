"""What the whole paper speaks of: constants, places, the sample and its field."""

from verify.claims import symbol
from verify.units import (
    ACTION,
    CHARGE,
    CHARGE_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ENERGY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MASS,
    NUMBER_DENSITY,
    TIME,
    VELOCITY,
    WAVENUMBER,
)

# constants and what the whole paper speaks of
hbar = symbol("hbar", r"\hbar", "reduced Planck constant", ACTION, positive=True)
c = symbol("c", r"c", "speed of light", VELOCITY, positive=True)
e = symbol("e", r"e", "charge of the electron, which is negative", CHARGE, negative=True)
m_e = symbol("m_e", r"m_e", "mass of the electron", MASS, positive=True)
a_0 = symbol("a_0", r"a_0", "Bohr radius", LENGTH, positive=True)
mu_B = symbol("mu_B", r"\mu_B", "Bohr magneton, with the sign of e", MAGNETIC_MOMENT, negative=True)
phi_quantum = symbol("phi_quantum", r"\phi_0", "flux quantum", MAGNETIC_FLUX, positive=True)
n_s = symbol("n_s", r"n_s", "density of superfluid carriers", NUMBER_DENSITY, positive=True)
lambda_L = symbol("lambda_L", r"\lambda_L", "London penetration depth", LENGTH, positive=True)
sigma = symbol(
    "sigma", r"\sigma", "direction of the spin along the axis, +1 or -1", DIMENSIONLESS, real=True, nonzero=True
)
x = symbol("x", r"x", "coordinate", LENGTH, real=True)
y = symbol("y", r"y", "coordinate", LENGTH, real=True)
z = symbol("z", r"z", "coordinate along the axis", LENGTH, real=True)
t = symbol("t", r"t", "time", TIME, real=True)
r = symbol("r", r"r", "distance, radius of an orbit", LENGTH, positive=True)
R = symbol("R", r"R", "radius of a sample", LENGTH, positive=True)
B = symbol("B", r"B", "magnetic field, along the axis", MAGNETIC_FIELD, real=True)
rho_minus = symbol("rho_minus", r"\rho_-", "charge density near the surface", CHARGE_DENSITY, negative=True)
rho_0 = symbol("rho_0", r"\rho_0", "charge density in the interior", CHARGE_DENSITY, positive=True)
E_m = symbol("E_m", r"E_m", "maximum of the electric field", ELECTRIC_FIELD, positive=True)
v_sigma0 = symbol("v_sigma0", r"v^0_\sigma", "speed of the spin current", VELOCITY, positive=True)
k_F = symbol("k_F", r"k_F", "Fermi wave number", WAVENUMBER, positive=True)
E = symbol("E", r"E", "energy", ENERGY, real=True)
