"""`check_identity` and `holds`: what they accept, what they say, and that they never call the undecided true."""

from __future__ import annotations

import inspect
import sys

import pytest
import sympy
from sympy import I, Symbol, cos, exp, log, pi, sin, sqrt

import referee
from referee import check_identity, holds
from tests.common import processes
from verify.verdicts import Outcome

x, y = Symbol("x"), Symbol("y", real=True)


# --- check_identity -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lhs", "rhs", "where"),
    [
        ("sin(2*x)", "2*sin(x)*cos(x)", ""),
        ("sqrt(x^2)", "x", "x > 0"),
        (sqrt(x**2), x, "x > 0"),
        (log(exp(y)), y, ()),
        (sqrt(y**2), y, [y > 0]),
        ("cos(n*pi)", "(-1)^n", "n integer"),
        (exp(I * pi), -1, ()),
        ("sqrt(R^2 - r^2)", "sqrt(R - r)*sqrt(R + r)", "0 < r < R"),
    ],
)
def test_what_holds(lhs: object, rhs: object, where: object) -> None:
    found = check_identity(lhs, rhs, where)  # type: ignore[arg-type]
    assert found
    assert found.outcome in (Outcome.PROVED, Outcome.CORROBORATED)
    assert found.counterexample is None
    assert found.explain().startswith(str(found.outcome))


@pytest.mark.parametrize(
    ("lhs", "rhs", "where"),
    [
        ("sqrt(x^2)", "x", ""),
        (sqrt(x**2), x, ()),
        (sqrt(x**2), x, "x real"),
        ("(a+b)^2", "a^2 + b^2", "a > 0, b > 0"),
        (log(x * y), log(x) + log(y), ()),
        (sin(x) ** 2 + cos(x) ** 2, 2, ()),
    ],
)
def test_what_fails_shows_a_point(lhs: object, rhs: object, where: object) -> None:
    found = check_identity(lhs, rhs, where)  # type: ignore[arg-type]
    assert not found
    assert found.outcome is Outcome.REFUTED
    assert found.counterexample is not None
    assert "counterexample" in found.explain()
    assert "refuted" in repr(found)


def test_inequalities() -> None:
    assert check_identity("x^2 + 1", 0, rel=">")
    assert not check_identity("x^2", 0, rel=">")


def test_undecided_is_not_true() -> None:
    found = check_identity("sin(2*x)", "2*sin(x)*cos(x)", seconds=1e-6)
    assert found.outcome is Outcome.UNDECIDED
    assert not found
    assert found.counterexample is None
    assert "time limit (1e-06 s)" in found.explain()
    assert "sin(2*x) = 2*sin(x)*cos(x)" in found.explain()


@pytest.mark.parametrize(
    ("lhs", "rhs", "where", "rel"),
    [
        ("2^(2^(2^x))", "x", "", ">"),
        ("x + 10^(-5000)*x^2", "x", "x > 0", "=="),
        (sympy.Pow(2, sympy.Pow(2, sympy.Pow(2, x, evaluate=False))), x, "x real", ">"),
        (sympy.Integer(10) ** 6000 * x, x, "x > 0", "=="),
    ],
)
def test_huge_numbers_do_not_hurt_the_caller(lhs: object, rhs: object, where: str, rel: str) -> None:
    found = check_identity(lhs, rhs, where, rel=rel, seconds=20)
    assert found.outcome is (Outcome.PROVED if rel == ">" else Outcome.REFUTED)
    assert len(found.explain()) < 1000


def test_what_cannot_be_handed_on_is_undecided() -> None:
    deep = x
    for _ in range(3000):
        deep = sympy.sin(deep, evaluate=False)
    assert check_identity(deep, x).outcome is Outcome.UNDECIDED


def test_what_is_no_side_is_refused_at_once() -> None:
    for thing in (lambda: x, object(), [], None, 0.5, sympy.Matrix([x]), x > 0):
        with pytest.raises(ValueError, match="expected"):
            check_identity(thing, x)


def test_a_condition_is_about_the_symbol_of_the_sides() -> None:
    """An integer stays one, and the text of `where` adds a bound to it."""
    n = Symbol("n", integer=True)
    assert check_identity(cos(pi * n), (-1) ** n, where="n > 10")
    assert not check_identity(sympy.Rational(1, 3) ** n, 1, where="n > 10")
    found = check_identity(n, 11, where="n > 10", rel=">")
    assert found.counterexample is not None
    assert found.counterexample.point == (("n", "11"),)


@pytest.mark.parametrize("power", [2**64 + 1, 10**500])
def test_exponents_without_measure_are_undecided(power: int) -> None:
    found = check_identity(x**power, y, where="x real, x > 2")
    assert found.outcome is Outcome.UNDECIDED
    assert "error of its own" not in found.explain()


def test_the_claim_arrives_as_it_stands() -> None:
    found = check_identity(sympy.Add(x, x, evaluate=False), sympy.Mul(2, x, evaluate=False))
    assert found.relation == "x + x = 2·x"


def test_limits_must_be_positive() -> None:
    with pytest.raises(ValueError, match="seconds"):
        check_identity("x", "x", seconds=0)


def test_an_unknown_relation_is_told() -> None:
    with pytest.raises(ValueError, match="rel='~'"):
        check_identity("x", "x", rel="~")


def test_a_symbol_keeps_its_own_assumptions() -> None:
    """A bare SymPy symbol is complex: sqrt(x²) = x fails there, and y is real."""
    assert not check_identity(sympy.conjugate(x), x)
    assert check_identity(sympy.conjugate(y), y)
    assert check_identity(sympy.conjugate(x), x, where="x real")


@pytest.mark.parametrize(
    ("lhs", "rhs", "where", "message"),
    [
        ("2x", "x", "", "column"),
        (0.5, x, "", "float"),
        (x, x + 1, "x > 2, x < 1", "no point|contradict"),
        (y, y, "y complex imaginary", "y"),
        (x, x, 5, "where"),
        ("__import__('os')", "1", "", "column"),
    ],
)
def test_bad_input_is_told_in_one_sentence(lhs: object, rhs: object, where: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_identity(lhs, rhs, where)  # type: ignore[arg-type]


# --- holds ----------------------------------------------------------------------------------------


@holds
def test_pythagoras(x: sympy.Expr) -> object:
    return sin(x) ** 2 + cos(x) ** 2, 1


@holds(where="x > 0, y > 0")
def test_logarithm(x: sympy.Expr, y: sympy.Expr) -> object:
    """The docstring stays."""
    return log(x * y), log(x) + log(y)


@holds(where="n integer")
def test_a_text(n: sympy.Expr) -> object:
    return "cos(2*pi*n) = 1"


@holds
def test_an_inequality(x: sympy.Expr) -> object:
    return x**2 + 1, ">", 0


@holds
def test_a_chain(x: sympy.Expr) -> object:
    return sin(2 * x), 2 * sin(x) * cos(x), 2 * cos(x) * sin(x)


@holds
def test_sympy_s_own_equation(x: sympy.Expr, y: sympy.Expr) -> object:
    return sympy.Eq((x + y) ** 2, x**2 + 2 * x * y + y**2)


class TestInAClass:
    @holds
    def test_method(self, x: sympy.Expr) -> object:
        assert isinstance(self, TestInAClass)
        return cos(-x), cos(x)


def test_the_symbols_are_no_fixtures() -> None:
    assert list(inspect.signature(test_logarithm).parameters) == []
    assert test_logarithm.__doc__ == "The docstring stays."
    assert test_logarithm.__name__ == "test_logarithm"


def test_a_false_identity_fails_with_its_counterexample() -> None:
    @holds
    def wrong(x: sympy.Expr, y: sympy.Expr) -> object:
        return log(x * y), log(x) + log(y)

    with pytest.raises(AssertionError, match=r"counterexample: x = -1, y = -1"):
        wrong()


def test_only_one_link_of_a_chain_is_wrong() -> None:
    @holds
    def wrong(x: sympy.Expr) -> object:
        return sin(2 * x), 2 * sin(x) * cos(x), sin(x) * cos(x)

    with pytest.raises(AssertionError, match=r"2·sin\(x\)·cos\(x\) = sin\(x\)·cos\(x\)"):
        wrong()


@pytest.mark.parametrize("returned", [True, None, 5, (1,), sympy.Eq(sin(pi), 0)])
def test_what_is_no_identity_is_told(returned: object) -> None:
    @holds
    def wrong() -> object:
        return returned

    with pytest.raises(ValueError, match="wrong returned"):
        wrong()


# --- nothing heavy is imported before it is used ----------------------------------------------------


@pytest.mark.parametrize("program", ["import referee", "import referee.plugin", "import referee.cli"])
def test_nothing_heavy_is_imported(program: str) -> None:
    heavy = "{'sympy', 'flint', 'hypothesis', 'mpmath', 'verify.judging.judge'}"
    code = f"{program}; import sys; print(sorted({heavy} & set(sys.modules)))"
    done = processes.run([sys.executable, "-c", code], check=True)
    assert done.stdout.strip() == "[]"


def test_unknown_names_are_unknown() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        referee.nothing  # noqa: B018
