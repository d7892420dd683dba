"""The words of formulas: tokens, signs, names and units, and what is typed in a shell.

`parser` is what both grammars share, with its limits; `shell` reads
`sin(x)^2 + cos(x)^2 = 1` with the functions of `shell_functions`, `shell_conditions` the
conditions behind it; `tokens`, `glyphs`, `items`, `names`, `spellings`, `unit_marks` and
`matrices` are the words of printed LaTeX, `ambiguities` the notes that a reader must take.
No text is ever evaluated.
"""
