"""Dimensions with symbols in their exponents, as data: K of P = K rho^(1 + 1/n)."""

from typing import Any

import jsonschema
import pytest
import sympy

from reports.json_report import paper_schema
from tests.exchange.test_papers import again, same
from verify.claims import Paper, UnitSystem, function, symbol
from verify.exchange.document import as_json, from_json
from verify.exchange.forms import Fault
from verify.judging.judge import judge_claim
from verify.units import DIMENSIONLESS, LENGTH, MASS_DENSITY, PRESSURE


def polytrope() -> Paper:
    """P = K rho^(1 + 1/n), with the constant of the dimension that it has for every n, used before n is."""
    n = symbol("n", "n", "polytropic index", DIMENSIONLESS, positive=True)
    K = symbol("K", "K", "polytropic constant", PRESSURE / MASS_DENSITY ** (1 + 1 / n), positive=True)
    P = symbol("P", "P", "pressure", PRESSURE, positive=True)
    rho = symbol("rho", r"\rho", "density", MASS_DENSITY, positive=True)
    f = function("f", "f", "a power", LENGTH ** (2 * n), arguments=(LENGTH**n,), real=True)
    paper = Paper(id="star", title="A star", citation="nobody", units=UnitSystem.SI, sections=("I",))
    paper.given("1", where="I", printed=r"K = \frac{P}{\rho^{1+1/n}}", lhs=K, rhs=P / rho ** (1 + 1 / n))
    paper.given("2", where="I", printed="f(K) = 1", lhs=f(K), rhs=sympy.Integer(1))
    return paper


def test_exponents_with_symbols_come_back() -> None:
    paper = polytrope()
    body = as_json(paper)
    assert same(again(paper), paper)
    assert next(iter(body["symbols"])) == "n"
    assert body["symbols"]["K"]["dimension"]["mass"] == {"of": ["Mul", -1, ["Pow", "n", -1]]}
    assert audit_claim(again(paper), "1").dimension == audit_claim(paper, "1").dimension == "ok"
    jsonschema.validate(body, paper_schema())


def audit_claim(paper: Paper, label: str) -> Any:
    return judge_claim(paper, paper.claims[label])


@pytest.mark.parametrize(
    ("exponent", "said"),
    [
        ({"of": "K"}, "one of the symbols of this file"),
        ({"of": "P"}, "one of the symbols of this file"),
        ({"of": ["Pow", ["Add", 1, "n"], 50]}, "too long"),
        ({"of": ["sin", "n"]}, "exponent is sin"),
        ({"of": ["I"]}, "exponent is I"),
        ({"to": 1}, "of"),
    ],
)
def test_what_is_no_exponent_is_a_fault(exponent: Any, said: str) -> None:
    body = as_json(polytrope())
    body["symbols"]["K"]["dimension"]["length"] = exponent
    with pytest.raises(Fault, match=said):
        from_json(body)


def test_an_exponent_with_a_dimension_is_a_fault() -> None:
    body = as_json(polytrope())
    body["symbols"] = {"P": body["symbols"].pop("P"), **body["symbols"]}
    body["symbols"]["K"]["dimension"]["length"] = {"of": "P"}
    with pytest.raises(Fault, match="DIMENSIONLESS"):
        from_json(body)
