r"""A formula in plain letters: LaTeX as one line of Unicode, for a terminal, a tooltip, an e-mail, a voice.

`\frac{\Phi}{4\pi^2 R^2} N` becomes `Φ/(4π²R²) N`.  What cannot be read stays LaTeX.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reports.decimals import powers_of_ten
from reports.latex_tree import RELATIONS, Call, Group, Leaf, Node, NotRead, Row, Scripted, read
from reports.text import clean, clip

_RAISED = str.maketrans("0123456789-+−()niT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁻⁽⁾ⁿⁱᵀ")
_CAN_RISE = frozenset("0123456789-+−()ni\ue000\ue001\ue002\ue003")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ACCENTS = {"vec": "\u20d7", "hat": "\u0302", "bar": "\u0304", "dot": "\u0307", "ddot": "\u0308", "tilde": "\u0303"}
_STYLES = frozenset(
    ("mathbf", "mathit", "mathsf", "boldsymbol", "bm", "text", "mathrm", "operatorname", "textrm", "si")
)
_STYLES |= frozenset(("textbf", "textit", "mbox", "mathbb", "mathfrak"))
_SCRIPT = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "𝒜ℬ𝒞𝒟ℰℱ𝒢ℋℐ𝒥𝒦ℒℳ𝒩𝒪𝒫𝒬ℛ𝒮𝒯𝒰𝒱𝒲𝒳𝒴𝒵", strict=True))
_NAMES = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "cot",
        "sinh",
        "cosh",
        "tanh",
        "coth",
        "arcsin",
        "arccos",
        "arctan",
        "exp",
        "ln",
        "log",
        "max",
        "min",
        "lim",
        "det",
        "arg",
    ]
)
_OWN = {r"\varphi": "φ", r"\phi": "φ", r"\cdot": "·", "*": "·", "-": "−", r"\lvert": "|", r"\rvert": "|", r"\%": "%"}
_OWN |= {r"\{": "{", r"\}": "}", r"\|": "‖", r"\dots": "…", r"\ldots": "…", r"\cdots": "⋯", r"\big": "", r"\Big": ""}
_OWN |= {
    r"\epsilon": "ϵ",
    r"\hbar": "ħ",
    r"\lim": "lim",
    r"\bigl": "",
    r"\bigr": "",
    r"\Bigl": "",
    r"\Bigr": "",
    ".": "",
}
_FRACTIONS = frozenset(("frac", "dfrac", "tfrac"))
_SPACED = frozenset("+−±∓<>=≈≡∼≃≤≥≠≪≫∝→⇒∈×")
_SIGNS = frozenset("+−±∓")
_TIGHT_BEFORE = frozenset(",;:)]!|")


def plain(latex: str) -> str:
    r"""One line of Unicode; the LaTeX itself where it cannot be read.

    >>> plain(r"I_\Phi = \frac{\Phi}{4\pi^2 R^2} N \frac{e^2}{mc}")
    'I_Φ = Φ/(4π²R²) N e²/(mc)'
    >>> plain(r"r_{\text{He}}^3 \approx 1.52 \cdot 10^4")
    'r_He³ ≈ 1.52·10⁴'
    """
    return clean(_plain(latex)) if len(latex) < 2_000 else clip(latex)


@lru_cache(maxsize=4096)
def _plain(latex: str) -> str:
    try:
        return _row(read(powers_of_ten(latex))) or latex
    except (NotRead, RecursionError):
        return latex


def plain_text(text: str) -> str:
    r"""Words with formulas between dollar signs, all in plain letters.

    >>> plain_text(r"a factor $\frac{1}{2}$ is missing")
    'a factor 1/2 is missing'
    """
    parts = text.split("$")
    if len(parts) % 2 == 0 or len(parts) == 1:
        return text
    parts[1::2] = [plain(part) if part.strip() else f"${part}$" for part in parts[1::2]]
    return "".join(parts)


def _row(row: Row) -> str:
    pieces: list[str] = []
    for index, node in enumerate(row):
        text = _node(node)
        if not text:
            continue
        if text in _SPACED or (isinstance(node, Leaf) and node.text in RELATIONS):
            is_sign = not any(pieces) or pieces[-1].rstrip()[-1:] in (*_SPACED, "(", "[", "{", ",")
            pieces.append(text if is_sign and text in "+−±∓" else f" {text} ")
        elif text == ",":
            pieces.append(", ")
        elif (
            pieces and pieces[-1] not in _SIGNS and _needs_space(row[index - 1], node) and text[0] not in _TIGHT_BEFORE
        ):
            pieces.append(f" {text}" if pieces[-1][-1:] != " " else text)
        else:
            pieces.append(text)
        if isinstance(node, Call) and node.name in _FRACTIONS and _goes_on(text, row[index + 1 :]):
            pieces[-1] = re.sub(rf"{re.escape(text)}$", lambda whole: f"({whole[0]})", pieces[-1])
    return re.sub(r" {2,}", " ", "".join(pieces)).strip()


def _goes_on(fraction: str, rest: Row) -> bool:
    """Whether a factor follows a fraction of letters, so that it might be read as one of the denominator: 1/n of 1/n h."""
    if not re.search(r"/[^/()]*[^\W\d][^/()]*$", fraction):
        return False
    follows = next((text for text in map(_node, rest) if text.strip()), "")
    relation = bool(rest) and isinstance(rest[0], Leaf) and rest[0].text in RELATIONS
    return bool(follows) and not relation and follows[0] not in _SPACED and follows[0] not in _TIGHT_BEFORE | {"/", "}"}


def _needs_space(before: Node, node: Node) -> bool:
    """A fraction keeps its distance, as does a name of letters, and what follows one."""
    for each in (before, node):
        if isinstance(each, Call) and each.name in ("frac", "dfrac", "tfrac", "text", "operatorname", "mathrm"):
            return True
    base = before.base if isinstance(before, Scripted) else before
    name = isinstance(base, Leaf) and base.text.removeprefix("\\") in _NAMES
    own = node.base if isinstance(node, Scripted) else node
    if isinstance(own, Leaf) and own.text.removeprefix("\\") in _NAMES:
        return True
    return (name and not isinstance(node, Group)) or (
        isinstance(before, Scripted) and before.below is not None and before.above is None and isinstance(own, Leaf)
    )


def _node(node: Node) -> str:
    if isinstance(node, Leaf):
        return _leaf(node.text)
    if isinstance(node, Group):
        left, right = (_leaf(fence) for fence in (node.left, node.right)) if node.left else ("", "")
        return f"{left}{_row(node.items)}{right}"
    if isinstance(node, Call):
        return _call(node)
    base = _node(node.base)
    below = "" if node.below is None else _below(_row(node.below).replace(" ", ""))
    above = "" if node.above is None else _above(_row(node.above).replace(" ", ""))
    return f"{base}{below}{above}"


def _below(script: str) -> str:
    if script.isascii() and script.isdigit():
        return script.translate(_LOWERED)
    return f"_{script}" if re.fullmatch(r"\w+|[^\w\s]", script) else f"_({script})"


def _above(script: str) -> str:
    if set(script) == {"'"}:
        return "′" * len(script)
    if script and set(script) <= _CAN_RISE:
        return script.translate(_RAISED)
    return f"^{script}" if re.fullmatch(r"[\w*†]", script) else f"^({script})"


def _call(node: Call) -> str:
    if node.name in _FRACTIONS:
        above, below = (_row(argument) for argument in node.arguments)
        return f"{_bracketed(above, '')}/{_bracketed(below, ' /·')}"
    if node.name == "sqrt":
        inner = _row(node.arguments[0])
        return f"√{inner}" if re.fullmatch(r"\w", inner) else f"√({inner})"
    inner = _row(node.arguments[0]) if node.name not in _STYLES else _styled(node)
    if node.name in _ACCENTS and len(inner) == 1:
        return inner + _ACCENTS[node.name]
    if node.name == "mathcal":
        return "".join(_SCRIPT.get(char, char) for char in inner)
    return inner if node.name in _STYLES else f"{node.name}({inner})"


def _styled(node: Call) -> str:
    (argument,) = node.arguments
    return argument[0].text if len(argument) == 1 and isinstance(argument[0], Leaf) else _row(argument)


def _bracketed(text: str, signs: str) -> str:
    """In brackets if it is not one factor; in a denominator a product is none."""
    if _BARS.fullmatch(text):
        return text
    if "/" in text and not signs:
        return f"({text})"  # a fraction of a fraction
    product = "/" in signs and len(re.findall(r"\w", text)) > 1 and not _FACTOR.fullmatch(text)
    return f"({text})" if product or any(sign in text for sign in signs + "+−") else text


_BARS = re.compile(r"\|[^|]+\|")
_FACTOR = re.compile(r"\d+|\w_\w+|\w[₀₁₂₃₄₅₆₇₈₉]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*")


def _leaf(text: str) -> str:
    if text in _OWN:
        return _OWN[text]
    if not text.startswith("\\"):
        return text
    name = text[1:]
    if name in _NAMES:
        return name
    from latex2mathml.symbols_parser import convert_symbol

    code = convert_symbol(text)
    return chr(int(code, 16)) if code else name
