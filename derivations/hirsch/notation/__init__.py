"""Symbols of Hirsch's paper.  Gaussian units.

The charge of the electron is e, a negative number: X says so, and (42) needs it.  A line that needs the other
sign says so.  One letter of the page that has two meanings is two symbols here:

- r̄ of (2) is a parameter of a wave function, r_i and r_f of (12) are radii of an orbit;
- σ is the direction of the spin along the axis, a number +1 or −1; as an operator it is a matrix of Pauli;
- v is the velocity of a particle, v_s that of the Meissner current, v_σ that of the spin current;
- ε of (20) is the energy of one electron, ε of (50) the condensation energy of one electron.

One file for each part of the paper; a letter of several parts stands where it comes first, or in `common`.
"""
