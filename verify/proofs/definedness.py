"""Where a line is defined as it is printed, asked before values are put into it.

With y = x the line y/x = 1 becomes 1 = 1, and with b = 0 so does b·log x + 1 = 1: what is put in
cancels, and nobody would see any more that nothing is said at x = 0.  So what the printed line needs (`needs`)
is written down first, and the values go into these needs, not into the line.  Every
divisor, argument of a logarithm, integral and sum is a need of its own, also those inside
of others, so that none of them can cancel against another one.

Why a verdict that heeds them cannot lie: the line is defined at a point of the premises exactly where every
need holds there (`verify.regularity.conditions`).  A proof is told with those that neither the
assumptions nor the premises imply; a point at which one of them is not certain refutes nothing.  A
line of which a need holds nowhere, or is not known to hold anywhere, is left undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, Protocol

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.asymptotics.limits import value as limit_value
from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.points.by_assumptions import BITS, holds_somewhere
from verify.proofs.equality import has_a_value
from verify.regularity.analytic import is_analytic
from verify.regularity.conditions import must_not_vanish
from verify.regularity.existence import existence
from verify.regularity.side_conditions import as_conditions, is_certain
from verify.regularity.written import is_defined
from verify.solving.equations import nonzero
from verify.solving.replacement import put
from verify.solving.systems import vanishes
from verify.terms.requirements import BOUND, MAY_NOT_EXIST, Exists, HasNoZero, IsNotAPole, Requirement, outermost
from verify.terms.survey import NO_NUMBERS, in_order, rebuilt

Put = Callable[[Any], Any]
NOWHERE_KNOWN = "the premises, put into each other, are not known to be defined anywhere"
NOWHERE = "with what the premises say, the line as printed is not known to be defined anywhere"
INDEX = sympy.Dummy("index", integer=True)


class NotThroughout(Requirement):
    """The expression, a divisor under an integral, does not vanish on a piece of the range of the variables (the other arguments).

    An analytic one that is not zero vanishes at single places only; ⌊t⌋ is zero from 0 to 1.
    """

    @property
    def free_symbols(self) -> set[Any]:
        expr, *variables = self.args
        free: set[Any] = expr.free_symbols - {*variables}
        return free

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        expr, *variables = self.args
        return all(is_analytic(expr, variable) for variable in variables) and not _is_zero(expr)

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} does not vanish throughout"


class Known(Protocol):
    """Something that knows which conditions certainly hold, such as `verify.premises.facts.Facts`."""

    def implies(self, condition: Boolean) -> bool: ...


# --- what an expression needs ---------------------------------------------------------------------


def needs(expressions: Iterable[Any]) -> tuple[Any, ...]:
    """Parts that must not vanish, and requirements that must hold, for the expressions to be defined.

    >>> x, b, t = sympy.symbols("x b t")
    >>> needs([b / x + sympy.Integral(1 / b, (t, 0, 1))])
    (b, x, Integral(1/b, (t, 0, 1)) exists)
    """
    return _needs(tuple(e for e in expressions if isinstance(e, sympy.Basic)))


@lru_cache(maxsize=4096)
def _needs(each: tuple[Any, ...]) -> tuple[Any, ...]:
    plain = in_order(must_not_vanish(each))
    inside = (need for e in each for part in outermost(e, MAY_NOT_EXIST) for need in _of_bound(part))
    return tuple(dict.fromkeys((*plain, *inside)))


def _of_bound(part: Any) -> Iterator[Any]:
    """That it exists, and that what stands inside does: for every index of a sum, almost everywhere in an integral."""
    yield Exists(part)
    if isinstance(part, sympy.Limit):
        return
    variables = {limit[0] for limit in part.limits}
    for need in needs([part.function]):
        if need.free_symbols & variables:
            yield _for_every_value(need, part)
        elif isinstance(need, Requirement):
            yield need
    for end in (end for limit in part.limits for end in limit[1:]):
        yield from (need for need in needs([end]) if isinstance(need, Requirement))


def _for_every_value(need: Any, part: Any) -> Any:
    """The need inside an integral or sum, for the values that its variables take there."""
    if isinstance(need, Exists):
        return Exists(part.func(need.args[0], *part.limits))
    if isinstance(need, IsNotAPole) and not isinstance(part, sympy.Integral):
        need = 1 / sympy.gamma(need.args[0], evaluate=False)
    if isinstance(need, Requirement):
        return Exists(part)
    if isinstance(part, sympy.Integral):
        return _not_throughout(need, part)
    if len(part.limits) == 1 and len(part.limits[0]) == 3:
        return HasNoZero(need, *part.limits[0])
    return Exists(part.func(1 / need, *part.limits))


def _not_throughout(need: Any, part: sympy.Integral) -> Any:
    """A variable has the sign of its range."""
    inside = list[sympy.Dummy]()
    for variable, *ends in part.limits:
        if variable not in need.free_symbols:
            continue
        signs = [sign for sign in ("positive", "negative") if len(ends) == 2 and _has_sign(ends, sign)]
        inside.append(sympy.Dummy(variable.name, **({signs[0]: True} if signs else {"real": True})))
        need = need.xreplace({variable: inside[-1]})
    return NotThroughout(need, *inside)


def _has_sign(ends: Iterable[Any], sign: str) -> bool:
    return all(
        getattr(end, "is_extended_nonnegative" if sign == "positive" else "is_extended_nonpositive") for end in ends
    )


# --- the same after values have been put in -------------------------------------------------------


def moved(need: Any, apply: Put) -> Any:
    """The need with the values in it."""
    if isinstance(need, HasNoZero):
        expr, index, low, high = need.args
        return HasNoZero(apply(expr), index, apply(low), apply(high))
    if isinstance(need, NotThroughout):
        return NotThroughout(apply(need.args[0]), *need.args[1:])
    return need.func(*map(apply, need.args)) if isinstance(need, Requirement) else apply(need)


def moved_needs(printed: Iterable[Any], apply: Put) -> Iterator[Any]:
    """What the printed expressions need, with the values in it."""
    return (moved(need, apply) for need in needs(printed))


def dropped(
    printed: Iterable[Any], apply: Put, known: Known | None = None, shown: Iterable[Any] | None = None
) -> tuple[Any, ...] | None:
    """What the printed expressions need and no longer show once values are in; None if they may be defined nowhere.

    `shown` are the expressions that are decided in their place, by default the printed ones with the values in
    them.  What the assumptions or the known facts imply is left out.
    """
    each = [e for e in printed if isinstance(e, sympy.Basic)]
    wanted = [need for need in needs(each) if not _is_settled(need)]
    if not wanted:
        return ()
    reduced = [apply(e) for e in each] if shown is None else list(shown)
    visible = _Visible(reduced)
    found = [moved(need, apply) for need in wanted]
    return None if 0 in found else open_needs((m for m in found if _alike(m) not in visible), known, visible)


def unseen(found: Iterable[Any], shown: Iterable[Any]) -> tuple[Any, ...]:
    """Those of the needs that the shown expressions, which are decided, do not have themselves."""
    visible = _Visible(shown)

    def is_seen(need: Any) -> bool:
        if _alike(need) in visible or isinstance(need, Requirement):
            return _alike(need) in visible
        return need != 0 and all(_alike(part) in visible or _is_settled(part) for part in factors(need))

    return tuple(dict.fromkeys(need for need in found if not is_seen(need)))


def lost_of(printed: Iterable[Any], put_in: Put, shown: Iterable[Any]) -> tuple[Any, ...]:
    """What the printed expressions need, in what `put_in` makes of it, and the shown ones do not have themselves.

    >>> x = sympy.Symbol("x", real=True)
    >>> hole = sympy.Mul(x - 1, 1 / (x - 1), evaluate=False)
    >>> lost_of([hole], lambda part: part.subs(x, x + 1), [hole.subs(x, x + 1)])
    (x,)
    """
    return unseen((moved(need, put_in) for need in needs(printed) if not _is_settled(need)), shown)


class _Visible:
    """The needs of what is shown; their factors, which take longer to find, once a need is not among them."""

    def __init__(self, shown: Iterable[Any]) -> None:
        self._needs = needs(shown)
        self._whole = set(map(_alike, self._needs))

    @cached_property
    def _factors(self) -> set[Any]:
        return {_alike(part) for need in self._needs for part in _divisors(need)}

    def __contains__(self, need: Any) -> bool:
        return need in self._whole or need in self._factors


def open_needs(found: Iterable[Any], known: Known | None, visible: Container[Any] = ()) -> tuple[Any, ...] | None:
    """The needs in factors, less those that are certain or visible; None where one of them may hold nowhere."""
    left = dict[Any, None]()
    for need in found:
        if _fails(need):
            return None
        for part in factors(need):
            if _alike(part) not in visible and not _is_settled(part) and not _is_known(part, known):
                left[part] = None
    return tuple(left)


def _fails(need: Any) -> bool:
    """Does it hold nowhere, as far as is known?"""
    if need.has(*NO_NUMBERS) and not (isinstance(need, Requirement) or need.has(*BOUND, sympy.Limit)):
        return True
    if isinstance(need, Exists):
        return exists_where(need.args[0]) is None
    if isinstance(need, NotThroughout) or (isinstance(need, Requirement) and not need.free_symbols):
        return not is_certain(need) and not is_defined((need,), {}, BITS)
    return not isinstance(need, Requirement) and _is_zero(need)


def exists_where(part: Any) -> tuple[Any, ...] | None:
    """The conditions under which an integral, sum or product exists; None if it is not known to exist anywhere.

    One that no ball encloses exists where it has a confirmed value.
    """
    if isinstance(part, sympy.Limit):
        return _where_the_limit_exists(part)
    found = existence(part)
    return () if (found is None or found) and has_a_value(part) else found


def _where_the_limit_exists(limit: Any) -> tuple[Any, ...] | None:
    """A finite value is proved, on the way to which the variable meets what the function needs of it; what it needs of the others is left."""
    function, variable, *_ = limit.args
    if function.has(*BOUND, sympy.Limit, sympy.Derivative, sympy.Subs, AppliedUndef):
        return None
    try:
        found = limit_value(limit)
    except GiveUp:
        return None
    if found.has(*NO_NUMBERS, *BOUND):
        return None
    return tuple(need for need in must_not_vanish((function, found)) if variable not in need.free_symbols)


def with_values_of_limits(expr: Any) -> Any:
    """The expression with every limit that has a proved, finite value, wherever its parameters may be, replaced by it.

    >>> x, a = sympy.Symbol("x", real=True), sympy.Symbol("a", positive=True)
    >>> with_values_of_limits(sympy.Limit(sympy.sin(a * x) / x, x, 0, "+-") + 1)
    a + 1
    """
    if not isinstance(expr, sympy.Expr) or not expr.has(sympy.Limit) or isinstance(expr, BOUND):
        return expr
    if isinstance(expr, sympy.Limit):
        needed = _where_the_limit_exists(expr)
        return expr if needed is None or as_conditions(needed) else limit_value(expr)
    return rebuilt(expr, map(with_values_of_limits, expr.args))


def _is_zero(expr: Any) -> bool:
    """Does the expression vanish throughout, or is it not seen to differ from zero anywhere?"""
    if expr == 0:
        return True
    if expr.is_rational_function(*expr.free_symbols):
        return vanishes(expr)
    return not holds_somewhere(expr)


def factors(need: Any) -> tuple[Any, ...]:
    """The same need in parts, each as plain as it can be said: Γ has no zeros, and |x| has those of x."""
    if isinstance(need, Exists):
        return exists_where(need.args[0]) or ()
    if isinstance(need, Requirement):
        return (need,)
    each = (f for f in _divisors(need) if not isinstance(f, sympy.gamma))
    return tuple(part for f in each for part in (_divisors(f.args[0]) if isinstance(f, sympy.Abs) else (f,)))


def _divisors(need: Any) -> tuple[Any, ...]:
    """The factors of what must not vanish, without those that certainly do not."""
    found = () if isinstance(need, Requirement) else nonzero(need)
    return tuple(c.lhs if isinstance(c, sympy.Ne) else sympy.S.Zero for c in found)


def _is_settled(need: Any) -> bool:
    """Do the assumptions on the symbols alone imply it?  An integral is never settled before the values are in."""
    if isinstance(need, Exists):
        return False
    return is_certain(need) if isinstance(need, Requirement) else not as_conditions([need])


def _is_known(need: Any, known: Known | None) -> bool:
    if known is None:
        return False
    if isinstance(need, IsNotAPole):
        return known.implies(sympy.Gt(need.args[0], 0, evaluate=False))
    return not isinstance(need, Requirement) and known.implies(sympy.Ne(need, 0, evaluate=False))


@lru_cache(maxsize=8192)
def _alike(need: Any) -> Any:
    """The same for needs that differ by the names of bound variables, or by their sign."""
    if isinstance(need, (HasNoZero, NotThroughout)):
        need = need.xreplace({need.args[1]: INDEX})
    if isinstance(need, Requirement):
        return need.func(*map(_with_plain_variables, need.args))
    plain = _with_plain_variables(need)
    return -plain if plain.could_extract_minus_sign() else plain


def _with_plain_variables(expr: Any) -> Any:
    return expr.as_dummy() if expr.has(*BOUND, sympy.Limit) else expr


# --- at a point -----------------------------------------------------------------------------------


def is_defined_at(expr: Any, point: dict[Any, Any]) -> bool:
    """Is every part of the expression as printed certainly defined and finite at the point, put in all at once?

    Asked of each part by itself, from the inside: 0·log 0 has the part log 0.  An
    undefined function counts as defined wherever its arguments are.
    """
    value = _value_at(expr, point)
    return value is not None and _is_finite(value)


def _value_at(expr: Any, point: dict[Any, Any]) -> Any | None:
    """The value; None if a part that it no longer contains is not certainly finite.

    What it does contain makes it infinite as a whole, for a ball around it.
    """
    if not expr.args or expr in point:
        return point.get(expr, expr)
    parts: list[Any] = [_value_at(part, point) for part in _parts(expr)]
    if None in parts:
        return None
    plain = _parts(expr) == expr.args and not isinstance(expr, AppliedUndef)
    value = expr.func(*parts) if plain else put(expr, point)
    dropped_ones = [part for part in parts if not (part.is_Rational or value.has(part))]
    defined = all(map(_is_finite, dropped_ones)) and not value.has(sympy.zoo, sympy.nan)
    return value if defined and not _is_zero_to_the_zero(expr, parts) else None


def _parts(expr: Any) -> tuple[Any, ...]:
    """The parts that speak of no bound variable, and are no branches."""
    if isinstance(expr, BOUND):
        return tuple(end for limit in expr.limits for end in limit[1:] if not end.is_infinite)
    if isinstance(expr, (sympy.Limit, sympy.Derivative, sympy.Subs)):
        return ()
    return tuple(arg for arg in expr.args if isinstance(arg, sympy.Expr))


def _is_zero_to_the_zero(expr: Any, values: list[Any]) -> bool:
    """x^y at x = y = 0, unless the exponent is printed as a number."""
    return expr.is_Pow and not expr.exp.is_number and all(value.is_nonzero is not True for value in values)


def _is_finite(value: Any) -> bool:
    if value.is_Rational:
        return True
    if value.has(AppliedUndef) or value.free_symbols:
        return not value.has(*NO_NUMBERS)
    try:
        return bool(compile_ball(value)({}, BITS).is_finite())
    except GiveUp:
        return isinstance(value, MAY_NOT_EXIST) and exists_where(value) == ()
