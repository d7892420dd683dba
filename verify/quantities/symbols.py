"""What a paper writes: symbols and functions, each declared once with its meaning.

    m = symbol("m", r"m_{\\mathrm{e}}", "electron mass", MASS, positive=True)

A `PhysicalSymbol` is an ordinary SymPy symbol that also knows its LaTeX, its meaning
and its dimension.  Assumptions are always explicit: SymPy's silence about a symbol
means "complex", which no author of a physics paper means by saying nothing.

Identity: two symbols are equal when all that was declared of them is equal.  Otherwise SymPy's caches would hand one
paper the symbol of another, with that one's LaTeX and meaning.  A paper must not declare one name twice.

Every error here is a `ClaimError`: the encoding is bad, whatever the paper says.
"""

from __future__ import annotations

import copyreg
import difflib
import numbers
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import mpmath
import sympy
from sympy.core.assumptions import _assume_defined
from sympy.core.cache import cacheit
from sympy.core.facts import InconsistentAssumptions
from sympy.core.function import AppliedUndef, UndefinedFunction

from verify.errors import ClaimError
from verify.quantities.dimension import Dimension


class PhysicalSymbol(sympy.Symbol):  # type: ignore[misc]
    """A SymPy symbol with read-only `latex`, `meaning` and `dimension`; made by `symbol`."""

    __slots__ = ("_content", "_dimension", "_latex_text", "_meaning")

    def __new__(cls, name: str, latex: str, meaning: str, dimension: Dimension, **assumptions: bool) -> PhysicalSymbol:
        # Past SymPy's cache of symbols, which knows only name and assumptions.
        made: PhysicalSymbol = sympy.Symbol.__xnew__(cls, name, **assumptions)
        made._latex_text = latex
        made._meaning = meaning
        made._dimension = dimension
        return made

    @property
    def latex(self) -> str:
        """The symbol as the paper prints it."""
        return self._latex_text  # type: ignore[no-any-return]

    @property
    def meaning(self) -> str:
        """The quantity in a few words."""
        return self._meaning  # type: ignore[no-any-return]

    @property
    def dimension(self) -> Dimension:
        """The dimension, for every unit system at once."""
        return self._dimension  # type: ignore[no-any-return]

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, bool]]:
        return (self.name, self.latex, self.meaning, self.dimension), self._assumptions_orig

    def _hashable_content(self) -> tuple[Any, ...]:
        content: tuple[Any, ...] | None = getattr(self, "_content", None)
        if content is None:  # kept, as it is asked for at every comparison
            content = self._content = (*super()._hashable_content(), self.dimension.key, self.latex, self.meaning)
        return content

    @classmethod
    def class_key(cls) -> Any:
        """Sorts, and so prints, among plain symbols: π R² and not R² π."""
        return sympy.Symbol.class_key()

    @cacheit  # type: ignore[untyped-decorator]
    def sort_key(self, order: Any = None) -> Any:
        # The whole identity after the name, so that symbols of one name have an order that is the same in every run.
        identity = (self.name, self._hashable_content()[-3], self.latex, self._assumptions0, self.meaning)
        return self.class_key(), (1, identity), sympy.S.One.sort_key(), sympy.S.One

    def _latex(self, printer: Any) -> str:
        return self.latex


def symbol(name: str, latex: str, meaning: str, dimension: Dimension, **assumptions: bool) -> PhysicalSymbol:
    """Declares a symbol.

    At least one assumption must be given (`real=True`, `positive=True`, `integer=True`,
    `complex=True`, ...).  Raises ClaimError for an assumption that SymPy does not know,
    for contradictory ones, for an empty text and for a `dimension` that is none.
    """
    _check_texts(name, latex, meaning)
    _check_dimension(name, dimension)
    _check_assumptions(name, assumptions)
    return PhysicalSymbol(name, latex, meaning, dimension, **assumptions)


class PhysicalFunction(AppliedUndef):  # type: ignore[misc]
    """An undefined function applied to arguments, f(x); its class carries what `function` was told."""

    latex: str
    meaning: str
    dimension: Dimension
    arguments: tuple[Dimension, ...] | None
    subscripted = False
    """Whether it is printed with its arguments as subscripts, m_i and not m(i)."""
    variables: tuple[sympy.Symbol, ...] | None = None
    """The symbols over which it runs: what is said of it at these is said of every argument."""

    def __new__(cls, *args: Any, **options: Any) -> Any:
        if cls.arguments is not None and len(args) != len(cls.arguments):
            raise ClaimError(f"{cls.__name__} is applied to {len(args)} arguments, expected {len(cls.arguments)}")
        return super().__new__(cls, *args, **options)

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        inner = ", ".join(printer._print(arg) for arg in self.args)
        power = "" if exp is None else f"^{{{exp}}}"
        return rf"{self.latex}\left({inner}\right){power}"


class PhysicalFunctionClass(UndefinedFunction):  # type: ignore[misc]
    """The type of `function(...)`: an undefined function with LaTeX, meaning and dimension.

    SymPy works out hash and number of arguments anew, from every label, at each look into one of its caches: they are
    kept here.
    """

    def __hash__(cls) -> int:
        kept: int | None = vars(cls).get("_kept_hash")
        if kept is None:
            kept = cls._kept_hash = super().__hash__()
        return kept

    def __eq__(cls, other: object) -> bool:
        return cls is other or bool(super().__eq__(other))

    @property
    def nargs(cls) -> Any:
        kept = vars(cls).get("_kept_nargs")
        if kept is None:
            kept = cls._kept_nargs = super().nargs
        return kept


def function(
    name: str,
    latex: str,
    meaning: str,
    dimension: Dimension,
    *,
    arguments: tuple[Dimension, ...] | None = None,
    variables: tuple[PhysicalSymbol, ...] | None = None,
    subscripted: bool = False,
    **assumptions: bool,
) -> Any:
    """Declares an undefined function; call it to apply it: `psi = function("psi", ...); psi(x)`.

    `subscripted` says that print shows the arguments as subscripts (m_i is mass(i)).

    `dimension` is that of the value; `arguments`, where given, are those of the arguments
    and fix their number.  `variables=(H,)`, in their place, are the symbols over which the function runs: a line that
    has f(H) is said of every H, and f(H) = ... defines f, while f(H_c) is its value at one place.
    Assumptions are about the value and may not be left out.
    Raises ClaimError as `symbol` does, and for variables that are no different symbols.
    """
    if variables is not None:
        given = tuple(variables)
        if not all(isinstance(v, PhysicalSymbol) for v in given) or len(set(given)) < len(given) or arguments:
            raise ClaimError(f"function {name!r}: variables {given!r}; expected different symbols, and no arguments=")
        variables, arguments = given, tuple(v.dimension for v in given)
    _check_texts(name, latex, meaning)
    _check_dimension(name, dimension)
    _check_assumptions(name, assumptions)
    labels: dict[str, Any] = {"latex": latex, "meaning": meaning, "dimension": dimension, "arguments": arguments}
    if subscripted:
        labels["subscripted"] = True
    if variables is not None:
        labels["variables"] = variables
    if arguments is not None:
        for argument in arguments:
            _check_dimension(f"argument of {name}", argument)
        labels["nargs"] = len(arguments)
    return _make_function(name, labels, assumptions)


def _make_function(name: str, labels: dict[str, Any], assumptions: dict[str, bool]) -> Any:
    made = PhysicalFunctionClass(name, (PhysicalFunction,), {}, **labels, **assumptions)
    made._recipe = (name, labels, assumptions)
    return made


def _reduce_function(made: Any) -> tuple[Any, ...]:
    return _make_function, made._recipe


# A class that is made at run time pickles only through a reducer for its metaclass.
copyreg.pickle(PhysicalFunctionClass, _reduce_function)


def check_exact(expr: Any) -> Any:
    """The expression as SymPy holds it, if every number in it is exact.

    Accepts SymPy expressions, relations and matrices, Python integers and fractions, and
    tuples or lists of these.  Raises ClaimError for a float of any library, for text, for a `Subs` that is not what it
    was written as, and for infinity used as a number (`misused_infinity`); plain ±oo may stand as a limit.
    """
    if isinstance(expr, (tuple, list)):
        return sympy.Tuple(*(check_exact(item) for item in expr))
    exact = _to_sympy(expr)
    if not any(isinstance(node, LOOKED_AT) for node in _nodes(exact)):
        return exact
    for node in sympy.preorder_traversal(exact):
        if isinstance(node, sympy.Float):
            raise ClaimError(_float_message(_shortest(node), exact))
        if isinstance(node, sympy.Subs) and (variable := _taken_for_two(node)) is not None:
            raise ClaimError(
                f"{_clip(node)}: {variable} is a variable of this Subs, and stands in the place of another one; expected other "
                "names, as SymPy makes Subs(Subs(f, x, y), y, 2) one Subs with the places (y, 2)"
            )
    misused = misused_infinity(exact)
    if misused is not None:
        raise ClaimError(f"{misused} in {_clip(exact)}: the expression is undefined, expected a finite one")
    return exact


def _taken_for_two(at_a_place: Any) -> Any | None:
    """A variable of it that has two places, or stands in the place of another variable."""
    variables, places = at_a_place.variables, at_a_place.point
    for index, variable in enumerate(variables):
        others = (place for other, place in enumerate(places) if other != index)
        if variable in variables[:index] or any(place.has(variable) for place in others):
            return variable
    return None


def _nodes(expression: Any) -> Iterator[Any]:
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += getattr(node, "args", ())


LOOKED_AT = (
    *(sympy.Float, sympy.Subs, sympy.AccumBounds),
    *map(type, (sympy.oo, -sympy.oo, sympy.zoo, sympy.nan)),
)
"""What an exact expression has none of, or what has to be looked at in its place."""
MINUS_INFINITY = -sympy.oo
WITH_ENDS = (sympy.Tuple, sympy.Limit, sympy.core.relational.Relational, sympy.Interval)


def misused_infinity(thing: Any, at_top: bool = True) -> Any | None:
    """A part that is no number: infinity, what SymPy makes of it (zoo, nan, a range of values), or None.

    ±oo is no misuse as the end of a range: a limit of an integral or sum, the place of a limit, one side of
    an inequality, and `at_top`, where nothing is done with it.

    >>> k, x = sympy.symbols("k x")
    >>> misused_infinity(sympy.cos(sympy.oo) * x), misused_infinity(sympy.Sum(1 / k**2, (k, 1, sympy.oo)))
    (AccumBounds(-1, 1), None)
    """
    parts = [(thing, at_top)]
    while parts:
        part, may_be_infinite = parts.pop()
        if part is sympy.zoo or part is sympy.nan or isinstance(part, sympy.AccumBounds):
            return part
        if not may_be_infinite and (part is sympy.oo or part is MINUS_INFINITY):
            return part
        if args := getattr(part, "args", ()):
            ends = isinstance(part, WITH_ENDS)
            parts += [(arg, ends) for arg in args]
    return None


def may_be_infinite(symbol: Any) -> bool:
    """Do the assumptions on a symbol admit infinity?  `extended_real` does; a symbol without assumptions is a complex number.

    >>> may_be_infinite(sympy.Symbol("x", extended_real=True)), may_be_infinite(sympy.Symbol("x"))
    (True, False)
    """
    return bool(symbol.is_infinite or (symbol.is_extended_real and not symbol.is_finite))


def _to_sympy(expr: Any) -> Any:
    if isinstance(expr, sympy.Basic):
        return expr
    if isinstance(expr, sympy.MatrixBase):
        return expr.as_immutable()
    if isinstance(expr, bool):
        return sympy.true if expr else sympy.false
    if isinstance(expr, numbers.Rational):
        return sympy.Rational(int(expr.numerator), int(expr.denominator))
    if isinstance(expr, (numbers.Number, mpmath.mpf, mpmath.mpc)):
        raise ClaimError(_float_message(str(expr), expr))
    raise ClaimError(f"expression is {_clip(repr(expr))} of type {type(expr).__name__}, expected a SymPy expression")


def _float_message(text: str, inside: Any) -> str:
    return f"float {text} in {_clip(inside)}: write the decimal as printed, in quotes, through decimal('{text}')"


def _shortest(number: Any) -> str:
    """A SymPy float as an author would have typed it, for the error message only."""
    return repr(float(number)) if number._prec <= 53 else str(number)


def _clip(thing: Any, width: int = 100) -> str:
    text = str(thing)
    return text if len(text) <= width else text[: width - 1] + "…"


def _check_texts(name: str, latex: str, meaning: str) -> None:
    for what, text in (("name", name), ("latex", latex), ("meaning", meaning)):
        if not isinstance(text, str) or not text.strip():
            raise ClaimError(f"symbol {name!r}: {what} is {text!r}, expected a text that is not empty")
    if any(character.isspace() for character in name):
        raise ClaimError(f"symbol {name!r}: the name has a space in it, expected one word")


def _check_dimension(name: str, dimension: Any) -> None:
    if not isinstance(dimension, Dimension):
        raise ClaimError(f"symbol {name!r}: dimension is {dimension!r}, expected a Dimension such as verify.units.MASS")


def _check_assumptions(name: str, assumptions: dict[str, bool]) -> None:
    if not assumptions:
        raise ClaimError(
            f"symbol {name!r} has no assumption, expected at least one, such as real=True, positive=True, "
            "integer=True or complex=True (SymPy takes silence for complex)"
        )
    for fact, value in assumptions.items():
        if fact not in _assume_defined:
            raise ClaimError(f"symbol {name!r}: SymPy knows no assumption {fact!r}{_suggestion(fact)}")
        if not isinstance(value, bool):
            raise ClaimError(f"symbol {name!r}: {fact} is {value!r}, expected True or False")
    if not _is_consistent(frozenset(assumptions.items())):
        said = ", ".join(f"{fact}={value}" for fact, value in assumptions.items())
        raise ClaimError(f"symbol {name!r}: the assumptions {said} contradict each other")


@lru_cache(maxsize=1_000)
def _is_consistent(assumptions: frozenset[tuple[str, bool]]) -> bool:
    """Whether SymPy finds no contradiction in assumptions."""
    try:
        sympy.Symbol("x", **dict(assumptions))
    except InconsistentAssumptions:
        return False
    return True


def _suggestion(fact: str) -> str:
    close = difflib.get_close_matches(fact, sorted(_assume_defined), n=1)
    return f"; did you mean {close[0]!r}?" if close else f", expected one of {', '.join(sorted(_assume_defined))}"
