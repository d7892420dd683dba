"""The page in a real browser: quiet, searchable, linkable, legible on three widths, in the dark and in print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import html5lib
import pytest

from reports import html
from tests.common.browser import PROGRAM, Browser, Page
from tests.reports.test_findings import LOST_SIGN, holds, mended, number, paper, refuted, wrong
from tests.reports.test_reports import sample_audit
from tests.reports.test_reports_hostile import NASTY, audit_of
from verify.verdicts import Audit, Mend, Need, NotationEntry, PaperAudit, Result

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason="no Chromium here")]


def the_audit() -> Audit:
    """A lost sign that reaches two lines and loses one, a wrong number, and a long formula, beside the sample of all results."""
    long = " + ".join(rf"\frac{{x_{{{n}}}}}{{y}}" for n in range(40))
    ours = paper(
        wrong("1", r"I_\Phi = \frac{\Phi}{4\pi^2 R^2} N \frac{e^2}{mc}", refuted("It does not follow from (2)."), mended(), mend=LOST_SIGN, affects=("2", "3"),
              correction=r"I_\Phi = - \frac{N \Phi e^{2}}{4 \pi^{2} R^{2} c m}", note="The current opposes the flux."),
        replace(holds("2", Need.CORRECTED), premises=("1 (sign)",)),
        replace(holds("3", Need.AS_PRINTED), premises=("1", "2 | r = 1")),
        wrong("4", r"$d = 5.37E+13$", number("3582035504.93", "5.37e13"), mend=Mend("to its digits the number is 3.58e9", None, "3.58e9")),
        wrong("5", f"z = {long}", refuted("No."), where="II"),
    )  # fmt: skip
    return Audit(
        {}, (PaperAudit("ring2", "A ring", "N. N., doi:10.1000/182", "SI", ours.claims), *sample_audit().papers)
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(html.render(the_audit(), "1 May 2026"), encoding="utf-8")
    return path


def in_view(element: str) -> str:
    return f"(() => {{ const b = {element}.getBoundingClientRect(); return b.height > 0 && b.top >= 0 && b.bottom <= innerHeight && b.left >= 0 && b.right <= innerWidth }})()"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (768, 1024), (390, 844)])
@pytest.mark.parametrize("dark", [False, True])
def test_the_first_screen_has_the_printed_and_the_right_formula(
    browser: Browser, file: Path, width: int, height: int, dark: bool
) -> None:
    page = browser.open(file, width=width, height=height, dark=dark)
    assert page.value(in_view("document.querySelector('.wrong tbody tr td:nth-child(3) math')"))
    assert page.value(in_view("document.querySelector('.wrong tbody tr td:nth-child(4) math .ins')"))
    assert page.value("document.querySelector('.verdict').textContent").startswith("3 of 5 checked claims are wrong.")
    assert page.value("document.documentElement.scrollWidth <= innerWidth")
    assert page.value("getComputedStyle(document.body).backgroundColor") == (
        "rgb(22, 24, 27)" if dark else "rgb(253, 252, 250)"
    )
    assert page.problems() == []


def test_a_card_fits_half_a_screen(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    # A card out of sight has the height of its placeholder, not its own.
    page.value("document.getElementById('p1..1').scrollIntoView()")
    page.settle()
    assert page.value("document.getElementById('p1..1').offsetHeight") <= 400


def test_search_stands_in_the_url(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.value(
        "(() => { const f = document.getElementById('find'); f.value = '\\\\Phi opposes'; f.dispatchEvent(new Event('input')) })()"
    )
    assert page.value("document.getElementById('found').textContent") == "1 line"
    shown = "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).map(c => c.id).join()"
    assert page.value(shown) == "p1..1"
    page.value("new Promise(done => setTimeout(done, 400))")
    assert page.value("location.search") == "?q=%5CPhi+opposes"
    again = browser.open(file, query="?q=opposes&hide=given")
    assert again.value(shown) == "p1..1"
    assert again.value("document.getElementById('show-given').checked") is False
    assert again.problems() == []


def test_filters_work_without_the_script(browser: Browser, file: Path) -> None:
    page = browser.open(file, script=False)
    visible = "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).length"
    page.send("Emulation.setScriptExecutionDisabled", value=False)  # for the questions only; the page has run nothing
    assert page.value("document.getElementById('find').hidden")
    cards = page.value(visible)
    assert cards > 0
    page.click("document.getElementById('show-fail')")
    assert page.value(visible) == 0
    page.click("document.getElementById('show-fail')")
    assert page.value(visible) == cards


def test_a_click_shows_one_kind_alone(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    kinds = "[...document.querySelectorAll('.filter input:checked')].map(b => b.id.slice(5)).join(' ')"
    every = page.value(kinds)
    page.click("document.getElementById('show-given')")
    assert page.value(kinds) == "given"
    assert page.value("[...document.querySelectorAll('.list.given p')].every(p => p.checkVisibility())")
    assert not page.value("document.querySelector('.card').checkVisibility()")
    assert page.value("location.search").startswith("?hide=fail+falls+open")
    page.value("document.getElementById('show-pass').dispatchEvent(new MouseEvent('click', { shiftKey: true }))")
    assert page.value(kinds) == "pass given"
    page.click("document.getElementById('show-fail')")
    page.click("document.getElementById('show-fail')")
    assert page.value(kinds) == every
    assert page.value("location.search") == ""
    assert page.problems() == []


def typed(page: Page, words: str) -> None:
    """Words in the search field."""
    page.value(f"(() => {{ const f = document.getElementById('find'); f.value = {words!r}; f.dispatchEvent(new Event('input')) }})()")  # fmt: skip


def test_a_search_for_paper_and_label(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    shown = "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).map(c => c.id).join()"
    typed(page, "ring2 opposes")
    assert page.value(shown) == "p1..1"
    assert not page.value("document.querySelector('.overview').checkVisibility()")
    typed(page, "ring2 (1)")
    page.value("document.getElementById('find').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))")  # fmt: skip
    page.value(SETTLED)
    assert page.value(in_view("document.getElementById('p1..1').querySelector('h2')"))
    typed(page, "ring2 nowhere")
    assert page.value("document.getElementById('found').textContent") == "0 lines"
    typed(page, "")
    assert page.value("document.querySelector('.overview').checkVisibility()")
    assert page.problems() == []


def test_a_search_and_a_filter_count_together(browser: Browser, tmp_path: Path) -> None:
    first = paper(
        wrong("1", "a = b", refuted("No.")), replace(holds("2"), where="II"), replace(holds("1.2"), where="III")
    )
    path = tmp_path / "index.html"
    path.write_text(html.render(Audit({}, (first, replace(first, id="other")))), encoding="utf-8")
    page = browser.open(path)
    found, chip = (
        "document.getElementById('found').textContent",
        "document.querySelector('label[for=show-{}] small').textContent",
    )
    typed(page, "other")
    assert page.value(found) == "3 lines"  # the wrong one once, though its card and its line have it
    assert [page.value(chip.format(kind)) for kind in ("fail", "pass-if", "pass")] == ["1", "2", "0"]
    page.click("document.getElementById('show-fail')")
    assert page.value(found) == "1 line"
    heads = "[...document.querySelectorAll('.group h3')].filter(h => h.checkVisibility()).length"
    assert page.value(heads) == 1
    typed(page, "other conditional")  # by the name of a kind, which is not shown
    assert page.value(found) == "0 lines"
    assert (
        page.value("document.getElementById('none').innerText") == "Only lines of other kinds have it: conditional 2."
    )
    page.click("document.getElementById('show-pass-if')")
    assert page.value(found) == "2 lines"
    typed(page, "1")
    assert page.value(found) == "2 lines"
    typed(page, "")
    assert page.value(chip.format("fail")) == "2"
    assert not page.value("document.querySelector('.overview h2').checkVisibility()")
    assert page.problems() == []


def test_a_click_far_below_stays_with_the_paper(browser: Browser, file: Path) -> None:
    page = browser.open(file, width=390)
    page.value("[...document.querySelectorAll('#p1 .group')].pop().scrollIntoView()")
    page.settle()
    top = "document.getElementById('p1').getBoundingClientRect().top"
    assert page.value(top) < 0
    page.value("document.getElementById('show-given').click()")
    page.settle()
    assert -1 <= page.value(top) <= 200
    assert page.problems() == []


def test_nothing_found_is_said(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    told = "document.getElementById('none').innerText"
    assert not page.value("document.getElementById('none').checkVisibility()")
    typed(page, "ring2 nowhere")
    assert page.value(told).startswith("No line has all of: ring2 nowhere.")
    assert page.value("[...document.querySelectorAll('.paper')].every(paper => paper.offsetHeight === 0)")
    typed(page, "")
    assert not page.value("document.getElementById('none').checkVisibility()")
    # A kind without a line, and sections without a line of the kinds that are shown.
    page.click("document.getElementById('show-premise')")
    assert page.value(told) == (
        "" if page.value("document.querySelector('.list') !== null") else "There is no line of this kind."
    )
    page.click("document.getElementById('show-prose')")
    empty = "[...document.querySelectorAll('.group')].filter(group => group.checkVisibility() && !group.querySelector('p:not(.also), details'))"
    assert page.value(f"{empty}.length") == 0
    assert page.problems() == []


def test_numbers_on_the_filters_add_up(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    count = "+document.querySelector('label[for=show-{}] small').textContent"
    told = page.value(
        "[...document.querySelectorAll('.kick a[href$=unchecked]')].map(each => parseInt(each.textContent)).reduce((a, b) => a + b, 0)"
    )
    assert told == sum(page.value(count.format(kind)) for kind in ("open", "given", "prose"))


def test_authors_are_found_with_their_lines(browser: Browser, tmp_path: Path) -> None:
    first, second = (replace(paper(holds("1"), holds("2")), id=name, authors=who) for name, who in (("a", "E. Noether"), ("b", "A. N. Other")))  # fmt: skip
    path = tmp_path / "index.html"
    path.write_text(html.render(Audit({}, (first, second))), encoding="utf-8")
    page = browser.open(path)
    typed(page, "Noether 2")
    assert page.value("document.getElementById('found').textContent") == "1 line"
    assert page.value("document.getElementById('p1..2').checkVisibility()")
    assert not page.value("document.getElementById('p2..2').checkVisibility()")


def test_a_telephone_keeps_search_in_reach(browser: Browser, file: Path) -> None:
    page = browser.open(file, width=390, height=844, query="#p1..4")
    page.value(SETTLED)
    assert page.value(in_view("document.getElementById('find')"))
    assert page.value(in_view("document.querySelector('[id=\"p1..4\"] h2')"))
    assert page.value("document.querySelector('.tools').offsetHeight < 60")
    page.value("document.getElementById('find').focus()")
    typed(page, "opposes")
    page.settle()
    assert page.value("document.querySelector('.tools').offsetHeight < 110")
    assert page.value(in_view("document.getElementById('found')"))
    assert page.value("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_what_changes_in_a_long_formula_is_in_view(browser: Browser, tmp_path: Path, width: int) -> None:
    terms = [rf"\frac{{x_{{{n}}}}}{{y}}" for n in range(30)]
    turned = [*terms[:20], f"- {terms[20]}", *terms[21:]]
    line, right = (f"z = {' + '.join(each)}".replace("+ -", "-") for each in (terms, turned))
    claim = wrong("1", right, refuted("No."), mended(), correction=line)
    path = tmp_path / "index.html"
    path.write_text(html.render(Audit({}, (paper(claim),))), encoding="utf-8")
    page = browser.open(path, width=width)
    assert page.value(in_view("document.querySelector('.wrong td:nth-child(3) .del')"))
    assert page.value(in_view("document.querySelector('.wrong td:nth-child(4) .ins')"))
    page.value("location.hash = 'p1..1'")
    page.value(SETTLED)
    for change in (".ins", ".del"):
        shown = f"[...document.querySelectorAll('.card {change}')]"
        assert page.value(f"{shown}.some(each => {in_view('each')})")
    # On a telephone the place of the change stands above the whole line, which is read from its beginning.
    starts = page.value("[...document.querySelectorAll('.card .wide .w')].map(line => line.scrollLeft === 0)")
    assert starts == [width == 390] * 2
    # What one copies is the whole line, not what the table shows of it.
    assert page.value("document.querySelector('.card').dataset.latex").count("frac") == 30


SETTLED = "new Promise(done => setTimeout(done, 500))"


def long_paper() -> Audit:
    """Sections with folds that are far below."""
    claims = [wrong("1", "a = b", refuted("No."))]
    for section in range(12):
        claims += [replace(holds(f"{section}.{n}", result=Result.PASS), where=f"S{section}") for n in range(12)]
        claims += [
            replace(holds(f"x.{section}.g{n}", result=Result.GIVEN), where=f"S{section}", result=Result.GIVEN)
            for n in range(12)
        ]
    claims.append(replace(holds("last", result=Result.PASS), where="S11", premises=("x.5.g3",)))
    return Audit({}, (PaperAudit("p", "t", "c", "SI", tuple(claims)),))


def test_a_link_into_a_fold_leads_there_at_once(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(html.render(long_paper()), encoding="utf-8")
    below = "(() => {{ const t = document.getElementById({!r}).getBoundingClientRect().top - document.querySelector('.tools').getBoundingClientRect().bottom; return t >= 0 && t < 40 }})()"
    target = below.format("p1..x.5.g3")
    page = browser.open(path, query="#p1..last")
    page.value(SETTLED)
    assert page.value("document.getElementById('p1..x.5.g3').parentElement.open") is False
    page.click('document.querySelector(\'[id="p1..last"] a[href="#p1..x.5.g3"]\')')
    page.value(SETTLED)
    assert page.value(target)
    page = browser.open(path, query="#p1..x.5.g3")
    page.value(SETTLED)
    assert page.value(target)
    page.value("location.hash = 'p1..x.9.g3'")
    page.value(SETTLED)
    assert page.value(below.format("p1..x.9.g3"))
    page = browser.open(path)
    page.click("document.querySelector('.index a:nth-child(9)')")
    page.value(SETTLED)
    assert page.value(below.format("p1~s9"))
    assert page.problems() == []


def test_enter_leads_to_the_first_hit(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(html.render(long_paper()), encoding="utf-8")
    page = browser.open(path, height=300, query="?q=x.9.g3")
    page.value(
        "document.getElementById('find').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))"
    )
    page.value(SETTLED)
    assert page.value(in_view("document.getElementById('p1..x.9.g3')"))


@pytest.mark.parametrize("width", [1280, 390])
def test_the_word_at_the_right_stands_in_the_first_row_of_its_line(browser: Browser, file: Path, width: int) -> None:
    """It floats before the words of the line, which holds it: one that comes after them slips to the next line."""
    page = browser.open(file, width=width)
    rows = "[...document.querySelectorAll('.group details:not(.list) > summary')]"
    assert page.value(f"{rows}.length") > 1
    assert page.value(f"""{rows}.every(row => getComputedStyle(row).display === 'flow-root'
        && getComputedStyle(row, '::before').float === 'right' && getComputedStyle(row, '::after').content === 'none')""")
    assert page.value("""[...document.querySelectorAll('.group .r')].every(word =>
        word === word.parentElement.firstChild && getComputedStyle(word.parentElement).display === 'flow-root')""")


def test_deep_links_keys_and_the_strip(browser: Browser, file: Path) -> None:
    page = browser.open(file, query="#p1..3")
    assert page.value("document.getElementById('p1..3').open")
    assert page.value(in_view("document.getElementById('p1..3')"))
    page = browser.open(file)
    page.press("n")
    assert page.value("document.activeElement.getAttribute('href')") == "#p1..1"
    page.press("n")
    assert page.value("document.activeElement.getAttribute('href')") == "#p1..5"
    page.press("p")
    assert page.value("document.activeElement.getAttribute('href')") == "#p1..1"
    page.press("/")
    assert page.value("document.activeElement.id") == "find"
    page = browser.open(file)
    page.click("document.querySelector('.strip a:last-of-type')")
    assert page.value("location.hash") == "#p1..5"
    assert page.problems() == []


def test_what_is_copied(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.value("navigator.clipboard.writeText = async text => { window.taken = text }")
    page.click("document.querySelector('.card [data-copy=\"corrected LaTeX\"]')")
    assert page.value("taken") == r"I_{\Phi} = - \frac{\Phi}{4 \pi^{2} R^{2}} N \frac{e^{2}}{m c}"
    page.click("document.querySelector('.card [data-copy=comment]')")
    told = page.value("taken")
    for words in (
        "Equation (1)",
        "The sign is wrong",
        "Printed: I_Φ = Φ/(4π²R²) N e²/(mc)",
        "Should be: I_Φ = −Φ/(4π²R²)",
        "opposes",
    ):
        assert words in told


def test_a_comment_says_whose_words_it_tells_and_has_no_latex(browser: Browser, tmp_path: Path) -> None:
    said = wrong("1", r"half of $\frac{h}{2e}$ arises", refuted("A factor $\\frac{1}{n}$ of $x_{ab}$ is missing."), transcription="words",
                 correction=r"$\frac{1}{n}\frac{h}{ne}$ arises")  # fmt: skip
    ours = replace(paper(said), notation=(NotationEntry("e", "e", "e", "charge of the electron", "charge"),))
    path = tmp_path / "words.html"
    path.write_text(html.render(Audit({}, (ours,))), encoding="utf-8")
    page = browser.open(path)
    page.value("navigator.clipboard.writeText = async text => { window.taken = text }")
    page.click("document.querySelector('.card [data-copy=comment]')")
    told = page.value("taken")
    assert "In our words: half of h/(2e) arises" in told
    assert "Printed" not in told
    assert "\\" not in told
    assert "A factor (1/n) of x_ab is missing." in told
    assert "Should be: (1/n) h/(ne) arises" in told
    assert "Here e is charge of the electron." in told
    assert "words.html" not in told
    assert page.value("document.querySelector('.card [data-copy*=LaTeX]')") is None  # scraps of a sentence are no line


def test_the_way_back_leads_to_where_the_reader_was(browser: Browser, file: Path) -> None:
    page = browser.open(file, width=390, height=844)
    page.value("scrollTo(0, 40)")
    page.settle()
    page.value("document.querySelector('.wrong tbody a').click()")
    page.value(SETTLED)
    assert page.value("scrollY") > 200
    page.value("history.back()")
    page.value("new Promise(done => setTimeout(done, 300))")
    assert page.value("scrollY") == 40
    page.value("scrollTo(0, 9999)")
    page.click("document.querySelector('.tools nav a')")
    page.value(SETTLED)
    assert page.value("scrollY") == 0


def test_the_words_of_the_page_are_found_and_a_link_out_of_the_hits_ends_the_search(
    browser: Browser, file: Path
) -> None:
    page = browser.open(file, query="?q=not+checked")
    assert page.value("[...document.querySelectorAll('#p2 .unchecked p:not(.also)')].every(p => p.checkVisibility())")
    assert not page.value("document.querySelector('.index').checkVisibility()")
    page.click("document.querySelector('.tools nav a[href=\"#p1\"]')")
    page.value(SETTLED)
    assert page.value("document.getElementById('find').value") == ""
    assert page.value("document.getElementById('p1..1').checkVisibility()")


def test_a_symbol_with_an_index_is_no_part_of_a_word(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "symbols.html"
    lines = (replace(holds("1", result=Result.PASS), printed="the effect"), replace(holds("2", result=Result.PASS), printed="$E_F = 1$"))  # fmt: skip
    path.write_text(html.render(Audit({}, (paper(*lines),))), encoding="utf-8")
    assert browser.open(path, query="?q=E_F").value("document.getElementById('found').textContent") == "1 line"


def test_a_telephone_has_the_kinds_across_and_a_copy_moves_nothing(browser: Browser, file: Path) -> None:
    page = browser.open(file, width=390, height=844)
    page.value("document.getElementById('find').focus()")
    assert page.value("document.querySelector('.filter').offsetWidth") > 300
    page.value("navigator.clipboard.writeText = async text => { window.taken = text }")
    page.value("document.querySelector('.card').scrollIntoView()")
    page.settle()
    width = "document.querySelector('.card [data-copy=comment]').offsetWidth"
    before = page.value(width)
    page.click("document.querySelector('.card [data-copy=comment]')")
    assert page.value("document.querySelector('.card [data-copy=comment]').textContent") == "Copied"
    assert page.value(width) >= before


def test_a_formula_that_is_copied_from_the_page_is_latex(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.value("""(() => {
        const range = document.createRange(), card = document.querySelector(".card");
        range.setStart(card.querySelector(".why").firstChild, 4); range.setEndAfter(card.querySelectorAll(".lines math")[0]);
        getSelection().removeAllRanges(); getSelection().addRange(range);
        const data = new DataTransfer();
        document.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
        window.taken = data.getData("text/plain");
    })()""")
    assert page.value("taken").startswith("current opposes the flux.")
    assert page.value("taken").endswith(r"$I_{\Phi} = \frac{\Phi}{4 \pi^{2} R^{2}} N \frac{e^{2}}{m c}$")


def test_only_a_page_with_an_address_gives_links(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    assert page.value("document.querySelector('[data-copy=link]')") is None
    handler = partial(SimpleHTTPRequestHandler, directory=str(file.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/{file.name}"
        page.send("Page.navigate", url=f"{address}?q=opposes")
        page.browser.wait_for("Page.loadEventFired")
        page.value("navigator.clipboard.writeText ? 1 : 0")
        page.value(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.taken = text } } })"
        )
        page.click("document.querySelector('.card [data-copy=link]')")
        assert page.value("taken") == f"{address}#p1..1"
        page.click("document.querySelector('.card [data-copy=comment]')")
        assert page.value("taken").endswith(f"In full: {address}#p1..1")
        server.shutdown()


def test_a_comment_needs_no_report_beside_it(browser: Browser, tmp_path: Path) -> None:
    note = " ".join(f"Sentence {n} says what stands there, and why it stands there." for n in range(12))
    said = wrong("1", r"\vec{F} = \frac{m}{R} \text{m}", replace(refuted("No."), premises=("x.1", "2")), mended(), correction=r"\vec{F} = 2 \frac{m}{R} \text{m}", note=note)  # fmt: skip
    given = [replace(holds(label), label=label, printed=text, result=Result.GIVEN) for label, text in (("x.1", r"\dot{J} = \frac{a/b}{m c}"), ("2", "a = b"))]  # fmt: skip
    entries = [NotationEntry("m", "m", "m", "mass", "M"), NotationEntry("R", "R", "R", "radius", "L"), NotationEntry("F", "F", "F", "modulus of the force", "M")]  # fmt: skip
    path = tmp_path / "index.html"
    path.write_text(html.render(Audit({}, (replace(paper(said, *given), notation=tuple(entries)),))), encoding="utf-8")
    page = browser.open(path)
    page.value("navigator.clipboard.writeText = async text => { window.taken = text }")
    page.click("document.querySelector('.card [data-copy=comment]')")
    told = page.value("taken")
    assert "From (2) a = b. Taken for granted: J̇ = (a/b)/(mc)." in told
    assert "x.1" not in told
    assert "Here R is radius; m is mass." in told  # F is the vector here
    assert "Sentence 11 says" in told  # and not what the card has room for
    assert page.value("document.querySelector('.card [data-copy*=SymPy]')") is None


def test_indices_of_words_are_copied_with_their_sign(browser: Browser, tmp_path: Path) -> None:
    claim = wrong("1", "R_b = x^2", refuted("No."), note="The radius R_b and e_ij are meant.")
    path = tmp_path / "index.html"
    path.write_text(html.render(Audit({}, (paper(claim),))), encoding="utf-8")
    page = browser.open(path)
    page.value("""(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(".card"));
        getSelection().removeAllRanges(); getSelection().addRange(range);
        const data = new DataTransfer();
        document.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
        window.taken = data.getData("text/plain");
    })()""")
    assert "The radius R_b and e_(ij) are meant." in page.value("taken")
    assert "$R_b=x^2$" in page.value("taken")
    page.value("navigator.clipboard.writeText = async text => { window.taken = text }")
    page.click("document.querySelector('.card [data-copy=comment]')")
    assert "The radius R_b and e_(ij) are meant." in page.value("taken")
    page.click("document.querySelector('.card [data-copy=\"printed LaTeX\"]')")
    assert page.value("taken") == "R_b = x^2"


def test_a_wrong_line_of_a_section_shows_what_is_printed(browser: Browser, file: Path) -> None:
    line = "document.querySelector('#p1 .group .fail .f')"
    page = browser.open(file)
    page.value(f"{line}.scrollIntoView()")
    page.value(SETTLED)
    assert page.value(f"{line}.querySelector('math annotation').textContent").startswith(r"I_{\Phi} = \frac{\Phi}")
    page = browser.open(file, script=False)
    page.send("Emulation.setScriptExecutionDisabled", value=False)
    assert page.value(f"{line}.textContent") == "IΦ = Φ/(4π²R²) N e²/(mc)"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_drawn_column_stays_on_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    cells = [wrong(f"table1.{name}.D", f"$d = {n}.5E+{n + 10}$", number("12.25", f"{n}.5e{n + 10}"), where="Table 1") for n, name in enumerate("ABC", 3)]  # fmt: skip
    path = tmp_path / "index.html"
    path.write_text(html.render(Audit({}, (paper(*cells),))), encoding="utf-8")
    page = browser.open(path, width=width, query="#p1..table1.A.D")
    page.value(SETTLED)
    drawn = "document.querySelector('svg.column').getBoundingClientRect()"
    assert page.value(f"{drawn}.left >= 0 && {drawn}.right <= innerWidth")
    words = "[...document.querySelectorAll('svg.column text')].map(word => word.getBoundingClientRect().height)"
    assert min(page.value(words)) >= 8


def seen(page: Page, what: str) -> bool:
    """Whether a reader sees it without scrolling."""
    return bool(page.value(in_view(f"document.querySelector({what!r})")))


def test_five_tasks_of_a_reader(browser: Browser, file: Path) -> None:
    """Each in a few glances and clicks, by what is on the screen alone; the words are those that a reader looks for."""
    page = browser.open(file)
    # Which error is the gravest?  The first row, and the sentence above the table names it.
    assert page.value("document.querySelector('.verdict').textContent").endswith(
        "The gravest error, (1), reaches 2 later lines: 1 falls with it, 1 holds once it is corrected. Which lines?"
    )
    assert page.value("document.querySelector('.wrong tbody tr th').textContent").startswith("(1)")
    assert seen(page, ".wrong tbody tr")
    # Why is it wrong?  One click leads to its card, which says it.
    page.click("document.querySelector('.wrong tbody a')")
    assert seen(page, ".card .fault")
    assert seen(page, ".card .why")
    # Copy it into an e-mail.
    page.value("navigator.clipboard.writeText = async text => { window.taken = text }")
    assert seen(page, ".card [data-copy=comment]")
    page.click("document.querySelector('.card [data-copy=comment]')")
    assert page.value("taken").startswith("A ring (N. N., doi:10.1000/182)\nEquation (1), I: The sign is wrong.\n")
    # What depends on it?
    told = page.value("document.querySelector('.card').innerText")
    assert "What depends on it: 2 later lines: 1 falls with it, 1 holds once it is corrected." in told
    later = "[...document.querySelector('.card .later').querySelectorAll('p')].map(line => line.innerText.replace(/\\s+/g, ' ')).sort()"
    assert page.value(later) == ["falls with it (3) 𝑎 = 𝑏", "holds once the line is corrected (2) 𝑎 = 𝑏"]
    assert seen(page, ".card .later")
    page.click("document.querySelector('.verdict a')")
    assert page.value("location.hash") == "#p1..1~later"
    # Which equations were not checked?  A line above the table counts them, and opens.
    page = browser.open(file, query="#p2")
    link = "document.querySelector('#p2 > .kick a[href=\"#p2~unchecked\"]')"
    assert page.value(in_view(link))
    assert page.value(f"{link}.innerText") == (
        "4 printed lines were not checked: 2 not decided, 1 taken as given, 1 words only"
    )
    page.click(link)
    page.value(SETTLED)
    assert seen(page, "#p2 .unchecked .given math")
    told = page.value("document.querySelector('#p2 .unchecked').innerText")
    for reason in ("Not decided", "Outside every procedure", "Taken as given", "As the paper states it", "Words only"):
        assert reason in told
    lines = page.value(
        "[...document.querySelectorAll('#p2 .unchecked p:is(.open, .given, .prose)')].map(line => line.innerText.trim())"
    )
    assert len(lines) == 4
    assert [line.split()[0] for line in lines] == ["(6)", "(7)", "(1)", "t1"]
    assert page.value("[...document.querySelectorAll('#p2 .unchecked p:is(.open, .given) math')].length") >= 2
    page.click("document.querySelector('#p2 .unchecked .open a')")
    assert page.value("location.hash") == "#p2..6"
    assert page.problems() == []


def test_print_has_the_errata_and_page_numbers(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    assert page.pdf().startswith(b"%PDF")
    page.send("Emulation.setEmulatedMedia", media="print")
    assert page.value("document.querySelector('.card').checkVisibility()")
    assert not page.value("document.querySelector('.group:not(.unchecked)').checkVisibility()")
    assert page.value("document.querySelector('.unchecked').checkVisibility()")
    assert not page.value("document.querySelector('.tools').checkVisibility()")
    assert "counter(page)" in page.value("document.querySelector('style').textContent")


@pytest.mark.parametrize("text", [text for text in NASTY if len(text) < 5000], ids=lambda text: ascii(text[:24]))
def test_hostile_text_does_nothing(browser: Browser, tmp_path: Path, text: str) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(html.render(audit_of(text)).encode("utf-8", errors="replace"))
    page = browser.open(path)
    page.value("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.problems() == []
    assert page.value("document.scripts.length") == 1


def test_a_validator_finds_no_error(file: Path) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(file.read_text(encoding="utf-8"))
    assert [(place, code) for place, code, _ in parser.errors] == []


READ_TO_THE_END = """(async () => {
    for (const formula of document.querySelectorAll(".w")) {
        formula.scrollIntoView();
        await new Promise(requestAnimationFrame);
    }
    await new Promise(done => setTimeout(done, 200));
})()"""


@pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe-core is not installed")
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False)])
def test_axe_finds_no_violation(browser: Browser, file: Path, width: int, dark: bool) -> None:
    import axe_core_python

    page = browser.open(file, width=width, dark=dark)
    page.send("Page.setBypassCSP", enabled=True)
    page.value((Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8") + "; 1")
    page.value("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.value(READ_TO_THE_END)
    found = page.value(
        "axe.run(document, { resultTypes: ['violations'] }).then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.map(n => n.html)])))"
    )
    assert json.loads(found) == []


def test_five_thousand_claims(browser: Browser, tmp_path: Path) -> None:
    """A large paper opens and is searched; how fast, benchmarks tell."""
    claims = the_audit().papers[0].claims
    many = tuple(replace(claim, label=f"{claim.label}.{n}", affects=()) for n in range(1000) for claim in claims)
    path = tmp_path / "index.html"
    path.write_text(html.render(Audit({}, (PaperAudit("p", "t", "c", "SI", many),))), encoding="utf-8")
    page = browser.open(path)
    page.value("new Promise(done => setTimeout(done, 1500))")
    page.value(
        "(() => { const f = document.getElementById('find'); f.value = 'opposes'; f.dispatchEvent(new Event('input')) })()"
    )
    assert page.value("document.getElementById('found').textContent") == "1000 lines"
