"""The draft of a source, in the worker, and what a word of an audit means."""

from __future__ import annotations

from referee.serving.told import Answer, listed, problem, short

MOST_LINES = 200
"""Lines of a draft in one answer."""


def draft(source: str, latex: bool, start: int) -> Answer:
    """The equations of a source as a first encoding would have them; `start` is the number of the first one told."""
    from referee.draft import draft as make_draft
    from referee.sources import find_equations

    try:
        found = find_equations(source, latex=latex)
        made = make_draft(found)
    except ValueError as error:
        return problem(str(error))
    if not found.displays:
        return problem("no displayed equation; expected $$...$$, \\[...\\] or an equation environment")
    lines = [
        {
            "label": short(claim.label),
            "kind": claim.kind,
            "printed": short(claim.printed),
            "lhs": short(claim.lhs),
            "rhs": short(claim.rhs),
            "conditions": listed(claim.conditions),
            "missing": short(claim.why),
        }
        for claim in made.claims[start : start + MOST_LINES]
    ]
    left = max(0, len(made.claims) - start - len(lines))
    symbols = [f"{symbol.python}: {symbol.latex}" for symbol in made.symbols]
    return {
        "title": short(made.title),
        "equations": len(found.displays),
        "open": sum(claim.kind == "missing" for claim in made.claims),
        "lines": lines,
        "left_out": left,
        "symbols": listed(symbols),
        "problems": listed(found.problems),
    }


def explain(word: str) -> Answer:
    """What a word of an audit means; every word, if none is given."""
    from referee.meanings import meaning, meanings

    if not word:
        return {"meanings": meanings()}
    try:
        written, means = meaning(word)
    except ValueError as error:
        return problem(str(error))
    return {"meanings": {written: means}}
