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
    ANGULAR_MOMENTUM,
    CHARGE,
    CHARGE_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ELECTRIC_POTENTIAL,
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
    WAVE_FUNCTION_3D,
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
place = (x, y, z)
spin = vector("s_so", r"\vec{\sigma}", "direction of the spin", DIMENSIONLESS, real=True)
momentum = vector("p_so", r"\vec{p}", "momentum", MOMENTUM, real=True)
momentum_size = symbol("p", r"p", "magnitude of the momentum", MOMENTUM, nonnegative=True)
field = vector("E_so", r"\vec{E}", "electric field that the electron moves in", ELECTRIC_FIELD, real=True)
spin_potential = vector(
    "A_so", r"\vec{A}_\sigma", "vector potential of the spin-orbit interaction", VECTOR_POTENTIAL, real=True
)
spin_velocity = vector("v_so", r"\vec{v}_\sigma", "velocity of an electron of this spin", VELOCITY, real=True)
spin_velocity_7 = vector("v_38", r"\vec{w}_\sigma", "velocity of the spin current of (38)", VELOCITY, real=True)
velocity = vector("v_el", r"\vec{v}", "velocity of the electron", VELOCITY, real=True)
electron_moment = vector("mu_el", r"\vec{\mu}", "magnetic moment of the electron", MAGNETIC_MOMENT, real=True)
rest_field = vector("B_rest", r"\vec{B}'", "magnetic field in the frame of the electron", MAGNETIC_FIELD, real=True)
normal = vector("n_so", r"\hat{n}", "outward normal of the surface", DIMENSIONLESS, real=True)
H_so = symbol("H_so", r"H_{s.o.}", "spin-orbit interaction", ENERGY, real=True)
H = symbol("H", r"H", "energy of one electron as a function of its momentum", ENERGY, real=True)
H_lin = symbol("H_lin", r"H", "the same, to linear order of the vector potential", ENERGY, real=True)
phi_electric = function("phi_e", r"\phi", "electric potential", ELECTRIC_POTENTIAL, arguments=(LENGTH,) * 3, real=True)
chi_up = function(
    "chi_up", r"\chi_\uparrow", "upper component of a spinor", WAVE_FUNCTION_3D, arguments=(LENGTH,) * 3, complex=True
)
chi_down = function(
    "chi_down",
    r"\chi_\downarrow",
    "lower component of a spinor",
    WAVE_FUNCTION_3D,
    arguments=(LENGTH,) * 3,
    complex=True,
)
rho = symbol("rho", r"\rho", "charge density of the background", CHARGE_DENSITY, real=True)
rho_carriers = symbol("rho_carriers", r"\rho_h", "charge density of the superfluid", CHARGE_DENSITY, real=True)
v_hole = symbol("v_hole", r"v_h", "azimuthal velocity if the carriers are holes", VELOCITY, real=True)
v_electron = symbol("v_electron", r"v_e", "azimuthal velocity if the carriers are electrons", VELOCITY, real=True)
v_balance = symbol("v_balance", r"v_b", "azimuthal velocity at which the forces balance", VELOCITY, real=True)
k = symbol("k_band", r"k", "wave number across spin and field", WAVENUMBER, real=True)
q_0 = symbol("q_0", r"q_0", "wave number of the Rashba bands", WAVENUMBER, positive=True)
k_mean = symbol("k_mean", r"\kappa", "mean radius of the two Fermi circles", WAVENUMBER, positive=True)
epsilon_k = symbol("epsilon_k", r"\epsilon_{k\sigma}", "energy of a carrier", ENERGY, real=True)
v_k = symbol("v_k", r"v_{k\sigma}", "speed of a carrier", VELOCITY, real=True)

# XI
phi = symbol("phi", r"\phi", "azimuth", DIMENSIONLESS, real=True)
phi_2 = symbol("phi_2", r"\phi_2", "azimuth of the other electron of a pair", DIMENSIONLESS, real=True)
Psi = function(
    "Psi", r"\Psi", "wave function of one electron", WAVE_FUNCTION_3D, arguments=(LENGTH, DIMENSIONLESS), complex=True
)
f = function("f_radial", r"f", "its radial part", WAVE_FUNCTION_3D, arguments=(LENGTH,), positive=True)
theta_here = symbol("theta_here", r"\theta(\phi)", "phase of the wave function", DIMENSIONLESS, real=True)
theta_turn = symbol("theta_turn", r"\theta(\phi + 2\pi)", "phase one turn further", DIMENSIONLESS, real=True)
n_turn = symbol("n_turn", r"n_t", "whole number, zero or more", DIMENSIONLESS, integer=True, nonnegative=True)
L = symbol("L", r"L", "angular momentum of an orbit", ANGULAR_MOMENTUM, real=True)
L_size = symbol("L_size", r"|L|", "magnitude of an angular momentum that is not zero", ANGULAR_MOMENTUM, positive=True)
N_turn = symbol("N_turn", r"N", "whole number", DIMENSIONLESS, integer=True)
h = symbol("h", r"h", "Planck constant", ACTION, positive=True)
v_orbit = symbol("v_orbit", r"v_o", "speed on an orbit", VELOCITY, real=True)
E_circle = symbol("E_circle", r"E_{kin}", "kinetic energy on an orbit", ENERGY, nonnegative=True)
E_spin = symbol("E_spin", r"E_{pot}", "square of the vector potential as an energy", ENERGY, nonnegative=True)
E_elec = symbol("E_elec", r"E_{pot}", "electrostatic energy per carrier", ENERGY, nonnegative=True)
E_tot = symbol("E_tot", r"E_{tot}", "sum of the two energies", ENERGY, nonnegative=True)
screened = vector("E_screened", r"\vec{E}_s", "field of the expelled charge", ELECTRIC_FIELD, real=True)
E_screened = symbol("E_s_size", r"E_s(r)", "its magnitude", ELECTRIC_FIELD, nonnegative=True)
U_elec = symbol("U_elec", r"U_{elec}", "electrostatic energy per volume", ENERGY_DENSITY, nonnegative=True)
alpha = symbol("alpha", r"\alpha", "fine-structure constant", DIMENSIONLESS, positive=True)
ion_distance = symbol("ion_distance", r"d", "distance of neighbouring ions", LENGTH, positive=True)

# XII
