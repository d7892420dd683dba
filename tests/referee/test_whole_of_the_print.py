r"""What the rest of a paper makes doubtful in a line, asked whatever else is asked of it: indices, arguments, places, e^n."""

import pytest

from referee.author_notation import Entry
from referee.draft import draft
from referee.draft_claims import AT_ONE_PLACE, DraftClaim
from referee.pieces import NOT_READ
from referee.sources import find_equations
from verify.grammar.tokens import normalise


def lines(*formulas: str, words: str = "", said: tuple[Entry, ...] = ()) -> tuple[DraftClaim, ...]:
    body = words + "\n".join(rf"\[ {formula} \]" for formula in formulas)
    return draft(find_equations(body, latex=True), said).claims


def symbol_said(latex: str) -> Entry:
    return Entry("one", normalise(latex), "symbol", True, latex)


@pytest.mark.parametrize(
    ("print_", "indices"),
    [
        (r"s_{ij} = \lambda u_{k,k} \delta_{ij} + \mu (u_{i,j} + u_{j,i})", ["k"]),
        (r"a = A_i^* B_i - C_j D_j", ["i", "j"]),
        (r"E = \int_\Omega A_i \nabla C_i dx", ["i"]),
        (r"-v_{i,i} = 0", ["i"]),
        (r"f_i = g_{ij,j} + h_i", ["j"]),
        (r"y_i = a_i x_i", []),
        (r"y = \sum_{i=1}^N a_i x_i", []),
    ],
)
def test_every_index_that_stands_twice_is_asked(print_: str, indices: list[str]) -> None:
    asked = [question[0] for question in lines(print_)[0].why.split("; ") if ", twice " in question]
    assert asked == indices


def test_an_index_inside_of_what_the_author_has_filled_in_is_asked_no_more() -> None:
    (asked,) = lines("v_{i,i} = b")
    (settled,) = lines("v_{i,i} = b", said=(symbol_said("v_{i,i}"),))
    assert "i, twice below one letter" in asked.why
    assert (settled.kind, settled.rhs) == ("given", "b")


@pytest.mark.parametrize(
    ("displays", "words"),
    [
        ((r"h = p + A", r"\frac{\partial h}{\partial t} = \nabla^2 h"), "h(t) in its short form, or a field"),
        ((r"\psi(t) = A \cos(2 \pi f t)", r"\frac{df}{dx} = f(x)", "f(x) = x"), "f(x) in its short form"),
    ],
)
def test_a_name_gets_no_argument_that_it_may_not_have(displays: tuple[str, ...], words: str) -> None:
    line = lines(*displays)[0]
    assert line.kind == "missing"
    assert words in line.why


@pytest.mark.parametrize(
    "displays",
    [
        (r"h = p + A", r"\frac{\partial h}{\partial t} = 2"),
        (r"h = p + A", r"\frac{\partial h}{\partial t} = \frac{\partial h}{\partial x} + \nabla^2 h"),
        (r"P = K \rho^2", r"\frac{dP}{dr} = 2", r"\frac{d\rho}{dr} = 3"),
    ],
)
def test_a_function_in_its_short_form_is_given(displays: tuple[str, ...]) -> None:
    assert lines(*displays)[0].kind == "given"


def test_what_holds_at_the_beginning_is_not_given_for_all_times() -> None:
    before = r"The initial conditions (at $t = 0$) are:"
    rows = r"\begin{aligned} y &= 1 \\ v &= w = 0 \\ \frac{dy}{dt} &= \frac{dv}{dt} \end{aligned}"
    slopes = r"\frac{dy}{dt} + \frac{dv}{dt} + \frac{dw}{dt} = 2"
    initial, always = lines(rows, slopes, words=before)[:4], lines(slopes)[0]
    assert all(AT_ONE_PLACE in line.why for line in initial), [line.why for line in initial]
    assert always.kind == "given"


@pytest.mark.parametrize("displays", [(r"e^* = 2 e^n",), (r"E = a e^{n+1}", r"e_0 = 3")])
def test_an_exponent_of_e_may_be_a_step_where_e_is_a_quantity(displays: tuple[str, ...]) -> None:
    line = lines(*displays)[0]
    assert "a power of Euler's number, or a step" in line.why
    assert "exp" not in line.rhs


@pytest.mark.parametrize("displays", [(r"y = e^n",), (r"y = a e^{-n x}", r"e_0 = 3"), (r"y = e^x", r"q = e^* b")])
def test_other_exponents_of_e_are_powers(displays: tuple[str, ...]) -> None:
    assert "exp" in lines(*displays)[0].rhs


def test_the_size_of_an_inverse_may_be_a_norm() -> None:
    line = lines(r"\lambda = \omega |\kappa^{-1}| h", r"y = |x|^{-1}")
    assert "the norm of an inverse" in line[0].why
    assert line[0].rhs == "h*omega*size_kappa_1"
    assert "inverse" not in line[1].why


@pytest.mark.parametrize(
    ("print_", "rhs"), [(r"W = \frac{1}{4 d_1}", "1/(4*d_1)"), (r"{\dot y}_3 = p y_2^2", "p*y_2**2")]
)
def test_a_letter_with_its_script_is_one_name(print_: str, rhs: str) -> None:
    line = lines(print_)[0]
    assert (line.kind, line.rhs) == ("given", rhs), line.why


@pytest.mark.parametrize(
    ("print_", "reason"),
    [
        (r"a = b \|v\| + c", "which norm"),
        (r"a = b + \nabla^2 p", r"\nabla is not read"),
        (r"h = r - \sigma ( \mathbf{A}_1, \mathbf{A}_2 )", "vectors are not read"),
        (r"a = b + \mathbf{c}\cdot\mathbf{d}", "vectors are not read"),
    ],
)
def test_what_is_not_read_is_asked_and_no_message_of_the_reader(print_: str, reason: str) -> None:
    (line,) = lines(print_)
    assert line.why.endswith("stands as one quantity, say what it is")
    assert reason in line.why
    assert "expected" not in line.why
    assert any(reason in words for _, words in NOT_READ)


@pytest.mark.parametrize("word", [r"\text{ and }", r"\text { et }", r"\text{\bf und}", r"\quad \mbox{et} \quad"])
def test_a_word_between_two_equations_joins_them(word: str) -> None:
    assert [(line.lhs, line.rhs) for line in lines(rf"a = b + c {word} d = f h")] == [("a", "b + c"), ("d", "f*h")]


def test_a_bracket_that_stands_for_itself_keeps_its_size() -> None:
    found = draft(find_equations(r"\[ -\left(\eta(v_{i,j}+ v_{j,i})\right)_{,j} = f_i \]", latex=True))
    assert r"\left(\eta(v_{i,j}+ v_{j,i})\right)_{,j}" in [entry.latex for entry in found.symbols]


def test_a_delta_before_a_bracket_may_be_that_of_dirac() -> None:
    assert "Dirac's delta or an increment" in lines(r"F = A \delta(r - r_t) + g")[0].why
