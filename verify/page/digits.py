"""The latitude and the digits of an encoded number against those that are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.doubts.turning_words import leaves_latitude
from verify.grammar.parser import Relation as Printed
from verify.kinds.printed import MUCH
from verify.kinds.table import says
from verify.page.alone import is_number_of
from verify.quantities.digits import order_of_magnitude
from verify.quantities.digits import printed as read_digits
from verify.quantities.dimension import UnitSystem
from verify.vocabulary.readings import Claim
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Value

DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


def too_wide(links: list[Printed], claim: Claim, system: UnitSystem) -> str:
    """A number that is encoded with more latitude than its digits have, where the print gives it without any.

    ~ stands for an order of magnitude, ≪ for a factor of ten, and words may say "roughly"; = and ≈ say no more than digits.
    """
    for said in (s for s in claim.literal.statements if isinstance(s, Value)):
        digits = read_digits(said.number)
        wide = said.somewhere or said.interval not in (digits.interval, digits.allowed)
        if not wide or leaves_latitude(claim.printed):
            continue
        for link in links:
            if (says(link, said, system) or is_number_alone(link, said, system)) and not _is_estimate(link, said):
                some = ", for some of the inputs that round as printed" if said.somewhere else ""
                return f"the print gives {said.number} as it stands, the encoding {said.meaning}{some}"
    return ""


def _is_estimate(link: Printed, said: Value) -> bool:
    if link.relation == "~":
        low, high = order_of_magnitude(said.number)
        return bool(low <= said.interval[0] and said.interval[1] <= high)
    return link.relation in MUCH


def is_number_alone(link: Printed, statement: Statement, system: UnitSystem) -> bool:
    return isinstance(statement, Value) and is_number_of(link, statement, system)


def other_digits(formulas: Sequence[str], encoded: Sequence[Statement]) -> str:
    """What is wrong with the digits of a number that has the right value: 2.240 on the page is not "2.24"."""
    shown = [text.replace(".", "").lstrip("0") for formula in formulas for text in DECIMAL.findall(formula)]
    for statement in encoded:
        if isinstance(statement, Value) and statement.interval == read_digits(statement.number).interval:
            digits = re.split("[eE(]", statement.number)[0].lstrip("+-").replace(".", "").lstrip("0")
            same = [text for text in shown if text.rstrip("0") == digits.rstrip("0")]
            if same and digits not in same:
                return f"the page prints other digits than {statement.number}"
    return ""
