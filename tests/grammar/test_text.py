"""The grammar of the shell: what it means, what it refuses, and that nothing else comes out of it."""

from __future__ import annotations

from contextlib import suppress

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.grammar.parser import MAX_LENGTH, ParseError, Relation, exact_number, safe_power
from verify.grammar.shell import parse_relation, parse_text
from verify.grammar.shell_conditions import parse_condition
from verify.grammar.shell_functions import ALWAYS_CALLED, CALCULUS, FUNCTIONS

x, y, a, b, c, k = (sympy.Symbol(name, real=True) for name in "xyabck")


@pytest.mark.parametrize(
    ("source", "meaning"),
    [
        ("0.1", sympy.Rational(1, 10)),
        ("1e-3", sympy.Rational(1, 1000)),
        (".5 + 5.", sympy.Rational(11, 2)),
        ("-x^2", -(x**2)),
        ("-2**2", sympy.Integer(-4)),
        ("2^3^2", sympy.Integer(512)),
        ("2^-1*x", x / 2),
        ("2^3!", sympy.Integer(64)),
        ("x!^2", sympy.factorial(x) ** 2),
        ("a/b*c", a * c / b),
        ("a/b/c", a / (b * c)),
        ("a - b - c", a - b - c),
        ("a - -b", a + b),
        ("E^x", sympy.exp(x)),
        ("e^x", sympy.Symbol("e", real=True) ** x),
        ("I^2", sympy.Integer(-1)),
        ("π·x − x", sympy.pi * x - x),
        ("log(x)", sympy.log(x)),
        ("log(x, 2)", sympy.log(x) / sympy.log(2)),
        ("root(8, 3)", sympy.Integer(2)),
        ("sqrt(x^2)", sympy.Abs(x)),
        ("atan2(y, x)", sympy.atan2(y, x)),
        ("elliptic_k(0)", sympy.pi / 2),
        ("max(1, 2, x)", sympy.Max(2, x)),
        ("gamma*zeta", sympy.Symbol("gamma", real=True) * sympy.Symbol("zeta", real=True)),
        ("integral(x^2, x, 0, 1)", sympy.Integral(x**2, (x, 0, 1))),
        ("integral(x^2, x)", sympy.Integral(x**2, x)),
        ("diff(sin(x), x, 2)", sympy.Derivative(sympy.sin(x), (x, 2))),
    ],
)
def test_meaning(source: str, meaning: object) -> None:
    assert parse_text(source) == meaning


def test_a_sum_runs_over_integers_and_hides_the_outer_name() -> None:
    index = sympy.Symbol("k", integer=True)
    assert parse_text("k + sum(1/k^2, k, 1, oo)") == k + sympy.Sum(index**-2, (index, 1, sympy.oo))


def test_given_symbols_are_used() -> None:
    positive = sympy.Symbol("x", positive=True)
    assert parse_text("sqrt(x^2)", {"x": positive}) == positive
    assert parse_text("pi", {"pi": positive}) == positive


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("__import__('os').system('x') = 1", "column 1: a name begins with a letter, found '__import__'"),
        ("x.__class__", "column 2: found '.'; expected digits beside a decimal point"),
        ("x[0]", "column 2: found '['; only round brackets group"),
        ("'x'", "column 1: found a quotation mark; there are no texts in a formula"),
        ("2x", "column 2: found 'x'; expected an operator; write * for multiplication"),
        ("x (y)", "column 1: unknown function x"),
        ("2(x)", "column 2: found '('"),
        ("sine(x)", "column 1: unknown function sine; did you mean sin?"),
        ("Sqrt(x)", "did you mean sqrt?"),
        ("sin", "column 1: sin is a function; expected sin(...)"),
        ("atan2(x)", "atan2 has 1 argument(s); expected 2"),
        ("|x|", "the absolute value is written abs(x)"),
        ("x > 1", "column 3: found '>'; expected an operator or the end"),
        ("(x", "column 3: found the end; expected ')'"),
        ("", "column 1: found the end; expected a number, a name or '('"),
        ("3!!", "'!!' may mean two things"),
        ("1/0", "column 2: division by zero"),
        ("1/(x - x)", "division by zero"),
        ("oo - oo", "infinity is no number"),
        ("log(0)", "the value is undefined"),
        ("integral(x, 2, 0, 1)", "expected the name of the variable"),
        ("sum(k, k)", "sum has 0 limits; expected sum(f, k, from, to)"),
        ("diff(x, x, 1/2)", "a whole number from 1 to 20"),
    ],
)
def test_errors_are_one_clear_sentence(source: str, sentence: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_text(source)
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    "source",
    [
        "9**9**9**9",
        "1/9**9**9",
        "(2*x)^(10^9)",
        "sqrt(2)^(10^12)",
        "2^(x + 10^9)*2^(-x)",
        "exp(10^9*log(2))",
        "9^9999*9^9999",
        "1e99999999999999",
        "10^400^400",
        "sqrt(10^5000 + 1)",
        "1000000!",
        "(10^9)!",
        "gamma(10^7 + 1/3)",
        "binomial(10^9, 5*10^8)",
        "zeta(10^6)",
        "legendre(10^6, x)",
        "floor(exp(exp(exp(exp(10^3)))))",
        "floor(exp(exp(20)))",
        "mod(exp(exp(20)), 2)",
        "sin(10^5000)",
        "9" * 5000,
        "(" * 500 + "x" + ")" * 500,
        "-" * 500 + "x",
        "2^" * 500 + "x",
        "sin(" * 500 + "x" + ")" * 500,
        "x+" * 9000 + "x",
        "x" * (MAX_LENGTH + 1),
    ],
)
def test_too_much_work_is_refused_before_it_is_done(source: str) -> None:
    with pytest.raises(ParseError):
        parse_text(source)


def test_the_length_limit_is_named() -> None:
    with pytest.raises(ParseError, match="the source has 20001 characters; the limit is 20000"):
        parse_text("x" * (MAX_LENGTH + 1))


def test_large_but_bounded_expressions_are_built() -> None:
    assert parse_text("(x + 1)**1000000") == (x + 1) ** 1000000
    assert parse_text("+".join(["x"] * 1000)) == 1000 * x
    assert parse_text("(" * 40 + "x" + ")" * 40) == x


def test_text_only() -> None:
    with pytest.raises(ParseError, match="expected text"):
        parse_text(b"x")  # type: ignore[arg-type]


def test_the_sides_of_a_relation_stay_apart() -> None:
    assert parse_relation("sin(pi) = 0") == (Relation(sympy.S.Zero, sympy.S.Zero, "="),)
    assert parse_relation("a == b <= c") == (Relation(a, b, "="), Relation(b, c, "<="))
    assert parse_relation("x! = 1")[0].lhs == sympy.factorial(x)
    assert parse_relation("x!=1")[0].relation == "!="


@pytest.mark.parametrize("source", ["x", "x = ", "= x", "x => y", "x = y z", "x = 1, y = 2"])
def test_relations_that_are_none(source: str) -> None:
    with pytest.raises(ParseError):
        parse_relation(source)


@pytest.mark.parametrize(
    ("source", "facts"),
    [
        ("x > 0", {"x": {"real": True, "positive": True}}),
        ("x >= 0", {"x": {"real": True, "nonnegative": True}}),
        ("0 > x", {"x": {"real": True, "negative": True}}),
        ("x <= 0", {"x": {"real": True, "nonpositive": True}}),
        ("x != 0", {"x": {"real": True, "zero": False}}),
        ("z complex, z != 0", {"z": {"complex": True, "zero": False}}),
        ("x, y > 0", {"x": {"real": True, "positive": True}, "y": {"real": True, "positive": True}}),
        (
            "x, y real and n is integer",
            {"x": {"real": True}, "y": {"real": True}, "n": {"real": True, "integer": True}},
        ),
        ("k in integers", {"k": {"real": True, "integer": True}}),
        ("n positive integer", {"n": {"real": True, "integer": True, "positive": True}}),
    ],
)
def test_conditions_that_are_assumptions(source: str, facts: dict[str, dict[str, bool]]) -> None:
    symbols, conditions = parse_condition(source)
    assert {name: dict(symbol._assumptions_orig) for name, symbol in symbols.items()} == facts
    assert conditions == ()


def test_conditions_that_link_symbols() -> None:
    symbols, conditions = parse_condition("0 < r < R, a*R < 1 and x > 3")
    r, R = symbols["r"], symbols["R"]
    assert r.is_positive
    assert R.is_positive
    assert symbols["a"].is_positive is None
    assert conditions == (r < R, symbols["a"] * R < 1, symbols["x"] > 3)


def test_no_sign_is_concluded_from_the_wrong_side() -> None:
    symbols, _ = parse_condition("x > -1, y < 1, r < R, R > 0, u >= v, v < 0")
    assert all(symbols[name].is_positive is None for name in ("x", "y", "r", "u"))
    assert all(symbols[name].is_negative is None for name in ("x", "y", "r", "u"))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("x > 0, x < 0", "the conditions on x contradict each other"),
        ("n even, n odd", "the conditions on n contradict each other"),
        ("x > 0, x + 1 < 0", "never holds"),
        ("E > 0", "E is Euler's number"),
        ("I = 1", "I is the imaginary unit"),
        ("E integer", "E is Euler's number and cannot be declared"),
        ("n integr", "did you mean integer?"),
        ("x", "nothing is said of x"),
        ("x > 0,", "found the end"),
        ("x > 0 y > 0", "write * for multiplication"),
        ("x, 2*y > 0", "nothing is said of x"),
        ("n in", "found the end; expected a declaration"),
    ],
)
def test_conditions_that_are_refused(source: str, sentence: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_condition(source)
    assert sentence in str(caught.value)


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS)))
def test_every_function_can_be_called(name: str) -> None:
    arguments = ", ".join("xyab"[: FUNCTIONS[name][1]])
    assert parse_text(f"{name}({arguments})").free_symbols <= {x, y, a, b}


def test_names_that_must_be_called_exist() -> None:
    assert FUNCTIONS.keys() | CALCULUS.keys() | {"diff"} >= ALWAYS_CALLED


def test_exact_numbers() -> None:
    assert exact_number("5.2917721092e-11", 1) == sympy.Rational(52917721092, 10**21)
    assert safe_power(sympy.Integer(2), sympy.Integer(10)) == 1024


PIECES = st.sampled_from(
    [
        *"xyzn0123456789+-*/^!()=<>,.|[]_'\"\\{} ",
        *("**", "sin(", "exp(", "log(", "sqrt(", "1e", "integral(", "sum(", "diff(", "oo", "I", "E", "pi", "max("),
        *("abs(", "gamma(", "zeta(", "9999", "0.1", " and ", " in ", " integer", "≤", "🙂", "re("),
    ]
)
SHAPES = ["({0}+{1})", "({0}-{1})", "{0}*{1}", "sin({0})", "exp(x*{0})", "-({0})", "({0})^2"]


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(400))
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=20))
def test_no_other_exception_escapes(source: str) -> None:
    for parse in (parse_text, parse_relation, parse_condition):
        with suppress(ParseError):
            parse(source)


@st.composite
def expressions(draw: st.DrawFn) -> str:
    depth = draw(st.integers(0, 4))
    text = draw(st.sampled_from(["x", "y", "2", "0.5", "pi"]))
    for _ in range(depth):
        other = draw(st.sampled_from(["x", "y", "3", "1.25", "(x+1)"]))
        shape = draw(st.sampled_from(SHAPES))
        text = shape.format(text, other)
    return text


@settings(derandomize=True, deadline=None, max_examples=examples(150))
@given(expressions())
def test_sympys_own_printing_is_read_back(source: str) -> None:
    value = parse_text(source)
    printed = str(value).replace("exp(1)", "E")
    assert sympy.simplify(parse_text(printed) - value) == 0
