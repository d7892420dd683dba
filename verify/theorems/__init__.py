"""Exact procedures for a special form of expression, each with its argument.

Series with exact coefficients, one-sided behaviour, smallest periods, induction over
the number of particles, the ground state of a softened Coulomb potential, curves of a figure.  What a paper needs
beyond the ordinary is added here, as a function that knows no statement.
"""
