"""The introduction, atoms and bands: I to IV."""

from verify.claims import function, symbol, vector
from verify.units import (
    ACCELERATION,
    AREA,
    CHARGE,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ENERGY,
    ENERGY_DENSITY,
    FORCE,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_MOMENT,
    TIME,
    VELOCITY,
    WAVE_FUNCTION_3D,
)

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
H_psi = symbol("H_psi", r"H\psi", "the Hamiltonian applied to a wave function", ENERGY * WAVE_FUNCTION_3D, real=True)
Hkin_psi = symbol("Hkin_psi", r"H_{kin}\psi", "its kinetic part, applied", ENERGY * WAVE_FUNCTION_3D, real=True)
Hpot_psi = symbol("Hpot_psi", r"H_{pot}\psi", "its potential part, applied", ENERGY * WAVE_FUNCTION_3D, real=True)
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
Delta_m = symbol("Delta_m", r"\mathit{\Delta m}", "change of the moment", MAGNETIC_MOMENT, real=True)
B_ind = symbol("B_ind", r"B_{ind}", "field of the electron in the centre of its orbit", MAGNETIC_FIELD, real=True)
B_ind_i = symbol("B_ind_i", r"B_{ind,i}", "the same at first", MAGNETIC_FIELD, real=True)
B_ind_f = symbol("B_ind_f", r"B_{ind,f}", "the same in the end", MAGNETIC_FIELD, real=True)
B_mean_i = symbol("B_mean_i", r"B_{mean,i}", "mean field of many such orbits at first", MAGNETIC_FIELD, real=True)
B_mean_f = symbol("B_mean_f", r"B_{mean,f}", "the same in the end", MAGNETIC_FIELD, real=True)
B_in = symbol("B_in", r"B_{in}", "field inside a long sample along the field", MAGNETIC_FIELD, real=True)
v_x = symbol("v_x", r"v_x", "velocity of the electron", VELOCITY, real=True)
v_y = symbol("v_y", r"v_y", "velocity of the electron", VELOCITY, real=True)
v_z = symbol("v_z", r"v_z", "velocity of the electron", VELOCITY, real=True)
a_x = symbol("a_x", r"a_x", "acceleration of the electron, dv_x/dt", ACCELERATION, real=True)
a_y = symbol("a_y", r"a_y", "acceleration of the electron, dv_y/dt", ACCELERATION, real=True)
a_z = symbol("a_z", r"a_z", "acceleration of the electron, dv_z/dt", ACCELERATION, real=True)
x_of = function("x_of", r"x", "place of the electron at a time", LENGTH, arguments=(TIME,), real=True)
y_of = function("y_of", r"y", "place of the electron at a time", LENGTH, arguments=(TIME,), real=True)
z_of = function("z_of", r"z", "place of the electron at a time", LENGTH, arguments=(TIME,), real=True)
L_rate_x = symbol("L_rate_x", r"\dot{L}_x", "rate of change of r×v, x component", VELOCITY**2, real=True)
L_rate_y = symbol("L_rate_y", r"\dot{L}_y", "rate of change of r×v, y component", VELOCITY**2, real=True)
L_rate = symbol("L_rate", r"\dot{L}", "rate of change of r×v along the field", VELOCITY**2, real=True)
r2_rate = symbol("r2_rate", r"\dot{Q}", "rate of change of the square of the distance", AREA / TIME, real=True)
F_x = symbol("F_x", r"F_x", "magnetic force on the electron", FORCE, real=True)
F_y = symbol("F_y", r"F_y", "magnetic force on the electron", FORCE, real=True)
B_any = vector("B_any", r"\mathbf{B}", "magnetic field, in any direction", MAGNETIC_FIELD, real=True)
F_z = symbol("F_z", r"F_z", "magnetic force on the electron", FORCE, real=True)
f_r = symbol("f_r", r"f_r", "radial force for each length of the distance", FORCE / LENGTH, real=True)
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
r_alone = symbol("r_alone", r"\bar{r}", "radius of the orbital without the interaction", LENGTH, positive=True)
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
hops = symbol(
    "hops",
    r"\sum_{<ij>\sigma} (c^\dagger_{i\sigma} c_{j\sigma} + h.c.)",
    "sum of c†c + h.c. over the bonds and the spins",
    DIMENSIONLESS,
    real=True,
)
hops_beside = symbol(
    "hops_beside",
    r"\sum_{<ij>\sigma} (n_{i,-\sigma} + n_{j,-\sigma}) (c^\dagger_{i\sigma} c_{j\sigma} + h.c.)",
    "the same with the electrons of the other spin at the bond in front",
    DIMENSIONLESS,
    real=True,
)
H_t = symbol("H_t", r"H_t", "kinetic energy of the electrons in the band", ENERGY, real=True)
H_Dt = symbol("H_Dt", r"H_{\Delta t}", "energy of the correlated hopping", ENERGY, real=True)
