"""Electrodynamics with spin, and the bands of Rashba: IX and X."""

from derivations.hirsch.notation.common import x, y, z
from verify.claims import function, symbol, vector
from verify.units import (
    CHARGE_DENSITY,
    CURRENT_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ELECTRIC_POTENTIAL,
    ENERGY,
    FREQUENCY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_MOMENT,
    MOMENTUM,
    TIME,
    VECTOR_POTENTIAL,
    VELOCITY,
    WAVE_FUNCTION_3D,
    WAVENUMBER,
)

# IX
# In a cylinder, at a point near the surface: x along the radius, y along the azimuth, z along the axis.
beta_x, beta_z = (
    symbol(f"beta_{axis}", rf"\beta_{axis}", f"velocity of a frame over c, {axis} component", DIMENSIONLESS, real=True)
    for axis in "xz"
)
unit_phi = symbol("unit_phi", r"\hat{e}_\varphi", "unit vector of the azimuth", DIMENSIONLESS, real=True)
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
J_plus_phi, J_minus_phi, J_azimuth = (
    symbol(name, latex, f"current of {meaning}, azimuth", CURRENT_DENSITY, real=True)
    for name, latex, meaning in (
        ("J_plus_phi", r"J_{+\varphi}", "the spin +1"),
        ("J_minus_phi", r"J_{-\varphi}", "the spin -1"),
        ("J_azimuth", r"J_\varphi", "both spins"),
    )
)
rho_plus = symbol("rho_plus", r"\rho_{\sigma=+1}", "excess charge density of the spin +1", CHARGE_DENSITY, real=True)
rho_minus_spin = symbol(
    "rho_minus_spin", r"\rho_{\sigma=-1}", "excess charge density of the spin -1", CHARGE_DENSITY, real=True
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
