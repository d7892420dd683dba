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
    text = ROOT.sub(lambda match: f"sqrt({match[1]})" if match[1] else "sqrt", text)
    for habit, word in SPELLINGS:
        text = re.sub(rf"(?<![A-Za-z_0-9]){habit}(?=\()", word, text)
    text = RANGE.sub(r", \1, \2, \3)", text)
    text = "=".join(BARS.sub(r"\1abs(\2)\3", side) for side in text.split("="))
    return NUMBER.sub(_multiplied, _derived(_raised(text)))


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
