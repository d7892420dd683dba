"""Integrals over endless ranges, and up to ends at which the integrand is undefined: a finite part, and a bound of the rest.

Towards an end the integrand is looked at in x → ∞, with the variable ±x, or the end ± 1/x.  `verify.balls.growth` bounds
it for *all* x ≥ T, and from that bound follows that the integral converges absolutely there and what is left out is
at most so large (`verify.balls.scales`); without one there is no enclosure.  T is raised until the rest is below the precision.
What lies before T is a proper integral, by the quadrature that serves everywhere else, in w = log x: towards an end
the variable then moves in even steps through all orders of magnitude, and powers and logarithms become exponentials
and polynomials.  It runs with as many more bits as T has, because near an end digits cancel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy
from flint import acb, arb, ctx

from verify.balls.compiler import Compiler
from verify.balls.core import NAN, Env, Node, is_real, precision, work
from verify.balls.growth import Growth
from verify.balls.scales import UNIT, Scale
from verify.errors import GiveUp
from verify.terms.requirements import BOUND

MOST_BITS = 512
"""Beyond this precision nothing is enclosed: the cost rises with its cube."""
MORE_BITS = 16
FAR_ENOUGH = 64
"""Where the rest is not bounded beyond two to this power, no T is looked for further out."""
FARTHEST = 10
"""T has at most so many bits for each of the precision: enough for u^(-9/10), whose rest falls like T^(-1/10)."""
NEAR = acb(arb(0, 1)) / 2**10


@dataclass(frozen=True)
class End:
    """The integrand towards one end, in its distance u from it or, towards an infinite end, in |x|."""

    growth: Growth
    function: Any
    node: Node
    steps: Node
    step: Any
    at_infinity: bool

    @classmethod
    def of(cls, compiler: Compiler, integrand: Any, variable: Any, end: Any, sign: int) -> End:
        """`sign` is that of the infinite end, or the direction in which the range leaves a finite one.  Raises GiveUp."""
        endless = bool(end.is_infinite)
        moving = sympy.Dummy("x" if endless else "u", positive=True)
        function = integrand.xreplace({variable: sign * moving if endless else end + sign * moving})
        if function.has(sympy.nan, sympy.zoo, sympy.oo, -sympy.oo):
            raise GiveUp("no rule encloses this integrand near an end of its range")
        step, u = sympy.Dummy("w", positive=True), sympy.Dummy("u", positive=True)
        near = sympy.together(function.xreplace({moving: 1 / u})) / u if endless else function.xreplace({moving: u}) * u
        in_steps = _powers_apart(near, u).xreplace({u: sympy.exp(-step)})
        node, steps = (_along(compiler, path, formula) for path, formula in ((moving, function), (step, in_steps)))
        return cls(Growth(compiler, moving, not endless), function, node, steps, step, endless)

    def is_regular(self, env: Env) -> bool:
        """Is the integrand analytic at the end, as far as a small ball tells?"""
        return not self.at_infinity and self._at(env, NEAR, True).is_finite()

    def integral(self, env: Env, first: arb, bits: int) -> acb:
        """∫ from u = 1/first to the end, or from |x| = first to infinity."""
        reach = self._reach(env, first, bits)
        if reach is None:
            return NAN
        far, rest = reach
        with precision(bits + MORE_BITS + _size(acb(far))):
            local = Env(_sharper(env), env.exact, (self.step,))
            tolerance = arb(2) ** -(bits + 4)

            def integrand(w: acb, analytic: bool) -> acb:
                local.balls[self.step] = w
                return self.steps(local, analytic) if work.go_on() else NAN

            ends = acb(first.log()), acb(far.log())
            total = acb.integral(integrand, *ends, rel_tol=tolerance, abs_tol=tolerance, eval_limit=_most_calls(bits))
        return total + UNIT * rest if total.is_finite() else NAN

    def _at(self, env: Env, value: acb, analytic: bool) -> acb:
        variable = self.growth.variable
        return self.node(Env({**env.balls, variable: value}, env.exact, (variable,)), analytic)

    def _reach(self, env: Env, first: arb, bits: int) -> tuple[arb, arb] | None:
        """The x up to which to integrate, and a bound of what is left out beyond it."""
        smallest, bounded, far = arb(2) ** -(bits + 4), False, 2
        while not arb(2) ** far > first:
            far += 1
        while work.go_on() and far <= (FARTHEST * bits if bounded else FAR_ENOUGH):
            bound = self._rest(env, arb(2) ** far)
            if not self.growth.waves < 4 * bits + 256:
                return None  # to follow so many oscillations takes too long
            bounded = bounded or bound is not None
            if bound is not None and bound < smallest:
                return self._nearest(env, first, far, bound, smallest)
            far += 1 + far // 8
        return None

    def _nearest(self, env: Env, first: arb, far: int, bound: arb, smallest: arb) -> tuple[arb, arb]:
        """The smallest T tried below two to this power that still serves."""
        for quarters in (4, 5, 6, 7):
            start = arb(2) ** (far - 3) * quarters
            if far > 3 and start > first and start > 3:
                nearer = self._rest(env, start)
                if nearer is not None and nearer < smallest:
                    return start, nearer
        return arb(2) ** far, bound

    def _rest(self, env: Env, start: arb) -> arb | None:
        """A bound of the integral of the modulus beyond x = start; du is dx/x²."""
        self.growth.waves = arb(0)
        germ = self.growth.germ(self.function, env, start)
        if germ is None:
            return None
        volume = Scale(power=arb(0 if self.at_infinity else -2))
        return type(germ)(germ.scale.times(volume), germ.ball).integral(start)


def _most_calls(bits: int) -> int:
    return 10_000 + 40 * bits


def _powers_apart(expr: Any, u: Any) -> Any:
    """With u^k taken out of each polynomial in it, so that what is left has no zero at u = 0: √(2u - u²) is √u √(2 - u)."""
    if u not in expr.free_symbols or not expr.args or expr.has(*BOUND):
        return expr
    if not (expr.is_Add and expr.is_polynomial(u)):
        return expr.func(*(_powers_apart(arg, u) for arg in expr.args))
    spread = sympy.expand(expr)
    least = min((term.as_coeff_exponent(u)[1] for term in sympy.Add.make_args(spread)), default=0)
    return u**least * sympy.expand(spread / u**least)


def _along(compiler: Compiler, variable: Any, expr: Any) -> Node:
    """The expression, compiled with this variable on the path."""
    former, compiler.path = compiler.path, frozenset({variable})
    try:
        return compiler.node(expr)
    finally:
        compiler.path = former


def _sharper(env: Env) -> dict[Any, acb]:
    """The same place, its rational coordinates at the precision of now."""
    return {**env.balls, **{symbol: acb(value) for symbol, value in env.exact.items()}}


class Improper:
    """∫ over a real interval of which one end or both are infinite, or singular; an endless one may be singular at 0 as well."""

    def __init__(self, compiler: Compiler, integrand: Any, place: Any, limits: tuple[Any, Any], body: Node) -> None:
        """Raises GiveUp for what no rule encloses; `body` is the integrand in `place`, compiled."""
        lower, upper = limits
        if compiler.path or lower is sympy.oo or upper is -sympy.oo:
            raise GiveUp("no rule encloses an Integral over an infinite range inside another, or backwards")
        self.start, self.end = (None if limit.is_infinite else compiler.node(limit) for limit in limits)
        self.lower = End.of(compiler, integrand, place, lower, -1 if self.start is None else 1)
        self.upper = End.of(compiler, integrand, place, upper, 1 if self.end is None else -1)
        self.body, self.place = body, place
        self.real = compiler.real_on_path(integrand)
        centre = (1, -1) if self.start is None and self.end is None else ()
        self.centre = [End.of(compiler, integrand, place, sympy.S.Zero, sign) for sign in centre]

    def __call__(self, env: Env, analytic: bool) -> acb:
        """The enclosure; non-finite unless the rest is bounded at each end that is not regular."""
        if analytic or env.path or ctx.prec > MOST_BITS or work.is_used_up():
            return NAN
        a, b = (None if node is None else node(env, False) for node in (self.start, self.end))
        if any(x is not None and not (x.is_finite() and is_real(x)) for x in (a, b)):
            return NAN
        if a is not None and b is not None and not a.real < b.real:
            return NAN
        value = self._integral(env, a, b, int(ctx.prec))
        return _trusted(acb(value.real) if self.real and value.is_finite() else value, int(ctx.prec))

    def _integral(self, env: Env, a: acb | None, b: acb | None, bits: int) -> acb:
        """The sum of what lies towards the ends that are not regular, and of the proper integral between."""
        reach = arb(2) ** _size(a, b)
        step = arb(1) if a is None or b is None else (b.real - a.real) / 2
        total, inside = acb(0), [a, b]
        for side, (end, edge, sign) in enumerate(((self.lower, a, 1), (self.upper, b, -1))):
            if edge is not None and end.is_regular(env):
                continue
            part = end.integral(env, reach if edge is None else 1 / step, bits)
            if not part.is_finite():
                return NAN
            total += part
            inside[side] = acb(-sign * reach) if edge is None else edge + sign * step
        first, last = inside
        if not self.centre or self.body(self._at(env, acb(0)), False).is_finite():
            return total + self._middle(env, first, last, bits)
        for end in self.centre:
            total += end.integral(env, arb(1), bits)
        return total + self._middle(env, first, acb(-1), bits) + self._middle(env, acb(1), last, bits)

    def _at(self, env: Env, value: acb) -> Env:
        return Env({**env.balls, self.place: value}, env.exact, (self.place,))

    def _middle(self, env: Env, start: Any, end: Any, bits: int) -> acb:
        local = self._at(env, start)

        def integrand(z: acb, analytic: bool) -> acb:
            if not work.go_on():
                return NAN
            local.balls[self.place] = z
            return self.body(local, analytic)

        tolerance = arb(2) ** -(bits + 4)
        return acb.integral(integrand, start, end, rel_tol=tolerance, abs_tol=tolerance, eval_limit=_most_calls(bits))


def _size(*values: acb | None) -> int:
    """n ≥ 1 with 2^n above every |x| + 1."""
    parts = [arb(x.abs_upper() + 1).upper().man_exp() for x in values if x is not None]
    return max([1, *(int(mantissa).bit_length() + int(exponent) for mantissa, exponent in parts)])


def _trusted(value: acb, bits: int) -> acb:
    """A wide ball is an answer at low precision only: at a high one, agreement would be taken for more than it is."""
    if not value.is_finite():
        return NAN
    return value if bits <= 128 or arb(value.rad()) < arb(2) ** (64 - bits) * (1 + arb(value.abs_lower())) else NAN
