"""Signs, inequalities, zeros and ranges, for all points of a domain at once.

`settle` is the front door for <, <=, >, >= and !=.  `sturm` counts real roots, `line`
and `squares` give signs of polynomials, `slopes` of analytic functions on `intervals` by their
derivatives, `families` of polynomials have zeros for some parameters, `ranges` encloses over intervals,
`reach` asks whether a symbol may have a value, `provisos` which conditions the domain implies anyway.
"""
