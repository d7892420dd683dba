"""Symbols of Essén (2013).  Gaussian units; the electron has the charge −|e|; e_2 is |e|, printed |e| or, squared, e^2.

In II.A the particles have charges e_i of either sign; e is the charge of one kind of
particle, with its sign.  Where the paper turns to atomic units, the quantity is declared
once more as a pure number: its value in atomic units.
"""

from verify.claims import function, indexed, symbol
from verify.units import (
    ANGULAR_MOMENTUM,
    CHARGE,
    CURRENT,
    DIMENSIONLESS,
    ENERGY,
    FORCE,
    FREQUENCY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MASS,
    MOMENTUM,
    PERMITTIVITY,
    SURFACE_CHARGE_DENSITY,
    TEMPERATURE,
    TIME,
    TORQUE,
    VECTOR_POTENTIAL,
    VELOCITY,
)

# constants
c = symbol("c", r"c", "speed of light", VELOCITY, positive=True)
hbar = symbol("hbar", r"\hbar", "reduced Planck constant", ANGULAR_MOMENTUM, positive=True)
h = symbol("h", r"h", "Planck constant", ANGULAR_MOMENTUM, positive=True)
e = symbol("e", r"e", "charge of a particle, with its sign", CHARGE, nonzero=True, real=True)
m = symbol("m", r"m", "mass of an electron", MASS, positive=True)
r_e = symbol("r_e", r"r_e", "classical electron radius", LENGTH, positive=True)
a_0 = symbol("a_0", r"a_0", "Bohr radius", LENGTH, positive=True)
alpha = symbol("alpha", r"\alpha", "fine-structure constant", DIMENSIONLESS, positive=True)
epsilon_0 = symbol("epsilon_0", r"\epsilon_0", "vacuum permittivity", PERMITTIVITY, positive=True)

# unit vectors: an equation between vectors is decided for any numbers in their place, component by component
e_x = symbol("e_x", r"\mathbf{e}_x", "unit vector along x", DIMENSIONLESS, real=True)
e_y = symbol("e_y", r"\mathbf{e}_y", "unit vector along y", DIMENSIONLESS, real=True)

# particles on the ring
N = symbol("N", r"N", "number of particles", DIMENSIONLESS, integer=True, positive=True)
i = symbol("i", r"i", "index of a particle", DIMENSIONLESS, integer=True, positive=True)
j = symbol("j", r"j", "index of a particle", DIMENSIONLESS, integer=True, positive=True)
k = symbol("k", r"k", "index of the particle in question", DIMENSIONLESS, integer=True, positive=True)
R = symbol("R", r"R", "radius of the ring, of the sphere, size of a sample", LENGTH, positive=True)
t = symbol("t", r"t", "time", TIME, real=True)
phi_of = indexed("varphi", r"\varphi", "angle of particle i", DIMENSIONLESS, real=True)
rate_of = indexed("varphidot", r"\dot{\varphi}", "angular velocity of particle i", FREQUENCY, real=True)
mass_of = indexed("m_of", r"m", "mass of particle i", MASS, positive=True)
charge_of = indexed("e_of", r"e", "charge of particle i", CHARGE, real=True)
J_of = indexed("J_of", r"J", "generalized momentum of particle i", ANGULAR_MOMENTUM, real=True)
Jbar_of = indexed("Jbar_of", r"\bar{J}", "average of J_i round the ring", ANGULAR_MOMENTUM, real=True)
J_at = function(
    "J_at",
    r"J_i",
    "generalized momentum of one particle at an angle",
    ANGULAR_MOMENTUM,
    arguments=(DIMENSIONLESS,),
    real=True,
)
action = symbol("I_varphi", r"I_{\varphi_i}", "adiabatic invariant", ANGULAR_MOMENTUM, real=True)
A_of = indexed("A_of", r"A", "vector potential at particle i", VECTOR_POTENTIAL, real=True)
V_0 = symbol("V_0", r"V_0", "potential energy without flux", ENERGY, real=True)
T_0 = symbol("T_0", r"T_0", "kinetic energy to zeroth order", ENERGY, real=True)
L_0 = symbol("L_0", r"L_0", "Lagrangian to zeroth order", ENERGY, real=True)
L = symbol("L", r"L", "Lagrangian", ENERGY, real=True)
H_0 = symbol("H_0", r"H_0", "Hamiltonian to zeroth order", ENERGY, real=True)
H = symbol("H", r"H", "Hamiltonian", ENERGY, real=True)
J = symbol("J", r"J", "generalized momentum", ANGULAR_MOMENTUM, real=True)
Phi = symbol("Phi", r"\Phi", "magnetic flux through the ring", MAGNETIC_FLUX, real=True)
Phi_0 = symbol("Phi_0", r"\Phi_0", "flux quantum", MAGNETIC_FLUX, positive=True)
n_phi = symbol("n_phi", r"n_\phi", "flux in flux quanta", DIMENSIONLESS, real=True)
A_phi = symbol("A_phi", r"A_\varphi", "vector potential along the ring", VECTOR_POTENTIAL, real=True)
B = symbol("B", r"B", "magnetic field", MAGNETIC_FIELD, real=True)
B_z = symbol("B_z", r"B_z", "magnetic field along the axis", MAGNETIC_FIELD, real=True)
I = symbol("I", r"I", "current", CURRENT, real=True)  # noqa: E741  (the paper's letter)
I_Phi = symbol("I_Phi", r"I_\Phi", "diamagnetic current", CURRENT, real=True)
I_0 = symbol("I_0", r"I_0", "ballistic current", CURRENT, real=True)
I_ballistic = symbol("I_ballistic", r"I_0", "ballistic current of the ground state", CURRENT, real=True)
I_00 = symbol("I_00", r"I_{00}", "current without flux, the momenta those with it", CURRENT, real=True)
I_0bar = symbol("I_0bar", r"\bar{I}_0", "average current at zero flux", CURRENT, real=True)
I_L = symbol("I_L", r"I_L", "Larmor current", CURRENT, real=True)
mu_B = symbol("mu_B", r"\mu_B", "Bohr magneton", MAGNETIC_MOMENT, positive=True)
mu_II = symbol("mu_II", r"\mu_B", "the μ_B of II.B, |e|ħ/(2m)", CURRENT * LENGTH**2, positive=True)
Omega_z = symbol("Omega_z", r"\Omega_z", "Larmor frequency", FREQUENCY, real=True)
potential = function("U_0", r"U_0", "potential of one particle", ENERGY, arguments=(DIMENSIONLESS,), real=True)
angle = function("varphi", r"\varphi", "angle as a function of time", DIMENSIONLESS, arguments=(TIME,), real=True)
phi = symbol("varphi", r"\varphi", "angle on the ring, or relative angle", DIMENSIONLESS, real=True)
v_F = symbol("v_F", r"v_F", "Fermi velocity", VELOCITY, positive=True)
v_Phi = symbol("v_Phi", r"v_\Phi", "speed of the Larmor current", VELOCITY, real=True)
v_Phi_au = symbol("v_Phi_au", r"v_\Phi", "speed of the Larmor current, in atomic units", DIMENSIONLESS, real=True)
v_F_au = symbol("v_F_au", r"v_F", "Fermi velocity, in atomic units", DIMENSIONLESS, positive=True)
R_au = symbol("R_au", r"R", "radius of the ring, in atomic units", DIMENSIONLESS, positive=True)
v = symbol("v", r"v", "speed", VELOCITY, positive=True)
I_av = symbol("I_av", r"I_{\text{av}}", "average current of the rings", CURRENT, real=True)
B_0 = symbol("B_0", r"B_0", "field of one flux quantum", MAGNETIC_FIELD, positive=True)
v_other = symbol("v_other", r"v'", "speed of another particle", VELOCITY, positive=True)
share_of_sum = symbol(
    "S_max", r"S_{\max}", "upper bound of the sum of r_e V/R over the other electrons", DIMENSIONLESS, positive=True
)
share = symbol("share", r"c_1", "printed coefficient of the average current", DIMENSIONLESS, positive=True)
per_tesla = symbol(
    "per_tesla", r"I_1", "printed current of one electron in a unit field", CURRENT / MAGNETIC_FIELD, positive=True
)
speed_au = symbol("speed_au", r"k_F", "Fermi velocity times r_s, in atomic units", DIMENSIONLESS, positive=True)
unpaired = symbol(
    "n_1", r"n_1", "electrons in the highest level one way round, less those the other way", DIMENSIONLESS, integer=True
)
loop_area = symbol("loop_area", r"A", "area of a loop", LENGTH**2, positive=True)
ell = symbol("ell", r"\ell", "circumference of a ring, length of a cylinder", LENGTH, positive=True)
top = symbol("k_F", r"k", "highest quantum number of the filled levels", DIMENSIONLESS, integer=True, positive=True)

# quantum mechanics on the ring
psi = function("psi", r"\psi", "wave function", DIMENSIONLESS, arguments=(DIMENSIONLESS,), complex=True)
psi_1 = function(
    "psi_1",
    r"\psi'",
    "wave function after the gauge transformation",
    DIMENSIONLESS,
    arguments=(DIMENSIONLESS,),
    complex=True,
)
psi_here = symbol("psi_here", r"\psi(\varphi)", "wave function at an angle", DIMENSIONLESS, complex=True)
psi_turn = symbol("psi_turn", r"\psi(\varphi + 2\pi)", "wave function one turn later", DIMENSIONLESS, complex=True)
psi_turns = symbol("psi_turns", r"\psi(\varphi + 4\pi)", "wave function two turns later", DIMENSIONLESS, complex=True)
psi1_here = symbol("psi1_here", r"\psi'(\varphi)", "transformed wave function", DIMENSIONLESS, complex=True)
psi1_turn = symbol(
    "psi1_turn", r"\psi'(\varphi + 2\pi)", "transformed wave function one turn later", DIMENSIONLESS, complex=True
)
psi1_turns = symbol(
    "psi1_turns", r"\psi'(\varphi + 4\pi)", "transformed wave function two turns later", DIMENSIONLESS, complex=True
)
E = symbol("E", r"E", "energy", ENERGY, real=True)
E_level = symbol("E_level", "E", "energy of an eigenstate", ENERGY, real=True)
E_psi = symbol("E_psi", r"E\psi(\varphi)", "energy times the wave function", ENERGY, complex=True)
E_psi_1 = symbol("E_psi_1", r"E\psi'", "energy times the transformed wave function", ENERGY, complex=True)
theta = symbol("theta", r"\theta", "angle", DIMENSIONLESS, real=True)
u = symbol("u", r"u", "component of the spin along the axis of rotation, or a cosine", DIMENSIONLESS, real=True)
p_z = symbol("p_z", r"p_z", "momentum, z component", MOMENTUM, real=True)

# vectors
x = symbol("x", r"x", "coordinate", LENGTH, real=True)
y = symbol("y", r"y", "coordinate", LENGTH, real=True)
z = symbol("z", r"z", "coordinate along the axis", LENGTH, real=True)
x_2 = symbol("x_2", r"x_2", "coordinate of a second particle", LENGTH, real=True)
y_2 = symbol("y_2", r"y_2", "coordinate of a second particle", LENGTH, real=True)
v_x = symbol("v_x", r"v_x", "velocity, x component", VELOCITY, real=True)
v_y = symbol("v_y", r"v_y", "velocity, y component", VELOCITY, real=True)
v_z = symbol("v_z", r"v_z", "velocity, z component", VELOCITY, real=True)
w_x = symbol("w_x", r"w_x", "velocity of a second particle, x component", VELOCITY, real=True)
w_y = symbol("w_y", r"w_y", "velocity of a second particle, y component", VELOCITY, real=True)
lorentz = symbol("F_L", r"F_L", "Lorentz force, x component", FORCE, real=True)
coriolis = symbol("F_C", r"F_C", "Coriolis force, x component", FORCE, real=True)
x_of = function("x_t", r"x", "coordinate in the rotating frame", LENGTH, arguments=(TIME,), real=True)
y_of = function("y_t", r"y", "coordinate in the rotating frame", LENGTH, arguments=(TIME,), real=True)
Omega = symbol("Omega", r"\Omega", "angular velocity of the body", FREQUENCY, real=True)

# the rotating sphere and cylinder
Q = symbol("Q", r"Q", "charge on the surface", CHARGE, positive=True)
sigma = symbol("sigma", r"\sigma", "surface charge density", SURFACE_CHARGE_DENSITY, positive=True)
N_s = symbol("N_s", r"N", "number of superconducting electrons", DIMENSIONLESS, positive=True)
B_s = symbol("B_s", r"B", "field inside the rotating body", MAGNETIC_FIELD, real=True)
mu_s = symbol("mu_s", r"\mu", "magnetic moment of the rotating surface", MAGNETIC_MOMENT, real=True)

# two electrons
e_2 = symbol("e_2", r"e", "charge of the electron", CHARGE, positive=True)
V_1 = symbol("V_1", r"V_1", "Darwin-Breit term", ENERGY, real=True)
r = symbol("r", r"r", "distance", LENGTH, positive=True)
factor = symbol("lambda", r"\lambda", "factor of a change of scale", DIMENSIONLESS, positive=True)
phi_1 = symbol("varphi_1", r"\varphi_1", "angle of the first electron", DIMENSIONLESS, real=True)
phi_2 = symbol("varphi_2", r"\varphi_2", "angle of the second electron", DIMENSIONLESS, real=True)
phi_C = symbol("varphi_C", r"\varphi_C", "angle of the centre of mass", DIMENSIONLESS, real=True)
rate_1 = symbol("rate_1", r"\dot{\varphi}_1", "angular velocity of the first electron", FREQUENCY, real=True)
rate_2 = symbol("rate_2", r"\dot{\varphi}_2", "angular velocity of the second electron", FREQUENCY, real=True)
rate_C = symbol("rate_C", r"\dot{\varphi}_C", "angular velocity of the centre of mass", FREQUENCY, real=True)
rate = symbol("rate", r"\dot{\varphi}", "relative angular velocity", FREQUENCY, real=True)
J_1 = symbol("J_1", r"J_1", "momentum of the first electron", ANGULAR_MOMENTUM, real=True)
J_2 = symbol("J_2", r"J_2", "momentum of the second electron", ANGULAR_MOMENTUM, real=True)
J_C = symbol("J_C", r"J_C", "momentum of the centre of mass", ANGULAR_MOMENTUM, real=True)
Jdot_C = symbol("Jdot_C", r"\dot{J}_C", "rate of change of J_C", TORQUE, real=True)
factor_C = function(
    "f_1", r"f_1", "factor of J_C² in (39)", (MASS * LENGTH**2) ** -1, arguments=(DIMENSIONLESS,), real=True
)
factor_r = function(
    "f_2", r"f_2", "factor of J² in (39)", (MASS * LENGTH**2) ** -1, arguments=(DIMENSIONLESS,), real=True
)
H_at = function(
    "H_at", r"H", "Hamiltonian as a function of an angular velocity", ENERGY, arguments=(FREQUENCY,), real=True
)
H_at_angle = function(
    "H_at_angle", r"H", "Hamiltonian as a function of an angle", ENERGY, arguments=(DIMENSIONLESS,), real=True
)
J_F = symbol("J_F", r"J_F", "half of the modulus of J_C", ANGULAR_MOMENTUM, positive=True)
V_phi = function(
    "V_varphi", r"V_\varphi", "angular potential of two particles", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True
)
eps = symbol("epsilon", r"\epsilon", "the small parameter e^2 V/(m c^2 R)", DIMENSIONLESS, real=True)
p = symbol("p", r"p", "relative momentum", MOMENTUM, real=True)
mu = symbol("mu", r"\mu", "reduced mass", MASS, positive=True)
r_rel = symbol("r_rel", r"r", "relative coordinate", LENGTH, real=True)
Z_F = symbol("Z_F", r"Z_F", "nuclear charge of the equivalent atom", DIMENSIONLESS, positive=True)
quotient = symbol(
    "Q_over_Q0", r"\mathcal{Q}", "a quantity over its non-relativistic value", DIMENSIONLESS, complex=True
)
quotient_of_gap = symbol(
    "Delta_over_EF", r"\mathcal{R}", "typical energy gap over Fermi energy", DIMENSIONLESS, positive=True
)
E_F = symbol("E_F", r"\mathcal{E}_F", "Fermi energy", ENERGY, positive=True)
a = symbol("a", r"a", "thickness of the ring", LENGTH, positive=True)
a_Cu = symbol("a_Cu", r"a_{\text{Cu}}", "thickness of the Cu rings", LENGTH, positive=True)
a_m = symbol("a_m", r"a_m", "Bohr radius of the pair, in atomic units", DIMENSIONLESS, positive=True)
a_0_au = symbol("a_0_au", r"a_0", "Bohr radius in atomic units, which is 1", DIMENSIONLESS, positive=True)
ratio = symbol("q", r"a_m/a", "Bohr radius of the pair over the thickness of the ring", DIMENSIONLESS, positive=True)
kappa2 = symbol(
    "kappa2",
    r"\mathcal{K}",
    "κ², the exact ground state energy of (45), in units of 1/a_m²",
    DIMENSIONLESS,
    positive=True,
)
E_3d = symbol("E_3d", r"E_{3d}", "ground state energy in three dimensions, in atomic units", DIMENSIONLESS, real=True)
E_1d = symbol("E_1d", r"E_{1d}", "ground state energy on the ring, in atomic units", DIMENSIONLESS, real=True)
r_s = symbol("r_s", r"r_s", "radius parameter of the metal, in atomic units", DIMENSIONLESS, positive=True)
a_m_length = symbol("a_m_length", r"a_m", "Bohr radius of the pair", LENGTH, positive=True)
T_h = symbol("T_h", "T_h", "hartree over Boltzmann's constant", TEMPERATURE, positive=True)
tau = symbol("T", r"T", "temperature of the bound pairs", TEMPERATURE, positive=True)
tau_low = symbol("T_low", r"T_1", "lower end of the printed temperatures", TEMPERATURE, positive=True)
tau_high = symbol("T_high", r"T_2", "upper end of the printed temperatures", TEMPERATURE, positive=True)
tau_ring = symbol("T_ring", r"T_3", "temperature of the gold ring experiment", TEMPERATURE, positive=True)
coefficient_am = symbol("k_m", r"k_m", "printed coefficient of r_s^2 in a_m", DIMENSIONLESS, positive=True)
r_au = symbol("r_au", r"r", "distance, in atomic units", DIMENSIONLESS, positive=True)
delta = symbol("delta", r"\delta", "dimension less one, or thickness over Bohr radius", DIMENSIONLESS, positive=True)
V_1r = symbol("V_1r", r"V_1(r)", "softened potential on the ring", ENERGY, real=True)

# many electrons
eps_e = symbol(
    "epsilon_e", r"\varepsilon_e", "classical electron radius over ring radius", DIMENSIONLESS, positive=True
)
V_of = indexed("V_of", r"V", "angular potential of the pair ij", DIMENSIONLESS, indices=2, real=True)
S = symbol("S", r"S", "sum over the other particles", FREQUENCY, real=True)
S_n = symbol("S_n", r"S_n", "sum over some of the other particles", FREQUENCY, real=True)
V_12 = symbol("V_12", r"V_{12}", "angular potential of one pair", DIMENSIONLESS, positive=True)
d = symbol("d", r"d", "spatial dimension", DIMENSIONLESS, positive=True)
N_max = symbol("N_max", r"N_{\max}(d)", "largest number of electrons", DIMENSIONLESS, positive=True)
