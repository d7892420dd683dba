"""Which claims of a paper rest on which, directly or through others: of thousands of claims in a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from verify.judging.inheritance import owner_of

Premises = Mapping[str, Iterable[str]]
"""The premises of each claim by its label, in print order."""


def with_premises(wanted: Iterable[str], premises: Premises) -> set[str]:
    """The claims that are wanted, and all that they rest on.

    >>> sorted(with_premises(["3"], {"1": (), "2": (), "3": ("1 (corrected)",)}))
    ['1', '3']
    """
    owners = _owners(premises)
    found = set(wanted)
    left = list(found)
    while left:
        more = owners[left.pop()] - found
        found |= more
        left += more
    return found


def affected(premises: Premises) -> dict[str, tuple[str, ...]]:
    """For each claim the other ones that rest on it, in print order.

    A set of claims is the bits of a number.  From the last claim to the first, each hands what rests on it to what it
    rests on; as a rule premises stand before, and a second round finds nothing new.

    >>> affected({"1": (), "2": ("1",), "3": ("2",)})
    {'1': ('2', '3'), '2': ('3',), '3': ()}
    """
    labels = list(premises)
    place = {label: index for index, label in enumerate(labels)}
    rests_on = [[place[owner] for owner in owners] for owners in _owners(premises).values()]
    reached = [0] * len(labels)
    before: list[int] = []
    while before != reached:
        before = list(reached)
        for index in reversed(range(len(labels))):
            for premise in rests_on[index]:
                reached[premise] |= reached[index] | 1 << index
    return {label: tuple(_picked(labels, reached[index] & ~(1 << index))) for label, index in place.items()}


def _owners(premises: Premises) -> dict[str, set[str]]:
    """For each claim the claims that its premises belong to."""
    found = {label: {owner_of(premise, premises) for premise in names} for label, names in premises.items()}
    return {label: {owner for owner in owners if owner is not None} for label, owners in found.items()}


def _picked(labels: Sequence[str], bits: int) -> Iterator[str]:
    """The labels at the places of the bits that are set."""
    digits = bin(bits)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield labels[place]
        place = digits.find("1", place + 1)
