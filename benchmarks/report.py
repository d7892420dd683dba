"""What the report costs: size and time of a page, and how it behaves in a browser, for an audit and for a paper of 5,000 claims.

    python benchmarks/report.py audit/audit.json

Times are CPU seconds: of a fresh process, imports included, and of the thread of the browser that reads, lays out and runs
scripts.  Without Chromium only the first part runs.  Exit status 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from verify.verdicts import Audit, ClaimAudit, PaperAudit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.common import browser as browser_module
from tests.common.browser import PROGRAM, Browser, Page

MANY = 5_000
ONE = "--one"
SEARCH = """(() => {
    const find = document.getElementById("find");
    find.value = %r; find.dispatchEvent(new Event("input")); document.body.offsetHeight;
})()"""
IDLE = "new Promise(done => (window.requestIdleCallback ?? setTimeout)(() => setTimeout(done, 500)))"
IN_VIEW = """[3, 4].every(n => {
    const b = document.querySelector(`.wrong tbody tr td:nth-child(${n}) math`)?.getBoundingClientRect();
    return b && b.top >= 0 && b.bottom <= innerHeight && b.left >= 0 && b.right <= innerWidth;
})"""
AXE = """(async () => {
    document.querySelectorAll("details").forEach(d => d.open = true);
    for (const formula of document.querySelectorAll(".w")) {  // as one reads: what scrolls is told when it comes into view
        formula.scrollIntoView();
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    }
    await new Promise(done => setTimeout(done, 1000));
    const found = await axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map(v => v.id + " " + v.nodes.length + " " + v.nodes[0].html.slice(0, 120)).join(", ");
})()"""


def enlarged(audit: Audit) -> Audit:
    """The claims of all papers, over and over, as one paper."""
    claims: list[ClaimAudit] = []
    own = [claim for paper in audit.papers for claim in paper.claims]
    for turn in count():
        for claim in own[: MANY - len(claims)]:
            later = tuple(f"{label}.{turn}" for label in claim.affects)
            claims.append(replace(claim, label=f"{claim.label}.{turn}", affects=later))
        if len(claims) >= MANY:
            return Audit(audit.versions, (PaperAudit("many", "Many claims", "nobody", "SI", tuple(claims)),))
    raise AssertionError


def render(source: Path, page: Path) -> None:
    """In a process of its own: the page, and the CPU seconds on standard output."""
    from reports import html

    page.write_text(html.render(Audit.from_json(source.read_text(encoding="utf-8")), "today"), encoding="utf-8")
    print(time.process_time())


class Told:
    """Lines with PASS or MISS."""

    missed = False

    def __call__(self, what: str, value: float | str, most: float | str, unit: str = "") -> None:
        good = value <= most if isinstance(value, float) and isinstance(most, float) else value == most
        self.missed = self.missed or not good
        shown = f"{value:,.2f}" if isinstance(value, float) else value
        print(f"{what:44} {shown:>14} {unit:3} {'PASS' if good else 'MISS'} (target {most})")


def opened(browser: Browser, page: Path, name: str, told: Told, dark: bool = False) -> Page:
    shown = browser.open(page, dark=dark)
    told(f"{name}: opened", _busy(shown), 2.0, "s")
    shown.value(IDLE)
    took = {}
    for words in ("Fermi", "14", r"\Phi", "nowhere", ""):
        before = _busy(shown)
        shown.value(SEARCH % words)
        took[words] = 1000 * (_busy(shown) - before)
    told(f"{name}: end of a search, with layout", took.pop(""), 500.0, "ms")
    told(f"{name}: slowest of four searches, with layout", max(took.values()), 100.0, "ms")
    return shown


def _busy(page: Page) -> float:
    """CPU seconds that the page has taken so far."""
    found = page.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in found if each["name"] == "TaskDuration"))


def looked_at(browser: Browser, page: Path, told: Told) -> None:
    """The first screen, and what axe-core says."""
    for width, height in ((1280, 800), (390, 844)):
        shown = browser.open(page, width=width, height=height)
        told(f"printed and right formula at {width} px", str(shown.value(IN_VIEW)), "True")
        told(f"requests and messages at {width} px", str(len(shown.problems())), "0")
    if find_spec("axe_core_python"):
        import axe_core_python

        shown.send("Page.setBypassCSP", enabled=True)
        shown.value((Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8") + "; 1")
        told("axe-core: violations", shown.value(AXE) or "none", "none")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("audit", type=Path, help="an audit.json")
    parser.add_argument(ONE, type=Path, metavar="PAGE", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        render(options.audit, options.one)
        return 0
    told = Told()
    browser_module.PATIENCE = 900.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many = folder / "many.json"
        many.write_text(
            enlarged(Audit.from_json(options.audit.read_text(encoding="utf-8"))).to_json(), encoding="utf-8"
        )
        pages = {}
        for what, source, most in (("audit", options.audit, 2.0), (f"{MANY} claims", many, 8.0)):
            pages[what] = folder / f"{source.stem}.html"
            command = [sys.executable, __file__, str(source), ONE, str(pages[what])]
            seconds = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            told(f"{what}: rendered, CPU", float(seconds), most, "s")
            told(f"{what}: size", pages[what].stat().st_size / 1e6, 1.2 if what == "audit" else 11.3, "MB")
        if PROGRAM is not None:
            with Browser() as browser:
                for what, page in pages.items():
                    opened(browser, page, what, told)
                looked_at(browser, pages["audit"], told)
    return int(told.missed)


if __name__ == "__main__":
    sys.exit(main())
