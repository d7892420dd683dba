"""Numbers in the words of the encoder: what they look like, and which an expression or a statement contains.

Numbers are decimals, powers of ten, quotients,
whole numbers of two digits or more, smaller ones with a unit or after a word that states a result,
and in words (four times, twice, a quarter).  Labels, years, tables and sections are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from typing import Any

import sympy

from verify.quantities.digits import MAX_EXPONENT

# --- what a number in words looks like ---------------------------------------------------------

PREFIXES = {"p": -12, "n": -9, "μ": -6, "m": -3, "k": 3, "M": 6}
UNITS = r"(?P<prefix>[pnμmkM]?)(?:m|A|K|T|V|J|W|C|Ω|eV)"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
RAISED = "⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
STATES = ["gives", "give", "reach", "reaches", "says", "say", "leaves", "leave", "about", "exactly", "only", "almost"]
STATES += ["is", "are", "than", "least", "most", "below", "above"]
AFTER = "|".join(rf"(?<=\b{word}\ )" for word in STATES)
"""After which words a digit is a result or a bound, and no count."""

FIGURE = re.compile(
    rf"""(?<![\w./^·√])(?:
      (?P<over>\d+)/(?P<under>\d+)(?![\w(/]|\.\d)                                # 3/20
    | (?P<number>\d{{1,3}}(?:\ \d{{3}})+|\d+\.\d+|\d+)(?:[eE](?P<e>[+-]?\d+)|\s?·\s?10(?P<raised>{RAISED}))
    | (?P<power>10{RAISED})                                                    # 10⁻⁴
    | (?P<grouped>\d{{1,3}}(?:\ \d{{3}})+)(?![\w(])                            # 15 000
    | (?P<decimal>\d+\.\d+)(?!\.?\d)
    | (?P<whole>\d{{2,}}|\d(?=\ {UNITS.replace("prefix", "ahead")}\b|\s?%))(?![\w(./^·-]*\w|\ °C)
    | (?:{AFTER})(?P<digit>[1-9])(?![\w(/]|\.\d|\ ?[·√−+])                     # gives 3
    )(?:\s?(?P<percent>%)|\ {UNITS}\b)?""",
    re.VERBOSE,
)
REFERENCE = re.compile(r"(?:DLMF|tables?|sections?|chapter|CODATA|§)\s?$", re.IGNORECASE)
LABELS = re.compile(r"\(\d+[a-z]?\)|\[\d+\]|\b\d+[.-][A-Za-z]\w*|\b(?:1[89]|20)\d\d\b(?! ?[a-zA-ZμΩ]*[AKTVJWCΩm]\b)")

COUNTS = dict(
    zip(
        ["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "hundred", "thousand", "million"],
        (4, 5, 6, 7, 8, 9, 10, 11, 12, 100, 1000, 10**6),
        strict=True,
    )
)
PARTS = {"quarter": 4, "third": 3, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10, "hundredth": 100}
FEW = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "nine": 9}
IN_WORDS = re.compile(
    rf"""\b(?:
      (?P<few>{"|".join(FEW)})[ ](?P<part>{"|".join(PARTS)})s?\b
    | (?P<orders>{"|".join(FEW)})[ ]orders?[ ]of[ ]magnitude\b
    | (?P<twice>twice|doubles|doubled|doubling|double(?=[ ](?:the|its|that)\b))
    | (?<!first[ ])(?<!second[ ])(?<!other[ ])(?P<half>half|halves|halved)\b(?!-)
    | (?P<thrice>thrice|triples?|tripled|three[ ]times|factor[ ]of[ ]three)\b
    | (?P<two>two[ ]times|factor[ ]of[ ]two)\b
    | (?:factor[ ]of[ ])?(?P<count>{"|".join(COUNTS)})s?(?:[ ]times)?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """A number that words say: where it stands, and what it may stand for."""

    text: str
    start: int
    end: int
    values: frozenset[Fraction]


def numbers_in(sentence: str) -> list[Said]:
    """The numbers that a sentence says, in order.

    >>> [said.text for said in numbers_in("By (43) of table 1.1 it is 4.10, a quarter of 12 mK; see t12 and 37.c0.225.")]
    ['4.10', 'a quarter', '12 mK']
    >>> [said.text for said in numbers_in("It rises in all nine rows (by chance 1 in 362 880), to 10⁻⁴, for n = 2.")]
    ['nine', '362 880', '10⁻⁴']
    """
    open_to_view = LABELS.sub(lambda label: " " * len(label.group()), sentence)
    found = [_figure(match) for match in FIGURE.finditer(open_to_view) if not _is_reference(match)]
    found += [_word(match) for match in IN_WORDS.finditer(open_to_view)]
    return sorted(found, key=lambda said: said.start)


def _is_reference(match: re.Match[str]) -> bool:
    return REFERENCE.search(match.string[: match.start()]) is not None


def _figure(match: re.Match[str]) -> Said:
    value = _value(match)
    values = {value}
    if match["percent"]:
        values = {value, value / 100, 1 - value / 100, 1 + value / 100}
    elif match["prefix"]:
        values.add(value * Fraction(10) ** PREFIXES[match["prefix"]])
    return Said(match.group().strip(), match.start(), match.end(), frozenset(values))


def _value(match: re.Match[str]) -> Fraction:
    if match["over"]:
        return Fraction(int(match["over"]), int(match["under"]) or 1)
    if match["power"]:
        return _ten_to(match["power"][2:].translate(SUPERSCRIPTS))
    if match["number"]:
        exponent = match["e"] or match["raised"].translate(SUPERSCRIPTS)
        return Fraction(match["number"].replace(" ", "")) * _ten_to(exponent)
    return Fraction((match["grouped"] or match["decimal"] or match["whole"] or match["digit"]).replace(" ", ""))


def _ten_to(exponent: str) -> Fraction:
    """A power of ten, of a sane size: beyond MAX_EXPONENT no number of a statement is met."""
    return Fraction(10) ** max(-MAX_EXPONENT, min(MAX_EXPONENT, int(exponent[:6])))


def _word(match: re.Match[str]) -> Said:
    """A number in words: a part or a multiple may be written as it is or as its inverse."""
    if match["few"]:
        value = Fraction(FEW[match["few"].lower()], PARTS[match["part"].lower()])
    elif match["orders"]:
        value = Fraction(10) ** FEW[match["orders"].lower()]
    elif match["count"]:
        value = Fraction(COUNTS[match["count"].lower()])
    else:
        value = Fraction(3 if match["thrice"] else 2)
    return Said(match.group(), match.start(), match.end(), frozenset({value, 1 / value}))


# --- which numbers statements contain ------------------------------------------------------------

PRINTED = re.compile(
    r"(?:\\frac\{)?\b(\d+)(?:\}\{|/)(\d+)\b"
    r"|(\d+(?:\.\d+)?)(?:\s*(?:\\cdot|\\times|·)\s*10(?:\^\{?(-?\d+)\}?|(" + RAISED + r"))|[eE]([+-]?\d+))?"
)


def numbers_printed(text: str) -> set[Fraction]:
    """The numbers in a printed line, LaTeX or words.

    >>> sorted(numbers_printed(r"1.5\\cdot 10^{3}, \\frac{1}{4}, 5.0E-01"))
    [Fraction(1, 4), Fraction(1, 2), Fraction(1500, 1)]
    """
    return {_printed_value(match) for match in PRINTED.finditer(text)}


def _printed_value(match: re.Match[str]) -> Fraction:
    over, under, number, latex, raised, e = match.groups()
    if over:
        return Fraction(int(over), int(under) or 1)
    exponent = latex or (raised.translate(SUPERSCRIPTS) if raised else None) or e or "0"
    return Fraction(number) * _ten_to(exponent)


def numbers_of(thing: Any) -> set[Fraction]:
    """The absolute values of the rational numbers in a statement, a condition or a part of one."""
    if isinstance(thing, sympy.Basic):
        return {abs(Fraction(a)) for a in thing.atoms(sympy.Rational)}
    if isinstance(thing, str):
        return numbers_printed(thing)
    if isinstance(thing, bool):
        return set()
    if isinstance(thing, int):
        return {Fraction(abs(thing))}
    if is_dataclass(thing):
        return {n for part in fields(thing) for n in numbers_of(getattr(thing, part.name))}
    if isinstance(thing, (tuple, list, frozenset)):
        return {n for part in thing for n in numbers_of(part)}
    return set()


def not_decided(words: str, decided: Iterable[Any], put_in: Iterable[str]) -> str | None:
    """A number of an aside that its statements do not contain: they decide something else."""
    contained = {n for thing in (*decided, *put_in) for n in numbers_of(thing)}
    return next((said.text for said in numbers_in(words) if said.values.isdisjoint(contained)), None)
