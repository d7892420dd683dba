"""Figures: curves recomputed by enclosures, crossings certified, drawn as SVG that is safe on the page."""

from __future__ import annotations

import json
import re
import sys
from fractions import Fraction
from html.parser import HTMLParser

import jsonschema
import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Integer, Rational, exp, pi, sign, sin, sqrt, tan

from reports import figure as drawn
from reports import html, json_report, markdown
from tests.common import processes
from tests.common.examples import examples
from verify.claims import ClaimError, Paper, UnitSystem, figure, less, symbol
from verify.exchange.loading import load_paper
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.theorems.figures import drawing
from verify.verdicts import Audit, Drawing, DrawnCurve, Mark, MarkKind, PaperAudit

x = symbol("x", r"x", "a number", DIMENSIONLESS, real=True)
t = symbol("t", r"t", "a positive number", DIMENSIONLESS, positive=True)


def of(expression, low=0, high=2, **more):
    """The drawing of one curve y over x."""
    return drawing(figure("test", x="x", y="y", variable=x, interval=(low, high), curves={"y": expression}, **more))


def crossings(found: Drawing) -> list[str]:
    return [mark.x for mark in found.marks if mark.kind is MarkKind.COMPUTED]


def gaps(found: Drawing) -> list[str]:
    return [x for x, y in found.curves[0].points if y is None]


# --- what may be written down -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"curves": {"y": x + t}}, "curve 'y' contains t; expected x only"),
        ({"curves": {}}, "0 curves; expected 1 to 6"),
        ({"curves": {f"y{k}": x for k in range(7)}}, "7 curves; expected 1 to 6"),
        ({"curves": {"y": 0.5}}, "expected an exact SymPy expression"),
        ({"interval": (2, 2)}, "interval from 2 to 2; expected two rational numbers, low < high"),
        ({"interval": (0, pi)}, "expected two rational numbers"),
        ({"variable": t, "curves": {"y": t}, "interval": (0, 1)}, "expected a real variable whose assumptions hold"),
        ({"printed": {"z": "1"}}, "printed crossing of 'z'; expected one of 'y'"),
        ({"printed": {"y": "about 1"}}, "number 'about 1' is malformed"),
        ({"x_unit": -1}, "x_unit=-1; expected a positive number"),
        ({"y_unit": 0}, "y_unit=0; expected a positive number"),
        ({"x": " "}, "x is empty"),
    ],
)
def test_a_slip_is_told_at_once(changed, message):
    arguments = {"x": "x", "y": "y", "variable": x, "interval": (0, 2), "curves": {"y": x}, **changed}
    with pytest.raises(ClaimError) as error:
        figure("Figure 1", **arguments)
    assert message in str(error.value)


def test_a_function_that_no_rule_encloses_is_told_with_its_curve():
    strange = symbol("n", r"n", "a number", DIMENSIONLESS, real=True)
    from sympy import Function

    spec = figure("Figure 1", x="n", y="y", variable=strange, interval=(1, 2), curves={"y": Function("f")(strange)})
    with pytest.raises(ClaimError, match=r"figure 'Figure 1', curve 'y'"):
        drawing(spec)


# --- values, worked by hand -------------------------------------------------------------------------


def test_a_parabola():
    found = of(x**2 - 2, printed={"y": "1.41"})
    points = dict(found.curves[0].points)
    assert (points["0"], points["1"], points["1.5"], points["2"]) == ("-2", "-1", "0.25", "2")
    assert found.marks == (Mark("y", "1.41", MarkKind.PRINTED), Mark("y", "1.4142", MarkKind.COMPUTED))


def test_units_scale_both_axes():
    found = of(x**2 - Rational(2, 10**6), x_unit=Rational(1, 1000), y_unit=Rational(1, 10**6))
    assert crossings(found) == ["1.4142"]
    assert dict(found.curves[0].points)["1"] == "-1"


def test_an_irrational_unit():
    assert dict(of(2 * pi * x, y_unit=pi).curves[0].points)["1.5"] == "3"


def test_large_and_small_values_keep_five_digits():
    assert of(Integer(10) ** 30 * x).curves[0].points[-1] == ("2", "2E+30")
    assert of(x / 3 / 10**20).curves[0].points[-1] == ("2", "6.6667E-21")


@pytest.mark.parametrize(
    ("expression", "interval", "expected"),
    [
        (sin(x), (1, 7), ["3.1416", "6.2832"]),
        (exp(x) - 3, (0, 2), ["1.0986"]),
        (exp(x) - 1, (-1, 1), ["0"]),  # a sample point is the zero
        ((x - 1) ** 2, (0, 2), ["1"]),  # touches without crossing: Sturm sees it
        ((x - Rational(1, 3)) * (x - Rational(1, 3) - Rational(1, 10**4)), (0, 2), ["0.33333", "0.33343"]),
        (x * (x - 2), (0, 2), []),  # zeros at the ends of the interval are no crossings
        (pi * (x**2 - 2), (0, 2), ["1.4142"]),
        (1 / (x - Rational(1, 3)), (0, 2), []),  # a pole is no crossing
        (tan(x), (1, 2), []),
        (Integer(0), (0, 2), []),
        (exp(x) - exp(x), (0, 2), []),
        (Abs(x) - Abs(x) / 1, (0, 2), []),
        (exp(x) + 1, (0, 2), []),
    ],
)
def test_crossings(expression, interval, expected):
    assert crossings(of(expression, *interval)) == expected


def test_a_pole_interrupts_the_line():
    assert gaps(of(1 / (x - Rational(1, 3)))) == ["0.33125"]
    assert len(gaps(of(tan(x), 1, 2))) == 1
    assert gaps(of(1 / (x - 1))) == ["0.99375", "1", "1.00625"]
    assert gaps(of(1 / (x + 1))) == []


def test_where_there_is_no_real_value_nothing_is_drawn():
    points = of(sqrt(x - 1)).curves[0].points
    assert all(y is None for a, y in points if Fraction(a) < 1)
    assert all(y is not None for a, y in points if Fraction(a) > 1 + Fraction(1, 50))
    assert all(y is None for _, y in of(sqrt(x - 3)).curves[0].points)


def test_what_jumps_is_drawn_as_it_is():
    assert dict(of(sign(x - 1)).curves[0].points)["2"] == "1"


@settings(derandomize=True, deadline=None, max_examples=examples(25))
@given(st.lists(st.fractions(Fraction(1, 10), Fraction(19, 10), max_denominator=60), max_size=3, unique=True))
def test_a_polynomial_with_known_zeros(zeros):
    curve = Integer(1)
    for zero in zeros:
        curve *= x - Rational(zero.numerator, zero.denominator)
    found = of(curve.expand())
    shown = [Fraction(mark) for mark in crossings(found)]
    assert len(shown) == len(zeros)
    assert all(abs(a - b) <= Fraction(1, 10**4) for a, b in zip(shown, sorted(zeros), strict=True))
    largest = max(abs(Fraction(y)) for _, y in found.curves[0].points)
    for a, y in found.curves[0].points[::20]:
        exact = Fraction(1)
        for zero in zeros:
            exact *= Fraction(a) - zero
        assert abs(Fraction(y) - exact) <= largest / 10**4


# --- beside the claim -------------------------------------------------------------------------------


def small_paper(*figures):
    paper = Paper("small", "A small paper", "nobody", UnitSystem.SI, ("I",))
    shown = figures[0] if figures else None
    return paper, paper.for_all("1", less(-(x**2), 1), where="I", printed="minus a square is below one", figure=shown)


@pytest.mark.parametrize(("number", "expected"), [("2", (("1.00000", "2.00000"),)), ("1", ()), ("1.0", ()), ("0.5", (("0.500000", "1.00000"),))])  # fmt: skip
def test_from_a_wrong_printed_zero_to_the_computed_one_the_line_is_false(number, expected):
    found = of(x - 1, low=0, high=3, printed={"y": number})
    assert [tuple(map(float, stretch)) for stretch in found.failing] == [tuple(map(float, each)) for each in expected]


def test_a_figure_changes_no_verdict():
    spec = figure("Figure 1", x="x", y="y", variable=x, interval=(0, 2), curves={"y": x**2 - 2})
    plain, illustrated = judge_claim(*small_paper()), judge_claim(*small_paper(spec))
    assert plain.figure is None
    assert illustrated.figure == drawing(spec)
    assert (plain.result, plain.readings) == (illustrated.result, illustrated.readings)


def audit_with(found: Drawing) -> Audit:
    from dataclasses import replace

    claims = (judge_claim(*small_paper()), replace(judge_claim(*small_paper()), label="2", figure=found))
    return Audit({}, (PaperAudit("small", "A small paper", "nobody", "SI", claims),))


def test_json_both_ways_and_the_schema():
    audit = audit_with(of(1 / (x - 1), printed={"y": "1.5"}))
    text = audit.to_json()
    jsonschema.Draft202012Validator(json_report.schema()).validate(json.loads(text))
    assert Audit.from_json(text) == audit
    assert Audit.from_json(text).to_json() == text


def test_an_audit_from_before_there_were_figures_reads():
    body = json.loads(audit_with(of(x)).to_json())
    for claim in body["papers"][0]["claims"]:
        del claim["figure"]
    jsonschema.Draft202012Validator(json_report.schema()).validate(body)
    assert all(claim.figure is None for claim in Audit.from_json(json.dumps(body)).papers[0].claims)


@pytest.mark.parametrize("bad", ["nan", "1e5", "1/2", "", "1E+999", "9" * 50, 1.5, "1\n", "<b>"])
def test_a_number_that_is_none_is_refused_on_reading_and_by_the_schema(bad):
    body = json.loads(audit_with(of(x)).to_json())
    body["papers"][0]["claims"][1]["figure"]["curves"][0]["points"][3][1] = bad
    with pytest.raises(ValueError, match="expected a decimal"):
        Audit.from_json(json.dumps(body))
    assert bad == "1\n" or not jsonschema.Draft202012Validator(json_report.schema()).is_valid(body)


def test_a_mark_on_no_curve_is_refused():
    with pytest.raises(ValueError, match="mark on 'z'"):
        Drawing("f", "x", "y", (), (Mark("z", "1", MarkKind.PRINTED),))


def test_markdown_points_to_the_page():
    assert markdown.render(audit_with(of(x))).count("Recomputed figures, on the page: [(2)](index.html#p1..2).") == 1


# --- the SVG ----------------------------------------------------------------------------------------


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.words += data


def test_the_same_drawing_gives_the_same_bytes_whatever_the_settings():
    found = of(sin(3 * x), printed={"y": "1.05"})
    first = drawn.svg(found, "a")
    with matplotlib.rc_context({"lines.linewidth": 9, "svg.fonttype": "path", "font.size": 30, "axes.grid": True}):
        assert drawn.svg(found, "a") == first
    program = (
        "from reports.figure import svg; from verify.verdicts import Audit; import sys; "
        "print(svg(Audit.from_json(sys.stdin.read()).papers[0].claims[1].figure, 'a'), end='')"
    )
    text = audit_with(found).to_json()
    done = processes.run([sys.executable, "-c", program], input=text, check=True)
    assert done.stdout == first


def test_the_settings_of_the_program_are_left_alone():
    before = dict(matplotlib.rcParams)
    drawn.svg(of(x), "a")
    assert dict(matplotlib.rcParams) == before


def test_the_element_is_alone_on_the_page():
    found = of(x**2 - 2, printed={"y": "1.41"})
    one, other = Tags(drawn.svg(found, "one")), Tags(drawn.svg(found, "other"))
    ids = [[value for _, a in each.tags if (value := a.get("id"))] for each in (one, other)]
    assert ids[0]
    assert not set(ids[0]) & set(ids[1])
    assert len(ids[0]) == len(set(ids[0]))
    assert {a["href"] for _, a in one.tags if "href" in a} == {f"#{name}" for name in ids[0]}
    assert not {tag for tag, _ in one.tags} & {"style", "metadata", "script", "image", "a", "foreignobject", "clippath"}
    assert "url(" not in drawn.svg(found, "one")
    assert not [name for _, a in one.tags for name in a if name.startswith(("on", "xmlns", "xlink"))]


def test_colours_are_those_of_the_page():
    text = drawn.svg(of(x**2 - 2, printed={"y": "1.41"}), "a")
    assert not re.search(r"#[0-9a-f]{6}", text)
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", text))
    assert "font-family" not in text
    assert {"--curve-1", "--ink", "--soft", "--line", "--card"} == used
    style = html.render(audit_with(of(x)))
    assert all(f"{name}:" in style for name in used)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "label",
    ["</svg><script>alert(1)</script>", "$", "$\\frac", "_hidden", 'a"b', "\x00\ud800", "図 7", "&amp;", "x" * 999],
)
def test_hostile_labels_are_words(label):
    points = (("0", "1"), ("1", None), ("2", "-1E+99"), ("3", "1E+99"))
    found = Drawing(label, label, label, (DrawnCurve(label, points),), (Mark(label, "1", MarkKind.PRINTED),))
    page = html.render(audit_with(found))
    tags = Tags(page)
    assert not {tag for tag, _ in tags.tags} & {"img", "iframe"}
    assert page.count("<script") == 1
    assert sum(tag == "figure" for tag, _ in tags.tags) == 1
    assert "printed 1" in tags.words


@pytest.mark.parametrize("points", [(), (("1", None),), (("1", "1"),), (("1", "0"), ("1", "0"))])
def test_curves_with_nothing_to_draw(points):
    assert drawn.svg(Drawing("f", "x", "y", (DrawnCurve("y", points),)), "a").startswith("<svg")


def test_six_curves_differ_without_colour():
    found = Drawing("f", "x", "y", tuple(DrawnCurve(str(k), (("0", str(k)), ("1", "1"))) for k in range(6)))
    swatches = [str(swatch) for swatch, _, _ in drawn.key(found)]
    assert len({re.search(r"dasharray: ([^\"]*)", swatch)[1] for swatch in swatches}) == 6


def test_a_page_without_figures_does_not_load_matplotlib():
    program = (
        "import sys; from reports import html; from verify.verdicts import Audit, PaperAudit; "
        "html.render(Audit({}, (PaperAudit('p', 'p', 'p', 'SI', ()),))); print('matplotlib' in sys.modules)"
    )
    done = processes.run([sys.executable, "-c", program], check=True)
    assert done.stdout.strip() == "False"


# --- Figures 2, 5 and 7 of Liu ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def liu():
    claims = load_paper("derivations.liu").claims
    return {label: drawing(claims[label].figure) for label in ("fig2.sign", "fig5.Rc", "fig7.c1")}


def values(found: Drawing, label: str) -> dict[str, float]:
    return next({a: float(y) for a, y in curve.points} for curve in found.curves if curve.label == label)


def test_liu_crossings_against_a_second_route(liu):
    """(10) and (40) in closed form, for the first term; the series summed number by number, for the whole."""
    golden = 1000 * (3 - 5**0.5) / 2
    third = 1000 * 2 * (1 + 2 / 3 - (1 / 3 * (1 + 4 / 3)) ** 0.5) / 2
    for label in ("fig2.sign", "fig5.Rc"):
        assert abs(float(crossings(liu[label])[0]) - golden) < 0.01
    assert abs(float(crossings(liu["fig5.Rc"])[1]) - third) < 0.01
    for shown, c in zip(crossings(liu["fig7.c1"]), (1, 1 / 3), strict=True):
        assert resisting(float(shown) - 0.02, c) > 0 > resisting(float(shown) + 0.02, c)


def resisting(r: float, c: float, terms: int = 4000) -> float:
    """(24) up to a large odd N for R_b = 1000, from (19) and (22) as the page prints them."""
    b, total = 1000.0, 0.0
    for i in range(terms):
        own, other = (1, c) if i % 2 == 0 else (c, 1)
        near, far, border = 2 * i * b + r, 2 * (i + 1) * b - r, 2 * i * b + b
        total += 2 * own / near + 2 * other / far - (2 * own + 2 * other) / border
        total += r * other / far**2 - (other - own) * b / border**2 - r * own / near**2
    return total


def test_liu_values_against_a_second_route(liu):
    """e²/(4πε₀) is 1.43996 eV nm."""
    half = 1.43996 / 2 * 1000
    r, b = 400.0, 1000.0
    lifting = half * (1 / r + 2 / (2 * b - r) + r / (2 * b - r) ** 2 - 4 / b)
    kinetic = half * (r / (2 * b - r) ** 2 - 1 / r)
    found = liu["fig2.sign"]
    assert abs(values(found, "lifting energy (8)")["400"] - lifting) < 1e-3
    assert abs(values(found, "kinetic energy (7)")["400"] - kinetic) < 1e-3
    assert abs(values(found, "potential energy (3)")["400"] - (lifting - kinetic)) < 1e-3
    for label, c in (("$c = 1$", 1), ("$c = 1/3$", 1 / 3), ("$c = 0$", 0)):
        assert abs(values(liu["fig7.c1"], label)["400"] + half * resisting(r, c)) < 1e-3
    first = 1 / 400 - 1 / 1000
    assert abs(values(liu["fig5.Rc"], "$c = 0$")["400"] - 1000 * first) < 1e-3


def test_liu_prints_382_and_785_pm_in_figure_7_alone(liu):
    for label, expected in (("fig2.sign", []), ("fig5.Rc", []), ("fig7.c1", ["382", "785"])):
        assert [mark.x for mark in liu[label].marks if mark.kind is MarkKind.PRINTED] == expected


def test_liu_figures_are_small(liu):
    assert all(len(drawn.svg(found, "a").encode()) < 40_000 for found in liu.values())
