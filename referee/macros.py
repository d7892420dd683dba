r"""Commands that a source defines: \newcommand, \renewcommand, \providecommand, \def, \let, \DeclareMathOperator.

They are expanded as TeX does it, token by token and from their place on, so that nothing is read with a meaning that
the source has changed: \renewcommand{\pi}{\Pi} makes \Pi of every later \pi.  A definition is followed if it stands
outside of groups and conditions, takes its arguments without delimiters, and has a plain body.  Every other defined
name stays in the text, and whatever display uses it stays open, wherever it stands.

Line breaks are kept, so that every line keeps its number.

pylatexenc 2.11 was measured on 16 public sources and left: it expands no macro of the source (\half becomes nothing), its strict
parser fails on 3 of them, its tolerant one loses displays there (14 of 20, 1 of 6, 21 of 31), and it takes ten times as long.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from referee.macro_bodies import (
    BODY,
    NAME,
    OF_ONE,
    OF_TWO,
    TOKEN,
    Frozen,
    Macro,
    defined_in,
    is_one,
    macro_of,
    operator_of,
    substituted,
)
from verify.grammar.glyphs import COMMAND_FUNCTIONS, DOTS, FRACTIONS, LETTERS, RELATIONS, SEPARATORS, UNSUPPORTED
from verify.grammar.tokens import ACCENTS, LAYOUT, UPRIGHT

MAX_TEXT = 3_000_000
"""Characters of a source whose macros are followed; in a longer one all that it defines stays open."""
MAX_LEVEL = 30
MAX_EXPANSION = 20_000
"""Tokens that one use of a macro may bring, all that it leads to together."""
MAX_ADDED = 2_000_000
MAX_SCANNED = 20_000_000
"""Tokens of groups that are looked through, again and again where they are nested."""
MAX_PARAMETERS = 9

MACROS = "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand"
OPERATORS = {"DeclareMathOperator"}
BY_TEX = {"def", "gdef", "edef", "xdef"}
BY_SPEC = "NewDocumentCommand", "RenewDocumentCommand", "ProvideDocumentCommand", "DeclareDocumentCommand"
ENVIRONMENTS = {"newenvironment", "renewenvironment"}
READ = {rf"\{name}" for name in (*MACROS, *OPERATORS, *BY_TEX, *BY_SPEC, *ENVIRONMENTS, "let")}
CODE = re.compile(r"`[^`\n]+`")
VERBATIM = re.compile(r"\\verb\*?([^A-Za-z*\s])[^\n]*?\1")
IN_CODE = re.compile(rf"`[^`\n]+`|{TOKEN.pattern}", re.DOTALL)
OPENING = {"{", r"\begingroup", r"\bgroup", r"\begin", r"\[", r"\("}
CLOSING = {"}", r"\endgroup", r"\egroup", r"\end", r"\]", r"\)"}
ENDING = {"}", "$", "$$", r"\]", r"\)", r"\end", r"\endgroup"}
CONDITION = re.compile(r"\\if(?!f$|thenelse$)[A-Za-z@]*|\\unless")
PREFIXES = {r"\long", r"\protected", r"\global", r"\outer"}
KNOWN = {
    *COMMAND_FUNCTIONS, *(rf"\{name}" for name in LETTERS | LAYOUT | UPRIGHT), *RELATIONS, *SEPARATORS, *DOTS,
    *UNSUPPORTED, *FRACTIONS, *ACCENTS, r"\sqrt", r"\sum", r"\prod", r"\int", r"\partial", r"\cdot", r"\times", r"\bmod",
    r"\infty", r"\binom", r"\,", r"\;", r"\:", r"\!", r"\{", r"\}", r"\%", r"\&", r"\ ",
}  # fmt: skip
"""What the reader of formulas knows, so that \\providecommand may leave it as it is."""

ELSEWHERE = "in a group, under a condition or by other means than a plain definition"
ARGUMENTS = "with optional or delimited arguments"
TWICE = "although it is defined before"
ENDLESS = "so that its expansion has no end, or is too long"
UNBRACED = "and puts it without braces where TeX takes one sign"
USED = "and uses it without all its arguments"
TOO_LONG = "and is too long for its definitions to be followed"


@dataclass(frozen=True)
class Expanded:
    """A text without its definitions, and the names that it defines and that are not followed, each with the reason."""

    text: str
    open_names: Mapping[str, str] = field(default_factory=dict)

    def doubt(self, latex: str) -> str:
        """Why a formula cannot be read: the first name in it that the source defines and nobody followed."""
        for name in re.findall(NAME, latex) if self.open_names else ():
            if name in self.open_names:
                return f"the source defines {name} {self.open_names[name]}"
        return ""


def expanded(text: str, *, code: bool = False) -> Expanded:
    """The text with its macros expanded.  With `code`, what stands between backticks is no LaTeX."""
    bare = CODE.sub(" ", text) if code else VERBATIM.sub(" ", text)
    defined = Counter(defined_in(bare))
    if not defined:
        return Expanded(text)
    if len(text) > MAX_TEXT:
        return Expanded(text, dict.fromkeys(defined, TOO_LONG))
    pattern = IN_CODE if code else TOKEN
    return _Expander([match.group() for match in pattern.finditer(text)], defined, dollars=not code).run()


class _Fails(Exception):
    """An argument or a body does not stand where it is expected."""


class _Expander:
    """One pass over the tokens of a source; what a macro stands for is put before the rest, as TeX does it."""

    def __init__(self, tokens: list[str], defined: Counter[str], *, dollars: bool) -> None:
        self.rest: list[tuple[str, int]] = [(token, 0) for token in reversed(tokens)]
        self.dollars = dollars
        self.macros: dict[str, Macro] = {r"\ensuremath": Macro(("#1",), 1)}
        self.missed = defined
        self.why: dict[str, str] = {}
        self.output: list[str] = []
        self.depth = self.added = self.made = self.scanned = 0
        self.maths = ""

    def run(self) -> Expanded:
        while self.rest and self.scanned < MAX_SCANNED:
            token, level = self.rest.pop()
            if level == 0:
                self.made = 0
            if token in READ and not isinstance(token, Frozen):
                self._definition(token, level)
            elif token in self.macros and not isinstance(token, Frozen):
                self._use(token, level)
            else:
                self._keep(token)
        if self.rest:
            self.output += [token for token, _ in reversed(self.rest)]
            self.why = dict.fromkeys(self.missed, TOO_LONG)
        for name, count in self.missed.items():
            if count > 0 and name not in (r"\theequation", r"\\"):  # every display gives \\ its own meaning
                self.why.setdefault(name, ELSEWHERE)
        return Expanded("".join(self.output), self.why)

    # Output

    def _put(self, token: str) -> None:
        before = self.output[-1] if self.output else ""
        if token[:1].isalpha() and before.startswith("\\") and before[-1].isalpha():
            self.output.append(" ")
        self.output.append(token)

    def _keep(self, token: str) -> None:
        """A token that is no macro: it is printed, and may open or close a group."""
        self._put(token)
        if token in ("$", "$$") and self.dollars:
            self.maths = (token if not self.maths else "") if token == "$" or self.maths != "$" else self.maths
        elif token in OPENING or token in CLOSING:
            if not (token in (r"\begin", r"\end") and self._next_group() == "document"):
                self.depth += 1 if token in OPENING else -1
        elif CONDITION.fullmatch(token):
            self.depth += 1
        elif token == r"\fi":
            self.depth -= 1
        elif token == r"\newif" and self.rest:
            self._put(self.rest.pop()[0])
        elif token in OF_TWO or token in OF_ONE:
            self._brace_arguments(token)
        elif token in ("^", "_"):
            self._brace_script()

    def _next_group(self) -> str:
        texts = [token for token, _ in reversed(self.rest[-12:])]
        return "".join(texts).strip().partition("}")[0].removeprefix("{").strip()

    def _brace_arguments(self, command: str) -> None:
        r"""\frac\half2 takes \half as a whole: braces around a macro that is an argument without them."""
        taken: list[tuple[str, int]] = []
        for _ in range(2 if command in OF_TWO else 1):
            taken += self._spaces()
            if (command == r"\sqrt" and self._at("[")) or not self.rest or self.rest[-1][0] in CLOSING:
                break
            if self._at("{"):
                try:
                    taken += self._group()
                except _Fails:
                    break
                continue
            token, level = self.rest.pop()
            if token not in self.macros or isinstance(token, Frozen):
                taken.append((token, level))
                continue
            macro = self.macros[token]
            if macro.parameters or (command in ACCENTS and len(macro.body) > 1):
                self.why.setdefault(token, UNBRACED)
            taken += [("{", level), (token, level), ("}", level)]
        self.rest += reversed(taken)

    def _brace_script(self) -> None:
        r"""x^\half with a fraction; of x^\ab with two letters, the first one is raised."""
        spaces = self._spaces()
        token, level = self.rest[-1] if self.rest else ("", 0)
        if token in self.macros and not isinstance(token, Frozen):
            macro = self.macros[token]
            if len(macro.body) > 1 and macro.body[0] in OF_TWO | OF_ONE:
                if macro.parameters or not is_one(macro.body):
                    self.why.setdefault(token, UNBRACED)
                self.rest[-1:] = [("}", level), (token, level), ("{", level)]
        self.rest += reversed(spaces)

    # Input

    def _at(self, text: str) -> bool:
        return bool(self.rest) and self.rest[-1][0] == text

    def _spaces(self) -> list[tuple[str, int]]:
        found = []
        while self.rest and self.rest[-1][0].isspace():
            found.append(self.rest.pop())
        return found

    def _group(self) -> list[tuple[str, int]]:
        """The tokens of the group at hand with its braces."""
        found: list[tuple[str, int]] = []
        depth = 0
        while self.rest and len(found) < MAX_EXPANSION:
            found.append(self.rest.pop())
            self.scanned += 1
            depth += (found[-1][0] == "{") - (found[-1][0] == "}")
            if depth == 0:
                return found
        self.rest += reversed(found)
        raise _Fails

    def _argument(self, seen: list[tuple[str, int]]) -> list[str]:
        """The next argument without its braces; all that is taken goes to `seen`, too."""
        seen += self._spaces()
        if not self.rest or self.rest[-1][0] in ENDING:
            raise _Fails
        group = self._group() if self._at("{") else [self.rest.pop()]
        seen += group
        texts = [token for token, _ in group]
        return texts[1:-1] if texts[0] == "{" else texts

    # Uses

    def _use(self, name: str, level: int) -> None:
        macro = self.macros[name]
        seen: list[tuple[str, int]] = []
        arguments: list[list[str]] = []
        try:
            for _ in range(macro.parameters):
                arguments.append(self._argument(seen))
        except _Fails:
            self.rest += reversed(seen)
            self._leave(name, USED)
            return
        size = len(macro.body) + sum(map(len, arguments))
        if level >= MAX_LEVEL or self.made + size > MAX_EXPANSION or self.added > MAX_ADDED:
            self.rest += reversed(seen)
            self._leave(name, ENDLESS)
            return
        made = list(substituted(macro.body, arguments))
        self.made, self.added = self.made + len(made), self.added + len(made)
        lost = sum(token.count("\n") for token, _ in seen) - sum(token.count("\n") for token in made)
        made += ["\n"] * max(0, lost)
        self.rest += [(token, level + 1) for token in reversed(made)]

    def _leave(self, name: str, why: str) -> None:
        self.why.setdefault(name, why)
        self._put(name)

    # Definitions

    def _definition(self, command: str, level: int) -> None:
        """Takes a definition out of the text, and follows it if it is a plain one."""
        seen: list[tuple[str, int]] = [(command, level)]
        word = command[1:]
        if self._at("*"):
            seen.append(self.rest.pop())
        try:
            if word in ENVIRONMENTS:
                self._environment(seen)
                return
            name = self._name(seen)
            if name == r"\theequation":  # how equations are numbered is told by the definition itself
                raise _Fails
            macro, why = self._meaning(word, seen)
        except _Fails:
            self._put(command)
            self.rest += reversed(seen[1:])
            return
        self._blank(seen)
        if self.depth or self.maths:
            return
        self.missed[name] -= 1
        if word in ("newcommand", "NewDocumentCommand") and name in self.macros and not why:
            why = TWICE
        if word.lower().startswith("provide"):
            if name in self.macros:
                return
            why = why or (name in KNOWN and "with \\providecommand, which may leave it as it is") or ""
        if why or macro is None:
            self.why.setdefault(name, why or BODY)
        else:
            self.macros[name] = macro

    def _blank(self, seen: list[tuple[str, int]]) -> None:
        while self.output and self.output[-1] in PREFIXES:
            self.output.pop()
        self.output.append(" " + "\n" * sum(token.count("\n") for token, _ in seen))

    def _environment(self, seen: list[tuple[str, int]]) -> None:
        self._argument(seen)
        self._options(seen)
        self._argument(seen)
        self._argument(seen)
        self._blank(seen)

    def _name(self, seen: list[tuple[str, int]]) -> str:
        inside = [token for token in self._argument(seen) if not token.isspace()]
        if len(inside) != 1 or not re.fullmatch(NAME, inside[0]) or inside[0] == r"\csname":
            raise _Fails
        return inside[0]

    def _options(self, seen: list[tuple[str, int]]) -> list[str]:
        """What stands in the square brackets that follow."""
        found: list[str] = []
        while True:
            spaces = self._spaces()
            if not self._at("["):
                self.rest += reversed(spaces)
                return found
            seen += spaces
            inside = ""
            while self.rest and not self._at("]") and len(inside) < 400:
                seen.append(self.rest.pop())
                inside += seen[-1][0]
            if not self._at("]"):
                raise _Fails
            seen.append(self.rest.pop())
            found.append(inside[1:].strip())

    def _meaning(self, word: str, seen: list[tuple[str, int]]) -> tuple[Macro | None, str]:
        """What is defined, and why it cannot be followed, if so."""
        if word == "let":
            return self._let(seen)
        if word in BY_TEX:
            return self._by_tex(word, seen)
        if word in OPERATORS:
            return Macro(tuple(operator_of("".join(self._argument(seen))))), ""
        parameters = 0
        if word in BY_SPEC:
            spec = "".join(self._argument(seen)).split()
            parameters = len(spec)
            why = ARGUMENTS if set(spec) - {"m"} else ""
        else:
            options = self._options(seen)
            why = ARGUMENTS if len(options) > 1 or (options and not re.fullmatch("[0-9]", options[0])) else ""
            parameters = int(options[0]) if options and not why else 0
        return macro_of(self._argument(seen), parameters, why)

    def _by_tex(self, word: str, seen: list[tuple[str, int]]) -> tuple[Macro | None, str]:
        between = []
        while self.rest and not self._at("{"):
            seen.append(self.rest.pop())
            between.append(seen[-1][0])
            if len(between) > 40 or between[-1] == "}":
                raise _Fails
        plain = "".join(between).strip()
        count = len(plain) // 2
        why = "" if plain == "".join(f"#{k}" for k in range(1, count + 1)) and count <= MAX_PARAMETERS else ARGUMENTS
        body = self._argument(seen)
        return macro_of(body, count, why or (BODY if word in ("edef", "xdef") else ""))

    def _let(self, seen: list[tuple[str, int]]) -> tuple[Macro | None, str]:
        seen += self._spaces()
        if self._at("="):
            seen.append(self.rest.pop())
            seen += self._spaces()
        if not self.rest or self.rest[-1][0] in ("{", "}"):
            raise _Fails
        token = self.rest.pop()
        seen.append(token)
        if token[0] in self.why or self.missed[token[0]] < 0:
            return None, ELSEWHERE
        return self.macros.get(token[0], Macro((Frozen(token[0]),))), ""
