r"""Words that leave a formula as it is: "for", "where", "we find that", "the radius", "(see above)", "by (3)".

Any other word beside a formula may be a part of it: "plus y", "3 million", "the logarithm of $a$", "modulo n".
No list of such words is complete, so the lists here are of those that change nothing.  In a display
(`a = b \text{ for } c > 0`) every word must be one of them, or be read by the grammar as a unit or a name.  In words with
formulas between dollar signs, it is every word behind a formula, and before it those up to one that stands
between the words and the formula: "is", "that", "at".  Where nothing is encoded that could be printed as an
equation, the words are the statement, and only a word that touches a formula counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.doubts.turning_words import LATITUDE, SPACE, TEXT
from verify.grammar.tokens import MATHS, formulas_in, is_words

REFERENCE = re.compile(
    r"""\bsee\s+(?:the\s+)?(?:above|below|text|appendix|figure|table)\b
    | (?:\b(?:see|as\s+in|by|from|with|using|of|in|after|cf\.?|compare)\s+)?
      (?:\b(?:eqs?|equations?|relations?|formulas?|refs?|figs?|figures?|tables?|sections?)\b\.?)?[\s~]*
      (?:\\(?:eq)?ref\s*\{[^{}]*\} | [(\[]\s*[0-9]+[a-z']*(?:\s*[,–-]\s*[0-9]+[a-z']*)*\s*[)\]])""",
    re.VERBOSE | re.IGNORECASE,
)
PHRASE = re.compile(
    r"""\b(?:as\ long\ as | can\ be\ (?:re)?written\ as | of\ the\ order\ of(?:\ magnitude)?
    | (?:corresponds?|converges?|leads?|equal|according)\ to | provided\ that)\b""",
    re.VERBOSE | re.IGNORECASE,
)
APART = re.compile(
    r"""\b(?:by\ definition | in\ (?:atomic|Gaussian|SI|natural)\ units | it\ follows
    | (?:one|we)\ (?:find|get|obtain|read)s?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Phrases that want an object behind them, and those that want none."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


JOINING = _listed("""and since because so that thus hence therefore then namely we have find get obtain now also""")
CONDITIONAL = _listed("for if when where with at given assuming provided all every each any")
REMARKS = _listed("here again respectively")
"""Words of a display: those between formulas, those that make the next one a condition, those that end a line."""

PIVOTS = _listed(
    """is are was be been being has have had that which where when whenever if for at near with in on as and since because
    so thus hence therefore then namely while get gets got give gives find finds found obtain obtains obtained yield
    yields read reads become becomes follows holds appears appear occurs vanishes creates starts implies"""
)
"""Words between a formula and what is said of it."""
PLAIN = PIVOTS | _listed(
    """a an the this these those its their our his each every all any both we i they it one there here now again also
    already but well known obvious evident clearly exactly always indeed simply such case cases of from only
    satisfied true written rewritten represented described defined determined calculated measured shown using
    inserting given valid between inside outside during see called denoted expression equation formula relation
    condition definition law identity result value values order magnitude rate range acceleration action angle
    angular area atom atomic attraction axis border capacity charge charges circumference circular classical
    coefficient component conducting conductor constant coordinate current curve cylinder density diameter distance
    dimension dimensions drift electric electron electrons elementary energy entropy experiment experiments field
    fields first flux force frequency function ground helium index inductance interaction kinetic length level
    levels light magnetic magneton mass metal molecule moment momentum nucleus number orbit orbital orbitals pair
    pairs particle particles period permittivity photon place point potential power pressure proton quantity quantum
    quanta radius repulsion resistance resistivity ring rings second section series size solution speed sphere spin
    state states superconductor superconductors surface system temperature term terms thickness time tunnel vacuum
    vector velocity voltage volume wave wavelength world zero"""
)
"""Words that say nothing about the size of a formula: they point to it, or name a quantity or a thing."""
TOUCHING = PIVOTS | _listed(
    """of only from there here using between inside outside during again but the this these their its it we they"""
)
"""What may stand close behind a formula, where a noun would be counted by it: 3 particles."""
OBJECTS = _listed("""of in on at for as with near from between inside outside using where when if and that""")
"""Words that want another one behind them: a line that ends with "in" ends with inches."""

PRONOUNS = _listed("we i they it one there he she")
"""Subjects that name nothing: in "on average it is" the words before them speak of the formula."""
DIRECTIONS = _listed("above below beyond exceeds")
"""Words before a number at which a curve changes its sign."""

TOKENS = re.compile(r"\u2026|[A-Za-z][A-Za-zħ'’éöü-]*|[0-9][\w./]*|\\[A-Za-z]+|[^\sA-Za-z0-9]")
POINTS = frozenset(",()[]\"'“”‘’`~…?")
STOPS = re.compile(r"[.;:](?=\s|$)")
DANGLING = re.compile(
    r"^(?:[=<>+*/^_!|]|\\(?:[gl]eq?|approx|sim(?:eq)?|equiv|propto|times|cdot|pm|mp|[gl]l|neq?|div)(?![A-Za-z]))"
)
OPEN = re.compile(r"(?:[-=<>+*/^_(]|\\(?:[gl]eq?|approx|sim(?:eq)?|equiv|propto|times|cdot|pm|mp|[gl]l|neq?|div))$")
RELATION = re.compile(r"[=<>]|\\(?:[gl]eq?|approx|sim(?:eq)?|equiv|propto|[gl]l|neq?|to|rightarrow)(?![A-Za-z])")
UNEQUAL = re.compile(r"[<>]|\\(?:[gl]eq?|neq?|[gl]l)(?![A-Za-z])")

SUPPOSED = re.compile(
    r"""\b(?:if|when|whenever|unless|until|while|once|assum\w+|suppos\w+|provided|as\ long\ as)\b
    | \b(?:for|at|given)(?:\s+(?:all|any|every|each|the\ case))?\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
IMPLYING = re.compile(r"\b(?:impl\w+|entails?|would|gives?|yields?|means|leads?\s+to)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """The formulas of a printed line, and the words before each of them and behind the last."""

    formulas: tuple[str, ...]
    words: tuple[str, ...]
    display: bool
    kept: bool = False
    """Whether words that are not harmless were left inside the formulas, for the grammar to read."""

    def supposed(self) -> list[bool]:
        """Which formulas the words make a condition or an antecedent: "if $a = b$", "$a = b$ implies".

        >>> line_of("if $a = b$, then $c = d$").supposed(), line_of("$a = b$, and $c = d$").supposed()
        ([True, False], [False, False])
        """
        found = []
        for before, formula, after in zip(self.words, self.formulas, self.words[1:], strict=False):
            near = STOPS.split(before)[-1]
            unequal = re.search(r"\bwhere\W*$", near) is not None and UNEQUAL.search(formula) is not None
            found.append(bool(SUPPOSED.search(near) or unequal or IMPLYING.search(STOPS.split(after)[0])))
        return found

    def unknown(self, plain: bool = True, rounded: bool = False) -> str:
        """The first word beside a formula that is not known to be harmless; empty if there is none.

        `plain` says that the encoding has equations or numbers that can be printed, `rounded` that a number in it
        has some latitude, so that "about" says nothing new.

        >>> line_of("$a = 3$ million").unknown(), line_of("one finds that $a = 3$ for the ring").unknown()
        ('million', '')
        >>> line_of(r"a = b \\text{ mod } n", loose=True).unknown(), line_of(r"a = b \\text{ for } n > 0").unknown()
        ('mod', '')
        """
        if self.display:
            return self._operand()
        for place, words in enumerate(self.words):
            following = self.formulas[place : place + 1]
            before = self.formulas[place - 1 : place] if place else ()
            if before and (word := _behind(words, before[0], bool(following), plain, rounded)):
                return word
            if following and (word := _ahead(words, plain, rounded)):
                return word
        return ""

    def _operand(self) -> str:
        """The words of a display that are no remark, or stand in the place of an operand."""
        for place, formula in enumerate(self.formulas):
            ahead, behind = self.words[place], self.words[place + 1]
            if behind and not _is_remark(behind, place == len(self.formulas) - 1):
                return behind
            if ahead and not _is_remark(ahead, False):
                return ahead
            if (ahead and DANGLING.search(formula)) or (behind and OPEN.search(formula)):
                return ahead or behind
            alone = not RELATION.search(formula) and len(self.formulas) > 1
            if alone and not re.search(r"\bfor\b", ahead, re.IGNORECASE):
                return ahead or behind
        return ""


def line_of(printed: str, loose: bool = False) -> Line:
    """What a printed line consists of.  `loose` takes all words out of a display, not only the harmless ones.

    >>> line_of(r"x = 5y \\quad \\text{for every}\\ y").formulas, line_of("it is $x$").formulas
    (('x = 5y', 'y'), ('x',))
    """
    if "$" in printed:
        pieces = MATHS.split(printed)
        words, formulas = [pieces[0]], list[str]()
        for formula, after in zip(pieces[1::2], pieces[2::2], strict=True):
            if formula.strip():
                formulas.append(formula.strip())
                words.append(after)
            else:
                words[-1] += after
        words = [text.replace("$", " ") for text in words]
        return Line(tuple(formulas), tuple(words), is_words(printed) is False)
    if not is_words(printed):
        return Line(tuple(formulas_in(printed)), ("",) * (len(formulas_in(printed)) + 1), True)
    return _display(printed, loose)


def _display(printed: str, loose: bool) -> Line:
    formulas, words, start, kept = list[str](), [""], 0, False
    matches = list(TEXT.finditer(printed))
    for match in matches:
        last = not SPACE.sub("", printed[match.end() :])
        if not loose and not _is_remark(match.group(1), last):
            kept = True
            continue
        piece, start = SPACE.sub("", printed[start : match.start()]), match.end()
        if piece:
            formulas.append(piece)
            words.append("")
        words[-1] = " ".join(filter(None, (words[-1], match.group(1).strip())))
    if matches and (rest := SPACE.sub("", printed[start:])):
        formulas.append(rest)
        words.append("")
    return Line(tuple(formulas), tuple(words), True, kept)


def _is_remark(text: str, last: bool) -> bool:
    """Whether the words of a display leave the formulas beside them as they are."""
    bare = re.sub(r"\b(?:as long as|provided that|it follows)\b", " ", REFERENCE.sub(" ", text), flags=re.IGNORECASE)
    words = re.sub(r"[\s,;.:()\[\]~]+", " ", bare).lower().split()
    return all(word in REMARKS or (not last and word in JOINING | CONDITIONAL) for word in words)


def _tokens(words: str) -> list[str]:
    plain = APART.sub(" there ", REFERENCE.sub(" ", words))
    return [token for token in TOKENS.findall(PHRASE.sub(" as ", plain)) if token not in POINTS]


def _behind(words: str, formula: str, followed: bool, plain: bool, rounded: bool) -> str:
    """The first unknown word behind a formula, up to the next one or the end of the clause."""
    clause = STOPS.split(words)[0]
    followed = followed and clause == words
    touching = re.match(r"[\s(\[~]*[^\s(\[~,)\]—–]", clause) is not None
    tokens = _tokens(clause) if plain or touching else []
    for place, token in enumerate(tokens):
        following = tokens[place + 1 : place + 2]
        if touching and place == 0:
            if token == "of" and RELATION.search(formula):
                return token
            article = token == "a" and following and following[0].isalpha()
            if not article and token.lower() not in TOUCHING and not (rounded and LATITUDE.fullmatch(token)):
                return token
        if not _is_harmless(token, place == 0 and not touching, rounded):
            return token
        if not (following or followed) and token in OBJECTS:
            return token
        if not plain:
            return ""
    return ""


def _ahead(words: str, plain: bool, rounded: bool) -> str:
    """The first unknown word before a formula, up to one that stands between it and the formula."""
    clause = STOPS.split(words)[-1]
    tokens = _tokens(clause)
    for place in range(len(tokens) - 1, -1, -1):
        token, touching = tokens[place], place == len(tokens) - 1 and not clause.rstrip().endswith((",", ")"))
        if touching and (token[0].isdigit() or (len(token) == 1 and token not in "aA—")):
            return token
        if not _is_harmless(token, place == 0 or touching, rounded) and (plain or token not in DIRECTIONS):
            return token
        subject = place > 0 and tokens[place - 1].lower() in PRONOUNS
        if not plain or (token.lower() in PIVOTS - {"that"} and not subject):
            return ""
    return ""


def _is_harmless(token: str, first: bool, rounded: bool) -> bool:
    """Whether a word is on the lists, a letter, a number, or inside a clause a name: "the Bohr magneton"."""
    if token.lower() in PLAIN or (rounded and LATITUDE.fullmatch(token)):
        return True
    if not token[0].isalpha():
        return token[0].isdigit() or token in "–—-"
    return len(token) == 1 or (not first and token[0].isupper() and token[1:].islower())
