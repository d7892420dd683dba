r"""What the rest of a source makes doubtful in a line: a case that the words before it name, a second formula, a slope beside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referee.author_notation import Entry
from referee.case_conditions import IN_CASE, case_before
from referee.draft import draft
from referee.draft_claims import AT_ONE_PLACE, DraftClaim
from referee.given_twice import TWICE
from referee.linking.links import linked
from referee.sources import find_equations


def lines(text: str, said: tuple[Entry, ...] = ()) -> tuple[DraftClaim, ...]:
    return draft(find_equations(text, latex=True), said).claims


def joined(text: str) -> tuple[DraftClaim, ...]:
    source = find_equations(text.replace(" It is late. ", "\n\nIt is late.\n"), latex=True)
    return linked(draft(source), source).paper.claims


@pytest.mark.parametrize(
    ("words", "case"),
    [
        (r"It is so. When $d_3 = d_4$, we have", "When d_3 = d_4"),
        ("\\item When $d_3 = d_4$,\n\n", "When d_3 = d_4"),
        (r"for $0 \leq t \leq 5$, the values are", r"for 0 \leq t \leq 5"),
        (r"Similarly, for $l<k$ we set", "for l<k"),
        ("If the variance is small, the law is", "If the variance is small"),
        (r"One has, in the case that $a = b$,", "in the case that a = b"),
        ("In this case the total mass is", "In this case"),
        (r"The force at $r = R$ is", "at r = R"),
        (r"It holds for $x > 0$. Then", ""),
        (r"It holds for $x > 0$.", ""),
        ("For $x > 0$ it is wrong.\n\nThe sum is", ""),
        (r"The equation for $u = u(t, x)$ is", ""),
        (r"for every $x$ we find", ""),
        ("We call it a sum if", ""),
        ("If we insert $a = b$, we find", ""),
        (r"If $n$ denotes the number, the sum is", ""),
        (r"The flux (it is positive if $a > 0$) is", ""),
        (r"We solve for $x = 2 y$:", ""),
    ],
)
def test_the_case_is_read_off_the_sentence_before_a_display(words: str, case: str) -> None:
    assert case_before(words) == case


@given(st.text(alphabet="if whenfor$=<>().,\\{}@% \n", max_size=60))
def test_any_words_are_read(words: str) -> None:
    assert ";" not in case_before(words)


def test_a_line_of_one_case_is_open_with_the_case_as_printed() -> None:
    first, second, other = lines(
        r"When $d_3 = d_4$, \[ W = a + b \] and \[ V = a - b \] In all, \[ U = a b \]"  # one sentence goes on behind a display
    )
    assert (first.kind, first.lhs, first.rhs) == ("missing", "W", "a + b")
    assert first.why == f"{IN_CASE}, “When d_3 = d_4”? write that as a condition"
    assert IN_CASE in second.why
    assert other.kind == "given"


def test_an_identity_of_one_case_is_not_decided_without_it() -> None:
    assert lines(r"If $a = b$, then \[ a^2 + 1 = a b + 1 \]")[0].kind == "missing"


def test_a_condition_that_the_notation_states_is_asked_no_more() -> None:
    text, said = r"For $a > 0$ we have \[ W = 2 a \]", Entry("a", "a", "symbol", True, "a", is_positive=True)
    assert IN_CASE in lines(text)[0].why
    assert lines(text, (said,))[0].kind == "given"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (r"\[ W = a + b \] It is late. \[ W = 2 a \]", ["missing", "missing"]),
        (r"\[ T = n S + a \] It is late. \[ S = m + T \]", ["missing", "missing"]),
        (r"\[ W = 2 (b + c) \] It is late. \[ W = 2 b + 2 c \]", ["given", "given"]),
        (r"\[ W = a v \] It is late. \[ v = 2 b \] It is late. \[ W = 2 a b \]", ["given", "given", "step"]),
        (r"\[ x = x + h \] It is late. \[ x = 2 y \]", ["given", "given"]),
        (r"\[ W = a + b \] It is late. \[ V = 2 a \]", ["given", "given"]),
        (r"\[ d_{ij} = d_{ji} \] It is late. \[ d_{ij} = a b \]", ["given", "given"]),
    ],
)
def test_a_name_that_is_given_by_two_formulas_may_be_two_quantities(text: str, kinds: list[str]) -> None:
    claims = joined(text)
    assert [claim.kind for claim in claims] == kinds, [claim.why for claim in claims]
    assert all((TWICE in claim.why) == (claim.kind == "missing") for claim in claims)


def test_what_rests_on_a_doubtful_name_is_open() -> None:
    text = r"\[ W = a + b \] It is late. \[ V = 2 W \] Thus \[ V = 2 a + 2 b \] It is late. \[ W = 3 c \]"
    claims = joined(text)
    assert all(claim.kind != "step" for claim in claims), claims


def test_a_letter_whose_slope_is_printed_beside_it_is_no_constant() -> None:
    rows = (r"\frac{dy}{dt} = 2 y", r"2 \ell {\ell}' = y v", r"\ell^2 = y^2 + a", "k = y b")
    text = "\\section{One} " + " Now ".join(rf"\[ {row} \]" for row in rows)
    line, other = (one for one in lines(text) if one.printed.startswith((r"\ell^2", "k =")))
    assert line.why.startswith(r"\ell beside \ell' may mean two things: \ell(t)")
    assert other.kind == "given"


def test_a_question_does_not_hide_that_a_line_holds_at_the_beginning() -> None:
    words = r"The initial conditions (at $t = 0$) are:"
    rows = r"\begin{aligned} y &= 1 \\ \frac{dy}{dt} &= \left[Q\right]_{t=0} / J \end{aligned}"
    slope = next(one for one in lines(rf"{words} \[ {rows} \]") if "Derivative" in one.lhs)
    assert "sign of its own" in slope.why
    assert AT_ONE_PLACE in slope.why


def test_an_index_under_an_integral_over_numbered_variables_may_be_one_of_them() -> None:
    line, other = lines(r"\[ W = \int_0^1 dx_1 \int_0^1 dx_2 x_i (x_1 + x_2) \] Now \[ V = \int_0^1 dx_1 y_i x_1 \]")
    assert "one of the variables of the integral" in line.why
    assert "one of the variables" not in other.why


def test_a_letter_that_stands_in_the_bracket_behind_it_is_a_factor() -> None:
    factor = lines(r"\[ \mathbf{a} = a (\frac{c}{a} \cos\beta, 0, \frac{c}{a} \sin\beta) \]")
    asked = lines(r"\[ \mathbf{a} = a (\cos\beta, 0, \sin\beta) \]")
    assert [one.kind for one in factor] == ["given"] * 3, factor[0].why
    assert all("a function or a factor" in one.why for one in asked)


def test_a_sum_before_a_bracket_is_a_factor() -> None:
    (line,) = lines(r"\[ s = [a b + c c][a b] \]")
    assert (line.kind, line.rhs) == ("given", "a*b*(a*b + c**2)"), line.why


@pytest.mark.parametrize("behind", ["x", "P q"])  # P may be an operator
def test_a_fraction_before_its_argument_is_asked(behind: str) -> None:
    assert lines(rf"\[ \frac{{1}}{{\eta}} ({behind}) = q b \]")[0].kind == "missing"


def test_a_star_above_a_name_with_indices_is_asked() -> None:
    (line,) = lines(r"\[ M = a^{\star}_{n} a_{m} c \]")
    assert "the conjugate or adjoint of" in line.why
