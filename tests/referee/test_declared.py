"""What a draft writes down once its author has declared differentials, coordinates, and what changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from referee.author_notation import entries_in
from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.sources import find_equations

SYMBOLS = "\n".join(
    f'{name} = symbol("{name}", r"{latex}", "q", DIMENSIONLESS, positive=True)'
    for name, latex in [
        *((letter, letter) for letter in "p T V U S L K G m r x"),
        ("rho", r"\rho"),
        ("gamma", r"\gamma"),
        ("theta", r"\theta"),
        ("phi", r"\varphi"),
    ]
    if len(name) > 1 or name != " "
)
OVER_R = """
F = function("F", "F", "force", DIMENSIONLESS, variables=(r,), real=True)
P = function("P", "P", "pressure", DIMENSIONLESS, variables=(r,), real=True)
Phi = function("Phi", r"\\Phi", "potential", DIMENSIONLESS, variables=(r,), real=True)
"""
PROCESS = "d = differentials(constants=(K, gamma))\n"
SPACE = "space = sphere(r, theta, phi)\n"


def first(tmp_path: Path, formula: str, *more: str) -> DraftClaim:
    """The first line of a source, read with a notation."""
    file = tmp_path / "notation.py"
    file.write_text(f"{SYMBOLS}\n{''.join(more)}", encoding="utf-8")
    return draft(find_equations(rf"\[ {formula} \]", latex=True), entries_in(file)).claims[0]


@pytest.mark.parametrize(
    ("formula", "lhs", "rhs"),
    [
        (r"\frac{dp}{p} = \gamma\frac{d\rho}{\rho}", "d(p)/p", "gamma*d(rho)/rho"),
        (r"d\ln T = (\gamma-1)\,d\ln\rho", "d(T)/T", "(gamma - 1)*d(rho)/rho"),
        (r"dU = T\,dS - p\,dV", "d(U)", "T*d(S) - p*d(V)"),
        (r"dU = TdS - pdV", "d(U)", "T*d(S) - p*d(V)"),
        (r"\frac{dp}{dT} = \frac{L}{T V}", "d(p)/d(T)", "L/(T*V)"),
        (r"d(pV) = K\,dT", "V*d(p) + p*d(V)", "K*d(T)"),
        (r"dp/p = \gamma\,d\rho/\rho", "d(p)/p", "gamma*d(rho)/rho"),
    ],
)
def test_differentials(tmp_path: Path, formula: str, lhs: str, rhs: str) -> None:
    claim = first(tmp_path, formula, PROCESS)
    assert (claim.kind, claim.lhs, claim.rhs) == ("given", lhs, rhs)
    without = first(tmp_path, formula)
    assert without.kind == "missing" or r"\frac{dp}{dT}" in formula


@pytest.mark.parametrize(
    ("formula", "more"),
    [
        (r"d^2 p = 0", PROCESS),  # a second differential
        (r"dq = T\,dS", PROCESS),  # a name that nobody has filled in
        (r"dU = \delta Q", PROCESS),
        (r"dU = T\,dS", PROCESS + "e = differentials(constants=(K,))\n"),  # two processes
        (r"dU = T\,dS", 'd = symbol("d", "d", "a distance", DIMENSIONLESS, positive=True)\ne = differentials(constants=(K,))\n'),
        (r"dU = T\,dS", "d = differentials(constants=(K, w))\n"),  # a constant that is not declared
        (r"dU = T\,dS", "d = differentials(constants=CONSTANTS)\n"),
    ],
)  # fmt: skip
def test_what_is_not_declared_stays_open(tmp_path: Path, formula: str, more: str) -> None:
    claim = first(tmp_path, formula, more)
    assert claim.kind == "missing"
    assert claim.why


def test_a_differential_of_a_logarithm_is_no_product_with_d(tmp_path: Path) -> None:
    claim = first(tmp_path, r"d\ln T = d\ln\rho")
    assert claim.kind == "missing"
    assert "a differential or a product with d" in claim.why


@pytest.mark.parametrize(
    ("formula", "lhs", "rhs"),
    [
        (r"\nabla P = -\rho\nabla\Phi", "Derivative(P(r), r)", "-rho*Derivative(Phi(r), r)"),
        (
            r"\nabla^2\Phi = 4\pi G\rho",
            "(r**2*Derivative(Phi(r), (r, 2)) + 2*r*Derivative(Phi(r), r))/r**2",
            "4*pi*G*rho",
        ),
    ],
)
def test_nabla_under_a_symmetry(tmp_path: Path, formula: str, lhs: str, rhs: str) -> None:
    claim = first(tmp_path, formula, OVER_R, SPACE)
    assert (claim.kind, claim.lhs, claim.rhs) == ("given", lhs, rhs)
    assert first(tmp_path, formula, OVER_R).kind == "missing"


def test_about_an_axis_it_is_another_laplacian(tmp_path: Path) -> None:
    claim = first(tmp_path, r"\nabla^2\Phi = 4\pi G\rho", OVER_R, "space = cylinder(r, phi, x)\n")
    assert claim.lhs == "(r*Derivative(Phi(r), (r, 2)) + Derivative(Phi(r), r))/r"


@pytest.mark.parametrize(
    "formula",
    [
        r"\nabla^2\rho = 0",  # a symbol, which may depend on r
        r"\nabla^2(\rho\Phi) = 0",
        r"\nabla\cdot P = 0",
        r"\nabla P = -\rho\nabla\Psi",
        r"\nabla\times\nabla P = 0",
    ],
)
def test_a_nabla_that_nobody_can_read_stays_open(tmp_path: Path, formula: str) -> None:
    assert first(tmp_path, formula, OVER_R, SPACE).kind == "missing"


def test_proportionality_in_the_variables_of_a_function(tmp_path: Path) -> None:
    claim = first(tmp_path, r"F \propto \frac{m}{r^2}", OVER_R)
    assert (claim.kind, claim.lhs, claim.rhs, claim.says) == ("proportional", "F(r)", "m/r**2", "r")
    open_one = first(tmp_path, r"S \propto \frac{m}{r^2}", OVER_R)
    assert (open_one.kind, open_one.sign) == ("missing", "∝")
    assert "proportional(left, right, x)" in open_one.why
    assert first(tmp_path, r"F \propto m", OVER_R).kind == "missing"
