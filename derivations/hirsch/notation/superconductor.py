"""The superconductor as a giant atom, its orbits, currents and charge: V to VIII."""

from derivations.hirsch.notation.common import r, t, x, y, z
from verify.claims import function, symbol, vector
from verify.units import (
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
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_MOMENT,
    MAGNETIC_SUSCEPTIBILITY,
    MOMENTUM,
    NUMBER_DENSITY,
    TIME,
    VECTOR_POTENTIAL,
    VELOCITY,
    WAVENUMBER,
)

# V
J_four = symbol("J_mu", r"J", "four-current", CURRENT_DENSITY, complex=True)
J_four_0 = symbol("J_0mu", r"J_0", "the same of the uniform density", CURRENT_DENSITY, complex=True)
A_four = symbol("A_mu", r"A", "four-potential", VECTOR_POTENTIAL, complex=True)
A_four_0 = symbol("A_0mu", r"A_0", "the same of the uniform density", VECTOR_POTENTIAL, complex=True)
unit_space = tuple(
    symbol(f"unit_{axis}", rf"\hat{{e}}_{axis}", f"unit vector of the {axis} component", DIMENSIONLESS, real=True)
    for axis in "xyz"
)
unit_4 = symbol("unit_4", r"\hat{e}_4", "unit vector of the fourth component", DIMENSIONLESS, real=True)
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
N_all = symbol("N_all", r"N_s", "all superfluid carriers of the cylinder, for unit height", LENGTH**-1, positive=True)
l_two = symbol(
    "l_two", r"l_{2\lambda}", "angular momentum of an electron in an orbit of radius 2λ_L", ANGULAR_MOMENTUM, real=True
)
r_any = symbol("r_any", r"r'", "any radius of an orbit", LENGTH, positive=True)
chi_at = function(
    "chi_at",
    r"\chi_{Larmor}",
    "susceptibility of carriers of the density n_s in orbits of a radius",
    MAGNETIC_SUSCEPTIBILITY,
    variables=(r,),
    real=True,
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
k_conduction = symbol(
    "k_conduction", r"k_F", "Fermi wave number of all conduction electrons", WAVENUMBER, positive=True
)

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
u_c = symbol("u_c", r"u_c", "condensation energy for each volume", ENERGY_DENSITY, positive=True)
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
