"""The solution of (s^k y_i)' = s^k F_i(s, y) with y(0) given, enclosed on steps of s ≥ 0 by Picard's operator.

Why it encloses the solution: on a step the models S of y are a convex set of continuous functions.  The operator
y ↦ y(0) + s^-k ∫ s^k F(s, y) ds maps it into itself, which is checked with models; its images have bounded slopes, so that by
Schauder's theorem it has a fixed point in S, and that solves the equation.  F is smooth on the closed set of values of S:
two solutions that agree at the start agree as long as they stay in it (Gronwall), so that a solution cannot leave it by another way.
The kernel s^-k ∫ s^k is bounded by s for k ≥ 0, also at the singular start.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from flint import arb, arb_poly

from verify.errors import GiveUp
from verify.odes.taylor_models import Model, Step, exactly

ORDER = 28
BITS = 256
TOLERANCE = arb(2) ** -110
"""Of the last term of a series, as a part of the first."""
MOST_TRIES = 8
MOST_WIDTHS = 12
SLACK = 2.0**20
MARGIN = arb(2) ** -20, arb(2) ** -230
"""By which the coefficients are widened, as parts of their radii and of the size: for what is rounded."""


@dataclass(frozen=True)
class Piece:
    """The functions on one step that begins at `start`."""

    start: Fraction
    models: tuple[Model, ...]

    @property
    def end(self) -> Fraction:
        return self.start + self.models[0].step.h


class System(Protocol):
    """Equations of the first order; at a singular start they have weights k."""

    def right_sides(self, start: Fraction, models: Sequence[Model]) -> list[Model]:
        """F on the step that begins there.  Raises GiveUp."""

    def weights(self, start: Fraction) -> Sequence[arb]:
        """The k of each of them; where one is not 0, the function is 0 at the start."""

    def last_width(self) -> arb | None:
        """How wide a step is on which the solution ends, once that is near."""


def taken(system: System, start: Fraction, values: Sequence[arb], most: Fraction) -> Piece:
    """One step from the values at the start, not wider than `most`.  Raises GiveUp if none is certain."""
    series = _series(system, start, values)
    last = system.last_width()
    if last is not None:
        piece = _enclosed(system, start, values, series, _short(float(last)))
        if piece is not None:
            return piece
    h = _width(series, most)
    found = None
    for _ in range(MOST_WIDTHS):
        piece = _enclosed(system, start, values, series, h)
        if piece is None:
            h = h / 4
            continue
        found = piece
        too_wide = _excess(piece)
        if too_wide <= 1:
            break
        h = _short(float(h) * 0.9 * too_wide ** (-1 / ORDER))
    if found is None:
        raise GiveUp(f"the solution could not be followed beyond {float(start):.6g} from its start")
    return found


def _excess(piece: Piece) -> float:
    """How many times wider the rests are at the end of the step than the tolerance asks."""
    most = 0.0
    for model in piece.models:
        largest = _largest(model)
        rest = model.coefficient(ORDER).rad() * exactly(model.step.h) ** ORDER
        most = max(most, float((rest / (TOLERANCE * largest)).upper()) if largest > 0 else 0.0)
    return most / SLACK


def _series(system: System, start: Fraction, values: Sequence[arb]) -> tuple[Model, ...]:
    """Taylor's polynomials of the solution at the start."""
    step = Step(Fraction(0), ORDER)
    models = tuple(step.constant(value) for value in values)
    for _ in range(ORDER):
        models = _image(system, start, values, models)
        if not all(model.is_finite() for model in models):
            raise GiveUp("the right sides of the differential equations are not smooth at the start")
    return models


def _image(system: System, start: Fraction, values: Sequence[arb], models: Sequence[Model]) -> tuple[Model, ...]:
    step = models[0].step
    slopes = system.right_sides(start, models)
    return tuple(
        step.constant(value) + slope.integrated(weight)
        for value, slope, weight in zip(values, slopes, system.weights(start), strict=True)
    )


def _width(series: Sequence[Model], most: Fraction) -> Fraction:
    """At which the last terms are as small as the tolerance asks, if they go on so: a guess, which is then checked."""
    widths = []
    for model in series:
        sizes = [abs(model.coefficient(k)).upper() for k in range(ORDER + 1)]
        scale = next((size for size in sizes if size > 0), None)
        for k in (ORDER - 1, ORDER):
            if scale is not None and sizes[k] > 0:
                widths.append(float((TOLERANCE * scale / sizes[k]) ** (arb(1) / k)))
    if not widths:
        return most
    return min(most, _short(min(widths)))


def _short(width: float) -> Fraction:
    """A dyadic fraction a little below."""
    mantissa, exponent = math.frexp(width)
    return int(mantissa * 2**24) * Fraction(2) ** (exponent - 24)


def _enclosed(
    system: System, start: Fraction, values: Sequence[arb], series: Sequence[Model], h: Fraction
) -> Piece | None:
    """Models on the step that Picard's operator maps into themselves."""
    step = Step(h, ORDER)
    tried = tuple(_widened(Model(step, model.poly)) for model in series)
    for _ in range(MOST_TRIES):
        try:
            image = _image(system, start, values, tried)
        except (GiveUp, ZeroDivisionError, ValueError):  # a series is not divided by one that may begin with zero
            return None
        if not all(model.is_finite() for model in image):
            return None
        if all(model.contains(found) for model, found in zip(tried, image, strict=True)):
            return Piece(start, image)
        tried = tuple(_widened(found, model) for model, found in zip(tried, image, strict=True))
    return None


def _largest(model: Model) -> arb:
    """The size of the largest term at the end of the step."""
    h = exactly(model.step.h)
    return max((abs(c * h**k).upper() for k, c in enumerate(model.poly.coeffs())), default=arb(0))


def _widened(model: Model, also: Model | None = None) -> Model:
    """The same with wider coefficients, the later the wider: the error of one is handed on to those after it.

    The last one is doubled, and holds that of `also`.
    """
    parts, size = MARGIN
    h = exactly(model.step.h)
    largest = _largest(model)
    wider = []
    for k in range(ORDER):
        c = model.coefficient(k)
        wider.append(c + arb(0, (c.rad() * parts * (k + 1) + largest * size * (4 / h) ** k).upper()))
    rest = model.coefficient(ORDER)
    rest = rest if also is None else rest.union(also.coefficient(ORDER))
    room = rest.rad() + abs(rest).upper() / 64 + largest * size * (4 / h) ** ORDER
    return Model(model.step, arb_poly([*wider, rest + arb(0, room.upper())]))
