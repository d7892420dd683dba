"""Does the encoding say what is printed?

`transcription` is the front door: the printed LaTeX is read by `verify.latex` and
compared with the encoded statement, link by link; the other files know what may stand
on a page besides one formula: numbers, limits, values that are put in, names, words.
An encoding that says something else makes its claim undecided, never passed.
"""
