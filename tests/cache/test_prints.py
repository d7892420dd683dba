"""What the comparison of a print finds is kept under its line and what that is offered of its paper: whatever else is edited.

A line of which the key is the same in two papers, and for which nothing beyond it was looked at, is found the same in both.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.cache.digests import digests_of, printed
from verify.cache.keys import Print
from verify.claims import Paper, UnitSystem, equal, function, symbol, units
from verify.errors import ClaimError
from verify.page import transcription

CHOICES: dict[str, tuple[Any, ...]] = {
    "energy": (2, 3, None),
    "power": (2, 3, None),
    "spelled": ("ab", "ac", None),
    "number": (3, 4, None),
    "namesake": ("I", "II", None),
    "assumed": ("positive", "real"),
    "dimension": (units.DIMENSIONLESS, units.LENGTH),
    "named": ("z", "k"),
    "section": ("I", "II"),
    "written": (2, 3),
    "unrelated": (5, 6),
    "last": (2, 3),
}
"""What is edited, and how: the first of each is the paper as it was."""
TARGETS = (
    ("t.energy", r"w = \frac{mv^2}{2}", lambda s: (s.w, s.E)),
    ("t.power", "y = x^2", lambda s: (s.y, s.f(s.x))),
    ("t.function", "y = f(x)", lambda s: (s.y, s.x**2)),
    ("t.spelled", "y = 2h", lambda s: (s.y, 2 * s.a * s.b)),
    ("t.number", "c = 3", lambda s: (s.c, 3)),
    ("t.put", r"for $c = 3$ the line is $y = 3x$", lambda s: (s.y, 3 * s.x)),
    ("t.namesake", "y = 2g", lambda s: (s.y, 2 * s.x)),
    ("t.unnamed", "y = 4z", lambda s: (s.y, 4 * s.x)),
    ("t.plain", "(a+b)^2 = a^2 + 2ab + b^2", lambda s: ((s.a + s.b) ** 2, s.a**2 + 2 * s.a * s.b + s.b**2)),
    ("t.slope", r"\frac{\partial w}{\partial x} = 2x", lambda s: (2 * s.x, 2 * s.x)),
)
"""Lines that are never edited, each with a print that one of the others may say something of."""


class Symbols:
    def __init__(self, assumed: str, dimension: Any, named: str) -> None:
        number = {"dimension": units.DIMENSIONLESS, "positive": True}
        for name in "bcvxyw":
            setattr(self, name, symbol(name, name, "a number", **number))
        self.a = symbol("a", "a", "a number", dimension, **{assumed: True})
        self.z = symbol("z", named, "a number", **number)
        self.m = symbol("m", "m", "a number", **number)
        self.E = symbol("E", r"\frac{mv^2}{2}", "an energy", **number)
        self.g = symbol("g", "g", "a number", **number)
        self.f = function("f", "f", "a function", units.DIMENSIONLESS, variables=(self.x,), real=True)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def paper_of(**edits: Any) -> Paper:
    said = {name: choices[0] for name, choices in CHOICES.items()} | edits
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I", "II"))
    s = Symbols(said["assumed"], said["dimension"], said["named"])
    if said["spelled"]:
        paper.spellings = (("h", s.a * (s.b if said["spelled"] == "ab" else s.c)),)
    if said["energy"]:
        paper.given("E", where="I", printed=f"E = mv^2/{said['energy']}", lhs=s.E, rhs=s.m * s.v**2 / said["energy"])
    if said["power"]:
        paper.given("f", where="I", printed=f"f(x) = x^{said['power']}", lhs=s.f(s.x), rhs=s.x ** said["power"])
    if said["number"]:
        paper.given("c", where="I", printed=f"c = {said['number']}", lhs=s.c, rhs=said["number"])
    if said["namesake"]:
        paper.given("g", where=said["namesake"], printed="g = x", lhs=s.g, rhs=s.x)
    paper.given("w", where="I", printed="w = x^2", lhs=s.w, rhs=s.x ** said["written"])
    paper.given("y", where="I", printed="y = cx", lhs=s.y, rhs=s.c * s.x)
    paper.identity("n", where=said["section"], printed="1 + 1", lhs=s.z * s.b, rhs=s.z * s.b)
    paper.identity("u", where="II", printed="b + b", lhs=s.b * said["unrelated"], rhs=s.b * said["unrelated"])
    for label, text, sides in TARGETS:
        lhs, rhs = sides(s)
        paper.claim(label, equal(lhs, rhs), where="I", printed=text)
    paper.given("last", where="II", printed="m = v", lhs=s.m, rhs=s.v * said["last"])
    return paper


def found(paper: Paper) -> dict[str, Print | str]:
    """What is found of every line, or the sentence that says why nothing is."""
    told: dict[str, Print | str] = {}
    for label in paper.claims:
        try:
            told[label] = printed(paper, label)
        except ClaimError as error:
            told[label] = str(error)
    return told


def beyond(told: Print | str) -> bool:
    return isinstance(told, Print) and told.is_beyond


EDITS = st.fixed_dictionaries({}, optional={name: st.sampled_from(choices) for name, choices in CHOICES.items()})


@pytest.mark.parametrize("edits", [{name: choice} for name, choices in CHOICES.items() for choice in choices[1:]])
def test_after_one_edit_lines_of_the_same_key_are_found_the_same(edits: dict[str, Any]) -> None:
    compare({}, edits)


@given(EDITS, EDITS)
@settings(deadline=None, max_examples=examples(20), suppress_health_check=[HealthCheck.too_slow])
def test_after_several_edits_too(one: dict[str, Any], other: dict[str, Any]) -> None:
    compare(one, other)


def compare(one: dict[str, Any], other: dict[str, Any]) -> None:
    papers = paper_of(**one), paper_of(**other)
    keys = [digests_of(paper).prints for paper in papers]
    first, second = map(found, papers)
    for label in keys[0].keys() & keys[1].keys():
        if keys[0][label] == keys[1][label]:
            assert beyond(first[label]) == beyond(second[label]), label
            assert first[label] == second[label] or beyond(first[label]), label


@pytest.mark.parametrize(
    ("edits", "line"),
    [
        ({"energy": 3}, "t.energy"),
        ({"power": 3}, "t.power"),
        ({"power": None}, "t.function"),
        ({"spelled": "ac"}, "t.spelled"),
        ({"number": 4}, "t.number"),
        ({"namesake": None}, "t.namesake"),
        ({"assumed": "real"}, "t.plain"),
        ({"dimension": units.LENGTH}, "t.plain"),
    ],
)
def test_an_edit_that_the_print_may_speak_of_is_another_key(edits: dict[str, Any], line: str) -> None:
    assert digests_of(paper_of()).prints[line] != digests_of(paper_of(**edits)).prints[line]


def test_an_edit_that_it_cannot_speak_of_is_the_same_key() -> None:
    plain = digests_of(paper_of()).prints
    for edits in ({"unrelated": 6}, {"last": 3}, {"number": 4}, {"energy": None}):
        assert digests_of(paper_of(**edits)).prints["t.plain"] == plain["t.plain"], edits


@pytest.mark.parametrize("label", ["t.put", "t.slope"])
def test_what_any_line_may_say_is_beyond_what_is_offered(label: str) -> None:
    paper = paper_of()
    assert transcription.check(paper.claims[label], paper).is_beyond
    plain = paper_of()
    assert not transcription.check(plain.claims["t.plain"], plain).is_beyond


def test_what_is_asked_of_the_names_of_another_line_is_beyond() -> None:
    """The comparison of one line that looks up another one, or letters that it was not offered."""
    from verify.page.names import offer
    from verify.page.of_paper import of_paper

    paper = paper_of()
    known = of_paper(paper)
    for look in (
        lambda: known.written,
        lambda: known.letters_with(frozenset("zq")),
        lambda: known.taken(paper.claims["w"].literal.statements[0].rhs),
    ):
        offered = offer(paper.claims["t.plain"], paper)
        with known.offering(offered):
            known.letters_with(frozenset("ab"), "I")
            assert not offered.is_beyond
            look()
        assert offered.is_beyond
