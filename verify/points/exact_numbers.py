"""Constants: is this number zero, and what is its sign?  The only room that speaks Calcium.

Calcium (`ca`, part of FLINT) computes with exact complex numbers: algebraic numbers and
towers of exponentials and logarithms over them.  python-flint offers it through the
private module `flint.types._gr`; where that is absent, every answer here is None.

Soundness.  "Nonzero" rests on a ball that excludes zero.  "Zero" rests on Calcium's
`is_zero` (True only if proved, None if unknown) *and* on a ball of SymPy's own value
that contains zero and is smaller than 2^-100: the translation to Calcium's names is
thus checked against an evaluation that does not share it.
"""

from __future__ import annotations

from typing import Any

import sympy

from verify.balls import enclose
from verify.errors import GiveUp
from verify.terms.sign_algebra import sign_of_number

MAX_NODES = 400
MAX_ROOT = 60
MAX_BITS = 4000
MAX_EXPONENT = 1000
BITS = (64, 192, 512)
FINE = -100


def _calcium() -> Any | None:
    try:
        from flint.types._gr import gr_complex_ca_ctx
    except ImportError:
        return None
    return gr_complex_ca_ctx.new()


CALCIUM = _calcium()

_NAMES = {
    sympy.exp: "exp", sympy.log: "log", sympy.sin: "sin", sympy.cos: "cos", sympy.tan: "tan",
    sympy.asin: "asin", sympy.acos: "acos", sympy.atan: "atan",
}  # fmt: skip


def decide_constant(expr: Any) -> bool | None:
    """True if the constant is certainly zero, False if certainly not, None if not known.

    >>> decide_constant(sympy.sqrt(3 + 2 * sympy.sqrt(2)) - 1 - sympy.sqrt(2))
    True
    >>> decide_constant(16 * sympy.atan(sympy.Rational(1, 5)) - 4 * sympy.atan(sympy.Rational(1, 239)) - sympy.pi)
    True
    >>> decide_constant(sympy.exp(sympy.pi) - sympy.pi - 20)
    False
    >>> decide_constant(sympy.Symbol("x")) is None
    True
    """
    if (
        not isinstance(expr, sympy.Expr)
        or expr.free_symbols
        or expr.has(sympy.Float, sympy.nan, sympy.oo, sympy.zoo, -sympy.oo)
    ):
        return None
    if expr.is_Rational:
        return bool(expr.p == 0)
    ball = _enclosure(expr, BITS[0])
    if ball is not None and not ball.contains(0):
        return False
    if ball is None:
        return None
    if _is_proved_zero(expr) and _is_tiny(expr):
        return True
    for bits in BITS[1:]:
        ball = _enclosure(expr, bits)
        if ball is not None and not ball.contains(0):
            return False
    return None


def certain_sign(expr: Any) -> int | None:
    """-1, 0 or 1 for a real constant whose sign is certain; None otherwise.

    >>> certain_sign(sympy.sqrt(2) + sympy.sqrt(3) - sympy.sqrt(10)), certain_sign(sympy.sqrt(2) ** 2 - 2)
    (-1, 0)
    """
    if not isinstance(expr, sympy.Expr) or expr.free_symbols:
        return None
    if expr.is_Rational:
        return sign_of_number(expr.p)
    real = expr.is_real
    for bits in BITS:
        ball = _enclosure(expr, bits)
        if ball is None or not (real or ball.imag == 0):
            return None
        if ball.real > 0:
            return 1
        if ball.real < 0:
            return -1
    return 0 if decide_constant(expr) is True else None


def _enclosure(expr: Any, bits: int) -> Any | None:
    """A finite ball around the constant, or None."""
    try:
        ball = enclose(expr, {}, bits)
    except GiveUp:
        return None
    return ball if ball.is_finite() else None


def _is_tiny(expr: Any) -> bool:
    ball = _enclosure(expr, BITS[-1])
    return ball is not None and bool(ball.contains(0)) and bool(abs(ball) < _tiny())


def _tiny() -> Any:
    from flint import arb

    return arb(2) ** FINE


def _is_proved_zero(expr: Any) -> bool:
    if CALCIUM is None:
        return False
    try:
        text = _Translator().text(expr)
        return CALCIUM.is_zero(CALCIUM(text)) is True
    except (GiveUp, ValueError, ArithmeticError, NotImplementedError, OverflowError):
        return False


class _Translator:
    """SymPy constant → text in Calcium's grammar, every operand in parentheses."""

    def __init__(self) -> None:
        self.nodes = 0

    def text(self, expr: Any) -> str:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise GiveUp("a constant that is too large")
        if expr.is_Rational:
            if max(int(expr.p).bit_length(), int(expr.q).bit_length()) > MAX_BITS:
                raise GiveUp("a rational number with too many digits")
            return f"({int(expr.p)}/{int(expr.q)})" if expr.q != 1 else f"({int(expr.p)})"
        if expr is sympy.pi:
            return "pi"
        if expr is sympy.I:
            return "i"
        if expr is sympy.E:
            return "exp(1)"
        if expr is sympy.GoldenRatio:
            return "((1+sqrt(5))/2)"
        if expr.is_Add:
            return "(" + "+".join(self.text(arg) for arg in expr.args) + ")"
        if expr.is_Mul:
            return "(" + "*".join(self.text(arg) for arg in expr.args) + ")"
        if expr.is_Pow:
            return self._power(expr)
        if type(expr) in _NAMES and len(expr.args) == 1:
            return f"{_NAMES[type(expr)]}({self.text(expr.args[0])})"
        return self._by_definition(expr)

    def _power(self, expr: Any) -> str:
        base, exponent = expr.base, expr.exp
        if exponent.is_Integer and abs(int(exponent)) <= MAX_EXPONENT:
            return f"(({self.text(base)})^({int(exponent)}))"
        if exponent.is_Rational and exponent.q <= MAX_ROOT and abs(int(exponent.p)) <= MAX_EXPONENT:
            return f"(({self.text(base)})^({int(exponent.p)}/{int(exponent.q)}))"
        if exponent.is_Rational:
            raise GiveUp("a root of too high an order")
        return f"exp({self.text(exponent)}*log({self.text(base)}))"

    def _by_definition(self, expr: Any) -> str:
        """Functions that Calcium's parser does not name, through their definitions (DLMF 4.28, 4.14)."""
        if type(expr) in (
            sympy.sinh,
            sympy.cosh,
            sympy.tanh,
            sympy.coth,
            sympy.sech,
            sympy.csch,
            sympy.cot,
            sympy.sec,
            sympy.csc,
        ):
            rewritten = (
                expr.rewrite(sympy.exp)
                if type(expr) not in (sympy.cot, sympy.sec, sympy.csc)
                else expr.rewrite(sympy.cos)
            )
            if rewritten != expr and not isinstance(rewritten, type(expr)):
                return self.text(rewritten)
        raise GiveUp(f"Calcium has no {type(expr).__name__}")
