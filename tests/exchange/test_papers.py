"""Whole papers as files: what comes back is the same paper, byte by byte of what its answers are kept under."""

from __future__ import annotations

import copy
import json
import os
import py_compile
import re
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sympy

from reports.json_report import paper_schema
from tests.common import audits
from verify.cache.digests import digests_of
from verify.claims import (
    CODATA_2022,
    CONVENTION,
    DOMAIN,
    Constant,
    Equation,
    Paper,
    UnitSystem,
    approx,
    aside,
    differentials,
    differentiate,
    equal,
    figure,
    follows_from,
    greater,
    has_roots,
    proportional,
    reading,
    substitute,
    symbol,
    threshold,
    units,
)
from verify.exchange import document, json_text, statements
from verify.exchange.document import as_json, as_text, from_json, schema
from verify.exchange.forms import Fault, NotWritable
from verify.exchange.heads import ARITHMETIC, CALCULUS, CONSTANTS, LOGIC
from verify.exchange.lines import RULES
from verify.exchange.loading import load_paper
from verify.exchange.notation import CONSTANT, DIMENSION, UNIT
from verify.judging.judge import judge_claim
from verify.kinds.table import KINDS
from verify.premises import execution
from verify.quantities.units import Unit
from verify.vocabulary.moves import Move


def small_paper() -> Paper:
    """One of everything that the shipped papers have little of."""
    paper = Paper("ring", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I", "II"), lost=("√",))
    a, b, c = (symbol(name, name, "a length", units.LENGTH, positive=True) for name in "abc")
    again = symbol("a", r"\alpha", "an angle", units.DIMENSIONLESS, real=True)
    t, k = (symbol(name, name, "a number", units.DIMENSIONLESS, positive=True) for name in "tk")
    paper.spellings = ((r"\vec{a}", (a, b, c)), ("a'", b))
    one = paper.given("1", where="I", printed="b = 2a = c", lhs=b, rhs=(2 * a, c))
    two = paper.step("2", where="I", printed="b^2 = 4a^2", lhs=b**2, rhs=4 * a**2, by=follows_from(one.link(0)))
    paper.claim("3", approx(a / b, "0.5"), where="I", printed="a/b = 0.5", by=follows_from(two))
    paper.step(
        "4", where="I", printed="c = 2a", lhs=c, rhs=2 * a, by=substitute(one.ends, into=Equation("3", a, b / 2))
    )
    paper.claim(
        "5",
        greater(again**2, -1),
        where="I",
        printed=r"\alpha^2 > -1",
        note="It is 3.",
        asides=[aside("It is 3", equal(a, a), put_in=["3"])],
    )
    paper.claim("6", has_roots(t - k, t, 0, 9, parameter=k, between=(1, 2)), where="II", printed="there is one")
    paper.claim("7", threshold(t - k, t, 0, 9, "1.5", parameter=k, between=(1, 2)), where="II", printed="from 1.5")
    wide = approx(t, "4", within=("3.5", "4.0", "almost four: it lies below"), constants={t: sympy.Rational(7, 2)})
    drawn = figure(
        "t", x="t", y="u", variable=t, interval=(0 + sympy.Rational(1, 9), 1), curves={"u": t**2}, printed={"u": "1.0"}
    )
    paper.claim("8", wide, where="II", printed="almost 4", figure=drawn)
    narrow = reading("large", equal(t, t + 0), ground=DOMAIN, where=[t > 1], condition="t is large")
    paper.identity("9", where="II", printed="t = t", lhs=t, rhs=t, readings=[narrow])
    other = reading("gauss", equal(t, t), ground=CONVENTION, condition="in other units", units=UnitSystem.GAUSSIAN)
    paper.identity("10", where="II", printed="t = t", lhs=t, rhs=t, readings=[other])
    paper.premise("11", where="II", printed="k = 1", lhs=k, rhs=1, assumption="for simplicity")
    paper.remark("12", where="II", printed="Words.", why="nothing to decide")
    paper.missing("13", where="II", printed="k = 3", why="not yet")
    d = differentials(constants=(k, c))
    law = paper.given("14", where="II", printed="b = k a t", lhs=b, rhs=k * a * t)
    by = differentiate(law, d, general=True)
    paper.step(
        "15",
        where="II",
        printed=r"\frac{db}{b} = \frac{da}{a}+\frac{dt}{t}",
        lhs=d(b) / b,
        rhs=d(a) / a + d(t) / t,
        by=by,
    )
    paper.claim("16", proportional(b, a, a), where="II", printed=r"b \propto a", by=follows_from(law))
    return paper


def again(paper: Paper) -> Paper:
    return document.load(lambda: json_text.parse(as_text(paper)), "file")


def same(one: Paper, other: Paper) -> bool:
    return digests_of(one) == digests_of(other) and one.told_notation() == other.told_notation()


@pytest.mark.parametrize("name", audits.PAPERS)
def test_a_shipped_paper_comes_back_the_same(name: str) -> None:
    paper = audits.paper(name)
    found = again(paper)
    assert same(found, paper)
    assert as_text(found) == as_text(paper)


def test_a_paper_with_a_little_of_everything_comes_back_the_same() -> None:
    assert same(again(small_paper()), small_paper())


@pytest.mark.slow
def test_an_audit_of_the_file_is_that_of_the_package(shipped_audit: Any) -> None:
    found = again(audits.paper("pavlov"))
    assert {label: judge_claim(found, claim) for label, claim in found.claims.items()} == shipped_audit("pavlov")


def test_another_paper_is_another_paper() -> None:
    """The comparison above can fail."""
    body = as_json(small_paper())
    body["claims"][1]["says"]["statements"][0]["lhs"] = "a"
    body["claims"][1]["says"]["by"]["of"] = ["1"]
    assert not same(from_json(body), small_paper())


def test_every_kind_of_statement_has_a_form() -> None:
    assert set(statements.RECORDS) == set(KINDS)
    names = [name for name, _ in statements.RECORDS.values()]
    assert len(set(names)) == len(names)


def test_every_move_has_a_form() -> None:
    assert set(RULES) == set(execution.RULES)


def test_a_dependent_line_is_named_and_not_repeated() -> None:
    body = as_json(small_paper())
    by = [claim["says"]["by"]["of"] for claim in body["claims"] if "by" in claim.get("says", {})]
    half = ["Mul", ["Rational", 1, 2], "b"]
    assert by[0] == [{"kind": "link", "of": "1", "which": 0}]
    assert by[1] == ["2"]
    assert by[2] == [{"kind": "ends", "of": "1"}, {"kind": "equation", "label": "3", "lhs": "a", "rhs": half}]


def test_what_a_file_cannot_say_is_not_written() -> None:
    paper = small_paper()
    line = Equation("2", *paper.claims["2"].equations[0].lhs.args[:1] * 2, roots=paper.claims["1"].equations)
    read = paper.claims["3"].literal
    object.__setattr__(read, "by", Move("follows_from", (line,)))
    with pytest.raises(NotWritable, match="ring 3: the premise '2' is no line of the paper"):
        as_json(paper)


# --- the schema ---------------------------------------------------------------------------------------


def test_the_published_schema_is_that_of_the_code() -> None:
    assert paper_schema() == json.loads(json.dumps(schema())), "write document.schema() to reports/schema"
    jsonschema.Draft202012Validator.check_schema(paper_schema())


@pytest.mark.parametrize("make", [small_paper, lambda: audits.paper("pavlov")], ids=["small", "pavlov"])
def test_what_is_written_follows_the_schema(make: Any) -> None:
    jsonschema.Draft202012Validator(paper_schema()).validate(as_json(make()))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), "referee.paper/2"),
        (("units",), "imperial"),
        (("symbols", "a", "latex"), 1),
        (("claims", 0, "label"), ""),
        (("claims", 0, "says", "statements", 0, "rel"), "="),
        (("claims", 0, "says", "statements", 0, "lhs"), ["eval", "b"]),
        (("claims", 0, "says", "statements", 0, "lhs"), 1.5),
        (("claims", 0, "else"), 1),
        (("claims", 1, "says", "by", "kind"), "guess"),
    ],
)
def test_what_the_schema_refuses_is_refused(place: tuple[Any, ...], value: Any) -> None:
    body = as_json(small_paper())
    part = body
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    assert not jsonschema.Draft202012Validator(paper_schema()).is_valid(body)
    with pytest.raises(Fault):
        from_json(copy.deepcopy(body))


# --- units and constants --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, unit in vars(units).items() if isinstance(unit, Unit)])
def test_every_unit_comes_back(name: str) -> None:
    unit = getattr(units, name)
    for made in (unit, unit**2, 1 / unit):
        assert UNIT.read(UNIT.write(made, None), None) == made


def test_a_unit_of_its_own_comes_back() -> None:
    body = UNIT.write(Unit(units.metre.factor * 3, units.LENGTH, (("cubit", units.metre.powers[0][1]),)), None)
    assert body == {"powers": [["cubit", 1]], "factor": 3, "dimension": {"length": 1}}
    assert UNIT.write(UNIT.read(body, None), None) == body


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"powers": [["cubit", 1]]}, "the unit 'cubit'; expected a unit that Referee knows"),
        ({"powers": [["m", 1]], "factor": 3, "dimension": {"length": 1}}, "the unit m, which is another one"),
        ({"powers": [["m", 1]], "factor": 1, "dimension": {"mass": 1}}, "the unit m, which is another one"),
        ({"powers": [["cubit", 1]], "factor": -1, "dimension": {}}, "a positive number"),
        ({"powers": [["m", 10**9]]}, "the power 1000000000"),
        ({"powers": [["G", "1/3"]]}, "irrational factor"),
    ],
)
def test_a_unit_means_what_its_name_says(body: Any, said: str) -> None:
    with pytest.raises(Fault, match=said):
        UNIT.read(body, None)


def test_every_dimension_comes_back() -> None:
    for name in dir(units):
        thing = getattr(units, name)
        if isinstance(thing, units.Dimension):
            assert DIMENSION.read(DIMENSION.write(thing, None), None) == thing


def test_every_constant_comes_back() -> None:
    for constant in CODATA_2022.values():
        body = CONSTANT.write(constant, None)
        assert set(body) == {"kind", "of", "name"}
        assert CONSTANT.read(body, None) == constant


def test_a_constant_of_its_own_says_what_its_text_says() -> None:
    own = Constant(
        "g",
        "g",
        "9.81(1)",
        sympy.Rational(981, 100),
        sympy.Rational(1, 100),
        units.metre / units.second**2,
        units.ACCELERATION,
        "a book",
    )
    body = CONSTANT.write(own, None)
    assert CONSTANT.read(body, None) == own
    with pytest.raises(Fault, match=r"a value beside the text '9\.81\(1\)'"):
        CONSTANT.read(body | {"value": 7}, document._Reader())


def test_load_paper_reads_a_file_again_when_it_changes(tmp_path: Any) -> None:
    path = tmp_path / "ring.json"
    path.write_text(as_text(small_paper()), encoding="utf-8")
    first = load_paper(str(path))
    assert load_paper(str(path)) is first
    path.write_text(as_text(small_paper()).replace("A paper", "Another"), encoding="utf-8")
    assert load_paper(str(path)).title == "Another"


# --- docs/paper-json.md --------------------------------------------------------------------------------

PAGE = (Path(document.__file__).resolve().parents[2] / "docs" / "paper-json.md").read_text(encoding="utf-8")


def test_the_page_names_what_there_is() -> None:
    kinds = [name for name, _ in statements.RECORDS.values() if name != "relation"]
    members = [*document.ABOUT, *document.MORE, "sections", "symbols", "functions", "shared", "spellings", "claims"]
    named = [f"`{name}`" for name in (*kinds, *members)] + [f'`["{name}"]`' for name in CONSTANTS]
    assert [name for name in named if name not in PAGE] == []
    unevaluated = {*ARITHMETIC, *CALCULUS, *LOGIC}
    assert [head.__name__ for head in unevaluated if head.__name__ not in PAGE] == []


def test_the_claim_of_the_page_is_one() -> None:
    (text,) = re.findall(r"(?s)```json\n(.*?)```", PAGE)
    body = as_json(small_paper())
    letters = {name: dict(body["symbols"]["b"], latex=name) for name in ("E", "m", "v")}
    five = {
        "label": "5",
        "where": "I",
        "kind": "given",
        "printed": "v = m",
        "says": {"statements": [{"lhs": "v", "rhs": "m"}]},
    }
    six = five | {"label": "6", "says": {"statements": [{"lhs": "E", "rhs": "m"}, {"lhs": "m", "rhs": "v"}]}}
    paper = from_json(
        body
        | {"symbols": letters, "functions": {}, "spellings": [], "shared": [], "claims": [five, six, json.loads(text)]}
    )
    assert paper.claims["7"].premises == ("5", "6")


@pytest.mark.parametrize("file", ["__init__.py", "lines.py", "more/lines.py"])
def test_bytecode_of_another_edit_in_the_same_second_is_not_read(tmp_path: Path, file: str) -> None:
    """Python takes it for that of the file, as second and size are the same."""
    name = f"edited_{file.count('/')}{len(file)}"
    folder = tmp_path / name
    (folder / "more").mkdir(parents=True)
    begin = (
        f"from verify.claims import Paper, UnitSystem\npaper = Paper({name!r}, TITLE, 'N. N.', UnitSystem.SI, ('I',))\n"
    )
    texts = {
        "__init__.py": "TITLE = 'here'\n"
        if file == "__init__.py"
        else f"from {name}.{file[:-3].replace('/', '.')} import TITLE\n",
        "lines.py": "TITLE = 'here'\n",
        "more/__init__.py": "",
        "more/lines.py": "TITLE = 'here'\n",
    }
    for path, text in texts.items():
        (folder / path).write_text(text + begin * (path == "__init__.py"))
    edited = folder / file
    py_compile.compile(str(edited))
    state = edited.stat()
    edited.write_text(edited.read_text().replace("here", "then"))
    os.utime(edited, ns=(state.st_atime_ns, state.st_mtime_ns))
    try:
        assert load_paper(str(folder)).title == "then"
    finally:
        for module in [m for m in sys.modules if m.split(".")[0] == name]:
            del sys.modules[module]
