"""What a paper can say: statements, moves and readings, as frozen data with exact numbers.

One file for each family of statements; `moves` say how a line follows from earlier
ones; `readings` put both together into claims.  The checks here catch slips of the
pen (floats, undeclared symbols) with one sentence; nothing here decides whether a
statement is true.
"""
