"""The kinds of statement, one file each: the statement, its constructors, what decides it and on which argument.

`table` finds each kind by its row.  What several share stands in `kind` (proofs,
refutations, slips), `curves` (curves over an interval) and `printed` (links in print).
A new kind is decided by one file here, and one test (CONTRIBUTING names the documents that follow).
"""
