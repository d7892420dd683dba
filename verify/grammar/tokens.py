r"""LaTeX sources as tokens, names in one spelling, and words told from formulas.

Layout (\left, \,, &, \tag{...}, environments) becomes the blank space before a token; upright
text (\mathrm{...}, \text{...}, {\rm ...}) becomes one token of kind "word".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verify.grammar.glyphs import CONDITION_WORDS
from verify.grammar.parser import ParseError, Token, check_length, no_recursion_error, shorten

ACCENTS = {
    r"\bar", r"\overline", r"\dot", r"\ddot", r"\hat", r"\widehat", r"\tilde", r"\widetilde", r"\vec",
    r"\mathbf", r"\boldsymbol", r"\bm", r"\mathcal", r"\mathscr", r"\mathbb", r"\underline",
}  # fmt: skip
SYNONYMS = {r"\overline": r"\bar", r"\widehat": r"\hat", r"\widetilde": r"\tilde", r"\bm": r"\boldsymbol"}
UPRIGHT = {"text", "mathrm", "textrm", "operatorname", "mathit", "textit", "mathsf", "mathup", "rm"}
LAYOUT = {
    "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr",
    "displaystyle", "textstyle", "limits", "nolimits", "nonumber", "notag", "quad", "qquad", "thinspace",
}  # fmt: skip
ENVIRONMENTS = {"equation", "equation*", "align", "align*", "aligned", "gather", "gather*", "split", "multline"}
EMPTY = {"hspace", "vspace", "phantom", "hphantom", "vphantom"}
"""Commands that print nothing but a gap."""
BARS = ("|", r"\left|")
BEHIND_A_BAR = {"^", "_", ")", "]", "}", "+", "/", "*", ",", "=", r"\cdot", r"\times", r"\rangle"}
NOT_IN_A_KET = {*BARS, r"\right|", r"\langle", "=", "<", ">"}
OPENERS = {"left", "bigl", "Bigl", "biggl", "Biggl"}
CLOSERS = {"right", "bigr", "Bigr", "biggr", "Biggr"}
TOKEN = re.compile(
    r"(?P<space>\s+|~|\\[,;:!> ]|&|%[^\n]*)"
    r"|(?P<number>(?:[0-9]{1,3}(?:\{,\}[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+(?:E[+-][0-9]{2,3}(?![0-9]))?)?|\.[0-9]+)"
    r"|\\(?P<command>[A-Za-z]+\*?|\\(?:\*?\s*\[\s*-?[0-9.]+\s*(?:[a-z]{2}|\\[A-Za-z]+)\s*\]|\*)?|[{}%|_#$])"
    r"|(?P<letter>[A-Za-z])"
    r"|(?P<operator><=|>=|:=|[-+*/^_=<>()\[\]{}|,.;:!'…])"
)
UPRIGHT_GROUP = re.compile(r"\{\s*\\rm(?![A-Za-z])")
WORD = re.compile(r"(?<![A-Za-z\\_^{])[A-Za-z][a-z]{2,}(?![A-Za-z_^(={])")
SHORT_WORDS = re.compile(r"(?:^|\s)(?:is|of|in|to|at|by|an|as|or|on|if|no|be|we|it)(?=\s|$)")
COMMAND_AT_END = re.compile(r"\\[A-Za-z]+$")
LETTER = re.compile("[A-Za-z]")
MATHS = re.compile(r"\$([^$]+)\$")


def tokenize(source: str) -> list[Token]:
    """The tokens of a formula; the same few formulas are asked for again and again."""
    return list(_tokens(source))


@lru_cache(maxsize=5_000)  # a draft asks for those of all its lines several times
def _tokens(source: str) -> tuple[Token, ...]:
    """The tokens of a LaTeX source, without layout; raises ParseError where none begins."""
    tokens: list[Token] = []
    position, space = 0, ""
    while position < len(source):
        match = TOKEN.match(source, position)
        if match is None:
            raise ParseError(f"found {source[position]!r}, which means nothing in a formula", position + 1)
        kind, text, end = match.lastgroup or "", match.group(), match.end()
        if kind == "command":
            kind, text, end = _command(source, position, match.group("command"), end, text)
        elif text == "{" and (upright := UPRIGHT_GROUP.match(source, position)):
            end = _closing_brace(source, position)
            kind, text = "word", source[upright.end() : end - 1]
        if kind == "word":
            text = re.sub(r"\\mu(?![A-Za-z])\s*", "µ", re.sub(r"\\[,;: ]|~|\\cdot(?![A-Za-z])", " ", text))
            text = " ".join(text.split())
        if kind == "space" or text == "":
            space += text or " "
        else:
            tokens.append(Token(kind, text, position + 1, space))
            space = ""
        position = end
    return tuple(_with_kets(_without_empty_scripts(tokens)))


def _with_kets(tokens: list[Token]) -> list[Token]:
    r"""Each ket |k\uparrow\rangle as one token, which is a name.

    No bar and no \langle stands in it, so that |a|\langle I\rangle and |\langle I\rangle| hold none, and a bar that
    closes is followed by no name: in \langle|\psi|^2\rangle the second begins nothing.
    """
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        token, end = tokens[index], _ket_end(tokens, index)
        if end is not None:
            name = rf"|{normal_form(tokens[index + 1 : end - 1])}\rangle"
            token = Token("letter", name, token.column, token.space)
        found.append(token)
        index = index + 1 if end is None else end
    return found


def _ket_end(tokens: Sequence[Token], index: int) -> int | None:
    if tokens[index].text not in BARS or index + 1 >= len(tokens) or tokens[index + 1].text in BEHIND_A_BAR:
        return None
    for end in range(index + 1, len(tokens)):
        if tokens[end].text == r"\rangle":
            return end + 1
        if tokens[end].text in NOT_IN_A_KET:
            return None
    return None


def _without_empty_scripts(tokens: list[Token]) -> list[Token]:
    """x^{} and x_{} print an x and nothing else."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        if token.text == "}" and [one.text for one in found[-3:]] in (["^", "{", "}"], ["_", "{", "}"]):
            del found[-3:]
    return found


def _command(source: str, position: int, name: str, end: int, text: str) -> tuple[str, str, int]:
    """(kind, text, end) of the command at `position`; layout comes back as space."""
    if name.startswith("\\"):  # perhaps with the distance to the next row, or a star
        return "command", r"\\", end
    name = name.removesuffix("*") if name != "*" else name
    if name in OPENERS | CLOSERS:
        bar = re.compile(r"\s*(\||\\vert(?![A-Za-z])|\.)").match(source, end)
        if bar and bar.group(1) == ".":
            return "space", "", bar.end()
        if bar:
            return "command", r"\left|" if name in OPENERS else r"\right|", bar.end()
        return "space", "", end
    if name in ("lvert", "rvert"):
        return "command", r"\left|" if name == "lvert" else r"\right|", end
    if name in LAYOUT:
        return "space", text, end
    if name in EMPTY:
        return "space", " ", _closing_brace(source, _opening_brace(source, end, position))
    if name in ("tag", "label", "begin", "end"):
        after = _closing_brace(source, _opening_brace(source, end, position))
        inside = source[end:after].strip("{ }")
        if name in ("begin", "end") and inside not in ENVIRONMENTS:
            raise ParseError(f"the environment {shorten(inside)} is not supported", position + 1)
        return "space", " ", after
    if name in UPRIGHT:
        return _upright(source, position, end)
    return "command", text.removesuffix("*"), end


def _upright(source: str, position: int, end: int) -> tuple[str, str, int]:
    r"""\text{...}, \mathrm{...} and \mathrm x as one word; \rm before single letters means nothing."""
    match = re.compile(r"\s*(\{|[A-Za-z0-9])").match(source, end)
    if match is None:
        raise ParseError("an upright text is empty", position + 1, "{...}")
    if match.group(1) != "{":
        return ("space", "", end) if source.startswith(r"\rm", position) else ("word", match.group(1), match.end())
    after = _closing_brace(source, match.end() - 1)
    return "word", source[match.end() : after - 1], after


def _opening_brace(source: str, end: int, position: int) -> int:
    match = re.compile(r"\s*\{").match(source, end)
    if match is None:
        raise ParseError("a command has no argument", position + 1, "'{'")
    return match.end() - 1


def _closing_brace(source: str, start: int) -> int:
    depth = 0
    for index in range(start, len(source)):
        depth += (source[index] == "{") - (source[index] == "}")
        if depth == 0:
            return index + 1
    raise ParseError("a brace is not closed", start + 1, "'}'")


def is_between_digits(tokens: Sequence[Token], index: int) -> bool:
    """Whether the comma of 3,5 or 1,000 stands at `index`, without a gap: half the world prints decimals so."""
    if not 0 < index < len(tokens) - 1 or tokens[index].text != ",":
        return False
    close = not (tokens[index].space or tokens[index + 1].space)
    return close and tokens[index - 1].kind == tokens[index + 1].kind == "number"


# Normal forms of names


def normalise(name: str) -> str:
    r"""One spelling for all that print alike: \Phi_0 and \Phi_{0}, r_{\text{He}} and r_{He}, \bar r and \bar{r}."""
    return _normalised(check_length(name))


@lru_cache(maxsize=10_000)
def _normalised(name: str) -> str:
    with no_recursion_error():
        return normal_form(tokenize(name))


@lru_cache(maxsize=10_000)
def length_of_name(name: str) -> int:
    r"""How many items a name has at most, each with its accents, subscript and primes.

    >>> length_of_name(r"\bar{r}_{He}'"), length_of_name(r"\Delta x"), length_of_name("f(x_{12}, y)")
    (1, 2, 6)
    """
    count = depth = 0
    is_below = False
    for token in tokenize(name):
        if token.text == "}":
            depth -= 1
            is_below = is_below and depth > 0
        elif token.text == "{":
            count += depth == 0 and not is_below
            depth += 1
        elif depth == 0 and token.text == "_":
            is_below = True
        elif depth == 0 and token.text not in ACCENTS and token.text != "'":
            digits = len(token.text) if token.kind == "number" else 1  # of x_12 only the 1 stands below
            count += digits - is_below
            is_below = False
    return max(count, 1)


def normal_form(tokens: Sequence[Token]) -> str:
    """The one spelling of a name that begins with the first and ends with the last token; only their texts count.

    A reader asks for that of the same few tokens again and again.  Raises ParseError.
    """
    if len(tokens) == 1 and tokens[0].text not in BEGINS_ITEM:
        return tokens[0].text
    texts = tuple([token.text for token in tokens])
    found = _FORMS.get(texts)
    if found is None:
        if len(_FORMS) >= MOST_FORMS:
            _FORMS.clear()
        found = _FORMS[texts] = _normal_form(tokens)
    return found


BEGINS_ITEM = ACCENTS | {"{", "_", "^"}
"""Tokens that are no name by themselves."""
MOST_FORMS = 10_000
_FORMS: dict[tuple[str, ...], str] = {}


def _normal_form(tokens: Sequence[Token]) -> str:
    text, index = "", 0
    while index < len(tokens):
        piece, index = _normal_atom(tokens, index)
        text = join(text, piece)
    return text


def _normal_atom(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """An item with its subscripts first and its primes last."""
    if tokens[index].text in ("_", "^"):
        inside, end = _normal_item(tokens, index + 1)
        primes = inside.replace(r"\prime", "'")
        return (primes, end) if primes.strip("'") == "" and primes else (f"{tokens[index].text}{{{inside}}}", end)
    base, index = _normal_item(tokens, index)
    subscript = primes = ""
    while index < len(tokens) and (
        tokens[index].text in ("_", "'") or _is_prime(tokens, index) or is_label(tokens, index)
    ):
        if tokens[index].text == "'":
            primes, index = primes + "'", index + 1
        else:
            piece, index = _normal_atom(tokens, index)
            subscript, primes = (
                (subscript, primes + piece) if piece.startswith(("'", "^")) else (subscript + piece, primes)
            )
    return base + subscript + primes, index


def is_label(tokens: Sequence[Token], index: int) -> bool:
    """Whether a superscript zero stands at `index`, as in v^0: no page prints a power that is one."""
    following = [token.text for token in tokens[index + 1 : index + 4]]
    return tokens[index].text == "^" and (following[:1] == ["0"] or following == ["{", "0", "}"])


def _is_prime(tokens: Sequence[Token], index: int) -> bool:
    following = [token.text for token in tokens[index + 1 : index + 3]]
    return tokens[index].text == "^" and (following[:1] == [r"\prime"] or following == ["{", r"\prime"])


def _normal_item(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """A token, the inside of a group, or an accent with its item (subscripts moved out of it)."""
    if index >= len(tokens):
        return "", index
    token = tokens[index]
    if token.text in ACCENTS:
        inside, end = _normal_item(tokens, index + 1)
        accent = SYNONYMS.get(token.text, token.text)
        base, mark, rest = inside.partition("_{")
        return f"{accent}{{{base}}}{mark}{rest}", end
    if token.text != "{":
        return token.text, index + 1
    depth = 0
    for end in range(index, len(tokens)):
        depth += (tokens[end].text == "{") - (tokens[end].text == "}")
        if depth == 0:
            return normal_form(tokens[index + 1 : end]), end + 1
    raise ParseError("a brace is not closed", token.column, "'}'")


def join(left: str, right: str) -> str:
    needs_gap = "\\" in left and right[:1].isalpha() and COMMAND_AT_END.search(left) and LETTER.match(right)
    return f"{left} {right}" if needs_gap else left + right


# Words and formulas


def is_words(source: str) -> bool:
    """Whether a printed text is words, perhaps with formulas between dollar signs, rather than one formula."""
    bare = source.strip()
    inner = bare.strip("$")
    if bare != inner and "$" not in inner:
        return False
    if "$" in bare:
        return True
    plain = re.sub(r"\\(?:text|textrm|mbox)\s*\{([^{}]*)\}", r" \1 ", bare)
    plain = re.sub(r"[_^]\s*\{[^{}]*\}|\\[A-Za-z]+\s?|\\.", _gap, plain)
    return bool(WORD.search(plain) or SHORT_WORDS.search(plain))


def _gap(match: re.Match[str]) -> str:
    """Blanks stay blanks, so that a\\,da is not the word ada."""
    return " " if match.group()[1:] in {" ", ",", ";", ":", "!"} else ""


def formulas_in(source: str) -> list[str]:
    """The formulas of a printed text: what stands between dollar signs, or the whole of a bare formula."""
    if "$" in source:
        return [formula.strip() for formula in MATHS.findall(source) if formula.strip()]
    return [] if is_words(source) or not source.strip() else [source]


def is_condition_word(token: Token) -> bool:
    """Whether the token is "for", "if", "where", ..."""
    return token.kind == "word" and token.text.strip(" ,").lower() in CONDITION_WORDS


def unwrapped(source: str) -> str:
    """Blanks in place of the signs that switch to mathematics, so that columns stay."""
    for opening, closing in (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]")):
        bare = source.strip()
        if bare.startswith(opening) and bare.endswith(closing) and len(bare) >= len(opening + closing):
            start, end = source.index(opening), source.rindex(closing)
            blank = " " * len(opening)
            return source[:start] + blank + source[start + len(opening) : end] + blank + source[end + len(closing) :]
    return source
