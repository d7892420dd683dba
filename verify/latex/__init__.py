"""A printed line, read as the page means it.

`reader` is the front door; `expressions`, `derivatives`, `integrals`, `sums` and
`exponents` are its grammar, `claims` what a line claims for a reader who has nothing but the
line.  Where two readers would differ, it refuses with a reason.
"""
