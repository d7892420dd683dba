"""Where an expression is defined, real, continuous, differentiable, analytic.

`conditions` is asked by every procedure and is the only door to the requirements of an
expression; `side_conditions` tells them in factors, without the certain ones;
`existence` looks at integrals and sums, `reality` at what order relations compare; `written` remembers what evaluation dropped.
`principal_values` and `definitions` say in other functions what certainly is that, and `known_functions` whether the needs of what drops
out tell where it was defined.
"""
