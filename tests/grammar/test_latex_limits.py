r"""\lim in print: what is read, what is refused, and what is decided of it."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Limit, cos, exp, log, oo, sin, tan

from verify.grammar.ambiguities import Ambiguous
from verify.grammar.parser import ParseError
from verify.grammar.shell import refuse_infinity
from verify.latex.claims import claims_on_page

x, a, h = sp.symbols("x a h", real=True)

READ = {
    r"\lim_{x \to 0} \frac{\sin x}{x} = 1": (Limit(sin(x) / x, x, 0, "+-"), 1),
    r"\lim_{x \rightarrow \infty} x e^{-x} = 0": (Limit(x * exp(-x), x, oo), 0),
    r"\lim_{x\to\infty} e^x = \infty": (Limit(exp(x), x, oo), oo),
    r"\lim_{x \to 0^+} \ln x = -\infty": (Limit(log(x), x, 0, "+"), -oo),
    r"\lim_{x \to 0^{-}} \frac{1}{x} = -\infty": (Limit(1 / x, x, 0, "-"), -oo),
    r"\lim_{x \to 0+} \frac{1}{x} = +\infty": (Limit(1 / x, x, 0, "+"), oo),
    r"\lim_{x \to \pi/2^-} \tan x = \infty": (Limit(tan(x), x, sp.pi / 2, "-"), oo),
    r"\lim_{h \to 0} \frac{(x+h)^2 - x^2}{h} = 2x": (Limit(((x + h) ** 2 - x**2) / h, h, 0, "+-"), 2 * x),
    r"2\lim_{x \to 0} \cos x \sin a = 2 \sin a": (2 * Limit(cos(x) * sin(a), x, 0, "+-"), 2 * sin(a)),
    r"\lim_{x \to a - 1} x = a - 1": (Limit(x, x, a - 1, "+-"), a - 1),
}


@pytest.mark.parametrize("source", READ)
def test_limits_are_read(source):
    (claim,) = claims_on_page(source, {})
    assert (claim.link.lhs, claim.link.rhs) == READ[source]


REFUSED = [
    r"\lim x = 1",
    r"\lim_{f(x) \to 0} x = 1",
    r"\lim_{x = 0} x = 0",
    r"\lim_{x \to 0} a = a",
    r"\lim_{x \to} x = 0",
    r"\lim_{x \to 0 \to 1} x = 0",
    r"\lim_{x \to 0, h \to 0} xh = 0",
    r"\lim_{x \to 1} \frac{x-1}{x-1} = 1",
    r"a = \infty",
    r"\infty = \infty",
    r"1 + \lim_{x \to 0} \frac{1}{x^2} = \infty",
]


def _read(source):
    for claim in claims_on_page(source, {}):
        refuse_infinity(claim.link.lhs, claim.link.rhs)
        refuse_infinity(claim.link.rhs, claim.link.lhs)


@pytest.mark.parametrize("source", REFUSED)
def test_what_is_no_limit_is_refused(source):
    with pytest.raises(ParseError):
        _read(source)


def test_where_the_limit_ends_is_doubted():
    with pytest.raises(Ambiguous):
        claims_on_page(r"\lim_{x \to 0} x + 1 = 1", {})
