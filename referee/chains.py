"""Printed chains, cut into links: a = b = c is a = b and b = c, each as the text of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from referee.connectives import (
    EQUIVALENCES,
    IMPLICATIONS,
    IMPLIED,
    LISTED,
    TWO_VALUES,
    is_label,
    is_range,
    joined,
    may_be_listed,
    outside,
    says_where,
)
from verify.grammar.ambiguities import WIDE_GAP
from verify.grammar.glyphs import BRACKETS, CLOSING, NOT_OPERANDS, RELATIONS
from verify.grammar.parser import ParseError, Token
from verify.grammar.tokens import is_between_digits, tokenize
from verify.latex.rows import EITHER, GOES_ON, OWN, points_both_ways, row_behind

SEPARATORS = {",", ";", ":", r"\Rightarrow", r"\implies", r"\Leftrightarrow", r"\iff", "."}
SIGN = re.compile(
    r"=|<|>|\\(?:approx|equiv|simeq|sim|leq?|geq?|neq?|ll|gg|propto|cong|lesssim|gtrsim|to|rightarrow)(?![A-Za-z])"
)
COLUMN = re.compile(r"(?<!\\)&(?:\s*&)*")
JOINING = re.compile(
    r"\\(?:text|mathrm|textrm|mbox)\s*\{\s*(?:(?:and|et|und|,)|\\math(?:bf|it|rm)\s*\{\s*(?:and|et|und)\s*\})\s*\}"
)
CONDITIONAL = re.compile(r"\s*(?:for|if|when|whenever|for all|as long as|provided that)\s*", re.IGNORECASE)
REMARK = re.compile(
    r"(?:\\q?quad(?![A-Za-z])|\\[,;: ]|~|\s)+\\text\s*\{\s*(\([A-Za-z][A-Za-z ,\-]{3,80}\)|[A-Za-z]{2,} [A-Za-z ,\-]{2,80})\s*\}\s*[.,;]?\s*$"
)
"""Words at the end of a display that say of it what it is about."""
PLUS_MINUS = re.compile(r"\\(pm|mp)(?![A-Za-z])")
VECTOR = re.compile(
    r"\s*\\(?:mathbf|vec|boldsymbol|bm|underline)\s*(?:\{\s*(?P<letter>[A-Za-z]|\\[A-Za-z]+)\s*\})"
    r"(?:_(?:\{(?P<below>[A-Za-z0-9]{1,8})\}|(?P<digit>[A-Za-z0-9])))?\s*="
    r"(?P<factor>[^=()]{0,200}?)(?:\\left\s*)?\((?P<parts>.*?)(?:\\right\s*)?\)\s*$"
)
"""A vector, what it is multiplied by, and its components in brackets."""
FUNCTION_NAME = re.compile(
    r"(?:[A-Za-z]|_\{[^{}]*\}|_[0-9]|\\(?!d?frac|tfrac|sqrt)[A-Za-z]+\s*\{[^{}]*\})\s*(?:\\[,;:! ]\s*)?$"
)
"""A name at the end of a factor."""
NAME_IN = re.compile(r"\\[A-Za-z]+|[A-Za-z]")
CONNECTING = re.compile(
    r"(?:when|for|if|where|with|at|as|or|in|since|because|otherwise|while|such|provided|const)(?![A-Za-z])"
)

NO_RELATION = "there is no relation in it"
RANGE = "a list or a range follows the relation"
COLON = "a colon may mean two things: a product of tensors or a ratio, or the end of a statement"
OF_COMPONENTS = "a name before a bracket may mean two things: a function or a factor of the components"
OF_INDEX = "a range of what is counted"
DECIMAL_COMMA = "a comma between digits may mean two things: a decimal comma or a list"


@dataclass(frozen=True)
class Link:
    """`a = b` of a chain, as text; `inner` says that a stands on the right of an earlier sign.

    `question` is what is to be asked of a link that can be read, `shown` its print where that has more than is read.
    `from_head` is the same from the first member of the chain, if only equalities lie
    between: of a = b = c the last link is b = c, and a = c from the head.
    """

    text: str
    inner: bool = False
    right: str = ""
    problem: str = ""
    question: str = ""
    shown: str = ""
    from_head: str = ""
    factor: str = ""
    """What stands before components in brackets, so that it is no function if its name is a symbol."""


def columns_apart(latex: str) -> str:
    """A display without marks of columns: a blank beside a relation or an operator, else a gap, which is no product."""
    return COLUMN.sub(_between_columns, latex)


def _between_columns(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].lstrip()
    opens = re.match(rf"{SIGN.pattern}|[-+*/)]|\\\\|$", after)
    return " " if opens or re.search(rf"(?:{SIGN.pattern}|[-+*/(]|\\\\|^)$", before) else r" \quad "


def links_of(latex: str) -> list[Link]:
    """The links of the chains of a display; the whole display as one link where it cannot be cut."""
    latex = JOINING.sub(",", latex)
    remark = REMARK.search(latex)
    if (
        remark
        and not CONNECTING.match(remark.group(1).strip("( "))
        and not latex[: remark.start()].rstrip()[-1:].isdigit()
    ):
        latex = latex[: remark.start()]
    try:
        tokens = tokenize(latex)
    except ParseError as error:
        return [Link(latex, problem=str(error))]
    if (tail := _condition(tokens)) is not None:
        condition, before = latex[tail:].strip(), links_of(latex[:tail].rstrip())
        return [replace(link, text=rf"{link.text} \quad {condition}") if not link.problem else link for link in before]
    if statements := joined(latex, tokens, CONNECTING):
        return [_asked(link, question, latex) for text, question in statements for link in links_of(text)]
    spoken = (
        token.text for place, token in enumerate(tokens) if CONNECTING.match(token.text) and not is_label(tokens, place)
    )
    if words := next(spoken, ""):
        return [Link(latex, problem=f"there are words in it ({words!r})")]
    if any(token.text in IMPLICATIONS | EQUIVALENCES for token in tokens):
        return [Link(latex, problem=IMPLIED)]
    if any(_joins_by_colon(tokens, place) for place in outside(tokens)):
        return [Link(latex, problem=COLON)]
    links: list[Link] = []
    for statement in _statements(latex, tokens):
        if links and _is_remark(statement):
            words = f"words stand behind it, {statement[0].text!r}: say when it holds"
            links = [_asked(link, words, latex) for link in links]
            continue
        cut = _cut(latex, statement, _end(latex, tokens, statement[-1]))
        if len(links) == 1 and links[0].problem == NO_RELATION and not cut[0].problem:
            links = [
                Link(
                    f"{links[0].text}, {cut[0].text}", problem="a list or a part of the line stands before the relation"
                )
            ]
            continue
        if links and cut[0].problem and cut[0].problem != DECIMAL_COMMA:
            links = _gone_on(links, statement, cut[0].text, latex)
        else:
            links += cut
    links = [link for link in links if link.problem != OF_INDEX] or links
    return [one for link in links for signed in _by_signs(link) for one in by_components(signed)] or [
        Link(latex, problem=NO_RELATION)
    ]


def _joins_by_colon(tokens: list[Token], place: int) -> bool:
    """Whether a colon stands between two operands without a gap, with a relation before it."""
    if tokens[place].text != ":" or not _has_relation(tokens[:place]) or place + 1 >= len(tokens):
        return False
    gaps = tokens[place].space + tokens[place + 1].space
    return not WIDE_GAP.search(gaps) and tokens[place + 1].text not in RELATIONS and tokens[place + 1].kind != "word"


def _asked(link: Link, question: str, shown: str) -> Link:
    """The link with a question more; its print is that of the whole display."""
    asked = f"{link.question}; {question}" if link.question else question
    return link if link.problem or not question else replace(link, question=asked, shown=link.shown or shown)


def _gone_on(links: list[Link], statement: list[Token], text: str, latex: str) -> list[Link]:
    """The links with a statement behind them that has no relation: a further value, the end of a range, where they hold."""
    last = links[-1]
    if statement[0].kind == "word" or (says_where(statement) and not last.problem):
        return [_asked(link, f"it is said of {text}: say where it holds", latex) for link in links]
    left = last.text[: len(last.text) - len(last.right)].rstrip(" =")
    is_value = not last.problem and not last.inner and may_be_listed(left)
    others = [link for link in links if not link.text.startswith(f"{left} =")]
    if is_range(statement) and is_value and others:
        said = f"it is said of {left}, with dots: say for which values it holds"
        return [*(_asked(link, said, latex) for link in others), replace(last, problem=OF_INDEX)]
    if last.problem == OF_INDEX or (last.problem == RANGE and last.text == latex):
        return links
    if is_range(statement) and is_value:
        return [Link(latex, problem=RANGE)]
    dotted = latex[: statement[0].column - 1].rstrip(" ~\\,;:!").endswith(".")
    if (
        is_value
        and not dotted
        and not is_range(statement)
        and not is_range(tokenize(last.text))
        and last.text.count("=") == 1
    ):
        further = replace(last, text=f"{left} = {text}", right=text, from_head="", question="", shown="")
        first = last if last.question else _asked(last, LISTED, latex)
        return [*links[:-1], first, _asked(further, LISTED, latex)]
    return [*links[:-1], Link(f"{last.text}, {text}", problem=RANGE)]


def _condition(tokens: list[Token]) -> int | None:
    r"""Where \text{for } x > 0 begins, if it ends the display and nothing but bounds stands behind it."""
    words = [index for index, token in enumerate(tokens) if token.kind == "word" and CONDITIONAL.fullmatch(token.text)]
    if len(words) != 1 or words[0] == 0:
        return None
    behind = tokens[words[0] + 1 :]
    bounds = any(RELATIONS.get(token.text) in ("<", "<=", ">", ">=", "!=") for token in behind)
    others = any(
        token.text in SEPARATORS or RELATIONS.get(token.text) in ("=", "≡") or token.kind == "word" for token in behind
    )
    return tokens[words[0]].column - 1 if bounds and not others else None


def _by_signs(link: Link) -> list[Link]:
    r"""a_\pm = b \pm c is two equations, the upper signs in one and the lower ones in the other.

    Where only one side has such a sign, it has two values or an uncertainty, and no equation is printed.
    """
    if link.problem or not PLUS_MINUS.search(link.text):
        return [link]
    left = link.text[: len(link.text) - len(link.right)]
    if not PLUS_MINUS.search(left) or not PLUS_MINUS.search(link.right):
        if not re.search(r"[A-Za-z]", PLUS_MINUS.sub("", link.right)) or len(PLUS_MINUS.findall(link.text)) > 1:
            return [replace(link, problem=TWO_VALUES)]
        link = _asked(link, TWO_VALUES, link.text)
    return [
        replace(
            link,
            text=_signed(link.text, upper),
            right=_signed(link.right, upper),
            from_head=_signed(link.from_head, upper),
        )
        for upper in (True, False)
    ]


def by_components(link: Link) -> list[Link]:
    r"""\mathbf{b} = \frac{1}{a} (0, 1, c) is one equation a component; b_{\mathrm{c}1} is the first one of \mathbf{b}."""
    match = None if link.problem else VECTOR.match(link.text)
    if match is None:
        return [link]
    parts = _parts(match["parts"])
    if len(parts) not in (2, 3) or not all(parts) or _is_sum(match["factor"]):
        return [link]
    may_be_function = FUNCTION_NAME.search(match["factor"]) and not _stands_in(match["factor"], parts)
    if may_be_function and sum(re.fullmatch(r"[-+]?[0-9.]+", part) is not None for part in parts) < 2:
        if all(re.fullmatch(r"[A-Za-z]|\\[A-Za-z]+", part) for part in parts):
            return [replace(link, problem=OF_COMPONENTS)]  # \mathbf{v} = v(x, y, z)
        link = replace(_asked(link, OF_COMPONENTS, link.shown or link.text), factor=match["factor"].strip())
    below = match["below"] or match["digit"] or ""
    made = []
    for place, part in enumerate(parts, 1):
        left = rf"{match['letter']}_{{{below}\mathrm{{c}}{place}}}"
        factor = match["factor"].strip()
        right = rf"{factor} \cdot \left( {part} \right)" if factor else part
        made.append(replace(link, text=f"{left} = {right}", right=right, from_head=""))
    return made


def _stands_in(factor: str, parts: list[str]) -> bool:
    r"""Whether the letter before a bracket stands in it, a (\frac{c}{a}, 0, 1), so that it is a factor as n is in n(n+1)."""
    letter = re.search(r"(?<![A-Za-z\\])(\\[A-Za-z]+|[A-Za-z])\s*$", factor)
    return letter is not None and any(letter[1] in NAME_IN.findall(part) for part in parts)


def _parts(text: str) -> list[str]:
    """What stands between the commas outside brackets; nothing where the outer bracket closes before its end."""
    parts, start, depth = [], 0, 0
    for index, sign in enumerate(text):
        depth += (sign in "({[") - (sign in ")}]")
        if depth < 0:
            return []
        if sign == "," and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]


def _is_sum(factor: str) -> bool:
    """Whether what stands before a bracket is more than one factor of it."""
    depth = 0
    for sign in factor.strip().removeprefix("-"):
        depth += (sign in "({[") - (sign in ")}]")
        if depth == 0 and sign in "+-":
            return True
    return bool(re.search(r"(?:\\cdot|\\times|[=<>])\s*$", factor)) or "\\times" in factor


def _signed(text: str, upper: bool) -> str:
    return PLUS_MINUS.sub(lambda match: "+" if (match.group(1) == "pm") == upper else "-", text)


def _statements(latex: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens between separators outside brackets; a row that goes on belongs to the one above."""
    statement: list[Token] = []
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        ends = (token.text in SEPARATORS and not is_between_digits(tokens, index)) or (
            token.text == r"\\" and not _goes_on(tokens, index)
        )
        if (
            depth <= 0
            and token.space
            and WIDE_GAP.search(token.space)
            and token.text not in NOT_OPERANDS
            and _has_relation(statement)
        ):
            yield statement
            statement = []
        if depth <= 0 and ends:
            if statement:
                yield statement
            statement = []
        else:
            statement.append(token)
    if statement:
        yield statement


def _goes_on(tokens: list[Token], index: int) -> bool:
    r"""Whether the row behind the \\\\ at `index` goes on with the one before it."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return after in RELATIONS or row_behind(tokens, index) != OWN


def _is_remark(statement: list[Token]) -> bool:
    r"""Whether the statement begins with words behind a gap, \quad\text{is wrong for}\quad x = 2: they speak of what is before."""
    first = statement[0]
    apart = len(statement) > 1 and bool(WIDE_GAP.search(statement[1].space))
    return first.kind == "word" and bool(WIDE_GAP.search(first.space)) and (" " in first.text or apart)


def _has_relation(statement: list[Token]) -> bool:
    return any(token.text in RELATIONS for token in statement)


def _cut(latex: str, tokens: list[Token], end: int) -> list[Link]:
    """a = b = c as the texts a = b and b = c."""
    depth, braces, signs = 0, 0, []
    for token in tokens:
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        braces += (token.text == "{") - (token.text == "}")
        if depth <= 0 and braces <= 0 and token.text in RELATIONS:
            signs.append(token)
    rows = [index for index, token in enumerate(tokens) if token.text == r"\\" and row_behind(tokens, index) == EITHER]
    begin = tokens[0].column - 1 - _opening(latex[: tokens[0].column - 1])
    whole = latex[begin:end].strip()
    if any(tokens[index].text == "," and is_between_digits(tokens, index) for index in _outside_brackets(tokens)):
        return [Link(whole, problem=DECIMAL_COMMA)]
    if not signs:
        return [Link(whole, problem=NO_RELATION)]
    if points_both_ways([RELATIONS[sign.text] for sign in signs]):
        return [Link(whole, problem="< … > may mean two things: a mean value or two inequalities")]
    if rows:
        return [Link(whole, problem=f"a row that begins with an operator may mean two things: {OWN} or {GOES_ON}")]
    places = [token.column - 1 for token in signs]
    starts = [begin, *(place + len(sign.text) for place, sign in zip(places, signs, strict=True))]
    ends = [*places, end]
    sides = [_bare_side(latex[start:stop]) for start, stop in zip(starts, ends, strict=True)]
    links = []
    for i, sign in enumerate(signs):
        equal = i > 0 and all(earlier.text == "=" for earlier in signs[:i])
        from_head = f"{sides[0]} {sign.text} {sides[i + 1]}" if equal else ""
        links.append(Link(f"{sides[i]} {sign.text} {sides[i + 1]}", i > 0, sides[i + 1], from_head=from_head))
    return links


def _opening(before: str) -> int:
    r"""How long a \\left or \\bigl is that stands right before a token; it belongs to what follows."""
    match = re.search(r"\\(?:left|[bB]igg?l?)\s*\.?\s*$", before[-30:])
    return len(match.group()) if match else 0


def _outside_brackets(tokens: list[Token]) -> Iterator[int]:
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        if depth <= 0:
            yield index


def _end(latex: str, tokens: list[Token], last: Token) -> int:
    """Where the text of a token ends: at the next one, less the layout between."""
    place = bisect_right(tokens, last.column, key=lambda token: token.column)
    return tokens[place].column - 1 if place < len(tokens) else len(latex)


def _bare_side(text: str) -> str:
    return re.sub(r"(?:\\\\|\\q?quad(?![A-Za-z])|\\[,;:!]|&|~|\s)+$", "", text).strip()
