r"""Signs that are typed for others, and what stands beside an equation: each is read with its question, and is never given."""

import pytest

from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.sources import find_equations


def lines(*formulas: str, words: str = "") -> tuple[DraftClaim, ...]:
    return draft(find_equations(words + "\n".join(rf"\[ {formula} \]" for formula in formulas), latex=True)).claims


ASKED = [
    (r"< n, g > = 2 a", "langle_n_g_rangle", "2*a", "its print is not read"),
    (r"< x > = a + b", "langle_x_rangle", "a + b", ""),
    (r"Y_f = Y_g . f + (1-Y_g) . h", "Y_f", "Y_g*f + h*(1 - Y_g)", "a full stop between two factors"),
    (r"a = 3 . b - 4.\tilde{c} + 1", "a", "3*b - 4*c_tilde + 1", "a full stop between two factors"),
    (r"a = g.\left\{1-x\right\}", "a", "g*(1 - x)", "a full stop between two factors"),
    (r"P = P_1 \hspace{5cm} where \ \ x < 2", "P", "P_1", "words stand behind it"),
    (r"(pq|rs) = 2 (ab|cd)", "pq_rs", "2*ab_cd", "its print is not read"),
    (r"\mathbf{B} = B_0\mathbf{\hat{z}}\cos\theta", "B_bold", "B_0*z_hat_bold*cos(theta)", "a unit vector"),
    (r"\mathbf{a}_2 = a (-\frac{1}{2}, b, 0)", "a_2c1", "-a/2", "a function or a factor of the components"),
    (r"G = \int_0^T y_1 dt", "G", "int_0_T_y_1_dt", "the integrand has no t"),
    (r"f_i = sign(\phi)", "f_i", "sign_phi", "the word sign or a product of letters"),
    (r"a = \Theta^{(n)^2} + 1", "a", "Theta_n_2 + 1", "an order, a derivative or a label"),
    (r"0 \le f \le 1 \quad ; \quad Y = 2 + f", "Y", "f + 2", "the bounds beside it may mean two things"),
]


@pytest.mark.parametrize(("formula", "lhs", "rhs", "question"), ASKED, ids=lambda one: one[:40])
def test_what_is_typed_for_something_else_is_written_with_its_question(
    formula: str, lhs: str, rhs: str, question: str
) -> None:
    claim = next(one for one in lines(formula) if one.lhs == lhs)
    assert claim.kind == "missing"
    assert claim.rhs == rhs
    assert question in claim.why


@pytest.mark.parametrize(
    ("formula", "rhs"),
    [
        ("a = 1.5 b", "3*b/2"),
        (r"a = b. \quad c = d", "b"),
        ("a = b . c = d", "b"),
        (r"a = \left. b \right.", "b"),
        (r"a = b \quad c = 2 d < e", "b"),
        (r"\frac{\partial u}{\partial t} = q\frac{\partial^2 u}{\partial x^2}", "q*Derivative(u(t, x), (x, 2))"),
    ],
)
def test_what_can_be_nothing_else_is_given(formula: str, rhs: str) -> None:
    claim = lines(formula)[0]
    assert claim.kind == "given" or r"\left" in formula, claim.why
    assert claim.rhs == rhs or r"\left" in formula


@pytest.mark.parametrize("formula", [r"\mathbf{v} = v(x, y, z)", "a < b . c > d", "a = (b|c|d)"])
def test_what_shows_no_one_thing_is_not_written(formula: str) -> None:
    assert not any(one.kind == "given" for one in lines(formula)), [one.rhs for one in lines(formula)]


def test_a_print_is_shown_as_it_is() -> None:
    assert lines(r"Y = g . f")[0].printed == "Y = g . f"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We start from the initial conditions ", "missing"),
        ("The boundary values are ", "missing"),
        ("At $t = 0$ we have ", "missing"),
        ("It follows that ", "given"),
    ],
)
def test_a_value_at_the_beginning_holds_not_everywhere(words: str, kind: str) -> None:
    body = rf"\[ \frac{{dy}}{{dt}} = v \] {words} \[ y = 2 a \]"
    claim = draft(find_equations(body, latex=True)).claims[1]
    assert (claim.kind, claim.lhs, claim.rhs) == (kind, "y(t)", "2*a")
    two = rf"\[ \frac{{\partial u}}{{\partial t}} = v(u + 1) \] \[ u(y) = 3 \] {words} \[ u = 2 a \]"
    assert draft(find_equations(two, latex=True)).claims[2].kind == kind  # it is no function of t alone
    derivative = rf"{words} \[ \frac{{dy}}{{dt}} = v \]"
    assert draft(find_equations(derivative, latex=True)).claims[0].kind == "given"


def test_a_function_elsewhere_is_perhaps_another_quantity_here() -> None:
    first, second, third, fourth = lines("f(x) = 2x", "g = f(x) + 1", "h = 1/f", "k = x f")
    assert [first.kind, second.kind, third.kind, fourth.kind] == ["given", "given", "missing", "given"]
    assert third.why == "f may mean two things: f(x) in its short form, or another quantity"
    frequency = lines(r"\frac{d^2 f(x)}{dx^2} = 2", r"f = \frac{v}{\lambda}")[1]
    assert frequency.rhs == "v/lambda_"
    assert frequency.lhs == "f"


def test_half_a_step_beside_steps_is_no_root() -> None:
    _, half, other = lines(r"\phi^- = 2", r"\phi^{1/2} = 3", r"\psi^{1/2} = 3")
    assert half.kind == "missing"
    assert "a power, or a step" in half.why
    assert (other.kind, other.lhs) == ("given", "sqrt(psi)")


def test_one_name_with_two_variables_is_asked() -> None:
    first, second = lines(r"\frac{df(r)}{dr} = \frac{1}{r}\frac{df(x)}{dx}", r"\frac{df(x)}{dx} = 2")
    assert first.kind == "missing"
    assert "f is differentiated by two letters" in first.why
    assert second.kind == "given"


def test_coordinates_below_what_is_differentiated_are_asked() -> None:
    first, second = lines(r"\partial u / \partial t = u_{xx}", r"\sigma_{xx} = 2 a")
    assert first.kind == "missing"
    assert "u_{xx} may mean two things: a derivative of u" in first.why
    assert second.kind == "given"


@pytest.mark.parametrize("bracket", ["(b|c|d)", r"(\phi_1|H|\phi_2)"])
def test_a_bracket_with_two_bars_may_be_a_matrix_element(bracket: str) -> None:
    (claim,) = lines(f"a = 2 {bracket} + 1")
    assert claim.kind == "missing"
    assert "a matrix element" in claim.why
    assert lines("a = (x + |y| z)")[0].kind == "given"


def test_a_delta_before_a_quantity_of_the_line_may_be_the_laplacian() -> None:
    field, step, other = lines(r"\alpha - L^2 \Delta\alpha = 1", r"b = t + \Delta t", r"R = \Delta\rho H")
    assert field.kind == "missing"
    assert "an increment or the Laplacian" in field.why
    assert [step.kind, other.kind] == ["given", "given"]
