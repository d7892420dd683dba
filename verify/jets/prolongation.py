"""Laws and their derivatives, and of which derivatives of which functions a system of laws is one.

A law that is said of every value of its variables may be differentiated.  How often each law of a system has to be,
before the system determines the highest derivatives of as many functions as there are laws, is found as for
differential-algebraic equations: an assignment of laws to functions, and the least offsets c of the laws and k of the
functions with k_j − c_i not below the order of function j in law i (J. D. Pryce, BIT 41, 2001).  If the Jacobian of the laws
with respect to these derivatives is not singular at a point that satisfies the laws differentiated up to c times,
there is one local solution through the point for every choice of the other functions, and its further derivatives are
those that the laws differentiated further leave: by the implicit function theorem and Picard's.  A law of complex values is two
for a real function, so that each real function needs a real law of its own.

With several variables no law is differentiated for that (c = 0), and the derivatives are those by one variable, of the
highest order that any law has: the theorem of Cauchy and Kovalevskaya, for laws that are analytic, as all that are
read in jets are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, permutations, product, repeat
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.jets.reading import Jet, NoJets, Reader, is_composite, jets_in
from verify.normal_form.signs import sign_set

Law = tuple[sympy.Expr, sympy.Expr]
MOST_LAWS = 4
MOST_CHOICES = 120
MOST_ROUNDS = 20
MOST_EQUATIONS = 16


@dataclass(frozen=True)
class Structure:
    """How often each law is differentiated, the order of each function that the laws determine, and the Jacobian."""

    offsets: tuple[int, ...]
    orders: dict[AppliedUndef, int]
    determinant: sympy.Expr
    theorem: str


def highest(expressions: Sequence[Any]) -> dict[AppliedUndef, int]:
    """The highest order of a derivative of each function."""
    found: dict[AppliedUndef, int] = {}
    for jet in jets_in(expressions):
        found[jet.application] = max(found.get(jet.application, 0), jet.order)
    return found


def structure(laws: Sequence[Law], reader: Reader) -> Structure | None:
    """How the laws determine functions; None where it is not known that they do."""
    if not all(reader.is_smooth(side) for law in laws for side in law):
        return None
    known = _without_composites(laws)
    if known is None:
        return None
    functions = sorted(set().union(*known), key=sympy.default_sort_key)
    if not laws or len(laws) > MOST_LAWS:
        return None
    choices = [
        choice
        for choice in islice(permutations(functions, len(laws)), MOST_CHOICES)
        if all(f in orders for f, orders in zip(choice, known, strict=True))
    ]
    choices.sort(key=lambda choice: -sum(orders[f] for f, orders in zip(choice, known, strict=True)))
    wide = {v for f in functions for v in f.args}
    for choice in choices:
        if any(set(f.args) != wide for f in choice) or not all(map(_has_as_many, choice, laws, repeat(reader))):
            continue
        found = _of_one_variable if len(wide) == 1 else _of_several
        made = next(found(laws, known, choice, reader), None)
        if made is not None:
            return made
    return None


def _without_composites(laws: Sequence[Law]) -> list[dict[AppliedUndef, int]] | None:
    """The highest orders of each law in its functions, V(x(t)) left aside; None where that says nothing of its solutions.

    V may be any smooth function with the derivatives that it has at the place.  With one in hand V(x(t)) is of no order in a law that has
    derivatives of x.  Of V at two functions this is not known, as they may be at one place.
    """
    found = list[dict[AppliedUndef, int]]()
    inside: dict[Any, Any] = {}
    for law in laws:
        orders = highest(law)
        composite = {f for f in orders if is_composite(f)}
        if any(orders.get(g, 0) < 1 or inside.setdefault(f.func, g) != g for f in composite for g in f.args):
            return None
        found.append({f: order for f, order in orders.items() if f not in composite})
    return found


def _has_as_many(function: AppliedUndef, law: Law, reader: Reader) -> bool:
    """Is the law one equation for the function?  With complex values it is two for a real one."""
    return not function.is_real or sign_set(reader.lettered(law[0]) - reader.lettered(law[1])) is not None


def _of_one_variable(
    laws: Sequence[Law], known: Sequence[dict[AppliedUndef, int]], choice: tuple[AppliedUndef, ...], reader: Reader
) -> Iterator[Structure]:
    offsets = [0] * len(laws)
    for _ in range(MOST_ROUNDS):
        orders = {f: max(o[f] + c for o, c in zip(known, offsets, strict=True) if f in o) for f in choice}
        following = [orders[f] - o[f] for f, o in zip(choice, known, strict=True)]
        if following == offsets:
            break
        offsets = following
    else:
        return
    leading = [[Jet(f, (orders[f] - c,)) for f in choice] for c in offsets]
    determinant = _determinant(laws, leading, reader)
    if determinant is not None:
        yield Structure(tuple(offsets), orders, determinant, "Picard's theorem")


def _of_several(
    laws: Sequence[Law], known: Sequence[dict[AppliedUndef, int]], choice: tuple[AppliedUndef, ...], reader: Reader
) -> Iterator[Structure]:
    orders = {f: max(o[f] for o in known if f in o) for f in choice}
    for variable in choice[0].args:
        row = [Jet(f, tuple(orders[f] if v == variable else 0 for v in f.args)) for f in choice]
        determinant = _determinant(laws, [row] * len(laws), reader)
        if determinant is not None:
            yield Structure((0,) * len(laws), orders, determinant, "the theorem of Cauchy and Kovalevskaya")


def _determinant(laws: Sequence[Law], leading: Sequence[Sequence[Jet]], reader: Reader) -> sympy.Expr | None:
    """That of the slopes of the laws by the derivatives, in letters; None if it is zero."""

    def slope(law: Law, jet: Jet) -> sympy.Expr:
        if any(n < 0 for n in jet.orders):
            return sympy.S.Zero
        return sympy.diff(reader.lettered(law[0]) - reader.lettered(law[1]), reader.letter(jet))

    rows = [[slope(law, jet) for jet in row] for law, row in zip(laws, leading, strict=True)]
    determinant = sympy.Matrix(rows).det(method="berkowitz")
    return None if sympy.expand(determinant) == 0 else determinant


def is_said(law: Law, earlier: Sequence[Law], reader: Reader) -> bool:
    """Is the law one of the earlier ones, or a derivative of one?  Then it says nothing that these do not."""
    order = max(highest(law).values(), default=0)
    for other in earlier:
        more = order - max(highest(other).values(), default=0)
        try:
            derived = tuple(prolonged(other, more, reader)) if more >= 0 else ()
        except NoJets:
            continue
        if any(sympy.expand(law[0] - law[1] - (left - right)) == 0 for left, right in derived):
            return True
    return False


def prolonged(law: Law, times: int, reader: Reader) -> Iterator[Law]:
    """The law and its derivatives up to an order, by the variables of its functions."""
    plain = (jet.application for jet in jets_in(law) if not is_composite(jet.application))
    variables = sorted({v for application in plain for v in application.args}, key=sympy.default_sort_key)
    count = 0
    for orders in sorted(product(range(times + 1), repeat=len(variables)), key=sum):
        if sum(orders) > times:
            continue
        count += 1
        if count > MOST_EQUATIONS:
            raise NoJets
        counts = [(v, sympy.Integer(n)) for v, n in zip(variables, orders, strict=True) if n]
        yield law if not counts else (_side(law[0], counts, reader), _side(law[1], counts, reader))


def _side(side: sympy.Expr, counts: Sequence[Any], reader: Reader) -> sympy.Expr:
    spoken = side.free_symbols
    if any(v not in spoken for v, _ in counts):
        return sympy.S.Zero
    return reader.differentiated(side, *counts)
