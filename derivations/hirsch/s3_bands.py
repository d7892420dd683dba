"""Electrons in bands, and the correlated hopping: (21), (22)."""

from derivations.hirsch.notation.atoms import (
    Delta_t,
    H_Dt,
    H_t,
    J_exchange,
    U,
    V,
    hops,
    hops_beside,
    n_band,
    n_spin,
    t_0,
    t_eff,
)
from derivations.hirsch.notation.common import n_s
from derivations.hirsch.paper import paper
from derivations.physics.lattice import (
    bond_interaction,
    correlated_hopping,
    created,
    electron_hole,
    element,
    exchange,
    hopping,
    neighbours,
    occupation,
    on_site,
    orbitals,
    pair_hopping,
    sites,
    unit,
)
from verify.claims import compare_coefficients, entries_equal, equal, follows_from, greater, less, substitute

HERE = "III"
paper.spellings += ((r"n", n_s),)  # in (7) and (8); here n is the occupation of the band

site_i, site_j = bond = sites(2)
holes = electron_hole(site_i, site_j)
electrons, one = occupation(site_i, site_j), unit(site_i)
bonding, antibonding = orbitals(site_i, site_j)
bottom, top = created(bonding.up, bonding.down), created(antibonding.up, antibonding.down)
moved = site_i.up.T * site_j.up
beside_two = [created(site.up, site_i.down, site_j.down) for site in bond]
band = hopping(-t_0, *bond)
correlated = correlated_hopping(Delta_t, *bond)

eq_EF = paper.remark(
    "III-EF",
    where=HERE,
    printed="the kinetic energy of electrons at the Fermi energy increases with the occupation of the band, and is highest when it is almost full",
    why="In a band whose energy is kinetic this says only that the Fermi energy rises as states are filled; where the two are not the same, the paper does not say which kinetic energy is meant.",
)
figure_3 = paper.remark(
    "Fig3",
    where=HERE,
    printed="Fig. 3: states near the bottom of a band are smooth, with low kinetic energy and much charge between the ions; those near the top are the opposite",
    why="A schematic drawing. What (22) says of both ends of the band is in 21-rep-attr; it has no charge between the ions.",
)
figure_4 = paper.remark(
    "Fig4",
    where=HERE,
    printed="Fig. 4: average kinetic energy for each site against temperature, with 5, 0.65 and 0.47 for U, V and Δt; the full line is the total kinetic energy for each particle, δA_l and δA_h are missing areas of the optical absorption",
    why="A curve of another paper, whose equations are not in the paper, and whose hopping amplitude and occupation are not given here. The caption says of the energy both that it is for each site and that it is for each particle.",
)
eq21 = paper.given(
    "21",
    where=HERE,
    printed=r"H_{\Delta t} = \Delta t \sum_{<ij>\sigma} (n_{i,-\sigma} + n_{j,-\sigma}) (c^\dagger_{i\sigma} c_{j\sigma} + h.c.)",
    lhs=H_Dt,
    rhs=Delta_t * hops_beside,
)
interaction = paper.claim(
    "21-bond",
    entries_equal(
        bond_interaction(*bond, on_site=U, neighbours=V, correlated_hopping=Delta_t, exchange=J_exchange),
        on_site(U, *bond)
        + neighbours(V, *bond)
        + correlated
        + exchange(J_exchange, *bond)
        + pair_hopping(J_exchange, *bond),
    ),
    where=HERE,
    printed="(21) is what the matrix elements Δt of the Coulomb interaction make",
    note="For one bond, as matrices: of all matrix elements of the interaction of electrons on two sites with equal real orbitals, those with three equal indices, Δt, "
    "make the term (21); the others are those of U, V, the exchange and the hopping of pairs. What acts on one bond does so on a lattice, bond by bond.",
)
symmetry = paper.claim(
    "21-eh",
    entries_equal(on_site(U, *holes), on_site(U, *bond) + 2 * U * one - U * electrons),
    entries_equal(neighbours(V, *holes), neighbours(V, *bond) + 4 * V * one - 2 * V * electrons),
    entries_equal(
        exchange(J_exchange, *holes), exchange(J_exchange, *bond) - 2 * J_exchange * one + J_exchange * electrons
    ),
    entries_equal(pair_hopping(J_exchange, *holes), pair_hopping(J_exchange, *bond)),
    entries_equal(hopping(-t_0, *holes), band),
    entries_equal(correlated_hopping(Delta_t, *holes), hopping(2 * Delta_t, *bond) - correlated),
    greater(
        element(created(site_i.up), correlated_hopping(Delta_t, *holes), created(site_j.up)),
        element(created(site_i.up), correlated, created(site_j.up)),
    ),
    less(
        element(beside_two[0], correlated_hopping(Delta_t, *holes), beside_two[1]),
        element(beside_two[0], correlated, beside_two[1]),
    ),
    where=HERE,
    printed="with all nearest-neighbour matrix elements of the Coulomb interaction, the correlated hopping (21) is the only term that breaks electron-hole symmetry",
    note="For one bond, with the terms of 21 and the transformation that keeps the hopping: each of the other terms of holes is that of electrons, up to a constant and a multiple of the number of electrons, "
    "which only shift the energy and the chemical potential. (21) becomes 2Δt times the hopping less (21): its element for an electron that hops alone has risen, and that for one that hops beside two of the other spin has fallen, "
    "which no constant, no multiple of the number and no other amplitude of (22) undoes.",
)
eq22 = paper.given(
    "22",
    where=HERE,
    printed=r"H_t = -t_0 \sum_{<ij>\sigma} (c^\dagger_{i\sigma} c_{j\sigma} + h.c.)",
    lhs=H_t,
    rhs=-t_0 * hops,
)
mean_field = paper.premise(
    "x.22-mean",
    where=HERE,
    printed="the occupations in (21) are replaced by their means",
    lhs=hops_beside,
    rhs=(n_spin + n_spin) * hops,
    assumption="the mean-field approximation of (21), which is what makes an amplitude of it; the paper does not name it",
)
half = paper.premise(
    "x.22-half",
    where=HERE,
    printed="half of the electrons of a site have either spin",
    lhs=n_spin,
    rhs=n_band / 2,
    assumption="the band occupation n counts the electrons of a site, half of them with each spin; the paper says neither",
)
effective = paper.premise(
    "x.22-t",
    where=HERE,
    printed="the effective amplitude is that of a hopping term which is the sum of (22) and (21)",
    lhs=-t_eff * hops,
    rhs=H_t + H_Dt,
    page="(21) gives rise to an effective hopping amplitude t",
)
t_22 = paper.claim(
    "22-teff",
    equal(t_eff, t_0 - n_band * Delta_t),
    by=follows_from(compare_coefficients(substitute(eq22, eq21, mean_field, into=effective), hops, general=True), half),
    where=HERE,
    printed=r"it gives rise to an effective hopping amplitude $t = t_0 - n\mathit{\Delta t}$, with $n$ the band occupation",
    note="n counts the electrons of a site; the filled fraction of the band would be another n, with another factor.",
)
amplitude = paper.claim(
    "22-teff-bond",
    equal(element(created(site_j.up), band + correlated, created(site_i.up)), -t_0),
    equal(
        element(created(site_j.up, site_i.down), band + correlated, created(site_i.up, site_i.down)),
        -(t_0 - Delta_t),
    ),
    equal(
        element(created(site_j.up, site_j.down), band + correlated, created(site_i.up, site_j.down)),
        -(t_0 - Delta_t),
    ),
    where=HERE,
    printed="the amplitude with which an electron hops is t_0 alone, and t_0 − Δt when an electron of the other spin is at one of the two sites",
    note="Without any mean: the matrix elements of (22) and (21) for one bond.",
)
repulsive = paper.claim(
    "21-rep-attr",
    less(element(bottom, band, bottom), element(top, band, top)),
    greater(element(bottom, moved, bottom), 0),
    greater(element(bottom, correlated, bottom), 0),
    less(element(top, moved, top), 0),
    less(element(top, correlated, top), 0),
    where=HERE,
    printed="the interaction (21) is repulsive near the bottom of the band, where the expectation value of c†c for neighbours is positive, and attractive near the top, where the wave function changes sign from site to site",
    note="For one bond with two electrons: the bonding state is the bottom of its band and the antibonding state the top, as the wave numbers 0 and π are on a chain.",
)
