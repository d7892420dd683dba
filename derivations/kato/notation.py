"""Symbols of Kato's paper.  SI units.

The four states of the electron are vectors in the basis |k↑⟩, |k↓⟩, |−k↑⟩, |−k↓⟩, in this order: k is a clockwise
motion, −k a counter-clockwise one.  The functions of VIII run over the applied field H.
"""

from verify.claims import function, symbol
from verify.units import (
    ACTION,
    ANGULAR_MOMENTUM,
    CHARGE,
    CURRENT,
    DIMENSIONLESS,
    ENERGY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FIELD_STRENGTH,
    MAGNETIC_MOMENT,
    MASS,
    MOMENTUM,
    NUMBER_DENSITY,
    PERMEABILITY,
    PERMITTIVITY,
    TEMPERATURE,
    VELOCITY,
    VOLUME,
    WAVE_FUNCTION_3D,
)

# constants and what the whole paper speaks of
mu_0 = symbol("mu_0", r"\mu_0", "vacuum permeability", PERMEABILITY, positive=True)
k_B = symbol("k_B", r"k_B", "Boltzmann constant", ENERGY / TEMPERATURE, positive=True)
mu_B = symbol("mu_B", r"\mu_B", "Bohr magneton", MAGNETIC_MOMENT, positive=True)
T = symbol("T", r"T", "temperature", TEMPERATURE, positive=True)
B_ring = symbol(
    "B_ring", r"B_{\mathrm{ring},ns,X}", "magnitude of the field of the ring current", MAGNETIC_FIELD, positive=True
)

# II to V
e = symbol("e", r"e", "elementary charge", CHARGE, positive=True)
Q = symbol("Q", r"Q", "charge that goes around the electron", CHARGE, positive=True)
m_e = symbol("m_e", r"m_e", "mass of the electron", MASS, positive=True)
epsilon_0 = symbol("epsilon_0", r"\varepsilon_0", "vacuum permittivity", PERMITTIVITY, positive=True)
r = symbol("r", r"r", "radius of the orbit", LENGTH, positive=True)
v = symbol("v", r"v", "speed on the orbit", VELOCITY, positive=True)
E_ion = symbol("E_ion", r"E_{\mathrm{ion}}", "ionisation energy", ENERGY, positive=True)
I_ring = symbol("I_ring", r"I_{\mathrm{ring},ns,X}", "magnitude of the ring current", CURRENT, positive=True)
x_n, y_n, z_n, x_e, y_e, z_e = (
    symbol(f"{axis}_{body[0]}", f"{axis}_{body[0]}", f"place of the {body} along {axis}", LENGTH, real=True)
    for body in ("nucleus", "electron")
    for axis in "xyz"
)
u_n, v_n, w_n, u_e, v_e, w_e = (
    symbol(f"{letter}_{body[0]}", f"{letter}_{body[0]}", f"velocity of the {body} along {axis}", VELOCITY, real=True)
    for body in ("nucleus", "electron")
    for letter, axis in zip("uvw", "xyz", strict=True)
)
psi_ns = function(
    "psi_ns", r"\psi_{ns}", "an orbital ns, of the distance from the nucleus", WAVE_FUNCTION_3D, complex=True
)
L_z = symbol("L_z", r"L_z", "angular momentum of the electron about the nucleus, upwards", ANGULAR_MOMENTUM, real=True)
s_ns = symbol("s_ns", r"s_{ns,X}", "magnitude of the spin magnetic moment", MAGNETIC_MOMENT, nonnegative=True)
Z = symbol(
    "Z",
    r"Z",
    "number of elementary charges that go around the electron: of the nucleus, or of it with all inner electrons",
    DIMENSIONLESS,
    integer=True,
    positive=True,
)
hbar = symbol("hbar", r"\hbar", "reduced Planck constant", ACTION, positive=True)
s_up = symbol("s_up", r"s_{\uparrow}", "spin magnetic moment that points up", MAGNETIC_MOMENT, real=True)
s_down = symbol("s_down", r"s_{\downarrow}", "spin magnetic moment that points down", MAGNETIC_MOMENT, real=True)
B_cw = symbol("B_cw", r"B_{k}", "upward field of a clockwise motion", MAGNETIC_FIELD, real=True)
B_ccw = symbol("B_ccw", r"B_{-k}", "upward field of a counter-clockwise motion", MAGNETIC_FIELD, real=True)
E_cw_up = symbol("E_cw_up", r"E_{k\uparrow}", "energy of the spin moment in |k↑⟩", ENERGY, real=True)
E_ccw_down = symbol("E_ccw_down", r"E_{-k\downarrow}", "energy of the spin moment in |−k↓⟩", ENERGY, real=True)
E_cw_down = symbol("E_cw_down", r"E_{k\downarrow}", "energy of the spin moment in |k↓⟩", ENERGY, real=True)
E_ccw_up = symbol("E_ccw_up", r"E_{-k\uparrow}", "energy of the spin moment in |−k↑⟩", ENERGY, real=True)
p_cw_up, p_cw_down, p_ccw_up, p_ccw_down = (
    symbol(f"p_{name}", f"w_{{{index}}}", f"probability of {ket}", DIMENSIONLESS, nonnegative=True)
    for name, index, ket in (
        ("cw_up", r"k\uparrow", "|k↑⟩"),
        ("cw_down", r"k\downarrow", "|k↓⟩"),
        ("ccw_up", r"-k\uparrow", "|−k↑⟩"),
        ("ccw_down", r"-k\downarrow", "|−k↓⟩"),
    )
)
P_upper = function(
    "P_upper",
    r"P_{k_{ns,X,\mathrm{excited}}}",
    "occupation of the two excited states",
    DIMENSIONLESS,
    variables=(T,),
    real=True,
)
P_T = symbol(
    "P_T",
    r"P_{k_{ns,X,\mathrm{excited}}}(T)",
    "the same at one temperature, of which the state is said",
    DIMENSIONLESS,
    nonnegative=True,
)
a_ground, a_excited = (
    symbol(
        f"a_{level}",
        rf"a_{{k_{{ns,X,\mathrm{{{level}}}}}}}(T)",
        f"amplitude of the {level} states at one temperature, real and not negative",
        DIMENSIONLESS,
        nonnegative=True,
    )
    for level in ("ground", "excited")
)
c_cw_up, c_cw_down, c_ccw_up, c_ccw_down = (
    symbol(f"c_{name}", f"c_{{{index}}}", f"amplitude of {ket}, real and not negative", DIMENSIONLESS, nonnegative=True)
    for name, index, ket in (
        ("cw_up", r"k\uparrow", "|k↑⟩"),
        ("cw_down", r"k\downarrow", "|k↓⟩"),
        ("ccw_up", r"-k\uparrow", "|−k↑⟩"),
        ("ccw_down", r"-k\downarrow", "|−k↓⟩"),
    )
)
ket_cw_up, ket_cw_down, ket_ccw_up, ket_ccw_down, ket_ground, ket_excited = (
    symbol(f"ket_{name}", rf"|{inside}\rangle", "a state, as a vector", DIMENSIONLESS, complex=True)
    for name, inside in (
        ("cw_up", r"k\uparrow"),
        ("cw_down", r"k\downarrow"),
        ("ccw_up", r"-k\uparrow"),
        ("ccw_down", r"-k\downarrow"),
        ("ground", r"k_{ns,X,\mathrm{ground}}"),
        ("excited", r"k_{ns,X,\mathrm{excited}}"),
    )
)
ket_one = symbol(
    "ket_one",
    r"|K_{\mathrm{one},ns,X}(T)\rangle",
    "state of the electron at one temperature",
    DIMENSIONLESS,
    complex=True,
)
P_298 = symbol("P_298", r"P_{298}", "occupation of the two excited states at 298 K", DIMENSIONLESS, real=True)
x_external = symbol(
    "x_external",
    r"x_{\mathrm{external}}",
    "external field, electric or magnetic; written as a magnetic one",
    MAGNETIC_FIELD,
    real=True,
)
p_k = symbol("p_k", r"p_k", "momentum along the clockwise orbit", MOMENTUM, positive=True)
p_canonical = symbol("p_canonical", r"p_{\mathrm{canonical}}", "canonical momentum", MOMENTUM, real=True)
delta_T = symbol("delta_T", r"\delta", "splitting of the levels over the thermal energy", DIMENSIONLESS, positive=True)
current_mean, current_mean_0, current_square_0 = (
    symbol(name, latex, f"{meaning} of the clockwise ring current{words}", dimension, real=True)
    for name, latex, meaning, words, dimension in (
        ("current_mean", r"\langle I \rangle", "mean", "", CURRENT),
        ("current_mean_0", r"\langle I \rangle_0", "mean", " without a moment", CURRENT),
        ("current_square_0", r"\langle I^2 \rangle_0", "mean square", " without a moment", CURRENT**2),
    )
)
s_0 = symbol("s_0", r"s_0", "spin magnetic moment of an electron that has none", MAGNETIC_MOMENT, real=True)

# VI
p_ground = symbol("p_ground", r"w_{\mathrm{ground}}", "probability of the two ground states", DIMENSIONLESS, real=True)
ratio_levels = symbol("ratio_levels", r"x", "distance of the two levels over k_B T", DIMENSIONLESS, positive=True)
tau = symbol("tau", r"\tau", "temperature, in units of the distance of the two levels", DIMENSIONLESS, positive=True)
share_cw = symbol("share_cw", r"g_{k\downarrow}", "probability of |k↓⟩ in the ground level", DIMENSIONLESS, real=True)
share_ccw = symbol("share_ccw", r"g_{-k\uparrow}", "probability of |−k↑⟩ in the ground level", DIMENSIONLESS, real=True)
rare = symbol("rare", r"r_{k\uparrow}", "probability of |k↑⟩ in a clockwise motion", DIMENSIONLESS, real=True)
T_VI_low, T_VI_high, T_IX = (
    symbol(name, latex, meaning, TEMPERATURE, positive=True)
    for name, latex, meaning in (
        ("T_VI_low", r"T_{VI,1}", "lower end of the temperatures of VI"),
        ("T_VI_high", r"T_{VI,2}", "upper end of the temperatures of VI"),
        ("T_IX", r"T_{IX}", "temperature of IX"),
    )
)
kelvins = symbol("kelvins", r"T_0", "one kelvin", TEMPERATURE, positive=True)

# VII
N_valence = symbol(
    "N_valence", r"N_v", "number of orbitals of the valence bands", DIMENSIONLESS, integer=True, positive=True
)
N_conduction = symbol(
    "N_conduction",
    r"N_c",
    "number of orbitals of the conduction bands",
    DIMENSIONLESS,
    integer=True,
    positive=True,
)
n_valence = symbol("n_valence", r"n_v", "number of electrons in the valence bands", DIMENSIONLESS, nonnegative=True)
n_conduction = symbol(
    "n_conduction", r"n_{cb}", "number of electrons in the conduction bands", DIMENSIONLESS, nonnegative=True
)
promoted = symbol("promoted", r"p", "number of promoted electrons", DIMENSIONLESS, nonnegative=True)
free_valence, free_conduction = (
    symbol(f"free_{band}", f"z_{index}", f"free places in the {band} bands", DIMENSIONLESS, nonnegative=True)
    for band, index in (("valence", "v"), ("conduction", "{cb}"))
)
E_BE_0 = symbol("E_BE_0", r"E_{\mathrm{BE}}(0)", "condensation energy", ENERGY, positive=True)
V_kin_0 = symbol(
    "V_kin_0",
    r"V_{\mathrm{kin,Fermi},N k_{\mathrm{HOMO}}}(0)",
    "kinetic energy of a fermionic electron",
    ENERGY,
    positive=True,
)
volt_e = symbol("volt_e", r"\mathrm{eV}", "one electronvolt", ENERGY, positive=True)
E_h = symbol("E_h", r"E_h", "Hartree energy", ENERGY, positive=True)
n_orbital = symbol(
    "n_orbital", r"N_1", "number of electrons in an orbital", DIMENSIONLESS, integer=True, nonnegative=True
)
n_further = symbol(
    "n_further", r"N_2", "number of electrons in it beyond the fourth", DIMENSIONLESS, integer=True, nonnegative=True
)

# VIII
H = symbol("H_applied", r"H_{\mathrm{applied}}", "applied field", MAGNETIC_FIELD_STRENGTH, nonnegative=True)
H_c = symbol("H_c", r"H_c", "critical field", MAGNETIC_FIELD_STRENGTH, positive=True)
v_SC = symbol("v_SC", r"v_{SC}", "volume of the superconductor", VOLUME, positive=True)
f_Bose = function(
    "f_Bose", r"f_{\mathrm{Bose}}", "ratio of the bosonic properties", DIMENSIONLESS, variables=(H,), real=True
)
f_electronic = function(
    "f_electronic",
    r"f_{\mathrm{electronic}}",
    "electronic part of the order parameter",
    DIMENSIONLESS,
    variables=(H,),
    real=True,
)
f_magnetic = function(
    "f_magnetic",
    r"f_{\mathrm{magnetic}}",
    "magnetic part of the order parameter",
    DIMENSIONLESS,
    variables=(H,),
    real=True,
)
Psi_GL = function("Psi_GL", r"\Psi_{GL}", "order parameter", DIMENSIONLESS, variables=(H,), real=True)
E_gap = function(
    "E_gap",
    r"E_{\mathrm{gap},N}",
    "energy difference of the normal and the superconducting state",
    ENERGY,
    variables=(H,),
    real=True,
)
E_electronic = function(
    "E_electronic", r"E_{\mathrm{electronic}}", "electronic stabilisation energy", ENERGY, variables=(H,), real=True
)
E_magnetic = function("E_magnetic", r"E_{\mathrm{magnetic}}", "magnetic energy", ENERGY, variables=(H,), real=True)
E_gap_electronic = function(
    "E_gap_electronic",
    r"E_{\mathrm{gap},N,\mathrm{electronic}}",
    "electronic part of the energy difference",
    ENERGY,
    variables=(H,),
    real=True,
)
E_normal = function(
    "E_normal",
    r"E_{\mathrm{Bose},\mathrm{two},NM,N}",
    "energy of the normal metallic state",
    ENERGY,
    variables=(H,),
    real=True,
)
E_super = function(
    "E_super",
    r"E_{\mathrm{Bose},\mathrm{one},SC,N}",
    "energy of the superconducting state",
    ENERGY,
    variables=(H,),
    real=True,
)
E_electron = function(
    "E_electron", r"E_{\mathrm{electron},N}", "energy of the electrons", ENERGY, variables=(H,), real=True
)
E_vibronic = function(
    "E_vibronic", r"E_{\mathrm{vibronic}}", "vibronic stabilisation energy", ENERGY, variables=(H,), real=True
)
V_one = symbol("V_one", r"V_{\mathrm{one}}", "energy of the vibronic interaction", ENERGY, positive=True)
n_s = function("n_s", r"n_s", "ratio of the superelectrons", DIMENSIONLESS, variables=(H,), real=True)
n_n = function("n_n", r"n_n", "ratio of the normal electrons", DIMENSIONLESS, variables=(H,), real=True)
rho_s = symbol("rho_s", r"\rho_s", "number density of the superelectrons", NUMBER_DENSITY, positive=True)
rho_n = symbol("rho_n", r"\rho_n", "number density of the normal electrons", NUMBER_DENSITY, positive=True)
r_s = function("r_s", r"r_s", "bosonic property of each electron", DIMENSIONLESS, variables=(H,), real=True)
r_n = function("r_n", r"r_n", "fermionic property of each electron", DIMENSIONLESS, variables=(H,), real=True)
H_1 = symbol("H_1", r"H_1", "a field", MAGNETIC_FIELD_STRENGTH, nonnegative=True)
H_2 = symbol("H_2", r"H_2", "a field that is compared with H_1", MAGNETIC_FIELD_STRENGTH, nonnegative=True)
H_depairing = symbol("H_depairing", r"H", "field of the depairing", MAGNETIC_FIELD_STRENGTH, positive=True)
rate_12 = symbol(
    "rate_12",
    r"s_{12}",
    "mean rate at which the ratio of the bosonic properties falls between two fields",
    DIMENSIONLESS / MAGNETIC_FIELD_STRENGTH,
    positive=True,
)
rate_c = symbol(
    "rate_c",
    r"s_c",
    "the same between the critical field and that of the depairing",
    DIMENSIONLESS / MAGNETIC_FIELD_STRENGTH,
    positive=True,
)
v_2 = symbol("v_2", r"v_2", "volume of another superconductor", VOLUME, positive=True)
E_magnetic_2 = function(
    "E_magnetic_2",
    r"E_{\mathrm{magnetic},2}",
    "magnetic energy of another superconductor",
    ENERGY,
    variables=(H,),
    real=True,
)
E_magnetic_counted, E_electronic_counted = (
    function(
        f"E_{part}_counted",
        rf"\tilde E_{{\mathrm{{{part}}}}}",
        f"{part} energy, counted in units of the energy difference without a field",
        DIMENSIONLESS,
        variables=(H,),
        real=True,
    )
    for part in ("magnetic", "electronic")
)
density_share_s, density_share_n = (
    symbol(
        f"density_share_{index}",
        rf"\tilde n_{index}",
        f"number density of the {kind}, counted in units of that of all electrons",
        DIMENSIONLESS,
        positive=True,
    )
    for index, kind in (("s", "superelectrons"), ("n", "normal electrons"))
)
E_0 = symbol("E_0", r"E_0", "energy difference without a field", ENERGY, real=True)
f_0 = symbol("f_0", r"f_0", "ratio of the bosonic properties without a field", DIMENSIONLESS, real=True)
f_c = symbol("f_c", r"f_c", "ratio of the bosonic properties at the critical field", DIMENSIONLESS, real=True)
Psi_0 = symbol("Psi_0", r"\Psi_0", "order parameter without a field", DIMENSIONLESS, real=True)
Psi_c = symbol("Psi_c", r"\Psi_c", "order parameter at the critical field", DIMENSIONLESS, real=True)
n_c = symbol("n_c", r"n_c", "ratio of the superelectrons at the critical field", DIMENSIONLESS, real=True)
r_c = symbol("r_c", r"r_c", "bosonic property at the critical field", DIMENSIONLESS, real=True)
r_nc = symbol("r_nc", r"r_{nc}", "fermionic property at the critical field", DIMENSIONLESS, real=True)
