"""Maxima as a peer of the benchmark of power: claims in its language, one process each, and what it says of the difference.

It is asked with `ratsimp`, `radcan`, `trigsimp` and `simplify_sum`, knows the signs of the symbols, and calls a difference zero, or
a number that is not; a question of its own ("is a positive?") ends it, and the claim counts as open.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import sympy as sp
from sympy.printing.str import StrPrinter

FUNCTIONS = {
    "Abs": "abs", "sign": "signum", "ceiling": "ceiling", "loggamma": "log_gamma", "besselj": "bessel_j", "bessely": "bessel_y",
    "besseli": "bessel_i", "besselk": "bessel_k", "hankel1": "hankel_1", "hankel2": "hankel_2", "Ei": "expintegral_ei", "Si": "expintegral_si",
    "Ci": "expintegral_ci", "li": "expintegral_li", "expint": "expintegral_e", "lowergamma": "gamma_incomplete_lower",
    "uppergamma": "gamma_incomplete", "airyai": "airy_ai", "airybi": "airy_bi", "airyaiprime": "airy_dai", "airybiprime": "airy_dbi",
    "elliptic_k": "elliptic_kc", "elliptic_e": "elliptic_ec", "legendre": "legendre_p", "chebyshevt": "chebyshev_t",
    "chebyshevu": "chebyshev_u", "gegenbauer": "ultraspherical", "jacobi": "jacobi_p", "assoc_laguerre": "gen_laguerre",
    "fresnels": "fresnel_s", "fresnelc": "fresnel_c", "fibonacci": "fib", "lucas": "lucas", "Max": "max", "Min": "min", "re": "realpart",
    "im": "imagpart", "arg": "carg", "LambertW": "lambert_w", "jn": "spherical_bessel_j", "yn": "spherical_bessel_y",
    **{name: name for name in (
        "exp", "log", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "sech", "csch", "asin", "acos", "atan",
        "acot", "asinh", "acosh", "atanh", "atan2", "floor", "gamma", "factorial", "binomial", "beta", "erf", "erfc", "erfi", "hermite",
        "laguerre", "conjugate",
    )},
}  # fmt: skip
CONSTANTS = {
    sp.pi: "%pi",
    sp.E: "%e",
    sp.I: "%i",
    sp.oo: "inf",
    -sp.oo: "minf",
    sp.EulerGamma: "%gamma",
    sp.GoldenRatio: "%phi",
}
ASK = (
    'load("simplify_sum")$ load("orthopoly")$ load("trgsmp")$ display2d:false$ simpsum:true$ {facts} d:({lhs})-({rhs})$ '
    "e:trigsimp(radcan(ratsimp(simplify_sum(d))))$ "
    'if is(e=0)=true then print("VERDICT","holds") elseif numberp(float(e)) then print("VERDICT","false") '
    'else print("VERDICT","open")$'
)


class NotTranslated(Exception):
    """Maxima has no such function, or we do not know its name."""


class Printer(StrPrinter):
    """SymPy's text with Maxima's names."""

    def _print(self, expr: Any, **settings: Any) -> str:
        if isinstance(expr, sp.Basic) and expr in CONSTANTS:
            return CONSTANTS[expr]
        return str(super()._print(expr, **settings))

    def _print_Pow(self, expr: Any, rational: bool = False) -> str:
        return f"(({self._print(expr.base)})^({self._print(expr.exp)}))"

    def _print_Rational(self, expr: Any) -> str:
        return f"({expr.p}/{expr.q})"

    def _print_Function(self, expr: Any) -> str:
        name, args = type(expr).__name__, [self._print(arg) for arg in expr.args]
        if name in ("digamma", "polygamma"):
            order = args[0] if len(args) == 2 else "0"
            return f"psi[{order}]({args[-1]})"
        if name == "polylog":
            return f"li[{args[0]}]({args[1]})"
        if name == "zeta" and len(args) == 1:
            return f"zeta({args[0]})"
        if name == "bernoulli":
            return f"bern({args[0]})" if len(args) == 1 else f"bernpoly({args[1]},{args[0]})"
        if name not in FUNCTIONS:
            raise NotTranslated(name)
        return f"{FUNCTIONS[name]}({','.join(args)})"

    _print_Max = _print_Min = _print_LambertW = _print_Function
    _print_factorial = _print_binomial = _print_Function

    def _print_hyper(self, expr: Any) -> str:
        above, below = ([self._print(part) for part in parts] for parts in (expr.ap, expr.bq))
        return f"hypergeometric([{','.join(above)}],[{','.join(below)}],{self._print(expr.argument)})"

    def _print_Derivative(self, expr: Any) -> str:
        counts = ",".join(f"{self._print(v)},{c}" for v, c in expr.variable_count)
        return f"diff({self._print(expr.expr)},{counts})"

    def _print_Integral(self, expr: Any) -> str:
        return self._bound("integrate", expr)

    def _print_Sum(self, expr: Any) -> str:
        return self._bound("sum", expr)

    def _bound(self, name: str, expr: Any) -> str:
        variable, low, high = map(self._print, expr.limits[0])
        return f"{name}({self._print(expr.function)},{variable},{low},{high})"

    def _print_Limit(self, expr: Any) -> str:
        function, variable, place, direction = expr.args
        side = {"+": ",plus", "-": ",minus"}.get(str(direction), "") if place.is_finite else ""
        return f"limit({self._print(function)},{self._print(variable)},{self._print(place)}{side})"

    def _print_Piecewise(self, expr: Any) -> str:
        text = "0"
        for value, condition in reversed(expr.args):
            text = f"(if {self._print(condition)} then {self._print(value)} else {text})"
        return text

    def emptyPrinter(self, expr: Any) -> str:
        raise NotTranslated(type(expr).__name__)


def is_there() -> bool:
    return shutil.which("maxima") is not None


def say(lhs: Any, rhs: Any, where: tuple[Any, ...], seconds: float) -> tuple[str, str]:
    """("holds", "false" or "open", why)."""
    printer = Printer()
    try:
        left, right = printer.doprint(lhs), printer.doprint(rhs)
        facts = [f"assume({printer.doprint(c.lhs)}{c.rel_op}{printer.doprint(c.rhs)})$" for c in where]
    except (NotTranslated, AttributeError) as problem:
        return "open", f"not translated: {problem}"
    letters = {symbol for symbol in lhs.atoms(sp.Symbol) | rhs.atoms(sp.Symbol) if symbol.name.isidentifier()}
    for symbol in sorted(letters, key=str):  # the direction of a Limit is a symbol to SymPy
        facts += [f"assume({symbol}>0)$"] if symbol.is_positive else []
        facts += [f"declare({symbol},integer)$"] if symbol.is_integer else []
        facts += [f"declare({symbol},complex)$"] if symbol.is_real is None else []
    text = ASK.format(facts=" ".join(facts), lhs=left, rhs=right)
    try:
        done = subprocess.run(
            ["maxima", "--very-quiet", f"--batch-string={text}"],
            capture_output=True, text=True, timeout=seconds, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "open", "time"
    found = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("VERDICT")]
    return (found[-1], "") if found else ("open", done.stdout.strip()[-150:])
