"""Referee: audits the mathematics of a physics paper, equation by equation.

For identities of your own: `referee.check_identity` and the decorator `referee.holds`.
They are imported when they are first used, so that the command line starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from referee.identities import Checked, check_identity, holds

__all__ = ["Checked", "check_identity", "holds"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from referee.places import stranger

        if found := stranger():
            raise ImportError(f"referee: {found}")
        from referee import identities

        return getattr(identities, name)
    raise AttributeError(f"module 'referee' has no attribute {name!r}")
