"""A printed line, read as the page means it.

`reader` is the front door; `expressions`, `functions`, `derivatives`, `integrals`, `sums`,
`exponents` and `rows` are its grammar, `rounded` asks about numbers behind an equals sign,
`claims` what a line claims for a reader who has nothing but the line.  Where two readers
would differ, it refuses with a reason.
"""
