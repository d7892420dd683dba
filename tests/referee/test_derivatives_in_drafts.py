r"""Derivatives as a draft reads them: of names whose notation is filled in, under integrals, and printed as marks, \psi'', \dot x."""

from pathlib import Path

import pytest

from referee import cli
from referee.author_notation import Entry, entries_in
from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.skeleton import what_helps
from referee.sources import find_equations
from verify.grammar.tokens import normalise

SAID = {
    "P": Entry("P", "P", "function", True, "P"),
    "P symbol": Entry("P", "P", "symbol", True, "P"),
    "P(r)": Entry("P", "P", "function", True, "P", ("r",)),
    "rho(r)": Entry("rho", r"\rho", "function", True, r"\rho", ("r",)),
    "psi": Entry("psi", r"\psi", "function", True, r"\psi"),
    "y(x)": Entry("y", "y", "function", True, "y", ("x",)),
    "y''": Entry("ypp", "y''", "symbol", True, "y''"),
}


def lines(*formulas: str, said: tuple[str, ...] = (), words: str = "") -> tuple[DraftClaim, ...]:
    body = words + "\n".join(rf"\[ {formula} \]" for formula in formulas)
    return draft(find_equations(body, latex=True), [SAID[name] for name in said]).claims


def first(*formulas: str, said: tuple[str, ...] = (), words: str = "") -> tuple[str, str, str]:
    claim = lines(*formulas, said=said, words=words)[0]
    return claim.kind, claim.lhs, claim.rhs


SLOPE = r"\frac{dP}{dr} = -g"


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (("P = 2", "P(r) = 5"), ("P",)),
        (("P = 2",), ("P",)),
        (("P(r) = 5", "P(R) = 6"), ("P",)),
        ((r"P = P(\rho)",), ("P(r)",)),
        ((r"\frac{d\rho}{dr} = 2", r"\frac{dP}{d\rho} = 3"), ("P(r)", "rho(r)")),
    ],
)
def test_a_function_that_is_filled_in_is_still_differentiated(others: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert first(SLOPE, *others, said=said) == ("given", "Derivative(P(r), r)", "-g")


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((r"P = P(\rho)",), ("P",)),
        (("P = 2", "P(R) = 5"), ("P",)),
        (("P = 2",), ("P symbol",)),
        ((r"\frac{d\rho}{dr} = 2", r"\frac{dP}{d\rho} = 3"), ("P",)),
    ],
)
def test_what_a_function_depends_on_is_asked_where_the_print_says_two_things(
    others: tuple[str, ...], said: tuple[str, ...]
) -> None:
    assert first(SLOPE, *others, said=said)[0] == "missing"


def test_the_edit_that_helps_names_the_variables() -> None:
    claim = lines(r"a = P", said=("P",))[0]
    assert "or give P its variables=(...); then referee draft --update" in what_helps(claim, "")
    lost = lines(r"\psi'' + k\psi = 0", said=("psi",))[0]
    assert what_helps(lost, "").endswith(
        r"Edit: notation.py, give \psi its variables=(...); then referee draft --update"
    )


def test_the_variables_of_a_function_are_read_off_the_notation(tmp_path: Path) -> None:
    text = (
        'r = symbol("r", "r", "radius", UNKNOWN, real=True)\n'
        'P = function("P", "P", "pressure", UNKNOWN, variables=(r,), real=True)\n'
        'Q = function("Q", "Q", "flux", UNKNOWN, variables=(s,), real=True)\n'
    )
    (tmp_path / "notation.py").write_text(text, encoding="utf-8")
    r, p, q = entries_in(tmp_path / "notation.py")
    assert (p.over, p.is_said) == (("r",), True)
    assert (q.over, q.is_said, r.is_said) == ((), False, False)


def test_an_update_keeps_the_derivative_of_a_function_with_a_dimension(tmp_path: Path) -> None:
    source = r"\section{S}\begin{equation} %s \end{equation} \begin{equation} P = 2 \end{equation} \begin{equation} P(r) = 5 \end{equation}"
    (tmp_path / "p.tex").write_text(
        "\\documentclass{article}\\begin{document}%s\\end{document}" % (source % SLOPE), encoding="utf-8"
    )
    folder = tmp_path / "star_draft"
    assert cli.main(["draft", str(tmp_path / "p.tex"), "--out", str(folder)]) == 0
    notation = folder / "notation.py"
    text = "\n".join(
        'P = function("P", "P", "pressure", PRESSURE, real=True)' if row.startswith("P_of = ") else row
        for row in notation.read_text(encoding="utf-8").splitlines()
        if not row.startswith("P = ")
    )
    notation.write_text(text.replace("import UNKNOWN", "import PRESSURE, UNKNOWN"), encoding="utf-8")
    assert cli.main(["draft", "--update", str(folder)]) == 0
    assert "lhs=Derivative(P(r), r)," in (folder / "s1_s.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("formula", "rhs"),
    [
        (r"I = \int_0^R r^3\frac{dP}{dr}\,dr", "Integral(r**3*Derivative(P(r), r), (r, 0, R))"),
        (r"I = \int_0^R r^3 dP/dr\,dr", "Integral(r**3*Derivative(P(r), r), (r, 0, R))"),
        (r"I = \int_0^R \frac{dr}{r^3}\frac{dP}{dr}", "Integral(Derivative(P(r), r)/r**3, (r, 0, R))"),
        (r"I = \int_0^1\int_0^2 \frac{df}{dx} g\, dy\, dx", "Integral(g*Derivative(f(x), x), (y, 0, 2), (x, 0, 1))"),
    ],
)
def test_the_d_of_a_derivative_belongs_to_no_integral_sign(formula: str, rhs: str) -> None:
    assert first(formula) == ("given", "I", rhs)


@pytest.mark.parametrize(
    ("formulas", "said", "lhs"),
    [
        ((r"\psi''(x) + k\psi(x) = 0",), (), "k*psi(x) + Derivative(psi(x), (x, 2))"),
        ((r"\psi^{\prime\prime}(x) + k\psi(x) = 0",), (), "k*psi(x) + Derivative(psi(x), (x, 2))"),
        ((r"\psi''(x) + k\psi = 0",), ("psi",), "k*psi(x) + Derivative(psi(x), (x, 2))"),
        (("S_0'(x)^2 = p", "S_0''(x) = 1", "S_0(x) = 2x"), (), "Derivative(S_0(x), x)**2"),
        (("y'' + y' = 0",), ("y(x)",), "Derivative(y(x), x) + Derivative(y(x), (x, 2))"),
        ((r"\dot x = v", "x(t) = 2t"), (), "Derivative(x(t), t)"),
        ((r"\ddot{x} = v", r"\dot{x}(t) = u", r"\frac{dx}{dt} = 2t"), (), "Derivative(x(t), (t, 2))"),
        ((r"f''\left(x\right)^2 = f(x)",), (), "Derivative(f(x), (x, 2))**2"),
    ],
)
def test_marks_of_functions_of_one_letter_are_derivatives(
    formulas: tuple[str, ...], said: tuple[str, ...], lhs: str
) -> None:
    claim = lines(*formulas, said=said)[0]
    assert (claim.kind, claim.lhs) == ("given", lhs)
    assert claim.printed == formulas[0].replace(r"^{\prime\prime}", "''")


@pytest.mark.parametrize(
    "formulas",
    [
        (r"\psi'(x) = e^{i\alpha}\psi(x)",),  # a transformed field
        (r"\chi''(\omega) = 2", r"\chi(\omega) = 3"),  # an imaginary part
        ("V'(x) = 2", "V(x) = 2x"),
        ("y'' + y = 0",),
        (r"\psi''(x) + k\psi = 0",),
        ("f'(R) = 2", "f''(x) = 3", "f(x) = 2x"),
        ("S_0'(x) = p(x)",),
        (r"\dot x = v", "x(s) = 2s"),
        (r"\frac{d\rho}{dr} = n\theta^{n-1}\theta'",),
    ],
)
def test_a_mark_that_may_be_something_else_is_asked(formulas: tuple[str, ...]) -> None:
    claim = lines(*formulas)[0]
    assert claim.kind == "missing"
    assert claim.lhs
    assert "may mean two things: a derivative of" in claim.why
    assert claim.waits


def test_what_answers_a_mark() -> None:
    assert first("y'' + y = 0", said=("y''",)) == ("given", "y + ypp", "0")
    assert first("V'(x) = 2", "V(x) = 2x", words="The prime denotes differentiation.") == (
        "given",
        "Derivative(V(x), x)",
        "2",
    )


@pytest.mark.parametrize("formula", ["x' = x - vt", r"\dot m = 2", "a = G(x,x')", "b = 2 k' + k"])
def test_a_mark_on_a_letter_is_a_quantity(formula: str) -> None:
    assert normalise(formula)
    assert lines(formula)[0].kind == "given"


GROWS = r"\frac{dv}{dx} = 1"
"""With it, v is v(x) in its short form."""


@pytest.mark.parametrize(
    ("formula", "rhs"),
    [
        ("a = v(u+v+1)", "(u + v(x) + 1)*v(x)"),
        ("a = v(1-v^2)", "(1 - v(x)**2)*v(x)"),
        (r"a = v\left(2-\frac{v}{2}\right)", "(2 - v(x)/2)*v(x)"),
        ("a = v(v(x)+1)", "v(v(x) + 1)"),
        ("a = v(x+1)", "v(x + 1)"),
        ("a = v(2u)", "v(2*u)"),
    ],
)
def test_a_sum_with_the_letter_itself_is_a_factor(formula: str, rhs: str) -> None:
    claim = lines(GROWS, formula)[1]
    assert (claim.kind, claim.rhs) == ("given", rhs)


@pytest.mark.parametrize("formula", ["a = v(x-vt)", "a = v(x+v)", "a = v(u+1)", "a = v(v)", "b = 2v(u+1)c"])
def test_a_bracket_behind_a_function_may_be_a_factor(formula: str) -> None:
    claim = lines(GROWS, formula)[1]
    assert claim.kind == "missing"
    assert claim.lhs
    assert "v(…) may mean two things" in claim.why


def test_a_declared_function_answers_what_a_bracket_is() -> None:
    said = [Entry("v", "v", "function", True, "v")]
    source = find_equations(rf"\[ {GROWS} \] \[ a = v(u+1) \]", latex=True)
    assert draft(source, said).claims[1].rhs == "v(u + 1)"
