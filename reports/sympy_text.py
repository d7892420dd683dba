r"""A formula as SymPy code to copy: `Eq(I_Phi, -N*Phi*e**2/(4*pi**2*R**2*c*m))`.

For equations between sums, products, quotients and whole powers of symbols; for others there is no button.
"""

from __future__ import annotations

import re

from reports.edit import unmarked
from reports.latex_tree import Call, Group, Leaf, Node, NotRead, Row, Scripted, members, read, written

_SKIPPED = frozenset((r"\cdot", r"\times", "*"))
_NUMBERS = {r"\pi": "pi", r"\infty": "oo"}


_NO_PRODUCTS = re.compile(
    r"\\(?:nabla|partial|vec|bm|boldsymbol|mathbf|d?dot|int|sum|prod|hat)(?![A-Za-z])|\\frac\s*\{\s*(?:d|\\mathrm\{d\})(?![A-Za-z]\w)[^{}]*\}\s*\{\s*(?:d|\\mathrm\{d\})"
)
"""Vectors, operators and derivatives: what stands side by side there is no product of symbols."""


class _NoCode(ValueError):
    pass


def sympy_text(latex: str) -> str | None:
    r"""The equation as SymPy code; None for anything but an equation of simple sides.

    >>> sympy_text(r"Z_F = \frac{2 \mathcal{E}_F}{m c^2}")
    "Eq(Symbol('Z_F'), 2*Symbol('E_F')/(Symbol('m')*Symbol('c')**2))"
    >>> sympy_text(r"F = \vec{v} \times \vec{B}") or sympy_text(r"v = \frac{d x}{d t}")
    """
    try:
        row = read(unmarked(latex))
        if _NO_PRODUCTS.search(latex):
            return None
        sides = [_sum(side) for side in members(row)]
    except (NotRead, _NoCode, RecursionError):
        return None
    signs = [node.text for node in row if isinstance(node, Leaf) and node.text in ("=", r"\equiv")]
    return f"Eq({sides[0]}, {sides[-1]})" if len(sides) > 1 and len(signs) == len(sides) - 1 else None


def _sum(row: Row) -> str:
    terms, signs, factors = list[str](), list[str](), list[Node]()
    sign = ""
    for node in row:
        text = node.text if isinstance(node, Leaf) else ""
        if text in ("+", "-", "−"):
            if factors:
                terms.append(_product(factors))
                signs.append(sign)
                factors = []
            sign = "+" if text == "+" else "-"
        else:
            factors.append(node)
    if not factors:
        raise _NoCode
    terms.append(_product(factors))
    signs.append(sign)
    first = terms[0] if signs[0] in ("", "+") else f"-{terms[0]}"
    return first + "".join(f" {s} {t}" for s, t in zip(signs[1:], terms[1:], strict=True))


def _product(factors: list[Node]) -> str:
    if any(isinstance(node, Leaf) and node.text == "/" for node in factors):
        raise _NoCode
    return "*".join(_factor(node) for node in factors if not (isinstance(node, Leaf) and node.text in _SKIPPED))


def _factor(node: Node) -> str:
    if isinstance(node, Group) and node.left in ("", "(", "["):
        return f"({_sum(node.items)})"
    if isinstance(node, Call) and node.name in ("frac", "dfrac", "tfrac"):
        above, below = (_sum(argument) for argument in node.arguments)
        return f"{_atom(above)}/{_atom(below, below=True)}"
    if isinstance(node, Call) and node.name == "sqrt":
        return f"sqrt({_sum(node.arguments[0])})"
    if isinstance(node, Scripted) and node.above is not None:
        power = written(node.above).replace(" ", "")
        if not re.fullmatch(r"-?\d{1,4}", power):
            raise _NoCode
        return f"{_factor(Scripted(node.base, node.below, None) if node.below else node.base)}**{power}"
    return _symbol(node)


def _atom(text: str, *, below: bool = False) -> str:
    return f"({text})" if re.search(r"[+\-/]" if not below else r"[+\-/*]", re.sub(r"\*\*-?\d+$", "", text)) else text


def _symbol(node: Node) -> str:
    latex = written((node,))
    if latex in _NUMBERS:
        return _NUMBERS[latex]
    if re.fullmatch(r"\d+(\.\d+)?", latex):
        return latex if "." not in latex else f"Rational('{latex}')"
    name = re.sub(r"\\(?:text|mathrm|mathbf|mathcal|vec|bar)(?![A-Za-z])|[{}\\ ]", "", latex)
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9,]+)?", name):
        raise _NoCode
    return f"Symbol('{name}')"
