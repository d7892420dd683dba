"""Symbols, each once.  SI units; r is measured from the centre of the planet."""

from verify.claims import symbol
from verify.units import (
    ACCELERATION,
    ANGULAR_MOMENTUM,
    ENERGY,
    FORCE,
    LENGTH,
    MASS,
    TIME,
    VELOCITY,
)

F = symbol("F", "F", "force of gravity, magnitude", FORCE, positive=True)
G = symbol("G", "G", "Newton's constant of gravitation", FORCE * LENGTH**2 / MASS**2, positive=True)
M = symbol("M", "M", "mass of the planet", MASS, positive=True)
m = symbol("m", "m", "mass of the satellite", MASS, positive=True)
r = symbol("r", "r", "radius of the orbit", LENGTH, positive=True)
v = symbol("v", "v", "speed of the satellite", VELOCITY, positive=True)
T = symbol("T", "T", "time of one revolution", TIME, positive=True)
E = symbol("E", "E", "energy, zero at infinity", ENERGY, negative=True)
L = symbol("L", "L", "angular momentum, magnitude", ANGULAR_MOMENTUM, positive=True)
v_e = symbol("v_e", "v_e", "escape speed", VELOCITY, positive=True)
R = symbol("R", "R", "radius of the Earth", LENGTH, positive=True)
g = symbol("g", "g", "acceleration of gravity on the ground", ACCELERATION, positive=True)
v_1 = symbol("v_1", "v_1", "speed on an orbit close to the ground", VELOCITY, positive=True)
