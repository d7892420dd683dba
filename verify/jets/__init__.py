"""Differential equations among the premises: lines and laws in the derivatives of their functions, as letters.

`reading` carries derivatives out and names what is left, y, y', y'', by a letter each; `prolongation` differentiates
laws, and says of which derivatives a system of laws is one; `question` puts both together, and says when a
counterexample in letters is one in functions.
"""
