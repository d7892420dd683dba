r"""Print of two meanings: rows that go on or do not, indices, vectors, operators, numbers, declared names.

A line that may be read in two ways comes as two cases of opposite truth, so that any decision
about it is wrong; in a draft it must stay open.  Rows are made of known equations, and what a
draft writes down is compared with them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial

import sympy

from referee.coverage import tokens_of
from referee.draft import draft
from referee.sources import find_equations
from tests.soundness import Case
from tests.soundness.reading import both, decided, transcribed
from verify.claims import Paper, approx, symbol
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, TIME

KIND = "two meanings"
BASES = ["A", "F", "T", "g", "u", "v", "w", r"\epsilon", r"\Gamma"]
INDICES = ["a", "b", "c", "i", "j", "k", "l", r"\mu", r"\nu"]
PLACES = ["x", "y", "z", "t", "r", r"\theta", r"\phi"]
GREEK = ["alpha", "beta", "theta", "lambda", "mu", "omega", "phi", "kappa"]
NAMES = ["p", "q", "s", "w", "y", "z", "K", "M", "N"]


# --- rows ------------------------------------------------------------------------------------------


def written(text: str) -> list[tuple[str, sympy.Expr]]:
    """What a draft writes down of a source: kinds, and the difference of the sides."""
    claims = draft(find_equations(text, latex=True)).claims
    names = {name: sympy.Symbol(name) for name in [*NAMES, "S_", "N_", "E_"]}
    return [
        (one.kind, sympy.sympify(f"({one.lhs})-({one.rhs})", locals=names) if one.kind != "missing" else sympy.S.Zero)
        for one in claims
    ]


def judged(text: str, meant: list[sympy.Expr]) -> str:
    """Proved if a draft writes down exactly what is meant, undecided if it leaves it open, refuted otherwise."""
    found = written(text)
    said = [difference for kind, difference in found if kind != "missing"]
    if any(all(sympy.expand(one - other) != 0 for other in meant) for one in said):
        return "refuted"
    return "proved" if len(said) == len(meant) else "undecided"


def rows(rng: random.Random) -> Iterator[Case]:
    """One equation over two or three rows, and two equations of which the second begins with a minus sign."""
    left, *terms = rng.sample(NAMES, 4)
    environment = rng.choice(["align", "align*", "gather*", "multline*", "eqnarray*", "equation"])
    gap = rng.choice(["", r"\quad", r"\qquad", r"\;", r"\hspace{2em}", r"\phantom{=}", "{}", r"\quad{}"])
    end = rng.choice([r"\\", r"\\[3pt]", r"\nonumber\\", r"\\*"])
    mark = "" if environment in ("gather*", "multline*") else "&"
    signs = [rng.choice("+-") for _ in terms[1:]]
    more = "".join(f" {end} {mark}{gap} {sign} {term}" for sign, term in zip(signs, terms[1:], strict=True))
    body = f"{left} {mark}= {terms[0]}{more}"
    if environment == "equation":
        body = rf"\begin{{split}}{body}\end{{split}}"
    value = sympy.Symbol(terms[0]) + sum(
        (1 if sign == "+" else -1) * sympy.Symbol(term) for sign, term in zip(signs, terms[1:], strict=True)
    )
    text = f"\\begin{{{environment}}}\n{body}\n\\end{{{environment}}}"
    yield Case(text, True, partial(judged, text, [sympy.Symbol(left) - value]))
    yield from two_rows(rng, end.replace(r"\nonumber", ""))


def two_rows(rng: random.Random, end: str) -> Iterator[Case]:
    one, other, third, fourth = (sympy.Symbol(name) for name in rng.sample(NAMES, 4))
    n = rng.randint(2, 9)
    body = f"{one} &= {n}{other} {end} -{third} &= {n + 1}{fourth}"
    text = rng.choice(["\\begin{align}\n%s\n\\end{align}", "$$\\begin{aligned}%s\\end{aligned}$$"]) % body
    yield Case(text, True, partial(judged, text, [one - n * other, -third - (n + 1) * fourth]))
    right = f"{n}x &= {n - 1}x+x {end} -{n}x &= x-{n + 1}x"
    wrong = f"{n}x &= {n - 1}x+x {end} -{n}x &= x-{n + 2}x"
    yield Case(right, True, partial(decided, right))
    yield Case(wrong, False, partial(decided, wrong))
    bare = f"{n}x = {n - 1}x+x {end} -{n}x = x-{n + 1}x"
    yield from both(bare, partial(decided, bare))


# --- lines of two meanings ----------------------------------------------------------------------------


def _tensor(rng: random.Random) -> str:
    base, other = rng.sample(BASES, 2)
    i, j = rng.sample(INDICES, 2)
    x, y = rng.sample(PLACES, 2)
    n = rng.randint(1, 9)
    return rng.choice([
        f"{base}^{{{i} {j}}} = {base}^{{{j} {i}}}", f"{base}^{{{x} {x}}} = {n}", f"{base}^{{{x} {y}}} = {base}^{{{y} {x}}}",
        f"{base}^{{{x}}} = {n}", rf"\partial_{{{i}}} {base}^{{{i} {j}}} = 0", f"{base}^{{{i}}} = {n}{other}^{{{i}}}",
        f"{base}_{{{i}}}{base}_{{{i}}} = {base}_{{{j}}}{base}_{{{j}}}", f"{base}_{{{i} {i}}} = {base}_{{{j} {j}}}",
        f"s = {base}_{{{i}}}{other}_{{{i}}}", rf"s = {base}_{{{i}}}\cdot {other}_{{{i}}}", f"{base}^{{{i}}}{other}_{{{i}}} = {n}",
        f"{base}_{{({i}}}{other}_{{{j})}} = {n}C_{{{i}{j}}}",
    ])  # fmt: skip


def _accent(rng: random.Random) -> str:
    a, b = rng.sample(["a", "b", "p", "q", "r"], 2)
    dot, arrow = (
        rng.choice([r"\dot", r"\tilde", r"\ddot"]),
        rng.choice([r"\vec", r"\mathbf", r"\underline", r"\boldsymbol"]),
    )
    n = rng.randint(2, 9)
    one, other = f"{dot}{{{arrow} {a}}}", f"{dot}{{{arrow} {b}}}"
    return rng.choice([
        rf"({one}\cdot{other})^2 = {one}^2{other}^2", f"{one}/{one} = 1", f"s = {one}{other}", f"{arrow} {a} + {n} = {n} + {arrow} {a}",
        f"{arrow} {a} > {n}", f"{arrow} {a} = {n} {b}", rf"{dot}{{\hat {a}}}{dot}{{\hat {b}}} = {dot}{{\hat {b}}}{dot}{{\hat {a}}}",
        f"{dot}{{{n}{a}}} = {n}{dot} {a}", f"{dot}{{({a}{b})}} = {dot} {a} {b}", f"{dot}{{{a}^{n}}} = 0", f"{arrow}{{{a}+{b}}} = {n}",
        rf"\mathcal {a.upper()}\mathcal {b.upper()} = \mathcal {b.upper()}\mathcal {a.upper()}",
    ])  # fmt: skip


def _operator(rng: random.Random) -> str:
    x, n = rng.choice(["x", "y", "s"]), rng.randint(2, 9)
    delta = rng.choice([r"\Delta", r"\delta"])
    return rng.choice([
        rf"{delta}\frac{{{n}}}{{{x}}} = 0", rf"{delta}\int_0^{n} {x}\,d{x} = 0", f"{delta}|{x}| = {n}", rf"D\sin {x} = \cos {x}",
        f"D^{n}e^{x} = e^{x}", rf"\frac{{D{x}}}{{Dt}} = \frac{{{x}}}{{t}}", f"f * {x} = {n}", rf"\mathcal L\frac{{{n}}}{{{x}}} = {n}",
        rf"\max\sin {x} = 1", rf"\min {x}^{n} = 0", f"{{f}}({x}+{n}) = f{x}+{n}f", f"{{V}}({n}) = {n}V", rf"\frac{{f}}{{g}}({x}) = {n}",
        rf"\frac{{d{x}^{n}}}{{d{x}}}({n}) = {n}", rf"\int_0^{n} [d{x}]\,{x} = {n}", f"i^2R = {n}", f"u = {n}Ri", rf"\pi = {n}\dot {x}",
        rf"\pi({n}) = {n}", rf"\Im {x} = 0", f"({x}^3)^{{1/3}} = {x}", rf"(-{n})^{{1/3}} = -{n}^{{1/3}}", rf"\arctan 1 = {45 * n}",
        rf"\cos({-20 * n}) = 1", f"{n}.5 ({n}) = {n * n + n / 2}", f"{n}.5E+10 = 10+{n}.5E", f"v = {n}m/s", f"E = {n}.6eV",
        f"{n}<{x}>={x}", rf"\frac{{d}}{{dt}}(t{x}) = {x}" if x != "s" else rf"\frac{{d}}{{dr}}(r^{n}E) = 0",
    ])  # fmt: skip


def _upper(rng: random.Random) -> str:
    """Upper indices, letters whose order may matter, and one quantity in two spellings."""
    a, b = rng.sample(["A", "B", "M", "T", "U"], 2)
    i, j = rng.sample(["1", "2", "3"], 2)
    n, k = rng.randint(4, 9), rng.randint(2, 3)
    tensor, counted, wave = rng.choice(["T", "F", "g"]), rng.choice("CPA"), rng.choice([r"\sigma", r"\theta", r"\psi"])
    letter, other = rng.choice(
        [(r"\phi", r"\varphi"), (r"\epsilon", r"\varepsilon"), (r"\mathbf E", r"\vec E"), ("l", r"\ell")]
    )
    return rng.choice([
        f"{counted}_{n}^{k} = {n}", f"{counted}_n^k = {counted}_n^{{n-k}}", f"{tensor}^{{{i}{j}}} = {tensor}^{{{j}{i}}}", f"{tensor}^{{{i}{i}}} = -1",
        rf"\delta_{i}^{j} = 0", f"Y_{n}^{{-{k}}} = Y_{n}^{k}", f"{a}^{{-1}}{b}{a} = {b}", f"{a}{b}{a} = {a}^2{b}", f"{a}{b} = {b}{a}",
        f"e^{{{a}}}{b}e^{{-{a}}} = {b}", f"e^{a}e^{b} = e^{{{a}+{b}}}", f"({a}{b})^{k} = {a}^{k}{b}^{k}", f"{wave}_1{wave}_2 = {wave}_2{wave}_1",
        f"{n}{letter} = {n - 1}{letter}+{other}", f"{letter}_0 = {other}_0",
    ])  # fmt: skip


def _ends(rng: random.Random) -> str:
    """Labels, decimal commas, rounded numbers, and where sums, limits and differentials end."""
    n, k = rng.randint(2, 9), rng.randint(2, 9)
    label = rng.choice(["a", "ii", "I", r"\alpha"])
    number, digits = rng.choice(
        [(r"\pi", "3.14159265"), (r"\sqrt2", "1.41421356"), (r"\frac13", "0.33333333"), (r"\ln2", "0.69314718")]
    )
    return rng.choice([
        rf"\sum_{{k=1}}^{n} {k}k-1 = {n}", rf"\prod_{{k=1}}^{n} k+{k} = 1", rf"\int_0^{n}\int_0^y x\,dy\,dx = {k}", rf"\int_0^{n} d\sqrt x = {k}",
        rf"\int_0^{n} d\frac{{x}}{{{k}}} = {n}", rf"\int_0^{n} d\ln x\,dx = {k}", f"({label})~ x = x",
        f"{n},{k} = {n}.{k}", f"{n},5x = {n}x+\\frac x2", f"{number} = {round(float(digits), rng.randint(2, 4))}",
    ])  # fmt: skip


def ambiguous(rng: random.Random) -> Iterator[Case]:
    source = rng.choice([_tensor, _tensor, _accent, _operator, _operator, _upper, _upper, _ends, _ends])(rng)
    yield from both(source, partial(decided, source))
    yield Case(f"draft of {source}", False, partial(_is_read, source))


def _is_read(source: str) -> str:
    kinds = {claim.kind for claim in draft(find_equations(f"$${source}$$", latex=True)).claims}
    return "undecided" if kinds == {"missing"} else "proved"


# --- declared names, numbers and units ------------------------------------------------------------------


def declared(rng: random.Random) -> Iterator[Case]:
    """A condition on a Greek letter reaches what is printed."""
    name, mark = rng.choice(GREEK), rng.choice(["", "_0", "_m"])
    n = rng.randint(2, 9)
    for sign, truth in (("", True), ("-", False)):
        source = rf"\sqrt{{{n**2}\{name}{mark}^2}} = {sign}{n}\{name}{mark}"
        yield Case(source, truth, partial(decided, source, f"{name}{mark} > 0"))
    source = rf"\sqrt{{\{name}_1^2}} = \{name}_1"
    yield from both(source, partial(decided, source, f"{name}1 > 0"))


def encoded(rng: random.Random) -> Iterator[Case]:
    """A number that was multiplied after it was rounded, and a unit that the encoding has not."""
    n, base = rng.randint(3, 9), rng.choice([2, 3, 5])
    digits = f"{float(sympy.sqrt(base)):.2f}"
    printed = f"{n * float(digits):.2f}"
    about = rng.choice([r"\approx", r"\sim", "="])
    source = rf"{n}\sqrt{{{base}}} {about} {printed}"

    def number(paper: Paper) -> object:
        return paper.value("1", approx(sympy.sqrt(base), digits), where="I", printed=source)

    yield Case(f"{source} against {digits}", False, partial(transcribed, source, number))
    kind = rng.choice([DIMENSIONLESS, LENGTH, TIME])
    quantity = symbol("a", "a", "quantity", kind, real=True)
    unit, measured = rng.choice([("s", TIME), ("m", LENGTH)])
    line = rf"a = {n}\,\mathrm{{{unit}}}"

    def pure(paper: Paper) -> object:
        return paper.identity("1", where="I", printed=line, lhs=quantity, rhs=sympy.Integer(n))

    if kind != measured:
        yield Case(f"{line} against {n}", False, partial(transcribed, line, pure))


def tokens(rng: random.Random) -> Iterator[Case]:
    """Texts that differ in a unit, a gap or an upright letter are not the same formula."""
    a, n = rng.choice(["a", "b", "p"]), rng.randint(2, 9)
    unit, letter = rng.choice(["m", "s", "g"]), rng.choice(["e", "i"])
    pairs = [
        (rf"{a} = {n}\,\mathrm{{{unit}}}", f"{a} = {n} {unit}"), (rf"{a} = \mathrm {letter}^{n}", f"{a} = {letter}^{n}"),
        (rf"{a} = b \quad c", f"{a} = bc"), (rf"{a} = b/{n}\quad c", f"{a} = b/{n}c"), (rf"\sin {a}\;c", rf"\sin {a} c"),
    ]  # fmt: skip
    one, other = rng.choice(pairs)
    yield Case(f"{one} and {other}", False, lambda: "proved" if tokens_of(one) == tokens_of(other) else "undecided")


MAKERS: tuple[Callable[[random.Random], Iterator[Case]], ...] = (rows, ambiguous, ambiguous, declared, encoded, tokens)


def claims(rng: random.Random) -> Iterator[Case]:
    """Endless."""
    while True:
        yield from rng.choice(MAKERS)(rng)
