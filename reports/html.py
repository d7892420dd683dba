"""index.html: the whole audit on one self-contained page, for a physicist with the paper beside it.

No network: styles, the math font and the formulas are in the file, and its content security
policy forbids everything else but one small script, named by its hash, which searches, jumps and copies.
Without the script all is there, and the filters work.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reports import page_views
from reports.counting import PREMISES, SHORT_KIND, css_class
from reports.faults import GRAVEST, four_digits, reason
from reports.findings import certainty, misprint_words, named, reached
from reports.lean import lean
from reports.math_font import embedded
from reports.overview import COLUMNS, overview
from reports.page_text import NO_NAMES, Names, lowered, prose
from reports.page_text import printed as printed
from reports.plain_formula import plain
from reports.summary import decided_in, decisive
from reports.text import TRANSCRIPTION_MEANING, clip, is_formula, one_line, plural, sentence, transcription_words
from verify.verdicts import (
    GRADE_MEANING,
    GROUND_MEANING,
    OUTCOME_MEANING,
    RESULT_MEANING,
    Audit,
    ClaimAudit,
    Result,
    Verdict,
)

FILE_NAME = "index.html"
GRAPH = "graph.html"
FONT_GOES_HERE = Markup("<the math font>")
"""No text of a paper: that has no brackets."""
ORDER = (Result.FAIL, Result.OPEN, Result.PASS_IF, Result.PASS, Result.GIVEN, Result.PROSE)
"""Of the filters: what needs a reader first."""


def render(
    audit: Audit,
    dated: str = "",
    beside: frozenset[str] = frozenset(),
    replies: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """The page; the same audit, dated alike, gives the same bytes.  `beside` names the formats that stand beside it.

    `replies` are what the author replied, by paper and label.
    """
    papers = [page_views.paper_view(paper, f"p{index}", dated) for index, paper in enumerate(audit.papers, 1)]
    page = environment().get_template("index.html.j2")
    text = page.render(
        audit=audit,
        papers=papers,
        overview=overview(papers),
        total=page_views.totals(papers),
        graph=GRAPH if "graph" in beside else "",
        replies=replies or {},
    )
    return lean(text).replace(FONT_GOES_HERE, embedded(text), 1) + "\n"


@cache
def environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    filters: dict[str, Callable[..., object]] = {
        "clip": clip,
        "one_line": one_line,
        "prose": prose,
        "transcription": transcription_words,
        "css": css_class,
        "how": decided_in,
        "proof": proof,
        "how_sure": how_sure,
        "conditions": page_views.conditions,
        "plainly": plain,
        "lowered": lowered,
        "survivors": page_views.survivors,
        "caught": page_views.caught,
        "named": named,
        "breakable": breakable,
        "is_formula": is_formula,
        "sentence": sentence,
        "opening": lambda text: sentence(text).rstrip("."),
        "plural": plural,
        "reached": reached,
    }
    environment.filters.update(filters)
    script = packed("templates/page.js")
    environment.globals.update(
        results=ORDER,
        chips=list(SHORT_KIND.items()),
        premises=PREMISES,
        misprint=misprint_words,
        rule=GRAVEST,
        short_result={result: SHORT_KIND[css_class(result)] for result in Result},
        overview_columns=[SHORT_KIND[each] for each in COLUMNS],
        most_later=page_views.MOST_LATER,
        result_meaning=RESULT_MEANING,
        outcome_meaning=OUTCOME_MEANING,
        grade_meaning=GRADE_MEANING,
        ground_meaning=GROUND_MEANING,
        transcription_meaning=TRANSCRIPTION_MEANING,
        font=FONT_GOES_HERE,
        style=Markup(packed("templates/style.css")),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )
    return environment


def breakable(label: str) -> Markup:
    """A name that may be broken after its points, and nowhere else where there is room."""
    return Markup(str(escape(label)).replace(".", ".<wbr>"))


def packed(name: str) -> str:
    """A file of ours without the blanks that begin its lines, a script without remarks, a style sheet without blanks around its signs."""
    text = resources.files("reports").joinpath(name).read_text(encoding="utf-8")
    text = re.sub(r"\n\s+", "\n", text)
    if name.endswith(".js"):
        return re.sub(r"\n//[^\n]*|  // [^\n]*", "", text)
    if not name.endswith(".css"):
        return text
    parts = re.split(r'("[^"]*")', text)
    parts[::2] = [re.sub(r"\s*([{};,])\s*|(?<=:) (?=[^{}]*(?:;|$))", r"\1", part) for part in parts[::2]]
    return "".join(parts)


def proof(reading: Verdict, claim: ClaimAudit) -> str:
    """Method and detail, with four digits of long numbers."""
    method = reading.evidence.method
    detail = four_digits(reason(claim, reading.evidence.detail))
    return f"{sentence(method)} {detail}" if method not in ("", "none") else detail


def how_sure(claim: ClaimAudit) -> str:
    """Grade, deliberate errors where some were not caught, and the comparison with the print, in a line."""
    reading = decisive(claim)
    all_caught = claim.mutants is None or claim.mutants.killed == claim.mutants.made
    words = [certainty(claim).removesuffix(" arithmetic"), "" if all_caught else page_views.caught(claim)]
    if reading is not None and reading.evidence.method not in ("", "none"):
        words.insert(0, one_line(reading.evidence.method, 200))
    if reading is not None and reading.evidence.conditions:
        words.append(f"where {', '.join(one_line(each, 200) for each in reading.evidence.conditions)}")
    if claim.transcription not in ("agrees", "words"):
        words.append(f"print and what was checked: {one_line(claim.transcription)}")
    return sentence("; ".join(filter(None, words)))


def symbol(name: str, names: Names = NO_NAMES) -> Markup:
    """A symbol of a counterexample."""
    return names.symbol(name)
