"""How many examples a property has: as many as its test names in a thorough run, a third of them otherwise."""

from __future__ import annotations

from hypothesis import settings

THOROUGH = "thorough"
FEWEST = 5


def examples(number: int) -> int:
    """The `max_examples` of a test, from the number that it has under `--hypothesis-profile=thorough`."""
    if settings.get_current_profile_name() == THOROUGH:
        return number
    return min(number, max(FEWEST, number // 3))
