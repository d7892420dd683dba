"""Essén (2013): every printed equation at the same points, so that signs and factors are held against all neighbours.

Each *world* is a set of numbers that belong together: charges on a ring with a flux, a wave,
a rotating sphere, a pair, an atom, a sample of d dimensions.  The numbers come from plain
arithmetic on energies, vectors and integrals, not from the printed formulas; derivatives are
differences, exact for quadratic functions.  Every encoded equation whose symbols all have a value in
a world must hold there.  What does not hold is listed, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import mpmath
import pytest
import sympy

from derivations.essen import notation, paper
from verify.vocabulary.indexed_relations import IndexedRelation
from verify.vocabulary.indexed_sums import free_indices, written_out
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation

World = dict[str, Any]
"""What each symbol is worth, by its name."""

COUNT = 2
C, M, R, CHARGE, HBAR = (sympy.Rational(n) for n in ("7", "2", "5", "-3", "1/2"))
DIGITS = 40


def half_step(f: Callable[[sympy.Expr], sympy.Expr], at: sympy.Expr) -> sympy.Expr:
    """The derivative of a quadratic function, exactly."""
    half = sympy.Rational(1, 2)
    return f(at + half) - f(at - half)


def constants() -> World:
    return {"c": C, "m": M, "R": R, "e": CHARGE, "e_2": -CHARGE, "hbar": HBAR, "h": 2 * sympy.pi * HBAR}


# --- the worlds ------------------------------------------------------------------------------------


def ring_without_flux() -> World:
    momenta = {1: sympy.Integer(13), 2: sympy.Integer(-4)}
    masses = {1: sympy.Integer(2), 2: sympy.Integer(11)}
    potential = sympy.Integer(17)
    rates = {i: J / (masses[i] * R**2) for i, J in momenta.items()}
    kinetic = sum((masses[i] * (R * rate) ** 2 / 2 for i, rate in rates.items()), sympy.Integer(0))
    world: World = {"R": R, "T_0": kinetic, "V_0": potential, "L_0": kinetic - potential, "H_0": kinetic + potential}
    for i in (1, 2):
        world |= {f"J_of_({i})": momenta[i], f"varphidot_({i})": rates[i], f"m_of_({i})": masses[i]}
    return world


def ring() -> World:
    """Two electrons on a ring with 3/2 flux quanta; the current is −c times the slope of the energy in the flux."""
    momenta = {1: sympy.Integer(13), 2: sympy.Integer(-4)}
    potential, quanta = sympy.Integer(17), sympy.Rational(3, 2)
    one_quantum = 2 * sympy.pi * HBAR * C / -CHARGE
    flux = quanta * one_quantum

    def energy(J: dict[int, sympy.Expr], through: sympy.Expr) -> sympy.Expr:
        velocities = ((value / R - CHARGE * through / (2 * sympy.pi * R * C)) / M for value in J.values())
        return sum((M * v**2 / 2 for v in velocities), potential)

    current, at_zero = (-C * half_step(lambda f: energy(momenta, f), f0) for f0 in (flux, sympy.Integer(0)))
    field = flux / (sympy.pi * R**2)
    # the Lorentz force on a charge that moves along y is cancelled by the Coriolis force −2m Ω×v
    turn = -CHARGE * field / C / (2 * M)
    rates = {i: half_step(lambda J, i=i: energy(momenta | {i: J}, flux), momenta[i]) for i in momenta}  # type: ignore[misc]
    world: World = constants() | {
        "N": sympy.Integer(COUNT),
        "Phi": flux,
        "Phi_0": one_quantum,
        "n_phi": quanta,
        "A_phi": flux / (2 * sympy.pi * R),
        "V_0": potential,
        "H_0": energy(momenta, flux),
        "I": current,
        "I_0bar": at_zero,
        "I_Phi": current - at_zero,
        "B": field,
        "B_z": field,
        "Omega_z": turn,
        "I_L": COUNT * CHARGE * turn / (2 * sympy.pi),
        "mu_B": -CHARGE * HBAR / (2 * M * C),
        "mu_II": -CHARGE * HBAR / (2 * M),
        "v_Phi": R * (rates[1] - momenta[1] / (M * R**2)),
    }
    for i in (1, 2):
        world |= {f"J_of_({i})": momenta[i], f"Jbar_of_({i})": momenta[i], f"varphidot_({i})": rates[i]}
        world |= {f"m_of_({i})": M, f"e_of_({i})": CHARGE}
    return world


def one_electron() -> World:
    """The energy ½mv² of one electron in the flux, v = (J/R − eA/c)/m."""
    J, flux = sympy.Integer(13), sympy.Rational(11, 4)
    speed = (J / R - CHARGE * flux / (2 * sympy.pi * R * C)) / M
    return constants() | {"J": J, "Phi": flux, "H": M * speed**2 / 2}


def wave(turns: sympy.Rational) -> World:
    """ψ = exp(i turns φ); ψ' is ψ freed of the flux."""
    phi, quanta = sympy.Rational(3, 10), sympy.Rational(2, 7)
    angles = {"here": phi, "turn": phi + 2 * sympy.pi, "turns": phi + 4 * sympy.pi}
    world: World = {"n_phi": quanta, "varphi": phi}
    for name, angle in angles.items():
        world[f"psi_{name}"] = sympy.exp(sympy.I * turns * angle)
        world[f"psi1_{name}"] = sympy.exp(sympy.I * (turns + quanta) * angle)
    return world


def sphere() -> World:
    """London's field, and the charge that makes it at the centre of a rotating sphere: rings of current, added up."""
    turning = sympy.Integer(5)
    field = 2 * M * C / -CHARGE * turning
    rings = sympy.Rational(str(mpmath.nint(3 * mpmath.quad(lambda t: mpmath.sin(t) ** 3, [0, mpmath.pi])))) / 3
    sigma = field / (2 * sympy.pi / C * turning * R * rings)
    charge = 4 * sympy.pi * R**2 * sigma
    return constants() | {
        "Omega": turning,
        "B_s": field,
        "sigma": sigma,
        "Q": charge,
        "N_s": charge / -CHARGE,
        "mu_s": sigma * turning * R**4 * sympy.pi * rings / C,
        "r_e": CHARGE**2 / (M * C**2),
    }


def pair() -> World:
    """Two electrons on the ring, with the Darwin-Breit energy from their vectors."""
    angles = {1: mpmath.mpf("1.3"), 2: mpmath.mpf("0.2")}
    rates = {1: mpmath.mpf(3), 2: mpmath.mpf(4)}
    c, m, ring, e = (mpmath.mpf(int(n)) for n in (C, M, R, CHARGE))

    def breit(rate_1: mpmath.mpf, rate_2: mpmath.mpf) -> mpmath.mpf:
        places = [mpmath.matrix([ring * mpmath.cos(a), ring * mpmath.sin(a)]) for a in angles.values()]
        moving = zip(angles.values(), (rate_1, rate_2), strict=True)
        v, w = (mpmath.matrix([-ring * w * mpmath.sin(a), ring * w * mpmath.cos(a)]) for a, w in moving)
        between = places[0] - places[1]
        distance = mpmath.norm(between)
        unit = between / distance
        product = (v.T * w)[0] + (v.T * unit)[0] * (w.T * unit)[0]
        return -(e**2) / c**2 * product / (2 * distance)

    def lagrangian(rate_1: mpmath.mpf, rate_2: mpmath.mpf) -> mpmath.mpf:
        return m * ring**2 / 2 * (rate_1**2 + rate_2**2) - breit(rate_1, rate_2)

    def relative(centre: mpmath.mpf, difference: mpmath.mpf) -> mpmath.mpf:
        return lagrangian(centre + difference / 2, centre - difference / 2)

    centre, difference = (rates[1] + rates[2]) / 2, rates[1] - rates[2]
    J_C = relative(centre + 0.5, difference) - relative(centre - 0.5, difference)
    J = relative(centre, difference + 0.5) - relative(centre, difference - 0.5)
    angular = breit(mpmath.mpf(1), mpmath.mpf(1)) / (-(e**2) * ring / c**2)
    world: World = constants() | {
        "N": sympy.Integer(2),
        "V_1": breit(rates[1], rates[2]),
        "L": lagrangian(rates[1], rates[2]),
        "varphi_C": (angles[1] + angles[2]) / 2,
        "varphi": angles[1] - angles[2],
        "rate_C": centre,
        "rate": difference,
        "J_C": J_C,
        "J": J,
        "H": J_C * centre + J * difference - lagrangian(rates[1], rates[2]),
        "r_e": CHARGE**2 / (M * C**2),
        "epsilon_e": CHARGE**2 / (M * C**2) / R,
        "V_varphi": angular,
        "V_of_(1,2)": angular,
        "V_of_(2,1)": angular,
    }
    for i in (1, 2):
        world |= {f"varphi_{i}": angles[i], f"rate_{i}": rates[i]}
        world |= {f"varphi_({i})": angles[i], f"varphidot_({i})": rates[i], f"m_of_({i})": M}
        world[f"A_of_({i})"] = e / c * rates[3 - i] * angular
    return world


def atom() -> World:
    """Two electrons at v_F with the opening angle 1/3; Z_F is 2·½mv_F² over mc²."""
    speed, J, angle, radius = sympy.Rational(4, 3), sympy.Integer(9), sympy.Rational(1, 3), sympy.Rational(1, 8)
    single = M * speed**2 / 2
    charge = 2 * single / (M * C**2)
    return constants() | {
        "v_F": speed,
        "J_F": M * R * speed,
        "J_C": -2 * M * R * speed,
        "E_F": single,
        "Z_F": charge,
        "J": J,
        "p": J / R,
        "mu": M / 2,
        "varphi": angle,
        "r_rel": R * angle,
        "a": radius,
        "V_1r": -charge * CHARGE**2 / (R * angle + radius),
        "H": J**2 / (M * R**2) - charge * CHARGE**2 / (R * angle),
        "r_e": CHARGE**2 / (M * C**2),
    }


def lowest_state() -> World:
    """exp(−kr) has the energy k² − Z k, for a mass of one half in atomic units: lowest at k = Z/2."""
    charge = sympy.Rational(3, 7)
    k = sympy.Symbol("k")
    (best,) = sympy.solve(sympy.diff(k**2 - charge * k, k), k)
    return {"Z_F": charge, "a_m": 1 / best, "E_3d": best**2 - charge * best, "r_au": sympy.Rational(5, 3)}


def sample(dimensions: int) -> World:
    """As many electrons as Bohr radii fit into a body, which is as large as their r_e laid end to end."""
    alpha, bohr = sympy.Rational(1, 10), sympy.Integer(3)
    radius = alpha**2 * bohr
    size = bohr * (1 / alpha**2) ** sympy.Rational(1, dimensions - 1)
    number = size / radius
    assert number == (size / bohr) ** dimensions
    return {"alpha": alpha, "a_0": bohr, "r_e": radius, "R": size, "d": sympy.Integer(dimensions)} | {
        "N_s": number,
        "N_max": number,
    }


WORLDS: dict[str, Callable[[], World]] = {
    "ring without flux": ring_without_flux,
    "ring": ring,
    "one electron": one_electron,
    "wave": lambda: wave(sympy.Rational(2)),
    "wave that changes sign": lambda: wave(sympy.Rational(5, 2)),
    "sphere": sphere,
    "pair": pair,
    "atom": atom,
    "lowest state": lowest_state,
    "d = 2": lambda: sample(2),
    "d = 3": lambda: sample(3),
}
SECTIONS = {
    "ring without flux": {"3", "3-J", "4", "x.H0"},
    "ring": {"II.A", "II.B", "II.C"},
    "one electron": {"x.19", "x.charge", "19"},
    "wave": {"21", "23", "24", "25", "26", "26-ident"},
    "wave that changes sign": {"21", "x.sign", "x.sign-2", "25", "26", "26-ident"},
    "sphere": {"III", "III.A", "III.B", "Abstract", "50-30"},
    "pair": {"IV.A", "35", "x.L2", "x.V2", "36", "x.36", "37", "x.37a", "x.37b", "38", "x.JC", "x.J", "x.H", "39"}
    | {"47", "48", "50", "41-par"},
    "atom": {"40", "41-par", "x.JF", "x.EF", "x.ZF", "43", "x.p", "x.mu", "x.r", "x.41", "44", "45"},
    "lowest state": {"x.schroedinger", "IV.B-am", "IV.B-E3d"},
    "d = 2": {"49", "51", "x.most", "51-49", "52", "x.a0", "54"},
    "d = 3": {"49", "51", "x.most", "51-49", "52", "x.a0", "55"},
}
"""Where a symbol has the meaning of that world: labels, or whole sections of the page."""
WITHOUT = {"ring": {"3", "3-J", "x.H0", "4"}, "sphere": {"x.cylinder", "x.side", "III.B-cyl"}, "pair": {"50-30"}}
BROKEN = {
    ("ring", "14"),  # the sign of (13)
    ("ring", "II.B-muB"),  # no c
    ("ring", "18-14"),  # recovers (14) up to its sign
    ("wave", "26-ident"),  # (24) with 2n_φ asks for more than (26)
    ("wave that changes sign", "26-ident"),
    ("sphere", "50-30"),  # (30) says 3
    ("atom", "43"),  # twice the Fermi energy
}
"""What does not hold: each is decided, and mended by a reading or a correction, in the audit."""


def numbers(expression: sympy.Basic, world: World, at: dict[sympy.Symbol, int]) -> mpmath.mpc | None:
    """The expression in this world, or None if something in it has no number here."""
    plain = written_out(expression, notation.N, COUNT, at)
    plain = plain.replace(notation.V_phi, lambda _: sympy.Symbol("V_varphi")).doit()
    if any(s.name not in world for s in plain.free_symbols) or plain.atoms(sympy.core.function.AppliedUndef):
        return None
    values = {s: sympy.sympify(world[s.name]) for s in plain.free_symbols}
    with mpmath.workdps(DIGITS):
        return mpmath.mpmathify(sympy.N(plain.subs(values), DIGITS))


def sides(statement: Statement, world: World) -> Iterator[tuple[mpmath.mpc, mpmath.mpc]]:
    """Both sides of an equation for every value of its free index; nothing if it is not of this world."""
    if not isinstance(statement, IndexedRelation) and not (isinstance(statement, Relation) and statement.rel == "=="):
        return
    index = free_indices(notation.N, statement.lhs, statement.rhs)
    for place in range(1, COUNT + 1) if index else (1,):
        at = dict.fromkeys(index, place)
        lhs = statement.lhs
        if isinstance(statement, IndexedRelation) and statement.slope is not None:
            letter = written_out(statement.slope, notation.N, COUNT, at)
            lhs = sympy.diff(written_out(lhs, notation.N, COUNT, at), letter)
        left, right = numbers(lhs, world, at), numbers(statement.rhs, world, at)
        if left is not None and right is not None:
            yield left, right


def of_this_world(name: str) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    for claim in paper.in_print_order():
        wanted = SECTIONS[name]
        if (claim.label in wanted or claim.where in wanted) and claim.label not in WITHOUT.get(name, set()):
            yield claim.label, claim.readings[0].statements


def held(name: str) -> dict[str, bool]:
    """Every claim with an equation of this world, and whether all of them hold."""
    world = WORLDS[name]()
    found: dict[str, bool] = {}
    for label, statements in of_this_world(name):
        for statement in statements:
            for left, right in sides(statement, world):
                close = abs(left - right) <= mpmath.mpf(10) ** -12 * (abs(left) + abs(right))
                found[label] = found.get(label, True) and bool(close)
    return found


@pytest.fixture(scope="module")
def all_held() -> dict[str, dict[str, bool]]:
    return {name: held(name) for name in WORLDS}


def test_nothing_else_is_broken(all_held: dict[str, dict[str, bool]]) -> None:
    assert {(name, label) for name, found in all_held.items() for label, good in found.items() if not good} == BROKEN


def test_the_numbered_equations_are_there(all_held: dict[str, dict[str, bool]]) -> None:
    met = {label for found in all_held.values() for label in found}
    differentiated_or_expanded = {1, 2, 6, 10, 11, 16, 20, 22, 41, 42, 46, 53}
    assert met >= {str(number) for number in set(range(3, 56)) - differentiated_or_expanded}


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_a_sign_would_be_seen(name: str) -> None:
    """No equation is 0 = 0 in its world, so that the other sign of either side breaks it."""
    world = WORLDS[name]()
    for label, statements in of_this_world(name):
        values = [abs(side) for statement in statements for both in sides(statement, world) for side in both]
        assert all(value > mpmath.mpf("1e-6") for value in values), label
