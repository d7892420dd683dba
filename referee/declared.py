r"""Lines that only a declaration of the author makes readable: differentials, \nabla under a symmetry, \propto as something changes.

Three lines of the notation answer what such a formula leaves open: `d = differentials(constants=(K, gamma))` says that dT is the
differential of T, and what is constant; `space = sphere(r, theta, phi)`, or `cylinder(rho, phi, z)`, in which coordinates \nabla
differentiates; and a function with its `variables=(r,)` on the left of \propto what changes.  A formula is read so if the author has
filled in every name in it, and it has one reading then; every other one stays as it was, open with its question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from referee.author_notation import Entry
from referee.chains import Link
from referee.draft_claims import NEEDS_PREMISES, DraftClaim, doubted
from referee.draft_notation import FILL_IN, DraftSymbol
from referee.python_source import NotWritten, python_source
from verify.errors import ClaimError
from verify.grammar.parser import ParseError, Relation
from verify.latex.reader import parse_latex
from verify.quantities.dimension import NotFilledIn
from verify.quantities.symbols import function, symbol
from verify.vocabulary.coordinates import Frame, cylinder, sphere
from verify.vocabulary.differentials import Differentials, DifferentialSymbol

UNKNOWN = NotFilledIn()
FRAMES = {"sphere": sphere, "cylinder": cylinder}
SIGNS = (r"\nabla", r"\propto", r"\mathrm{d}", "d")


@dataclass(frozen=True)
class Declared:
    """What the author has filled in of the notation."""

    entries: tuple[Entry, ...]

    @cached_property
    def letters(self) -> dict[str, Any]:
        """The symbols that are said to be some, by their Python names."""
        found = (one for one in self.entries if one.is_said and one.maker == "symbol")
        return {
            one.python: symbol(
                one.python, one.printed, FILL_IN, UNKNOWN, **{"positive" if one.is_positive else "real": True}
            )
            for one in found
        }

    @cached_property
    def functions(self) -> dict[str, Any]:
        """The functions that run over symbols, by their LaTeX."""
        by_latex = {one.latex: self.letters[one.python] for one in self.entries if one.python in self.letters}
        found = {}
        for one in self.entries:
            if one.maker == "function" and one.is_said and one.over and all(v in by_latex for v in one.over):
                over = tuple(by_latex[v] for v in one.over)
                found[one.latex] = function(one.python, one.printed, FILL_IN, UNKNOWN, variables=over, real=True)
        return found

    @cached_property
    def names(self) -> dict[str, Any]:
        """What each name means alone: a function in its short form stands at its variables."""
        alone = {one.latex: self.letters[one.python] for one in self.entries if one.python in self.letters}
        return alone | {latex: made(*made.variables) for latex, made in self.functions.items()}

    @cached_property
    def process(self) -> tuple[str, Differentials] | None:
        """The one `d = differentials(constants=...)` with its Python name, of declared symbols."""
        found = [one for one in self.entries if one.maker == "differentials"]
        if len(found) != 1 or not all(name in self.letters for name in found[0].over):
            return None
        return found[0].python, Differentials(tuple(self.letters[name] for name in found[0].over))

    @cached_property
    def frame(self) -> Frame | None:
        """The one frame of coordinates, of declared symbols."""
        found = [one for one in self.entries if one.maker in FRAMES]
        if len(found) != 1 or not all(name in self.letters for name in found[0].over):
            return None
        try:
            return FRAMES[found[0].maker](*(self.letters[name] for name in found[0].over))
        except (ClaimError, TypeError, ValueError):
            return None


def declared(author: Sequence[Entry]) -> Declared | None:
    """What the author has said that such lines need; None where nothing is."""
    said = Declared(tuple(author))
    return said if said.process is not None or said.frame is not None or said.functions else None


def declared_claim(missing: DraftClaim, link: Link, said: Declared) -> DraftClaim | None:
    """The claim that a formula makes with these declarations; None where it needs none of them, or is not read with them alone."""
    if link.question or not any(sign in link.text for sign in SIGNS):
        return None
    try:
        found = parse_latex(
            link.text,
            said.names,
            said.functions,
            strict=True,
            differential=said.process and said.process[1],
            frame=said.frame,
        )
        return _written(missing, found, link, said)
    except (ParseError, ClaimError, NotWritten):
        return None


def of_a_letter_d(claim: DraftClaim, said: Declared | None, symbols: Mapping[str, DraftSymbol]) -> DraftClaim:
    """A line that was read with d as a quantity, in a paper whose author has declared it as the sign of differentials."""
    read = symbols.get("d")
    if said is None or said.process is None or read is None or read.python not in claim.names:
        return claim
    return doubted(claim, "d may mean two things: a differential or a quantity of its own")


def _written(missing: DraftClaim, found: Any, link: Link, said: Declared) -> DraftClaim | None:
    if not isinstance(found, list) or len(found) != 1:
        return None
    (one,) = found
    if one.lhs is None or one.condition or one.truncated or one.lhs_unit or one.rhs_unit or one.order is not None:
        return None
    sides = one.lhs, one.rhs
    if any(side.has(sympy.Integral, sympy.Sum, sympy.Product, sympy.Subs) for side in sides):
        return None
    if one.relation == "∝":
        return _proportional(missing, one, said)
    has_d = any(isinstance(s, DifferentialSymbol) for side in sides for s in side.free_symbols)
    if one.relation not in ("=", "≡") or not (has_d or r"\nabla" in link.text):
        return None
    made = _with_sides(missing, *(_as_written(side, said) for side in sides))
    return replace(made, why=NEEDS_PREMISES) if link.inner else replace(made, kind="given")


def _proportional(missing: DraftClaim, one: Relation, said: Declared) -> DraftClaim | None:
    """A function on the left is what it is at each value of its variables, if one of them stands on the right."""
    over = getattr(one.lhs.func, "variables", None) if isinstance(one.lhs, AppliedUndef) else None
    if not over or one.lhs.args != over or not all(one.rhs.has(v) for v in over):
        return None
    made = _with_sides(missing, one.lhs, one.rhs)
    return replace(made, kind="proportional", says=", ".join(v.name for v in over))


def _as_written(side: Any, said: Declared) -> Any:
    """With d(T) for every differential."""
    if said.process is None:
        return side
    made = sympy.Function(said.process[0])
    known = {s: made(s.of) for s in side.free_symbols if isinstance(s, DifferentialSymbol)}
    return side.xreplace(known)


def _with_sides(missing: DraftClaim, lhs: Any, rhs: Any) -> DraftClaim:
    names = {s.name for side in (lhs, rhs) for s in side.free_symbols}
    names |= {one.func.__name__ for side in (lhs, rhs) for one in side.atoms(AppliedUndef)}
    return replace(missing, lhs=python_source(lhs), rhs=python_source(rhs), names=frozenset(names))
