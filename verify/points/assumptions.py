"""What the assumptions on symbols imply of an expression: rules of our own in the place of SymPy's.

SymPy answers `expr.is_integer`, `expr.is_zero`, ... by rules of each class, and evaluates
accordingly while it builds: with an even k it takes k/10 for an integer, k/3 for none
(and thus for nonzero), so that sin(πk/10) becomes 0 before anybody sees it.  Such an answer
upstream is a wrong verdict downstream.  `install` therefore replaces the rules, class by class,
in the process that decides:

- sums, products and powers get the rules below, each an elementary fact about numbers;
- a function keeps the properties listed in `KEPT` for it, and loses all others;
- the sign of a constant is read off a certified ball.

A property that no rule gives is unknown, which is never wrong.  The rules that stay SymPy's
are those on reality, sign and vanishing of sums, products and textbook functions; all are
tested against values at random points (`tests/points/test_assumptions.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import sympy
from sympy.core.function import Application
from sympy.functions.elementary.integers import RoundFunction
from sympy.functions.elementary.trigonometric import InverseTrigonometricFunction, TrigonometricFunction

from verify.points import comparing
from verify.points.comparing import sign_of_constant

Answer = bool | None
Rule = Callable[[Any], Answer]


def install() -> None:
    """Replaces the rules of every class that SymPy knows by now.  Calling it again changes nothing."""
    sympy.core.cache.clear_cache()
    comparing.install()
    kind: Any
    for kind in _classes(sympy.Expr):
        handlers = kind._prop_handler
        for fact in _unwanted(kind, handlers):
            del handlers[fact]
        for fact in ("extended_positive", "extended_negative"):
            if getattr(kind, f"_eval_is_{fact}", None) is getattr(sympy.Expr, f"_eval_is_{fact}"):
                handlers[fact] = _constant_is_positive if fact == "extended_positive" else _constant_is_negative
    for root, rules in RULES.items():
        for kind in _classes(root):
            kind._prop_handler.update(rules)


def _classes(root: type) -> Iterator[Any]:
    """The class and all that are derived from it."""
    yield root
    derived: Any
    for derived in root.__subclasses__():
        yield from _classes(derived)


def _unwanted(kind: type, handlers: Iterable[str]) -> list[str]:
    """The facts whose SymPy rule is not used for this class."""
    if issubclass(kind, sympy.core.numbers.Number) or issubclass(kind, (sympy.NumberSymbol, sympy.Symbol)):
        return []
    if issubclass(kind, Application):
        kept = next((facts for known, facts in KEPT.items() if issubclass(kind, known)), frozenset())
        return [fact for fact in handlers if fact not in kept | ALWAYS_KEPT]
    if issubclass(kind, BOUND):
        return [fact for fact in handlers if fact not in ALWAYS_KEPT | {"extended_real"}]
    return [fact for fact in handlers if fact in NUMBER_THEORY]


ALWAYS_KEPT = frozenset({"commutative", "complex", "finite", "infinite", "polar", "hermitian", "antihermitian"})
NUMBER_THEORY = frozenset(
    {"integer", "noninteger", "even", "odd", "rational", "irrational", "algebraic", "transcendental", "prime", "composite"}
)  # fmt: skip
REAL = frozenset({"real", "extended_real"})
SIGNS = REAL | {
    "zero", "nonzero", "positive", "negative", "nonnegative", "nonpositive",
    "extended_positive", "extended_negative", "extended_nonnegative", "extended_nonpositive", "extended_nonzero",
}  # fmt: skip
BOUND = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative, sympy.Subs)

KEPT: dict[Any, frozenset[str]] = {
    sympy.Piecewise: SIGNS,
    **dict.fromkeys((sympy.Max, sympy.Min), SIGNS | {"integer", "even", "odd"}),
    **dict.fromkeys(
        (sympy.exp, sympy.log, sympy.Abs, sympy.re, sympy.im, sympy.arg, sympy.sign, sympy.conjugate),
        SIGNS | {"imaginary"},
    ),
    **dict.fromkeys((sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sinh, sympy.tanh, sympy.coth), SIGNS),
    **dict.fromkeys((sympy.cosh, sympy.sech), frozenset()),
    **dict.fromkeys((sympy.csch, sympy.asinh, sympy.atan, sympy.erf, sympy.erfc, sympy.erfi), SIGNS),
    **dict.fromkeys((sympy.Heaviside, sympy.KroneckerDelta, sympy.sinc, sympy.DiracDelta), SIGNS),
    **dict.fromkeys((TrigonometricFunction, InverseTrigonometricFunction), REAL),
}
"""The properties that a function keeps from SymPy; the first class that fits counts."""


# --- constants ------------------------------------------------------------------------------


def _constant_is_positive(expr: Any) -> Answer:
    """Of an expression without symbols: the sign of a certified ball; unknown where it is not real or too wide."""
    return _is_sign(expr, 1)


def _constant_is_negative(expr: Any) -> Answer:
    return _is_sign(expr, -1)


def _is_sign(expr: Any, wanted: int) -> Answer:
    sign = sign_of_constant(expr)
    return None if sign is None else sign == wanted


# --- products -------------------------------------------------------------------------------


def _product_is_integer(expr: Any) -> Answer:
    """p/q times integers: whole where q divides the known powers of two, not where odd numbers meet an even q."""
    rational, others = expr.as_coeff_mul()
    if not rational.is_Rational or not all(other.is_integer for other in others):
        return None
    q = int(rational.q)
    if q == 1 or (_is_power_of_two(q) and q.bit_length() - 1 <= _twos(others)):
        return True
    if q % 2 == 0 and all(other.is_odd for other in others):
        return False
    return None


def _is_power_of_two(number: int) -> bool:
    return number & (number - 1) == 0


def _twos(factors: Iterable[Any]) -> int:
    """A power of two that divides the product of these integers, as far as it is known."""
    total = 0
    for factor in factors:
        base, exponent = factor.as_base_exp() if factor.is_Pow else (factor, sympy.S.One)
        if base.is_even and exponent.is_Integer and exponent > 0:
            total += int(exponent)
    return total


def _product_is_even(expr: Any) -> Answer:
    rational, others = expr.as_coeff_mul()
    if not rational.is_Rational or not all(other.is_integer for other in others):
        return None
    q = int(rational.q)
    spare = _twos(others) - (q.bit_length() - 1)
    if _is_power_of_two(q) and spare >= 0 and (spare > 0 or int(rational.p) % 2 == 0):
        return True
    return False if q == 1 and int(rational.p) % 2 and all(other.is_odd for other in others) else None


def _product_is_odd(expr: Any) -> Answer:
    even = _product_is_even(expr)
    return None if even is None else not even


def _all_rational(expr: Any) -> Answer:
    return True if all(arg.is_rational for arg in expr.args) else None


def _product_is_real(expr: Any) -> Answer:
    """Real factors; an even number of imaginary ones makes a real product, an odd one an imaginary product."""
    return {"real": True, "imaginary": False}.get(_axis(expr))


def _product_is_imaginary(expr: Any) -> Answer:
    return {"imaginary": True, "real": False}.get(_axis(expr))


def _axis(expr: Any) -> str:
    """The axis of the complex plane on which a product lies: "real", "imaginary", or "" if that is not known."""
    imaginary = 0
    for factor in expr.args:
        if factor.is_imaginary:
            imaginary += 1
        elif not factor.is_extended_real:
            return ""
    if imaginary % 2 == 0:
        return "real"
    vanishing = any(factor.is_zero is not False for factor in expr.args if not factor.is_imaginary)
    return "" if vanishing else "imaginary"


# --- sums -----------------------------------------------------------------------------------


def _sum_is_integer(expr: Any) -> Answer:
    """All terms are; or all but one, which is not."""
    answers = [term.is_integer for term in expr.args]
    if all(answers):
        return True
    return False if answers.count(True) == len(answers) - 1 and False in answers else None


def _sum_is_odd(expr: Any) -> Answer:
    if not all(term.is_even or term.is_odd for term in expr.args):
        return None
    return sum(bool(term.is_odd) for term in expr.args) % 2 == 1


def _sum_is_even(expr: Any) -> Answer:
    odd = _sum_is_odd(expr)
    return None if odd is None else not odd


# --- powers ---------------------------------------------------------------------------------


def _power_is_integer(expr: Any) -> Answer:
    base, exponent = expr.args
    return True if base.is_integer and exponent.is_integer and exponent.is_nonnegative else None


def _power_is_even(expr: Any) -> Answer:
    base, exponent = expr.args
    return base.is_even if base.is_integer and exponent.is_integer and exponent.is_positive else None


def _power_is_odd(expr: Any) -> Answer:
    base, exponent = expr.args
    if base.is_odd and exponent.is_integer and exponent.is_nonnegative:
        return True
    return base.is_odd if base.is_integer and exponent.is_integer and exponent.is_positive else None


def _power_is_rational(expr: Any) -> Answer:
    base, exponent = expr.args
    defined = base.is_zero is False or exponent.is_nonnegative
    return True if base.is_rational and exponent.is_integer and defined else None


def _power_is_real(expr: Any) -> Answer:
    """b^s: b > 0 and s real; b ≥ 0 and s ≥ 0; a whole power of a real number; an even one of an imaginary number."""
    base, exponent = expr.args
    if base is sympy.E:
        return True if exponent.is_extended_real else None
    if base.is_extended_positive and exponent.is_extended_real:
        return True
    if base.is_extended_nonnegative and exponent.is_extended_nonnegative:
        return True
    if exponent.is_integer and (exponent.is_nonnegative or base.is_zero is False):
        if base.is_extended_real:
            return True
        if base.is_imaginary and (exponent.is_even or exponent.is_odd):
            return bool(exponent.is_even)
    if base.is_extended_negative and exponent.is_Rational and not exponent.is_Integer:
        return False
    return None


def _power_is_imaginary(expr: Any) -> Answer:
    base, exponent = expr.args
    if base.is_imaginary and (exponent.is_even or exponent.is_odd):
        return bool(exponent.is_odd)
    if base.is_extended_negative and exponent.is_Rational and exponent.q == 2:
        return True
    return False if _power_is_real(expr) else None


def _power_is_positive(expr: Any) -> Answer:
    base, exponent = expr.args
    if base is sympy.E:
        return True if exponent.is_real else None
    if base.is_positive and exponent.is_real:
        return True
    if exponent.is_even and base.is_real and base.is_zero is False:
        return True
    return False if _power_is_negative(expr) else None


def _power_is_negative(expr: Any) -> Answer:
    base, exponent = expr.args
    if base.is_negative and exponent.is_odd:
        return True
    return None


def _power_is_nonnegative(expr: Any) -> Answer:
    """b ≥ 0 to a real power, wherever it is defined; an even power of a real number."""
    base, exponent = expr.args
    if base.is_extended_nonnegative and exponent.is_real:
        return True
    return True if exponent.is_even and base.is_extended_real else None


def _power_is_zero(expr: Any) -> Answer:
    base, exponent = expr.args
    if base is sympy.E:
        return False if exponent.is_finite else None
    if base.is_zero is False and base.is_finite and exponent.is_finite:
        return False
    return True if base.is_zero and exponent.is_positive else None


# --- functions ------------------------------------------------------------------------------


def _of_real(expr: Any) -> Answer:
    return True if expr.args[0].is_real else None


def _of_integers(expr: Any) -> Answer:
    return True if all(arg.is_integer for arg in expr.args) else None


def _of_a_count(expr: Any) -> Answer:
    return True if expr.args[0].is_integer and expr.args[0].is_nonnegative else None


def _of_positive(expr: Any) -> Answer:
    return True if expr.args[0].is_positive else None


def _binomial_is_nonnegative(expr: Any) -> Answer:
    n, k = expr.args
    return True if n.is_integer and n.is_nonnegative and k.is_integer else None


def _mod_is_real(expr: Any) -> Answer:
    return True if all(arg.is_real for arg in expr.args) else None


def _mod_is_nonnegative(expr: Any) -> Answer:
    top, bottom = expr.args
    return True if top.is_real and bottom.is_positive else None


def _mod_is_nonpositive(expr: Any) -> Answer:
    top, bottom = expr.args
    return True if top.is_real and bottom.is_negative else None


def _parity_of_argument(fact: str) -> Rule:
    return lambda expr: getattr(expr.args[0], f"is_{fact}") if expr.args[0].is_integer else None


def _of_a_cosine(expr: Any) -> Answer:
    """cosh x and sech x, positive for real x; real for imaginary x, and at single places elsewhere: cosh(x + i) at x = 0."""
    return True if expr.args[0].is_real else None


def _is_real_cosine(expr: Any) -> Answer:
    (argument,) = expr.args
    return True if argument.is_real or (isinstance(expr, sympy.cosh) and argument.is_imaginary) else None


RULES: dict[Any, dict[str, Rule]] = {
    sympy.cosh: {"positive": _of_a_cosine, "real": _is_real_cosine},
    sympy.sech: {"positive": _of_a_cosine, "real": _is_real_cosine},
    sympy.Mul: {
        "integer": _product_is_integer,
        "even": _product_is_even,
        "odd": _product_is_odd,
        "rational": _all_rational,
        "extended_real": _product_is_real,
        "imaginary": _product_is_imaginary,
    },
    sympy.Add: {"integer": _sum_is_integer, "even": _sum_is_even, "odd": _sum_is_odd, "rational": _all_rational},
    sympy.Pow: {
        "integer": _power_is_integer,
        "even": _power_is_even,
        "odd": _power_is_odd,
        "rational": _power_is_rational,
        "extended_real": _power_is_real,
        "imaginary": _power_is_imaginary,
        "extended_positive": _power_is_positive,
        "extended_negative": _power_is_negative,
        "extended_nonnegative": _power_is_nonnegative,
        "zero": _power_is_zero,
    },
    RoundFunction: {"real": _of_real, "integer": _of_real},
    sympy.sign: {"integer": _of_real},
    sympy.Abs: {"integer": _of_integers, "even": _parity_of_argument("even"), "odd": _parity_of_argument("odd")},
    sympy.factorial: {"integer": _of_a_count, "positive": _of_a_count},
    sympy.binomial: {"integer": _of_integers, "nonnegative": _binomial_is_nonnegative},
    sympy.gamma: {"positive": _of_positive},
    sympy.Mod: {
        "integer": _of_integers,
        "real": _mod_is_real,
        "nonnegative": _mod_is_nonnegative,
        "nonpositive": _mod_is_nonpositive,
    },
}
