"""What the words of a source say of its names, as proposals of a draft's notation."""

import pytest

from referee.author_notation import Entry
from referee.draft import draft
from referee.proposals import dimension_of_words, meanings_in
from referee.skeleton import notation_line
from referee.sources import find_equations
from verify.grammar.tokens import normalise


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("where $m$ is the mass of the planet, and $v$ the rest", {"m": "mass of the planet"}),
        ("Here $c_s$ is the sound\nspeed.", {"c_{s}": "sound speed"}),
        ("with $k_B$ the Boltzmann constant.", {"k_{B}": "Boltzmann constant"}),
        ("since $x$ is given in metres, $y$ is small", {}),
        ("$f$ is a function. $f$ is the distribution function of ions.", {"f": "distribution function of ions"}),
        ("$K$ is a constant. $a^2 = b$ is the same", {}),
    ],
)
def test_words_say_what_a_name_is(text: str, meanings: dict[str, str]) -> None:
    assert meanings_in(text) == meanings


@pytest.mark.parametrize(
    ("name", "meaning", "dimension"),
    [
        ("m", "mass of the planet", "MASS"),
        ("r", "mass ratio", "DIMENSIONLESS"),
        ("v", "mean velocity along the wall", "VELOCITY"),
        ("a", "rate of change", ""),
        (r"\hbar", "", "ACTION"),
        (r"\hbar", "thickness", "LENGTH"),
    ],
)
def test_a_dimension_is_suggested(name: str, meaning: str, dimension: str) -> None:
    assert dimension_of_words(name, meaning) == dimension


def test_a_proposal_is_no_answer() -> None:
    made = draft(find_equations("where $m$ is the mass\n\n$$E = m c^2 + \\hbar$$"))
    lines = {entry.python: notation_line(entry) for entry in made.symbols}
    assert lines["m"] == 'm = symbol("m", "m", "mass", UNKNOWN, real=True)  # perhaps MASS'
    assert "reduced Planck constant" in lines["hbar"]
    assert '"to be filled in", UNKNOWN' in lines["c"]


# --- names before brackets -------------------------------------------------------------------------------


def proposals(text: str) -> dict[str, tuple[bool, str]]:
    symbols = draft(find_equations(text, latex=True)).symbols
    return {entry.latex: (entry.is_function, entry.proposed) for entry in symbols if entry.proposed}


@pytest.mark.parametrize(
    ("text", "name", "is_function"),
    [
        (r"$$R^{ps}(r) = r^2$$ $$R^{ps}(r_c) = 4$$", r"R^{ps}", True),
        (r"$$U = 4 \epsilon (r^{12} - r^6)$$", r"\epsilon", False),
    ],
)
def test_a_name_before_brackets_is_proposed(text: str, name: str, is_function: bool) -> None:
    assert proposals(text)[name][0] is is_function


@pytest.mark.parametrize(
    "text",
    [
        r"$$E = 3 A^{-1} (x + y)$$",
        r"$$c^2(x, z) = 3$$ $$c(x, z) = 1$$",
        r"$$g(y^+) = 3$$",
        r"$$a = b + c$$",
    ],
)
def test_what_is_no_letter_or_said_already_is_not_proposed_as_a_factor(text: str) -> None:
    assert not [name for name, (is_function, _) in proposals(text).items() if not is_function]


def test_a_function_with_a_label_is_read_once_it_is_said() -> None:
    text = r"$$R^{ps}(r) = r^2 + q$$ $$R^{ps}(s) = s^2 + q$$"
    source = find_equations(text, latex=True)
    assert all("may mean two things" in claim.why for claim in draft(source).claims)
    said = Entry("R_ps", normalise("R^{ps}"), "function", True, "R^{ps}")
    made = draft(source, [said])
    assert [(claim.kind, claim.lhs) for claim in made.claims] == [("given", "R_ps(r)"), ("given", "R_ps(s)")]


def test_a_positive_symbol_is_one_in_the_draft() -> None:
    source = find_equations("$$a = m^2$$", latex=True)
    entry = Entry("m", "m", "symbol", True, "m", is_positive=True)
    (claim,) = draft(source, [entry]).claims
    assert claim.equation is not None
    assert [s.is_positive for s in claim.equation[1].free_symbols] == [True]
    assert [s.is_positive for s in claim.equation[0].free_symbols] == [None]
