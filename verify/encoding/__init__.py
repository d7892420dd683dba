"""A paper written down: its claims in print order, each checked for slips of the pen.

`paper` is what an author calls; `grounds` says what a charitable reading may rest on,
`asides` and `remarks` what words may and may not contain, `vacuous` whether a premise is
the claim itself; `loading` finds a paper by name or folder.
"""
