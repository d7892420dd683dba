"""What a claim says and rests on, and what its whole paper says, each as one digest.

Why no answer can be taken for another one.  Deciding a claim looks at

- the claim itself: statements, conditions, readings, asides, words, figure; and, through its moves, at the equations
  from which it follows, those from which these follow, and so on: all of this hangs together as one piece of data, of which
  the digest takes every part (`verify.cache.canonical`);
- the claims of its paper that its premises name, with their other readings, and the claims that these name in turn: the
  digest of a claim has the names and the digests of all of them in it, whichever form of them is used;
- of its paper, the unit system, the spellings in which corrections are typeset and which of these claims are not printed;
- what the comparison with the print finds of it and of these claims, which may depend on other lines of the
  paper (one of them may define a name): what was found is a part of the key.

The comparison itself looks at the claim, at the unit system, and at what its line is offered of the paper
(`verify.page.names.offer`): the names that its letters may spell and what is taken of them, spellings, definitions of functions.  All of
this is in `prints`, under which it is found again.  Where it looks at more (what another line says of a slope, or which
expression of the paper a number was put in), it is found again after every change of the paper.

That nothing else is looked at is watched while it is decided or compared (`verify.encoding.lookups`, `verify.page.of_paper`).
The digest of a whole paper has everything in it that a paper has, so that it needs no such argument.
"""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import flint
from sympy.external.gmpy import GROUND_TYPES

from verify.cache.canonical import Canonical, NotCanonical
from verify.cache.keys import Digests, Print, digest
from verify.encoding.paper import Paper
from verify.errors import ClaimError
from verify.judging.inheritance import owner_of
from verify.judging.typesetting import typesets
from verify.page import transcription
from verify.page.names import offer
from verify.vocabulary.readings import Claim

LIBRARIES = f"{flint.__FLINT_VERSION__} {GROUND_TYPES}"
"""What the versions of packages do not tell: they may be built on another FLINT, or count in another way."""

_KNOWN: WeakKeyDictionary[Paper, tuple[int, Digests]] = WeakKeyDictionary()


def digests_of(paper: Paper) -> Digests:
    """The digests of a paper that has been read.  Raises NotCanonical for what cannot be written down."""
    if type(paper) is not Paper:
        raise NotCanonical(f"a {type(paper).__name__} in the place of a Paper")
    size, found = _KNOWN.get(paper, (0, None))
    if found is None or size != len(paper.claims):
        try:
            found = _digests(paper, Canonical())
        except RecursionError:
            raise NotCanonical("something that is nested too deeply") from None
        _KNOWN[paper] = len(paper.claims), found
    return found


def printed(paper: Paper, label: str) -> Print:
    """What the comparison of print and encoding finds of a claim: of one whose encoding is at fault, that sentence.

    Whether more of the paper was looked at before such a sentence was found is not known.  Raises NotCanonical.
    """
    try:
        found = transcription.check(paper.claims[label], paper)
    except ClaimError as error:
        return Print(digest(b"at fault", Canonical().of(str(error))), is_beyond=True)
    return Print(digest(Canonical().of((found.word, found.detail, found.lost))), found.is_beyond)


def _digests(paper: Paper, canonical: Canonical) -> Digests:
    own = {label: digest(canonical.of((label, claim))) for label, claim in paper.claims.items()}
    spellings = tuple(pair for pair in paper.spellings if typesets(pair[1]))
    facts = digest(canonical.of((LIBRARIES, paper.units, spellings)))
    prints = {
        label: digest(facts, own[label], *_offered(claim, paper, canonical)) for label, claim in paper.claims.items()
    }
    claims: dict[str, bytes] = {}
    owners: dict[str, tuple[str, ...]] = {}
    for label, claim in paper.claims.items():
        rests_on = [(name, owner_of(name, paper.claims)) for name in dict.fromkeys(_names(claim))]
        parts = [facts, own[label], b"unprinted" if label in paper.unprinted else b""]
        for name, owner in rests_on:
            if owner not in claims:
                raise NotCanonical(f"a premise {name!r} of {label!r} that is no earlier claim")
            parts += [canonical.of(name), claims[owner]]
        claims[label] = digest(*parts)
        owners[label] = tuple(dict.fromkeys(owner for _, owner in rests_on if owner is not None))
    return Digests(digest(facts, *_whole(paper, canonical), *own.values()), claims, owners, prints)


def _offered(claim: Claim, paper: Paper, canonical: Canonical) -> Iterator[bytes]:
    """What a line is offered of its paper, list by list."""
    for said in offer(claim, paper).said:
        yield b"".join(map(canonical.of, said))


def _names(claim: Claim) -> Iterator[str]:
    """The premises of a claim by the names under which it cites them, asides included."""
    yield from claim.premises
    for said in claim.asides:
        yield from said.labels
        yield from (equation.label for statement in said.statements for equation in statement.cited())


def _whole(paper: Paper, canonical: Canonical) -> Iterator[bytes]:
    """What a paper has besides its claims."""
    yield canonical.of((paper.id, paper.title, paper.citation, paper.sections, paper.spellings, paper.lost))
    yield canonical.of((paper.notation, paper.unprinted, paper.authors, paper.version, paper.date, paper.doi))
