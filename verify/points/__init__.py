"""Where a claim is supposed to hold, and exact points from there.

`domain` is what conditions and assumptions leave; `plan` draws points from it,
`by_assumptions` a few cheap ones; `comparing`, `exact_numbers` and `term_by_term`
decide signs of constants and of sums without a normal form; `evaluation` and
`assumptions` stand guard over what SymPy does on its own.  A point that leaves this
room is certainly in the domain.
"""
