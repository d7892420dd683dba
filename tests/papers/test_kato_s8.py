"""Kato, section VIII: the verdicts of the audit, and second routes that use nothing of `verify`.

In the routes the field is counted in units of H_c and an energy in units of μ_0 H_c² v_SC: the magnetic energy is
h²/2, and what else the page says is written down again with fractions.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

import pytest

from derivations.kato import paper
from verify.deciding.settings import Settings
from verify.slips.mutants import try_mutants
from verify.verdicts import ClaimAudit, Outcome, Result

POSTULATES = {
    "u17a", "u17", "u36", "u19", "u20", "t32", "u22", "u23", "u29", "t36", "u32", "t39", "u35", "u38", "u39",
    "u30", "u31", "t42-r",
}  # fmt: skip
FOLLOW = {
    "u18", "t30", "t31", "t33", "t33b", "u21", "u24", "u25", "u26", "t34", "t35", "u27", "u28", "u33",
    "u34", "t42", "t38", "t41", "t41c", "t45", "t32b", "t44b",
}  # fmt: skip
UNDER_A_CONDITION = {"t31b", "u37", "t44", "t37", "t39b", "t40", "t41b", "t41d", "u29b"}
PROSE = {"t29c", "t29d", "t31c", "t38b"}
CONTRADICTIONS = {"x.t37-c": 4, "t38": 3, "x.t44-c": 5, "t45": 3}
"""The claims that lines exclude each other, and how many lines each of them names."""


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return {label: claim for label, claim in shipped_audit("kato").items() if claim.where == "VIII"}


def labels_with(audit: dict[str, ClaimAudit], result: Result) -> set[str]:
    return {label for label, claim in audit.items() if claim.result is result and not label.startswith("x.")}


def test_verdicts(audit: dict[str, ClaimAudit]) -> None:
    assert labels_with(audit, Result.GIVEN) == POSTULATES | {"u27-c"}
    assert labels_with(audit, Result.PASS) == FOLLOW
    assert labels_with(audit, Result.PASS_IF) == UNDER_A_CONDITION
    assert labels_with(audit, Result.FAIL) == set()
    assert labels_with(audit, Result.PROSE) == PROSE
    assert labels_with(audit, Result.OPEN) == set()


def test_formulas_agree_and_the_other_lines_are_words(audit: dict[str, ClaimAudit]) -> None:
    formulas = {label for label, claim in audit.items() if "\\" in claim.printed and "$" not in claim.printed}
    assert {label for label in formulas if audit[label].transcription != "agrees"} == set()
    assert {claim.transcription for claim in audit.values()} == {"agrees", "words"}


def test_the_order_parameter_needs_that_f_bose_is_one_without_a_field(audit: dict[str, ClaimAudit]) -> None:
    assert "u32" in audit["u21"].premises


@pytest.mark.parametrize(("label", "lines"), CONTRADICTIONS.items())
def test_contradictions_are_the_smallest(label: str, lines: int) -> None:
    mutants = try_mutants(paper.claims[label].readings[0], Settings(units=paper.units))
    assert mutants.killed == mutants.made == lines


def test_dimensions(audit: dict[str, ClaimAudit]) -> None:
    assert {label for label, claim in audit.items() if claim.dimension == "mismatch"} == set()


def test_the_ratio_holds_as_the_share_and_with_the_order_parameter_that_the_page_rejects(
    audit: dict[str, ClaimAudit],
) -> None:
    literal, share = audit["t37"].readings
    assert literal.outcome is Outcome.REFUTED
    assert share.outcome is Outcome.PROVED
    assert "t40" in audit["t37"].premises


# --- second routes -------------------------------------------------------------------------------

HALF = Fraction(1, 2)
FIELDS = [Fraction(n, 10) for n in range(14)]

Curve = Callable[[Fraction], Fraction]


def parabola(h: Fraction) -> Fraction:
    """The model of the note of u28."""
    return 1 - h**2 / 2


def fraction(h: Fraction) -> Fraction:
    """Another f_Bose that falls from one, and never becomes zero."""
    return 1 / (1 + 3 * h**2)


def theory(f: Curve) -> tuple[Fraction, Curve, Curve]:
    """E_gap(0) from u28, E_gap by u17, u19 and u20, and Ψ_GL by u36."""
    gap_0 = HALF / f(Fraction(1))
    gap = lambda h: gap_0 * f(h) - h**2 / 2  # noqa: E731
    return gap_0, gap, lambda h: gap(h) / gap(Fraction(0))


@pytest.mark.parametrize("f", [parabola, fraction])
def test_the_theory_of_the_page_has_models(f: Curve) -> None:
    gap_0, gap, psi = theory(f)
    assert f(Fraction(0)) == psi(Fraction(0)) == 1
    assert gap(Fraction(0)) == gap_0 > 0
    assert gap(Fraction(1)) == psi(Fraction(1)) == 0 < f(Fraction(1))
    for h in FIELDS:
        assert psi(h) == f(h) - h**2 / (2 * gap_0)
        assert gap(h) == gap_0 * psi(h)
    for falling in (f, gap, psi):
        assert all(falling(high) < falling(low) for low, high in pairwise(FIELDS))


def test_the_parabola_has_its_depairing_beyond_the_critical_field() -> None:
    assert parabola(Fraction(14, 10)) > 0 > parabola(Fraction(15, 10))
    assert all(theory(parabola)[2](h) == 1 - h**2 for h in FIELDS)


def test_without_the_value_at_zero_field_the_first_term_is_another() -> None:
    """u21: for f_Bose(0) = 2 the order parameter of u36 is f_Bose(H)/2 less f_magnetic."""
    doubled = lambda h: 2 * parabola(h)  # noqa: E731
    part = HALF / doubled(Fraction(1))
    gap = lambda h: part * doubled(h) - h**2 / 2  # noqa: E731
    h = Fraction(3, 10)
    psi, magnetic = gap(h) / gap(Fraction(0)), h**2 / (2 * gap(Fraction(0)))
    assert psi != doubled(h) - magnetic
    assert psi == doubled(h) / 2 - magnetic


@pytest.mark.parametrize("f", [parabola, fraction])
def test_the_order_parameter_is_no_ratio_of_the_bosonic_property(f: Curve) -> None:
    """t42, x.t37-c: in the theory of the page neither r_s/(1 − r_s) nor r_s is Ψ_GL at any field, and at H_c no multiple of it is r_s."""
    psi = theory(f)[2]
    for h in FIELDS[1:]:
        assert psi(h) != f(h) / (1 - f(h))
        assert psi(h) != f(h)
    assert all(psi(Fraction(1)) * r_n != f(Fraction(1)) for r_n in map(Fraction, range(-50, 50)))


def test_the_counterexample_of_the_ratio() -> None:
    """As the audit tells it: without the magnetic energy Ψ is f_Bose, one half; the quotient is one, and the share one half."""
    assert HALF / (1 - HALF) == 1 != HALF
    assert HALF / (HALF + (1 - HALF)) == HALF


def test_equations_between_different_dimensions_depend_on_the_units() -> None:
    """Why t41b and u29b need units: 3 J are 3·10⁷ erg, f_magnetic is one number; densities that add up to 1/m³ add up to 10⁻⁶/cm³."""
    assert Fraction(3) != Fraction(3) * 10**7
    one, other = Fraction(1, 4), Fraction(3, 4)
    assert one + other == 1 != (one + other) / 10**6
    assert one / (one + other) + other / (one + other) == 1


def test_fractions_of_the_energy() -> None:
    """t41b: in units of E_gap(0) the energies are the two f."""
    gap_0 = HALF / parabola(Fraction(1))
    for h in FIELDS:
        electronic, magnetic = gap_0 * parabola(h), h**2 / 2
        assert theory(parabola)[2](h) == electronic / gap_0 - magnetic / gap_0
        assert electronic / gap_0 == parabola(h)


def test_the_condensation_energy_of_the_textbooks_leaves_f_bose_as_it_is() -> None:
    """u28 with E_gap(0) = 1/2, in units of μ_0 H_c² v_SC: f_Bose(H_c) = 1 = f_Bose(0), against t32."""
    assert HALF / HALF == 1


def lines_at_the_critical_field(psi: Fraction, f: Fraction, gap_0: Fraction, r: Fraction, r_n: Fraction) -> set[str]:
    """Which lines hold for these values at H_c, and E_gap(0)."""
    lines = {"u27": psi == 0, "u28": f == 1 / (2 * gap_0), "t37": r == psi * r_n, "t42": r == f, "t40": psi == f}
    return {label for label, holds in lines.items() if holds}


def test_without_one_line_the_others_hold() -> None:
    """x.t37-c has u27, u28, t37 and t42; t38 has t40, u28 and u31, which says at H_c what u27 does: Ψ is zero."""
    zero, one = Fraction(0), Fraction(1)
    assert lines_at_the_critical_field(HALF, HALF, one, HALF, one) == {"u28", "t37", "t42", "t40"}
    assert lines_at_the_critical_field(zero, zero, one, zero, one) == {"u27", "t37", "t42", "t40"}
    assert lines_at_the_critical_field(zero, HALF, one, zero, one) == {"u27", "u28", "t37"}
    assert lines_at_the_critical_field(zero, HALF, one, HALF, one) == {"u27", "u28", "t42"}


def test_all_lines_at_once_would_make_the_magnetic_energy_vanish() -> None:
    """t38 and x.t37-c: 0 = f_Bose(H_c) = 1/(2 E_gap(0)) for no finite E_gap(0).  t45: 1 = 0.  x.t44-c: 1 = f_0 = f_c = 0."""
    assert all(1 / (2 * Fraction(n, d)) != 0 for n in range(-20, 21) if n for d in range(1, 20))


@pytest.mark.parametrize("f", [parabola, fraction])
def test_without_a_field_and_at_0_kelvin_the_vibronic_energy_is_all(f: Curve) -> None:
    """t33b, t32b and t44b: E_gap(0) is the electronic energy there, which u38 counts as 4V_one f_Bose, and it falls."""
    gap_0, gap, _ = theory(f)
    vibronic = [4 * (gap_0 / 4) * f(h) for h in FIELDS]
    assert gap(Fraction(0)) == vibronic[0]
    assert all(high < low for low, high in pairwise(vibronic))


def test_without_a_magnetic_energy_both_disappear_at_the_critical_field() -> None:
    """t39b, and t38 against it: in the theory that leaves out h²/2, Ψ = f, which is zero where Ψ is; in the page's it is not."""
    for f in (parabola, fraction):
        gap_0 = theory(f)[0]
        assert all(gap_0 * f(h) / gap_0 == f(h) for h in FIELDS)
        assert f(Fraction(1)) != 0


def test_the_energy_difference_at_the_applied_field_needs_a_normal_state_that_stays() -> None:
    """t41d: with u17a, E_gap = E_NM(0) − E_SC(H), it is E_NM(H) − E_SC(H) if and only if E_NM(H) is E_NM(0)."""
    without, within, gap = Fraction(2), Fraction(3), Fraction(1, 2)
    assert without - (without - gap) == gap != within - (without - gap)
