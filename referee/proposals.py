r"""What a source says of its names in words, "where $m$ is the mass of the planet", and the dimension that this suggests.

Both are proposals for the notation of a draft: the words stand where the author's are to stand, the dimension in a comment
beside them. Nothing is decided with either: a symbol counts when its dimension is filled in.
"""

from __future__ import annotations

import re

from verify.errors import ClaimError
from verify.grammar.tokens import normalise

SAID = re.compile(
    r"\$([^$\n]{1,40})\$\s+(?:is|are|denotes?|being|stands\s+for|represents?)\s+(?:the|an?)\s+"
    r"([A-Za-z][A-Za-z \n\-]{2,80}?)(?=[.,;:()$\\]|\s+(?:and|which|that|where|with|so|as|when|if|is|are)\b)"
)
INTRODUCED = re.compile(
    r"\b(?:with|where|let)\s+\$([^$\n]{1,40})\$\s+(?:be\s+)?the\s+([A-Za-z][A-Za-z \n\-]{2,80}?)(?=[.,;:()$\\]|\s+(?:and|which|that)\b)"
)
NO_MEANING = {
    "same",
    "constant",
    "given",
    "following",
    "above",
    "only",
    "unique",
    "solution",
    "result",
    "case",
    "one",
    "first",
}
"""Words after which a sentence says something else of a name than what it is."""
HEAD = re.compile(r"\s+(?:of|in|at|for|per|between|to|on|from|along|by|above|below|inside|outside)\s+")
WORDS = {
    "mass": "MASS", "temperature": "TEMPERATURE", "velocity": "VELOCITY", "speed": "VELOCITY", "pressure": "PRESSURE",
    "energy": "ENERGY", "force": "FORCE", "time": "TIME", "period": "TIME", "length": "LENGTH", "radius": "LENGTH",
    "distance": "LENGTH", "wavelength": "LENGTH", "height": "LENGTH", "width": "LENGTH", "thickness": "LENGTH",
    "frequency": "FREQUENCY", "charge": "CHARGE", "momentum": "MOMENTUM", "volume": "VOLUME", "area": "AREA",
    "acceleration": "ACCELERATION", "power": "POWER", "torque": "TORQUE", "wavenumber": "WAVENUMBER", "current": "CURRENT",
    "entropy": "ENTROPY", "voltage": "ELECTRIC_POTENTIAL", "resistance": "RESISTANCE", "capacitance": "CAPACITANCE",
    "angle": "DIMENSIONLESS", "fraction": "DIMENSIONLESS", "ratio": "DIMENSIONLESS", "porosity": "DIMENSIONLESS",
}  # fmt: skip
PHRASES = {
    "mass density": "MASS_DENSITY", "number density": "NUMBER_DENSITY", "charge density": "CHARGE_DENSITY",
    "current density": "CURRENT_DENSITY", "energy density": "ENERGY_DENSITY", "angular momentum": "ANGULAR_MOMENTUM",
    "angular velocity": "FREQUENCY", "electric field": "ELECTRIC_FIELD", "magnetic field": "MAGNETIC_FIELD",
    "wave number": "WAVENUMBER", "wave length": "LENGTH",
}  # fmt: skip
CONSTANTS = {
    r"\hbar": ("reduced Planck constant", "ACTION"), "k_{B}": ("Boltzmann constant", "ENERGY / TEMPERATURE"),
    r"\epsilon_{0}": ("vacuum permittivity", "PERMITTIVITY"), r"\varepsilon_{0}": ("vacuum permittivity", "PERMITTIVITY"),
    r"\mu_{0}": ("vacuum permeability", "PERMEABILITY"), "m_{e}": ("mass of the electron", "MASS"),
    "m_{p}": ("mass of the proton", "MASS"), r"\mu_{B}": ("Bohr magneton", "MAGNETIC_MOMENT"),
}  # fmt: skip
"""Names that hardly stand for anything else."""


def meanings_in(text: str) -> dict[str, str]:
    """What the words of a source say that its names are, by LaTeX in normal form; the first place counts."""
    found: dict[str, str] = {}
    matches = sorted([*SAID.finditer(text), *INTRODUCED.finditer(text)], key=lambda match: match.start())
    for match in matches:
        try:
            name = normalise(match[1])
        except ClaimError:
            continue
        words = match[2].split()
        if words[0].lower() not in NO_MEANING and words != ["function"]:
            found.setdefault(name, " ".join(words))
    return found


def dimension_of_words(name: str, meaning: str) -> str:
    """The dimension that a constant or the noun of a meaning suggests, as Python; empty if none does.

    >>> dimension_of_words("m", "mass of the planet"), dimension_of_words("x", "mass ratio of gases"), dimension_of_words("a", "rate")
    ('MASS', 'DIMENSIONLESS', '')
    >>> dimension_of_words("r", "central mass density of a star"), dimension_of_words("s", "surface charge density")
    ('MASS_DENSITY', '')
    """
    if name in CONSTANTS and meaning in ("", CONSTANTS[name][0]):
        return CONSTANTS[name][1]
    head = HEAD.split(meaning.lower(), maxsplit=1)[0]
    words = re.sub(r"^(?:local|total|mean|central|average|constant|uniform) ", "", head)
    if words in PHRASES or meaning.lower().startswith("moment of inertia"):
        return PHRASES.get(words, "MOMENT_OF_INERTIA")
    nouns = head.split()
    return WORDS.get(nouns[-1], "") if nouns else ""
