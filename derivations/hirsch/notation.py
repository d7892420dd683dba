"""Symbols of Hirsch's paper.  Gaussian units.

The charge of the electron is e, a negative number: X says so, and (42) needs it.  A line that needs the other
sign says so.  One letter of the page that has two meanings is two symbols here:

- r̄ of (2) is a parameter of a wave function, r_i and r_f of (12) are radii of an orbit;
- σ is the direction of the spin along the axis, a number +1 or −1; as an operator it is a matrix of Pauli;
- v is the velocity of a particle, v_s that of the Meissner current, v_σ that of the spin current;
- ε of (20) is the energy of one electron, ε of (50) the condensation energy of one electron.
"""

from verify.claims import function, symbol, vector
from verify.units import (
    ACTION,
    CHARGE,
    CHARGE_DENSITY,
    CURRENT_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ELECTRIC_POTENTIAL,
    ENERGY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MASS,
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
J_four = symbol("J_mu", r"J", "one component of the four-current", CURRENT_DENSITY, complex=True)
J_four_0 = symbol("J_0mu", r"J_0", "the same of the uniform density", CURRENT_DENSITY, complex=True)
A_four = symbol("A_mu", r"A", "one component of the four-potential", VECTOR_POTENTIAL, complex=True)
A_four_0 = symbol("A_0mu", r"A_0", "the same of the uniform density", VECTOR_POTENTIAL, complex=True)
J_fourth = symbol("J_4", r"J_4", "fourth component of the four-current", CURRENT_DENSITY, complex=True)
J_fourth_0 = symbol("J_04", r"J_{04}", "the same of the uniform density", CURRENT_DENSITY, complex=True)
A_fourth = symbol("A_4", r"A_4", "fourth component of the four-potential", VECTOR_POTENTIAL, complex=True)
A_fourth_0 = symbol("A_04", r"A_{04}", "the same of the uniform density", VECTOR_POTENTIAL, complex=True)
J_here = vector("J_em", r"\mathbf{J}", "current density", CURRENT_DENSITY, real=True)
A_here = vector("A_em", r"\mathbf{A}", "vector potential", VECTOR_POTENTIAL, real=True)
u_frame = symbol("u_frame", r"u", "speed of a frame of reference", VELOCITY, positive=True)
rho_here = symbol("rho_at", r"\rho", "charge density at a place", CHARGE_DENSITY, real=True)
phi_here = symbol("phi_at", r"\phi", "electric potential at a place", ELECTRIC_POTENTIAL, real=True)
phi_interior = symbol(
    "phi_0", r"\phi_0", "electric potential of the uniform density of the interior", ELECTRIC_POTENTIAL, real=True
)
laplacian_phi = symbol("lap_phi", r"\nabla^2\phi", "Laplacian of the potential", ELECTRIC_FIELD / LENGTH, real=True)
laplacian_phi_0 = symbol(
    "lap_phi_0",
    r"\nabla^2\phi_0",
    "Laplacian of the potential of the uniform density",
    ELECTRIC_FIELD / LENGTH,
    real=True,
)
divergence_A = symbol(
    "div_A", r"\nabla\cdot\mathbf{A}", "divergence of the vector potential", MAGNETIC_FIELD, real=True
)
divergence_J = symbol(
    "div_J", r"\nabla\cdot\mathbf{J}", "divergence of the current density", CURRENT_DENSITY / LENGTH, real=True
)
phi_rate = symbol(
    "phi_t", r"\frac{\partial\phi}{\partial t}", "rate of change of the potential", ELECTRIC_POTENTIAL / TIME, real=True
)
rho_rate = symbol(
    "rho_t",
    r"\frac{\partial\rho}{\partial t}",
    "rate of change of the charge density",
    CHARGE_DENSITY / TIME,
    real=True,
)
A_fields = tuple(
    function(
        f"A_{axis}_at",
        rf"A_{axis}",
        f"vector potential as a field, {axis} component",
        VECTOR_POTENTIAL,
        arguments=(LENGTH, LENGTH, LENGTH, TIME),
        real=True,
    )(x, y, z, t)
    for axis in "xyz"
)
phi_field = function(
    "phi_field",
    r"\phi",
    "electric potential as a field",
    ELECTRIC_POTENTIAL,
    arguments=(LENGTH, LENGTH, LENGTH, TIME),
    real=True,
)(x, y, z, t)
phi_0_field = function(
    "phi_0_field",
    r"\phi_0",
    "potential of the uniform density as a field",
    ELECTRIC_POTENTIAL,
    arguments=(LENGTH, LENGTH, LENGTH),
    real=True,
)(x, y, z)
D = symbol("D", r"D", "thickness of a planar sample", LENGTH, positive=True)
depth_L = symbol(
    "d_depth", r"d", "depth below the surface, in units of the penetration depth", DIMENSIONLESS, positive=True
)
ell = symbol("ell", r"\ell", "length over which a field decays", LENGTH, positive=True)
half_size = symbol(
    "s_size", r"s", "size of a body in units of the penetration depth, from the middle", DIMENSIONLESS, positive=True
)
nearness = symbol(
    "v_d", r"v", "exp(1 - d), which is more than 1 within a penetration depth", DIMENSIONLESS, positive=True
)
far_side = symbol("w_s", r"w", "exp(-2s), the share of the far side", DIMENSIONLESS, positive=True)
N_expelled = symbol("N_expelled", r"N", "number of electrons expelled to the surface", DIMENSIONLESS, positive=True)
E_outside = symbol("E_outside", r"E_{out}", "field outside, at the surface", ELECTRIC_FIELD, real=True)
lambda_TF = symbol("lambda_TF", r"\lambda_{TF}", "Thomas-Fermi screening length", LENGTH, positive=True)
E_F = symbol("E_F", r"E_F", "Fermi energy of a normal metal", ENERGY, positive=True)

# VI

# VII

# VIII

# IX

# X

# XI

# XII
