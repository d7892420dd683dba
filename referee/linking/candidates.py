"""Premises that a line may follow from, for the engine to decide: those that its words name, and those that define its symbols.

A candidate is proposed where the sides of the line agree at points of `points`, and it is as small as these points allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, product
from typing import Any

from sympy.core.function import AppliedUndef

from referee.linking.points import Line, NoNumber, Point, Value, Values, agree_at_points, letters, put_law, solved

MOST_WAYS = 24
MOST_DEFINITIONS = 3
MOST_LETTERS = 4
MOST_PREMISES = 6
MOST_FACTORED = 500
"""Lines that are solved for other letters than those that stand alone, too."""
MOST_TURNED = 1000
"""Lines that are solved for one of their letters in one draft."""
MOST_ASKED = 4000
"""Ways that are looked at in one draft, so that a long one takes no longer for each of its lines."""


@dataclass
class Earlier:
    """The lines before the one that is asked about, by the letters to which they give a value, the last one first."""

    lines: dict[str, Line] = field(default_factory=dict)
    values: dict[Any, list[Value]] = field(default_factory=dict)
    holding: dict[Any, list[Line]] = field(default_factory=dict)
    """The lines by the letters that they hold, the last one first; in a long draft those that stand solved for none."""
    laws: dict[Any, list[tuple[Line, Any]]] = field(default_factory=dict)
    """The lines that give a function its values, f(x) = x**2, by the function, the last one first; with f(x)."""
    turns: dict[tuple[str, Any], Any] = field(default_factory=dict)
    """What a line says that a letter of it is, once it was asked for."""
    said: dict[frozenset[Any], str] = field(default_factory=dict)
    """The first line that has these two sides."""
    old: set[Any] = field(default_factory=set)
    """The letters of all of them."""
    left: int = MOST_ASKED

    def add(self, line: Line) -> None:
        """Takes a line among those that come before."""
        self.lines[line.label] = line
        self.said.setdefault(frozenset((line.lhs, line.rhs)), line.label)
        own = letters(line.lhs, line.rhs)
        self.old |= own
        for letter in own if not line.pivots or len(self.lines) <= MOST_FACTORED else ():
            self.holding.setdefault(letter, []).insert(0, line)
        for letter, value in line.pivots:
            if not value.is_number:  # x = 0 holds at one place, as a rule, and says nothing of others
                self.values.setdefault(letter, []).insert(0, (line, value))
            if is_law(letter):
                self.laws.setdefault(letter.func, []).insert(0, (line, letter))
        for letter, value in line.factors if not line.pivots and len(self.lines) <= MOST_FACTORED else ():
            if not value.is_number:  # a line that stands solved for the letter goes before
                self.values.setdefault(letter, []).append((line, value))

    def repeated(self, line: Line) -> str:
        """The label of a line that says the same in the same letters; empty if none does."""
        return self.said.get(frozenset((line.lhs, line.rhs)), "")

    def by_symbols(self, line: Line, rests: bool = False) -> tuple[str, ...]:
        """Labels of definitions from which the line may follow; empty if there are none.

        Where the line must rest on something (`rests`), x = 0 is asked as well, which elsewhere holds at one place.  What says
        what a new letter is follows from nothing: whatever the lines before it say, the letter may have another value.
        """
        if any(letter not in self.old and not self._has_law(letter) for letter, _ in line.pivots):
            return ()
        own = letters(line.lhs, line.rhs)
        if not any(letter in self.values or letter in self.holding or self._has_law(letter) for letter in own):
            return ()
        for head in chain(self._ways(own), self._turned(line, own, rests)):
            if not self._may_ask():
                break
            given = Values(head, self.values, self.laws)
            if used := agree_at_points(line.lhs, line.rhs, given):
                return self._least(line, given, used)
        return ()

    def _has_law(self, letter: Any) -> bool:
        return bool(self.laws) and any(one.func in self.laws for one in letter.atoms(AppliedUndef))

    def _may_ask(self) -> bool:
        self.left -= 1
        return self.left >= 0

    def used_by(self, line: Line) -> tuple[str, ...]:
        """The definitions of all symbols of a line, if every one of them has numbers; empty where a letter of it is new."""
        point = Point(Values({}, self.values, self.laws))
        try:
            if not letters(line.lhs, line.rhs) <= self.old or point.agree(line.lhs, line.rhs):
                return ()
        except NoNumber:
            return ()
        found = tuple(sorted(point.used, key=lambda label: self.lines[label].place))
        return found if len(found) <= MOST_PREMISES else ()

    def _turned(self, line: Line, own: set[Any], rests: bool) -> Iterator[dict[Any, Value]]:
        """The values that a letter of the line has by one of the last lines, those with most of its letters first."""
        near: dict[str, Line] = {}
        for letter in sorted(own, key=str):
            found = self.holding.get(letter, ())[:MOST_DEFINITIONS]
            near |= {one.label: one for one in found if rests or not any(value.is_number for _, value in one.pivots)}
        shared = {one.label: own & letters(one.lhs, one.rhs) for one in near.values()}
        for one in sorted(near.values(), key=lambda one: (-len(shared[one.label]), -one.place))[:MOST_LETTERS]:
            for letter in sorted(shared[one.label], key=lambda part: (part.is_Symbol, str(part)))[:MOST_LETTERS]:
                if (value := self._turn(one, letter)) is not None:
                    yield {letter: (one, value)}

    def _turn(self, line: Line, letter: Any) -> Any | None:
        if (line.label, letter) not in self.turns and len(self.turns) >= MOST_TURNED:
            return None
        if (line.label, letter) not in self.turns:
            self.turns[line.label, letter] = solved(line, letter)
        return self.turns[line.label, letter]

    def _ways(self, own: set[Any]) -> Iterator[dict[Any, Value]]:
        """The values that a letter may have where several lines define it, one letter at a time: of the line and of its definitions."""
        yield {}
        reached = set(own)
        for letter in own & self.values.keys():
            reached |= letters(self.values[letter][0][1])
        several = [letter for letter in reached & self.values.keys() if len(self.values[letter]) > 1]
        for letter in sorted(several, key=lambda one: (one not in own, str(one)))[:MOST_LETTERS]:
            for other in self.values[letter][1:MOST_DEFINITIONS]:
                yield {letter: other}
        for letter in sorted(own - self.values.keys(), key=str):
            laws = self.laws.get(letter.func, ()) if isinstance(letter, AppliedUndef) else ()
            for line, applied in laws[1:MOST_DEFINITIONS]:
                if (value := put_law(letter, line, applied)) is not None:
                    yield {letter: (line, value)}

    def by_words(self, line: Line, labels: Sequence[str]) -> tuple[str, ...]:
        """Of the lines that the words name, with the definitions of symbols, those from which the line may follow."""
        premises = [self.lines[label] for label in labels if label in self.lines]
        for chosen in _chosen(premises) if self._may_ask() else ():
            for more, laws in (({}, {}), (self.values, self.laws)):
                if not self._may_ask():
                    return ()
                given = Values(chosen, more, laws)
                if used := agree_at_points(line.lhs, line.rhs, given):
                    return self._least(line, given, used, labels)
        return ()

    def _least(self, line: Line, given: Values, used: Iterable[str], named: Sequence[str] = ()) -> tuple[str, ...]:
        """The labels that are needed for the agreement, those that the words do not name left out first."""
        kept = set(used)
        order = sorted(kept, key=lambda label: (label in named, self.lines[label].place))
        for label in order:
            left = replace(given, only=frozenset(kept - {label}))
            if (fewer := agree_at_points(line.lhs, line.rhs, left)) is not None:
                kept = set(fewer) & kept
        found = tuple(sorted(kept, key=lambda label: self.lines[label].place))
        return found if len(found) <= MOST_PREMISES else ()


def is_law(letter: Any) -> bool:
    """Whether a letter is a function of different symbols, so that what it equals holds of the function."""
    places = letter.args if isinstance(letter, AppliedUndef) else ()
    return bool(places) and all(one.is_Symbol for one in places) and len(set(places)) == len(places)


def _chosen(premises: Sequence[Line]) -> Iterator[dict[Any, Value]]:
    """Ways to give each of some lines a letter of its own, to which it gives a value."""
    columns: list[list[tuple[Any, Value]]] = []
    for line in premises:
        pivots = line.pivots
        alone = {letter for letter, _ in pivots}
        others = sorted(letters(line.lhs, line.rhs) - alone, key=str)
        turned = [(letter, value) for letter in others[:MOST_PREMISES] if (value := solved(line, letter)) is not None]
        columns.append([(letter, (line, value)) for letter, value in [*pivots, *turned]])
    if not columns or not all(columns):
        return
    for count, way in enumerate(product(*columns)):
        if count >= MOST_WAYS:
            return
        chosen = dict(way)
        if len(chosen) == len(premises):
            yield chosen
