"""One relation on its domain: refuted first, then proved, else undecided with a reason.

`decide` is the front door, `finding` what it answers.  `agreement`, `edges` and `exceptions` are its scruples:
agreement is evidence only with an argument, closed ends and exceptional points are
looked at one by one, and `values` puts in what limits, strips and definitions are, asks for what drops out, and says where an order relation holds.  `function_premises` and `case_by_case` bring premises to the
relation; `settings` is all that a decision may depend on besides the claim.
"""
