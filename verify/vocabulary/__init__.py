"""What a paper can say: statements, moves and readings, as frozen data with exact numbers.

`statements` has relations and numbers, in which nearly all is said, others stand with
their kind in `verify.kinds`; `moves` say how a line follows from earlier
ones; `readings` put both together into claims.  The checks here catch slips of the
pen (floats, undeclared symbols) with one sentence; nothing here decides whether a
statement is true.
"""
