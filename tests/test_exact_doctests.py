"""Every rule states an identity that it makes provable; here these statements are run."""

import doctest
import importlib

import pytest
import sympy

from verify.normal_form import is_zero

MODULES = (
    "algebraic", "analytic", "antiderivatives", "calculus", "cases", "charts", "conditions", "exact", "kernel_signs",
    "kernel_text", "kernels", "known_values", "limits", "linear_cases", "monotone", "normal_form", "powers",
    "rules_elementary", "rules_special", "samples", "signs", "squares", "ideals", "premise_cases", "solving",
    "substitution",
)  # fmt: skip


GLOBALS = {"is_zero": is_zero, "sp": sympy}


@pytest.mark.parametrize("name", MODULES)
def test_doctests(name):
    module = importlib.import_module(f"verify.{name}")
    result = doctest.testmod(module, extraglobs=GLOBALS)
    assert result.failed == 0
