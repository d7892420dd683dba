"""Energy and angular momentum: (6) to (10)."""

from sympy import sqrt

from satellite.notation import E, G, L, M, R, g, m, r, v, v_1, v_e
from satellite.paper import paper
from satellite.s1_motion import eq3
from verify.claims import approx, decimal, follows_from
from verify.units import kilo, metre, second

HERE = "Energy and angular momentum"

eq6 = paper.given(
    "6",
    where=HERE,
    printed=r"E = \frac{m v^2}{2} - \frac{G M m}{r}",
    lhs=E,
    rhs=m * v**2 / 2 - G * M * m / r,
)
eq6_2 = paper.step(
    "6:2",
    where=HERE,
    printed=r"\frac{m v^2}{2} - \frac{G M m}{r} = -\frac{G M m}{2 r}",
    lhs=m * v**2 / 2 - G * M * m / r,
    rhs=-G * M * m / (2 * r),
    by=follows_from(eq3),
)
eq7 = paper.given(
    "7",
    where=HERE,
    printed="L = m v r",
    lhs=L,
    rhs=m * v * r,
)
eq7_2 = paper.step(
    "7:2",
    where=HERE,
    printed=r"m v r = m \sqrt{G M r}",
    lhs=m * v * r,
    rhs=m * sqrt(G * M * r),
    by=follows_from(eq3),
)
eq8 = paper.step(
    "8",
    where=HERE,
    printed=r"E = -\frac{G^2 M^2 m^3}{L^2}",
    lhs=E,
    rhs=-(G**2) * M**2 * m**3 / L**2,
    by=follows_from(eq3, eq6, eq7),
)
eq9 = paper.given(
    "9",
    where=HERE,
    printed=r"v_e = \sqrt{\frac{2 G M}{r}}",
    lhs=v_e,
    rhs=sqrt(2 * G * M / r),
)
eq9_2 = paper.step(
    "9:2",
    where=HERE,
    printed=r"\sqrt{\frac{2 G M}{r}} = \sqrt{2}\, v",
    lhs=sqrt(2 * G * M / r),
    rhs=sqrt(2) * v,
    by=follows_from(eq3),
)
eq10 = paper.given(
    "10",
    where=HERE,
    printed=r"v_1 = \sqrt{g R}",
    lhs=v_1,
    rhs=sqrt(g * R),
)
eq10_2 = paper.claim(
    "10:2",
    approx(sqrt(g * R), "7.91", unit=kilo * metre / second, constants={g: decimal("9.81"), R: decimal("6371e3")}),
    where=HERE,
    printed=r"\sqrt{g R} \approx 7.91\ \mathrm{km/s}",
    note="With g = 9.81 m/s² and R = 6371 km, as the paper says.",
)
