"""An expression as it stands: what it holds, what it needs, and how it is handed on.

One walk through a tree, without asking for a sign or a value: size and symbols
(`survey`), what must hold for it to be defined (`requirements`), where a derivative
exists (`differentiability`), what is assumed of a symbol (`admissible`), which
conditions leave room (`openness`), which quantities change with others (`dependence`),
and the tree as bytes for another process (`packed`).
Beside it stands what arithmetic does to sets of signs (`sign_algebra`).
Nothing here decides anything.
"""
