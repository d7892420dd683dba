r"""Printed lines whose meaning is known: what they say is made first, then printed in one of many ways.

The truth of a line is computed here, by arithmetic on the tree that was printed, and never by
the reader under test.  A print that may mean two things comes as two cases of opposite truth, so
that any decision about it is wrong.
"""

from __future__ import annotations

import math
import operator
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import mpmath
import sympy

from referee.check import decide_text
from tests.soundness import Case
from verify.claims import Paper, UnitSystem, approx, expands_to, greater, less, symbol
from verify.page.transcription import check
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.units import ampere, kilo, metre, micro, milli, nano

KIND = "reading"
LETTERS = ["a", "b", "c", "k", "n", "p", "x", "y", "z", r"\alpha", r"\omega", r"\kappa", "x_1", "x_2", "k_0", r"\tau"]
FUNCTIONS = {"sin": mpmath.sin, "cos": mpmath.cos}
DIGITS = 60


# --- expressions: what is printed ----------------------------------------------------------------


@dataclass(frozen=True)
class Tree:
    """A number, a name, or an operation on trees: + - * / ^ and functions."""

    head: str
    parts: tuple[Tree, ...] = ()


def number(value: int) -> Tree:
    return Tree(str(value))


def grown(rng: random.Random, depth: int, letters: list[str]) -> Tree:
    """A random expression that is defined for all real values of its letters."""
    kind = rng.choice(["leaf"] if depth == 0 else ["leaf", "+", "-", "*", "*", "*", "/", "^", "f"])
    if kind == "leaf":
        return number(rng.randint(2, 9)) if rng.random() < 0.3 else Tree(rng.choice(letters))
    inner = partial(grown, rng, depth - 1, letters)
    if kind in "+-*":
        return Tree(kind, (inner(), inner()))
    if kind == "/":
        square = Tree("^", (Tree(rng.choice(letters)), number(2)))
        below = number(rng.randint(2, 9)) if rng.random() < 0.5 else Tree("+", (square, number(rng.randint(1, 5))))
        return Tree("/", (inner(), below))
    if kind == "^":
        return Tree("^", (inner(), number(rng.randint(2, 3))))
    return Tree(rng.choice(["sin", "cos"]), (grown(rng, min(depth - 1, 1), letters),))


def value(tree: Tree, at: dict[str, Fraction]) -> mpmath.mpf:
    if not tree.parts:
        exact = at.get(tree.head) or Fraction(tree.head)
        return mpmath.mpf(exact.numerator) / exact.denominator
    found = [value(part, at) for part in tree.parts]
    binary = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}
    return binary[tree.head](*found) if tree.head in binary else FUNCTIONS[tree.head](*found)


def differ(one: Tree, other: Tree, letters: list[str], rng: random.Random) -> bool:
    """Whether the values are far apart somewhere: by far more than what is rounded at sixty digits."""
    with mpmath.workdps(DIGITS):
        for _ in range(4):
            at = {name: Fraction(rng.randint(1, 12), rng.randint(3, 7)) for name in letters}
            try:
                left, right = value(one, at), value(other, at)
            except ZeroDivisionError:
                continue
            if abs(left - right) > 1e-6 * (1 + abs(left) + abs(right)):
                return True
    return False


def rearranged(tree: Tree, rng: random.Random) -> Tree:
    """The same value in another form: turned, multiplied out, a power written as a product."""
    parts = tuple(rearranged(part, rng) for part in tree.parts)
    if tree.head in "+*" and rng.random() < 0.5:
        return Tree(tree.head, parts[::-1])
    if tree.head == "*" and parts[1].head in ("+", "-") and rng.random() < 0.5:
        first, (left, right) = parts[0], parts[1].parts
        return Tree(parts[1].head, (Tree("*", (first, left)), Tree("*", (first, right))))
    if tree.head == "^" and parts[1].head == "2" and rng.random() < 0.3:
        return Tree("*", (parts[0], parts[0]))
    return Tree(tree.head, parts)


def spoiled(tree: Tree, rng: random.Random, letters: list[str]) -> Tree:
    """One leaf or one sign changed."""
    if not tree.parts:
        return number(int(tree.head) + 1) if tree.head.isdigit() else Tree(rng.choice(letters))
    if tree.head in "+-" and rng.random() < 0.2:
        return Tree("-" if tree.head == "+" else "+", tree.parts)
    place = rng.randrange(len(tree.parts))
    parts = list(tree.parts)
    parts[place] = spoiled(parts[place], rng, letters)
    return Tree(tree.head, tuple(parts))


# --- print: one of the ways in which a page shows it ------------------------------------------------


def in_brackets(text: str, rng: random.Random) -> str:
    left, right = rng.choice([("(", ")"), (r"\left(", r"\right)"), ("[", "]"), (r"\bigl(", r"\bigr)")])
    return f"{left}{text}{right}"


def printed(tree: Tree, rng: random.Random, tight: int = 0) -> str:
    """LaTeX of the tree; `tight` is 1 for a factor, 2 for what is raised to a power."""
    if not tree.parts:
        return tree.head
    if tree.head in "+-":
        left, right = printed(tree.parts[0], rng), printed(tree.parts[1], rng, 1 if tree.head == "-" else 0)
        text = f"{left} {tree.head} {right}"
        return in_brackets(text, rng) if tight else text
    if tree.head == "*":
        text = _product(*tree.parts, rng)
        return in_brackets(text, rng) if tight else text
    if tree.head == "/":
        above, below = (printed(part, rng) for part in tree.parts)
        text = rng.choice([r"\frac", r"\dfrac"]) + f"{{{above}}}{{{below}}}"
        return in_brackets(text, rng) if tight == 2 else text
    if tree.head == "^":
        base = printed(tree.parts[0], rng, 2)
        return f"{base}^{rng.choice(['{}', '{{{}}}']).format(tree.parts[1].head)}"
    return _function(tree, rng, tight)


def _product(left: Tree, right: Tree, rng: random.Random) -> str:
    """Factors side by side, or with a dot.  A number in the second place takes a dot or a bracket."""
    texts = [printed(left, rng, 1), printed(right, rng, 1)]
    if right.head.isdigit() or texts[1][0].isdigit() or rng.random() < 0.3:
        return rf"{texts[0]} \cdot {texts[1]}"
    return rng.choice(["{} {}", r"{}\,{}"]).format(*texts)


def _function(tree: Tree, rng: random.Random, tight: int) -> str:
    argument = tree.parts[0]
    bare = not argument.parts and rng.random() < 0.5
    name = rng.choice([rf"\{tree.head}", rf"\mathrm{{{tree.head}}}"])
    text = f"{name} {argument.head}" if bare else f"{name}{in_brackets(printed(argument, rng), rng)}"
    return in_brackets(text, rng) if tight == 2 or bare else text


def line(left: str, right: str, rng: random.Random, relation: str = "=") -> str:
    gap = rng.choice(["", "&"]) + relation
    end = rng.choice(["", "", ".", ",", " ,", r"\,.", ";"])
    text = f"{left} {gap} {right}{end}"
    return rng.choice(["{}", "{}", "${}$", r"\begin{{equation}} {} \end{{equation}}"]).format(text)


# --- deciding --------------------------------------------------------------------------------------


def decided(source: str, *where: str) -> str:
    """What `referee check --latex` says of a line."""
    links = decide_text(source, list(where), latex=True)
    if isinstance(links, str):
        return "refused"
    words = [link.outcome.value for link in links]
    if "refuted" in words:
        return "refuted"
    if any(word not in ("proved", "corroborated") for word in words):
        return "undecided"
    return "holds-if" if any(link.evidence.conditions for link in links) else words[0]


def transcribed(printed_line: str, make: Callable[[Paper], object]) -> str:
    """Whether print and encoding agree ("proved"), differ ("refuted"), or nothing is said."""
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    word = check(make(paper), paper).word  # type: ignore[arg-type]
    return {"agrees": "proved", "differs": "refuted"}.get(word, "undecided")


def both(shown: str, decide: Callable[[], str]) -> Iterator[Case]:
    """A print of two meanings: every decision is wrong."""
    yield Case(f"{shown} (as one reader)", True, decide)
    yield Case(f"{shown} (as another)", False, decide)


# --- the cases -------------------------------------------------------------------------------------


def algebra(rng: random.Random) -> Iterator[Case]:
    letters = rng.sample(LETTERS, rng.randint(1, 3))
    tree = grown(rng, rng.randint(1, 3), letters)
    other = rearranged(tree, rng)
    source = line(printed(tree, rng), printed(other, rng), rng)
    yield Case(source, True, partial(decided, source))
    wrong = spoiled(other, rng, letters)
    if differ(tree, wrong, letters, rng):
        source = line(printed(tree, rng), printed(wrong, rng), rng)
        yield Case(source, False, partial(decided, source))


def encoding(rng: random.Random) -> Iterator[Case]:
    """The same trees as print and as an encoding."""
    letters = rng.sample(LETTERS, rng.randint(1, 3))
    tree = grown(rng, rng.randint(1, 3), letters)
    wrong = spoiled(tree, rng, letters)
    symbols = {
        name: symbol(f"s{place}", name, name, DIMENSIONLESS, positive=True) for place, name in enumerate(letters)
    }
    result = symbol("result", "Q", "result", DIMENSIONLESS, real=True)
    for encoded in (tree, wrong):
        truth = encoded == tree or not differ(tree, encoded, letters, rng)
        if truth and encoded != tree:
            continue  # perhaps the same in another form: neither word would be wrong
        source = f"Q = {printed(tree, rng)}"
        expression = as_sympy(encoded, symbols)

        def make(paper: Paper, source: str = source, expression: sympy.Expr = expression) -> object:
            return paper.identity("1", where="I", printed=source, lhs=result, rhs=expression)

        yield Case(f"{source} against {expression}", truth, partial(transcribed, source, make))


def as_sympy(tree: Tree, symbols: dict[str, sympy.Symbol]) -> sympy.Expr:
    if not tree.parts:
        return symbols[tree.head] if tree.head in symbols else sympy.Integer(int(tree.head))
    parts = [as_sympy(part, symbols) for part in tree.parts]
    binary = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}
    return binary[tree.head](*parts) if tree.head in binary else getattr(sympy, tree.head)(*parts)


PREFIXES = {"": 0, "k": 3, "M": 6, "m": -3, r"\mu ": -6, "n": -9, "G": 9, "p": -12}
UNITS = ["m", "s", "A", "V", "W", "J", "N", "Pa", "Hz", "T", "g"]


def units(rng: random.Random) -> Iterator[Case]:
    """The same quantity in two units of one kind; the wrong twin is off by a power of ten, or in another unit."""
    unit, power = rng.choice(UNITS), rng.choice([1, 1, 1, 2, -1])
    (one, first), (other, second) = (rng.choice(list(PREFIXES.items())) for _ in range(2))
    amount = rng.randint(1, 99)
    exponent = (first - second) * power
    mark = "" if power == 1 else f"^{{{power}}}"
    for off in (0, rng.choice([-3, -2, -1, 1, 2, 3])):
        left = rf"{amount}\,\mathrm{{{one}{unit}}}{mark}"
        right = rf"{amount}\cdot 10^{{{exponent + off}}}\,\mathrm{{{other}{unit}}}{mark}"
        yield Case(f"{left} = {right}", off == 0, partial(decided, f"{left} = {right}"))
    lone = rf"{amount}\,\mathrm{{{one}{unit}}} = {amount}"
    yield Case(lone, False, partial(decided, lone))
    strange = rng.choice([one for one in UNITS if one != unit])
    kinds = rf"{amount}\,\mathrm{{{unit}}} = {amount}\,\mathrm{{{strange}}}"
    yield Case(kinds, False, partial(decided, kinds))


ENCODED_UNITS = {r"\mathrm{nA}": nano * ampere, r"\mathrm{mA}": milli * ampere, r"\mathrm{A}": ampere,
                 r"\mathrm{km}": kilo * metre, r"\mathrm{\mu m}": micro * metre}  # fmt: skip


def encoded_units(rng: random.Random) -> Iterator[Case]:
    digits = f"{rng.randint(1, 9)}.{rng.randint(10, 99)}"
    shown, given = rng.choice(list(ENCODED_UNITS)), rng.choice(list(ENCODED_UNITS))
    source = rng.choice([rf"Q \approx {digits}\,{shown}", rf"Q = {digits}\ ({shown})"])
    quantity = symbol("Q", "Q", "quantity", DIMENSIONLESS, positive=True)

    def make(paper: Paper) -> object:
        return paper.value("1", approx(quantity, digits, unit=ENCODED_UNITS[given]), where="I", printed=source)

    same = ENCODED_UNITS[shown].factor == ENCODED_UNITS[given].factor
    yield Case(f"{source} against {digits} {given}", same, partial(transcribed, source, make))


SERIES: dict[str, Callable[[int], Fraction]] = {
    r"\cos x": lambda k: Fraction((0, 1, 0, -1)[(k + 1) % 4], math.factorial(k)),
    r"\sin x": lambda k: Fraction((0, 1, 0, -1)[k % 4], math.factorial(k)),
    "e^x": lambda k: Fraction(1, math.factorial(k)),
    r"\frac{1}{1-x}": lambda k: Fraction(1),
    r"\ln(1+x)": lambda k: Fraction((-1) ** (k + 1), k) if k else Fraction(0),
    r"\sinh(x)": lambda k: Fraction(k % 2, math.factorial(k)),
}


def orders(rng: random.Random) -> Iterator[Case]:
    """f = terms + O(x^n): true if no term below x^n is wrong."""
    function, order = rng.choice(list(SERIES)), rng.randint(1, 5)
    terms = {k: SERIES[function](k) for k in range(order)}
    off = rng.randrange(order)
    for change in (0, 1):
        shown = {k: c + (change if k == off else 0) for k, c in terms.items()}
        sign = rng.choice(["O", r"\mathcal{O}"])
        source = f"{function} = {_polynomial(shown)} + {sign}({f'x^{order}' if order > 1 else 'x'})"
        yield Case(source, not change, partial(decided, source))
    cut = rf"{function} = {_polynomial(terms)} + \dots"
    yield Case(cut, False, partial(decided, cut))
    more = f"1 + x + O(x^{order}) = 1 + x + O(x^{order + 1})"
    yield Case(more, False, partial(decided, more))
    yield from _encoded_order(order)


def _polynomial(terms: dict[int, Fraction]) -> str:
    powers = {0: "", 1: "x"}
    shown = [rf"\frac{{{c.numerator}}}{{{c.denominator}}} {powers.get(k, f'x^{k}')}" for k, c in terms.items()]
    return " + ".join(shown)


def _encoded_order(order: int) -> Iterator[Case]:
    x = symbol("x", "x", "small", DIMENSIONLESS, real=True)
    source = rf"\cos x = 1 + O(x^{order})"
    for claimed in (order, order + 1):

        def make(paper: Paper, claimed: int = claimed) -> object:
            return paper.value(
                "1", expands_to(sympy.cos(x), x, sympy.Integer(1), order=claimed), where="I", printed=source
            )

        yield Case(f"{source} against order {claimed}", claimed == order, partial(transcribed, source, make))


def conditions(rng: random.Random) -> Iterator[Case]:
    """A condition in brackets or behind a word is none of the claims."""
    x, factor = rng.choice(["x", "y", r"\tau", "a_1"]), rng.randint(2, 9)
    relation, sign = rng.choice([(">", ""), ("<", "-"), (r"\ge", ""), (r"\le", "-")])
    condition = f"{x} {relation} 0"
    worded = [rf"\quad \text{{{word} }} {condition}" for word in ("for", "if", "when", "where")]
    behind = rng.choice([rf"\quad ({condition})", rf"\ ({condition})", *worded])
    for shown, truth in ((sign, True), ("" if sign else "-", False)):
        source = rf"\sqrt{{{factor**2}{x}^2}} = {shown}{factor}{x} {behind}"
        yield Case(source, truth, partial(decided, source))
    listed = rf"\sqrt{{{x}^2}} = {sign}{x}, \quad {condition}"
    yield from both(listed, partial(decided, listed))


def factorials(rng: random.Random) -> Iterator[Case]:
    n = rng.randint(1, 9)
    double = math.prod(range(n, 0, -2))
    for right in {double, math.factorial(math.factorial(n)) if n < 5 else double + 1, double + n}:
        source = f"{n}!! = {right}"
        yield Case(source, right == double, partial(decided, source))


def turned(rng: random.Random) -> Iterator[Case]:
    """a > b on the page is b < a in the encoding."""
    one, other = (
        symbol(f"s{k}", name, name, DIMENSIONLESS, real=True) for k, name in enumerate(rng.sample(LETTERS, 2))
    )
    left, right = one.latex, other.latex
    for source, said in ((f"{left} > {right}", True), (f"{right} > {left}", False), (f"{right} < {left}", True)):
        for encoded in (greater(one, other), less(other, one)):

            def make(paper: Paper, source: str = source, encoded: object = encoded) -> object:
                return paper.for_all("1", encoded, where="I", printed=source)  # type: ignore[arg-type]

            yield Case(f"{source} against {encoded}", said, partial(transcribed, source, make))


AMBIGUOUS: list[Callable[[str, str, int], str]] = [
    lambda a, b, n: f"1/{n}{a} = \\frac{{{a}}}{{{n}}}",
    lambda a, b, n: f"{a}/{n}({b}+1) = \\frac{{{a}}}{{{n}({b}+1)}}",
    lambda a, b, n: f"{a}/{n}({b}+1) = \\frac{{{a}}}{{{n}}}({b}+1)",
    lambda a, b, n: f"{n}/{a} {b} = \\frac{{{n}}}{{{a}{b}}}",
    lambda a, b, n: f"{a}/{b} \\cdot {n} = \\frac{{{n}{a}}}{{{b}}}",
    lambda a, b, n: f"{n}\\frac{{1}}{{{n + 1}}} = {n} + \\frac{{1}}{{{n + 1}}}",
    lambda a, b, n: f"{n}\\frac{{1}}{{{n + 1}}} = \\frac{{{n}}}{{{n + 1}}}",
    lambda a, b, n: f"{n}.5e3 = {n}500",
    lambda a, b, n: f"{a}^{{(1)}} = {a}",
    lambda a, b, n: f"{a}^{{({n})}} = {a}^{n}",
    lambda a, b, n: f"{a}^{{\\mathrm{{tot}}}} = {a}",
    lambda a, b, n: f"{a}^*{a} = {a}^2",
    lambda a, b, n: f"{a}^0 = 1",
    lambda a, b, n: f"\\bar{{{a}}} {a} = |{a}|^2",
    lambda a, b, n: f"\\overline{{{a}}} + {a} = {n}{a}",
    lambda a, b, n: f"\\int_0^{n} d{a}^2 = {n**2}",
    lambda a, b, n: f"\\int_0^{n} d{a}^2 = {n}",
    lambda a, b, n: f"\\sin {n}x {b} = {b}\\sin({n}x)",
    lambda a, b, n: f"\\sin x/{n} = \\sin(x/{n})",
    lambda a, b, n: f"\\ln x / {b} = \\frac{{\\ln x}}{{{b}}}",
    lambda a, b, n: f"\\sin x\\cdot {b} = \\sin(x {b})",
    lambda a, b, n: f"\\cos^{{-1}} {a} = \\frac{{1}}{{\\cos {a}}}",
    lambda a, b, n: f"f({n}{a}) = {n}f({a})",
    lambda a, b, n: f"f({a}+{n}) = f{a} + {n}f",
    lambda a, b, n: f"d{a} = {a}d",
    lambda a, b, n: f"\\frac{{\\Delta {a}}}{{\\Delta {b}}} = \\frac{{{a}}}{{{b}}}",
    lambda a, b, n: f"|{a}|{b}|c| = |{a}{b}c|",
    lambda a, b, n: f"{{{a}+{b}}}c = {a}c + {b}c",
    lambda a, b, n: f"{{{n}{a}}}^2 = {n**2}{a}^2",
    lambda a, b, n: f"{a} = {n} \\quad {b} = {n}",
    lambda a, b, n: f"{a} := {b}",
    lambda a, b, n: f"{a} = {n} \\Rightarrow {a}^2 = {n**2}",
    lambda a, b, n: f"{a} = \\pm {b}",
    lambda a, b, n: f"\\sum_{{k=1}}^{n} k + k = 1",
    lambda a, b, n: f"\\sum_{{k=1}}^{n} x_k = {n}x_k",
    lambda a, b, n: f"\\sum_{{i=1}}^{n} e^{{i{a}}} = {n}e^{{i{a}}}",
    lambda a, b, n: f"e^{n} = \\exp({n})",
    lambda a, b, n: f"\\log 10^{n} = {n}",
    lambda a, b, n: f"\\sqrt[3]{{{a}^3}} = {a}",
    lambda a, b, n: f"[{a}+{n}] = [{a}] + {n}",
    lambda a, b, n: f"\\hat{{{a}}}\\hat{{{b}}} = \\hat{{{b}}}\\hat{{{a}}}",
    lambda a, b, n: f"v_i v_i = v^{n}",
    lambda a, b, n: f"{a}^{{\\mu\\nu}} = {a}^\\mu {a}^\\nu",
    lambda a, b, n: f"\\left.{a}^{n}\\right|_{{{a}=0}} = 0",
    lambda a, b, n: f"{a}_{{n={n}}} = {a}_{n}",
    lambda a, b, n: f"{n} m = {n}\\,\\mathrm{{m}}",
    lambda a, b, n: f"{n}! ! ! = {n}",
    lambda a, b, n: f"{a}^{n}3 = {a}^{{{n}3}}",
    lambda a, b, n: f"\\frac{{d}}{{dx}} x \\cdot x^{n} = x^{n}",
    lambda a, b, n: f"\\int_0^1 dx\\, x^{n} + 1 = 1",
    lambda a, b, n: f"sin({a}) = \\sin {a}",
    lambda a, b, n: f"\\cos({a}+{n}){b} = {b}\\cos({a}+{n})",
    lambda a, b, n: f"\\sin({a}+{n})^2 = \\sin^2({a}+{n})",
    lambda a, b, n: f"{n}.5({n}) = {n * n + n / 2}",
    lambda a, b, n: f"\\frac{{{a}}}{{{b}}}^2 = \\frac{{{a}^2}}{{{b}^2}}",
    lambda a, b, n: f"{n}+{n}\\,\\mathrm{{m}} = {2 * n}\\,\\mathrm{{m}}",
    lambda a, b, n: f"{a}^{{loss}} = {a}^{{sols}}",
    lambda a, b, n: f"{a}{{({b})}} = {a}{b}",
    lambda a, b, n: f"2^{n}! = {math.factorial(2 ** min(n, 3))}",
    lambda a, b, n: f"\\frac{{d}}{{dx}}(xy) = y + {n - 1}xy'",
    lambda a, b, n: f"\\int_0^{n} f' dx = {n}f'",
    lambda a, b, n: f"\\frac{{d}}{{dt}}(\\dot x t^{n}) = {n}\\dot x t^{{{n - 1}}}",
    lambda a, b, n: f"-{n}\\bmod {n + 1} = 1",
    lambda a, b, n: f"{n}+5\\bmod 3 = {(n + 5) % 3}",
    lambda a, b, n: f"|{a}| = {a} \\text{{ for }} {a} \\ge 0, \\quad {a}^{n} = 1",
    lambda a, b, n: f"{n}\\,mm = 0.00{n}\\,m",
    lambda a, b, n: f"{n}\\,kg = {n}kg",
    lambda a, b, n: f"u_{{n+{n}}} = u_{{{n}+n}}",
    lambda a, b, n: f"{a} {b} - {b} {a} = {n - 2}",
    lambda a, b, n: f"\\delta_{{ij}} = \\delta_{{ji}} + {n - 2}",
    lambda a, b, n: f"\\sigma_x^{n} = 1",
    lambda a, b, n: f"\\cos k {a} {b} = \\cos(k {a} {b})",
    lambda a, b, n: f"{n} = {n}\\ ({n})",
    lambda a, b, n: f"|{a} + j {b}|^2 = {a}^2 + {b}^2",
]


def ambiguous(rng: random.Random) -> Iterator[Case]:
    one, other = rng.sample(["a", "b", "p", "q", "r", r"\alpha", r"\kappa", "x_1"], 2)
    source = rng.choice(AMBIGUOUS)(one, f" {other}", rng.randint(2, 8))
    yield from both(source, partial(decided, source))


MAKERS = (algebra, algebra, algebra, encoding, encoding, units, encoded_units, orders, conditions, factorials, turned)


def claims(rng: random.Random) -> Iterator[Case]:
    """Endless; a third of the draws are prints of two meanings."""
    while True:
        yield from (ambiguous if rng.random() < 0.4 else rng.choice(MAKERS))(rng)
