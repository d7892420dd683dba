"""Integrals, sums and functions in other terms, before a line is decided: pieces without kinks, closed forms, recurrences.

What is put in equals what it replaces wherever that is defined, by an argument of its own file; candidates may come from
the computer-algebra system, and count only once they are proved.
"""
