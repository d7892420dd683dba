r"""Raised signs that may be no powers: x^0, g^{01}, p^\mu, T^{12}T^{21}, E_0^1.

An encoding writes them down as powers, and a reading with its notation agrees by convention.  Whether the print alone
shows a power is asked here as `referee check --latex` asks it: of letters that are indices, and of what is raised on any letter, even where they
are declared, since a declared p says nothing of the components of a p.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from verify.grammar.ambiguities import GREEK_INDICES, Ambiguous
from verify.grammar.items import Notation
from verify.grammar.parser import ParseError, check_length, no_recursion_error
from verify.grammar.tokens import normalise, unwrapped
from verify.latex.reader import LatexParser

INDICES = {*"ijkl", *GREEK_INDICES}
"""Letters that are indices even where they are declared."""
LETTER = re.compile(r"\\?[A-Za-z]+")


def exponent_in_doubt(formula: str, names: Mapping[str, Any], functions: Mapping[str, Any]) -> str:
    """Why something raised in a formula may be no power; empty if nothing says so."""
    known = {normalise(name): value for name, value in names.items()}
    called = {normalise(name): value for name, value in functions.items()}
    marked = {name: value for name, value in known.items() if not LETTER.fullmatch(name)}
    others = {name: value for name, value in known.items() if name not in INDICES}
    try:
        with no_recursion_error():
            source = unwrapped(check_length(formula))
            _reader(source, known, called).refuse_doubtful_superscripts()
            _reader(source, others, called).refuse_raised_indices()
            _reader(source, marked, called).doubt_upper()
    except Ambiguous as error:
        return str(error)
    except ParseError:  # the reader says it better
        return ""
    return ""


def _reader(source: str, names: dict[str, Any], functions: dict[str, Any]) -> LatexParser:
    return LatexParser(source, Notation(names, functions, {}, free=True, strict=True))
