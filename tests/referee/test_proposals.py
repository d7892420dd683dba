"""What the words of a source say of its names, as proposals of a draft's notation."""

import pytest

from referee.draft import draft
from referee.proposals import dimension_of_words, meanings_in
from referee.skeleton import notation_line
from referee.sources import find_equations


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
