"""Spoils a claim by one realistic slip, to see whether its check would notice.

A check that cannot fail proves nothing.  Each kind of slip below turns one statement of a
reading into a different one; the reading is then judged again from the same premises.  A
mutant is *killed* when it is refuted.  One that is proved is a survivor: if the spoiled
side is proved equal to the original, the slip changed nothing and the mutant is
equivalent; otherwise the claim says less than it seems to, and the audit shows that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import sympy

from verify.decide import Finding
from verify.digits import printed
from verify.exact import prove_equal
from verify.facts import Facts
from verify.judge import Settings, judge
from verify.readings import Reading
from verify.statements import Contradiction, Logic, Relation, Statement, Value
from verify.symbols import ClaimError
from verify.verdicts import Mutants, Outcome, Survivor
from verify.wording import name, words

MOST_PER_KIND = 2
REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}

Spoiled = tuple[str, sympy.Expr]


@dataclass(frozen=True)
class Mutant:
    """A reading with one slip in it, and the slip in words."""

    slip: str
    reading: Reading
    statement: Statement
    original: Statement


# --- slips in an expression: each yields (what was done, spoiled expression) --------------------


def wrong_sign(expression: sympy.Expr) -> Iterator[Spoiled]:
    """The sign of the whole, or of one term of a sum."""
    terms = sympy.Add.make_args(expression)
    if len(terms) == 1:
        yield "wrong sign", -expression
        return
    for term in terms:
        yield f"sign of the term {words(term)}", expression - 2 * term


def wrong_factor(expression: sympy.Expr) -> Iterator[Spoiled]:
    """A factor that is often lost."""
    yield "factor 2", 2 * expression
    yield "factor 1/2", expression / 2


def lost_4pi(expression: sympy.Expr) -> Iterator[Spoiled]:
    """The 4π between unit systems."""
    yield "factor 4π", 4 * sympy.pi * expression


def wrong_exponent(expression: sympy.Expr) -> Iterator[Spoiled]:
    """One symbol with an exponent one too high."""
    for symbol in _symbols(expression):
        yield f"exponent of {name(symbol)} too high", expression * symbol
        yield f"exponent of {name(symbol)} too low", expression / symbol


def missing_square(expression: sympy.Expr) -> Iterator[Spoiled]:
    """A square that was not written."""
    for node in _powers(expression):
        yield f"missing square of {words(node.base)}", expression.xreplace({node: node.base ** (node.exp / 2)})


def swapped_symbols(expression: sympy.Expr) -> Iterator[Spoiled]:
    """Two symbols of the expression interchanged."""
    symbols = _symbols(expression)
    for first, second in pairwise(symbols):
        spoiled = expression.subs({first: second, second: first}, simultaneous=True)
        yield f"{name(first)} and {name(second)} interchanged", spoiled


def dropped_term(expression: sympy.Expr) -> Iterator[Spoiled]:
    """One term of a sum left out."""
    terms = sympy.Add.make_args(expression)
    if len(terms) > 1:
        for term in terms:
            yield f"term {words(term)} left out", expression - term


def inverted_ratio(expression: sympy.Expr) -> Iterator[Spoiled]:
    """A ratio upside down."""
    if expression != 0:
        yield "upside down", 1 / expression


def wrong_function(expression: sympy.Expr) -> Iterator[Spoiled]:
    """Sine for cosine, and their like."""
    pairs = ((sympy.sin, sympy.cos), (sympy.cos, sympy.sin), (sympy.sinh, sympy.cosh), (sympy.cosh, sympy.sinh))
    for function, other in pairs:
        for node in sorted(expression.atoms(function), key=sympy.default_sort_key):
            yield f"{other.__name__} for {function.__name__}", expression.xreplace({node: other(*node.args)})


SLIPS: dict[str, Callable[[sympy.Expr], Iterator[Spoiled]]] = {
    "sign": wrong_sign,
    "factor": wrong_factor,
    "4π": lost_4pi,
    "exponent": wrong_exponent,
    "square": missing_square,
    "interchange": swapped_symbols,
    "term": dropped_term,
    "inversion": inverted_ratio,
    "function": wrong_function,
}


def _symbols(expression: sympy.Expr) -> list[sympy.Symbol]:
    return sorted(expression.free_symbols, key=lambda s: s.name)


def _powers(expression: sympy.Expr) -> list[sympy.Pow]:
    powers = [p for p in expression.atoms(sympy.Pow) if p.exp.is_Integer and p.exp % 2 == 0]
    return sorted(powers, key=sympy.default_sort_key)


# --- slips in a statement ---------------------------------------------------------------------


def spoil(reading: Reading) -> Iterator[Mutant]:
    """Every mutant of a reading, in a fixed order, with at most two of a kind for each statement."""
    for index, statement in enumerate(reading.statements):
        for slip, spoiled in _spoil_statement(statement):
            statements = (*reading.statements[:index], spoiled, *reading.statements[index + 1 :])
            yield Mutant(slip, replace(reading, statements=statements), spoiled, statement)


def _spoil_statement(statement: Statement) -> Iterator[tuple[str, Statement]]:
    if isinstance(statement, Relation):
        yield from _spoil_relation(statement)
    elif isinstance(statement, Value):
        yield from _spoil_value(statement)
    elif isinstance(statement, Logic):
        yield from _spoil_logic(statement)
    elif isinstance(statement, Contradiction):
        yield from _spoil_contradiction(statement)


def _spoil_relation(relation: Relation) -> Iterator[tuple[str, Relation]]:
    if relation.rel in REVERSED:
        yield "inequality reversed", replace(relation, rel=REVERSED[relation.rel])
        yield "equality instead of inequality", replace(relation, rel="==")
        return
    side = "rhs" if relation.rhs != 0 else "lhs"
    expression = getattr(relation, side)
    for slip in SLIPS.values():
        made = 0
        for what, spoiled in slip(expression):
            if made == MOST_PER_KIND:
                break
            if spoiled == expression or spoiled.has(sympy.zoo, sympy.nan, sympy.oo):
                continue
            made += 1
            yield f"{what} in {words(expression)}", replace(relation, **{side: spoiled})


def _spoil_value(value: Value) -> Iterator[tuple[str, Value]]:
    quantity = value.quantity
    for what, spoiled in (
        ("wrong sign", -quantity),
        ("factor 2", 2 * quantity),
        ("factor 1/2", quantity / 2),
        ("factor 4π", 4 * sympy.pi * quantity),
        ("power of ten", 10 * quantity),
        ("power of ten too low", quantity / 10),
    ):
        yield what, replace(value, quantity=spoiled)
    digits = printed(value.number)
    if value.interval == digits.interval:
        for what, shift in (("last digit too high", 1), ("last digit too low", -1)):
            low, high = (end + shift * digits.last_digit for end in value.interval)
            yield what, replace(value, interval=(low, high))


def _spoil_logic(statement: Logic) -> Iterator[tuple[str, Logic]]:
    proposition = statement.proposition
    yield "negated", replace(statement, proposition=sympy.Not(proposition))
    for old, new, what in ((sympy.Or, sympy.And, "'and' for 'or'"), (sympy.And, sympy.Or, "'or' for 'and'")):
        for node in sorted(proposition.atoms(old), key=sympy.default_sort_key)[:MOST_PER_KIND]:
            yield f"{what} in {node}", replace(statement, proposition=proposition.xreplace({node: new(*node.args)}))
    for letter, _ in statement.meanings:
        for node in sorted(proposition.atoms(sympy.And, sympy.Or), key=sympy.default_sort_key)[:1]:
            spoiled = node.xreplace({letter: sympy.Not(letter)})
            yield f"{letter} negated in {node}", replace(statement, proposition=proposition.xreplace({node: spoiled}))


def _spoil_contradiction(statement: Contradiction) -> Iterator[tuple[str, Contradiction]]:
    for index, equation in enumerate(statement.equations):
        rest = statement.equations[:index] + statement.equations[index + 1 :]
        yield f"({equation.label}) left out", replace(statement, equations=rest)


# --- trying them ------------------------------------------------------------------------------


def try_mutants(reading: Reading, settings: Settings) -> Mutants:
    """Judges every mutant of a reading that holds and counts the killed ones."""
    survivors: list[Survivor] = []
    made = 0
    for mutant in spoil(reading):
        made += 1
        finding = _judged(mutant, replace(settings, quick=True))
        if finding is not None and finding.outcome is not Outcome.REFUTED:
            survivors.append(_explained(mutant, finding))
    return Mutants(made, made - len(survivors), tuple(survivors))


def _judged(mutant: Mutant, settings: Settings) -> Finding | None:
    """None if the spoiled reading is not even a claim (an empty domain, say): such a slip is noticed."""
    try:
        return judge(mutant.reading, settings)
    except ClaimError:
        return None


def _explained(mutant: Mutant, finding: Finding) -> Survivor:
    if _equivalent(mutant):
        return Survivor(mutant.slip, "equivalent: the slip does not change the value of the expression", True)
    if finding.outcome is Outcome.PROVED:
        return Survivor(mutant.slip, "also follows from the premises: the claim is vacuous in this respect", False)
    return Survivor(mutant.slip, f"not decided: {finding.evidence.detail}", False)


def _equivalent(mutant: Mutant) -> bool:
    old, new = mutant.original, mutant.statement
    if isinstance(old, Relation) and isinstance(new, Relation) and old.rel == new.rel:
        facts = Facts.of(mutant.reading)
        before, after = (facts.parametrisation.apply(r.lhs - r.rhs) for r in (old, new))
        return prove_equal(before, after) is not None or prove_equal(before, -after) is not None
    return False


def repairs(reading: Reading, settings: Settings) -> Iterator[Mutant]:
    """Single slips that, made once more, turn a refuted reading into one that is proved."""
    for mutant in spoil(reading):
        finding = _judged(mutant, replace(settings, quick=True))
        if finding is not None and finding.outcome is Outcome.PROVED:
            yield mutant
