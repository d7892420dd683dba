"""How physicists print, and what a draft makes of it: each kind of print is read as the page means it, or stays open.

A row is a paper of a few displays (or of LaTeX, if it begins with a command that is no formula), and what is wanted of
its lines: two sides as Python source, or "open" and a part of the reason.  Nothing that may be read in two ways is given.
"""

import pytest

from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.skeleton import block_of
from referee.sources import find_equations

Wanted = list[tuple[str, str]]


def lines(*displays: str) -> tuple[DraftClaim, ...]:
    body = "\n\n".join(text if text.startswith(r"\begin{") or "$" in text else rf"\[ {text} \]" for text in displays)
    return draft(find_equations(f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}")).claims


def check(displays: tuple[str, ...], wanted: Wanted) -> None:
    found = lines(*displays)
    assert len(found) == len(wanted), [(claim.printed, claim.why) for claim in found]
    for claim, (lhs, rhs) in zip(found, wanted, strict=True):
        if lhs == "open":
            assert claim.kind == "missing"
            assert rhs in claim.why
        else:
            assert (claim.lhs, claim.rhs) == (lhs, rhs), claim.why


READ: list[tuple[tuple[str, ...], Wanted]] = [
    # rows and columns
    ((r"\rho_l &= 1 & \rho_r &= 1/8",), [("rho_l", "1"), ("rho_r", "Rational(1, 8)")]),
    ((r"\begin{alignat}{2} a &= 1 & b &= 2 \end{alignat}",), [("a", "1"), ("b", "2")]),
    ((r"a = b \quad c = d",), [("a", "b"), ("c", "d")]),
    ((r"a = b, \qquad c = d",), [("a", "b"), ("c", "d")]),
    ((r"a = b \text{ and } c = d",), [("a", "b"), ("c", "d")]),
    ((r"a = b \hspace{1cm} c = d",), [("a", "b"), ("c", "d")]),
    ((r"\begin{align} y &= a + b \nonumber\\ &\quad + c - d \end{align}",), [("y", "a + b + c - d")]),
    ((r"\begin{align} x =& a + b \\ =& c + d \end{align}",), [("x", "a + b"), ("x", "c + d")]),
    ((r"a = b \;\text{(dust)}",), [("a", "b")]),
    ((r"a = b \quad\text{for } x > 0",), [("open", "holds for x > 0 only")]),
    ((r"\sqrt{x^2} = x \quad (x>0)",), [("Abs(x)", "x")]),
    ((r"a = b\,.",), [("a", "b")]),
    ((r"a_\pm = b \pm c",), [("a_plus", "b + c"), ("a_minus", "b - c")]),
    ((r"a_\pm = b \mp c",), [("a_plus", "b - c"), ("a_minus", "b + c")]),
    ((r"\boxed{a = b}",), [("a", "b")]),
    ((r"\underbrace{a}_{\text{b}} = c",), [("a", "c")]),
    ((r"\left(\frac{a}{b}\right)^2 = c",), [("a**2/b**2", "c")]),
    ((r"f = \begin{cases} x & x > 0 \\ 2x & x \le 0 \end{cases}",), [("open", "x > 0 only"), ("open", "x <= 0 only")]),
    ((r"\mathbf{b}_3 = \frac{1}{a} (0, c)",), [("b_3c1", "0"), ("b_3c2", "c/a")]),
    # names
    ((r"x(t) = A\cos\omega t", r"\frac{dx}{dt} = v"), [("x(t)", "A*cos(omega*t)"), ("Derivative(x(t), t)", "v")]),
    ((r"C_{in} = 2b",), [("C_in", "2*b")]),
    ((r"E = Z_{i} q^2",), [("E", "Z_i*q**2")]),
    ((r"y = e^{ikx}", "a = 2n_i"), [("y", "exp(imaginary_unit*k*x)"), ("a", "2*n_i")]),
    ((r"y = \sum_{i=1}^3 i", r"z = e^{ikx}"), [("y", "Sum(i, (i, 1, 3))"), ("z", "exp(imaginary_unit*k*x)")]),
    ((r"f(2x) = 2f(x)",), [("f(2*x)", "2*f(x)")]),
    (("E^{(1)} = a",), [("E_1", "a")]),
    ((r"\Gamma^{\mathrm{eff}} = T^{\text{tot}}",), [("Gamma_eff", "T_tot")]),
    ((r"\Gamma_1^{loss} = a",), [("Gamma_1_loss", "a")]),
    ((r"\sigma^+ = 2K^*",), [("sigma_plus", "2*K_star")]),
    ((r"a = f_{n-1}",), [("a", "f_n_1")]),
    ((r"m^2_e = a",), [("m_e**2", "a")]),
    ((r"E = \frac{p^2}{2 m}",), [("E", "p**2/(2*m)")]),
    ((r"S = \frac{A}{4 G}",), [("S", "A/(4*G)")]),
    ((r"a = {2 s}",), [("a", "2*s")]),
    ((r"y = cos^2(\theta) + exp(x)",), [("y", "exp(x) + cos(theta)**2")]),
    ((r"y = f{(x)}",), [("y", "f(x)")]),
    ((r"y = \sin{\left(x \right)}",), [("y", "sin(x)")]),
    ((r"{a \over b} = {\cal C}",), [("a/b", "C_cal")]),
    ((r"T = m v_{\mathrm{in}}^2 + d_{mod} + q_{\text{for}}",), [("T", "d_mod + m*v_in**2 + q_for")]),
    ((r"q = 2 b_{\rm F}^{\rm as}",), [("q", "2*b_F_as")]),
    ((r"y = 2*a*b", "x = (a + b)*(a - b)"), [("y", "2*a*b"), ("x", "(a - b)*(a + b)")]),
    # calculus
    ((r"a = \frac{d^2x}{dt^2}",), [("a", "Derivative(x(t), (t, 2))")]),
    ((r"v = \dot x",), [("v", "x_dot")]),
    ((r"a = \partial_t \rho",), [("a", "Derivative(rho(t), t)")]),
    ((r"y = \int \frac{dx}{x}",), [("y", "Integral(1/x, x)")]),
    (("y = 5!!",), [("y", "15")]),
]

OPEN: list[tuple[tuple[str, ...], Wanted]] = [
    (("a = 1, 2",), [("open", "a list of values")] * 2),
    ((r"n = 0, 1, 2, \dots",), [("open", "a list")]),
    ((r"E \propto T^4",), [("open", "∝")]),
    ((r"\Delta x \sim L",), [("open", "order of magnitude")]),
    ((r"A \Rightarrow B",), [("open", "an implication")]),
    ((r"d = 2 \quad\Rightarrow\quad R = 3",), [("open", "an implication")] * 2),
    ((r"h = Y \, . \, k + (1 - Y) \, . \, m",), [("open", "a list")]),
    (("a^q = 1", "b^q = 2", "c^q = 3", "d^q = q"), [("open", "label")] * 4),
    (("P = -r R : S = c",), [("open", "a product of tensors")]),
    ((r"f = 2 \iff g = 3",), [("open", "an equivalence")] * 2),
    ((r"$$\begin{cases} a = b & c = 3 \\ c = d \end{cases}$$",), [("open", "cases")]),
    ((r"\left.\frac{\partial f}{\partial x}\right|_{x=0} = a",), [("open", "")]),
    ((r"x = 5.1 \pm 0.2",), [("open", "two values or an uncertainty")]),
    ((r"p = p(\rho, s)", r"p = 2\rho"), [("open", "a declaration"), ("p(rho, s)", "2*rho")]),
    (("V = 2", "V(r) = r^2"), [("V", "2"), ("open", "a product with the quantity of this name")]),
    ((r"m^2(\rho) = 2",), [("open", "a function of what is in the brackets or a product")]),
    ((r"a = V(\Phi^2)",), [("open", "a function of what is in the brackets or a product")]),
    ((r"P = K\rho^{1+1/n}(r)",), [("open", "a function")]),
    ((r"y = \kappa/2 (a + b)",), [("open", "all that follows is below")]),
    (("x^i = a", "y_i = b"), [("open", "component"), ("y_i", "b")]),
    (("u^{n+1} = u^n + a", "v^{n+1} = v^n", "w^{n+1} = 2w^n"), [("open", "step")] * 3),
    ((r"D^{el} = \eta^q", "q = l"), [("open", "label"), ("q", "l")]),
    (("B = C^J",), [("open", "label")]),
    (("u^* = 2u",), [("open", "conjugate")]),
    ((r"g^{\mu\nu}v_\nu = v^\mu",), [("open", "component")]),
    ((r"a = F_{\mu\nu}F^{\mu\nu}",), [("open", "a sum over it")]),
    ((r"a = T^\mu_\mu",), [("open", "")]),
    (("-v_{i,i} = 0",), [("open", "a derivative")]),
    ((r"-\Delta u = f",), [("open", "the Laplacian")]),
    (("a = CFL",), [("open", "one name or a product")]),
    (("h = I'F",), [("open", "distance")]),
    (("m^2 s^{-2} K^{-1} = J kg^{-1} K^{-1}",), [("open", "units")]),
    ((r"y = \mathrm{Re}[Z]",), [("open", "complex")]),
    ((r"y = \Re Z",), [("open", "complex")]),
    ((r"y = \mathrm{Tr}(\rho A)",), [("open", "Tr")]),
    ((r"y = \hat p(0)",), [("open", "an operator")]),
    ((r"E\psi = \hat H \psi",), [("open", "")]),
    ((r"[x, p] = i\hbar",), [("open", "")]),
    ((r"\frac{\partial(\rho u)}{\partial x} = 0",), [("open", "does not depend on x")]),
    ((r"dE = T\,dS - p\,dV",), [("open", "a differential")]),
    (("du = -dp/C",), [("open", "a differential")]),
    ((r"C\frac{dT}{T} = B\frac{d\rho}{\rho}",), [("open", "a differential")]),
    ((r"n = \int f(p)\,d^3p",), [("open", "variable")]),
    ((r"n = \int d^3x\, f",), [("open", "variable")]),
    ((r"y = \int_0^2 dx^2",), [("open", "the measure of a power")]),
    ((r"y = \oint B\,dl",), [("open", "closed path")]),
    ((r"y = \iint f\,dx\,dy",), [("open", "double integral")]),
    ((r"S = -\sum_i p_i \ln p_i",), [("open", "")]),
    ((r"y = \sum_{i=1}^N a_i",), [("open", "depend on the index")]),
    ((r"H = J\sum_{\langle ij\rangle} s_i s_j",), [("open", "")]),
    ((r"y = \sum_{k\neq 0} a_k",), [("open", "limits")]),
    ((r"y = \prod_i a_i",), [("open", "limits")]),
    *(((rf"A = \begin{{{name}}} a & b \\ c & d \end{{{name}}}",), [("open", "the entries")] * 4) for name in ("bmatrix", "pmatrix")),
    ((r"A = \begin{vmatrix} a & b \\ c & d \end{vmatrix}",), [("open", "vmatrix")]),
    ((r"A = \begin{pmatrix} a & b \\ c & d \end{pmatrix} B",), [("open", "pmatrix")]),
    ((r"A = \left[\begin{array}{cc} a & b \\ c & d \end{array}\right]",), [("open", "the entries")] * 4),
    ((r"f = \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}",), [("open", "x > 0 only"), ("open", "without a condition")]),
    ((r"\ket{\psi} = a\ket{0} + b\ket{1}",), [("open", "states")]),
    ((r"E = \langle a \vert H \vert b\rangle",), [("open", "")]),
    ((r"y = A^\dagger",), [("open", "")]),
    ((r"y = \langle x\rangle",), [("open", "the mean value")]),
    ((r"\vec a \cdot \vec b = c",), [("open", "vector")]),
    ((r"\nabla\cdot\mathbf v = 0",), [("open", "nabla")]),
    ((r"\mathbf B = \nabla\times\mathbf A",), [("open", "nabla")]),
    ((r"v = \omega \times r",), [("open", "a vector product")]),
    ((r"\mathbf{a} = f(x, y)",), [("open", "a function or a factor")]),
    ((r"\nabla^2 f = 0",), [("open", "nabla")]),
    (("[q] = q_1 - q_0",), [("open", "jump")]),
    ((r"y = 1\frac12",), [("open", "a mixed number")]),
    (("y = 1.5e3",), [("open", "a product")]),
    ((r"1\,\mathrm{km} = 1000\,\mathrm{m}",), [("open", "unit")]),
    ((r"\cos x = 1 - \frac{x^2}{2} + \dots",), [("open", "dots")]),
    ((r"\frac{1}{1 - x} = 1 + x + O(x)",), [("open", "dots")]),
    ((r"\bar z z = |z|^2",), [("open", "a conjugate")]),
    ((r"a = B_{\xi = 0}",), [("open", "a value at a place")]),
    ((r"\vect{u} = 3",), [("open", r"does not define \vect")]),
    ((r"a = b \quad\text{for } x = 0",), [("open", "words")]),
]  # fmt: skip


@pytest.mark.parametrize(("displays", "wanted"), READ, ids=lambda value: str(value)[:60])
def test_what_is_read(displays: tuple[str, ...], wanted: Wanted) -> None:
    check(displays, wanted)


@pytest.mark.parametrize(("displays", "wanted"), OPEN, ids=lambda value: str(value)[:60])
def test_what_stays_open(displays: tuple[str, ...], wanted: Wanted) -> None:
    check(displays, wanted)


def test_conditions_are_kept() -> None:
    (given,) = lines(r"a = b \quad\text{for } x > 0")
    (identity,) = lines(r"\sqrt{x^2} = x \quad (x>0)")
    assert given.conditions == identity.conditions == ("x > 0",)
    assert (given.kind, identity.kind) == ("missing", "identity")
    assert "holds for x > 0 only" in given.why


ASKED: list[tuple[tuple[str, ...], tuple[str, str], str]] = [
    # what is in doubt stands for itself, and the line is never given
    ((r"-v_{i,i} = 0",), ("-v_i_i", "0"), "a derivative"),
    ((r"a = F_{\mu\nu}F^{\mu\nu}",), ("a", "F_mu_nu_F_mu_nu"), "a sum over it"),
    ((r"a = 2 b_i c_i",), ("a", "2*b_i_c_i"), "a sum over"),
    ((r"f = (b_i + c_i) d_i^2",), ("f", "b_i_plusc_i_d_i_2"), "a sum over"),
    ((r"p_i = n_i T_i",), ("p_i", "n_i_T_i"), "a sum over"),
    ((r"x^i = a", "y_i = b"), ("x_i", "a"), "component"),
    ((r"\partial_\mu A^\mu = 0",), ("partial_mu_A_mu", "0"), "by the coordinate"),
    ((r"a = \partial_\lambda f", r"b = g_\lambda"), ("a", "partial_lambda_f"), "by the coordinate"),
    ((r"\nabla\cdot\mathbf v = 0",), ("nabla_cdotv_bold", "0"), "nabla"),
    ((r"\mathbf B = \nabla\times\mathbf A",), ("B_bold", "nabla_timesA_bold"), "nabla"),
    ((r"a = \kappa\nabla^2 f + b",), ("a", "b + kappa*nabla_2_f"), "nabla"),
    ((r"P = \mathbf F\cdot\mathbf v",), ("P", "F_bold_cdotv_bold"), "vector"),
    ((r"E = \frac{1}{2} m |\mathbf v|^2",), ("E", "m*v_bold_2/2"), "vectors"),
    ((r"A x = G", r"A^T y = x"), ("Ax", "G"), "in this order"),
    ((r"n = 2 a^\dagger a",), ("n", "2*a_dagger_a"), "in this order"),
    ((r"a = \|v\|_2^2",), ("a", "norm_v_2**2"), "which norm"),
    ((r"F \propto \frac{1}{r^2}",), ("F", "r**(-2)"), "leaves a factor open"),
    ((r"e^x = 1 + x + \dots",), ("exp(x)", "x + 1"), "expands_to"),
    ((r"f(x) = 1 + x + O(x^2)",), ("f(x)", "x + 1"), "expands_to"),
    ((r"\frac{1}{1 - x} = 1 + x + O(x)",), ("1/(1 - x)", "x + 1"), "expands_to"),
    (("h = f * g",), ("h", "f_starg"), "a convolution"),
    ((r"y = \sum_i p_i \ln p_i",), ("y", "sum_i_dots(p_i*log(p_i))"), "limits"),
    ((r"y = 2\sum_{i=1}^N a_i",), ("y", "2*sum_i_1_N_dots(a_i)"), "depend on the index"),
    ((r"m = \int_\Omega 2 \rho\,dx",), ("m", "int_Omega_dx_dots(2*rho)"), "region"),
    ((r"dE = T\,dS - p\,dV",), ("dE", "T*dS - dV*p"), "a differential"),
    ((r"T^{(n)} = T^{(n-1)} + h",), ("T_n", "T_n_1 + h"), "an order"),
    ((r"a = V(\Phi^2)",), ("a", "V_Phi_2"), "a function"),
    (("V(r) = r^2", "V = 2"), ("V_of(r)", "r**2"), "a product"),
    ((r"a \le b",), ("a", "b"), "a condition"),
    ((r"a = b (y^+)^3",), ("a", "b_y_plus_3"), "a function"),
    ((r"\oint_C \mathbf B\cdot d\mathbf l = I",), ("oint_C_B_bold_cdot_dl_bold", "I"), "closed path"),
    ((r"\chi = \mathbf a^T \mathbf B^{-1} \mathbf a",), ("chi", "a_bold_T_B_bold_1_a_bold"), "vectors"),
    ((r"a = 2|\nabla f|",), ("a", "2*size_nabla_f"), "values of vectors"),
    ((r"m = \int_V \nabla\cdot\mathbf B\,dv",), ("m", "int_V_dv_dots(nabla_cdotB_bold)"), "nabla"),
    ((r"a = vol(\Omega)^2 h",), ("a", "h*vol_Omega_2"), "the word vol"),
    ((r"a = 2s_i^2", r"s_i^1 = 2"), ("a", "2*s_i_2"), "a power"),
    ((r"A w = B^* s", r"A^T = B"), ("Aw", "B_star_s"), "in this order"),
    # a term whose parts may mean two things stands for itself
    ((r"c(\frac{d}{dr} - \frac{k}{r}) S = 0",), ("c_frac_ddr_frac_kr_S", "0"), "a function"),
    ((r"a = \nabla \rho g + h",), ("a", "h + nabla_rho_g"), "nabla"),
    ((r"a = D_\mu \phi \psi",), ("a", "D_mu_phi_psi"), "acts on"),
    ((r"a = \Omega^{t(i-1)}", r"b = v_i", r"c = t(x)"), ("a", "Omega_t_i_1"), "imaginary unit"),
    ((r"a = 2T/NT", "b = T"), ("a", "2*T_NT"), "one name"),
    ((r"a = 24 \epsilon [ (b)^{12} - c ] + d",), ("a", "d + 24*epsilon_b_12_c"), "a function"),
    ((r"a = 2\log(N) + b",), ("a", "b + 2*log_N"), "write"),
    ((r"\hat{H}\psi(\mathbf{r}) = E \psi(\mathbf{r})",), ("H_hat_psi_r_bold", "E*psi_r_bold"), "vector"),
    ((r"a = \vect{u} + b",), ("a", "b + vect_u"), "does not define"),
    ((r"\ket{\psi} = a\ket{0} + b\ket{1}",), ("ket_psi", "a*ket0 + b*ket1"), "states"),
    # what joins statements is asked of each of them
    ((r"y_i = 2 x_i, \quad i = 1, \dots, N",), ("y_i", "2*x_i"), "for which values"),
    ((r"u = r \text{ where } q > 0",), ("u", "r"), "say when it holds"),
    ((r"a = b \quad \text{on } \Gamma",), ("a", "b"), "say where it holds"),
    ((r"a = b, \quad x \in V",), ("a", "b"), "say where it holds"),
    ((r"Q \to R + 1",), ("Q", "R + 1"), "an arrow"),
    ((r"x = -b \pm \sqrt{D}",), ("x", "sqrt(D) - b"), "two values"),
    ((r"a \approx b + c",), ("a", "b + c"), "an approximation"),
    ((r"< a, b > = c",), ("langle_a_b_rangle", "c"), ""),
    ((r"y = 2ω + \begin{mathcal}L\end{mathcal}",), ("y", "L_cal + 2*omega"), None),
    # matrices by their entries
    (
        (
            r"$$\begin{pmatrix} y \\ z \end{pmatrix} = \gamma \begin{pmatrix} 1 & -v \\ -v & 1 \end{pmatrix} \begin{pmatrix} x \\ t \end{pmatrix}$$",
        ),
        ("y", "gamma*(-t*v + x)"),
        "the entries",
    ),
    ((r"$$\begin{cases} a = b & x > 0 \\ c = d \end{cases}$$",), ("a", "b"), "x > 0 only"),
    (
        (r"\left\{ \begin{array}{ll} a = b & \text{if } x > 0 \\ c = d & \text{otherwise} \end{array} \right.",),
        ("a", "b"),
        "when it holds",
    ),
]


@pytest.mark.parametrize(("displays", "wanted", "question"), ASKED)
def test_what_is_written_down_with_a_question(
    displays: tuple[str, ...], wanted: tuple[str, str], question: str | None
) -> None:
    claim = lines(*displays)[0]
    assert (claim.lhs, claim.rhs) == wanted, claim.why
    assert (question or "") in claim.why
    assert (claim.kind == "missing") == (question is not None)


@pytest.mark.parametrize(
    "displays",
    [
        (r"a, b = c",),
    ],
)
def test_what_may_end_elsewhere_is_not_written(displays: tuple[str, ...]) -> None:
    claim = lines(*displays)[0]
    assert claim.kind == "missing"
    assert not claim.lhs, (claim.lhs, claim.rhs)


def test_a_case_in_words_keeps_its_words() -> None:
    _, otherwise = lines(r"f = \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}")
    assert (otherwise.lhs, otherwise.rhs, otherwise.kind) == ("f", "0", "missing")
    assert otherwise.printed == r"f = 0 (\text{otherwise})"


def test_what_is_cut_off_at_an_order_is_decided_by_itself() -> None:
    (cut,) = lines(r"\cos x = 1 - \frac{x^2}{2} + O(x^4)")
    assert (cut.kind, cut.equation) == ("expansion", None)
    assert "expands_to(cos(x), x, 1 - x**2/2, order=4)," in block_of(cut, {})


@pytest.mark.parametrize(("print_", "sign"), [(r"F \propto r", "∝"), (r"e^x = 1 + x + \dots", "…")])
def test_nothing_is_stated_of_what_is_no_equation(print_: str, sign: str) -> None:
    (line,) = lines(print_)
    assert (line.kind, line.sign, line.equation) == ("missing", sign, None)
    assert f'sign="{sign}"' in block_of(line, {})


@pytest.mark.parametrize(
    ("print_", "edit"),
    [
        (
            r"a = V(\Phi^2)",
            "a dimension says that V_Phi_2 is one quantity, or say there that V is a function; then referee draft",
        ),
        (r"p_{,i} = f_i", "a dimension says that p_i is one quantity; then referee draft --update"),
        (r"\frac{p^2}{2m} + V", "write it with lhs= and rhs=, or make it paper.remark"),
        (r"y = 2 x = \sin z", "make it paper.step(..., by=follows_from(...)), or paper.given"),
    ],
)
def test_an_open_line_says_which_edit_would_help(print_: str, edit: str) -> None:
    assert edit in block_of(lines(print_)[-1], {})
