"""How much of real sources a draft writes down, and why not the rest.

    python benchmarks/sources.py FOLDER [--sample 20] [--seed 0] [--causes 25]

FOLDER has LaTeX, Markdown, Quarto or notebooks, which are measured and never kept.  For each source with displayed
lines: the lines, how many are written down, how many of these with a question, and the CPU time; how many are linked; then the causes of the
rest, the most frequent first.  `--sample` prints written lines beside their print, drawn at random, for a reader to
judge.  `--decide` also audits the drafts and counts the lines that are decided.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.drafting import cause
from referee.linking.links import FOLLOWS, REPEATS, linked
from referee.skeleton import write_skeleton
from referee.source_files import SourceError
from referee.sources import read_source
from verify.run import audit
from verify.workers.pool import Limits

ENDINGS = {".tex", ".md", ".qmd", ".ipynb"}


def measured(path: Path) -> tuple[list[DraftClaim], float] | None:
    """The lines of a source and the seconds that its draft takes; None for a file that is no source."""
    start = time.process_time()
    try:
        source = read_source(path)
        claims = list(linked(draft(source), source).paper.claims)
    except SourceError:
        return None
    return claims, time.process_time() - start


def decided(path: Path, seconds: float) -> int:
    """How many lines an audit of the draft decides."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "drafted_source"
        source = read_source(path)
        write_skeleton(linked(draft(source), source).paper, folder)
        found = audit([str(folder)], limits=Limits(seconds, 2048, 2))
    return sum(claim.result in ("PASS", "PASS-IF", "FAIL") for paper in found.papers for claim in paper.claims)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--causes", type=int, default=25)
    parser.add_argument("--decide", action="store_true")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    written: list[tuple[str, DraftClaim]] = []
    for path in sorted(one for one in options.folder.rglob("*") if one.suffix in ENDINGS and one.is_file()):
        found = measured(path)
        if found is None or not found[0]:
            continue
        claims, seconds = found
        ours = [claim for claim in claims if claim.lhs]
        links = sum(claim.kind == "step" or FOLLOWS in claim.why or REPEATS in claim.why + claim.note for claim in ours)
        named = sum(bool(claim.named) for claim in ours)
        asked = sum(claim.kind == "missing" and not claim.rests for claim in ours)
        count = decided(path, 5) if options.decide else 0
        total.update(lines=len(claims), written=len(ours), asked=asked, decided=count, linked=links, named=named)
        causes.update(cause(claim.why) for claim in claims if not claim.lhs)
        written += [(path.name, claim) for claim in ours]
        more = f", decided {count}" if options.decide else ""
        print(f"{path.name:40} lines {len(claims):4}  written {len(ours):4}  asked {asked:4}  {seconds:.1f} s{more}")
    share = 100 * total["written"] / max(1, total["lines"])
    print(f"{total['lines']} lines, {total['written']} written down ({share:.0f} %), {total['asked']} with a question")
    print(f"{total['linked']} linked to others, of {total['named']} more the words name premises")
    for words, count in causes.most_common(options.causes):
        print(f"  {count:4} {words}")
    for name, claim in random.Random(options.seed).sample(written, min(options.sample, len(written))):
        print(
            f"\n[{name} {claim.label}] {claim.kind} {claim.why[:60]}\n  {claim.printed}\n  {claim.lhs}  ==  {claim.rhs}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
