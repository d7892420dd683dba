"""A sequence that takes long to find, kept as far as somebody has asked for it: whoever asks next gets the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verify.points.plan import Point


class Drawn:
    """The points that `draw` yields, which are the same each time that it is called."""

    def __init__(self, draw: Callable[[], Iterator[Point]]) -> None:
        self._draw = draw
        self._begin()

    def _begin(self) -> None:
        self._known: list[Point] = []
        self._rest = self._draw()

    def first(self, count: int) -> Iterator[Point]:
        """Up to `count` of them, each a copy."""
        for place in range(count):
            while place >= len(self._known):
                if not self._draw_one():
                    return
            yield dict(self._known[place])

    def _draw_one(self) -> bool:
        try:
            point = next(self._rest, None)
        except BaseException:
            self._begin()  # what interrupted it is no end of the sequence
            raise
        if point is not None:
            self._known.append(point)
        return point is not None
