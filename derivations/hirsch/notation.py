"""Symbols of Hirsch's paper.  Gaussian units.

The charge of the electron is e, a negative number: X says so, and (42) needs it.  A line that needs the other
sign says so.  One letter of the page that has two meanings is two symbols here:

- r̄ of (2) is a parameter of a wave function, r_i and r_f of (12) are radii of an orbit;
- σ is the direction of the spin along the axis, a number +1 or −1; as an operator it is a matrix of Pauli;
- v is the velocity of a particle, v_s that of the Meissner current, v_σ that of the spin current;
- ε of (20) is the energy of one electron, ε of (50) the condensation energy of one electron.
"""

from verify.claims import symbol
from verify.units import (
    ACTION,
    ANGULAR_MOMENTUM,
    AREA,
    CHARGE,
    CHARGE_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ENERGY,
    FORCE,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MAGNETIC_SUSCEPTIBILITY,
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
L_s = symbol(
    "L_s",
    r"L_s",
    "angular momentum of the carriers, for unit height",
    ANGULAR_MOMENTUM / LENGTH,
    real=True,
    nonzero=True,
)
v_s = symbol("v_s", r"v_s", "speed of the Meissner current", VELOCITY, real=True, nonzero=True)
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
phi_orbit = symbol("phi_orbit", r"\varphi", "angle on an orbit", DIMENSIONLESS, real=True)
alpha_orbit = symbol(
    "alpha_orbit", r"\alpha", "largest angle at which an orbit passes at a depth", DIMENSIONLESS, positive=True
)
e_abs = symbol("e_abs", r"e_1", "elementary charge, the magnitude of e", CHARGE, positive=True)

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
v_y = symbol("v_y", r"v_y", "azimuthal velocity of an electron on the axis x", VELOCITY, real=True)
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

# VIII

# IX

# X

# XI

# XII
