"""Identities of your own, decided as a paper's are: `check_identity` and the decorator `holds`.

    assert check_identity("sin(2*x)", "2*sin(x)*cos(x)")
    assert check_identity(sqrt(x**2), x, where="x > 0")

    @holds(where="x > 0, y > 0")
    def test_logarithm(x, y):
        return log(x*y), log(x) + log(y)

Every check runs in a worker process with limits on time and memory (`seconds=`, `memory=`
in MiB), so that it cannot end, hang or fill the caller's.  The worker stays for the next
check; the first one starts it and takes a second or two longer.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, overload

import sympy
from sympy.core.facts import InconsistentAssumptions
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanAtom

from verify.errors import ClaimError
from verify.points import evaluation
from verify.run import PRELOAD, failure
from verify.terms.packed import pack, unpack
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Reason
from verify.workers.last_words import describe
from verify.workers.pool import Done, Ending, Failed, Limits
from verify.workers.warm import call

Where = str | Iterable[Any]
SECONDS, MEMORY = 60.0, 2048
PARTS_SHOWN = 200


@dataclass(frozen=True)
class Checked:
    """What was found out about one relation.  True only if it is proved or corroborated, never if undecided."""

    relation: str
    domain: str
    outcome: Outcome
    grade: Grade | None
    evidence: Evidence

    def __bool__(self) -> bool:
        return self.outcome.holds

    @property
    def counterexample(self) -> Counterexample | None:
        """The point at which the relation is false, if one was found."""
        return self.evidence.counterexample

    def explain(self) -> str:
        """The outcome, the domain, the evidence and the counterexample, a line each."""
        grade = f" ({self.grade})" if self.grade else ""
        lines = [f"{self.outcome}{grade}: {self.relation}"]
        if self.domain:
            lines.append(f"  for {self.domain}")
        lines.append(f"  {self.evidence.detail}")
        if self.evidence.conditions:
            lines.append(f"  provided that {', '.join(self.evidence.conditions)}")
        if self.counterexample is not None:
            lines.append(f"  counterexample: {_point(self.counterexample)}")
            lines.append(f"    left side  {self.counterexample.lhs}")
            lines.append(f"    right side {self.counterexample.rhs}")
        return "\n".join(lines)

    def __repr__(self) -> str:
        where = f" at {_point(self.counterexample)}" if self.counterexample else ""
        return f"<{self.outcome}: {self.relation}{where}>"


def check_identity(
    lhs: Any, rhs: Any, where: Where = (), *, rel: str = "==", seconds: float = SECONDS, memory: int = MEMORY
) -> Checked:
    """Decides `lhs rel rhs` for every admissible value of its symbols.

    Both sides are SymPy expressions, integers, or text as for `referee check`.  `where` is
    text ("x > 0, n integer") or SymPy relations.  Symbols in text are real unless `where`
    says otherwise; a SymPy symbol keeps its own assumptions (none means complex), and
    `where` adds to them.  `rel` is one of ==, !=, <, <=, >, >=.

    What takes longer than `seconds` or more than `memory` MiB is undecided, and so is what
    ends the process that decides it; the evidence says which.

    >>> check_identity("sqrt(x^2)", "x", where="x > 0").outcome
    <Outcome.PROVED: 'proved'>
    >>> check_identity("sqrt(x^2)", "x").counterexample.point
    (('x', '-1'),)

    Raises ValueError, in one sentence, for text outside the grammar, for a float, for
    conditions that no value meets, and for limits that are not positive.
    """
    limits = Limits(seconds, memory, jobs=1)
    for side in (lhs, rhs):
        _refuse_other_things(side)
    ending = _in_worker(_checked, (lhs, rhs, where, rel), limits)
    if isinstance(ending, Failed):
        return _given_up(f"{_shown(lhs)} {'=' if rel == '==' else rel} {_shown(rhs)}", ending, limits)
    found: Checked = ending.value
    return found


@overload
def holds(function: Callable[..., Any], /) -> Callable[..., None]: ...
@overload
def holds(
    *, where: Where = ..., seconds: float = ..., memory: int = ...
) -> Callable[[Callable[..., Any]], Callable[..., None]]: ...


def holds(
    function: Callable[..., Any] | None = None,
    /,
    *,
    where: Where = (),
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Any:
    """Makes a test of a function that returns an identity.

    The function's parameters become symbols: real ones, unless `where` says more.  It
    returns (lhs, rhs), a longer chain of equal sides, (lhs, ">", rhs), a SymPy relation, or a text.
    The test fails, with the counterexample, unless every link is proved or corroborated;
    what is undecided, also for want of time or memory, fails too.
    """
    limits = Limits(seconds, memory, jobs=1)
    if function is None:
        return lambda found: holds_where(found, where, limits)
    return holds_where(function, where, limits)


def holds_where(function: Callable[..., Any], where: Where, limits: Limits) -> Callable[..., None]:
    """The test that `holds` makes.  A first parameter `self` stays one, for tests in classes."""
    names = list(inspect.signature(function).parameters)
    is_method = names[:1] == ["self"]

    def test(*args: Any) -> None:
        __tracebackhide__ = True
        symbols = _symbols(names[is_method:], where, limits)
        evaluation.install()  # what the function builds is built under the guard under which it is decided
        returned = function(*args, **symbols)
        ending = _in_worker(_checked_links, (returned, symbols, where, function.__name__), limits)
        if isinstance(ending, Failed):
            raise AssertionError(_given_up(f"what {function.__name__} returned", ending, limits).explain())
        if ending.value is not None:
            raise AssertionError(ending.value.explain())

    # Not functools.wraps: pytest would follow __wrapped__ and take the symbols for fixtures.
    test.__name__, test.__qualname__ = function.__name__, function.__qualname__
    test.__module__, test.__doc__ = function.__module__, function.__doc__
    if is_method:
        test.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
        )
    else:
        test.__signature__ = inspect.Signature()  # type: ignore[attr-defined]
    return test


def _symbols(names: list[str], where: Where, limits: Limits) -> dict[str, Any]:
    """The parameters of a test as symbols, with what a text says of them."""
    declared: Mapping[str, Any] = {}
    if isinstance(where, str) and where.strip():
        ending = _in_worker(_declared, (where,), limits)
        if isinstance(ending, Failed):
            raise ClaimError(f"where={_shown(where)!r} could not be read: {failure(ending, limits)}")
        declared = unpack(ending.value)
    return {name: declared.get(name, sympy.Symbol(name, real=True)) for name in names}


# --- to the worker and back -------------------------------------------------------------------------


@dataclass(frozen=True)
class _Refused:
    """What is wrong with the input, in one sentence."""

    why: str


def _in_worker(function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits) -> Ending:
    """Calls one of the functions below in the worker.  Raises ClaimError for bad input."""
    try:
        packed = pack(arguments)
    except Exception as error:  # whatever pickle and the things themselves raise
        why = f"cannot be handed to a worker ({type(error).__name__})"
        return Failed(Reason.UNSUPPORTED, f"an expression {why}: nested too deeply, or of a class of the main script")
    ending = call(_answer, (function, packed), limits, PRELOAD)
    if isinstance(ending, Done) and isinstance(ending.value, _Refused):
        raise ClaimError(ending.value.why)
    return ending.value if isinstance(ending, Done) and isinstance(ending.value, Failed) else ending


def _answer(function: Callable[..., Any], packed: bytes) -> Any:
    """In the worker: calls the function with the things as they were, and says what is wrong with them."""
    try:
        arguments = unpack(packed)
    except Exception as error:
        return Failed(Reason.UNSUPPORTED, f"an expression cannot be read in a worker: {describe(error)}")
    try:
        return function(*arguments)
    except ClaimError as error:
        return _Refused(str(error))
    except RecursionError:
        return Failed(Reason.UNSUPPORTED, "an expression is nested too deeply")


def _refuse_other_things(side: Any) -> None:
    """Raises ClaimError for what is no side of a relation, whatever it may be."""
    if not isinstance(side, (str, int, sympy.Basic)):
        from verify.quantities.exact import exact

        exact(side)


def _given_up(shown: str, failed: Failed, limits: Limits) -> Checked:
    """What the caller is told of a check that gave no answer."""
    return Checked(shown, "", Outcome.UNDECIDED, None, Evidence("none", failure(failed, limits), reason=failed.reason))


def _shown(side: Any) -> str:
    """A side in a few words, at little cost whatever it is."""
    from verify.wording import LONGEST, words

    if isinstance(side, str):
        return " ".join(side[:LONGEST].split()) + ("…" if len(side) > LONGEST else "")
    parts = [side]
    for number, part in enumerate(parts):
        if number > PARTS_SHOWN:
            return f"{type(side).__name__}(…)"
        parts += getattr(part, "args", ())
    try:
        return words(side)
    except Exception:  # no words for it, and it is only named here
        return f"{type(side).__name__}(…)"


# --- what the worker does -----------------------------------------------------------------------------


def _checked(lhs: Any, rhs: Any, where: Where, rel: str) -> Checked:
    from verify.regularity.written import noticing
    from verify.wording import SIGNS

    with noticing() as lost:
        declared, conditions = _conditions(where)
        declared = {**declared, **_with_own_assumptions(lhs, declared), **_with_own_assumptions(rhs, declared)}
        left, right = _expression(lhs, declared), _expression(rhs, declared)
    conditions = tuple(condition.xreplace(_renaming(condition, declared)) for condition in conditions)
    found = _decided(left, right, rel, conditions, tuple(lost))
    as_typed = isinstance(lhs, str) and isinstance(rhs, str) and bool(lost)
    return replace(found, relation=f"{_shown(lhs)} {SIGNS.get(rel, rel)} {_shown(rhs)}") if as_typed else found


def _checked_links(returned: Any, symbols: Mapping[str, Any], where: Where, name: str) -> Checked | None:
    """The first relation that is not certain to hold, if there is one."""
    from verify.regularity.written import noticing

    with noticing() as lost:
        _, conditions = _conditions(where)
        conditions = tuple(c.xreplace(_renaming(c, symbols)) for c in conditions)
        links = _links(returned, symbols, name)
    for left, rel, right in links:
        found = _decided(left, right, rel, conditions, tuple(lost))
        if not found:
            return found
    return None


def _declared(where: str) -> bytes:
    return pack(_conditions(where)[0])


# --- understanding the input ------------------------------------------------------------------------


def _conditions(where: Where) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """Declared symbols by name, and the conditions that are no assumption on one symbol."""
    from verify.grammar.shell_conditions import parse_condition

    if isinstance(where, str):
        return parse_condition(where) if where.strip() else ({}, ())
    given = tuple(where) if isinstance(where, (list, tuple, set, frozenset)) else (where,)
    for condition in given:
        if not isinstance(condition, (sympy.logic.boolalg.Boolean, bool)):
            raise ClaimError(f"where={condition!r}: expected text such as 'x > 0', or SymPy relations")
    return {}, given


def _expression(side: Any, declared: Mapping[str, Any]) -> sympy.Expr:
    from verify.grammar.shell import parse_text
    from verify.quantities.exact import exact

    if isinstance(side, str):
        return parse_text(side, declared)
    expression = exact(side)
    return expression.xreplace(_renaming(expression, declared))


def _renaming(thing: Any, declared: Mapping[str, Any]) -> dict[Any, Any]:
    """Symbols of an expression that `where` speaks of, with what it says added to their own assumptions."""
    found = {}
    for symbol in getattr(thing, "free_symbols", ()):
        known = declared.get(symbol.name)
        if known is not None and known != symbol:
            found[symbol] = _merged(symbol, known)
    return found


def _with_own_assumptions(side: Any, declared: Mapping[str, Any]) -> dict[str, Any]:
    """The symbols of a side that `where` speaks of, by name: its conditions are about these."""
    return {symbol.name: merged for symbol, merged in _renaming(side, declared).items()}


def _merged(symbol: Any, known: Any) -> Any:
    try:
        return sympy.Symbol(symbol.name, **{**known.assumptions0, **symbol.assumptions0})
    except InconsistentAssumptions:
        raise ClaimError(
            f"symbol {symbol.name}: where says {known.assumptions0}, the symbol itself {symbol.assumptions0}"
        ) from None


def _links(returned: Any, symbols: Mapping[str, Any], name: str) -> list[tuple[Any, str, Any]]:
    """The relations that a test function returned."""
    from verify.grammar.shell import parse_relation
    from verify.refuting.comparison import RELATIONS

    if isinstance(returned, str):
        return [
            (link.lhs, "==" if link.relation == "=" else link.relation, link.rhs)
            for link in parse_relation(returned, symbols)
        ]
    if isinstance(returned, Relational):
        return [(returned.lhs, returned.rel_op, returned.rhs)]
    if isinstance(returned, (bool, BooleanAtom)):
        raise ClaimError(
            f"{name} returned {returned}: SymPy has evaluated the relation; return (lhs, rhs), or (lhs, '>', rhs)"
        )
    if isinstance(returned, tuple) and len(returned) == 3 and isinstance(returned[1], str) and returned[1] in RELATIONS:
        return [(_expression(returned[0], symbols), returned[1], _expression(returned[2], symbols))]
    if isinstance(returned, tuple) and len(returned) >= 2:
        return [(left, "==", right) for left, right in pairwise(_expression(side, symbols) for side in returned)]
    raise ClaimError(f"{name} returned {returned!r}: expected (lhs, rhs), an inequality, or text such as 'x = x'")


def _decided(lhs: Any, rhs: Any, rel: str, conditions: tuple[Any, ...], lost: tuple[Any, ...] = ()) -> Checked:
    """Decides on the domain of the symbols that occur, in the sides or in what is needed."""
    from verify.deciding.decide import decide
    from verify.points.domain import Domain
    from verify.quantities.exact import exact
    from verify.refuting.comparison import RELATIONS
    from verify.wording import relation

    if rel not in RELATIONS:
        raise ClaimError(f"rel={rel!r}: expected one of {', '.join(RELATIONS)}")
    lhs, rhs = exact(lhs), exact(rhs)
    needed = lhs.free_symbols | rhs.free_symbols
    for part in (*conditions, *lost):
        needed |= getattr(part, "free_symbols", set())
    domain = Domain(tuple(needed), conditions)
    finding = decide(lhs, rhs, domain, rel, lost=lost)
    return Checked(relation(lhs, rhs, rel), domain.assumptions_of(), finding.outcome, finding.grade, finding.evidence)


def _point(against: Counterexample) -> str:
    return ", ".join(f"{symbol} = {value}" for symbol, value in against.point) or "no symbols"
