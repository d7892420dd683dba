r"""Conditions of a case in the words that lead to a display: "When $d_3 = d_4$," "for $0 \leq t \leq 5$".

Only the sentence that leads to the display is read, and a display that follows another one in the same sentence shares its
condition.  What such words say is printed as it stands, in a question: a draft makes no condition of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from referee.author_notation import Entry
from referee.prepared import at_a_place
from referee.sources import LONGEST_WORDS, Display
from verify.errors import ClaimError
from verify.grammar.tokens import normalise

HIDDEN = re.compile(r"\\(?:label|index|cite|ref|eqref|autoref)\s*\{[^{}]*\}")
INLINE = re.compile(r"\$[^$]{1,200}\$|\\\([^$]{1,200}?\\\)")
END = re.compile(
    r"[.!?](?=\s+(?:[A-Z\\$]|$))|\n[ \t]*\n|\\(?:item|par|begin|end|subsection|section|subsubsection|paragraph)(?![A-Za-z])"
    r"(?:\s*\[[^\]]*\])?(?:\s*\{[^{}]*\})*"
)
"""Where a sentence ends: a stop before a capital, an empty line, an item, a heading."""
RELATED = r"=|<|>|\\(?:leq?|geq?|neq?|ll|gg|lesssim|gtrsim|in|leqslant|geqslant|to|rightarrow|approx|equiv)(?![A-Za-z])"
DOES = (
    r"(?:we|one)\s+(?:now\s+|then\s+)?(?:use|insert|substitut|writ|defin|denot|introduc|recall|differentiat|multipl|integrat|combin|appl|"
    r"call|comput|let\b|wish|want|need|add|subtract|consider\b|look|set\s*$|assume that\s*$)"
)
ALWAYS = re.compile(
    rf"(?<!check )(?<!see )(?<!as )(?<!even )\b(?:(?:if|provided(?:\s+that)?|in\s+(?:the|this|that)\s+(?!general\b)(?:[a-z]+\s+)?case\b|in\s+case|for\s+the\s+(?:[a-z]+\s+)?case\b|as\s+long\s+as)"
    rf"(?!\s+(?:{DOES}|not\b|any\b|necessary\b|needed\b))|(?<![a-z] )(?:when|whenever)(?!\s+(?:{DOES}|[a-z]+ing\b)))",
    re.IGNORECASE,
)
"""Words that begin a condition, whatever stands behind them; `when` only where it begins a clause."""
OF_FORMULAS = re.compile(
    r"\b(?<!expression )(?<!equation )(?<!equations )(?<!system )(?<!systems )(?<!formula )(?<!formulas )(?<!solve )(?<!solved )(?<!stands )(?<!value )(?<!values )"
    r"(?:for|when|whenever|at|assuming(?:\s+that)?)\b(?:\s+(?:all|any|every|each|which|that|the|a|\w+))?\s+@",
    re.IGNORECASE,
)
"""Words that begin one if a formula with a relation stands behind them; @ is the formula."""
DECLARES = re.compile(r"^\s*(?P<name>[^=]+?)\s*=\s*(?P=name)\s*(?:\\left\s*)?\(")
POSITIVE = re.compile(r"^for(?: all| any| every| each)? (?P<name>\S+) ?> ?0$", re.IGNORECASE)
REFERS_BACK = re.compile(r"in\s+(?:this|that)\s+case", re.IGNORECASE)
CLAUSE_END = re.compile(r"[,:;](?=\s|$)|\bthen\b|\b(?:we|one|it)\s+(?:have|has|gets?|finds?|obtains?|sets?|follows)\b")
ASIDE = re.compile(r"\([^()]*\)")
"""Words in brackets say nothing of the line."""
LONGEST = 60
IN_CASE = "it holds only in the case that the words before it name"
WORDS = 3
"""Words of the shortest condition without a formula: "if they converge"."""


def asked_of_cases(displays: Sequence[Display], author: Iterable[Entry] = ()) -> list[str]:
    """The condition that the words before each display state, as printed; empty where they state none.

    A display that follows in the same sentence, behind "and", shares the condition.  What the author has said, that a letter is
    positive, is no condition any more.
    """
    positive = {one.latex for one in author if one.is_positive}
    found: list[str] = []
    for number, display in enumerate(displays):
        if number and display.before == displays[number - 1].before and display.line == displays[number - 1].line:
            found.append(found[-1])
            continue
        case = case_before(display.before)
        case = "" if case.lower().startswith("at ") and at_a_place(display) else case
        if not case and number and _goes_on(display.before):
            case = found[-1]
        found.append("" if _is_said(case, positive) else case)
    return found


def case_before(before: str) -> str:
    r"""The condition of a case in the sentence that leads to a display; empty if there is none.

    >>> case_before(r"It is so. When $d_3 = d_4$, we have"), case_before(r"It holds for $x > 0$. Then")
    ('When d_3 = d_4', '')
    """
    sentence = _sentence(before)
    formulas: list[str] = []

    def kept(match: re.Match[str]) -> str:
        formulas.append(match.group().strip("$"))
        return "@"

    words = INLINE.sub(kept, sentence)
    words = ASIDE.sub(lambda match: re.sub("[^@]", " ", match.group()), words)
    starts = [match.start() for match in ALWAYS.finditer(words)]
    for match in OF_FORMULAS.finditer(words):
        formula = formulas[words.count("@", 0, match.end() - 1)]
        if re.search(RELATED, formula) and not DECLARES.match(formula):
            starts.append(match.start())
    if not starts:
        return ""
    start = min(starts)
    clause = CLAUSE_END.split(words[start:], maxsplit=1)[0]
    clause = clause if (back := REFERS_BACK.match(clause)) is None else back.group()
    if "denote" in clause or ("@" not in clause and "case" not in clause and len(clause.split()) < WORDS):
        return ""  # names something, or the display itself is the condition
    place = words.count("@", 0, start)
    for formula in formulas[place : place + clause.count("@")]:
        clause = clause.replace("@", formula, 1)
    clause = re.sub(r"[\s~]+(?:is|are|reads?|becomes?)?[\s~]*$", "", " ".join(clause.replace(";", ",").split()))
    return clause if len(clause) <= LONGEST else f"{clause[:LONGEST]}…"


def question_of(case: str) -> str:
    """What is asked of a line behind the words that state a condition."""
    return f"{IN_CASE}, “{case}”? write that as a condition"


def _sentence(before: str) -> str:
    """The last sentence of a text; empty where it has ended before the display."""
    text = re.sub(r"(?m)(?<!\\)%.*$", "", HIDDEN.sub("", before)).rstrip()
    if text.endswith((".", "!", "?")):
        return ""
    ends = [match.end() for match in END.finditer(text)]
    return text[ends[-1] :].strip() if ends else text.strip()


def _goes_on(before: str) -> bool:
    """Whether the words between two displays are the middle of a sentence that a display before it has begun."""
    text = HIDDEN.sub("", before)
    within = len(before) < LONGEST_WORDS and not any(True for _ in END.finditer(text.replace("\\end{", "{").strip()))
    return within and bool(re.match(r"\W*(?:[a-z]+\}+\s*)*(?:and|or|while)\b", text.strip()))


def _is_said(case: str, positive: set[str]) -> bool:
    match = POSITIVE.match(case)
    if match is None:
        return False
    try:
        return normalise(match["name"]) in positive
    except ClaimError:
        return False
