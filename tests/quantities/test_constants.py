"""Constants against SciPy's copy of CODATA, and against each other."""

import copy
import pickle
import re

import mpmath
import pytest
import sympy
from sympy import Rational, pi

from verify.errors import ClaimError
from verify.quantities.constants import CODATA_2010, CODATA_2018, CODATA_2022, SOURCE_SI, Constant
from verify.quantities.digits import printed
from verify.quantities.dimension import UnitSystem

YEARS = {2010: CODATA_2010, 2018: CODATA_2018, 2022: CODATA_2022}
ALL = [(year, constant) for year, constants in YEARS.items() for constant in constants.values()]
MODERN = [CODATA_2018, CODATA_2022]

NAMES_IN_SCIPY = {
    "h": "Planck constant",
    "hbar": "reduced Planck constant",
    "e": "elementary charge",
    "c": "speed of light in vacuum",
    "k_B": "Boltzmann constant",
    "N_A": "Avogadro constant",
    "R": "molar gas constant",
    "G": "Newtonian constant of gravitation",
    "m_n": "neutron mass",
    "Phi_0": "mag. flux quantum",
    "sigma": "Stefan-Boltzmann constant",
    "m_e": "electron mass",
    "m_p": "proton mass",
    "u": "atomic mass constant",
    "a_0": "Bohr radius",
    "r_e": "classical electron radius",
    "lambda_C": "Compton wavelength",
    "alpha": "fine-structure constant",
    "epsilon_0": "vacuum electric permittivity",
    "mu_0": "vacuum mag. permeability",
    "mu_B": "Bohr magneton",
    "R_inf": "Rydberg constant",
    "E_h": "Hartree energy",
    "Ry": "Rydberg constant times hc in eV",
    "m_e_c2": "electron mass energy equivalent in MeV",
}

named = pytest.mark.parametrize(("year", "constant"), ALL, ids=[f"{year}-{c.name}" for year, c in ALL])
modern = pytest.mark.parametrize("constants", MODERN, ids=repr)


def _row(table, name, year):
    """Value and uncertainty as printed: fixed columns until 2014, columns two spaces apart since."""
    for line in table.splitlines():
        fields = [line[:55], line[55:77], line[77:99]] if year < 2018 else re.split(r" {2,}", line)
        if fields[0].strip() == name:
            return [field.replace(" ", "") for field in fields[1:3]]
    raise LookupError(name)


@named
def test_digits_are_those_of_scipy(year, constant):
    codata = pytest.importorskip("scipy.constants._codata")
    table = getattr(codata, f"txt{year}")
    value, uncertainty = _row(table, NAMES_IN_SCIPY[constant.name], year)
    if "..." in value:  # an exact constant, cut off
        shown = printed(value.replace("...", ""))
        assert shown.value <= constant.value < shown.value + shown.last_digit
    else:
        assert printed(value).value == constant.value
        assert printed(value).last_digit == printed(constant.text).last_digit
    assert constant.uncertainty == (0 if uncertainty == "(exact)" else printed(uncertainty).value)


@named
def test_every_constant_says_what_it_is(year, constant):
    assert constant.source == SOURCE_SI or f"CODATA {year}" in constant.source
    assert constant.unit.dimension.vector(UnitSystem.SI) == constant.dimension.vector(UnitSystem.SI)
    assert constant.latex
    assert constant.value > 0
    assert not constant.value.has(sympy.Float)
    assert constant.exact == (constant.source == SOURCE_SI)
    assert constant.uncertainty >= 0
    assert constant.uncertainty * 10**3 < constant.value


@named
def test_the_text_and_the_number_agree(year, constant):
    if "/" not in constant.text:
        assert printed(constant.text).value == constant.value


def test_both_modern_sets_have_the_same_constants():
    assert list(CODATA_2018) == list(CODATA_2022)
    assert set(CODATA_2018) == set(NAMES_IN_SCIPY)
    assert list(CODATA_2010) == ["a_0"]


def test_the_gas_constant_is_that_of_a_mole():
    assert CODATA_2022.R.value == CODATA_2022.N_A.value * CODATA_2022.k_B.value


def test_intervals():
    mass = CODATA_2018.m_e
    assert mass.value == Rational(91093837015, 10**41)
    assert mass.interval() == (Rational(91093836987, 10**41), Rational(91093837043, 10**41))
    assert mass.interval(k=2)[0] == mass.value - 2 * mass.uncertainty
    assert CODATA_2022.h.interval() == (CODATA_2022.h.value, CODATA_2022.h.value)
    assert CODATA_2010.a_0.interval() == (Rational("0.52917721075e-10"), Rational("0.52917721109e-10"))


@named
def test_bounds_are_rational_and_contain_the_value(year, constant):
    for low, high in (constant.interval(), constant.interval(k=2), constant.interval_in(UnitSystem.SI)):
        assert isinstance(low, Rational)
        assert isinstance(high, Rational)
    low, high = constant.interval()
    assert low <= constant.value <= high
    if constant.exact:
        assert high - low < constant.value / 10**98


def test_bounds_with_pi_are_narrow_and_right():
    """Against π to 200 digits, from a source that is not the one in the module."""
    with mpmath.workdps(200):
        digits = mpmath.nstr(mpmath.pi, 190)
    for value, power in ((CODATA_2022.hbar, -1), (CODATA_2022.sigma, 5)):
        coefficient = value.value / pi**power
        assert coefficient.is_Rational
        low, high = value.interval()
        assert low < coefficient * Rational(digits) ** power < high


@pytest.mark.parametrize("k", [0, -1, 0.5, True, "1"])
def test_the_coverage_factor_is_positive_and_exact(k):
    with pytest.raises(ClaimError, match="coverage factor k is"):
        CODATA_2022.m_e.interval(k)


def test_values_in_si():
    rydberg = CODATA_2022.Ry
    assert str(rydberg.unit) == "eV"
    assert rydberg.si == rydberg.value * CODATA_2022.e.value
    low, high = rydberg.interval_in(UnitSystem.SI)
    assert low < rydberg.si < high
    assert str(CODATA_2022.m_e_c2.unit) == "MeV"
    assert CODATA_2022.m_e.si == CODATA_2022.m_e.value


# --- the constants fit together ---

# Each line is lhs = rhs, in terms of SI values.  The inputs of an adjustment are correlated,
# so the widest possible range of the ratio, at k = 1, must contain 1.
RELATIONS = {
    "a_0 = 4πε₀ħ²/(m_e e²)": lambda k: (k.a_0, 4 * pi * k.epsilon_0 * k.hbar**2, k.m_e * k.e**2),
    "α = e²/(4πε₀ħc)": lambda k: (k.alpha, k.e**2, 4 * pi * k.epsilon_0 * k.hbar * k.c),
    "1 = ε₀μ₀c²": lambda k: (k.epsilon_0, 1, k.mu_0 * k.c**2),
    "μ_B = eħ/(2m_e)": lambda k: (k.mu_B, k.e * k.hbar, 2 * k.m_e),
    "R_∞ = α²m_e c/(2h)": lambda k: (k.R_inf, k.alpha**2 * k.m_e * k.c, 2 * k.h),
    "E_h = 2R_∞hc": lambda k: (k.E_h, 2 * k.R_inf * k.h * k.c, 1),
    "E_h = α²m_e c²": lambda k: (k.E_h, k.alpha**2 * k.m_e * k.c**2, 1),
    "r_e = α²a_0": lambda k: (k.r_e, k.alpha**2 * k.a_0, 1),
    "λ_C = h/(m_e c)": lambda k: (k.lambda_C, k.h, k.m_e * k.c),
    "Ry = E_h/2": lambda k: (k.Ry, k.E_h, 2),
    "m_e c²": lambda k: (k.m_e_c2, k.m_e * k.c**2, 1),
}


class _Low:
    """The lower ends of all constants, by attribute; `_High` has the upper ones."""

    end = 0

    def __init__(self, constants):
        self.constants = constants

    def __getattr__(self, name):
        return self.constants[name].interval_in(UnitSystem.SI)[self.end]


class _High(_Low):
    end = 1


@modern
@pytest.mark.parametrize("name", RELATIONS)
def test_relations_hold_within_uncertainty(constants, name):
    low_lhs, low_above, low_below = RELATIONS[name](_Low(constants))
    high_lhs, high_above, high_below = RELATIONS[name](_High(constants))
    assert low_lhs <= high_above / low_below
    assert high_lhs >= low_above / high_below


@modern
def test_a_relation_that_is_wrong_by_the_tenth_digit_is_seen(constants):
    low, high = constants.r_e.interval_in(UnitSystem.SI)
    off = 1 + Rational(1, 10**8)
    assert (
        not low
        <= constants.alpha.interval_in(UnitSystem.SI)[1] ** 2 * constants.a_0.interval_in(UnitSystem.SI)[1] * off
        <= high
    )


@modern
def test_exact_formulas(constants):
    h, e, k, c = (constants[name].value for name in ("h", "e", "k_B", "c"))
    assert constants.hbar.value == h / (2 * pi)
    assert constants.Phi_0.value == h / (2 * e)
    assert sympy.simplify(constants.sigma.value - 2 * pi**5 * k**4 / (15 * h**3 * c**2)) == 0


def test_the_2022_values_moved_within_five_uncertainties():
    """A slip of the pen in one of the two columns would show as a larger jump."""
    for name in CODATA_2018:
        old, new = CODATA_2018[name], CODATA_2022[name]
        assert abs(new.value - old.value) <= 5 * old.uncertainty


# --- in Gaussian units ---


@modern
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("e", "4.8032047e-10"),
        ("m_e", "9.10938e-28"),
        ("h", "6.62607015e-27"),
        ("c", "29979245800"),
        ("a_0", "5.2917721e-9"),
        ("mu_B", "9.27401e-21"),
        ("Phi_0", "2.067834e-7"),
        ("k_B", "1.380649e-16"),
        ("epsilon_0", "1.00000"),
        ("mu_0", "1.00000"),
        ("E_h", "4.3597447e-11"),
    ],
)
def test_values_in_gaussian_units(constants, name, shown):
    low, high = constants[name].interval_in(UnitSystem.GAUSSIAN)
    assert low <= high
    assert printed(shown).interval[0] <= low
    assert high <= printed(shown).interval[1]


@modern
def test_gaussian_bounds_contain_what_epsilon_0_says(constants):
    """e in statC from the measured ε₀ instead of the conventional one: e² = e_SI² 10⁹/(4πε₀)."""
    low, high = constants.e.interval_in(UnitSystem.GAUSSIAN)
    for measured in constants.epsilon_0.interval(k=3):
        assert low**2 <= constants.e.value**2 * 10**9 / (4 * pi * measured) <= high**2


@named
def test_si_bounds_do_not_depend_on_the_way(year, constant):
    assert constant.interval_in(UnitSystem.SI) == tuple(
        end * constant.si / constant.value for end in constant.interval()
    )
    with pytest.raises(ClaimError):
        constant.interval_in(UnitSystem.ATOMIC)


# --- a frozen mapping ---


def test_access_by_key_and_attribute():
    assert CODATA_2022.m_e is CODATA_2022["m_e"]
    assert isinstance(CODATA_2022.m_e, Constant)
    assert "m_e" in CODATA_2022
    assert "m_e" in dir(CODATA_2022)
    assert CODATA_2022.get("m_x") is None
    assert dict(CODATA_2022)["e"].symbol == "e"


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(AttributeError, match="CODATA_2010 has no constant 'm_e', expected one of a_0"):
        CODATA_2010.m_e  # noqa: B018
    with pytest.raises(KeyError, match="CODATA_2010 has no constant 'm_e'"):
        CODATA_2010["m_e"]


def test_the_sets_cannot_be_changed():
    with pytest.raises(AttributeError, match="expected no assignment"):
        CODATA_2022.m_e = 1
    with pytest.raises(AttributeError, match="expected no deletion"):
        del CODATA_2022.m_e
    with pytest.raises(TypeError):
        CODATA_2022["m_e"] = 1
    with pytest.raises(AttributeError):
        CODATA_2022.m_e.value = 1


def test_copies_and_pickles_are_the_set_itself():
    assert pickle.loads(pickle.dumps(CODATA_2022)) is CODATA_2022
    assert copy.deepcopy(CODATA_2018) is CODATA_2018
    assert pickle.loads(pickle.dumps(CODATA_2018.m_e)) == CODATA_2018.m_e
    assert repr(CODATA_2022) == "CODATA_2022"
