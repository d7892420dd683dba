r"""Which LaTeX may be the name of a quantity.

What the grammar reads by itself is no name.  If the author may say that x^2 stands for 3x, \sin x for cos x, or
\frac{m v^2}{3} for a quantity of its own, every print agrees with any encoding.  So such a spelling is not
taken over, and the formula is read as it stands; unless it means just that: the quantity is what the formula says, or
a line of the paper that is taken and not derived defines it so, perhaps in other units (a_m/a for a_m a_0/a, where a_m
is in atomic units).  Nor is a name another way to print a multiple of a quantity: \mathbf{E} is not −E.

Names are single letters with their accents, primes, subscripts and superscripts; these with arguments in
brackets, f(x, t), increments \Delta x and operators before a function, H\psi, where the letter is no quantity itself; products of vectors, derivatives and
sums over bonds, which the grammar does not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.encoding.paper import Paper
from verify.errors import ClaimError
from verify.grammar.glyphs import COMMAND_FUNCTIONS
from verify.grammar.parser import ParseError, shorten
from verify.kinds.printed import equal
from verify.latex.reader import parse_latex
from verify.page.of_paper import of_paper
from verify.quantities.dimension import ANY, PURE, DimensionError, NotFilledIn, UnitSystem, UnknownDimension
from verify.quantities.dimension_of import dimension_of
from verify.regularity.written import noticing
from verify.vocabulary.differentials import DifferentialSymbol
from verify.vocabulary.readings import Claim
from verify.vocabulary.statements import Relation
from verify.wording import words

LETTERS_OF_NUMBERS = {"e", "i", r"\pi"}
"""Letters that the grammar takes for numbers where they are not declared: a charge, an index, a momentum."""
INCREMENT = re.compile(r"(?P<sign>\\[Dd]elta(?![A-Za-z]))(?P<name>.+)")
APPLIED = re.compile(r"(?P<name>[^()]*[^()\s])\s*(?:\\left)?\((?P<inside>.*)\)")


def names_alone(
    names: Mapping[str, sympy.Expr], functions: Mapping[str, Any], paper: Paper, here: Sequence[Claim] = ()
) -> dict[str, sympy.Expr]:
    """The names less those that are formulas of other names, as this module says."""
    spoken = set().union(*(_spoken(claim) for claim in here))
    quantities = {name for name, meaning in names.items() if meaning in spoken} if here else set(names)
    suspects = [
        name
        for name, meaning in names.items()
        if (_is_suspect(name, quantities, functions) and not _is_differential(meaning, quantities))
        or _is_multiple(meaning)
    ]
    plain = {name: meaning for name, meaning in names.items() if name not in suspects}
    known, own = of_paper(paper), {claim.label for claim in here}

    def defined(quantity: sympy.Expr) -> Iterator[sympy.Expr]:
        """What other lines of the paper that are taken say that the quantity is."""
        return (s.rhs for label, s in known.taken(quantity) if s.rel == "==" and label not in own)

    kept = {
        name
        for name in suspects
        if not _is_multiple(names[name]) and _says(name, names[name], plain, functions, defined, paper.units)
    }
    return {name: meaning for name, meaning in names.items() if name in plain or name in kept}


def functions_alone(functions: Mapping[str, object]) -> dict[str, object]:
    """The functions whose names the grammar does not know: \\sin is none of a paper's own."""
    return {name: function for name, function in functions.items() if name not in COMMAND_FUNCTIONS}


def refuse_formulas(names: Mapping[str, Any], alone: Mapping[str, Any], own: Collection[Any]) -> None:
    """Raises ClaimError for what is no name although a claim contains what its author says that it stands for."""
    for name, meaning in names.items():
        spoken = {meaning} if isinstance(meaning, type) else meaning.free_symbols
        if any(isinstance(getattr(letter, "dimension", None), NotFilledIn) for letter in spoken):
            continue  # a name that a draft gave to what it could not read: the formula is read as it stands
        if name not in alone and spoken and all(letter in own for letter in spoken):
            raise ClaimError(
                f"the LaTeX {shorten(name)} is to stand for {words(meaning)}, but the grammar reads it by itself, or it is the name of "
                "another multiple; expected the name of one quantity, or a line of the paper that defines it as this formula"
            )


def _spoken(claim: Claim) -> set[sympy.Expr]:
    """The symbols of a line and of its premises: only these can be factors in what it prints."""
    read = claim.literal
    near = (equation.symbols for equation in read.by.leaves) if read.by is not None else ()
    return {s for s in set().union(*(s.letters() for s in read.statements), *near) if isinstance(s, sympy.Symbol)}


def _is_suspect(name: str, quantities: Collection[str], functions: Collection[str]) -> bool:
    r"""Whether the grammar reads the name as a formula; E(r) and H\psi are names where no quantity E or H stands beside them."""
    if not _is_read(name) or any(_is_operator_on(function, name, quantities) for function in functions):
        return False
    if (increment := INCREMENT.fullmatch(name.strip())) and not _is_read(increment["name"]):
        return increment["sign"] in quantities
    applied = APPLIED.fullmatch(name.strip())
    if applied is None or _is_read(applied["name"]):
        return True
    return applied["name"] in quantities


def _is_differential(meaning: Any, quantities: Collection[str]) -> bool:
    """Whether dT is the differential of T, in a line in which no quantity d stands."""
    return isinstance(meaning, DifferentialSymbol) and "d" not in quantities


def _is_operator_on(function: str, name: str, quantities: Collection[str]) -> bool:
    r"""Whether the name is that of an operator with the function behind it, H\psi."""
    operator = name.removesuffix(function).strip()
    return "" != operator != name and operator not in quantities and not _is_read(operator)


@lru_cache(maxsize=4096)
def _is_read(name: str) -> bool:
    """Whether the grammar reads it as more than one name."""
    if name in LETTERS_OF_NUMBERS:
        return False
    try:
        with noticing():  # what a name would need as a formula, no line needs
            found = parse_latex(name, {}, free=True)
    except (ParseError, ClaimError):
        return False
    return not isinstance(found, sympy.Symbol)


def _is_multiple(meaning: sympy.Expr) -> bool:
    """−E, 2E: a number times one quantity."""
    if isinstance(meaning, sympy.Tuple):
        return False
    number, rest = meaning.as_coeff_Mul()
    return bool(number != 1 and (rest.is_Symbol or isinstance(rest, AppliedUndef)))


def _says(
    name: str,
    meaning: sympy.Expr,
    names: Mapping[str, sympy.Expr],
    functions: Mapping[str, Any],
    defined: Callable[[sympy.Expr], Iterable[sympy.Expr]],
    system: UnitSystem,
) -> bool:
    """Whether the formula is what the name stands for, or what a line of the paper defines it to be."""
    try:
        with noticing():
            formula = parse_latex(name, names, functions)
    except (ParseError, ClaimError):
        return False
    if isinstance(formula, list):
        return False
    return _is_equal(formula, meaning) or any(_in_units(value, formula, system) for value in defined(meaning))


_is_equal = lru_cache(maxsize=1024)(equal)
"""Asked of the same few names for every line of a paper."""


def defined_by(claims: Iterable[Claim]) -> set[sympy.Expr]:
    """What some lines that are taken and not derived define: there the formula stands for itself."""
    taken = (claim for claim in claims if claim.basis is not None)
    return {s.lhs for claim in taken for s in claim.literal.statements if isinstance(s, Relation)}


def _in_units(value: Any, formula: Any, system: UnitSystem) -> bool:
    """Whether the two differ at most by units: by powers of other letters, such as a_0, that have a dimension."""
    factor = sympy.cancel(value / formula)
    if factor == 1:
        return True
    number, rest = factor.as_coeff_Mul()
    powers = rest.as_powers_dict()
    if number != 1 or not all(base.is_Symbol and exponent.is_Integer for base, exponent in powers.items()):
        return False
    try:
        return all(dimension_of(base, system) not in (ANY, PURE) for base in powers)
    except (DimensionError, UnknownDimension):
        return False
