"""Bytes for data: the same in every process, different for different data, none for what is not known."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from tests.common import processes
from verify.cache.canonical import Canonical, NotCanonical
from verify.claims import equal, function, symbol, units
from verify.quantities.units import Unit

x = symbol("x", "x", "a length", units.LENGTH, real=True)

ATOMS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=3), st.fractions(), st.sampled_from([sympy.pi, x, x**2])
)
DATA = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text(max_size=2), inner, max_size=3),
    ),
    max_leaves=8,
)


def written(thing: Any) -> bytes:
    return Canonical().of(thing)


def alike(one: Any, other: Any) -> bool:
    """Equal, and of the same types all the way down: 1 is not True, and not the Integer 1."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    return bool(one == other)


@given(DATA, DATA)
def test_two_things_have_the_same_bytes_if_they_are_alike_and_only_then(one: Any, other: Any) -> None:
    assert (written(one) == written(other)) == alike(one, other)
    assert written([one, other]) != written([[one, other]])


@given(st.lists(st.text(max_size=400), max_size=4), st.lists(st.text(max_size=400), max_size=4))
def test_long_texts_are_kept_apart(one: list[str], other: list[str]) -> None:
    assert (written(one) == written(other)) == (one == other)


DIFFERENT = [
    sympy.Symbol("x"),
    sympy.Symbol("x", real=True),
    sympy.Symbol("x", positive=True),
    sympy.Dummy("x"),
    x,
    symbol("x", "X", "a length", units.LENGTH, real=True),
    symbol("x", "x", "a length", units.TIME, real=True),
    symbol("x", "x", "a length", units.LENGTH, positive=True),
    symbol("x", "x", "a length", units.LENGTH, real=True, nonzero=True),
    symbol("y", "x", "a length", units.LENGTH, real=True),
    function("x", "x", "a length", units.LENGTH, real=True),
    function("x", "X", "a length", units.LENGTH, real=True),
    function("x", "x", "a length", units.LENGTH, positive=True),
    function("x", "x", "a length", units.LENGTH, real=True, subscripted=True),
    function("x", "x", "a length", units.LENGTH, real=True, arguments=(units.TIME,)),
    function("x", "x", "a length", units.LENGTH, real=True, variables=(x,)),
    sympy.Integer(2),
    2,
    True,
    "2",
    Fraction(2),
    Fraction(1, 2),
    sympy.Rational(1, 2),
    sympy.Add(1, 1, evaluate=False),
    sympy.Mul(2, x),
    sympy.Mul(x, 2, evaluate=False),
    sympy.Derivative(x**2, x),
    sympy.Integral(x, x),
    sympy.Integral(x, (x, 0, 1)),
    sympy.Sum(x, (x, 0, 1)),
    sympy.Subs(x**2, x, 1),
    sympy.Subs(x**2, x, 2),
    sympy.Eq(x, 1),
    sympy.Ne(x, 1),
    sympy.Lambda(x, x),
    sympy.Tuple(x),
    (x,),
    [x],
    {x},
    units.LENGTH,
    units.TIME,
    units.UnitSystem.SI,
    units.UnitSystem.GAUSSIAN,
    equal(x, 1),
    equal(1, x),
    sympy.ImmutableMatrix([[1, 2]]),
    sympy.ImmutableMatrix([[1], [2]]),
    *[unit for unit in vars(units).values() if isinstance(unit, Unit)][:3],
]


def test_what_is_not_the_same_is_written_otherwise() -> None:
    texts = [written(thing) for thing in DIFFERENT]
    assert len(set(texts)) == len(DIFFERENT)


def test_what_a_symbol_means_in_words_is_no_part_of_it() -> None:
    """Two of them are equal, and SymPy takes one for the other."""
    assert written(x) == written(symbol("x", "x", "another length", units.LENGTH, real=True))


def test_dummies_of_one_name_are_told_apart_and_new_ones_are_no_others() -> None:
    def pair() -> tuple[Any, Any]:
        return sympy.Dummy("k"), sympy.Dummy("k")

    a, b = pair()
    assert written((a, b)) != written((a, a))
    assert written((a, b)) == written(pair())
    again = sympy.Dummy("k", dummy_index=a.dummy_index)
    assert written((a, again)) == written((a, a))


class Own(sympy.Function):  # type: ignore[misc]
    """A function of somebody's own: what it does is not said by its name."""


@dataclass(frozen=True)
class Statement:
    """Of the same name as one of ours."""

    text: str


class Number(int):
    """Not just a number."""


@pytest.mark.parametrize(
    "thing",
    [
        Own(x),
        Statement("x"),
        Number(2),
        2.0,
        lambda: 2,
        object(),
        sympy.Poly(x),
        sympy.Wild("w"),
        sympy.Float("0.5").func,
    ],
)
def test_what_is_not_known_has_no_bytes(thing: Any) -> None:
    if isinstance(thing, type):
        assert written(thing)
        return
    with pytest.raises(NotCanonical):
        written((1, thing))


PROGRAM = """
from verify.cache.digests import digests_of
from verify.exchange.loading import load_paper
found = digests_of(load_paper("derivations.pavlov"))
print(found.whole.hex(), *(key.hex() for key in found.claims.values()))
"""


def test_another_process_finds_the_same_digests() -> None:
    answers = {
        processes.run([sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
    assert len(answers.pop().split()) > 80
