"""Equations proved exactly, each proof with its side conditions.

`equality` is the front door: it tries the normal form, sign cases, integrals by a
confirmed antiderivative, sums by induction, limits, equal derivatives and a few known
values.  A candidate of SymPy is never a proof: each is differentiated back, or
compared by the normal form.  `proof` is what they all return.
"""
