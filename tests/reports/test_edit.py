"""Printed → corrected: the smallest edit, in the form of the printed line, and numbers in its style."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.decimals import find, in_the_style_of, powers_of_ten, prints, value_of
from reports.edit import DELETED, INSERTED, Edit, edit
from reports.formula_values import NoValue, value
from reports.latex_tree import NotRead, members, read, written
from reports.plain_formula import plain
from reports.typeset import typeset
from tests.common.examples import examples


def shown(found: Edit | None) -> tuple[str, str] | None:
    """Deletions as [-…-], insertions as {+…+}, without spaces."""
    if found is None:
        return None
    signs = dict(zip((*DELETED, *INSERTED), ("[-", "-]", "{+", "+}"), strict=True))
    return tuple("".join(signs.get(c, c) for c in text).replace(" ", "") for text in (found.before, found.after))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("printed", "right", "before", "after"),
    [
        # a lost sign, though the correction writes the fraction another way
        (
            r"I = \frac{\Phi}{4\pi^2 R^2} N \frac{e^2}{mc}",
            r"I = - \frac{N \Phi e^{2}}{4 \pi^{2} R^{2} c m}",
            r"I=\frac{\Phi}{4\pi^{2}R^{2}}N\frac{e^{2}}{mc}",
            r"I={+-+}\frac{\Phi}{4\pi^{2}R^{2}}N\frac{e^{2}}{mc}",
        ),
        # a lost factor, in the numerator where one writes it
        (r"Z = \frac{E}{mc^2}", r"Z = \frac{2 E}{c^{2} m}", r"Z=\frac{E}{mc^{2}}", r"Z=\frac{{+2+}E}{mc^{2}}"),
        # an exponent
        (r"r^3 = \frac{a}{b}", r"r^{2} = \frac{a}{b}", r"r^{[-3-]}=\frac{a}{b}", r"r^{{+2+}}=\frac{a}{b}"),
        # a factor too much
        (r"a + \frac{1}{c} b = 0", "a + b = 0", r"a+[-\frac{1}{c}-]b=0", "a+b=0"),
        # what goes only is marked, however short the line
        (r"\Phi = 2 L = \frac{2h}{e}", r"\Phi = \frac{h}{e}", r"\Phi=[-2L=-]\frac{[-2-]h}{e}", r"\Phi=\frac{h}{e}"),
        # what stands below is struck, and its inverse is not written above
        (r"g = \frac{B}{2 l}", r"g = \frac{B}{l}", r"g=\frac{B}{[-2-]l}", r"g=\frac{B}{l}"),
        # a letter that is left out, whatever the order of the correction
        ("P = p T^4", "P = A T^{4} p", "P=pT^{4}", "P={+A+}pT^{4}"),
        (r"E = \frac{h}{2}", r"E = \frac{\hbar}{2}", r"E=\frac{[-h-]}{2}", r"E=\frac{{+\hbar+}}{2}"),
        # a numerator before a slash leaves 1, a denominator behind it takes the slash along
        (r"Q = \pi/(3L^2)", r"Q = \frac{1}{3 L^{2}}", r"Q=[-\pi-]/\left(3L^{2}\right)", r"Q={+1+}/\left(3L^{2}\right)"),
        ("Q = a/b - 2/L", r"Q = \frac{a}{b} - \frac{1}{L}", "Q=a/b-[-2-]/L", "Q=a/b-{+1+}/L"),
        ("Q = a/b + c", "Q = a + c", "Q=a[-/b-]+c", "Q=a+c"),
        # a sign is not left with one operand
        (r"Q = a\cdot 2 + b", "Q = a + b", r"Q=a[-\cdot2-]+b", "Q=a+b"),
        (r"Q = c \cdot(a+b)", "Q = a + b", r"Q=[-c\cdot-](a+b)", "Q=(a+b)"),
        ("Q = a + b - c", "Q = a - c", "Q=a[-+b-]-c", "Q=a-c"),
        ("Q = a + b", "Q = b", "Q=[-a+-]b", "Q=b"),
        ("Q = -a + b", "Q = b", "Q=[--a+-]b", "Q=b"),
    ],
)
def test_smallest_edit(printed: str, right: str, before: str, after: str) -> None:
    assert shown(edit(printed, right)) == (before, after)


def test_lines_with_little_in_common_are_not_marked() -> None:
    found = edit(r"a = \frac{b}{c}", r"\sin x + y = z^{2} w")
    assert found is not None
    assert not found.marked
    assert not any(mark in found.before + found.after for mark in (*INSERTED, *DELETED))


def test_words_are_used_where_they_leave_no_choice() -> None:
    assert shown(edit("a = -b", None, "One change mends it: the sign is wrong on the right.")) == ("a=[---]b", "a=b")
    said = "One change mends it: a factor $2$ is missing on the right."
    assert shown(edit(r"a = \frac{b}{c}", None, said)) == (r"a=\frac{b}{c}", r"a=\frac{{+2+}b}{c}")
    assert shown(edit("a = b + c", None, "the sign is wrong on the right")) == ("a=b+c", "a={+-(+}b+c{+)+}")
    assert edit("a = b = c", None, "the sign is wrong on the right") is None  # which side is the right one?
    assert edit("a = b", None, "It does not follow.") is None


def test_an_edit_has_the_value_of_the_correction() -> None:
    printed, right = r"I = \frac{\Phi}{4\pi^2 R^2} N \frac{e^2}{mc}", r"I = - \frac{N \Phi e^{2}}{4 \pi^{2} R^{2} c m}"
    found = edit(printed, right)
    assert found is not None
    for mine, theirs in zip(members(read(found.plain)), members(read(right)), strict=True):
        assert value(mine) == value(theirs)


@pytest.mark.parametrize("latex", [r"a/b c", r"\sum_i x_i", r"\sin x", "x^{n}", "f(x),", "", "a +", r"|a|", "1/0"])
def test_what_may_be_read_in_two_ways_has_no_value(latex: str) -> None:
    with pytest.raises(NoValue):
        value(read(latex))


@pytest.mark.parametrize("latex", ["{", "}", r"\left(", r"\frac{a}", "x^", "(a", "{" * 99 + "}" * 99, "x" * 9999])
def test_what_does_not_balance_is_refused(latex: str) -> None:
    with pytest.raises(NotRead):
        read(latex)
    assert edit(latex, "a = b") is None


PIECES = [
    "\\frac",
    "{",
    "}",
    "^",
    "_",
    "a",
    "2",
    "-",
    "=",
    "/",
    "(",
    ")",
    "\\left(",
    "\\right)",
    "\ue000",
    "'",
    "\\sqrt",
    " ",
]
LATEX = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(derandomize=True, deadline=None, max_examples=examples(400))
@given(LATEX, LATEX)
def test_any_pair_is_edited_or_not(printed: str, right: str) -> None:
    found = edit(printed, right, "the sign is wrong on the left")
    if found is not None:
        assert found.plain == written(read(found.plain)) or found.plain
        for text in (found.before, found.after):
            assert text.count(INSERTED[0]) == text.count(INSERTED[1])
            assert text.count(DELETED[0]) == text.count(DELETED[1])
            typeset(text)
    plain(printed)


# --- numbers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("d = 5.37E+13", r"d = 5.37 \cdot 10^{13}"),
        (r"\rho = 1.61E-02\,\mathrm{m}", r"\rho = 1.61 \cdot 10^{-2}\,\mathrm{m}"),
        ("2E+10", "2E+10"),  # twice an energy, plus ten
        ("x_1.5E+10", "x_1.5E+10"),
    ],
)
def test_decimals_of_computers(text: str, expected: str) -> None:
    assert powers_of_ten(text) == expected
    assert typeset(text) == typeset(expected)


def test_numbers_are_found_by_their_value() -> None:
    place = find(r"a = 2/Z \approx 1.52 \cdot 10^4 r_s^2", value_of("1.52e4"))  # type: ignore[arg-type]
    assert place is not None
    assert place.text == r"1.52 \cdot 10^4"
    assert prints("$N \\approx 100$", "1e2")
    assert not prints("twice the flux quantum", "1.2")
    assert find("2 and 2", value_of("2")) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("5.37E+13", "3.58e9", "3.58E+09"),
        (r"1.52 \cdot 10^4", "1.02e4", r"1.02 \cdot 10^{4}"),
        (r"1.5 \times 10^{12}", "2e3", r"2 \times 10^{3}"),
        ("0.621", "0.620", "0.620"),
        ("100", "12", "12"),
    ],
)
def test_a_number_is_put_right_in_the_style_of_the_page(old: str, new: str, expected: str) -> None:
    assert in_the_style_of(old, new) == expected


# --- plain letters -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\Phi_2 = 2\Phi_L = \frac{2h}{e}", "Φ₂ = 2Φ_L = 2h/e"),
        (r"\frac{N+1}{2r^2}", "(N + 1)/(2r²)"),
        (r"0.1\,\mathrm{T}", "0.1 T"),
        (r"-\frac{c}{4\pi\lambda_L^2}A", "−c/(4πλ_L²) A"),
        (r"\mathcal{E}_F, \vec{v}, \dot\varphi", "ℰ_F, v\u20d7, φ\u0307"),
        (r"\langle r_\perp^2\rangle", "⟨r_⟂²⟩"),
        (r"E\psi'", "Eψ′"),
        ("{", "{"),
    ],
)
def test_plain_letters(latex: str, expected: str) -> None:
    assert plain(latex) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"2 \Gamma(2x)", r"2 \cdot 2 \Gamma(x)"),
        ("V(2x)", "2V(x)"),
        (r"\theta(-x)", r"-\theta(x)"),
        ("J_0(2x)", "2J_0(x)"),
        ("V(x)^3", "x V(x)^2 V"),
    ],
)
def test_what_may_be_a_function_is_no_product(one: str, other: str) -> None:
    assert value(read(one)) != value(read(other))


def test_another_sign_alone_is_a_change_unless_both_say_equal() -> None:
    found = edit(r"E = -2 \ln(a/b)", r"E \sim -2 \ln(a/b)", alike=True)
    assert found is not None
    assert found.plain == r"E \sim - 2 \ln ( a / b )"
    assert edit(r"E \equiv 2 x", "E = 2 x", alike=True) is None
    assert edit("E = 2 x", "E < 3 x", alike=True) is None
