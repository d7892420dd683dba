r"""What the rest of a source makes doubtful in a line that can be read: a case in the words, a slope beside it.

The words before a display may say in which case it holds (`referee.case_conditions`), and a letter that stands as a constant among
functions may be printed as a slope in a line of the same section.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sympy import Integral
from sympy.core.function import AppliedUndef

from referee.author_notation import Entry
from referee.case_conditions import asked_of_cases, question_of
from referee.chains import Link
from referee.draft_claims import AT_ONE_PLACE, DraftClaim, doubted
from referee.name_tokens import names_of
from referee.sources import Display
from verify.grammar.parser import ParseError, no_recursion_error


@dataclass(frozen=True)
class Stated:
    """A claim with the text of its line that is read."""

    claim: DraftClaim
    text: str


def beside_others(
    claims: Sequence[DraftClaim],
    links: Sequence[tuple[Display, str, Link]],
    author: Sequence[Entry] = (),
) -> list[DraftClaim]:
    """The claims of the links, those as open in which the rest of the source makes something doubtful."""
    displays = [display for display, _, _ in links]
    cases = asked_of_cases(displays, author)
    found = [
        Stated(_in_case(claim, case), link.text) for claim, (_, _, link), case in zip(claims, links, cases, strict=True)
    ]
    return [_one_of_the_variables(claim) for claim in slopes_beside(found)]


def _one_of_the_variables(claim: DraftClaim) -> DraftClaim:
    r"""The claim as open, if x_i stands under an integral over x_1 and x_2: it may be one of them."""
    for integral in {one for side in claim.equation or () for one in side.atoms(Integral)}:
        numbered = {match[1] for one in integral.variables if (match := NUMBERED.match(one.name)) is not None}
        for letter in sorted(integral.function.free_symbols, key=str):
            if (match := INDEXED.match(letter.name)) is not None and match[1] in numbered:
                question = f"{letter.name} may mean two things: one of the variables of the integral, or a constant"
                return doubted(claim, question)
    return claim


def _in_case(claim: DraftClaim, case: str) -> DraftClaim:
    """The claim as open, if the words before it name a case and nothing has been asked of its place."""
    asks = bool(case) and bool(claim.lhs) and claim.kind != "value" and AT_ONE_PLACE not in claim.why
    return doubted(claim, question_of(case)) if asks else claim


# --- slopes beside --------------------------------------------------------------------------------

TIMES = {"t", "tau"}
NUMBERED = re.compile(r"^(\w+?)_?[0-9]+$")
INDEXED = re.compile(r"^(\w+)_[a-z]$")
PRIMED = re.compile(r"^(?P<prime>[^']+)'+$|^\\d?dot\{(?P<dot>[^{}]+)\}$")


def slopes_beside(lines: Sequence[Stated]) -> list[DraftClaim]:
    r"""The claims, those as open in which a letter stands as a constant among functions, whose slope \ell' its section prints."""
    slopes: dict[tuple[str, str], str] = {}
    for line in lines:
        for base, slope in _slopes(line.text):
            slopes.setdefault((line.claim.section, base), slope)
    return [_beside(line, slopes) for line in lines]


def _beside(line: Stated, slopes: Mapping[tuple[str, str], str]) -> DraftClaim:
    claim = line.claim
    if not slopes:
        return claim
    over = {one.args[0] for side in claim.equation or () for one in side.atoms(AppliedUndef) if len(one.args) == 1}
    moving = [one for one in sorted(over, key=str) if one.is_Symbol and one.name in TIMES]
    if not claim.lhs or len(moving) != 1:
        return claim
    for name in sorted(set(_names(line.text))):
        slope = slopes.get((claim.section, name))
        if slope is not None and not _is_function(claim, name):
            question = (
                f"{name} beside {slope} may mean two things: {name}({moving[0]}), with the slope {slope}, or a constant"
            )
            claim = doubted(claim, question)
    return claim


def _is_function(claim: DraftClaim, name: str) -> bool:
    bare = re.sub(r"[^A-Za-z0-9]", "", name)
    heads = {one.func.__name__ for side in claim.equation or () for one in side.atoms(AppliedUndef)}
    return any(re.sub(r"[^A-Za-z0-9]", "", head) == bare for head in heads)


def _names(text: str) -> list[str]:
    try:
        with no_recursion_error():
            return [name for name, _, _ in names_of(text)]
    except ParseError:
        return []


def _slopes(text: str) -> list[tuple[str, str]]:
    r"""The letters with a prime or a dot, with the print of the slope: \ell' of {\ell}', \dot{x}."""
    text = re.sub(r"\{\s*(\\?[A-Za-z]+)\s*\}\s*'", r"\1'", text)
    found = ((match, name) for name in _names(text) if (match := PRIMED.match(name)) is not None)
    return [(match["prime"] or match["dot"], name) for match, name in found]
