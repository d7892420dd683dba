r"""What of a formula may mean two things in the paper that it stands in: f beside f(x), i, u^{n+1}, CFL, u^*.

A formula that is alone leaves less open than one among others: the whole of the paper shows how its names are used
(`referee.names.Usage`).  Each doubt is the reason why a line stays open; none of them reads anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from referee.name_tokens import begins_name, group_end, names_in, runs_of_capitals, superscripts
from referee.names import SEVERAL, Usage
from verify.grammar.ambiguities import SUMMED_INDICES, Ambiguous
from verify.grammar.parser import ParseError, Token
from verify.grammar.tokens import normal_form
from verify.latex.derivatives import BY_QUANTITY

FIELDS = {"u", "f", r"\phi", r"\varphi", r"\psi", r"\Phi", r"\Psi", "w"}
"""Letters before which a \\Delta is the Laplacian as often as an increment."""
Places = Sequence[tuple[int, int]]
"""Where the names of a formula begin and end."""
BARS = {"|", r"\left|", r"\right|", r"\vert", r"\mid"}
COORDINATES = {*"txyzrsEpTVk", r"\tau", r"\theta", r"\lambda", r"\omega", r"\nu"}
r"""Letters of which the increment stands beside them as a rule, t + \Delta t."""
UNITS = {*"msKJNWAVCTHkgPaolhzdr"}
"""Letters of the units that are printed with negative powers."""


SMALL = {*"abcdefghijklmnopqrstuvwxyz"}
STARRED = re.compile(r"\^\{(?:\*|\\star)\}")
SIZE = "the absolute value of a number"


class PrintDoubt(Ambiguous):
    """What the rest of the paper makes doubtful in a formula: a sentence without a column, and the two readings."""

    def __init__(self, sentence: str, token: Token, one: str = "", other: str = "") -> None:
        ParseError.__init__(self, sentence)
        self.column = token.column
        self.readings = (one, other)


def doubt_in(tokens: list[Token], usage: Usage, covered: Collection[int] = ()) -> ParseError | None:
    """Why a formula is not read: a name that stands alone elsewhere, and i.  What is `covered` stands for itself."""
    summed = any(one.text in (r"\sum", r"\prod") for one in tokens)
    if doubt := _acronym(tokens, usage, covered) or _units(tokens) or _spelled_function(tokens, covered):
        return doubt
    if doubt := _logarithm(tokens, covered):
        return doubt
    names = list(names_in(tokens))
    if doubt := _matrix_element(tokens, names, covered) or _inverse_in_bars(tokens, names, covered):
        return doubt
    for index, end in names:
        if index not in covered and (doubt := _of_name(tokens, usage, index, end, summed)):
            return doubt
    if doubt := _call_of_others(tokens, names, usage, covered):
        return doubt
    return _label_above(tokens, names, usage, covered) or _index_of_derivative(tokens, usage, covered)


def _call_of_others(tokens: list[Token], names: Places, usage: Usage, covered: Collection[int]) -> PrintDoubt | None:
    """u(v + 1) where u is u(x) in its short form elsewhere: nothing on which u depends stands in the bracket."""
    for start, end in names:
        name = normal_form(tokens[start:end])
        over = usage.dependent.get(name, ())
        if start in covered or not over or name in usage.said or end >= len(tokens) or tokens[end].text != "(":
            continue
        depth, close = 0, end
        while close < len(tokens):
            depth += (tokens[close].text == "(") - (tokens[close].text == ")")
            if depth == 0:
                break
            close += 1
        inside = {normal_form(tokens[first:last]) for first, last in names_in(tokens[:close]) if first > end}
        is_sum = any(token.text in ("+", "-") for token in tokens[end + 2 : close])
        if inside and is_sum and not inside & {*over, name}:
            shown = f"{name}(…) may mean two things: a function of what is in the brackets or a product"
            return PrintDoubt(shown, tokens[start], "a function of what is in the brackets", "a product")
    return None


def _index_of_derivative(tokens: list[Token], usage: Usage, covered: Collection[int]) -> PrintDoubt | None:
    r"""\partial_\lambda where \lambda is an index of other lines."""
    for index, token in enumerate(tokens):
        if (
            token.text != r"\partial"
            or index in covered
            or [one.text for one in tokens[index + 1 : index + 2]] != ["_"]
        ):
            continue
        inside = [one.text for one in tokens[index + 2 : group_end(tokens, index + 2)] if one.text not in "{}"]
        if len(inside) == 1 and inside[0] in SUMMED_INDICES & (usage.below | usage.raised.keys()):
            shown = rf"\partial_{inside[0]} may mean two things: {BY_QUANTITY} or by the coordinate with this index"
            return PrintDoubt(shown, token, BY_QUANTITY, "by the coordinate with this index")
    return None


def _of_name(tokens: list[Token], usage: Usage, index: int, end: int, summed: bool) -> PrintDoubt | None:
    if index and tokens[index - 1].text == r"\Delta" and _is_field(tokens, index, end):
        shown = rf"\Delta {tokens[index].text} may mean two things: an increment or the Laplacian"
        return PrintDoubt(shown, tokens[index - 1], "an increment", "the Laplacian")
    name = normal_form(tokens[index:end])
    after = tokens[end].text if end < len(tokens) else ""
    bare = STARRED.split(name)[0]
    if bare != name and (bare in usage.free or (r"\star" in name and bare.partition("_")[0] in usage.heads)):
        shown = f"{name} may mean two things: the conjugate or adjoint of {bare}, or a quantity of its own"
        return PrintDoubt(shown, tokens[index], "a conjugate", "a quantity")
    if name[-1] == "'" and name[:1].isupper() and re.match(r"[A-Z]$", after) and not tokens[end].space:
        return PrintDoubt(
            f"{name}{after} may mean two things: the distance between two points or a product", tokens[index]
        )
    if name == "e" and (doubt := _step_of_e(tokens, usage, end)):
        return doubt
    if name != "i":
        return None
    imaginary = _is_in_exponential(tokens, index) or r"\hbar" in (after, tokens[index - 1].text if index else "")
    alone = "(i)" not in "".join(token.text for token in tokens)
    if "i" in usage.below and index in superscripts(tokens) and not imaginary:
        return PrintDoubt("i is an index elsewhere: say whether it is the imaginary unit here", tokens[index])
    if "i" in usage.indices and not summed and alone and not imaginary:
        return PrintDoubt("i is an index elsewhere: say whether it is the imaginary unit here", tokens[index])
    return None


def _step_of_e(tokens: list[Token], usage: Usage, end: int) -> PrintDoubt | None:
    """e^n and e^{n+1} in a paper that has a quantity e, also with a mark, e^*: a power of Euler's number, or a step of e?"""
    if not (usage.marked_e or usage.plain_e) or end >= len(tokens) or tokens[end].text != "^":
        return None
    inside = [one.text for one in tokens[end + 1 : group_end(tokens, end + 1)] if one.text not in "{}"]
    if inside and re.fullmatch("[j-n]", inside[0]) and (len(inside) == 1 or inside[1] in "+-"):
        shown = f"e^{{{''.join(inside)}}} may mean two things: a power of Euler's number, or a step or component of e"
        return PrintDoubt(shown, tokens[end], "a power", "a label")
    return None


def _is_field(tokens: list[Token], index: int, end: int) -> bool:
    r"""Whether a \Delta before a name may be the Laplacian: \alpha - L^2\Delta\alpha = 1, with the name itself beside it."""
    if tokens[index].text in FIELDS:
        return True
    name = normal_form(tokens[index:end])
    bare = (normal_form(tokens[a:b]) for a, b in names_in(tokens) if not a or tokens[a - 1].text != r"\Delta")
    return name not in COORDINATES and name in bare


def _label_above(tokens: list[Token], names: Places, usage: Usage, covered: Collection[int]) -> PrintDoubt | None:
    """A superscript that may be no power: a count of steps, u^{n+1}, a label, \\eta^q, a place, a^J."""
    labels = {index for start, end in names for index in range(start, end)}
    for index, token in enumerate(tokens):
        if token.text != "^" or index in labels or index in covered:
            continue
        base = tokens[_owner(tokens, index)]
        if base.text in ("e", r"\sum", r"\prod", r"\int", "]") or base.kind == "number":
            continue
        inside = [one for one in tokens[index + 1 : group_end(tokens, index + 1)] if one.text not in ("{", "}")]
        letters = {one.text for one in inside if begins_name(one)}
        only_letters = bool(inside) and {one.text for one in inside} <= letters | {"'", ","}
        number = len(inside) == 1 and inside[0].text.isdigit() and base.text in usage.numbered
        half = [one.text for one in inside] in (["1", "/", "2"], [r"\frac", "1", "2"])
        number = number or (half and any(usage.labelled & {f"{base.text}^{{{mark}}}" for mark in "+-*"}))
        capital = only_letters and len(inside) == 1 and re.fullmatch("[A-MO-Z]", inside[0].text)
        if inside and (
            inside[0].text in usage.levels or capital or number or (only_letters and not letters <= usage.free)
        ):
            start = next((first for first, end in names if end == index), index - 1)
            shown = f"{normal_form(tokens[start:index])}^{{{''.join(one.text for one in inside)}}}"
            asked = f"{shown} may mean two things: a power, or a step, component or label: say what {inside[0].text} is"
            return PrintDoubt(asked, token, "a power", "a label")
    return None


def _owner(tokens: list[Token], index: int) -> int:
    r"""The last sign of what bears the superscript at `index`, its subscript aside: of \int_r^R the integral."""
    place = index - 1
    if place > 0 and tokens[place].text == "}":
        depth = 0
        while place > 0:
            depth += (tokens[place].text == "}") - (tokens[place].text == "{")
            if depth == 0:
                break
            place -= 1
    if place > 1 and tokens[place - 1].text == "_":
        return place - 2
    return max(index - 1, 0)


def _spells(tokens: list[Token], start: int, run: str) -> bool:
    found = [token.text for token in tokens[start : start + len(run)]]
    before = tokens[start - 1].text if start and not tokens[start].space else ""
    return found == list(run) and not re.fullmatch("[A-Z]", before)


def _logarithm(tokens: list[Token], covered: Collection[int]) -> PrintDoubt | None:
    """A logarithm whose base the print does not say."""
    for index, token in enumerate(tokens):
        is_log = token.text == r"\log" or (token.kind == "word" and token.text.strip() == "log")
        if is_log and index not in covered and [one.text for one in tokens[index + 1 : index + 2]] != ["_"]:
            return PrintDoubt(
                r"\log may mean two things: write \ln or \log_{10}", token, "the natural logarithm", "of base 10"
            )
    return None


def _matrix_element(tokens: list[Token], names: Places, covered: Collection[int]) -> PrintDoubt | None:
    """(a|H|b), with one name before the first bar and one behind the last."""
    ends = dict(names)
    for index, token in enumerate(tokens):
        first = ends.get(index + 1, 0)
        if token.text != "(" or index in covered or first >= len(tokens) or tokens[first].text not in BARS:
            continue
        bar = next(
            (k for k in range(first + 1, len(tokens)) if tokens[k].text in BARS or tokens[k].text in "()"), first
        )
        last = ends.get(bar + 1, 0)
        if tokens[bar].text in BARS and last and last < len(tokens) and tokens[last].text == ")":
            shown = "(…|…|…) may mean two things: a bracket with an absolute value, or a matrix element"
            return PrintDoubt(shown, token, "a bracket", "a matrix element")
    return None


def _inverse_in_bars(tokens: list[Token], names: Places, covered: Collection[int]) -> PrintDoubt | None:
    r"""|\kappa^{-1}|: of a number one prints 1/|\kappa|, so that it may be the size of a matrix or an operator."""
    ends = dict(names)
    for index, token in enumerate(tokens):
        if token.text not in BARS or index in covered:
            continue
        end = ends.get(index + 1, 0)
        raised = [one.text for one in tokens[end : end + 6]]
        if raised[:5] == ["^", "{", "-", "1", "}"] and set(raised[5:]) & BARS:
            name = normal_form(tokens[index + 1 : end])
            shown = f"|{name}^{{-1}}| may mean two things: {SIZE} or the norm of an inverse"
            return PrintDoubt(shown, token, SIZE, "the norm of an inverse")
    return None


def _acronym(tokens: list[Token], usage: Usage, covered: Collection[int]) -> PrintDoubt | None:
    """CFL, three capitals close to each other that do not all stand alone elsewhere: one name to most readers."""
    below = {
        k for index, one in enumerate(tokens) if one.text == "_" for k in range(index, group_end(tokens, index + 1))
    }
    runs = list(runs_of_capitals([token for k, token in enumerate(tokens) if k not in below]))
    for run in runs:
        several = len(run) >= SEVERAL or (len(run) == 2 and bool(set(run) & set(runs)))  # T/NT
        place = next((k for k in range(len(tokens)) if k not in below and _spells(tokens, k, run)), 0)
        if several and place not in covered and not set(run) <= usage.lone:
            return PrintDoubt(f"{run} may mean two things: one name or a product", tokens[place])
    return None


def _spelled_function(tokens: list[Token], covered: Collection[int]) -> PrintDoubt | None:
    """vol(x), max[a, b] in italics: letters side by side before a bracket, one name to most readers."""
    start = 0
    for index in range(1, len(tokens) + 1):
        here = tokens[index] if index < len(tokens) else None
        if here is not None and here.text in SMALL and not here.space and tokens[index - 1].kind == "letter":
            continue
        called = here is not None and here.text in ("(", "[")
        run = "".join(token.text for token in tokens[start:index]) if called else ""
        if called and re.fullmatch("[a-z]{3,}", run) and start not in covered and not _is_lowered(tokens, start):
            shown = f"{run} may mean two things: the word {run} or a product of letters"
            return PrintDoubt(shown, tokens[start], f"the word {run}", "a product of letters")
        start = index
    return None


def _is_lowered(tokens: list[Token], index: int) -> bool:
    """Whether a sign for a script stands before `index`, with or without its brace."""
    return index > 0 and (tokens[index - 1].text in ("_", "^") or (index > 1 and tokens[index - 2].text in ("_", "^")))


def _units(tokens: list[Token]) -> PrintDoubt | None:
    """m^2 s^{-2} = J kg^{-1} in italics: nothing but letters of units, some with negative powers."""
    texts = [token.text for token in tokens]
    inverse = sum(text == "^" and texts[k + 1 : k + 3] == ["{", "-"] for k, text in enumerate(texts))
    if inverse < 2:
        return None
    letters = [token.text for token in tokens if begins_name(token)]
    others = {text for text in texts if not text.isdigit()} - {*letters, "^", "{", "}", "-", "=", r"\cdot", "."}
    if len(letters) > SEVERAL and set(letters) <= UNITS and not others:
        shown = "letters of units with negative powers may mean two things: units or quantities"
        return PrintDoubt(shown, tokens[0])
    return None


def _is_in_exponential(tokens: list[Token], index: int) -> bool:
    """Whether the exponent of an e holds what stands at `index`."""
    for place in range(index):
        if (
            tokens[place].text == "^"
            and place
            and tokens[place - 1].text == "e"
            and index < group_end(tokens, place + 1)
        ):
            return True
    return False
