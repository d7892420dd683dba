"""What the equations of a draft leave to the dimensions of its symbols, and what no dimensions fit."""

from pathlib import Path

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from referee import cli
from referee.author_notation import entries_in
from referee.dimensions_inferred import as_python, inferred
from referee.draft import draft
from referee.sources import find_equations
from verify.quantities.dimension import UnitSystem
from verify.quantities.dimension_names import ENERGY, LENGTH, MASS, MASS_DENSITY, PRESSURE, TIME
from verify.quantities.dimension_of import check_equation
from verify.quantities.symbols import symbol

P, K, rho, n, r, x, t, v, g, m, E = sympy.symbols("P K rho n r x t v g m E", real=True)
p, M = sympy.Function("p"), sympy.Function("M")
G = sympy.Symbol("G", real=True)


@pytest.mark.parametrize(
    ("lines", "known", "wanted"),
    [
        ([(x, g * t**2 / 2), (v, g * t)], {"x": LENGTH, "t": TIME}, {"g": "ACCELERATION", "v": "VELOCITY"}),
        ([(E, m * v**2 / 2 + K)], {"m": MASS, "E": ENERGY}, {"v": "VELOCITY", "K": "ENERGY"}),
        (
            [(sympy.Derivative(p(r), r), -G * M(r) * rho / r**2), (M(r), sympy.Integral(4 * sympy.pi * x**2 * rho, (x, 0, r)))],
            {"p": PRESSURE, "rho": MASS_DENSITY, "r": LENGTH},
            {"M": "MASS", "G": "LENGTH**3 / MASS / TIME**2", "x": "LENGTH"},
        ),
        ([(P, K * rho ** (1 + 1 / n))], {"P": PRESSURE, "rho": MASS_DENSITY},
         {"n": "DIMENSIONLESS", "K": "LENGTH**((2*n + 3)/n) * MASS**(-1/n) / TIME**2"}),
        ([(v, sympy.exp(-g * t))], {"t": TIME}, {"g": "FREQUENCY", "v": "DIMENSIONLESS"}),
        ([(v, g * t)], {"t": TIME}, {}),
        ([(sympy.log(x), t)], {"x": LENGTH}, {"t": "DIMENSIONLESS"}),
    ],
)  # fmt: skip
def test_what_follows_is_proposed(
    lines: list[tuple[sympy.Expr, sympy.Expr]], known: dict[str, object], wanted: dict[str, str]
) -> None:
    found = inferred([(str(k), *line) for k, line in enumerate(lines)], known)  # type: ignore[arg-type]
    assert {name: one for name, one in found.dimensions.items() if name in wanted or not wanted} == wanted
    assert not found.contradicting


def test_a_line_that_nothing_fits_is_told_and_left_out() -> None:
    lines = [("1", x, v * t), ("2", x, g * t**2), ("3", v, g), ("4", E, x + t), ("5", K, x * t)]
    found = inferred(lines, {"x": LENGTH, "t": TIME})
    assert found.contradicting == ("3", "4")
    assert found.dimensions["K"] == "LENGTH * TIME"


def test_symbolic_exponents_that_may_fit_contradict_nothing() -> None:
    assert inferred([("1", P, x**n), ("2", P, x**2)], {"P": LENGTH**2, "x": LENGTH}).contradicting == ()
    never = [("1", P, rho**n)]  # pressure has a time in it, for every n
    assert inferred(never, {"P": PRESSURE, "rho": MASS_DENSITY}).contradicting == ("1",)


NAMES = ("a", "b", "c")
POWERS = st.integers(-3, 3)


@given(
    powers=st.tuples(POWERS, POWERS, POWERS), scale=st.tuples(POWERS, POWERS, POWERS), order=st.permutations(range(4))
)
def test_equations_between_quantities_with_dimensions_contradict_nothing(
    powers: tuple[int, ...], scale: tuple[int, ...], order: list[int]
) -> None:
    true = {name: LENGTH**one * TIME**other for name, one, other in zip(NAMES, powers, scale, strict=True)}
    made = {name: symbol(name, name, "?", one, positive=True) for name, one in true.items()}
    a, b, c = made.values()
    product = a ** powers[1] * b**2 / c
    d = symbol("d", "d", "?", true["a"] ** powers[1] * true["b"] ** 2 / true["c"], positive=True)
    lines = [
        ("1", d, product),
        ("2", d * a, product * a + d * a),
        ("3", d**2 / b, product * d / b),
        ("4", a + 2 * a, a),
    ]
    for _, lhs, rhs in lines:
        check_equation(lhs, rhs, UnitSystem.SI)
    found = inferred([lines[k] for k in order], true)
    assert not found.contradicting
    assert found.dimensions["d"] == as_python(d.dimension.vector(UnitSystem.SI))


def test_a_draft_proposes_them(tmp_path: Path) -> None:
    text = "where $x$ is the distance and $t$ is the time. $$ v = g t $$ $$ x = \\frac{g t^2}{2} $$"
    made = draft(find_equations(text))
    assert {one.python: one.dimension for one in made.symbols} == {
        "x": "LENGTH", "t": "TIME", "g": "ACCELERATION", "v": "VELOCITY",
    }  # fmt: skip
    assert made.misfits == ()


def test_what_an_author_fills_in_is_unified_over_all_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "\n".join(rf"\begin{{equation}} {line} \end{{equation}}" for line in ("x = v t", "x = g t^2", "v = 2 g"))
    (tmp_path / "p.tex").write_text(
        f"\\documentclass{{article}}\\begin{{document}}{body}\\end{{document}}", encoding="utf-8"
    )
    folder = tmp_path / "moving_draft"
    assert cli.main(["draft", str(tmp_path / "p.tex"), "--out", str(folder)]) == 0
    assert "no dimensions fit" not in capsys.readouterr().out
    notation = folder / "notation.py"
    text = notation.read_text(encoding="utf-8")
    text = text.replace('"x", "to be filled in", UNKNOWN', '"x", "place", LENGTH')
    text = text.replace('"t", "to be filled in", UNKNOWN', '"t", "time", TIME**Fraction(1, 1)')
    notation.write_text(text.replace("import UNKNOWN", "import LENGTH, TIME, UNKNOWN"), encoding="utf-8")
    known = {entry.python: entry.dimension for entry in entries_in(notation)}
    assert (known["x"], known["t"], known["v"]) == (LENGTH, TIME, None)
    assert cli.main(["draft", "--update", str(folder)]) == 0
    assert "(3) no dimensions fit it together with the earlier lines and yours" in capsys.readouterr().out


@pytest.mark.parametrize(
    "written",
    ["LENGTH**x", "LENGTH + TIME", "3", "LENGTH**1000", "eval('1')", "LENGTH**Fraction(1, 0)", "UNKNOWN_NAME"],
)
def test_what_is_no_product_of_powers_is_no_dimension(written: str, tmp_path: Path) -> None:
    (tmp_path / "notation.py").write_text(f'x = symbol("x", "x", "place", {written}, real=True)\n', encoding="utf-8")
    assert [entry.dimension for entry in entries_in(tmp_path / "notation.py")] == [None]
