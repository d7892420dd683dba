"""The phase of the electron, and the discussion: XI and XII."""

from verify.claims import function, symbol, vector
from verify.units import (
    ACCELERATION,
    ACTION,
    ANGULAR_MOMENTUM,
    AREA,
    CHARGE_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ENERGY,
    ENERGY_DENSITY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MASS,
    NUMBER_DENSITY,
    TIME,
    VELOCITY,
    WAVE_FUNCTION_3D,
)

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
rho_screened = symbol(
    "rho_screened",
    r"\rho_s",
    "charge density in the cylinder, of which (80) is the field",
    CHARGE_DENSITY,
    nonzero=True,
)
E_screened = symbol("E_s_size", r"E_s(r)", "its magnitude", ELECTRIC_FIELD, nonnegative=True)
U_elec = symbol("U_elec", r"U_{elec}", "electrostatic energy per volume", ENERGY_DENSITY, nonnegative=True)
ion_distance = symbol("ion_distance", r"d", "distance of neighbouring ions", LENGTH, positive=True)
per_ion = symbol("per_ion", r"z", "number of free electrons for each ion", DIMENSIONLESS, positive=True)
packing = symbol("packing", r"g", "ions in the cube of the distance of neighbours", DIMENSIONLESS, positive=True)
theta_other = symbol(
    "theta_other", r"\theta_{-\sigma}", "phase of an electron of the other spin", DIMENSIONLESS, real=True
)
E_tot_1 = symbol("E_tot_1", r"E_{tot,1}", "sum of both on the microscopic orbit", ENERGY, nonnegative=True)
E_tot_2 = symbol("E_tot_2", r"E_{tot,2}", "sum of both on the mesoscopic orbit", ENERGY, nonnegative=True)
L_first = symbol("L_first", r"L_+", "eigenvalue with N zero or more", ANGULAR_MOMENTUM, real=True)
L_second = symbol("L_second", r"L_-", "eigenvalue with N below zero", ANGULAR_MOMENTUM, real=True)
flux_allowed = symbol("flux_allowed", r"\Phi", "flux that (75b) allows", MAGNETIC_FLUX, real=True)
E_circle_1 = symbol("E_circle_1", r"E_{kin,1}", "kinetic energy on the microscopic orbit", ENERGY, nonnegative=True)
E_circle_2 = symbol("E_circle_2", r"E_{kin,2}", "kinetic energy on the mesoscopic orbit", ENERGY, nonnegative=True)
E_spin_1 = symbol("E_spin_1", r"E_{pot,1}", "potential energy on the microscopic orbit", ENERGY, nonnegative=True)
E_spin_2 = symbol("E_spin_2", r"E_{pot,2}", "potential energy on the mesoscopic orbit", ENERGY, nonnegative=True)

# XII
# m of (85) and (87) is the mass of any particle, that of the electron where the page says so; the letter is also a moment.
mass = symbol("mass", r"m", "mass of a particle", MASS, positive=True)
v_circle = symbol("v_circle", r"v", "speed on an orbit, along its sense", VELOCITY, positive=True)
E_kinetic = symbol("E_kinetic", r"E_{kin}", "kinetic energy", ENERGY, positive=True)
kinetic_mean = symbol(
    "kinetic_mean", r"\langle -\frac{\hbar^2}{2m}\nabla^2 \rangle", "mean of the kinetic energy", ENERGY, positive=True
)
chi_orbit = symbol(
    "chi_orbit", r"\chi", "susceptibility of a circular orbit", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True
)
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
stretch = symbol("stretch", r"\zeta", "factor by which lengths grow", DIMENSIONLESS, positive=True)
increase = symbol(
    "increase", r"u", "increase of the susceptibility, over what it is at first", DIMENSIONLESS, positive=True
)
bound_1 = symbol("bound_1", r"\kappa_1", "right side of (86) of a shape, before", DIMENSIONLESS, positive=True)
bound_2 = symbol("bound_2", r"\kappa_2", "right side of (86) of a shape, after", DIMENSIONLESS, positive=True)
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
own_turn = symbol("own_turn", r"\eta_1", "factor of one electron turned about itself", DIMENSIONLESS, complex=True)
sense = symbol("sense", r"s", "sense of a rotation, +1 or -1", DIMENSIONLESS, real=True)
j_half = symbol("j_half", r"j", "any of 0, 1, 2, ...", DIMENSIONLESS, integer=True, nonnegative=True)
T_1s = symbol("T_1s", r"T_{1s}", "kinetic energy with an exponential", ENERGY, positive=True)
F_1s = symbol("F_1s", r"F_{1s}", "right side of (86) for it", ENERGY, positive=True)
T_Gauss = symbol("T_Gauss", r"T_G", "kinetic energy with a Gaussian", ENERGY, positive=True)
F_Gauss = symbol("F_Gauss", r"F_G", "right side of (86) for it", ENERGY, positive=True)
N_1s = symbol("N_1s", r"N_{1s}", "integral of the density of an exponential", DIMENSIONLESS, positive=True)
N_Gauss = symbol("N_Gauss", r"N_G", "integral of the density of a Gaussian", DIMENSIONLESS, positive=True)
rho_of_r = symbol("rho_of_r", r"\rho(r)", "density of electrons", NUMBER_DENSITY, positive=True)
