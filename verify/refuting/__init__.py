"""Points that contradict a relation, and when none is found, what that is worth.

`comparison` evaluates both sides at an exact point, `hunt` goes from point to point,
`counterexample` keeps the simplest at which they certainly differ; `degenerate_points` and
`trial_functions` are where identities tend to fail; `one_piece` (with `signs_inside` and
`edge_of_convergence`), `sequences`, `hidden` and `constants_inside` are the arguments that
nothing can hide between the points.
"""
