"""The words of formulas: tokens, signs, names and units, and what is typed in a shell.

`parser` is what both grammars share, with its limits; `shell` reads
`sin(x)^2 + cos(x)^2 = 1`; `tokens`, `glyphs`, `names`, `spellings`, `unit_marks`,
`rows` and `matrices` are the words of printed LaTeX, `ambiguities` the notes that a
reader must take.  No text is ever evaluated.
"""
