"""One claim under test: the exact check, and the property that Hypothesis draws points for.

This runs in a worker process with hard limits; `referee.plugin` shows what it found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verify.verdicts import ClaimAudit, Counterexample, Result, Verdict


@dataclass(frozen=True)
class Examined:
    """What is known of one claim after both tests.

    `points` is the number of drawn points that spoke for it, `shrunk` the counterexample
    that Hypothesis shrunk, `reasons` say for which statements nothing could be drawn;
    `meanings` are the symbols in words, as far as the counterexample names them.
    """

    audit: ClaimAudit
    verdict: Verdict
    points: int
    shrunk: Counterexample | None
    reasons: tuple[str, ...]
    meanings: tuple[tuple[str, str], ...]

    @property
    def counterexample(self) -> Counterexample | None:
        """The shrunk one, or that of the exact check where nothing was drawn."""
        return self.shrunk or self.verdict.evidence.counterexample

    @property
    def is_contradictory(self) -> bool:
        """The exact check proves what the property refutes: a defect of Referee, never of the paper."""
        return self.verdict.holds and self.shrunk is not None


def examine(source: str, label: str, seed: int, examples: int) -> Examined | str:
    """Judges a claim and tests its property; a text instead says what is wrong with the encoding."""
    from verify.deciding.settings import Settings
    from verify.errors import ClaimError
    from verify.exchange.loading import load_paper
    from verify.grammar.tokens import formulas_in
    from verify.judging.judge import judge_claim
    from verify.judging.typesetting import Typesetter
    from verify.slips.properties import Drawn, try_properties
    from verify.slips.repairs import in_words, repairs

    try:
        paper = load_paper(source)
        claim = paper.claims[label]
        settings = Settings(seed, units=paper.units)
        audit = judge_claim(paper, claim, settings)
        verdict = audit.decisive
        reading = next(r for r in claim.readings if r.name == verdict.name)
        drawn = not claim.basis and claim.kind != "remark"
        tested = try_properties(reading, settings, examples) if drawn else Drawn(0)
        if audit.result is Result.FAIL and audit.correction is None:
            found = repairs(claim.literal, settings, in_words_only=not formulas_in(claim.printed))
            audit = replace(audit, correction=in_words(found, Typesetter(paper.spellings, claim.printed)))
    except ClaimError as error:
        return str(error)
    return Examined(audit, verdict, tested.points, tested.counterexample, tested.reasons, _meanings(paper, claim))


def _meanings(paper: object, claim: object) -> tuple[tuple[str, str], ...]:
    """The symbols of the claim and its premises with what they mean, where the page's name says which is meant."""
    from verify.encoding.paper import _expressions
    from verify.names_in_text import name, own_name
    from verify.vocabulary.readings import Claim

    assert isinstance(claim, Claim)
    symbols = set()
    for reading in claim.readings:
        for expression in _expressions(reading):
            symbols |= expression.free_symbols
        for equation in reading.by.leaves if reading.by is not None else ():
            symbols |= equation.lhs.free_symbols | equation.rhs.free_symbols
    printed = Counter(map(name, symbols))
    shown = {s: name(s) if printed[name(s)] == 1 else own_name(s) for s in sorted(symbols, key=str)}
    return tuple((text, getattr(s, "meaning", "")) for s, text in shown.items() if printed[text] < 2)


def story(found: Examined) -> Iterator[str]:
    """What a reader of the paper wants to know, a line each; formulas in the paper's own symbols."""
    audit, verdict = found.audit, found.verdict
    yield f"{audit.result}  ({audit.label}) {audit.printed}"
    if audit.premises:
        yield f"  from           {', '.join(f'({label})' for label in audit.premises)}"
    if verdict.name != "as printed" or audit.result is Result.PASS_IF:
        yield f"  reading        {verdict.name}" + (f": holds if {verdict.condition}" if verdict.condition else "")
    for inherited in audit.inherits:
        yield f"  provided that  {inherited.condition}"
    against = found.counterexample
    if against is not None:
        meanings = dict(found.meanings)
        yield f"  counterexample {_point(against)}"
        yield f"                 left side  {against.lhs}"
        yield f"                 right side {against.rhs}"
        for symbol, _ in against.point:
            if meanings.get(symbol):
                yield f"                 {symbol}: {meanings[symbol]}"
    yield f"  exact check    {verdict.outcome}: {verdict.evidence.detail}"
    yield f"  property       {_property(found)}"
    if audit.dimension not in ("ok", "none"):
        yield f"  dimension      {audit.dimension}: {audit.dimension_detail}"
    if audit.transcription not in ("agrees", "words", "none"):
        yield f"  transcription  {audit.transcription}"
    if audit.correction:
        yield f"  correction     {audit.correction}"
    if found.is_contradictory:
        yield "  The two tests contradict each other. This is a defect of Referee: please report it."


def _point(against: Counterexample) -> str:
    return ", ".join(f"{symbol} = {value}" for symbol, value in against.point) or "no symbols"


def _property(found: Examined) -> str:
    if found.shrunk is not None:
        return "falsified; the counterexample above is what Hypothesis shrunk it to"
    if found.points:
        return f"held at {found.points} drawn points"
    return found.reasons[0] if found.reasons else "nothing to draw"
