"""Symbols of Liu (2023).  SI units.

The sign convention is the paper's: a negative force attracts, Q > 0 is the charge of the
nucleus, and e < 0 is the charge of the electron, so that K Q e < 0 and -K Q e/2 > 0.  In
the section on flux quanta e is the magnitude; it is kept apart there as e_0.
Two quantities share the letter d: a distance in (1) and (4), here `distance`, and the
first term of the resisting distance in (37).
"""

from verify.claims import function, symbol
from verify.units import (
    ACCELERATION,
    AREA,
    CHARGE,
    CURRENT,
    CURRENT_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ELECTRIC_POTENTIAL,
    ENERGY,
    FORCE,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MASS,
    POWER,
    RESISTANCE,
    RESISTIVITY,
    TEMPERATURE,
    TIME,
    VELOCITY,
    WAVENUMBER,
)
from verify.units import ANGULAR_MOMENTUM as ACTION

# Coulomb's law
K = symbol("K", r"K", "Coulomb's constant", FORCE * LENGTH**2 / CHARGE**2, positive=True)
F = symbol("F", r"F", "Coulomb force, negative for attraction", FORCE, real=True)
q_1 = symbol("q_1", r"q_1", "first charge", CHARGE, real=True)
q_2 = symbol("q_2", r"q_2", "second charge", CHARGE, real=True)
distance = symbol("d", r"d", "distance between two charges", LENGTH, positive=True)
Q = symbol("Q", r"Q", "charge of the nucleus", CHARGE, positive=True)
e = symbol("e", r"e", "charge of the electron", CHARGE, negative=True)

# the electron between two nuclei
r = symbol("r", r"r", "orbital radius of the electron", LENGTH, positive=True)
x = symbol("x", r"x", "distance from the nucleus, integrated over", LENGTH, positive=True)
R_b = symbol("R_b", r"R_b", "distance of the border from the nucleus", LENGTH, positive=True)
R_v = symbol("R_v", r"R_v", "radius of the valence orbital", LENGTH, positive=True)
R_c = symbol("R_c", r"R_c", "conducting radius", LENGTH, positive=True)
F_e = symbol("F_e", r"F_e", "force on the electron", FORCE, real=True)
F_near = symbol("F_near", r"F_1", "force of the own nucleus", FORCE, real=True)
F_behind = symbol(
    "F_behind", r"F_3", "force of the next molecule on the other side, measured like F_1", FORCE, real=True
)
F_beyond = symbol(
    "F_beyond", r"F_4", "force of the molecule beyond the other nucleus, measured like F_1", FORCE, real=True
)
F_far = symbol("F_far", r"F_2", "force of the other nucleus, measured like F_1", FORCE, real=True)
F_c = symbol("F_c", r"F_c", "centripetal force", FORCE, real=True)
m = symbol("m", r"m", "mass of the electron", MASS, positive=True)
a = symbol("a", r"a", "acceleration", ACCELERATION, real=True)
v = symbol("v", r"v", "speed of the electron", VELOCITY, nonnegative=True)
E = symbol("E", r"E", "energy to lift the electron to the border", ENERGY, real=True)
E_u = symbol("E_u", r"E_u", "potential energy difference", ENERGY, real=True)
E_k = symbol("E_k", r"E_k", "kinetic energy difference", ENERGY, real=True)
E_r = symbol("E_r", r"E_r", "kinetic energy at the orbital", ENERGY, real=True)
E_Rb = symbol("E_Rb", r"E_{R_b}", "kinetic energy at the border", ENERGY, real=True)

# lifting energies
E_t = symbol("E_t", r"E_t", "energy from the ground orbital to the electron tunnel", ENERGY, real=True)
E_v = symbol("E_v", r"E_v", "energy from the ground orbital to the valence orbital", ENERGY, real=True)
E_c = symbol("E_c", r"E_c", "energy from the valence orbital to the electron tunnel", ENERGY, real=True)

# the chain of molecules
c = symbol("c", r"c", "attraction coefficient", DIMENSIONLESS, nonnegative=True)
i = symbol("i", r"i", "number of a term", DIMENSIONLESS, integer=True, nonnegative=True)
j = symbol("j", r"j", "number of a pair of terms", DIMENSIONLESS, integer=True, nonnegative=True)
n_pair = symbol("n", r"n", "number of a pair of terms, from 1", DIMENSIONLESS, integer=True, positive=True)
N = symbol("N", r"N", "number of the last term", DIMENSIONLESS, integer=True, nonnegative=True)
k = symbol("k", r"k", "how far inside or outside the conducting radius an orbit is", DIMENSIONLESS, positive=True)
A_0 = symbol("A_0", r"A", "a constant for given c and R_b", WAVENUMBER, positive=True)
D_u0 = symbol("D_u0", r"D_u(0)", "potential part of the first term", WAVENUMBER, real=True)
D_k0 = symbol("D_k0", r"D_k(0)", "kinetic part of the first term", WAVENUMBER, real=True)
du = function("D_u", r"D_u", "potential part of the i-th term", WAVENUMBER, arguments=(DIMENSIONLESS,), real=True)
dk = function("D_k", r"D_k", "kinetic part of the i-th term", WAVENUMBER, arguments=(DIMENSIONLESS,), real=True)
D = symbol("D", r"D", "resisting distance", WAVENUMBER, real=True)
d = symbol("d_1", r"d", "first term of the resisting distance", WAVENUMBER, real=True)

# resistivity
v_l = symbol("v_l", r"v", "lifting potential", ELECTRIC_POTENTIAL, real=True)
V = symbol("V", r"V", "voltage on the conductor", ELECTRIC_POTENTIAL, real=True)
p = symbol("p", r"p", "coefficient of the voltage", DIMENSIONLESS, positive=True)
n = symbol("n_e", r"n", "number of electrons", DIMENSIONLESS, positive=True)
current = symbol("I", r"I", "current", CURRENT, real=True, nonzero=True)
T = symbol("T", r"T", "time in which the electrons pass", TIME, positive=True)
R = symbol("R", r"R", "resistance", RESISTANCE, real=True)
rho = symbol("rho", r"\rho", "resistivity", RESISTIVITY, real=True)
rho_h = symbol("rho_h", r"\rho_h", "resistivity in a handbook", RESISTIVITY, positive=True)
A = symbol("A", r"A", "cross-section of the conductor", AREA, positive=True)
L = symbol("L", r"L", "length of the conductor", LENGTH, positive=True)
s = symbol("s", r"s", "speed of drift", VELOCITY, positive=True)
u = symbol("u", r"u", "equivalent coefficient of the nuclear charge", DIMENSIONLESS, positive=True)
Z = symbol("Z", r"Z", "microscopic resistivity", RESISTIVITY * LENGTH, positive=True)

# changes of state
dR_b = symbol("dR_b", r"\dot R_b", "rate at which the border recedes", VELOCITY, positive=True)
dR_v = symbol("dR_v", r"\dot R_v", "rate at which the valence orbital grows", VELOCITY, positive=True)
size = symbol("size", r"\nu", "R_b/r, how many times smaller than the border an orbit is", DIMENSIONLESS, positive=True)
stretch = symbol("stretch", r"\lambda", "factor by which all lengths grow", DIMENSIONLESS, positive=True)

# magnetism
q = symbol("q", r"q", "charge", CHARGE, real=True, nonzero=True)
F_x = symbol("F_x", r"F_x", "x component of the Lorentz force", FORCE, real=True)
E_x = symbol("E_x", r"E_x", "x component of the electric field", ELECTRIC_FIELD, real=True)
v_y = symbol("v_y", r"v_y", "y component of the velocity", VELOCITY, real=True)
v_z = symbol("v_z", r"v_z", "z component of the velocity", VELOCITY, real=True)
B_y = symbol("B_y", r"B_y", "y component of the magnetic field", MAGNETIC_FIELD, real=True)
B_z = symbol("B_z", r"B_z", "z component of the magnetic field", MAGNETIC_FIELD, real=True)
B = symbol("B", r"B", "magnitude of the applied field", MAGNETIC_FIELD, positive=True)
w = symbol("w", r"w", "speed of the charge across the field", VELOCITY, positive=True)
mass = symbol("M", r"M", "mass of the charge", MASS, positive=True)
theta = symbol("theta", r"\theta", "angle from the axis of the field", DIMENSIONLESS, real=True)

# radiation
J = symbol("J", r"J", "current density", CURRENT_DENSITY, positive=True)
J_c = symbol("J_c", r"J_c", "largest current density of a superconductor", CURRENT_DENSITY, positive=True)
C = symbol("C", r"C", "conversion efficiency", CURRENT_DENSITY / TEMPERATURE**4, positive=True)
temperature = symbol("T_abs", r"T", "absolute temperature", TEMPERATURE, positive=True)
T_c = symbol("T_c", r"T_c", "critical temperature", TEMPERATURE, positive=True)
t = symbol("t", r"t", "hν/kT, integrated over", DIMENSIONLESS, positive=True)
angle = symbol("alpha", r"\alpha", "angle of emission, integrated over", DIMENSIONLESS, real=True)
A_rad = symbol("A_rad", r"A", "radiating area", AREA, positive=True)
P_rad = symbol("P", r"P", "power radiated by a black body", POWER, positive=True)
sigma = symbol("SB", r"p", "Stefan–Boltzmann constant", POWER / LENGTH**2 / TEMPERATURE**4, positive=True)
k_B = symbol("k_B", r"k", "Boltzmann constant", ENERGY / TEMPERATURE, positive=True)
light = symbol("c_0", r"c", "speed of light", VELOCITY, positive=True)

# flux quanta
Phi_0 = symbol("Phi_0", r"\Phi_0", "flux quantum", MAGNETIC_FLUX, positive=True)
Phi_min = symbol("Phi_min", r"\Phi", "smallest flux", MAGNETIC_FLUX, positive=True)
h = symbol("h", r"h", "Planck constant", ACTION, positive=True)
e_0 = symbol("e_0", r"e", "elementary charge, a magnitude", CHARGE, positive=True)
