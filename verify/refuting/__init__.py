"""Points that contradict a relation, and when none is found, what that is worth.

`hunt` evaluates both sides in balls at exact points and keeps the one that certainly
differs; `degenerate_points` and `trial_functions` are where identities tend to fail;
`one_piece`, `sequences`, `hidden` and `constants_inside` are the arguments that
nothing can hide between the points.
"""
