"""How the engine says that it cannot go on: a wrong encoding, input at fault, and what is beyond a procedure."""

from __future__ import annotations


class ClaimError(ValueError):
    """A claim, symbol or number is encoded wrongly: our mistake, not the paper's."""


class UndecidableCondition(ClaimError):
    """A condition that no procedure evaluates at a point: the line that rests on it stays open, and no other."""


class BadInput(ValueError):
    """The input is at fault, not the mathematics: one sentence says what, where, and what was expected."""


class GiveUp(Exception):
    """A procedure meets something outside its reach, or a limit of size.  It never means "false"; the message says what it met."""
