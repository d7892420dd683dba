"""What is wrong with a line, in about five words: from the fault of its literal reading, or the change that mends it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from enum import IntEnum

from reports.decimals import prints, short, value_of
from reports.summary import honest_detail
from reports.text import first_sentences, is_formula, readable, sentence
from verify.verdicts import ClaimAudit, FaultKind, Outcome, Reason, Shape, Verdict

_PLACE = re.compile(r"( in the term \$[^$]*\$)?( on the (left|right))?$")
IF = "It holds if "
"""How a correction begins that is told as a condition."""
MANY = Decimal(100_000)
CLOSE = Decimal("0.2")
"""Numbers nearer than this part of themselves differ in their last digits."""
LONGEST_CLAUSE, SHORT_SIDES = 90, 16


class Weight(IntEnum):
    """Kinds of faults, the gravest first."""

    DIMENSION = 0
    STATEMENT = 1
    """What no change of one formula mends: an argument, an inequality, a condition."""
    FORMULA = 2
    NUMBER = 3
    MISPRINT = 4
    DIGITS = 5


GRAVEST = (
    "First come errors with which a later line falls, and sides that differ in dimension; then those on whose correction most later "
    "lines hang (a later line that is wrong itself is not lost by them); of equals, the kind decides: dimensions, a statement that no "
    "change of one formula mends, a formula, a number. Last come probable misprints, even where dimensions differ, and last digits."
)
"""By what findings are ranked, in every format."""


def mending(claim: ClaimAudit) -> str:
    """The one change that mends the line, in the judge's words; empty if none is known."""
    return "" if claim.mend is None else claim.mend.words


def corrected_line(claim: ClaimAudit) -> str | None:
    """The line that should be printed, in LaTeX: the correction of the encoding, or the line as the one change mends it."""
    if claim.correction and is_formula(claim.correction):
        return claim.correction
    return claim.mend.latex if claim.mend is not None and not is_authored(claim) else None


def is_authored(claim: ClaimAudit) -> bool:
    """Whether the words of the correction are the encoding's, and not the judge's for the change that mends the line."""
    told = (claim.correction or "").lower()
    return bool(told) and (claim.mend is None or not told.startswith(claim.mend.words.lower()))


def right_digits(claim: ClaimAudit) -> str | None:
    """The number that should be printed, as a plain decimal, where that is all that is wrong."""
    return None if claim.mend is None else claim.mend.number


def wrong_digits(claim: ClaimAudit) -> str | None:
    """The number of the page that is wrong; None if the page prints no such number."""
    point = claim.literal.evidence.counterexample
    if point is not None and point.shape is Shape.NUMBER and prints(claim.printed, point.rhs):
        return point.rhs
    return None


def fault(claim: ClaimAudit) -> str:
    """What is wrong, in about five words: those of the encoding, where it has some."""
    if told := next((reading.fault for reading in claim.readings if reading.fault and reading.holds), None):
        return told
    if claim.dimension.startswith("mismatch"):
        return _of_dimensions(claim.dimension)
    if not claim.readings:
        return "no reading recorded"
    reading = claim.literal
    if reading.outcome is Outcome.UNDECIDED:
        return f"not decided: {reading.evidence.reason or Reason.UNKNOWN}"
    return _mended(claim) or _number(claim) or _sides(reading) or _by_kind(claim, reading)


def _of_dimensions(told: str) -> str:
    if told.endswith("expected a pure number"):
        return "what must be a pure number has a dimension"
    return "an argument has the wrong dimension" if ": argument " in told else "the two sides differ in dimension"


def _mended(claim: ClaimAudit) -> str:
    words = mending(claim)
    if right_digits(claim):
        return ""
    if words.startswith("the sign in the term"):
        return "the sign of one term is wrong"
    return _too_much(claim, words) or (_PLACE.sub("", words).strip() if words and len(words) < 120 else "")


_MISSING = re.compile(
    r"a factor \$(?:\\frac\{1\}\{(?P<above>\d+)\}|(?P<below>\d+))\$ is missing on the (?P<side>left|right)"
)


def _too_much(claim: ClaimAudit, words: str) -> str:
    """Of a factor that is missing, that its inverse stands there: `the 2 in the denominator is too much`, of h/(2e) for h/e."""
    missing = _MISSING.fullmatch(words)
    point = claim.literal.evidence.counterexample
    if missing is None or point is None or point.sides is None:
        return ""
    side = point.sides[missing["side"] == "right"]
    if (number := missing["below"]) and re.search(rf"/(?:\({number}·|{number}$)", side):
        return f"the {number} in the denominator is too much"
    number = missing["above"]
    return f"a factor {number} too much" if number and re.match(rf"[-−]?{number}·", side) else ""


def _number(claim: ClaimAudit) -> str:
    """`the number is 8.1 times too large`, or that only its last digits are wrong."""
    told, point = claim.literal.evidence.fault, claim.literal.evidence.counterexample
    known = told is not None and told.kind is FaultKind.NUMBER
    try:
        ratio = (
            Decimal(told.value) if told and known else _quotient(point.lhs, point.rhs) if point is not None else None
        )
    except (InvalidOperation, ZeroDivisionError):
        ratio = None
    if point is None or point.shape is not Shape.NUMBER or ratio is None or ratio <= 0 or wrong_digits(claim) is None:
        return ""  # of a number that the page does not print nobody can say that it is too large
    if abs(ratio - 1) < CLOSE:
        digits = right_digits(claim)
        return f"rounds to {digits}" if digits and abs(ratio - 1) < Decimal("0.01") else f"off by {_percent(ratio)} %"
    off, word = (1 / ratio, "large") if ratio < 1 else (ratio, "small")
    return f"{_rounded(off)} times too {word}"


def _quotient(above: str, below: str) -> Decimal | None:
    first, second = value_of(above.rstrip("…")), value_of(below.rstrip("…"))
    return None if first is None or not second else first / second


def _percent(ratio: Decimal) -> str:
    return _rounded(abs(1 - 1 / ratio) * 100)


def _rounded(number: Decimal) -> str:
    if number >= MANY:
        return readable(f"{number:.1e}".replace("e+", "e"))
    text = f"{Decimal(f'{number:.1e}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sides(reading: Verdict) -> str:
    told, point = reading.evidence.fault, reading.evidence.counterexample
    if told is None:
        return ""
    value = readable(told.value)
    along = f" with {point.point[0][0]}" if point is not None and len(point.point) == 1 else ""
    return {
        FaultKind.SIGN: "the sign is wrong",
        FaultKind.MISSING: f"a factor {value} is missing",
        FaultKind.EXCESS: f"a factor {value} too much",
        FaultKind.SLOPE: f"it rises{along} where it should fall"
        if value == "positive"
        else f"it falls{along} where it should rise",
    }.get(told.kind, "")


_KINDS = {
    "logic": "the lines do not exclude each other",
    "uniqueness": "it follows another way, too",
    "cross-reference": "the lines disagree",
    "crossing": "the zero lies elsewhere",
    "root": "the zero lies elsewhere",
    "roots": "the value lies elsewhere",
    "step": "does not follow",
    "inequality": "the inequality fails",
    "ground state": "not the exact ground state",
    "leading order": "not the leading order",
    "value": "outside what is claimed",
    "sign": "the sign differs somewhere",
}


_SAID_BETTER = frozenset(("logic", "cross-reference", "crossing", "value"))


def _by_kind(claim: ClaimAudit, reading: Verdict) -> str:
    if (claim.correction or "").startswith("The opposite holds"):
        return "the opposite holds"
    if told := _not_at_least(reading):
        return told
    if (condition := condition_clause(claim)) and claim.kind not in _SAID_BETTER:
        return f"would hold if {condition}"
    if told := _numbers(reading) or _claimed(reading):
        return told
    if claim.kind in _KINDS:
        return _KINDS[claim.kind]
    return "a counterexample exists" if reading.evidence.counterexample else "refuted"


def condition_clause(claim: ClaimAudit) -> str:
    """The first clause of what would have to be so, of a correction that is told as a condition; empty if it is none."""
    told = claim.correction or ""
    if not told.startswith(IF):
        return ""
    clause = re.match(r".{3,}?(?=[,;:]\s|$)", first_sentences(told.removeprefix(IF), 0).removesuffix("."), re.DOTALL)
    found = clause[0].strip() if clause else ""
    return found if len(found) <= LONGEST_CLAUSE and found.count("$") % 2 == 0 else ""


_ORDERS = {"<=": "at most", ">=": "at least", ">": "greater than", "<": "less than"}


def _not_at_least(reading: Verdict) -> str:
    """`c is not always at least 1/2`, of an inequality between two short formulas."""
    told, point = reading.evidence.fault, reading.evidence.counterexample
    if told is None or told.kind is not FaultKind.ORDER or point is None or point.sides is None:
        return ""
    left, right = point.sides
    if told.value not in _ORDERS or len(left) + len(right) > SHORT_SIDES or not re.search(r"[^\W\d_]", left):
        return ""
    return readable(f"{left} is not always {_ORDERS[told.value]} {right}")


def _numbers(reading: Verdict) -> str:
    """`−0.006055, where at least −0.0005806 is needed`, of an inequality whose sides are numbers or too long to be told."""
    told, point = reading.evidence.fault, reading.evidence.counterexample
    if told is None or told.kind is not FaultKind.ORDER or told.value not in _ORDERS or point is None:
        return ""
    left, right = value_of(point.lhs), value_of(point.rhs)
    if left is None or right is None or left == right:
        return ""
    found, bound = (readable(short(number)).replace("-", "−") for number in (point.lhs, point.rhs))
    return f"{found}, where {_ORDERS[told.value]} {bound} is needed"


_OUTSIDE = re.compile(r"([^=;]{1,40}) = ([-−]?\d[\d.]*)(e[+-]?\d+)?…?; ([^:;]{3,60}): [^:;]* to ")
"""How evidence tells a number that lies outside what a line claims in words."""


def _claimed(reading: Verdict) -> str:
    """`ρ/ρ_h = 1.562·10⁻⁶, not within 5 % of the handbook value`."""
    found = _OUTSIDE.match(reading.evidence.detail)
    return f"{found[1]} = {readable(short(found[2]) + (found[3] or ''))}, not {found[4]}" if found else ""


def reason(claim: ClaimAudit, text: str) -> str:
    """The sentence of the evidence."""
    return sentence(honest_detail(claim, text.strip()))


_LONG_DECIMAL = re.compile(r"(?<![\w.])\d+\.\d{5,}(?![\d/…])")
_LONG_FRACTION = re.compile(r"(?<![\w./])(\d{5,18})/(\d{5,18})(?![\w./])")
_ENDS = re.compile(r"(?<![\w.])(\d+\.\d{5,})((?:e[-+]?\d+)?) to (\d+\.\d{5,})(\2)(?![\d/…e])")
MOST_SHOWN = 16


def four_digits(text: str) -> str:
    """Long decimals of a sentence to four digits, and the ends of an interval to as many as tell them apart.

    >>> four_digits("the left side, 32.172207719882, is not at most 25.5433871593629.")
    'the left side, 32.17, is not at most 25.54.'
    >>> four_digits("110434502500/55275093873 − 6/5 is positive.")
    '1.998 − 6/5 is positive.'
    >>> four_digits("5.29177210915e-11 to 5.29177210925e-11: half a unit")
    '5.29177210915e-11 to 5.29177210925e-11: half a unit'
    """
    text = _LONG_FRACTION.sub(
        lambda found: short(f"{Decimal(found[1]) / Decimal(found[2]):f}") if int(found[2]) else found[0], text
    )
    parts = re.split(_ENDS, text)
    told = [_LONG_DECIMAL.sub(lambda found: short(found[0]), parts[0])]
    for low, size, high, _, rest in zip(*(parts[n::5] for n in range(1, 6)), strict=True):
        both = ((short(low, digits), short(high, digits)) for digits in range(4, MOST_SHOWN))
        first, last = next((pair for pair in both if pair[0] != pair[1]), (low, high))
        told.append(f"{first}{size} to {last}{size}" + _LONG_DECIMAL.sub(lambda found: short(found[0]), rest))
    return "".join(told)
