"""The zero test: an expression as a fraction of polynomials in kernels.

`normaliser` reads an expression by the table of `rules`; `kernels` are what it is read
into, `field` is their arithmetic with their relations; `rational` compares rational functions,
which need no kernels; `powers` and `splits` know principal values; `splits`, `signs_of_fractions` and
`signs` answer certain signs.  To add
a rule: a function in `rules_elementary` or `rules_special_functions`, and its row in
the table there.  A form that is zero proves; one that is not says nothing.
"""
