"""A form cut into what may leave a root or a logarithm and what must stay inside."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from verify.normal_form.field import Form, fmpz

MAX_FACTORED_BITS = 90


class Split:
    """form = content · Π positive^k · Π |real|^k · rest.

    `content` is a positive rational; `positive` are factors that are certainly ≥ 0;
    `modulus` are real factors with even powers; `rest` is what remains, a form of unknown
    sign, or None when it is the root of unity exp(2πi·rest_turn).
    """

    def __init__(self, content: Any) -> None:
        self.content = content
        self.positive: list[tuple[Form, int]] = []
        self.modulus: list[tuple[Form, int]] = []
        self.rest: Form | None = None
        self.rest_turn = Fraction(0)


def pure_turn(form: Form, unity: int | None) -> tuple[Any, Fraction] | None:
    """(c, t) if the form is |c|·exp(2πi t) with a rational c and -1/2 < t ≤ 1/2; None otherwise."""
    if unity is None or len(form.num) != 1 or not form.is_polynomial:
        return None
    monomial, coefficient = form.num[0]
    if len(monomial) != 1 or monomial[0][0] != unity:
        return None
    turn = (monomial[0][1] + (Fraction(1, 2) if coefficient < 0 else 0)) % 1
    return coefficient, turn - 1 if turn > Fraction(1, 2) else turn


def prime_powers(value: int) -> list[tuple[int, int]]:
    """Prime factors with multiplicity; a number too large to factor stays in one piece."""
    if value == 1:
        return []
    if value.bit_length() > MAX_FACTORED_BITS:
        return [(value, 1)]
    return [(int(p), int(m)) for p, m in fmpz(value).factor()]
