"""Words that turn a formula round: "it is never true that $a = b$", "$a = b$ is violated", "$a = b$ only if x is whole".

A formula among words is compared as it stands, and the words are ours to read.  But some words make
the line say the opposite of the formula, or less than it, and then a formula that is found in the encoding is no
agreement.  `denied` finds those that make it say something else for certain, `qualified` those that may.
Both are lists, and no list of such words is complete: `verify.page.harmless_words` has those that change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.grammar.tokens import formulas_in

MATHS = re.compile(r"\$+[^$]*\$+")
TEXT = re.compile(r"(?<![{_^])\\(?:text|textrm|textit|mbox)\s*\{([^{}]*)\}")
SPACE = re.compile(r"^(?:\s|,|\\q?quad\b|\\[ ,;:!])+|(?:\s|[,.]|\\q?quad\b|\\[ ,;:!])+$")
SENTENCES = re.compile(r"[.;](?=\s|$)")
CLAUSES = re.compile(r"[.;:](?=\s|$)")

NOT = r"(?:\b(?:not|never|hardly|neither|nor|nowhere|cannot|no\ longer|by\ no\ means|in\ no\ case)\b|n't\b)"
HOLDS = r"(?:true|correct|right|valid|the\ case|holds?|satisf\w+|fulfil\w+|obey\w*|appl(?:y|ies))\b"
DENIED = re.compile(
    rf"""{NOT}(?:\s+\w+){{0,3}}?\s+{HOLDS}
    | \b(?:wrong(?:ly)?|false(?:ly)?|incorrect(?:ly)?|untrue|invalid|erroneous(?:ly)?|mistaken(?:ly)?|impossible)\b
    | \b(?:violat\w+|fails?|failed|broken|disprove[sdn]?|refute[sd]?|contradict\w*|absurd)\b
    | \b(?:if\ and\ only\ if|iff|only\ if|unless)\b""",
    re.VERBOSE | re.IGNORECASE,
)
QUALIFIED = re.compile(
    rf"""(?<!or\ )(?:{NOT} | \b(?:without|except|instead|rather\ than|only\ (?:when|where|for|in|at|as))\b)
    | \b(?:\w+er|less|more)\ than\s+(?:about\s+|some\s+|\w+ly\s+)?@
    | \b(?:below|above|under|over|beyond|exceed\w*|at\ least|at\ most|up\ to)\s+(?:the\s+)?@
    | (?:\b(?:twice|thrice|half|double|times)|fold)\s+(?:the\s+|of\s+|as\s+\w+\s+as\s+)?@""",
    re.VERBOSE | re.IGNORECASE,
)

WEAKENED = re.compile(
    r"""\b(?:on\ average | in\ magnitude | mod(?:ulo)? | up\ to\ (?:an?|the)\s+\w+ | whether | doubt\w* | seems?
    | (?:to|at|in)\ (?:the\ |an?\ )?(?!within\b)\w+\ (?:orders?|approximation)(?!\ of\b))\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that weaken a formula from any place of its sentence."""

LATITUDE = re.compile(
    r"\b(?:orders?|roughly|about|almost|nearly|approximately|around|some|similar|within|few|estimate\w*)\b",
    re.IGNORECASE,
)


def leaves_latitude(printed: str) -> bool:
    """Whether words beside a formula say that its number is no more than an estimate: "of the order of", "roughly"."""
    return any(LATITUDE.search(clause) for clause in _clauses(printed))


def formulas_among_words(printed: str) -> list[str]:
    """The formulas of a printed line, between dollar signs or around words in \\text; none where it is all words.

    >>> formulas_among_words(r"x = 5y \\quad \\text{for every}\\ y"), formulas_among_words("it is $x$")
    (['x = 5y', 'y'], ['x'])
    """
    found = formulas_in(printed)
    if found or "$" in printed or not TEXT.search(printed):
        return found
    pieces = (SPACE.sub("", piece) for piece in TEXT.sub("\n", printed).split("\n"))
    return [piece for piece in pieces if piece]


def denied(printed: str) -> str:
    """The words that make a line say something else than its formulas; empty if there are none.

    >>> denied("it is never true that $2E = mv^2$"), denied("it is true that $2E = mv^2$")
    ('never true', '')
    >>> denied(r"x^2 = 1 \\quad\\text{is wrong for}\\quad x = 2")
    'wrong'
    """
    return _found(DENIED, printed)


def qualified(printed: str) -> str:
    """The words that may make a line say something else than its formulas.

    >>> qualified("it is smaller than $3$"), qualified("of one charge, correlated or not: $I_2 = 2I$")
    ('smaller than', '')
    """
    sentences = (s for s in SENTENCES.split(MATHS.sub(" @ ", printed)) if "$" not in printed or "@" in s)
    weak = next((match.group() for s in sentences if (match := WEAKENED.search(s))), "")
    return _found(QUALIFIED, printed) or weak


def _found(words: re.Pattern[str], printed: str) -> str:
    matches = (words.search(clause) for clause in _clauses(printed))
    return next((match.group().removesuffix("@").strip() for match in matches if match), "")


def _clauses(printed: str) -> Iterator[str]:
    """The words of a line by clauses, those with a formula only; a formula is an @."""
    if "$" not in printed:
        yield from TEXT.findall(printed)
        return
    yield from (clause for clause in CLAUSES.split(MATHS.sub(" @ ", printed)) if "@" in clause)
