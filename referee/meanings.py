"""What the words of an audit mean."""

from __future__ import annotations


def meanings() -> dict[str, str]:
    """Every result, outcome and grade, and what is said of a print, with its meaning."""
    from reports.text import TRANSCRIPTION_MEANING
    from verify.verdicts import GRADE_MEANING, OUTCOME_MEANING, RESULT_MEANING

    tables = (RESULT_MEANING, OUTCOME_MEANING, GRADE_MEANING, TRANSCRIPTION_MEANING)
    return {str(word): meaning for table in tables for word, meaning in table.items()}


def meaning(word: str) -> tuple[str, str]:
    """The word as an audit writes it, and what it means.  Raises ValueError for one that no audit writes."""
    known = meanings()
    for written in (word, word.upper(), word.lower()):
        if written in known:
            return written, known[written]
    raise ValueError(f"{word[:80]!r} is no result, outcome or grade; expected one of {', '.join(known)}")
