"""Mutations of real files, for as long as it is told: sources, audits, papers, answers, messages (`tests/common/mutated.py`).

    python benchmarks/fuzz.py [FILES ...] [--minutes 10] [--seed 0] [--seconds 20]

A file is read by what its name ends in: `.tex`, `.md`, `.audit` (an audit.json), `.json` (a paper.json), `.sqlite`, `.message`.  Without
files those of the test are taken.  Each mutation has a limit of time.  What crashes a reader, hangs, or runs a text is told with its
seed; exit status 1 if there was any.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from tests.common.mutated import READERS, read_mutated
from tests.referee.test_mutated_files import content_of


class Hangs(BaseException):
    """No reader catches it."""


def late(*_: Any) -> None:
    raise Hangs


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=int, default=20, help="for one mutation")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, late)
    known = [(file.suffix, file.read_bytes()) for file in options.files if file.suffix in READERS]
    known = known or [(kind, content) for kind in READERS for content in content_of(kind)]
    began, seed, found = time.monotonic(), options.seed, 0
    while time.monotonic() - began < options.minutes * 60:
        kind, content = known[seed % len(known)]
        signal.alarm(options.seconds)
        try:
            read_mutated(content, kind, seed)
        except (Exception, Hangs):
            found += 1
            print(f"--- {kind}, seed {seed}\n{traceback.format_exc(limit=-6)}", flush=True)
        finally:
            signal.alarm(0)
        seed += 1
    print(f"{seed - options.seed} mutations of {len(known)} files, {found} defects")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
