r"""What a printed line claims, for a reader who has nothing but the line.

`verify.latex.reader` reads relations; here they become claims that can be decided, or are refused:

- what the print only supposes, "(x>0)" or "for x > 0", is a condition of its claims; behind it
  stand further bounds at most, for anything else may be the next claim;
- units stand on both sides and are converted exactly, 1 km = 1000 m; a unit on one side alone
  says what the other side is measured in, which nothing here knows;
- a side that ends in O(x^n) is a statement about an order, one that ends in dots is none;
- \log without a base is read three times, to base e, 10 and 2;
- a definition, an implication, and an inequality or a value behind a comma (a claim or a
  condition?) are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import sympy
from sympy.functions.elementary.trigonometric import TrigonometricFunction

from verify.grammar.glyphs import LETTERS
from verify.grammar.parser import ParseError, Relation, build, check_length, safe_product
from verify.grammar.tokens import is_condition_word, normalise, tokenize, unwrapped
from verify.grammar.unit_marks import common_unit
from verify.latex.reader import Ambiguous, names_in, parse_chains
from verify.latex.rounded import refuse_rounded
from verify.regularity.written import noticing
from verify.terms.openness import linked

IMPLICATIONS = {r"\Rightarrow", r"\implies", r"\Leftrightarrow", r"\iff"}
DEFINITIONS = {":=", r"\coloneqq"}
RELATIONAL = {"=": sympy.Eq, "!=": sympy.Ne, "<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge}
SIGNS = {
    (">", 1): "positive", (">=", 1): "nonnegative", ("<", 1): "negative", ("<=", 1): "nonpositive",
    ("<", -1): "positive", ("<=", -1): "nonnegative", (">", -1): "negative", (">=", -1): "nonpositive",
}  # fmt: skip
"""What `x relation 0` (1) and `0 relation x` (-1) say of x."""
COUNTERS = {*"nmkljpqNM", r"\ell"}
"""Letters that beside π stand for a whole number as a rule."""


@dataclass(frozen=True)
class PageClaim:
    """One link of the print, without units, and the conditions under which it is claimed.

    `other_bases` are the same link with \\log to base 10 and 2, where the print has such a logarithm.
    """

    link: Relation
    conditions: tuple[Any, ...] = ()
    other_bases: tuple[Relation, ...] = ()


def claims_on_page(source: str, symbols: Mapping[str, Any], linked: Iterable[Any] = ()) -> list[PageClaim]:
    """The claims of a printed line; names that `symbols` does not know are real quantities.

    `linked` are relations that say something of several symbols at once.

    Raises ParseError for what is no claim, and Ambiguous for what may be read in two ways.
    """
    texts = [token.text for token in tokenize(unwrapped(check_length(source)))]
    symbols = printed_as_commands(symbols)
    refuse_absent(source, symbols, linked)
    if IMPLICATIONS & set(texts):
        raise ParseError("an implication is no single claim", expected="its conclusion, and its premises as conditions")
    if DEFINITIONS & set(texts):
        raise ParseError("a definition is nothing to decide", expected="lhs = rhs")
    with noticing():  # what this first look loses is lost again below, with the signs that are known by then
        known = {**_signed(_flat(_chains(source, symbols)), symbols), **symbols}
    chains = _chains(source, known)
    links = _flat(chains)
    _refuse_claims_behind_conditions(chains, source)
    _refuse_lists([chain for chain in chains if not chain[0].condition])
    others: list[list[Relation]] = []
    if _has_bare_logarithm(texts):
        others = [_flat(_chains(source, known, sympy.Integer(base))) for base in (10, 2)]
    _refuse_substitutions(links)
    _refuse_real_counts(links, symbols)
    _refuse_odd_roots(links)
    for link in links:
        refuse_rounded(link)
    _refuse_second_meanings(texts, symbols)
    conditions = tuple(_conditions(link for link in links if link.condition))
    return [
        PageClaim(_without_units(link), conditions, tuple(_without_units(other[place]) for other in others))
        for place, link in enumerate(links)
        if not link.condition
    ]


def printed_as_commands(symbols: Mapping[str, Any]) -> dict[str, Any]:
    r"""Symbols under their names and, where these spell a letter, theta or omega_0, under \theta and \omega_{0}."""
    found = dict(symbols)
    for name, symbol in symbols.items():
        letter, mark, subscript = name.partition("_")
        if letter in LETTERS:
            found.setdefault(normalise(rf"\{letter}_{{{subscript}}}" if mark else rf"\{letter}"), symbol)
    return found


def refuse_absent(source: str, symbols: Mapping[str, Any], relations: Iterable[Any]) -> None:
    """A declared name that does not stand in the line says nothing of it: perhaps it is printed otherwise.

    A relation such as x < R brings names with it that stand beside one of the line.
    """
    printed = names_in(source, symbols)
    present = {symbol for name, symbol in symbols.items() if normalise(name) in printed}
    present = linked(present, (relation.free_symbols for relation in relations))
    absent = sorted(name for name, symbol in symbols.items() if symbol not in present and not name.startswith("\\"))
    if absent:
        raise ParseError(
            f"{absent[0]} is declared but does not stand in the line", expected="the name as it is printed"
        )


def _chains(source: str, symbols: Mapping[str, Any], log_base: Any = None) -> list[list[Relation]]:
    chains = parse_chains(source, symbols, log_base=log_base)
    for link in _flat(chains):
        if link.relation == "≡":
            _refuse_definition(link)
    return chains


def _flat(chains: list[list[Relation]]) -> list[Relation]:
    return [link for chain in chains for link in chain]


def _refuse_definition(link: Relation) -> None:
    sides = [side for side in (link.lhs, link.rhs) if side is not None]
    if any(side.is_Symbol for side in sides) or not any(side.free_symbols for side in sides):
        raise Ambiguous(r"\equiv", "an identity", "a definition or a congruence", 1)


def _has_bare_logarithm(texts: list[str]) -> bool:
    return any(text in (r"\log", "log") and after != "_" for text, after in zip(texts, [*texts[1:], ""], strict=True))


def _signed(links: list[Relation], symbols: Mapping[str, Any]) -> dict[str, Any]:
    """Symbols with the sign that a condition x > 0 gives them."""
    facts: dict[str, dict[str, bool]] = {}
    for link in links:
        for side, other, way in ((link.lhs, link.rhs, 1), (link.rhs, link.lhs, -1)):
            sign = SIGNS.get((link.relation, way))
            if link.condition and sign and side is not None and side.is_Symbol and other == 0:
                facts.setdefault(side.name, {})[sign] = True
    return {
        name: build(1, lambda said=said, name=name: sympy.Symbol(name, real=True, **said))
        for name, said in facts.items()
        if name not in symbols
    }


def _conditions(links: Any) -> Any:
    for link in links:
        if link.relation not in RELATIONAL or link.lhs is None or link.lhs_unit or link.rhs_unit or link.truncated:
            raise ParseError(f"the condition has the relation {link.relation!r}, a unit or dots", expected="x > 0")
        condition = build(1, RELATIONAL[link.relation], link.lhs, link.rhs)
        if condition == sympy.false:
            raise ParseError(f"the condition {link.lhs} {link.relation} {link.rhs} never holds")
        if condition != sympy.true:
            yield condition


def _refuse_lists(chains: list[list[Relation]]) -> None:
    """x = y, x > 0: behind a comma an inequality, or a value of a symbol, may be a condition as well as a claim."""
    for link in _flat(chains) if len(chains) > 1 else ():
        lone = any(side is not None and side.is_Symbol for side in (link.lhs, link.rhs))
        if link.relation not in ("=", "≡") or lone:
            raise Ambiguous("a line of several relations", "all are claims", "some are conditions", 1)


def _refuse_claims_behind_conditions(chains: list[list[Relation]], source: str) -> None:
    """x^2 = x for x > 0, x = 1: behind the first condition, another one or another claim?

    Further conditions are taken for such only if they are bounds on single symbols.
    """
    one, other = "it belongs to the conditions", "it is a claim of its own"
    words = [token for token in tokenize(unwrapped(source)) if is_condition_word(token)]
    if len(words) > 1:
        raise Ambiguous(words[1].text, "a further condition", "the condition of another claim", words[1].column)
    behind = False
    for chain in chains:
        if behind and not (chain[0].condition and all(map(_is_bound, chain))):
            raise Ambiguous("what stands behind a condition", one, other, 1)
        behind = behind or chain[0].condition


def _refuse_substitutions(links: list[Relation]) -> None:
    """d/dx (xy) where y = x^2: is y put in before or after it is differentiated?"""
    sides = [side for link in links for side in (link.lhs, link.rhs) if side is not None]
    over = {
        variable
        for side in sides
        for part in side.atoms(sympy.Derivative, sympy.Integral)
        for variable in (part.variables if isinstance(part, sympy.Derivative) else part.bound_symbols)
    }
    for link in links:
        free = {letter for side in (link.lhs, link.rhs) if side is not None for letter in side.free_symbols}
        if link.condition and link.relation in ("=", "≡") and free & over:
            raise Ambiguous("the condition on a variable", "it holds before a derivative or integral", "after it", 1)


def _refuse_real_counts(links: list[Relation], symbols: Mapping[str, Any]) -> None:
    r"""n!, (-1)^n, \cos n\pi, \sum^n: n is a whole number to many readers, and a real one here unless it is declared."""
    for side in (side for link in links for side in (link.lhs, link.rhs) if side is not None):
        for part in sympy.preorder_traversal(side):
            for letter in sorted(_counting(part), key=str):
                if letter.name not in symbols and not letter.is_integer:
                    raise Ambiguous(letter.name, "a whole number", "any real number", 1)


def _counting(part: Any) -> set[Any]:
    """The letters of a term that stand where a whole number stands as a rule."""
    if isinstance(part, (sympy.Sum, sympy.Product)):
        limits = [end for _, *ends in part.limits for end in ends]
        return {letter for end in limits for letter in end.free_symbols}
    if isinstance(part, (sympy.factorial, sympy.factorial2, sympy.binomial)):
        return set(part.free_symbols)
    if isinstance(part, sympy.Pow) and (part.base.is_negative or part.base == sympy.I):
        return set(part.exp.free_symbols)
    turns = isinstance(part, (sympy.exp, TrigonometricFunction)) and part.args[0].has(sympy.pi)
    return set(part.free_symbols) if turns and {letter.name for letter in part.free_symbols} <= COUNTERS else set()


def _refuse_odd_roots(links: list[Relation]) -> None:
    """x^{1/3} of a real x: the real root to many readers, the principal one here."""
    for side in (side for link in links for side in (link.lhs, link.rhs) if side is not None):
        for power in side.atoms(sympy.Pow):
            exponent = power.exp
            odd = exponent.is_Rational and exponent.q > 1 and exponent.q % 2
            if odd and power.base.is_real and not power.base.is_nonnegative and power.base.free_symbols:
                raise Ambiguous("an odd root of what may be negative", "the real root", "the principal one", 1)


def _refuse_second_meanings(texts: list[str], symbols: Mapping[str, Any]) -> None:
    r"""A declared e with an exponent that is no number; h beside \hbar, which are one constant."""
    powers = [index for index in range(len(texts) - 2) if texts[index : index + 2] == ["e", "^"]]
    unclear = any(not re.fullmatch("[0-9]+", "".join(_group(texts, index + 2))) for index in powers)
    if "e" in symbols and powers and (unclear or {r"\ln", r"\log"} & set(texts)):
        raise Ambiguous("e^…", "a power of the declared e", "the exponential", 1)
    if {"h", r"\hbar"} <= set(texts) and not {"h", r"\hbar"} & symbols.keys():
        raise Ambiguous(r"h beside \hbar", r"one constant, h = 2\pi\hbar", "two quantities", 1)


def _group(texts: list[str], index: int) -> list[str]:
    """The texts in the braces at `index`, up to the first brace that closes, or the one text there."""
    return (
        texts[index + 1 : texts.index("}", index)] if texts[index] == "{" and "}" in texts[index:] else [texts[index]]
    )


def _is_bound(link: Relation) -> bool:
    """Whether a relation between single symbols and numbers says anything but that they are equal."""
    sides = [side for side in (link.lhs, link.rhs) if side is not None]
    return link.relation in ("!=", "<", "<=", ">", ">=") and all(side.is_Symbol or side.is_number for side in sides)


def _without_units(link: Relation) -> Relation:
    """The same link between numbers, both in one unit."""
    if not (link.lhs_unit or link.rhs_unit):
        return link
    if link.lhs_unit is None or link.rhs_unit is None:
        unit = link.lhs_unit or link.rhs_unit
        raise ParseError(f"the unit {unit} stands on one side only", expected="units on both sides, or on none")
    left, right = common_unit(link.lhs_unit, link.rhs_unit)
    lhs, rhs = safe_product((left, link.lhs), 1), safe_product((right, link.rhs), 1)
    return replace(link, lhs=lhs, rhs=rhs, lhs_unit=None, rhs_unit=None)
