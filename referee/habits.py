r"""What people type by habit, in the words of the shell: sin^2(x), 2x, |x|, √2, x², sum(k, k=1..n), d/dx sin(x).

Only a text that the grammar refuses is rewritten, so that nothing that has a meaning gets another one; what comes out
is read by the same grammar, and told as it was read.

>>> in_shell_words("sin^2(x) + 2x"), in_shell_words("|x| = √(x²)")
('(sin(x))^2 + 2*x', 'abs(x) = sqrt(x^2)')
>>> in_shell_words("sum(k, k=1..n)"), in_shell_words("d/dx sin(x) = cos(x)")
('sum(k, k, 1, n)', 'diff(sin(x), x) = cos(x)')
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

MAX_TEXT = 2_000
"""Characters of a text that is rewritten."""
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
FUNCTIONS = "sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|coth|ln|log|exp"
POWER = re.compile(rf"(?<![A-Za-z_0-9])({FUNCTIONS})\^([2-9])\s*(?=\()")
ROOT = re.compile(r"√\s*([A-Za-z][A-Za-z_0-9]*|[0-9]+(?:\.[0-9]+)?)?")
RANGE = re.compile(r",\s*([A-Za-z][A-Za-z_0-9]*)\s*=\s*([^,()=]{1,40}?)\s*\.\.\s*([^,()=]{1,40}?)\s*\)")
NUMBER = re.compile(r"(?<![A-Za-z_0-9.])([0-9]+(?:\.[0-9]+)?)(?![0-9.]|[eE][-+]?[0-9])\s*(?=[A-Za-z(])")
BARS = re.compile(r"^([^|]*)\|([^|]+)\|([^|]*)$")
DERIVATIVE = re.compile(r"(?<![A-Za-z_0-9])d/d([A-Za-z][A-Za-z_0-9]*)\s*((?:[A-Za-z][A-Za-z_0-9]*)?)(?=\()")
DEGREES = re.compile(r"(?<![A-Za-z_0-9.])([0-9]+(?:\.[0-9]+)?)\s*°(?!\s*[A-Za-z])")
GREEK = re.compile("[α-ωΑ-Ωϕϑϵħℏ]")
CHANGE = re.compile("[Δδ]")
ANGLE = re.compile(
    r"(?<![A-Za-z_0-9])(?:sin|cos|tan|cot|sec|csc)\s*\(\s*-?(?:15|30|45|60|75|90|120|135|150|180|270|360)\s*\)"
)
SPELLINGS = (
    ("integrate", "integral"),
    ("int", "integral"),
    ("Integral", "integral"),
    ("Derivative", "diff"),
    ("Sum", "sum"),
)


def in_shell_words(text: str) -> str:
    """The text as the shell would have it; what has no habit in it comes back as it is."""
    if len(text) > MAX_TEXT:
        return text
    text = re.sub(f"[{''.join(RAISED)}]+", lambda match: "^" + "".join(RAISED[one] for one in match.group()), text)
    text = DEGREES.sub(r"(\1*pi/180)", text)
    text = ROOT.sub(lambda match: f"sqrt({match[1]})" if match[1] else "sqrt", text)
    for habit, word in SPELLINGS:
        text = re.sub(rf"(?<![A-Za-z_0-9]){habit}(?=\()", word, text)
    text = RANGE.sub(r", \1, \2, \3)", text)
    text = "=".join(BARS.sub(r"\1abs(\2)\3", side) for side in text.split("="))
    return NUMBER.sub(_multiplied, _derived(_raised(text)))


def run_together(names: Iterable[str]) -> str:
    """A name of several letters with a Greek one or ħ among them, ħω, iπ: a product, as a rule; Δx is one name.

    >>> run_together(["omega", "ω_0", "Δx", "ħω"])
    'ħω'
    """
    for name in sorted(names):
        letters = [one for one in CHANGE.sub("", name.partition("_")[0], count=1) if one.isalpha()]
        if len(letters) > 1 and any(map(GREEK.match, letters)):
            return name
    return ""


def hints(text: str, names: Collection[str]) -> list[str]:
    """What a habit may have meant by the names and angles of a line that does not hold.

    >>> hints("exp(i*x) = cos(x) + i*sin(x)", ["i", "x"])
    ['i is a symbol here; the imaginary unit is I']
    """
    found = []
    if "e" in names:
        found.append("e is a symbol here; Euler's number is E, or exp(...)")
    if re.search(r"(?<![A-Za-z_0-9])E(?![A-Za-z_0-9(])", text):
        found.append("E is Euler's number here; an energy needs another name, E_0")
    for name in ("i", "j"):
        if name in names:
            found.append(f"{name} is a symbol here; the imaginary unit is I")
    if re.search(r"(?<![A-Za-z_0-9])I(?![A-Za-z_0-9(])", text):
        found.append("I is the imaginary unit here; a current needs another name, I_0")
    if ANGLE.search(text) or {"deg", "degree", "degrees"} & set(names):
        found.append("angles are in radians; 90 degrees are 90*pi/180, or 90°")
    return found


def instead(text: str) -> str:
    """What to type instead of a habit that the shell has no word for; empty if there is none."""
    if re.search(r"(?<![A-Za-z_0-9])(?:limit|lim|Limit)\s*\(", text):
        return "a limit is typed limit(f, x, a)"
    match = re.search(rf"(?<![A-Za-z_0-9])({FUNCTIONS})\s+([A-Za-z0-9]+)", text)
    return (
        f"the argument of {match[1]} stands in brackets: {match[1]}({match[2]}), if that is all of it" if match else ""
    )


def _multiplied(match: re.Match[str]) -> str:
    """2x as 2*x; behind a slash or a power 1/2x may mean two things, and stays as it is."""
    before = match.string[: match.start()].rstrip()
    return match.group() if before.endswith(("/", "^")) else f"{match[1]}*"


def _raised(text: str) -> str:
    """sin^2(x) as (sin(x))^2."""
    while (match := POWER.search(text)) is not None:
        end = _closing(text, match.end())
        if end is None:
            return text
        text = f"{text[: match.start()]}({match[1]}{text[match.end() : end]})^{match[2]}{text[end:]}"
    return text


def _derived(text: str) -> str:
    """d/dx sin(x) as diff(sin(x), x), where nothing behind the bracket may belong to it."""
    start = 0
    while (match := DERIVATIVE.search(text, start)) is not None:
        end = _closing(text, match.end())
        if end is None or re.match(r"\s*[*/^!A-Za-z0-9(]", text[end:]):
            start = match.end()
            continue
        made = f"diff({match[2]}{text[match.end() : end]}, {match[1]})"
        text = f"{text[: match.start()]}{made}{text[end:]}"
        start = match.start() + len(made)
    return text


def _closing(text: str, start: int) -> int | None:
    """Where the bracket that opens at `start` has closed."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0:
            return index + 1
    return None
