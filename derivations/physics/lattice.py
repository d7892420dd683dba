"""Electrons on a few sites of a lattice, as matrices: creation, annihilation and what is built of them.

A cluster of N sites has 2N states for one electron (a spin up and a spin down at each site) and 4^N for any number of them.
Annihilators are real matrices of this size by Jordan and Wigner, so that they anticommute exactly, and c† is the transposed
matrix.  What is built of them here are the terms of the extended Hubbard model (Hubbard, Proc. R. Soc. A 276, 238 (1963)), and nothing is decided: a
page's operator identity is `entries_equal` of two such matrices.  A term that acts on one bond alone
does on any lattice what it does on two sites, so what is shown there for one bond holds bond by bond; what is not of that kind
(an energy, a state) is shown for the cluster only.

    i, j = sites(2)
    entries_equal(hopping(-t_0, i, j) + correlated_hopping(Delta_t, i, j), ...)
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sympy import Expr, ImmutableMatrix, expand, eye, kronecker_product, sqrt, zeros

from verify.claims import ClaimError, exact

MOST_SITES = 3


class Site(NamedTuple):
    """What takes an electron away from a site, for either spin, as matrices of the whole cluster."""

    up: ImmutableMatrix
    down: ImmutableMatrix

    @property
    def spins(self) -> tuple[ImmutableMatrix, ImmutableMatrix]:
        return self.up, self.down


def sites(number: int) -> tuple[Site, ...]:
    """The sites of a cluster, with annihilators that anticommute: {c_k, c_l†} = δ_kl, {c_k, c_l} = 0 (Jordan and Wigner 1928).

    At most three sites, which are matrices of 64 × 64.

    >>> (site,) = sites(1)
    >>> site.up * site.down + site.down * site.up == zeros(4, 4)
    True
    """
    if not isinstance(number, int) or not 1 <= number <= MOST_SITES:
        raise ClaimError(f"sites: {number!r}; expected a number of sites from 1 to {MOST_SITES}")
    lower, sign = ImmutableMatrix([[0, 1], [0, 0]]), ImmutableMatrix([[1, 0], [0, -1]])
    one, count = eye(2), 2 * number
    modes = [ImmutableMatrix(kronecker_product(*(sign,) * k, lower, *(one,) * (count - 1 - k))) for k in range(count)]
    return tuple(Site(modes[2 * k], modes[2 * k + 1]) for k in range(number))


def number_of(annihilator: ImmutableMatrix) -> ImmutableMatrix:
    """n = c†c."""
    return annihilator.T * annihilator


def occupation(*places: Site) -> ImmutableMatrix:
    """The number of electrons at these sites, of both spins."""
    return _total("occupation", [number_of(c) for site in places for c in site.spins])


def unit(site: Site) -> ImmutableMatrix:
    """The operator 1 of the cluster of a site."""
    return ImmutableMatrix(eye(site.up.rows))


def bond_operator(i: Site, j: Site) -> ImmutableMatrix:
    """Σ_σ (c†_iσ c_jσ + h.c.): what moves an electron from one site to the other, without an amplitude."""
    _different("bond_operator", i, j)
    return _total("bond_operator", [a.T * b + b.T * a for a, b in zip(i.spins, j.spins, strict=True)])


def hopping(amplitude: Any, i: Site, j: Site) -> ImmutableMatrix:
    """amplitude · Σ_σ (c†_iσ c_jσ + h.c.): the kinetic energy of a bond has the amplitude −t."""
    return exact(amplitude) * bond_operator(i, j)


def correlated_hopping(amplitude: Any, i: Site, j: Site) -> ImmutableMatrix:
    """amplitude · Σ_σ (n_{i,−σ} + n_{j,−σ})(c†_iσ c_jσ + h.c.): an electron hops by what electrons of the other spin are there."""
    _different("correlated_hopping", i, j)
    terms = [
        (number_of(i_other) + number_of(j_other)) * (a.T * b + b.T * a)
        for a, b, i_other, j_other in zip(i.spins, j.spins, i.spins[::-1], j.spins[::-1], strict=True)
    ]
    return exact(amplitude) * _total("correlated_hopping", terms)


def on_site(energy: Any, *places: Site) -> ImmutableMatrix:
    """energy · Σ_i n_i↑ n_i↓, the U of Hubbard."""
    return exact(energy) * _total("on_site", [number_of(site.up) * number_of(site.down) for site in places])


def neighbours(energy: Any, i: Site, j: Site) -> ImmutableMatrix:
    """energy · n_i n_j, with n_i = n_i↑ + n_i↓."""
    _different("neighbours", i, j)
    return exact(energy) * occupation(i) * occupation(j)


def exchange(energy: Any, i: Site, j: Site) -> ImmutableMatrix:
    """energy · Σ_σσ' c†_iσ c†_jσ' c_iσ' c_jσ: each of two electrons takes the place of the other."""
    _different("exchange", i, j)
    terms = [i.spins[s].T * j.spins[t].T * i.spins[t] * j.spins[s] for s in range(2) for t in range(2)]
    return exact(energy) * _total("exchange", terms)


def pair_hopping(energy: Any, i: Site, j: Site) -> ImmutableMatrix:
    """energy · (c†_i↑ c†_i↓ c_j↓ c_j↑ + h.c.): two electrons of a site go to the other together."""
    _different("pair_hopping", i, j)
    move = i.up.T * i.down.T * j.down * j.up
    return exact(energy) * (move + move.T)


def coulomb(elements: Callable[[int, int, int, int], Any], *places: Site) -> ImmutableMatrix:
    """½ Σ_abcd Σ_σσ' ⟨ab|v|cd⟩ c†_aσ c†_bσ' c_dσ' c_cσ, any interaction of two electrons that does not act on spins.

    `elements(a, b, c, d)` is the matrix element, with the numbers of the sites, 0 for the first: electron 1 goes from c to
    a and electron 2 from d to b.
    """
    numbers = range(len(places))
    found: list[ImmutableMatrix] = []
    for a, b, c, d in [(a, b, c, d) for a in numbers for b in numbers for c in numbers for d in numbers]:
        strength = exact(elements(a, b, c, d))
        if strength != 0:
            found += [
                strength / 2 * places[a].spins[s].T * places[b].spins[t].T * places[d].spins[t] * places[c].spins[s]
                for s in range(2)
                for t in range(2)
            ]
    return _total("coulomb", found)


def bond_interaction(
    i: Site, j: Site, *, on_site: Any, neighbours: Any, correlated_hopping: Any, exchange: Any
) -> ImmutableMatrix:
    """All Coulomb terms of two sites with equal and real orbitals φ: `coulomb` with the four elements that there are.

    With the charge densities φ_a φ_c and φ_b φ_d of the two electrons: ⟨ii|v|ii⟩ = ⟨jj|v|jj⟩ = U, ⟨ij|v|ij⟩ = V,
    ⟨ii|v|ij⟩ = Δt and everything with three equal indices, and ⟨ij|v|ji⟩ = ⟨ii|v|jj⟩ = J (Hubbard 1963).
    """
    _different("bond_interaction", i, j)

    def element(a: int, b: int, c: int, d: int) -> Any:
        first, second = a == c, b == d
        if first and second:
            return on_site if a == b else neighbours
        return exchange if first == second else correlated_hopping

    return coulomb(element, i, j)


def electron_hole(i: Site, j: Site) -> tuple[Site, Site]:
    """The annihilators of holes on a bond: c_i → c_i†, c_j → −c_j†, the transformation that leaves hopping as it is.

    They anticommute as those of electrons do, so that an operator has, built of them, the matrix of the same operator in
    another basis: what is equal to itself so built is symmetric between electrons and holes.  The sign alternates between
    the two sublattices of a lattice on which it can (Lieb and Wu, Phys. Rev. Lett. 20, 1445 (1968)).
    """
    _different("electron_hole", i, j)
    return Site(i.up.T, i.down.T), Site(-j.up.T, -j.down.T)


def orbitals(i: Site, j: Site) -> tuple[Site, Site]:
    """The bonding and the antibonding state of a bond, (c_i + c_j)/√2 and (c_i − c_j)/√2 for either spin."""
    _different("orbitals", i, j)
    root = sqrt(2)
    plus, minus = ([(a + sign * b) / root for a, b in zip(i.spins, j.spins, strict=True)] for sign in (1, -1))
    return Site(*plus), Site(*minus)


def created(*annihilators: ImmutableMatrix, on: ImmutableMatrix | None = None) -> ImmutableMatrix:
    """a†b†…|on⟩ for annihilators a, b, …: a column.  Without `on` it starts from no electron at all.

    Raises ClaimError for what is not a state (the same electron twice).
    """
    if not annihilators:
        raise ClaimError("created: no electron; expected the annihilators of those that are to be there")
    size = annihilators[0].rows
    state = on if on is not None else ImmutableMatrix([1] + [0] * (size - 1))
    for annihilator in reversed(annihilators):
        state = annihilator.T * state
    if state == zeros(size, 1):
        raise ClaimError("created: the same electron twice; expected different ones")
    return ImmutableMatrix(state)


def element(bra: ImmutableMatrix, operator: ImmutableMatrix, ket: ImmutableMatrix) -> Expr:
    """⟨bra|operator|ket⟩ of two states, as columns of length 1.

    >>> i, j = sites(2)
    >>> element(created(j.up), hopping(-3, i, j), created(i.up))
    -3
    """
    for state in (bra, ket):
        if state.shape != (operator.rows, 1) or expand((state.T * state)[0]) != 1:
            raise ClaimError("element: expected two states of the cluster, each a column of length 1")
    return expand((bra.T * operator * ket)[0])


def _different(where: str, i: Site, j: Site) -> None:
    if i == j:
        raise ClaimError(f"{where}: one site twice; expected two different sites")


def _total(where: str, terms: Sequence[ImmutableMatrix]) -> ImmutableMatrix:
    if not terms:
        raise ClaimError(f"{where}: nothing to add up; expected at least one site or one element")
    found = zeros(terms[0].rows, terms[0].rows)
    for term in terms:
        if term.shape != found.shape:
            raise ClaimError(f"{where}: matrices of clusters of different sizes; expected the sites of one cluster")
        found += term
    return ImmutableMatrix(found)
