"""A draft with its lines linked: steps with their premises, what contradicts them, and what the words propose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from referee.draft import labelled
from referee.draft_claims import DraftClaim, DraftPaper
from referee.given_twice import given_twice
from referee.linking.candidates import Earlier
from referee.linking.defining import defining, in_words, used_in, uses_in_words
from referee.linking.points import Line, Values, agree_at_points, letters
from referee.linking.trying import Tried, tried
from referee.linking.words import Named, named
from referee.sources import Source
from verify.run import PRELOAD
from verify.workers.pool import Failed, Limits, collect, run

MOST_TRIED = 300
"""Candidates that the engine is asked about in one draft."""
LIMITS = Limits(seconds=5, memory_mb=2048)
CLOSED = ("given", "identity")
FOLLOWS = "as written down it follows from"
HOLDS = "as written down it holds for all values of its letters"
WOULD = "it would follow from"
REPEATS = "says the same as"


@dataclass(frozen=True)
class Suspect:
    """A line that is likely wrong: where it stands, and why, in words."""

    label: str
    place: str
    words: str


@dataclass(frozen=True)
class Linked:
    """The draft, what is most likely wrong in it, how many candidates were left untried, and which lines define what others use."""

    paper: DraftPaper
    suspects: tuple[Suspect, ...] = ()
    untried: int = 0
    defines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The labels of the lines that define what a line uses, by its label."""


@dataclass(frozen=True)
class _Candidate:
    claim: DraftClaim
    premises: tuple[str, ...]
    may_contradict: bool = False
    by_words: bool = True
    """Whether the words name the premises, so that the line is a step from them in any case."""


def linked(
    paper: DraftPaper, source: Source, usable: Collection[str] | None = None, limits: Limits = LIMITS, seed: int = 0
) -> Linked:
    """Tries what the words and the symbols of each line propose.

    A line that is proved from others becomes a step if nothing else is asked of it, and else its question says so.  `usable`
    are the labels that may be premises; None: all.
    """
    search = _Search(paper, _named_in(paper, source), usable)
    search.through()
    ready = search.candidates[:MOST_TRIED]
    tasks = [(search.sides(one.claim.label), search.premises(one), one.may_contradict, seed) for one in ready]
    endings = collect(run(tried, tasks, limits, PRELOAD)) if tasks else []
    answers = {
        one.claim.label: (one, Tried() if isinstance(ending, Failed) else ending.value)
        for one, ending in zip(ready, endings, strict=True)
    }
    claims, suspects = [], []
    for claim in paper.claims:
        made = search.told(claim)
        if claim.label in answers:
            made, suspect = _answered(made, *answers[claim.label])
            suspects += [suspect] if suspect else []
        claims.append(made)
    told = {one.label for one in suspects} | {one.label for one in claims if _is_joined(one)}
    claims = given_twice(replace(paper, claims=tuple(claims)), told, [_rests_on(one) for one in claims], FOLLOWS)
    defines = defining(claims, search.lines)
    uses = used_in(defines)
    claims = [_with_users(claim, search, defines, uses) for claim in claims]
    left = len(search.candidates) - len(ready)
    return Linked(replace(paper, claims=tuple(claims)), tuple(suspects), left, defines, uses)


def _is_joined(claim: DraftClaim) -> bool:
    """Whether a line is known to follow from others, or to say the same, for all that is open in it."""
    return any(words in f"{claim.why} {claim.note}" for words in (FOLLOWS, WOULD, REPEATS))


def _rests_on(claim: DraftClaim) -> Collection[str]:
    """The labels of the lines from which one follows, or would if some symbols were declared as positive."""
    told = (words for words in (claim.note, *claim.why.split("; ")) if words.startswith((FOLLOWS, WOULD)))
    return claim.premises or re.findall(r"\(([^()]+)\)", next(told, "").partition(" if ")[0])


def _with_users(
    claim: DraftClaim, search: _Search, defines: Mapping[str, tuple[str, ...]], uses: Mapping[str, tuple[str, ...]]
) -> DraftClaim:
    """The claim with the lines that use what it defines, and those that define what it uses, in a note."""
    if claim.note or claim.kind == "step":
        return claim
    words = [in_words(search.lines[claim.label], defines[claim.label])] if claim.label in defines else []
    words += [uses_in_words(search.lines[label] for label in uses[claim.label])] if claim.label in uses else []
    return replace(claim, note="; ".join(words))


def _named_in(paper: DraftPaper, source: Source) -> dict[str, Named]:
    """What the words around each display name, by labels."""
    displays = [(label, display) for display, label in labelled(source.displays)]
    known = {label: label for label, _ in displays} | {one.name: label for label, one in displays if one.name}
    rows = Counter((one.file, one.line) for _, one in displays)
    order = [label for label, _ in displays]
    found = {}
    for label, display in displays:
        told = named(display.before, display.behind, known, order)
        others = tuple(one for one in told.labels if one != label)
        alone = rows[display.file, display.line] == 1
        found[label] = Named(others, told.says_so and alone, told.derived and alone)
    return found


@dataclass
class _Search:
    """The lines in print order, each with those before it; closed ones rest on no question."""

    paper: DraftPaper
    words: Mapping[str, Named]
    usable: Collection[str] | None
    closed: Earlier = field(default_factory=Earlier)
    all: Earlier = field(default_factory=Earlier)
    lines: dict[str, Line] = field(default_factory=dict)
    repeats: dict[str, str] = field(default_factory=dict)
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    candidates: list[_Candidate] = field(default_factory=list)

    def through(self) -> None:
        """Looks at every line and collects what is to be tried."""
        links: dict[str, list[str]] = {}
        for place, claim in enumerate(self.paper.claims):
            head = claim.label.partition(":")[0]
            if claim.equation is not None and not claim.conditions:
                line = self.lines[claim.label] = Line(claim.label, place, *claim.equation)
                if claim.kind != "identity":
                    told = self.words.get(head, Named())
                    self._ask(claim, line, told, [one for label in told.labels for one in links.get(label, ())])
                self._enter(claim, line)
            links.setdefault(head, []).append(claim.label)

    def _enter(self, claim: DraftClaim, line: Line) -> None:
        if self.candidates and self.candidates[-1].claim is claim and self.candidates[-1].may_contradict:
            return
        if self.usable is not None and claim.label not in self.usable:
            return
        self.all.add(line)
        if claim.kind in CLOSED:
            self.closed.add(line)

    def _ask(self, claim: DraftClaim, line: Line, told: Named, labels: Sequence[str]) -> None:
        if same := self.all.repeated(line):
            self.repeats[claim.label] = same
            return
        if agree_at_points(line.lhs, line.rhs, Values({})) is not None:  # its letters cancel
            self.candidates.append(_Candidate(claim, ()))
            return
        known = [label for label in labels if label in self.all.lines]
        if known:
            self.named[claim.label] = tuple(known)
        for earlier in (self.closed, self.all):  # what is asked of a line is a condition of all that follows from it
            named_here = [label for label in known if label in earlier.lines]
            if earlier is self.all and len(self.all.lines) == len(self.closed.lines):
                break
            found = (earlier.by_words(line, named_here) if named_here else ()) or earlier.by_symbols(line, claim.rests)
            if found:
                self.candidates.append(_Candidate(claim, found))
                return
        if claim.kind in CLOSED and known and known == list(labels) and self._may_contradict(claim, line, told, known):
            self.candidates.append(_Candidate(claim, tuple(known), True))
        elif claim.kind == "given" and told.derived and ":" not in claim.label and (used := self.closed.used_by(line)):
            self.candidates.append(_Candidate(claim, used, True, by_words=False))

    def _may_contradict(self, claim: DraftClaim, line: Line, told: Named, known: Sequence[str]) -> bool:
        """Whether the words say that these lines alone give this one: then none is in question, and no letter of it is new."""
        premises = [self.closed.lines[label] for label in known if label in self.closed.lines]
        old = letters(*(side for one in premises for side in (one.lhs, one.rhs)))
        return (
            len(premises) == len(known)
            and told.says_so
            and ":" not in claim.label
            and letters(line.lhs, line.rhs) <= old
        )

    def sides(self, label: str) -> tuple[str, object, object]:
        """A line as the engine is asked about it."""
        line = self.lines[label]
        return line.label, line.lhs, line.rhs

    def premises(self, one: _Candidate) -> list[tuple[str, object, object]]:
        """The premises of a candidate, likewise."""
        return [self.sides(label) for label in one.premises]

    def told(self, claim: DraftClaim) -> DraftClaim:
        """The claim with what is known of it without trying."""
        if same := self.repeats.get(claim.label, ""):
            words = f"{REPEATS} ({same})"
            if claim.kind in CLOSED:
                return replace(claim, note=words)
            return replace(claim, why=f"{words}: make it what that one is" if claim.rests else f"{claim.why}; {words}")
        return replace(claim, named=self.named.get(claim.label, ()))


def _answered(claim: DraftClaim, one: _Candidate, answer: Tried) -> tuple[DraftClaim, Suspect | None]:
    """The claim with what the engine says of its candidate."""
    closed = claim.kind in CLOSED or claim.rests
    if answer.follows and not one.premises:
        made = replace(claim, kind="identity", why="") if closed else replace(claim, why=f"{claim.why}; {HOLDS}")
        return replace(made, named=()), None
    by = listed(one.premises)
    if answer.follows and closed:
        return _as_step(claim, one.premises, answer), None
    if answer.follows:
        where = f", where {said}" if (said := _supposed(answer)) else ""
        return replace(claim, why=f"{claim.why}; {FOLLOWS} {by}{where}", named=()), None
    if answer.positive:
        words = f"{WOULD} {by} if {joined(answer.positive)} were declared as positive"
        made = replace(claim, supposing=answer.positive)
        return (replace(made, note=words) if claim.kind in CLOSED else replace(made, why=f"{claim.why}; {words}")), None
    if answer.excluded and not one.by_words:
        place = f"{claim.file}, line {claim.line}" if claim.file else f"line {claim.line}"
        words = f"does not fit {by}, with which its words join it. {_from_difference(answer.detail)}"
        why = (
            f"does not fit {by} where no letter is zero: make it paper.step(..., by=follows_from(...)) to have it decided, "
            "paper.given if it says something new, or give another name to what is another quantity"
        )
        made = replace(claim, kind="missing", why=why, named=one.premises)
        return made, Suspect(claim.label, place, words)
    if answer.excluded:
        place = f"{claim.file}, line {claim.line}" if claim.file else f"line {claim.line}"
        words = f"contradicts {by}, from which it follows by its words. {_from_difference(answer.detail)}"
        return replace(claim, kind="step", premises=one.premises, named=(), why=""), Suspect(claim.label, place, words)
    return claim, None


def _as_step(claim: DraftClaim, premises: tuple[str, ...], answer: Tried) -> DraftClaim:
    """The claim as a step from its premises, under what it needs and the page does not say."""
    made = replace(claim, kind="step", premises=premises, named=(), why="")
    if not (supposed := _supposed(answer)):
        return made
    conditions = tuple(f"Ne({name}, 0)" for name in answer.nonzero)
    return replace(made, conditions=conditions, note=f"it follows where {supposed}, which the page does not say")


def _supposed(answer: Tried) -> str:
    """What a link needs of symbols, in words; empty where it needs nothing."""
    return f"{joined(answer.nonzero)} {'is' if len(answer.nonzero) == 1 else 'are'} not zero" if answer.nonzero else ""


def joined(words: Sequence[str]) -> str:
    """Words as they are said one after the other: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _from_difference(detail: str) -> str:
    """The sentences of a detail from that on which says how the sides differ."""
    return detail[max(0, detail.find("It does not follow")) :]


def listed(labels: Sequence[str]) -> str:
    """Labels as they are said: (1), (2) and (3)."""
    return joined([f"({label})" for label in labels])
