"""Real files with some of their bytes changed: a sentence or a result, never a crash, and no text in them is executed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.common.mutated import READERS, answers_on_disk, read_mutated
from tests.exchange.test_papers import small_paper
from tests.serving.examples import EXAMPLES
from verify.exchange.document import as_text
from verify.judging.inheritance import inherit
from verify.judging.judge import judge_claim
from verify.verdicts import Audit, PaperAudit

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
MUTATIONS = 60
TEX = r"""
\documentclass{article}\newcommand{\half}{\frac12}\def\pd#1#2{\frac{\partial #1}{\partial #2}}
\begin{document}\section{Motion} where $m$ is the mass of the planet.
\begin{align} F &= m a \tag{1} \\ &= \half m \pd{v^2}{x} \label{two} \end{align}
$$ E_{17} = \sqrt{p^2 c^2 + m^2 c^4}, \qquad \int_0^{\infty} e^{-x^2} dx = {\sqrt\pi \over 2} $$
\[ \begin{cases} a = b & x > 0 \\ c & \text{otherwise} \end{cases} \] \end{document}
"""


def content_of(kind: str) -> list[bytes]:
    messages = [json.dumps({"name": name, "arguments": sent}).encode() for name, sent in EXAMPLES.items()]
    paper = small_paper()
    about = (paper.id, paper.title, paper.citation, paper.units.value)
    judged = inherit(judge_claim(paper, claim, alone=False) for claim in paper.in_print_order())
    audit = Audit({"python": "3"}, (PaperAudit(*about, tuple(judged.values()), paper.told_notation()),), {"seed": "0"})
    return {
        ".tex": [TEX.encode()],
        ".md": [(ROOT / "examples" / "satellite.md").read_bytes()],
        ".audit": [audit.to_json().encode()],
        ".json": [as_text(small_paper()).encode()],
        ".sqlite": [answers_on_disk()],
        ".message": messages,
    }[kind]


@pytest.mark.parametrize("kind", READERS)
def test_a_mutated_file_is_read_or_refused_in_a_sentence(kind: str) -> None:
    contents = content_of(kind)
    for seed in range(MUTATIONS):
        read_mutated(contents[seed % len(contents)], kind, seed)
