"""A refuted reading, looked at again: what its counterexample says, by arithmetic that shares nothing with the engine.

`number` walks through an expression of the paper's encoding and computes it by mpmath;
`point` reads the values off the text of the evidence.  `contradiction` puts the two together:
it raises AssertionError unless the premises hold at the counterexample, the sides have the
values there that the evidence tells, and these make the statement false.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from itertools import pairwise, product
from typing import Any

import mpmath
import sympy
from sympy.core.function import AppliedUndef

from verify.kinds.contradiction import Contradiction
from verify.kinds.only_route import OnlyRoute
from verify.names_in_text import name, own_name
from verify.verdicts import Counterexample, Verdict
from verify.vocabulary.moves import Equation, Move
from verify.vocabulary.readings import Reading
from verify.vocabulary.statements import PrintedInput, Relation, Value
from verify.wording import words

DIGITS = 40
TOLD = mpmath.mpf("1e-10")
"""The evidence tells twelve digits at least."""
CUT = mpmath.mpf("1e-5")
"""A value that ends in "…" has seven digits."""
HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip

Values = Mapping[sympy.Symbol, Any]

# --- an expression as a number ----------------------------------------------------------------------

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "exp": mpmath.exp, "log": mpmath.log, "sin": mpmath.sin, "cos": mpmath.cos, "sinh": mpmath.sinh, "cosh": mpmath.cosh, "besseli": mpmath.besseli, "Abs": abs, "polygamma": mpmath.polygamma, "digamma": mpmath.digamma,
    "Pi": lambda: +mpmath.pi, "EulerGamma": lambda: +mpmath.euler, "ImaginaryUnit": lambda: mpmath.j,
}  # fmt: skip


def number(expression: Any, at: Values) -> Any:
    """The value of an expression where its symbols have these values.  Raises KeyError for a symbol without one."""
    if isinstance(expression, sympy.Rational):
        return mpmath.mpf(expression.p) / expression.q
    if isinstance(expression, (sympy.Symbol, AppliedUndef)) or is_slope(expression):
        return at[expression]
    if isinstance(expression, sympy.Derivative):
        return number(expression.doit(), at)
    if isinstance(expression, sympy.Integral):
        return _integral(expression.function, list(expression.limits), at)
    if isinstance(expression, sympy.Sum):
        ((index, low, high),) = expression.limits
        return mpmath.fsum(number(expression.function, {**at, index: mpmath.mpf(k)}) for k in range(low, high + 1))
    arguments = [number(argument, at) for argument in expression.args]
    if expression.is_Add:
        return mpmath.fsum(arguments)
    if expression.is_Mul:
        return mpmath.fprod(arguments)
    if expression.is_Pow:
        return mpmath.power(*arguments)
    kind = type(expression).__name__
    assert kind in FUNCTIONS, f"{kind}: no rule here; add mpmath's function to FUNCTIONS"
    return FUNCTIONS[kind](*arguments)


def is_slope(expression: Any) -> bool:
    """Whether it is f'(H), of which a counterexample gives the value as it does of f(H)."""
    return isinstance(expression, sympy.Derivative) and isinstance(expression.expr, AppliedUndef)


def unknowns(*expressions: Any) -> set[Any]:
    """The symbols, and the values and slopes of functions, that a counterexample has to give."""
    found: set[Any] = set()
    for expression in expressions:
        for part in sympy.preorder_traversal(expression):
            if isinstance(part, AppliedUndef) or is_slope(part):
                found.add(part)
    inside = {s for part in found for s in part.free_symbols}
    plain = [e.xreplace({part: sympy.Dummy() for part in found}) for e in expressions]
    return found | {s for e in plain for s in e.free_symbols if not isinstance(s, sympy.Dummy)} | inside


def written_out(expression: Any, equations: Iterable[Equation]) -> Any:
    """The expression with what F(H) = ... says of F at its variables put in wherever F stands."""
    laws = {
        eq.lhs.func: eq
        for eq in equations
        if isinstance(eq.lhs, AppliedUndef) and eq.lhs.args == getattr(eq.lhs.func, "variables", None)
    }
    for _ in laws:
        expression = expression.replace(
            lambda part: isinstance(part, AppliedUndef) and part.func in laws,
            lambda part: laws[part.func].rhs.subs(
                dict(zip(laws[part.func].lhs.args, part.args, strict=True)), simultaneous=True
            ),
        )
    return expression


def _integral(integrand: Any, limits: list[Any], at: Values) -> Any:
    """By quadrature, the outermost limits last, as SymPy has them."""
    if not limits:
        return number(integrand, at)
    *inner, (variable, low, high) = limits
    ends = [mpmath.inf * int(end / sympy.oo) if end.is_infinite else number(end, at) for end in (low, high)]
    return mpmath.quad(lambda value: _integral(integrand, inner, {**at, variable: value}), ends)


# --- the text of the evidence -----------------------------------------------------------------------

OPERATIONS: dict[type, Callable[..., Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Pow: mpmath.power, ast.USub: operator.neg,
}  # fmt: skip
NAMES = {"π": mpmath.pi, "i": mpmath.j}


def told(text: str) -> Any:
    """A value as the evidence writes it: -1/(4·π^2), sqrt(7)/4, 0.0295101…, 1.5 - 2*i."""
    return _read(ast.parse(text.replace("^", "**").replace("·", "*").rstrip("…."), mode="eval").body, text)


def _read(node: ast.expr, text: str) -> Any:
    if isinstance(node, ast.Constant):
        return mpmath.mpf(ast.get_source_segment(text.replace("^", "**").replace("·", "*"), node) or "")
    if isinstance(node, ast.Name):
        return +NAMES[node.id]
    if isinstance(node, ast.BinOp):
        return OPERATIONS[type(node.op)](_read(node.left, text), _read(node.right, text))
    if isinstance(node, ast.UnaryOp):
        return OPERATIONS[type(node.op)](_read(node.operand, text))
    assert isinstance(node, ast.Call), text
    return {"sqrt": mpmath.sqrt, "log": mpmath.log, "exp": mpmath.exp}[ast.unparse(node.func)](
        _read(node.args[0], text)
    )


def _names(unknown: Any) -> tuple[str, ...]:
    if isinstance(unknown, sympy.Symbol):
        return name(unknown), own_name(unknown)
    marks = "'" * unknown.derivative_count if isinstance(unknown, sympy.Derivative) else ""
    applied = unknown.expr if marks else unknown
    return (f"{type(applied).__name__}{marks}({', '.join(map(words, applied.args))})",)


def point(counterexample: Counterexample, symbols: set[Any]) -> dict[Any, Any]:
    """The values of these symbols, and values of functions, at the counterexample, as far as it gives any."""
    texts = dict(counterexample.point)
    found = {}
    for symbol in symbols:
        for shown in _names(symbol):
            if shown in texts:
                found[symbol] = told(texts[shown])
                break
    return found


def is_cut(counterexample: Counterexample) -> bool:
    return any("…" in text for _, text in counterexample.point)


def near(one: Any, other: Any, tolerance: Any = TOLD) -> bool:
    return bool(abs(one - other) <= tolerance * (1 + abs(one)))


# --- a refuted relation -----------------------------------------------------------------------------


def facts(move: Any, values: Mapping[sympy.Symbol, Any] | None = None) -> Iterator[Equation]:
    """The printed equations that a derivation uses, each at the values at which it is used."""
    if move is None:
        return
    here = {**(values or {}), **(dict(move.data) if move.rule == "specialise" else {})}
    for source in move.sources:
        if isinstance(source, Move):
            yield from facts(source, here)
        else:
            yield from (Equation(eq.label, eq.lhs.subs(here), eq.rhs.subs(here)) for eq in source.equations)


def check_point(reading: Reading, counterexample: Counterexample) -> int:
    """How many premises and conditions hold at the counterexample.  Raises AssertionError if one does not, or an assumption of a symbol."""
    tried = 0
    tolerance = CUT if is_cut(counterexample) else TOLD
    equations = list(facts(reading.by))
    equations = [Equation(eq.label, written_out(eq.lhs, equations), written_out(eq.rhs, equations)) for eq in equations]
    symbols = set().union(
        *(unknowns(eq.lhs, eq.rhs) for eq in equations), *(unknowns(*c.args) for c in reading.where if c.args)
    )
    at = point(counterexample, symbols)
    for equation in equations:
        if unknowns(equation.lhs, equation.rhs) <= set(at):
            sides = number(equation.lhs, at), number(equation.rhs, at)
            assert near(*sides, tolerance), (equation.label, *sides)
            tried += 1
    for condition in reading.where:
        if isinstance(condition, sympy.core.relational.Relational) and unknowns(*condition.args) <= set(at):
            sides = number(condition.lhs, at), number(condition.rhs, at)
            held = near(*sides, tolerance) if isinstance(condition, sympy.Eq) else _holds(condition.rel_op, *sides)
            assert held, (condition, *sides)
            tried += 1
    assert admissible(at), at
    return tried


def admissible(at: Values) -> bool:
    """Have all symbols values that they may have by what is assumed of them?"""
    return all(
        held or not assumed
        for symbol, value in at.items()
        if not isinstance(symbol, sympy.Derivative)
        for assumed, held in (
            (symbol.is_real, mpmath.im(value) == 0),
            (symbol.is_integer, value == mpmath.nint(value)),
            (symbol.is_positive, value.real > 0),
            (symbol.is_negative, value.real < 0),
            (symbol.is_nonnegative, value.real >= 0),
            (symbol.is_nonpositive, value.real <= 0),
            (symbol.is_nonzero, value != 0),
        )
    )


def _holds(rel: str, left: Any, right: Any) -> bool:
    if rel in ("==", "!="):
        return (left == right) is (rel == "==")
    return HOLDS[rel](left, right)


def false_relation(reading: Reading, counterexample: Counterexample) -> bool:
    """Has a relation of the reading, at the counterexample, the sides that are told, and is it false there?"""
    sides = tuple(told(side) for side in (counterexample.lhs, counterexample.rhs))
    for statement in reading.statements:
        if not isinstance(statement, Relation):
            continue
        equations = list(facts(reading.by))
        lhs, rhs = written_out(statement.lhs, equations), written_out(statement.rhs, equations)
        symbols = unknowns(lhs, rhs)
        at = point(counterexample, symbols)
        if set(at) != symbols:
            continue
        assert admissible(at), at
        found = number(lhs, at), number(rhs, at)
        tolerance = CUT if is_cut(counterexample) else TOLD
        if all(near(one, other, tolerance) for one, other in zip(found, sides, strict=True)):
            differ = not near(*found, 10 * tolerance)
            return differ if statement.rel == "==" else not _holds(statement.rel, *found)
    return False


# --- a number that is not the printed one ------------------------------------------------------------


def computed(reading: Reading, value: Value, units: Any) -> Any:
    """The number, in its unit, with the premises put in until only given numbers are left; KeyError if they do not suffice."""
    at = {symbol: _input(given, units) for symbol, given in value.constants}
    quantity = value.quantity
    equations = [
        *facts(reading.by),
        *(Equation("condition", c.lhs, c.rhs) for c in reading.where if isinstance(c, sympy.Eq)),
    ]
    for _ in range(20):
        unknown = quantity.free_symbols - set(at)
        known = {eq.lhs: eq.rhs for eq in equations if eq.lhs in unknown and eq.lhs not in eq.rhs.free_symbols}
        if not known:
            break
        quantity = quantity.subs(known, simultaneous=True)
    worth = value.unit.worth(units) if hasattr(value.unit, "worth") else value.unit
    return number(quantity, at) / number(worth, {})


def _input(given: Any, units: Any) -> Any:
    if isinstance(given, PrintedInput):
        low, high = given.interval_in(units)
        return (number(low, {}) + number(high, {})) / 2
    if isinstance(given, sympy.Expr):
        return number(given, {})
    return number(given.value * given.unit.worth(units), {})


def outside(reading: Reading, counterexample: Counterexample, units: Any) -> bool:
    """Is a number of the reading, computed anew, the one that is told, and outside what the print allows?"""
    for value in reading.statements:
        if isinstance(value, Value):
            try:
                found = computed(reading, value, units)
            except KeyError:
                continue
            low, high = (number(end, {}) for end in value.interval)
            if abs(found / told(counterexample.lhs) - 1) < TOLD and not low <= found <= high:
                return True
    return False


# --- curves, systems, propositions --------------------------------------------------------------------


def wrong_sign(reading: Reading, counterexample: Counterexample) -> bool:
    """Has a curve the sign that is told, at the place that is told, whatever the values of its other symbols?"""
    ((place, text),) = counterexample.point
    unknown, scale = place.split("/")
    for statement in reading.statements:
        expression = getattr(statement, "expression", None)
        if expression is None or statement.rel == {"positive": ">", "negative": "<"}[counterexample.lhs]:
            continue
        at = {}
        others = []
        for symbol in sorted(expression.free_symbols, key=str):
            if name(symbol) == unknown:
                at[symbol] = told(text)
            elif name(symbol) == scale:
                at[symbol] = mpmath.mpf(1)
            else:
                others.append(symbol)
        signs = set()
        for values in product((-3, -1, 1, 2), repeat=len(others)):
            found = {**at, **{s: mpmath.mpf(v) for s, v in zip(others, values, strict=True)}}
            if admissible(found):
                signs.add("positive" if number(expression, found) > 0 else "negative")
        if signs == {counterexample.lhs}:
            return True
    return False


def signs_of_the_curve(reading: Reading, counterexample: Counterexample) -> bool:
    """Has a crossing the signs that are told, at the ends of what the printed number allows?"""
    (crossing,) = reading.statements
    signs = []
    for (place, sign), end in zip(counterexample.point, crossing.interval, strict=True):
        value = told(place.split(" = ")[1])
        assert near(value, number(end, {}))
        found = number(crossing.expression, {crossing.unknown: value * number(crossing.unit, {})})
        signs.append("positive" if found > 0 else "negative")
        assert signs[-1] == sign
    wanted = ["negative", "positive"] if crossing.rising else ["positive", "negative"]
    return signs != wanted and counterexample.lhs == " then ".join(signs)


def changes_of_sign(curve: Any, at: Values, steps: int = 2000) -> int:
    """How often a curve changes sign between the ends of its interval, its scale being 1."""
    low, high = number(curve.low, {}), number(curve.high, {})
    places = (low + (high - low) * (k + mpmath.mpf("0.37")) / steps for k in range(steps))
    values = [number(curve.expression, {**at, curve.scale: mpmath.mpf(1), curve.unknown: x}) > 0 for x in places]
    return sum(one is not other for one, other in pairwise(values))


def another_zero(reading: Reading, counterexample: Counterexample) -> bool:
    """Does a curve change its sign as often as it has zeros, where the claim has none?"""
    ((parameter, text),) = counterexample.point
    (curve,) = reading.statements
    assert name(curve.parameter) == parameter
    found = changes_of_sign(curve, {curve.parameter: told(text)})
    return counterexample.rhs == "none" and counterexample.lhs == {1: "a zero"}.get(found, f"{found} zeros")


def zero_elsewhere(reading: Reading, counterexample: Counterexample) -> bool:
    """Does the only zero lie where it is told, and outside what the print allows?"""
    ((_, text),) = counterexample.point
    (curve,) = reading.statements
    at, step = told(text), mpmath.mpf("1e-8")
    ends = [number(curve.expression, {curve.scale: mpmath.mpf(1), curve.unknown: x}) for x in (at - step, at + step)]
    low, high = (number(end, {}) for end in curve.interval)
    return ends[0] * ends[1] < 0 and changes_of_sign(curve, {}) == 1 and not low <= at <= high


def all_satisfied(reading: Reading, counterexample: Counterexample) -> bool:
    """Do equations that are said to exclude each other, or those of another route and what they lead to, hold at the point?"""
    (statement,) = reading.statements
    if isinstance(statement, Contradiction):
        equations = statement.equations
    else:
        assert isinstance(statement, OnlyRoute)
        equations = (statement.target, *(eq for _, move in statement.rivals for eq in facts(move)))
    at = point(counterexample, set().union(*(eq.symbols for eq in equations)))
    assert admissible(at), at
    told_of = [eq for eq in equations if eq.symbols <= set(at)]
    return len(told_of) > 1 and all(near(number(eq.lhs, at), number(eq.rhs, at)) for eq in told_of)


def case_left_out(reading: Reading, counterexample: Counterexample) -> bool:
    """Is a proposition false for the truth values that are told?"""
    (statement,) = reading.statements
    values = {letter: dict(counterexample.point)[meaning] == "true" for letter, meaning in statement.meanings}
    return _truth(statement.proposition, values) is False


def _truth(proposition: Any, values: dict[sympy.Symbol, bool]) -> bool:
    if isinstance(proposition, sympy.Symbol):
        return values[proposition]
    parts = [_truth(part, values) for part in proposition.args]
    if isinstance(proposition, sympy.Not):
        return not parts[0]
    joined = {sympy.And: operator.and_, sympy.Or: operator.or_}
    return reduce(joined[type(proposition)], parts)


def tends_elsewhere(reading: Reading, counterexample: Counterexample) -> bool:
    """Does a quotient that should have a limit come nearer to the one that is told, and not to the claimed one?"""
    (statement,) = reading.statements
    symbols = statement.expression.free_symbols | statement.coefficient.free_symbols
    at = point(counterexample, symbols)
    limits = told(counterexample.lhs), told(counterexample.rhs)
    assert near(number(statement.coefficient, at), limits[1])
    far = [mpmath.mpf(10) ** k for k in (4, 6, 8)]
    found = [
        abs(number(statement.expression, {**at, statement.variable: j}) / j**statement.exponent - limits[0])
        for j in far
    ]
    return found[2] < found[1] / 50 < found[0] / 2500 and not near(*limits)


def pearson(reading: Reading, counterexample: Counterexample) -> bool:
    """Is the coefficient, computed anew, the one that is told, and below the least that is claimed?"""
    column = next(s for s in reading.statements if s.kind == "Pearson")
    xs, ys = ([number(v, {}) for v in values] for values in (column.xs, column.ys))
    dx, dy = ([v - mpmath.fsum(values) / len(values) for v in values] for values in (xs, ys))
    r = mpmath.fdot(dx, dy) / mpmath.sqrt(mpmath.fdot(dx, dx) * mpmath.fdot(dy, dy))
    return mpmath.nstr(r, 4) == counterexample.lhs.removeprefix("r = ") and r < number(column.least, {})


def ground_state(reading: Reading, counterexample: Counterexample) -> bool:
    """κ from the root of W'_{1/κ,1/2}(2κ/q), by mpmath: is κ² over the formula the quotient that is told, and not 1?"""
    (statement,) = reading.statements
    ((_, text),) = counterexample.point
    q = told(text)

    def slope(kappa: Any) -> Any:
        return mpmath.diff(lambda z: mpmath.whitw(1 / kappa, mpmath.mpf(1) / 2, z), 2 * kappa / q)

    kappa = mpmath.findroot(slope, mpmath.log(q))
    quotient = kappa**2 / number(statement.formula, {statement.ratio: q})
    said = re.match(r"[\d.]+", counterexample.lhs)
    assert said is not None
    return abs(quotient - mpmath.mpf(said[0])) < mpmath.mpf("1e-7") and quotient < mpmath.mpf("0.9")


BY_METHOD: dict[str, tuple[Callable[[Reading, Counterexample], bool], ...]] = {
    "counterexample in ball arithmetic": (false_relation, tends_elsewhere),
    "Sturm's theorem": (wrong_sign, another_zero, zero_elsewhere),
    "certified signs": (signs_of_the_curve,),
    "common solution": (all_satisfied,),
    "another derivation": (all_satisfied,),
    "truth table": (case_left_out,),
    "exact correlation": (pearson,),
    "certified ground state": (ground_state,),
}
NUMBERS = ("enclosure outside the printed interval", "inputs within their rounding")


def contradiction(reading: Reading, verdict: Verdict, units: Any) -> None:
    """Raises AssertionError unless independent arithmetic finds the reading false where, and as, the evidence says."""
    found = verdict.evidence.counterexample
    assert found is not None, "a refutation without a counterexample"
    with mpmath.workdps(DIGITS):
        if verdict.evidence.method in NUMBERS:
            assert outside(reading, found, units), (verdict.name, found)
            return
        check_point(reading, found)
        routes = BY_METHOD[verdict.evidence.method]
        fitting = [route for route in routes if _fits(route, reading, found)]
        assert any(route(reading, found) for route in fitting), (verdict.name, found)


def _fits(route: Callable[..., bool], reading: Reading, found: Counterexample) -> bool:
    kinds = {type(s).__name__ for s in reading.statements}
    wanted = {
        "false_relation": {"Relation"}, "tends_elsewhere": {"Leading"}, "wrong_sign": {"OnInterval"},
        "another_zero": {"RootsFor", "Threshold"}, "zero_elsewhere": {"OnlyRoot"},
    }.get(route.__name__)  # fmt: skip
    return wanted is None or bool(wanted & kinds)
