r"""Commands of a formula that neither the source nor the reader knows: macros of a package that is not there, and their kin."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from referee.macros import KNOWN
from referee.print_doubts import PrintDoubt
from verify.grammar.parser import ParseError, Token
from verify.grammar.tokens import tokenize

STATES = {
    r"\ket",
    r"\bra",
    r"\braket",
    r"\Ket",
    r"\Bra",
    r"\ketbra",
    r"\dagger",
    r"\otimes",
    r"\dag",
    r"\mel",
    r"\expval",
    r"\ev",
}
STANDARD = {
    r"\infty", r"\langle", r"\rangle", r"\prime", r"\imath", r"\jmath", r"\star", r"\dagger", r"\uparrow", r"\downarrow",
    r"\nabla", r"\lvert", r"\rvert", r"\lVert", r"\rVert", r"\Vert", r"\forall", r"\exists", r"\in", r"\notin", r"\cup",
    r"\cap", r"\subset", r"\otimes", r"\oplus", r"\wedge", r"\circ", r"\bullet", r"\perp", r"\parallel", r"\mid", r"\ast",
    r"\emptyset", r"\lfloor", r"\rfloor", r"\lceil", r"\rceil", r"\iint", r"\iiint", r"\oint", r"\lim", r"\sup", r"\inf",
    r"\limsup", r"\liminf", r"\det", r"\dim", r"\ker", r"\deg", r"\gcd", r"\hom", r"\overrightarrow", r"\overleftarrow",
    r"\to", r"\mapsto", r"\rightarrow", r"\leftarrow", r"\leftrightarrow", r"\Leftarrow", r"\longrightarrow", r"\widehat",
    r"\substack", r"\odot", r"\setminus", r"\top", r"\bot", r"\Box", r"\square", r"\triangle", r"\diamond", r"\sharp", r"\flat",
    r"\dddot", r"\check", r"\breve", r"\acute", r"\grave", r"\mathring", r"\mathfrak", r"\not", r"\backslash", r"\aleph", r"\wp",
    r"\underset", r"\overset", r"\stackrel", r"\cancel", r"\dfrac", r"\vdots", r"\ddots", r"\partial", r"\varnothing", r"\smile",
    r"\nearrow", r"\searrow", r"\updownarrow", r"\rightleftharpoons", r"\hookrightarrow", r"\prec", r"\succ", r"\asymp", r"\AA",
    r"\sqcup", r"\sqcap", r"\uplus", r"\amalg", r"\ltimes", r"\rtimes", r"\bigoplus", r"\bigcup", r"\bigcap", r"\bigwedge",
    r"\coprod", r"\models", r"\vdash", r"\neg", r"\land", r"\lor", r"\degree", r"\S", r"\dag", r"\ddag", r"\Re", r"\Im", r"\|",
    r"\left|", r"\right|", r"\%", r"\#", r"\_", r"\$", r"\{", r"\}", r"\\", r"\vee", r"\supset", r"\subseteq", r"\supseteq", r"\ni",
    r"\lesseqgtr", r"\gtrless", r"\lessgtr", r"\cdotp", r"\ldotp", r"\between", r"\therefore", r"\because", r"\ominus", r"\div",
    r"\over", r"\atop", r"\bigl", r"\bigr", r"\complement", r"\measuredangle", r"\angle", r"\natural", r"\eth", r"\digamma",
    r"\leadsto", r"\gets", r"\iff", r"\doteq", r"\bowtie", r"\ne", r"\colon", r"\middle", r"\textstyle", r"\ell",
}  # fmt: skip
"""Commands of LaTeX itself and its symbol packages; what is not read of them is told by the reader of formulas."""


UNKNOWN = "a command that is not read"


def unknown_command(formula: str) -> str:
    """What is to be said of the first command that nobody knows; empty where all are known, or no command is found.

    >>> unknown_command(r"\\vect{u} = 3")[:32]
    'the source does not define \\\\vect'
    """
    try:
        doubt = unknown_in(tokenize(formula))
    except ParseError:
        return ""
    return str(doubt) if doubt else ""


def unknown_in(tokens: Sequence[Token], covered: Collection[int] = ()) -> PrintDoubt | None:
    """The first command that nobody knows, outside of what stands for itself already."""
    for index, token in enumerate(tokens):
        if token.kind != "command" or token.text in KNOWN or token.text in STANDARD or index in covered:
            continue
        if token.text in STATES:
            said = f"states and adjoints ({token.text}) are not read: declare them as quantities of their own"
        else:
            said = f"the source does not define {token.text}, nor does LaTeX: define it, or give the file that does"
        return PrintDoubt(said, token, UNKNOWN, token.text)
    return None
