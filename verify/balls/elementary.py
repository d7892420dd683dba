"""The rules for functions and arithmetic: all but those of calculus."""

from __future__ import annotations

from verify.balls import arithmetic, functions, parts, special
from verify.balls.compiler import Rules

RULES: Rules = arithmetic.RULES | functions.RULES | parts.RULES | special.RULES
