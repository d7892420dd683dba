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
    ACCELERATION,
    ACTION,
    ANGULAR_MOMENTUM,
    AREA,
    CHARGE,
    CHARGE_DENSITY,
    CURRENT_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ELECTRIC_POTENTIAL,
    ENERGY,
    ENERGY_DENSITY,
    FORCE,
    FREQUENCY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MAGNETIC_SUSCEPTIBILITY,
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

# I
xi = symbol("xi", r"\xi", "distance of a level from the chemical potential, over the gap", DIMENSIONLESS, positive=True)
n_above = symbol("n_above", r"n_{+}", "occupation of a state above the chemical potential", DIMENSIONLESS, real=True)
n_below = symbol("n_below", r"n_{-}", "occupation of one as far below it", DIMENSIONLESS, real=True)
mix_above = symbol(
    "mix_above", r"g_{+}", "u over v of a pair state above the chemical potential", DIMENSIONLESS, positive=True
)
mix_below = symbol("mix_below", r"g_{-}", "u over v of a pair state below it", DIMENSIONLESS, positive=True)


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
r_of = function("r_of", r"r", "distance from the centre", LENGTH, arguments=(TIME,), positive=True)
v_of = function("v_of", r"v", "azimuthal velocity", VELOCITY, arguments=(TIME,), real=True)
r_i = symbol("r_i", r"\bar{r}_i", "radius of the orbit at first", LENGTH, positive=True)
r_f = symbol("r_f", r"\bar{r}_f", "radius of the orbit in the end", LENGTH, positive=True)
v_i = symbol("v_i", r"v_i", "azimuthal velocity at first", VELOCITY, real=True)
v_f = symbol("v_f", r"v_f", "azimuthal velocity in the end", VELOCITY, real=True)
v_phi = symbol("v_phi", r"v_\varphi", "azimuthal velocity", VELOCITY, real=True)
phi_orbit = symbol("phi_orbit", r"\varphi", "angle on the orbit", DIMENSIONLESS, real=True)
v_needed = symbol("v_needed", r"v_{dia}", "azimuthal velocity of perfect diamagnetism", VELOCITY, real=True)
E_s = symbol("E_s", r"E_s", "electric field of the superconductor", ELECTRIC_FIELD, real=True)
E_n = symbol("E_n", r"E_n", "electric field of the normal state", ELECTRIC_FIELD, real=True)
u_s = symbol("u_s", r"u_s", "its energy for each volume", ENERGY_DENSITY, real=True)
u_n = symbol("u_n", r"u_n", "its energy for each volume", ENERGY_DENSITY, real=True)
duration = symbol("duration", r"T_e", "time that the expansion takes", TIME, positive=True)
B_rate_t = symbol("B_rate_t", r"\dot{B}", "rate of change of the field", MAGNETIC_FIELD / TIME, real=True)

# II.B
H_two = symbol("H_two", r"H", "Hamiltonian of two electrons in an atom", ENERGY, real=True)
kin_two = symbol("kin_two", r"H_{kin}", "kinetic energy of two electrons, as an operator", ENERGY, real=True)
ion_two = symbol("ion_two", r"H_{e-i}", "energy of two electrons in the field of the ion", ENERGY, real=True)
rep_two = symbol("rep_two", r"H_{e-e}", "energy of two electrons at their distance", ENERGY, real=True)
nabla2_1 = symbol("nabla2_1", r"\nabla_1^2", "Laplacian of the place of electron 1", LENGTH**-2, real=True)
nabla2_2 = symbol("nabla2_2", r"\nabla_2^2", "Laplacian of the place of electron 2", LENGTH**-2, real=True)
r_1 = symbol("r_1", r"r_1", "distance of electron 1 from the ion", LENGTH, positive=True)
r_2 = symbol("r_2", r"r_2", "distance of electron 2 from the ion", LENGTH, positive=True)
x_1, y_1, z_1 = (symbol(f"{q}_1", f"{q}_1", "coordinate of electron 1", LENGTH, real=True) for q in "xyz")
x_2, y_2, z_2 = (symbol(f"{q}_2", f"{q}_2", "coordinate of electron 2", LENGTH, real=True) for q in "xyz")
Psi_r = symbol("Psi_r", r"\Psi_{\bar{r}}", "wave function of two electrons", LENGTH**-3, real=True)
cosine = symbol("cosine", r"\cos\vartheta", "cosine of the angle between the electrons", DIMENSIONLESS, real=True)
mean_nabla2 = symbol(
    "mean_nabla2", r"\langle\nabla_1^2\rangle", "mean of the Laplacian of an electron", LENGTH**-2, real=True
)
inverse_1 = symbol(
    "inverse_1",
    r"\langle 1/r_1\rangle",
    "mean of the inverse distance of an electron from the ion",
    LENGTH**-1,
    positive=True,
)
inverse_12 = symbol(
    "inverse_12", r"\langle 1/r_{12}\rangle", "mean of the inverse distance of the electrons", LENGTH**-1, positive=True
)
E_kin_two = symbol("E_kin_two", r"E_{kin,2}", "kinetic energy of two electrons", ENERGY, real=True)
E_ei = symbol("E_ei", r"E_{e-i,2}", "energy of two electrons in the field of the ion", ENERGY, real=True)
E_ee = symbol("E_ee", r"E_{e-e,2}", "energy of the repulsion of two electrons", ENERGY, real=True)
E_pot_two = symbol("E_pot_two", r"E_{pot,2}", "electrostatic energy of two electrons in an atom", ENERGY, real=True)
E_total_two = symbol("E_total_two", r"E_{total,2}", "energy of two electrons in an atom", ENERGY, real=True)
r_other = symbol("r_other", r"\bar{r}'", "another radius of the orbital", LENGTH, positive=True)
epsilon_sp = symbol("epsilon_sp", r"\epsilon_{s.p.,2}", "single-particle energy of one electron", ENERGY, real=True)
TWO_AT = {
    place: {
        of: symbol(
            f"{of.name}_{place}",
            rf"({of.latex})_{{{tag}}}",
            f"{of.meaning}, {words}",
            of.dimension,
            **{"positive" if of.is_positive else "real": True},
        )
        for of in (E_kin_two, E_ei, E_ee, E_pot_two, E_total_two, epsilon_sp, mean_nabla2, inverse_1, inverse_12)
    }
    for place, tag, words in (
        ("other", r"\bar{r}'", "at another radius"),
        ("half", r"\bar{r}', Z = 1/2", "at any radius, for Z = 1/2"),
        ("small", "0", "at the radius a_0/Z"),
        ("large", "1", "at the radius a_0/(Z - 5/16)"),
    )
}

# III and IV
t_0 = symbol("t_0", r"t_0", "hopping amplitude of an electron in an empty band", ENERGY, positive=True)
Delta_t = symbol("Delta_t", r"\mathit{\Delta t}", "amplitude of the correlated hopping", ENERGY, positive=True)
t_eff = symbol("t_eff", r"t", "effective hopping amplitude", ENERGY, real=True)
U = symbol("U", r"U", "Coulomb energy of two electrons at one site", ENERGY, positive=True)
V = symbol("V", r"V", "Coulomb energy of two electrons at neighbouring sites", ENERGY, positive=True)
J_exchange = symbol("J_exchange", r"J", "exchange energy of neighbouring sites", ENERGY, positive=True)
n_band = symbol("n_band", r"n", "band occupation, electrons for each site", DIMENSIONLESS, positive=True)
n_spin = symbol(
    "n_spin", r"\langle n_{i,-\sigma}\rangle", "mean occupation of a site with one spin", DIMENSIONLESS, positive=True
)
hops = symbol("hops", r"\hat{K}", "sum of c†c + h.c. over the bonds and the spins", DIMENSIONLESS, real=True)
H_t = symbol("H_t", r"H_t", "kinetic energy of the electrons in the band", ENERGY, real=True)
H_Dt = symbol("H_Dt", r"H_{\Delta t}", "energy of the correlated hopping", ENERGY, real=True)

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
growth = symbol(
    "q_I",
    r"q",
    "I_1(s) over e I_0(s - d), which is less than 1 within a penetration depth",
    DIMENSIONLESS,
    positive=True,
)

# VI
L_s = symbol(
    "L_s",
    r"L_s",
    "angular momentum of the carriers, for unit height",
    ANGULAR_MOMENTUM / LENGTH,
    real=True,
    nonzero=True,
)
A_shell = symbol(
    "A_shell", r"A_\lambda", "cross section of the layer of the depth λ_L below the surface", AREA, positive=True
)
N_shell = symbol("N_shell", r"N_\lambda", "carriers near the surface, for unit height", LENGTH**-1, positive=True)
l_shell = symbol(
    "l_shell", r"l_\lambda", "angular momentum of one of these carriers", ANGULAR_MOMENTUM, real=True, nonzero=True
)
chi_r = symbol(
    "chi_r",
    r"\chi_{Larmor}(r)",
    "susceptibility of carriers of the density n_s in orbits of radius r",
    MAGNETIC_SUSCEPTIBILITY,
    real=True,
)
chi_2L = symbol(
    "chi_2L", r"\chi_{Larmor}(r = 2\lambda_L)", "that of orbits of radius 2λ_L", MAGNETIC_SUSCEPTIBILITY, real=True
)
chi_F = symbol(
    "chi_F", r"\chi_{Larmor}(r = k_F^{-1})", "that of orbits of radius 1/k_F", MAGNETIC_SUSCEPTIBILITY, real=True
)
v_L = symbol("v_L", r"v_L", "azimuthal velocity of a carrier in the field", VELOCITY, real=True)
m_orbit = symbol("m_orbit", r"m", "magnetic moment of an orbit, along the axis", MAGNETIC_MOMENT, real=True)
eps_F = symbol("eps_F", r"\epsilon_F", "Fermi energy", ENERGY, positive=True)
g_F = symbol(
    "g_F",
    r"g(\epsilon_F)",
    "density of states of both spins at the Fermi energy",
    NUMBER_DENSITY / ENERGY,
    positive=True,
)
chi_Landau = symbol(
    "chi_Landau",
    r"\chi_{Landau}",
    "susceptibility of the orbital motion of free electrons",
    MAGNETIC_SUSCEPTIBILITY,
    real=True,
)
alpha_orbit = symbol(
    "alpha_orbit", r"\alpha", "largest angle at which an orbit passes at a depth", DIMENSIONLESS, positive=True
)
e_abs = symbol("e_abs", r"e_1", "elementary charge, the magnitude of e", CHARGE, positive=True)
n_conduction = symbol("n_conduction", r"n_c", "density of all conduction electrons", NUMBER_DENSITY, positive=True)

# VII
v_sig = symbol("v_sig", r"v_{\sigma,\varphi}", "azimuthal velocity of an electron at the radius r", VELOCITY, real=True)
v_phi0 = symbol(
    "v_phi0", r"v^0_{\sigma,\varphi}", "azimuthal velocity of an electron at the radius 2λ_L", VELOCITY, real=True
)
v_up = symbol("v_up", r"v_\uparrow", "azimuthal velocity of an electron with spin up, at 2λ_L", VELOCITY, real=True)
v_down = symbol(
    "v_down", r"v_\downarrow", "azimuthal velocity of an electron with spin down, at 2λ_L", VELOCITY, real=True
)
mu_z = symbol("mu_z", r"\mu_z", "magnetic moment of the spin, along the axis", MAGNETIC_MOMENT, real=True, nonzero=True)
F_L = symbol("F_L", r"F_{L,r}", "Lorentz force, radial component", FORCE, real=True)
F_mu = symbol("F_mu", r"F_{\mu,r}", "force on the moment of an electron, radial component", FORCE, real=True)
B_here = symbol("B_here", r"B", "magnetic field near the surface, along the axis", MAGNETIC_FIELD, positive=True)
slope_B = symbol(
    "slope_B",
    r"\partial B/\partial r",
    "radial gradient of the field near the surface",
    MAGNETIC_FIELD / LENGTH,
    real=True,
    nonzero=True,
)
B_s = symbol("B_s", r"B_s", "field that stops a component of the spin current", MAGNETIC_FIELD, positive=True)
v_Meissner = symbol(
    "v_Meissner", r"v_M", "azimuthal velocity of the Meissner current in the field B_s", VELOCITY, real=True
)
H_c1 = symbol("H_c1", r"H_{c1}", "lower critical field", MAGNETIC_FIELD, positive=True)
kappa = symbol("kappa", r"\kappa", "Ginzburg-Landau parameter", DIMENSIONLESS, positive=True)
l_orbit = symbol(
    "l_orbit", r"l", "angular momentum of an electron in an orbit, its magnitude", ANGULAR_MOMENTUM, positive=True
)
A_stop = symbol(
    "A_stop", r"A(B_s)", "vector potential at the surface in the field B_s", VECTOR_POTENTIAL, nonnegative=True
)
p_stop = symbol("p_stop", r"p(B_s)", "canonical momentum of a carrier in the field B_s", MOMENTUM, real=True)

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
H_c = symbol("H_c", r"H_c", "thermodynamic critical field", MAGNETIC_FIELD, positive=True)
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

# IX
# In a cylinder, at a point near the surface: x along the radius, y along the azimuth, z along the axis.
beta_x, beta_z = (
    symbol(f"beta_{axis}", rf"\beta_{axis}", f"velocity of a frame over c, {axis} component", DIMENSIONLESS, real=True)
    for axis in "xz"
)
unit_phi = symbol("unit_phi", r"\hat{e}_\varphi", "unit vector of the azimuth", DIMENSIONLESS, real=True)
unit_4 = symbol("unit_4", r"\hat{e}_4", "unit vector of the fourth component", DIMENSIONLESS, real=True)
J_spin, J_plus, J_minus, J_charge = (
    symbol(name, latex, f"four-current of {meaning}", CURRENT_DENSITY, complex=True)
    for name, latex, meaning in (
        ("J_spin", r"J_\sigma", "the spin σ"),
        ("J_plus", r"J_{\sigma=+1}", "the spin +1"),
        ("J_minus", r"J_{\sigma=-1}", "the spin -1"),
        ("J_charge", r"J_c", "the charge"),
    )
)
J_spin0, J_plus0, J_minus0, J_charge0 = (
    symbol(name, latex, f"four-current deep inside of {meaning}", CURRENT_DENSITY, complex=True)
    for name, latex, meaning in (
        ("J_spin0", r"J_{\sigma0}", "the spin σ"),
        ("J_plus0", r"J_{\sigma0=+1}", "the spin +1"),
        ("J_minus0", r"J_{\sigma0=-1}", "the spin -1"),
        ("J_charge0", r"J_{c0}", "the charge"),
    )
)
A_spin, A_plus, A_minus, A_charge = (
    symbol(name, latex, f"four-potential of {meaning}", VECTOR_POTENTIAL, complex=True)
    for name, latex, meaning in (
        ("A_spin", r"A_\sigma", "the spin σ"),
        ("A_plus", r"A_{\sigma=+1}", "the spin +1"),
        ("A_minus", r"A_{\sigma=-1}", "the spin -1"),
        ("A_charge", r"A_c", "the charge"),
    )
)
A_spin0, A_plus0, A_minus0, A_charge0 = (
    symbol(name, latex, f"four-potential deep inside of {meaning}", VECTOR_POTENTIAL, complex=True)
    for name, latex, meaning in (
        ("A_spin0", r"A_{\sigma0}", "the spin σ"),
        ("A_plus0", r"A_{\sigma0=+1}", "the spin +1"),
        ("A_minus0", r"A_{\sigma0=-1}", "the spin -1"),
        ("A_charge0", r"A_{c0}", "the charge"),
    )
)
J_spin_phi = symbol("J_spin_phi", r"J_{\sigma\varphi}", "current of the spin σ, azimuth", CURRENT_DENSITY, real=True)
J_spin0_phi = symbol(
    "J_spin0_phi", r"J_{\sigma0\varphi}", "current of the spin σ deep inside, azimuth", CURRENT_DENSITY, real=True
)
rho_spin = symbol("rho_spin", r"\rho_\sigma", "excess charge density of the spin σ", CHARGE_DENSITY, real=True)
rho_spin0 = symbol(
    "rho_spin0", r"\rho_{\sigma0}", "excess charge density of the spin σ deep inside", CHARGE_DENSITY, real=True
)
rho_plus0 = symbol(
    "rho_plus0", r"\rho_{+0}", "excess charge density of the spin +1 deep inside", CHARGE_DENSITY, real=True
)
rho_minus0 = symbol(
    "rho_minus0", r"\rho_{-0}", "excess charge density of the spin -1 deep inside", CHARGE_DENSITY, real=True
)
A_spin_phi = symbol(
    "A_spin_phi", r"A_{\sigma\varphi}", "vector potential of the spin σ, azimuth", VECTOR_POTENTIAL, real=True
)
A_spin0_phi = symbol(
    "A_spin0_phi",
    r"A_{\sigma0\varphi}",
    "vector potential of the spin σ deep inside, azimuth",
    VECTOR_POTENTIAL,
    real=True,
)
phi_spin = symbol("phi_spin", r"\phi_\sigma", "potential of the spin σ", VECTOR_POTENTIAL, real=True)
phi_spin0 = symbol("phi_spin0", r"\phi_{\sigma0}", "potential of the spin σ deep inside", VECTOR_POTENTIAL, real=True)
A_phi = symbol("A_phi", r"A_\varphi", "vector potential, azimuth", VECTOR_POTENTIAL, real=True)
E_r = symbol("E_r", r"E_r", "electric field along the radius", ELECTRIC_FIELD, real=True)
E_0r = symbol("E_0r", r"E_{0r}", "electric field of the density ρ_0, along the radius", ELECTRIC_FIELD, real=True)
v_spin = symbol("v_spin", r"v_{\sigma\varphi}", "velocity of the spin σ, azimuth", VELOCITY, real=True)
v_spin0 = symbol("v_spin0", r"v_{\sigma0\varphi}", "velocity of the spin σ deep inside, azimuth", VELOCITY, real=True)
v_deep = symbol(
    "v_deep", r"v_{\sigma\varphi}(r \ll R)", "velocity of the spin σ for r much below R", VELOCITY, real=True
)
v_edge = symbol(
    "v_edge", r"v_{\sigma\varphi}(R)", "velocity of the spin σ at the surface, azimuth", VELOCITY, real=True
)
E_frame = vector("E", r"\vec{E}", "electric field", ELECTRIC_FIELD, real=True)
B_frame = vector("B", r"\vec{B}", "magnetic field", MAGNETIC_FIELD, real=True)
k_wave = vector("k", r"\vec{k}", "wave vector", WAVENUMBER, complex=True)
omega = symbol("omega", r"\omega", "angular frequency", FREQUENCY, complex=True)
f_any = function("f", r"f", "any field", DIMENSIONLESS, arguments=(LENGTH, LENGTH, LENGTH, TIME), real=True)
box_f = symbol("box_f", r"\Box^2 f", "wave operator of any field f", LENGTH**-2, real=True)
s_wave = symbol("s_wave", r"s", "factor that the wave operator gives to a wave", LENGTH**-2, complex=True)
a_wave = symbol(
    "a_wave", r"a", "amplitude of any component of the four-potential", VECTOR_POTENTIAL, complex=True, nonzero=True
)
j_wave = symbol("j_wave", r"j", "amplitude of the same component of the four-current", CURRENT_DENSITY, complex=True)
A_wave = vector("a", r"\vec{a}", "amplitude of the vector potential", VECTOR_POTENTIAL, complex=True)
phi_wave = symbol("phi_wave", r"p", "amplitude of φ less φ_0", VECTOR_POTENTIAL, complex=True)
spin_amplitude = symbol(
    "spin_amplitude",
    r"\alpha_\sigma",
    "amplitude of a wave of the four-potential of a spin",
    VECTOR_POTENTIAL,
    complex=True,
)
box_A = symbol(
    "box_A",
    r"\Box^2(A_\sigma - A_{\sigma0})",
    "wave operator of the four-potential of a spin",
    VECTOR_POTENTIAL / LENGTH**2,
    complex=True,
)
box_J = symbol(
    "box_J",
    r"\Box^2(J_\sigma - J_{\sigma0})",
    "wave operator of the four-current of a spin",
    CURRENT_DENSITY / LENGTH**2,
    complex=True,
)

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
v_band_up = symbol("v_band_up", r"v_{k\uparrow}", "speed of a carrier with spin up", VELOCITY, real=True)
v_band_down = symbol("v_band_down", r"v_{k\downarrow}", "speed of a carrier with spin down", VELOCITY, real=True)

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
sense = symbol("sense", r"s", "sense of a rotation, +1 or -1", DIMENSIONLESS, real=True)
j_half = symbol("j_half", r"j", "any of 0, 1, 2, ...", DIMENSIONLESS, integer=True, nonnegative=True)
T_1s = symbol("T_1s", r"T_{1s}", "kinetic energy with an exponential", ENERGY, positive=True)
F_1s = symbol("F_1s", r"F_{1s}", "right side of (86) for it", ENERGY, positive=True)
T_Gauss = symbol("T_Gauss", r"T_G", "kinetic energy with a Gaussian", ENERGY, positive=True)
F_Gauss = symbol("F_Gauss", r"F_G", "right side of (86) for it", ENERGY, positive=True)
N_1s = symbol("N_1s", r"N_{1s}", "integral of the density of an exponential", DIMENSIONLESS, positive=True)
N_Gauss = symbol("N_Gauss", r"N_G", "integral of the density of a Gaussian", DIMENSIONLESS, positive=True)
rho_of_r = symbol("rho_of_r", r"\rho(r)", "density of electrons", NUMBER_DENSITY, positive=True)
