r"""The value of a formula at a random place, exactly: arithmetic modulo a large prime.

Two formulas with the same value there are the same rational function, but for a chance of
one in 10¹⁸: what a report shows as the corrected line is compared in this way with the
correction that the audit has proved.  Symbols are told apart by their LaTeX; a root or a function
of something is a symbol of its own.
"""

from __future__ import annotations

from hashlib import sha256

from reports.latex_tree import Call, Group, Leaf, Node, Row, Scripted, written

PRIME = 2**61 - 1
_SKIPPED = frozenset((r"\cdot", r"\times", "*", "·", r"\cdots"))
_OPERATORS = frozenset((r"\sum", r"\int", r"\prod", r"\partial", r"\nabla", r"\lim", r"\oint", "|", r"\langle", r"\|"))
_NOT_LETTERS = frozenset(",;:!&")
_FUNCTIONS = frozenset(
    rf"\{n}"
    for n in [
        "sin",
        "cos",
        "tan",
        "cot",
        "exp",
        "ln",
        "log",
        "sinh",
        "cosh",
        "tanh",
        "coth",
        "arcsin",
        "arccos",
        "arctan",
    ]
)


class NoValue(ValueError):
    """The formula has something else than sums, products, quotients and whole powers of symbols."""


def value(row: Row) -> int:
    """The value of one side.  Raises NoValue outside sums, products, quotients and powers."""
    total, sign, factors = 0, 1, list[Node]()
    terms = 0
    for node in row:
        text = node.text if isinstance(node, Leaf) else ""
        if text in ("+", "-", "−"):
            if factors:
                total += sign * _product(factors)
                terms += 1
                factors, sign = [], 1
            sign *= 1 if text == "+" else -1
        else:
            factors.append(node)
    if not factors:
        raise NoValue("a term is missing")
    return (total + sign * _product(factors)) % PRIME


def _product(factors: list[Node]) -> int:
    result, divide, after = 1, False, 0
    for index, node in enumerate(factors):
        text = node.text if isinstance(node, Leaf) else ""
        if text == "/":
            divide, after = True, index
            continue
        if text in _SKIPPED:
            continue
        if index and _is_called(factors[index - 1], node):
            continue
        applied = index + 1 < len(factors) and _is_called(node, factors[index + 1])
        number = _symbol(written((node, factors[index + 1]))) if applied else _factor(node)
        if divide and index == after + 1:
            result = result * _inverse(number)
        elif divide and isinstance(factors[after + 1], Leaf):
            raise NoValue("what a slash divides by may be read in two ways")
        else:
            result = result * number
        result %= PRIME
    return result


def _is_called(node: Node, after: Node) -> bool:
    """V(2x) may be a function of 2x: it is a symbol of its own, and never V times 2x."""
    bare = isinstance(node, Leaf) and (node.text.isalpha() or node.text[:1] == "\\") and node.text not in _SKIPPED
    indexed = isinstance(node, Scripted) and node.above is None
    named = bare or indexed or (isinstance(node, Call) and node.name in ("vec", "mathrm", "text"))
    inside = after.base if isinstance(after, Scripted) else after
    return named and isinstance(inside, Group) and inside.left == "("


def _factor(node: Node) -> int:
    if isinstance(node, Leaf):
        return _leaf(node.text)
    if isinstance(node, Group):
        if (node.left, node.right) not in (("", ""), ("(", ")"), ("[", "]")):
            raise NoValue(f"fence {node.left!r}")
        return value(node.items)
    if isinstance(node, Call):
        if node.name in ("frac", "dfrac", "tfrac"):
            above, below = node.arguments
            return value(above) * _inverse(value(below)) % PRIME
        if node.name in ("sqrt", "text", "mathrm", "vec") or len(node.arguments) == 1:
            return _symbol(written((node,)))
        raise NoValue(node.name)
    return _scripted(node)


def _scripted(node: Scripted) -> int:
    base = node.base
    if isinstance(base, Leaf) and (base.text in _OPERATORS or base.text in _FUNCTIONS):
        raise NoValue(base.text)
    power = 1
    if node.above is not None:
        exponent = written(node.above).replace(" ", "")
        if not exponent.lstrip("-").isdigit() or len(exponent) > 4:
            raise NoValue(f"exponent {exponent}")
        power = int(exponent)
    found = _factor(base) if node.below is None else _symbol(written((Scripted(base, node.below, None),)))
    return pow(found if power >= 0 else _inverse(found), abs(power), PRIME)


def _leaf(text: str) -> int:
    if text[0].isdigit():
        whole, _, decimals = text.partition(".")
        if not (whole + decimals).isdigit():
            raise NoValue(text)
        return int(whole + decimals) * _inverse(10 ** len(decimals)) % PRIME
    if text in _OPERATORS or text in _FUNCTIONS or text in _NOT_LETTERS or not (text[0] == "\\" or text.isalpha()):
        raise NoValue(text)
    return _symbol(text)


def _symbol(latex: str) -> int:
    name = latex.replace(" ", "").replace("{", "").replace("}", "")
    return int.from_bytes(sha256(name.encode("utf-8", "surrogatepass")).digest()[:7], "big") + 2


def _inverse(number: int) -> int:
    if number % PRIME == 0:
        raise NoValue("division by zero")
    return pow(number, -1, PRIME)
