"""The two ways in which the engine says that it cannot go on: a wrong encoding, and what is beyond a procedure."""

from __future__ import annotations


class ClaimError(ValueError):
    """A claim, symbol or number is encoded wrongly: our mistake, not the paper's."""


class GiveUp(Exception):
    """A procedure meets something outside its reach, or a limit of size.  It never means "false"; the message says what it met."""
