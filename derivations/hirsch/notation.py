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
    AREA,
    CHARGE,
    CHARGE_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ENERGY,
    ENERGY_DENSITY,
    FORCE,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MASS,
    NUMBER_DENSITY,
    TIME,
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

# I
xi = symbol("xi", r"\xi", "distance of a level from the chemical potential, over the gap", DIMENSIONLESS, positive=True)
n_above = symbol("n_above", r"n_{+}", "occupation of a state above the chemical potential", DIMENSIONLESS, real=True)
n_below = symbol("n_below", r"n_{-}", "occupation of one as far below it", DIMENSIONLESS, real=True)

# II.A
Z = symbol("Z", r"Z", "number of protons of the ion", DIMENSIONLESS, positive=True)
Z_i = symbol("Z_i", r"Z_i", "number of protons at first", DIMENSIONLESS, positive=True)
Z_f = symbol("Z_f", r"Z_f", "number of protons in the end", DIMENSIONLESS, positive=True)
q_ion = symbol("q_ion", r"q_{ion}", "charge of the ion", CHARGE, real=True)
wave = function("wave", r"\psi", "any wave function", WAVE_FUNCTION_3D, arguments=(LENGTH,) * 3, real=True)
H_psi = symbol("H_psi", r"H", "the Hamiltonian applied to a wave function", ENERGY * WAVE_FUNCTION_3D, real=True)
Hkin_psi = symbol("Hkin_psi", r"H_{kin}", "its kinetic part, applied", ENERGY * WAVE_FUNCTION_3D, real=True)
Hpot_psi = symbol("Hpot_psi", r"H_{pot}", "its potential part, applied", ENERGY * WAVE_FUNCTION_3D, real=True)
psi_rbar = function(
    "psi_rbar", r"\psi_{\bar{r}}", "wave function of the orbit", WAVE_FUNCTION_3D, arguments=(LENGTH,), real=True
)
rbar = symbol("rbar", r"\bar{r}", "length of the wave function (2)", LENGTH, positive=True)
rbar_i = symbol("rbar_i", r"\bar{r}_i", "length of the wave function at first", LENGTH, positive=True)
rbar_f = symbol("rbar_f", r"\bar{r}_f", "length of the wave function in the end", LENGTH, positive=True)
rbar_any = symbol("rbar_any", r"\bar{r}'", "any length of the wave function", LENGTH, positive=True)
r_0 = symbol("r_0", r"r_0", "length of the wave function with the lowest energy", LENGTH, positive=True)
ratio = symbol("ratio", r"u", "distance over the length of the wave function", DIMENSIONLESS, positive=True)
r_likely = symbol("r_likely", r"r", "most probable distance", LENGTH, positive=True)
theta = symbol("theta", r"\theta", "angle with the axis", DIMENSIONLESS, real=True)
g = function("g", r"g", "any function of the place", DIMENSIONLESS, arguments=(LENGTH,) * 3, real=True)
E_kin = symbol("E_kin", r"E_{kin}(\bar{r})", "mean kinetic energy", ENERGY, real=True)
E_kin_i = symbol("E_kin_i", r"E_{kin}(\bar{r}_i)", "mean kinetic energy at first", ENERGY, real=True)
E_kin_f = symbol("E_kin_f", r"E_{kin}(\bar{r}_f)", "mean kinetic energy in the end", ENERGY, real=True)
E_pot = symbol("E_pot", r"E_{pot}(\bar{r})", "mean potential energy", ENERGY, real=True)
E_pot_i = symbol("E_pot_i", r"E_{pot}(\bar{r}_i)", "mean potential energy at first", ENERGY, real=True)
E_pot_f = symbol("E_pot_f", r"E_{pot}(\bar{r}_f)", "mean potential energy in the end", ENERGY, real=True)
E_total = symbol("E_total", r"E_{total}(\bar{r})", "mean energy", ENERGY, real=True)
E_total_i = symbol("E_total_i", r"E_{total}(\bar{r}_i)", "mean energy at first", ENERGY, real=True)
E_total_f = symbol("E_total_f", r"E_{total}(\bar{r}_f)", "mean energy in the end", ENERGY, real=True)
r2 = symbol("r2", r"\langle r^2\rangle", "mean square distance", AREA, real=True)
r2perp = symbol("r2perp", r"\langle r_\perp^2\rangle", "mean square distance from the axis", AREA, real=True)
r2perp_i = symbol("r2perp_i", r"\langle r_\perp^2\rangle_i", "the same at first", AREA, real=True)
r2perp_f = symbol("r2perp_f", r"\langle r_\perp^2\rangle_f", "the same in the end", AREA, real=True)
chi_Larmor = symbol(
    "chi_Larmor", r"\chi_{Larmor}", "susceptibility of one electron", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True
)
chi_i = symbol("chi_i", r"\chi_{Larmor,i}", "the same at first", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True)
chi_f = symbol("chi_f", r"\chi_{Larmor,f}", "the same in the end", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True)
chi_volume = symbol("chi_volume", r"\chi", "susceptibility of a volume", DIMENSIONLESS, real=True)
moment = symbol("moment", r"m", "magnetic moment along the field", MAGNETIC_MOMENT, real=True)
moment_i = symbol("moment_i", r"m_i", "the same at first", MAGNETIC_MOMENT, real=True)
moment_f = symbol("moment_f", r"m_f", "the same in the end", MAGNETIC_MOMENT, real=True)
Delta_m = symbol("Delta_m", r"\Delta_m", "change of the moment", MAGNETIC_MOMENT, real=True)
B_ind = symbol("B_ind", r"B_{ind}", "field of the electron in the centre of its orbit", MAGNETIC_FIELD, real=True)
B_ind_i = symbol("B_ind_i", r"B_{ind,i}", "the same at first", MAGNETIC_FIELD, real=True)
B_ind_f = symbol("B_ind_f", r"B_{ind,f}", "the same in the end", MAGNETIC_FIELD, real=True)
B_mean_i = symbol("B_mean_i", r"B_{mean,i}", "mean field of many such orbits at first", MAGNETIC_FIELD, real=True)
B_mean_f = symbol("B_mean_f", r"B_{mean,f}", "the same in the end", MAGNETIC_FIELD, real=True)
B_in = symbol("B_in", r"B_{in}", "field inside a long sample along the field", MAGNETIC_FIELD, real=True)
v_x = symbol("v_x", r"v_x", "velocity of the electron", VELOCITY, real=True)
v_y = symbol("v_y", r"v_y", "velocity of the electron", VELOCITY, real=True)
a_x = symbol("a_x", r"a_x", "acceleration of the electron, dv_x/dt", ACCELERATION, real=True)
a_y = symbol("a_y", r"a_y", "acceleration of the electron, dv_y/dt", ACCELERATION, real=True)
x_of = function("x_of", r"x", "place of the electron at a time", LENGTH, arguments=(TIME,), real=True)
y_of = function("y_of", r"y", "place of the electron at a time", LENGTH, arguments=(TIME,), real=True)
L_rate = symbol("L_rate", r"\dot{L}", "rate of change of r×v along the field", VELOCITY**2, real=True)
r2_rate = symbol("r2_rate", r"\dot{Q}", "rate of change of the square of the distance", AREA / TIME, real=True)
F_x = symbol("F_x", r"F_x", "force on the electron", FORCE, real=True)
F_y = symbol("F_y", r"F_y", "force on the electron", FORCE, real=True)
f_r = symbol("f_r", r"f_r", "radial force for each length of the distance", FORCE / LENGTH, real=True)
r_i = symbol("rbar_i", r"\bar{r}_i", "length of the wave function at first", LENGTH, positive=True)
rbar_f = symbol("rbar_f", r"\bar{r}_f", "length of the wave function in the end", LENGTH, positive=True)
rbar_any = symbol("rbar_any", r"\bar{r}'", "any length of the wave function", LENGTH, positive=True)
r_0 = symbol("r_0", r"r_0", "length of the wave function with the lowest energy", LENGTH, positive=True)
ratio = symbol("ratio", r"u", "distance over the length of the wave function", DIMENSIONLESS, positive=True)
r_likely = symbol("r_likely", r"r", "most probable distance", LENGTH, positive=True)
theta = symbol("theta", r"\theta", "angle with the axis", DIMENSIONLESS, real=True)
g = function("g", r"g", "any function of the place", DIMENSIONLESS, arguments=(LENGTH,) * 3, real=True)
E_kin = symbol("E_kin", r"E_{kin}(\bar{r})", "mean kinetic energy", ENERGY, real=True)
E_kin_i = symbol("E_kin_i", r"E_{kin}(\bar{r}_i)", "mean kinetic energy at first", ENERGY, real=True)
E_kin_f = symbol("E_kin_f", r"E_{kin}(\bar{r}_f)", "mean kinetic energy in the end", ENERGY, real=True)
E_pot = symbol("E_pot", r"E_{pot}(\bar{r})", "mean potential energy", ENERGY, real=True)
E_pot_i = symbol("E_pot_i", r"E_{pot}(\bar{r}_i)", "mean potential energy at first", ENERGY, real=True)
E_pot_f = symbol("E_pot_f", r"E_{pot}(\bar{r}_f)", "mean potential energy in the end", ENERGY, real=True)
E_total = symbol("E_total", r"E_{total}(\bar{r})", "mean energy", ENERGY, real=True)
E_total_i = symbol("E_total_i", r"E_{total}(\bar{r}_i)", "mean energy at first", ENERGY, real=True)
E_total_f = symbol("E_total_f", r"E_{total}(\bar{r}_f)", "mean energy in the end", ENERGY, real=True)
r2 = symbol("r2", r"\langle r^2\rangle", "mean square distance", AREA, real=True)
r2perp = symbol("r2perp", r"\langle r_\perp^2\rangle", "mean square distance from the axis", AREA, real=True)
r2perp_i = symbol("r2perp_i", r"\langle r_\perp^2\rangle_i", "the same at first", AREA, real=True)
r2perp_f = symbol("r2perp_f", r"\langle r_\perp^2\rangle_f", "the same in the end", AREA, real=True)
chi_Larmor = symbol(
    "chi_Larmor", r"\chi_{Larmor}", "susceptibility of one electron", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True
)
chi_i = symbol("chi_i", r"\chi_{Larmor,i}", "the same at first", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True)
chi_f = symbol("chi_f", r"\chi_{Larmor,f}", "the same in the end", MAGNETIC_MOMENT / MAGNETIC_FIELD, real=True)
chi_volume = symbol("chi_volume", r"\chi", "susceptibility of a volume", DIMENSIONLESS, real=True)
moment = symbol("moment", r"m", "magnetic moment along the field", MAGNETIC_MOMENT, real=True)
moment_i = symbol("moment_i", r"m_i", "the same at first", MAGNETIC_MOMENT, real=True)
moment_f = symbol("moment_f", r"m_f", "the same in the end", MAGNETIC_MOMENT, real=True)
Delta_m = symbol("Delta_m", r"\Delta_m", "change of the moment", MAGNETIC_MOMENT, real=True)
B_ind = symbol("B_ind", r"B_{ind}", "field of the electron in the centre of its orbit", MAGNETIC_FIELD, real=True)
B_ind_i = symbol("B_ind_i", r"B_{ind,i}", "the same at first", MAGNETIC_FIELD, real=True)
B_ind_f = symbol("B_ind_f", r"B_{ind,f}", "the same in the end", MAGNETIC_FIELD, real=True)
B_mean_i = symbol("B_mean_i", r"B_{mean,i}", "mean field of many such orbits at first", MAGNETIC_FIELD, real=True)
B_mean_f = symbol("B_mean_f", r"B_{mean,f}", "the same in the end", MAGNETIC_FIELD, real=True)
B_in = symbol("B_in", r"B_{in}", "field inside a long sample along the field", MAGNETIC_FIELD, real=True)
v_x = symbol("v_x", r"v_x", "velocity of the electron", VELOCITY, real=True)
v_y = symbol("v_y", r"v_y", "velocity of the electron", VELOCITY, real=True)
a_x = symbol("a_x", r"a_x", "acceleration of the electron, dv_x/dt", ACCELERATION, real=True)
a_y = symbol("a_y", r"a_y", "acceleration of the electron, dv_y/dt", ACCELERATION, real=True)
x_of = function("x_of", r"x", "place of the electron at a time", LENGTH, arguments=(TIME,), real=True)
y_of = function("y_of", r"y", "place of the electron at a time", LENGTH, arguments=(TIME,), real=True)
L_rate = symbol("L_rate", r"\dot{L}", "rate of change of r×v along the field", VELOCITY**2, real=True)
r2_rate = symbol("r2_rate", r"\dot{Q}", "rate of change of the square of the distance", AREA / TIME, real=True)
F_x = symbol("F_x", r"F_x", "force on the electron", FORCE, real=True)
F_y = symbol("F_y", r"F_y", "force on the electron", FORCE, real=True)
f_r = symbol("f_r", r"f_r", "radial force for each length of the distance", FORCE / LENGTH, real=True)
r_of = function("r_of", r"r", "distance from the centre", LENGTH, arguments=(TIME,), positive=True)
v_of = function("v_of", r"v", "azimuthal velocity", VELOCITY, arguments=(TIME,), real=True)
r_i = symbol("r_i", r"\bar{r}_i", "radius of the orbit at first", LENGTH, positive=True)
r_f = symbol("r_f", r"\bar{r}_f", "radius of the orbit in the end", LENGTH, positive=True)
v_i = symbol("v_i", r"v_i", "azimuthal velocity at first", VELOCITY, real=True)
v_f = symbol("v_f", r"v_f", "azimuthal velocity in the end", VELOCITY, real=True)
v_phi = symbol("v_phi", r"v_\varphi", "azimuthal velocity", VELOCITY, real=True)
phi_orbit = symbol("phi_orbit", r"\varphi", "angle on the orbit", DIMENSIONLESS, real=True)
v_needed = symbol("v_needed", r"v_{dia}", "azimuthal velocity of perfect diamagnetism", VELOCITY, real=True)
constant = symbol("constant", r"C", "constant of the motion", LENGTH * VELOCITY, real=True)
E_s = symbol("E_s", r"E_s", "electric field of the superconductor", ELECTRIC_FIELD, real=True)
E_n = symbol("E_n", r"E_n", "electric field of the normal state", ELECTRIC_FIELD, real=True)
u_s = symbol("u_s", r"u_s", "its energy for each volume", ENERGY_DENSITY, real=True)
u_n = symbol("u_n", r"u_n", "its energy for each volume", ENERGY_DENSITY, real=True)

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
