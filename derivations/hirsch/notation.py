"""Symbols of Hirsch's paper.  Gaussian units.

The charge of the electron is e, a negative number: X says so, and (42) needs it.  A line that needs the other
sign says so.  One letter of the page that has two meanings is two symbols here:

- r̄ of (2) is a parameter of a wave function, r_i and r_f of (12) are radii of an orbit;
- σ is the direction of the spin along the axis, a number +1 or −1; as an operator it is a matrix of Pauli;
- v is the velocity of a particle, v_s that of the Meissner current, v_σ that of the spin current;
- ε of (20) is the energy of one electron, ε of (50) the condensation energy of one electron.
"""

from verify.claims import symbol
from verify.units import (
    ACTION,
    ANGULAR_MOMENTUM,
    CHARGE,
    CHARGE_DENSITY,
    CURRENT_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ENERGY,
    ENERGY_DENSITY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MASS,
    MOMENTUM,
    NUMBER_DENSITY,
    TIME,
    VECTOR_POTENTIAL,
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

# II.A

# II.B

# III and IV

# V

# VI

# VII

# VIII
v_s = symbol("v_s", r"v_s", "speed of the Meissner current", VELOCITY, real=True)
p_s = symbol("p_s", r"p", "canonical momentum of a carrier of the Meissner current", MOMENTUM, real=True)
A_size = symbol("A_size", r"A", "magnitude of the vector potential at the surface", VECTOR_POTENTIAL, nonnegative=True)
B_size = symbol("B_size", r"B", "magnitude of the magnetic field at the surface", MAGNETIC_FIELD, nonnegative=True)
depth = symbol("depth", r"s", "distance from the surface, inwards", LENGTH, positive=True)
j_size = symbol("j_size", r"j", "magnitude of the density of the Meissner current", CURRENT_DENSITY, nonnegative=True)
v_rho = symbol("v_rho", r"v_{\rho_-}", "speed of the expelled charge", VELOCITY, nonnegative=True)
v_limit = symbol(
    "v_limit", r"v_{\rho_-}(B_s)", "speed of the expelled charge in the field B_s", VELOCITY, nonnegative=True
)
B_stop = symbol("B_stop", r"B_s", "field that stops one component of the spin current", MAGNETIC_FIELD, positive=True)
H_c = symbol("H_c", r"H_c", "thermodynamic critical field", MAGNETIC_FIELD, positive=True)
H_c1 = symbol("H_c1", r"H_{c1}", "lower critical field", MAGNETIC_FIELD, positive=True)
H_sum = symbol("H_sum", r"S", "sum of the critical fields H_c and H_c1", MAGNETIC_FIELD, positive=True)
H_applied = symbol("H_applied", r"H", "applied magnetic field", MAGNETIC_FIELD, nonnegative=True)
eps_cond = symbol("eps_cond", r"\epsilon", "condensation energy of one electron", ENERGY, positive=True)
u_E = symbol("u_E", r"u_E", "electrostatic energy for each volume", ENERGY_DENSITY, positive=True)
u_B = symbol("u_B", r"u_B", "energy for each volume of expelling the magnetic field", ENERGY_DENSITY, positive=True)
w_mixed = symbol(
    "w_mixed",
    r"w",
    "area under the magnetisation curve above the lower critical field",
    ENERGY_DENSITY,
    nonnegative=True,
)
v_surface = symbol("v_surface", r"v_\sigma", "speed of the spin current near the surface", VELOCITY, positive=True)
L_orbit = symbol("L_orbit", r"L", "angular momentum of an electron in its orbit", ANGULAR_MOMENTUM, positive=True)
E_orbit = symbol("E_orbit", r"E_{kin}", "kinetic energy of an electron in its orbit", ENERGY, positive=True)
E_field = symbol("E_field", r"E_{pot}", "electrostatic energy of an electron in its orbit", ENERGY, positive=True)

# IX

# X

# XI

# XII
