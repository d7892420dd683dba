"""The integrals of `verify.proofs.known_values`, where the sources stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import sympy

from verify.normal_form.signs import is_nonzero, is_positive, sign_set
from verify.proofs.proof import Proof, holds_always
from verify.proofs.sign_cases import SWITCHED
from verify.terms.sign_algebra import NEGATIVE

Prover = Callable[[Any, Any], "Proof | None"]
Known = tuple[Any, str]


def integral_value(integral: Any, prove: Prover) -> Known | None:
    """The value of a definite integral and where it is proved; None if it is not on the list."""
    if len(integral.limits) != 1 or len(integral.limits[0]) != 3:
        return None
    if integral.function.has(*SWITCHED, sympy.Sum, sympy.Integral):
        return None
    variable, low, high = integral.limits[0]
    if high == sympy.oo and low in (0, -sympy.oo):
        line = low == -sympy.oo
        x = sympy.Dummy("x", real=True) if line else sympy.Dummy("x", positive=True)
        parts = _Parts.of(integral.function.xreplace({variable: x}), x)
        if parts is None:
            return None
        return _gaussian(parts, line) or _dirichlet(parts, line) or (None if line else _planck(parts))
    if low.is_finite and high.is_finite and variable not in low.free_symbols | high.free_symbols:
        x = sympy.Dummy("x", real=True)
        return _over_a_period(integral.function.xreplace({variable: x}), x, low, high, prove)
    return None


@dataclass
class _Parts:
    """An integrand as constant · x^power · exp(exponent) · Π (e^(ax) + σ)^(-m) · others, a > 0 and σ = ±1."""

    x: Any
    constant: Any = sympy.S.One
    power: Any = sympy.S.Zero
    exponent: Any = sympy.S.Zero
    occupations: list[tuple[Any, int, int]] = field(default_factory=list)
    others: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, integrand: Any, x: Any) -> _Parts | None:
        """None where a factor sends a sign that is not certain into the form."""
        parts = cls(x)
        for factor in sympy.Mul.make_args(sympy.factor_terms(integrand)):
            if x not in factor.free_symbols:
                parts.constant *= factor
            elif factor == x or (factor.is_Pow and factor.base == x and x not in factor.exp.free_symbols):
                parts.power += sympy.S.One if factor == x else factor.exp
            elif isinstance(factor, sympy.exp):
                parts.exponent += factor.exp
            elif not (factor.is_Pow and factor.exp in (-1, -2) and parts._occupation(factor.base, -int(factor.exp))):
                parts.others.append(factor)
        parts.exponent = sympy.expand(parts.exponent)
        return parts

    def _occupation(self, base: Any, times: int) -> bool:
        """Takes (γ e^(ax) + β)^(-m) in, with e^(-ax) + σ = σ e^(-ax) (e^(ax) + 1/σ); False if it is not of this form."""
        if isinstance(base, (sympy.sinh, sympy.cosh)):
            rate = base.args[0] / self.x
            if self.x in rate.free_symbols or not is_positive(rate):
                return False
            # sinh(ax) = e^(-ax) (e^(2ax) - 1)/2
            self.constant *= 2**times
            self.exponent += times * rate * self.x
            self.occupations.append((2 * rate, -1 if isinstance(base, sympy.sinh) else 1, times))
            return True
        if not base.is_Add or len(base.args) != 2:
            return False
        still, moving = sorted(base.args, key=lambda arg: self.x in arg.free_symbols)
        weight, wave = moving.as_independent(self.x)
        if self.x in still.free_symbols or not isinstance(wave, sympy.exp):
            return False
        rate, sigma = sympy.cancel(wave.exp / self.x), sympy.cancel(still / weight)
        if self.x in rate.free_symbols or sigma not in (1, -1):
            return False
        signs = sign_set(rate)
        if signs == NEGATIVE:
            self.constant *= sigma**times
            self.exponent -= times * rate * self.x
            rate = -rate
        elif not is_positive(rate):
            return False
        self.constant *= weight**-times
        self.occupations.append((rate, int(sigma), times))
        return True


def _planck(parts: _Parts) -> Known | None:
    """∫ x^(s-1)/(e^(ax) ∓ 1) = Γ(s) ζ(s)/a^s and ∫ x^s e^(ax)/(e^(ax) ∓ 1)² = Γ(s + 1) ζ(s)/a^(s+1), x > 0.

    For the lower signs ζ(s) is to be multiplied by 1 - 2^(1-s), which makes log 2 at s = 1.
    """
    if len(parts.occupations) != 1 or parts.others:
        return None
    rate, sigma, times = parts.occupations[0]
    if sympy.expand(parts.exponent - (times - 1) * rate * parts.x) != 0:
        return None
    s = parts.power + 1 if times == 1 else parts.power
    if sigma < 0:
        if not is_positive(s - 1):
            return None
        zeta, source = sympy.zeta(s), "DLMF 25.5.1" if times == 1 else "DLMF 25.5.2"
    else:
        source = "DLMF 25.5.3" if times == 1 else "DLMF 25.5.4"
        if s == 1:
            zeta = sympy.log(2)
        elif is_positive(s) and is_nonzero(s - 1):
            zeta = (1 - 2 ** (1 - s)) * sympy.zeta(s)
        else:
            return None
    top = s + times - 1
    return parts.constant * sympy.gamma(top) * zeta / rate**top, source


def _gaussian(parts: _Parts, line: bool) -> Known | None:
    """∫ x^(s-1) exp(-a x^p) over x > 0, a, p, s > 0; over the line for an even p and a whole power of x."""
    if parts.occupations or parts.others or parts.exponent == 0:
        return None
    terms = [term.as_independent(parts.x) for term in sympy.Add.make_args(parts.exponent)]
    degrees = {sympy.S.One if wave == parts.x else wave.exp for _, wave in terms if wave == parts.x or wave.is_Pow}
    if len(degrees) != 1 or any(parts.x not in (wave, wave.as_base_exp()[0]) for _, wave in terms):
        return None
    (degree,) = degrees
    a, s = -sympy.Add(*[c for c, _ in terms]), parts.power + 1
    if parts.x in degree.free_symbols or not (is_positive(a) and is_positive(degree) and is_positive(s)):
        return None
    value = parts.constant * sympy.gamma(s / degree) / (degree * a ** (s / degree))
    if not line:
        return value, "DLMF 5.9.1"
    if not degree.is_even or not (parts.power.is_integer and parts.power.is_nonnegative):
        return None
    if parts.power.is_odd:
        return sympy.S.Zero, "an odd integrand"
    return (2 * value, "DLMF 5.9.1") if parts.power.is_even else None


def _dirichlet(parts: _Parts, line: bool) -> Known | None:
    """∫ sin(ax)/x over x > 0 = π/2 for a > 0, and -π/2 for a < 0; the integrand is even."""
    if parts.occupations or len(parts.others) != 1 or parts.exponent != 0:
        return None
    wave = parts.others[0]
    if not isinstance(wave, (sympy.sin, sympy.sinc)) or parts.power != (-1 if isinstance(wave, sympy.sin) else 0):
        return None
    rate = sympy.cancel(wave.args[0] / parts.x)
    signs = sign_set(rate)
    if parts.x in rate.free_symbols or signs is None or len(signs) != 1 or 0 in signs:
        return None
    (direction,) = signs
    value = parts.constant * direction * sympy.pi / (1 if line else 2)
    return value / rate if isinstance(wave, sympy.sinc) else value, "DLMF 6.2.10"


def _over_a_period(integrand: Any, x: Any, low: Any, high: Any, prove: Prover) -> Known | None:
    """∫ c/(a + b cos(ωx + φ))^m over one period 2π/ω, m = 1 or 2, a > |b|; sin is a shifted cos.

    Over half a period, from 0 to π/ω, a cosine without phase gives half of it.
    """
    constant, rest = integrand.as_independent(x, as_Add=False)
    if not (rest.is_Pow and rest.exp in (-1, -2) and rest.base.is_Add):
        return None
    still, moving = rest.base.as_independent(x)
    b, wave = moving.as_independent(x, as_Add=False)
    if not isinstance(wave, (sympy.cos, sympy.sin)) or not wave.args[0].is_polynomial(x):
        return None
    phase = sympy.Poly(wave.args[0], x).all_coeffs()
    if len(phase) != 2 or not is_positive(phase[0]):
        return None
    omega, offset = phase
    if sign_set(offset) is None or sign_set(low) is None:
        return None  # off the real line a pole of the integrand may lie between
    if not (is_positive(still - b) and is_positive(still + b)):
        return None
    length = sympy.expand((high - low) * omega)
    whole = holds_always(prove(length, 2 * sympy.pi))
    half = isinstance(wave, sympy.cos) and offset == 0 and low == 0 and holds_always(prove(length, sympy.pi))
    if not (whole or half):
        return None
    square = still**2 - b**2
    value = (
        2 * sympy.pi / sympy.sqrt(square) if rest.exp == -1 else 2 * sympy.pi * still / (square * sympy.sqrt(square))
    )
    return constant * value / omega / (1 if whole else 2), "the substitution t = tan(x/2)"
