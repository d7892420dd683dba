"""Symbols of Hirsch's paper.  Gaussian units.

The charge of the electron is e, a negative number: X says so, and (42) needs it.  A line that needs the other
sign says so.  One letter of the page that has two meanings is two symbols here:

- r̄ of (2) is a parameter of a wave function, r_i and r_f of (12) are radii of an orbit;
- σ is the direction of the spin along the axis, a number +1 or −1; as an operator it is a matrix of Pauli;
- v is the velocity of a particle, v_s that of the Meissner current, v_σ that of the spin current;
- ε of (20) is the energy of one electron, ε of (50) the condensation energy of one electron.
"""

from verify.claims import function, symbol
from verify.units import (
    ACCELERATION,
    ACTION,
    ANGULAR_MOMENTUM,
    AREA,
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

# II.A

# II.B

# III and IV

# V

# VI

# VII

# VIII

# IX

# X

# XI

# XII
# m of (85) and (87) is the mass of any particle, that of the electron where the page says so; the letter is also a moment.
mass = symbol("mass", r"m", "mass of a particle", MASS, positive=True)
L_orbit = symbol("L_orbit", r"L", "angular momentum of an orbit", ANGULAR_MOMENTUM, positive=True)
v_circle = symbol("v_circle", r"v", "speed on an orbit, along its sense", VELOCITY, positive=True)
r_extent = symbol("r_extent", r"\bar{r}", "extent of a wave function", LENGTH, positive=True)
E_kinetic = symbol("E_kinetic", r"E_{kin}", "kinetic energy", ENERGY, positive=True)
kinetic_mean = symbol(
    "kinetic_mean", r"\langle -\frac{\hbar^2}{2m}\nabla^2 \rangle", "mean of the kinetic energy", ENERGY, positive=True
)
chi_atom = symbol(
    "chi_atom", r"\chi_{Larmor}", "Larmor susceptibility of one electron", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True
)
chi_orbit = symbol(
    "chi_orbit", r"\chi", "susceptibility of a circular orbit", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True
)
r_perp_2 = symbol("r_perp_2", r"\langle r_\perp^2 \rangle", "mean square of the radius in a plane", AREA, positive=True)
theta_axis = symbol("theta_axis", r"\vartheta", "angle with the axis of the field", DIMENSIONLESS, real=True)
moment_B = symbol("moment_B", r"m", "magnetic moment along the axis", MAGNETIC_MOMENT, real=True)
E_azimuthal = symbol("E_azimuthal", r"E_\varphi", "induced field along the orbit", ELECTRIC_FIELD, real=True)
B_rate = symbol(
    "B_rate", r"\dot B", "rate at which the field is turned on", MAGNETIC_FIELD / TIME, real=True, nonzero=True
)
v_rate = symbol("v_rate", r"\dot v", "change of the speed along the orbit", ACCELERATION, real=True)
moment_rate = symbol("moment_rate", r"\dot m", "change of the moment", MAGNETIC_MOMENT / TIME, real=True)
electrons = symbol("electrons", r"\int d^3r\rho(r)", "integral of a density", DIMENSIONLESS, positive=True)
five_thirds = symbol(
    "five_thirds", r"\int d^3r\rho(r)^{5/3}", "integral of its power 5/3", DIMENSIONLESS / AREA, positive=True
)
surplus = symbol("surplus", r"\delta", "excess over the least value", DIMENSIONLESS, nonnegative=True)
surplus_1 = symbol("surplus_1", r"\delta_1", "excess over the least value, before", DIMENSIONLESS, nonnegative=True)
surplus_2 = symbol("surplus_2", r"\delta_2", "excess over the least value, after", DIMENSIONLESS, nonnegative=True)
shape = function("shape", r"g", "shape of a density, any", DIMENSIONLESS, arguments=(DIMENSIONLESS,), positive=True)
stretch = symbol("stretch", r"\lambda", "factor by which lengths grow", DIMENSIONLESS, positive=True)
E_before = symbol("E_before", r"E_1", "kinetic energy before", ENERGY, positive=True)
E_after = symbol("E_after", r"E_2", "kinetic energy after", ENERGY, positive=True)
extent_1 = symbol("extent_1", r"\Delta x_1", "extent before", LENGTH, positive=True)
extent_2 = symbol("extent_2", r"\Delta x_2", "extent after", LENGTH, positive=True)
perp_1 = symbol("perp_1", r"\langle r_\perp^2 \rangle_1", "mean square radius before", AREA, positive=True)
perp_2 = symbol("perp_2", r"\langle r_\perp^2 \rangle_2", "mean square radius after", AREA, positive=True)
Z_1 = symbol("Z_1", r"Z_1", "charge number of the nucleus, first orbit", DIMENSIONLESS, positive=True)
n_1 = symbol("n_1", r"n_1", "quantum number of the first orbit", DIMENSIONLESS, integer=True, positive=True)
n_2 = symbol("n_2", r"n_2", "quantum number of the second orbit", DIMENSIONLESS, integer=True, positive=True)
r_bohr_1 = symbol("r_bohr_1", r"r_1", "radius of the first orbit", LENGTH, positive=True)
r_bohr_2 = symbol("r_bohr_2", r"r_2", "radius of the second orbit", LENGTH, positive=True)
v_bohr_1 = symbol("v_bohr_1", r"v_1", "speed on the first orbit", VELOCITY, positive=True)
v_bohr_2 = symbol("v_bohr_2", r"v_2", "speed on the second orbit", VELOCITY, positive=True)
azimuth = symbol("azimuth", r"\varphi", "azimuthal angle", DIMENSIONLESS, real=True)
k_turn = symbol("k_turn", r"k", "any integer", DIMENSIONLESS, integer=True)
E_ring = symbol("E_ring", r"E_k", "kinetic energy on a ring", ENERGY, real=True)
L_z = symbol("L_z", r"L_z", "angular momentum about the axis", ANGULAR_MOMENTUM, real=True)
r_q = symbol("r_q", r"r_q", "radius of an orbit at the speed of light", LENGTH, positive=True)
v_fixed = symbol("v_fixed", r"v", "speed on the expanded orbit", VELOCITY, positive=True)
swap = symbol("swap", r"\eta", "factor of an interchange", DIMENSIONLESS, complex=True)
loop = symbol("loop", r"\eta_\circ", "factor of one electron going around the other", DIMENSIONLESS, complex=True)
r_mean_2 = symbol("r_mean_2", r"\langle r^2 \rangle", "mean square of the radius", AREA, positive=True)
sense = symbol("sense", r"s", "sense of a rotation, +1 or -1", DIMENSIONLESS, real=True)
j_half = symbol("j_half", r"j", "any of 0, 1, 2, ...", DIMENSIONLESS, integer=True, nonnegative=True)
T_1s = symbol("T_1s", r"T_{1s}", "kinetic energy with an exponential", ENERGY, positive=True)
F_1s = symbol("F_1s", r"F_{1s}", "right side of (86) for it", ENERGY, positive=True)
T_Gauss = symbol("T_Gauss", r"T_G", "kinetic energy with a Gaussian", ENERGY, positive=True)
F_Gauss = symbol("F_Gauss", r"F_G", "right side of (86) for it", ENERGY, positive=True)
N_1s = symbol("N_1s", r"N_{1s}", "integral of the density of an exponential", DIMENSIONLESS, positive=True)
N_Gauss = symbol("N_Gauss", r"N_G", "integral of the density of a Gaussian", DIMENSIONLESS, positive=True)
rho_of_r = symbol("rho_of_r", r"\rho(r)", "density of electrons", NUMBER_DENSITY, positive=True)
