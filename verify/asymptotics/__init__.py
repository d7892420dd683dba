"""Limits, with proof: how functions compare for large x, and what their leading terms are.

`scales` computes with truncated series in one quantity that tends to 0; `growth` finds that quantity
(Gruntz's comparison classes) and reads limit and sign off the first term, whose coefficient is
exactly not zero; `germs` brings functions into the form that it can handle, by the rules of `elementary_rules` and
`growing_functions`, with the series of `analytic_functions`; `limits` answers for a `Limit` as it is written, with its point, its
direction and its parameters.
"""
