"""The rules for functions and arithmetic: all but those of calculus."""

from __future__ import annotations

from verify.balls import arithmetic, functions
from verify.balls import not_analytic as parts
from verify.balls import special_functions as special
from verify.balls.compiler import Rules

RULES: Rules = arithmetic.RULES | functions.RULES | parts.RULES | special.RULES
