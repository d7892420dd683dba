"""What stands on a page: quantities with dimensions, units, constants, printed digits.

`dimension` and `dimension_names` are declared once for SI, Gaussian and atomic units;
`dimension_of` finds the dimension of an expression and is certain when it complains;
`systems` rewrites between unit systems; `symbols` declares symbols and functions;
`constants` has values with sources; `digits` says what printed digits mean.  Exact
fractions throughout: no float gets in.
"""
