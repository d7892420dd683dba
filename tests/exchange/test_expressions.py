"""Expressions as lists: each reads back just as it stood, nothing is worked out, and nothing grows beyond its limits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy.functions.elementary.piecewise import ExprCondPair

from verify.cache.canonical import Canonical
from verify.claims import function, symbol, units
from verify.deciding.decide import decide
from verify.exchange import expressions
from verify.exchange.document import _Reader, _Writer
from verify.exchange.expressions import DEEPEST, LONGEST, Expression, read_expression, written_down
from verify.exchange.forms import Fault, NotWritable
from verify.exchange.heads import CLASSES, CONSTANTS, built
from verify.points.domain import Domain
from verify.verdicts import Outcome

x = symbol("x", "x", "a length", units.LENGTH, real=True)
y = symbol("y", "y", "a length", units.LENGTH, positive=True)
n = symbol("n", "n", "a number", units.DIMENSIONLESS, integer=True, positive=True)
f = function("f", "f", "a function", units.ENERGY, real=True)
g = function("g", "g", "a function", units.ENERGY, variables=(x,), real=True)

LEAVES: Any = st.one_of(
    st.integers(-9, 9).map(sympy.Integer),
    st.fractions(max_denominator=99).map(lambda q: sympy.Rational(q.numerator, q.denominator)),
    st.sampled_from([x, y, n, sympy.pi, sympy.E, sympy.I, sympy.EulerGamma]),
)
EXPONENTS = st.sampled_from([sympy.Integer(2), sympy.Integer(-1), sympy.Rational(1, 2), n, x])
"""No others: what SymPy multiplies it may work out."""


def unevaluated(head: Any) -> Any:
    return lambda *args: head(*args, evaluate=False)


def grown(inner: Any) -> Any:
    """One more level: as SymPy makes it, and as it stands where nothing is worked out."""
    two = st.tuples(inner, inner)
    ranges = st.sampled_from([(x, 0, 1), (y, 0, x), (n, 1, sympy.oo)])
    return st.one_of(
        two.map(lambda ab: ab[0] + ab[1]),
        two.map(lambda ab: ab[0] * ab[1]),
        st.tuples(st.sampled_from([sympy.Add, sympy.Mul, sympy.Max]), two).map(lambda t: unevaluated(t[0])(*t[1])),
        st.tuples(inner, EXPONENTS).map(lambda t: unevaluated(sympy.Pow)(*t)),
        st.tuples(st.sampled_from([sympy.exp, sympy.cos, sympy.log, sympy.Abs, sympy.gamma]), inner).map(
            lambda t: t[0](t[1], evaluate=False)
        ),
        inner.map(f),
        inner.map(g),
        st.tuples(st.sampled_from([sympy.Integral, sympy.Sum, sympy.Product]), inner, ranges).map(
            lambda t: t[0](t[1], t[2])
        ),
        inner.map(lambda e: sympy.Integral(e, y)),
        inner.map(lambda e: sympy.Derivative(f(x) * e, x)),
        inner.map(lambda e: sympy.Subs(sympy.Derivative(f(x), x), x, e)),
        st.tuples(inner, inner).map(lambda ab: sympy.Piecewise((ab[0], x < 1), (ab[1], True), evaluate=False)),
    )


EXPRESSIONS = st.recursive(LEAVES, grown, max_leaves=12).filter(lambda e: not e.has(sympy.nan, sympy.zoo))
CONDITIONS = st.tuples(st.sampled_from([sympy.Eq, sympy.Lt, sympy.Ge, sympy.Ne]), EXPRESSIONS, EXPRESSIONS).map(
    lambda t: t[0](t[1], t[2], evaluate=False)
)


class Paper:
    claims: ClassVar[dict[str, Any]] = {}


def there_and_back(expression: Any) -> tuple[Any, Any, list[Any]]:
    """The expression read back, and the JSON between, with what it shares."""
    writer = _Writer(Paper())  # type: ignore[arg-type]
    body, shared = written_down([Expression().write(expression, writer)], writer.keys)
    text = json.dumps([body, shared])
    again, book = json.loads(text), _Reader()
    for thing, key in writer.keys.items():
        (book.symbols if isinstance(thing, sympy.Symbol) else book.functions)[key] = thing
    for part in again[1]:
        book.shared.append(read_expression(part, book))
    return Expression().read(again[0][0], book), again[0][0], again[1]


@given(st.one_of(EXPRESSIONS, CONDITIONS))
def test_an_expression_reads_back_as_it_stood(expression: Any) -> None:
    found, _, _ = there_and_back(expression)
    assert found == expression
    assert Canonical().of(found) == Canonical().of(expression)


@given(st.integers(-(10**40), 10**40), st.integers(2, 10**40))
def test_a_number_reads_back(over: int, under: int) -> None:
    for number in (sympy.Integer(over), sympy.Rational(over, under)):
        found, body, _ = there_and_back(number)
        assert found == number
        assert type(found) is type(number)
        assert not isinstance(body, int) or abs(body) < 2**53


ARGUMENTS: list[tuple[Any, ...]] = [
    *((x, y, n, n)[:k] for k in (1, 2, 3, 4)),
    (n, x),
    *(tuple(sorted([x > 1, n < 3], key=str))[:k] for k in (1, 2)),
    (x, sympy.Tuple(x, 1)),
    (x, sympy.Tuple(x, 1, 2)),
    (x**2, sympy.Tuple(x), sympy.Tuple(n)),
    (x, x > 1),
    (ExprCondPair(x, x > 1),),
    (x, x, sympy.Integer(0), sympy.Symbol("+")),
    (sympy.Tuple(x), sympy.Tuple(n), x),
]


@pytest.mark.parametrize("head", CLASSES)
def test_every_head_reads_back(head: str) -> None:
    for args in ARGUMENTS:
        try:
            made = built(head, args)
        except Fault:
            continue
        found, _, _ = there_and_back(sympy.Tuple(made, 1))
        assert found.args[0] == made
        assert type(found.args[0]) is CLASSES[head]
        return
    pytest.fail(f"no arguments for {head}")


@pytest.mark.parametrize("name", CONSTANTS)
def test_every_constant_reads_back(name: str) -> None:
    assert there_and_back(CONSTANTS[name])[:2] == (CONSTANTS[name], [name])


def test_what_stands_in_many_places_is_written_once() -> None:
    def nested(levels: int) -> Any:
        found = x + y
        for _ in range(levels):
            found = sympy.Pow(found, found, evaluate=False)
        return found

    sizes = [len(json.dumps(there_and_back(nested(levels))[1:])) for levels in (4, 8, 12)]
    assert sizes[2] - sizes[1] <= 1.5 * (sizes[1] - sizes[0])


def read(body: Any, shared: tuple[Any, ...] = ()) -> Any:
    book = _Reader()
    book.symbols, book.functions = {"x": x, "n": n}, {"f": f, "g": g}
    for part in shared:
        book.shared.append(read_expression(part, book))
    return read_expression(body, book).value


def test_a_tower_of_powers_is_read_and_not_worked_out() -> None:
    tower: Any = 10
    for _ in range(20):
        tower = ["Pow", 10, tower]
    found = read(["Add", ["factorial", tower], ["cos", tower]])
    assert found.count(sympy.Pow) > 20


def test_sharing_is_no_way_around_the_limit_of_size() -> None:
    doubled = ["x", *(["Pow", ["#", k], ["#", k]] for k in range(40))]
    with pytest.raises(Fault, match=f"parts; expected at most {LONGEST}"):
        read(["#", 40], tuple(doubled))


def test_sharing_is_no_way_around_the_limit_of_depth() -> None:
    deeper = ["x", *(["cos", ["#", k]] for k in range(DEEPEST + 1))]
    with pytest.raises(Fault, match=f"levels deep; expected at most {DEEPEST}"):
        read(["#", 0], tuple(deeper))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("z", "the symbol 'z'; expected one of the symbols of this file"),
        (True, "true; expected an expression"),
        (None, "null; expected an expression"),
        ({}, "{}; expected an expression"),
        ([], r"\[\]; expected an expression"),
        ([1, 2], "expected an expression"),
        (["eval", "x"], "the head 'eval'; expected one of those"),
        (["sympify", "x"], "the head 'sympify'"),
        (["Lambda", "x"], "the head 'Lambda'"),
        (["__class__"], "the head '__class__'"),
        (["pi", 1], "the head 'pi'"),
        (["cos"], "cos of nothing"),
        (["cos", "x", "x"], "cos of 2 arguments"),
        (["cos", ["Gt", "x", 1]], "cos of StrictGreaterThan; expected arguments that it takes"),
        (["Add", "x"], "SymPy writes otherwise"),
        (["Integral", "x", ["Tuple", 3, 0, 1]], "Integral of 2 arguments"),
        (
            ["Derivative", "x", ["Tuple", "x", ["Rational", 1, 2]]],
            "Derivative of PhysicalSymbol, Tuple; expected arguments",
        ),
        (["Derivative", "x", ["Tuple", "x", "n"]], "Derivative of PhysicalSymbol, Tuple; expected arguments"),
        (["Derivative", "x"], "Derivative of PhysicalSymbol; expected arguments"),
        (["Rational", 2, 4], "lowest terms"),
        (["Rational", 1, 0], "lowest terms"),
        (["Rational", 1, "x"], "two whole numbers"),
        (["Integer", "1e9"], "a text of at most 4000 digits"),
        (["Integer", "9" * 5000], "a text of at most 4000 digits"),
        (["Integer", "٣"], "a text of at most 4000 digits"),
        (10**4200, "more than 4000 digits"),
        (["#", 0], "an earlier entry"),
        (["#", -1], "an earlier entry"),
        (["#", True], "an earlier entry"),
        (["apply", "h", 1], "one of the functions of this file"),
        (["apply", "f"], "f of 0 arguments"),
        (["apply", ["f"], 1], "one of the functions of this file"),
    ],
)
def test_what_is_no_expression_is_refused(body: Any, said: str) -> None:
    with pytest.raises(Fault, match=said):
        read(body)


def test_a_fault_tells_the_place() -> None:
    with pytest.raises(Fault) as caught:
        read(["Add", "x", ["Mul", 2, ["cos", "z"]]])
    assert caught.value.pointer == "/2/2/1"


def test_what_has_no_form_is_not_written() -> None:
    with pytest.raises(NotWritable, match="AccumBounds"):
        there_and_back(sympy.AccumBounds(-1, 1))


def test_the_grammar_looks_nothing_up() -> None:
    """No getattr, no text for SymPy: the house test forbids the calls, this one the ways around it."""
    source = Path(expressions.__file__).read_text(encoding="utf-8")
    assert "getattr" not in source
    assert "sympify" not in source


@pytest.mark.parametrize(
    "bound",
    [sympy.Sum(1 / (n - 1), (n, 1, 4)), sympy.Integral(1 / sympy.Abs(x), (x, 0, 1)), sympy.Integral(1 / x, (x, 0, 1))],
    ids=str,
)
def test_what_is_read_as_it_stands_is_decided_as_it_stands(bound: Any) -> None:
    """0 · Σ 1/(n - 1) from n = 1 is not 0."""
    for side in (unevaluated(sympy.Mul)(0, bound), unevaluated(sympy.Add)(bound, -bound)):
        found, _, _ = there_and_back(side)
        assert found == side
        assert decide(found, sympy.S.Zero, Domain(()), quick=True).outcome is Outcome.UNDECIDED
