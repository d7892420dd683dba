r"""Other spellings of the same print, as LaTeX writes it: {a \over b}, {\bf x}, x^{'}, \mbox{sin}, \color{red}, \underbrace.

What is printed stays the same, but for colours, frames and braces under or over a formula, which say nothing of it.
Formulas are rewritten group by group; what is in no list here is left as it stands, to its last blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from referee.macro_bodies import TOKEN
from verify.grammar.glyphs import BINDING, LETTERS

Tree = list["str | Tree"]

QUOTIENTS = {r"\over": r"\frac", r"\choose": r"\binom"}
FONTS = {
    r"\bf": r"\mathbf", r"\bfseries": r"\mathbf", r"\boldmath": r"\boldsymbol", r"\cal": r"\mathcal", r"\it": "",
    r"\em": "", r"\sl": "", r"\tt": r"\mathrm", r"\sf": r"\mathrm", r"\mit": "", r"\normalfont": "",
}  # fmt: skip
"""Commands that set the rest of their group in other letters."""
SAME = {
    r"\textbf": r"\mathbf", r"\mathbfit": r"\mathbf", r"\pmb": r"\boldsymbol", r"\mathbold": r"\boldsymbol",
    r"\mbox": r"\text", r"\hbox": r"\text", r"\textnormal": r"\text", r"\textup": r"\text", r"\textsf": r"\text",
    r"\texttt": r"\text", r"\mathtt": r"\mathrm", r"\vert": "|", r"\lbrace": r"\{", r"\rbrace": r"\}", r"\lbrack": "[",
    r"\rbrack": "]", r"\colon": ":", r"\dotsc": r"\dots", r"\dotsb": r"\dots", r"\ast": "*", r"\leqq": r"\leq",
    r"\geqq": r"\geq", '"': "''", r"\eqdef": r"\equiv", r"\triangleq": r"\equiv", r"\doteq": r"\equiv",
    r"\dif": r"\mathrm{d}", r"\lnot": r"\neg", r"\bigotimes": r"\otimes", r"\mathellipsis": r"\dots",
}  # fmt: skip
NOTHING = {
    r"\relax", r"\protect", r"\noindent", r"\centering", r"\hfil", r"\hfill", r"\allowbreak", r"\nobreak", r"\strut",
    r"\mathstrut", r"\leavevmode", r"\null", r"\bigm", r"\Bigm", r"\biggm", r"\Biggm", r"\middle", r"\small", r"\footnotesize",
    r"\large", r"\Large", r"\normalsize", r"\scriptstyle", r"\scriptscriptstyle", r"\hline", r"\/", r"\mathop", r"\mathrel",
    r"\mathbin", r"\mathord", r"\mathopen", r"\mathclose", r"\ensuremath", r"\nonumber", r"\scriptsize", r"\tiny",
}  # fmt: skip
"""Commands that print nothing of their own; the group behind some of them stands for itself."""
KEPT = {r"\nonumber"}
AROUND = {r"\underbrace", r"\overbrace", r"\boxed", r"\fbox", r"\framebox", r"\underbracket", r"\overbracket"}
WITH_NOTE = {r"\underbrace", r"\overbrace", r"\underbracket", r"\overbracket"}
SKIPPED = {r"\color": 1, r"\textcolor": 1, r"\colorbox": 1, r"\noalign": 1, r"\vspace": 1, r"\mspace": 1}
"""Commands of which so many arguments print nothing."""
ABOVE = {r"\stackrel", r"\overset"}
HARMLESS_NOTE = re.compile(
    r"!|\(?\d+[a-z]?\)?|\\(?:mathrm|text|rm|mathit)?\s*\{?\s*(?:def|Def)\.?\s*\}?|def\.?|\\(?:eq)?ref\{[^{}]*\}"
)
"""Over a relation: a demand, the number of an equation, a definition."""
COUNTS = re.compile(
    r"=|\\(?:equiv|approx|to|rightarrow|neq?|l?dots|cdots)(?![A-Za-z])|times|terms|copies|factors|fold|\bnot?\b"
)
"""Under a brace: what counts the terms, or says what they are."""
GAPS = {r"\hspace", r"\hskip", r"\kern"}
LENGTH = re.compile(r"\s*(-?[0-9]*\.?[0-9]+)\s*([a-z]{2})")
IN_LENGTH = re.compile(r"[ \-.0-9a-z]")
POINTS = {"em": 10.0, "ex": 4.3, "pt": 1.0, "mm": 2.85, "cm": 28.5, "in": 72.3, "pc": 12.0, "mu": 0.56}
"""Lengths in points, of letters of 10 points."""
RELATIONS = {"=", r"\equiv", "<", ">", r"\le", r"\leq", r"\ge", r"\geq", r"\approx", r"\simeq", r"\sim"}
SPELLED_FUNCTIONS = {
    "sin", "cos", "tan", "cot", "exp", "log", "ln", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "max", "min",
}  # fmt: skip
SPELLED_LETTERS = {name[0] for name in SPELLED_FUNCTIONS}
PRIMES = re.compile(r"(?:'|\\prime|\s)+")
WITHOUT_ARGUMENT = {
    *RELATIONS, *(BINDING.keys() - {"^"}), r"\pm", r"\mp", r"\quad", r"\qquad", *(rf"\{name}" for name in LETTERS),
}  # fmt: skip
COMMAND_AT_END = re.compile(r"\\[A-Za-z@]+\n?")
MAX_DEPTH = 100
UPRIGHT_LABEL = re.compile(r"([_^]\s*)\{\s*\\rm(?![A-Za-z])\s*([A-Za-z]+)\s*\}")


def standard(latex: str) -> str:
    r"""The formula in the spelling of LaTeX.

    >>> standard(r"{\bf F} = -{1 \over 2}\mbox{sin}(x^{'})"), standard(r"x_{a} = \frac{1}{2}\, y")
    ("\\mathbf{F} = -\\frac{1}{2}\\text{sin}(x')", 'x_{a} = \\frac{1}{2}\\, y')
    """
    latex = UPRIGHT_LABEL.sub(r"\1{\\mathrm{\2}}", _spelled_out(latex))
    tree = _tree([match.group() for match in TOKEN.finditer(latex)])
    return latex if tree is None else _text(_rewritten(tree))


GREEK_NAMES = (
    "alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon chi psi omega "
    "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
)
UNICODE = {
    **dict(zip("αβγδζηθικλμνξπρστυχψωΓΔΘΛΞΠΣΦΨΩ", GREEK_NAMES.split(), strict=True)),
    "φ": "varphi", "ϕ": "phi", "ε": "varepsilon", "ϵ": "epsilon", "∂": "partial", "∇": "nabla", "∞": "infty", "ℏ": "hbar",
    "ħ": "hbar", "≤": "le", "≥": "ge", "≠": "ne", "≈": "approx", "×": "times", "·": "cdot", "∝": "propto", "∫": "int",
    "∑": "sum", "∈": "in", "→": "to", "⇒": "Rightarrow", "±": "pm", "⟨": "langle", "⟩": "rangle", "√": "sqrt",
}  # fmt: skip
"""Letters and signs that notebooks and XeTeX print directly."""
AS_ENVIRONMENT = re.compile(r"\\begin\{(math(?:cal|bf|rm|bb|scr|frak))\}(.{1,40}?)\\end\{\1\}")
INNER_PRODUCT = re.compile(
    r"(?P<before>^|[=+\-(,{&]|\\(?:frac|sqrt|equiv|approx|left)(?![A-Za-z])|\\\\)(?P<gap>\s*)<(?P<inside>[^<>=&]{1,120}?[|,][^<>=&]{1,120}?)>"
)
"""< a, b > where no left side stands before the sign, so that it is no relation."""


def _spelled_out(latex: str) -> str:
    r"""Letters in LaTeX's spelling, \mathcal used as an environment, and < a, b > with brackets.

    >>> _spelled_out("2ω−x"), _spelled_out(r"\begin{mathcal}L\end{mathcal} = < a, b >")
    ('2\\omega -x', '\\mathcal{L} = \\langle  a, b  \\rangle ')
    """
    latex = AS_ENVIRONMENT.sub(r"\\\1{\2}", latex)
    latex = INNER_PRODUCT.sub(r"\g<before>\g<gap>\\langle \g<inside> \\rangle ", latex)
    if latex.isascii():
        return latex
    return "".join(rf"\{UNICODE[sign]} " if sign in UNICODE else "-" if sign == "−" else sign for sign in latex)


def _tree(tokens: list[str]) -> Tree | None:
    r"""Tokens as nested groups, \left and \right among them; None where they do not close or are nested too deeply."""
    stack: list[Tree] = [[]]
    for token in tokens:
        if token in ("{", r"\left"):
            stack.append([token])
            if len(stack) > MAX_DEPTH:
                return None
        elif token in ("}", r"\right"):
            if len(stack) < 2 or (stack[-1][0] == "{") != (token == "}"):
                return None
            group = stack.pop()
            stack[-1].append([*group, token])
        else:
            stack[-1].append(token)
    return stack[0] if len(stack) == 1 else None


def _text(tree: Tree) -> str:
    found = ""
    for part in tree:
        text = part if isinstance(part, str) else _text(part)
        glued = text[:1].isalpha() and COMMAND_AT_END.fullmatch(found, max(found.rfind("\\"), 0))
        found += f" {text}" if glued else text
    return found


def _rewritten(tree: Tree) -> Tree:
    """The parts of a group, one after the other."""
    made: Tree = []
    rest = list(reversed(tree))
    while rest:
        part = rest.pop()
        if isinstance(part, list):
            made += _group(part, _takes_argument(made))
        elif part in SAME:
            if SAME[part] == r"\text" and rest and rest[-1] == ["{", "}"]:
                rest.pop()
                continue
            made.append(SAME[part])
        elif part in NOTHING - KEPT:
            _bare_group(rest)
        elif part in SKIPPED:
            for _ in range(SKIPPED[part]):
                _argument(rest)
            if part in (r"\textcolor", r"\colorbox"):
                _bare_group(rest)
        elif part in GAPS:
            made += _gap(rest)
        elif part in AROUND:
            _unframed(part, rest, made)
        elif part in ABOVE:
            _above(part, rest, made)
        elif part == "^":
            _raised(rest, made)
        elif part in SPELLED_LETTERS and (word := _spelled(part, rest, made)):
            made.append(word)
        else:
            made.append(part)
    return made


def _gap(rest: Tree) -> Tree:
    r"""\hspace{1cm} parts statements as \quad does; one that is small or goes back is no gap of that kind."""
    if rest and rest[-1] == "*":
        rest.pop()
    if rest and isinstance(rest[-1], list):
        length = _text(_argument(rest))
    else:  # \hskip 1cm: the length has no braces
        count = next(
            (k for k, part in enumerate(reversed(rest)) if not (isinstance(part, str) and IN_LENGTH.fullmatch(part))),
            len(rest),
        )
        length = "".join(str(part) for part in reversed(rest[len(rest) - count :]))
        taken = LENGTH.match(length)
        del rest[len(rest) - (len(taken.group()) if taken else 0) :]
    match = LENGTH.match(length)
    if match is None:
        return [r"\quad"]
    size = float(match.group(1)) * POINTS.get(match.group(2), 10)
    return [r"\quad"] if size >= POINTS["em"] * 0.9 else [r"\,"] if size > 0 else []


def _spelled(letter: str, rest: Tree, made: Tree) -> str:
    """The command of a function that is spelled in letters before a bracket or a power, cos^2(x); empty if there is none.

    The letters that belong to it are taken from the rest.
    """
    if made and isinstance(made[-1], str) and (made[-1].isalpha() or re.fullmatch(r"\\[A-Za-z]+|[_^]", made[-1])):
        return ""
    count = next(
        (k for k, part in enumerate(reversed(rest)) if not (isinstance(part, str) and part.isalpha())), len(rest)
    )
    word = letter + "".join(str(part) for part in reversed(rest[len(rest) - count :]))
    following = rest[-count - 1] if count < len(rest) else ""
    opens = following in ("(", "^") or (
        isinstance(following, list) and _text(following).startswith((r"\left(", "{(", r"{\left("))
    )
    if word not in SPELLED_FUNCTIONS or not opens:
        return ""
    del rest[len(rest) - count :]
    return rf"\{word}"


def _takes_argument(made: Tree) -> bool:
    """Whether a group that follows is the argument of a command or a script, so that its braces must stay."""
    shown = [part for part in made if not _is_space(part)]
    last = shown[-1] if shown else ""
    if last == "*" and len(shown) > 1:
        last = shown[-2]
    if isinstance(last, list):  # \frac{a}{b}: the second argument
        return last[0] == "{" and len(made) > 1
    if last in WITHOUT_ARGUMENT:
        return False
    return last in ("^", "_", "]") or bool(re.fullmatch(r"\\[A-Za-z@]+\*?", last))


def _group(part: Tree, is_argument: bool) -> Tree:
    """A group with its quotient and its font put where LaTeX has them."""
    inside = part[1:-1]
    for place, one in enumerate(inside):
        if isinstance(one, str) and one in QUOTIENTS:
            above, below = inside[:place], inside[place + 1 :]
            ends: tuple[Tree, Tree] = ([], [])
            if part[0] == r"\left":  # the signs of the brackets are no part of the quotient
                ends = ([part[0], *above[:1]], [part[-1]])
                above = above[1:]
            elif is_argument:
                ends = (["{"], ["}"])
            quotient: Tree = [
                QUOTIENTS[one],
                ["{", *_trimmed(_rewritten(above)), "}"],
                ["{", *_trimmed(_rewritten(below)), "}"],
            ]
            return [[*ends[0], *quotient, *ends[1]]] if ends[0] else quotient
    font = next((one for one in inside if not _is_space(one)), "")
    if part[0] == "{" and isinstance(font, str) and font in FONTS:
        rest = _trimmed(_rewritten(inside[inside.index(font) + 1 :]))
        if not rest:
            return [part]
        set_in: Tree = [FONTS[font], ["{", *rest, "}"]] if FONTS[font] else [["{", *rest, "}"]]
        return [["{", *set_in, "}"]] if is_argument and FONTS[font] else set_in
    if part == ["{", "}"] and not is_argument:
        return []
    if part[0] == "{" and not is_argument and _is_bracket(inside):  # f{(x)} prints f(x)
        return _rewritten(inside)
    return [[part[0], *_rewritten(inside), part[-1]]]


def _is_bracket(inside: Tree) -> bool:
    """Whether one pair of round brackets fills a group."""
    parts = _trimmed(inside)
    if len(parts) == 2 and isinstance(parts[0], list):
        return parts[0][:2] == [r"\left", "("] and parts[0][-1] == r"\right" and parts[1] == ")"
    depth = [part for part in parts if part in ("(", ")")]
    return bool(parts) and depth == ["(", ")"] and parts[0] == "(" and parts[-1] == ")"


def _is_space(part: object) -> bool:
    return isinstance(part, str) and part.isspace()


def _trimmed(parts: Tree) -> Tree:
    while parts and _is_space(parts[0]):
        parts = parts[1:]
    while parts and _is_space(parts[-1]):
        parts = parts[:-1]
    return parts


def _argument(rest: Tree) -> Tree:
    """The next argument without its braces, taken from the rest; nothing where none follows."""
    place = len(rest) - 1
    while place >= 0 and _is_space(rest[place]):
        place -= 1
    if place < 0:
        return []
    part = rest[place]
    del rest[place:]
    return part[1:-1] if isinstance(part, list) and part[0] == "{" else [part]


def _bare_group(rest: Tree) -> None:
    """Leaves the braces of the group that follows away, if it is one sign or word."""
    following = rest[-1] if rest else ""
    if isinstance(following, list) and following[0] == "{" and len(following) <= 3:
        rest[-1:] = reversed(following[1:-1])


def _unframed(command: str, rest: Tree, made: Tree) -> None:
    r"""\boxed{a = b} and \underbrace{a + b}_{\text{why}}: what is in it; in braces where more than one term stands beside others."""
    inside = _argument(rest)
    if command in WITH_NOTE:
        place = len(rest) - 1
        while place >= 0 and _is_space(rest[place]):
            place -= 1
        if place >= 0 and rest[place] in ("_", "^"):
            sign = rest[place]
            del rest[place:]
            note = _argument(rest)
            if COUNTS.search(_text(note)):  # y…y, n times, or what it is equal to: this is a part of the line
                made += [command, ["{", *inside, "}"], sign, ["{", *note, "}"]]
                return
    alone = all(_is_space(part) or part in (".", ",") for part in rest)
    rest += [["{", *inside, "}"]] if not alone else reversed(inside)


def _above(command: str, rest: Tree, made: Tree) -> None:
    r"""\stackrel{!}{=}: a relation with a harmless note over it is that relation; with x\to 0 over it, it says something else."""
    note, base = _argument(rest), _argument(rest)
    if len(base) == 1 and base[0] in RELATIONS and HARMLESS_NOTE.fullmatch(_text(note).strip()):
        made.append(base[0])
    else:
        made += [command, ["{", *note, "}"], ["{", *base, "}"]]


def _raised(rest: Tree, made: Tree) -> None:
    r"""x^{'} and x^{\prime\prime} are x' and x''."""
    following = rest[-1] if rest else ""
    inside: Iterable[object] = following[1:-1] if isinstance(following, list) else (following,)
    text = "".join(part if isinstance(part, str) else "{" for part in inside)
    if PRIMES.fullmatch(text) and text.strip():
        rest.pop()
        made.append("'" * (text.count("'") + text.count(r"\prime")))
        return
    place = len(rest) - 2
    while place >= 0 and _is_space(rest[place]):
        place -= 1
    if place > 0 and rest[place] == "_" and following != "\\":  # m^2_e is m_e^2
        below = rest[place - 1]
        del rest[place - 1 :]
        made += (
            ["_", *_rewritten([below])] if not isinstance(below, list) else ["_", ["{", *_rewritten(below[1:-1]), "}"]]
        )
        above: Tree = [following] if not isinstance(following, list) else [["{", *_rewritten(following[1:-1]), "}"]]
        made += ["^", *above]
        return
    made.append("^")
