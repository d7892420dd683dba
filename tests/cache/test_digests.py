"""A key says all that an answer depends on: every edit of what a claim says or rests on gives another one."""

from __future__ import annotations

from dataclasses import fields
from types import SimpleNamespace as Names
from typing import Any

import pytest
import sympy

from verify.cache.canonical import NotCanonical
from verify.cache.digests import digests_of, printed
from verify.cache.keys import Digests, Keys, prints_of
from verify.claims import (
    AMBIGUITY,
    Paper,
    UnitSystem,
    aside,
    correction,
    equal,
    figure,
    follows_from,
    function,
    less,
    reading,
    substitute,
    symbol,
    units,
)

DEFAULT: dict[str, Any] = {
    "system": UnitSystem.SI,
    "latex": "b",
    "meaning": "a number",
    "assumption": {"positive": True},
    "dimension": units.DIMENSIONLESS,
    "basis": "law",
    "first": 2,
    "first printed": "a = 2b",
    "second": 3,
    "second reading": (),
    "section": "I",
    "printed": "d = 6b",
    "result": 6,
    "move": "substitute",
    "conditions": (),
    "readings": (),
    "asides": (),
    "note": None,
    "figure": None,
    "unrelated": 5,
    "defining": "g",
}


def paper_of(**edits: Any) -> tuple[Paper, Names]:
    """a = 2b, c = 3a, from both d = 6b; beside them g = 5b, of which d knows nothing."""
    said = {**DEFAULT, **{name.replace("_", " "): value for name, value in edits.items()}}
    paper = Paper("p", "A paper", "nobody (2000)", said["system"], sections=("I", "II"))
    plain: dict[str, Any] = {"dimension": units.DIMENSIONLESS, "positive": True}
    a, c, d, g = (symbol(name, name, "a number", **plain) for name in "acdg")
    b = symbol("b", said["latex"], said["meaning"], said["dimension"], **said["assumption"])
    here = Names(a=a, b=b, c=c, d=d, g=g)
    basis = {said["basis"]: "somebody"}
    paper.premise("0", where="I", printed=said["first printed"], lhs=a, rhs=said["first"] * b, **basis)
    more = [make(here) for make in said["second reading"]]
    middle = paper.step(
        "1",
        where="I",
        printed="c = 6b",
        lhs=c,
        rhs=said["second"] * 2 * b,
        by=follows_from(paper.claims["0"]),
        readings=more,
    )
    paper.given("x", where="I", printed=f"{said['defining']} = 5b", lhs=g, rhs=said["unrelated"] * b)
    by = here.by = substitute(middle, into=paper.given("y", where="I", printed="d = c", lhs=d, rhs=c))
    paper.step(
        "2",
        where=said["section"],
        printed=said["printed"],
        lhs=d,
        rhs=said["result"] * b,
        by=by if said["move"] == "substitute" else follows_from(*by.sources),
        conditions=[make(here) for make in said["conditions"]],
        readings=[make(here) for make in said["readings"]],
        asides=[make(here) for make in said["asides"]],
        note=said["note"],
        figure=said["figure"] and said["figure"](here),
    )
    return paper, here


def digests(**edits: Any) -> Digests:
    return digests_of(paper_of(**edits)[0])


def picture(here: Names) -> Any:
    return figure("f", x="b", y="d", variable=here.b, interval=(1, 2), curves={"one": here.b})


EDITS: dict[str, Any] = {
    "system": UnitSystem.GAUSSIAN,
    "latex": r"\beta",
    "assumption": {"real": True},
    "dimension": units.LENGTH,
    "basis": "assumption",
    "first": 4,
    "first_printed": "a = 2 b",
    "second": 5,
    "second_reading": [lambda n: correction("other", equal(n.c, 7 * n.b))],
    "section": "II",
    "printed": "d = 6 b",
    "result": 7,
    "move": "follows_from",
    "conditions": [lambda n: n.b > 1],
    "readings": [lambda n: correction("right", equal(n.d, 8 * n.b))],
    "asides": [lambda n: aside("less than 9", less(n.b, 9 + n.b))],
    "note": "a note",
    "figure": picture,
}


def edited(name: str) -> dict[str, Any]:
    return {name: EDITS[name], **({"note": "it is less than 9"} if name == "asides" else {})}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_of_what_a_claim_says_or_rests_on_changes_its_key(name: str) -> None:
    plain, changed = digests(), digests(**edited(name))
    assert changed.claims["2"] != plain.claims["2"]
    assert changed.whole != plain.whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"conditions": [lambda n: n.b > 1]}, {"conditions": [lambda n: n.b > 2]}),
        ({"conditions": [lambda n: n.b > 1]}, {"conditions": [lambda n: n.b >= 1]}),
        (
            {"readings": [lambda n: reading("r", equal(n.d, n.b), by=n.by, ground=AMBIGUITY, of="d", condition="one")]},
            {"readings": [lambda n: reading("r", equal(n.d, n.b), by=n.by, ground=AMBIGUITY, of="d", condition="two")]},
        ),
        (
            {"readings": [lambda n: correction("r", equal(n.d, n.b))]},
            {"readings": [lambda n: correction("r", equal(n.d, n.b), where=[n.b > 1])]},
        ),
    ],
)
def test_every_part_of_a_reading_counts(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert digests(**one).claims["2"] != digests(**other).claims["2"]


def test_another_line_changes_the_paper_and_no_claim_that_does_not_rest_on_it() -> None:
    plain, changed = digests(), digests(unrelated=9)
    assert {label for label in plain.claims if plain.claims[label] != changed.claims[label]} == {"x"}
    assert plain.whole != changed.whole


def test_what_rests_on_an_edited_line_changes_with_it_and_nothing_else() -> None:
    plain, changed = digests(), digests(second=5)
    assert {label for label in plain.claims if plain.claims[label] != changed.claims[label]} == {"1", "2"}


def test_the_print_of_a_premise_two_levels_up_counts() -> None:
    """Here it does not say what is encoded, so that what follows may be another thing."""

    def prints(paper: Paper) -> bytes | None:
        return prints_of("2", {label: printed(paper, label).digest for label in paper.claims}, digests_of(paper), {})

    (plain, _), (other, _) = paper_of(), paper_of(first_printed="a is twice b")
    assert printed(plain, "2") == printed(other, "2")
    assert prints(plain) != prints(other)


def test_prints_that_are_not_all_known_are_no_key() -> None:
    paper, _ = paper_of()
    found, prints = digests_of(paper), {label: printed(paper, label).digest for label in paper.claims}
    known: dict[str, bytes | None] = {}
    assert prints_of("2", {**prints} | {"0": None}, found, known) is None  # type: ignore[dict-item]
    del prints["0"]
    assert prints_of("2", prints, found, {}) is None


def test_the_notation_of_the_paper_counts() -> None:
    """What a name means to the reader of the print may be said by any line: it is found again, and is a part of the key.

    Spellings of functions and their derivatives are in the key of every claim: a correction is typeset in them.
    """
    (one, here), (other, there) = paper_of(printed="d = 6h"), paper_of(printed="d = 6h")
    one.spellings, other.spellings = (("h", here.b),), (("h", there.g),)
    assert digests_of(one).whole != digests_of(other).whole
    assert digests_of(one).claims == digests_of(other).claims
    assert printed(one, "2") != printed(other, "2")
    x = symbol("x", "x", "a place", units.DIMENSIONLESS, real=True)
    f = function("f", "f", "a function", units.DIMENSIONLESS, variables=(x,), real=True)
    (one, _), (other, _) = paper_of(), paper_of()
    one.spellings, other.spellings = (("F", f(x)),), (("G", f(x)),)
    assert all(digests_of(one).claims[label] != digests_of(other).claims[label] for label in one.claims)


def test_a_helper_that_builds_another_relation_gives_another_key() -> None:
    """As `derivations.physics` does: what a function built is in the key, and not which function it was."""

    def shared(here: Names, factor: int = 1) -> Any:
        return correction("by a helper", equal(here.d, factor * here.b))

    one = digests(readings=[shared])
    assert one.claims["2"] == digests(readings=[lambda n: correction("by a helper", equal(n.d, n.b))]).claims["2"]
    assert one.claims["2"] != digests(readings=[lambda n: shared(n, 2)]).claims["2"]


def test_the_settings_the_limits_and_the_program_are_in_every_key() -> None:
    found = digests()
    keys = [Keys(engine, settings) for engine in (b"1", b"2") for settings in (b"1", b"2")]
    names = {
        name
        for key in keys
        for asked in ("judge [0]", "judge [1]", "mutants [0]")
        for name in (
            key.of_paper(asked, found, "2"),
            key.of_claim(asked, found, "2", b"p"),
            key.of_claim(asked, found, "2", b"q"),
        )
    }
    assert len(names) == 4 * 3 * 3


def test_a_new_field_of_a_paper_has_to_be_entered_in_its_digest() -> None:
    """That of a claim, of a reading or of a statement is there by itself."""
    known = {*("id", "title", "citation", "units", "sections", "claims", "spellings", "lost", "notation", "unprinted")}
    known |= {*("authors", "version", "date", "doi")}
    assert {field.name for field in fields(Paper)} == known | {"_forms"}


def test_a_paper_that_was_judged_has_the_same_digests() -> None:
    from verify.judging.judge import judge_claim

    (fresh, _), (judged, _) = paper_of(), paper_of()
    for claim in judged.claims.values():
        judge_claim(judged, claim)
    assert digests_of(judged) == digests_of(fresh)


def test_a_paper_of_a_class_of_its_own_is_not_kept() -> None:
    class Mine(Paper):
        pass

    with pytest.raises(NotCanonical):
        digests_of(Mine("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",)))


@pytest.mark.parametrize("most", [1, 7, 100])
def test_what_is_remembered_while_a_paper_is_written_down_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Undeclared dummies are numbered as they are met, whatever is remembered of what stands around them."""
    from derivations.pavlov import paper
    from verify.cache import canonical, digests

    x, y = sympy.Dummy("x"), sympy.Dummy("x")
    both = [(sympy.sin(x + y) * x, y**x), (y, x), (x, y)]
    told, whole = canonical.Canonical(), digests._digests(paper, canonical.Canonical())
    plain = [told.of(one) for one in both]
    monkeypatch.setattr(canonical, "MOST", most)
    told = canonical.Canonical()
    assert [told.of(one) for one in both] == plain
    assert plain[1] != plain[2]
    assert digests._digests(paper, canonical.Canonical()) == whole


def test_claims_are_watched_where_they_are() -> None:
    """A paper of thousands of lines is not copied for each decision."""
    from derivations.pavlov import paper
    from verify.encoding.lookups import unwatched, watched

    plain, label = paper.claims, next(iter(paper.claims))
    with watched(paper, {label}) as seen:
        assert seen.plain is plain
        assert paper.claims[label] is plain[label]
        assert len(paper.claims) == len(plain)
        assert paper.claims.get("no such line") is None
        assert not seen.strange
        with unwatched(paper):
            assert list(paper.claims) == list(plain)
        assert not seen.strange
        assert list(paper.claims) == list(plain)
        assert seen.strange
    assert paper.claims is plain
