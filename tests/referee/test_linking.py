"""Links between the lines of a draft: what words and symbols propose, what is proved becomes a step, what contradicts is told."""

import ast
from pathlib import Path

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from referee import cli
from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.linking.candidates import Earlier
from referee.linking.links import Linked, linked
from referee.linking.points import Line, Values, agree_at_points, put_law, solved
from referee.linking.trying import tried
from referee.linking.words import named
from referee.skeleton import block_of
from referee.sources import find_equations
from tests.common.examples import examples
from verify.claims import function, symbol
from verify.units import UNKNOWN

KNOWN = {"1": "1", "2": "2", "3": "3", "4": "4", "5": "5", "eq:T": "1", "eq:p": "2"}
ORDER = ["1", "2", "3", "4", "5"]


def links(text: str) -> Linked:
    source = find_equations(text, latex=True)
    return linked(draft(source), source)


def line(found: Linked, label: str) -> DraftClaim:
    return next(claim for claim in found.paper.claims if claim.label == label)


# --- words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "behind", "labels", "says_so"),
    [
        (r"It is so. Substituting \eqref{eq:p} into \eqref{eq:T} we find", "", ("1", "2"), True),
        ("From Eqs. (2) and (4),", "", ("2", "4"), True),
        ("Using Eqs.~(2)--(4) gives", "", ("2", "3", "4"), True),
        (r"Combining \cref{eq:T,eq:p} one has", "", ("1", "2"), True),
        ("Using {eq}`eq:p` and [@eq:T] we have", "", ("1", "2"), True),
        ("Inserting (3) yields", ", where (4) has been used.", ("3", "4"), True),
        ("This gives", ", where we used (7).", (), False),
        ("From (3) it does not follow that", "", ("3",), False),
        ("One might naively conclude from (3) that", ", which is wrong.", ("3",), False),
        ("Using (3) we have", ", which is wrong.", ("3",), False),
        ("Unlike (3), with (4) we have", "", (), False),
        ("In contrast to what follows from (3),", "", (), False),
        ("Using (3) for small $x$ we have", "", ("3",), False),
        ("Differentiating (3) and using (4)", "", ("3", "4"), False),
        ("From (1) and (2) we get, respectively,", "", ("1", "2"), False),
        ("We use f(3) and get", "", (), False),
        ("See (3). The energy is", "", (), False),
        ("The energy is", " Using (3) we have", (), False),
        ("Using (1), (2), (3), (4) and (5)", "", (), False),
    ],
)
def test_what_words_name(before: str, behind: str, labels: tuple[str, ...], says_so: bool) -> None:
    found = named(before, behind, KNOWN, ORDER)
    assert (found.labels, found.says_so) == (labels, says_so)


@given(st.text(alphabet="Uusingfrom Eq.()123~\\ref{}eq:T,$-\n", max_size=300))
def test_no_text_names_what_is_not_there(text: str) -> None:
    assert set(named(text, text, KNOWN, ORDER).labels) <= set(ORDER)


# --- points and candidates -----------------------------------------------------------------------------

T, m, v, p, q, r = sympy.symbols("T m v p q r")


def test_a_line_that_leads_back_to_itself_gives_no_value() -> None:
    one, two = Line("1", 0, q, p - r), Line("2", 1, p, q + r)
    earlier = Earlier()
    earlier.add(one)
    assert earlier.by_symbols(two) == ("1",)
    earlier.add(two)
    assert earlier.by_symbols(Line("3", 2, r, p - q)) == ("1",) or earlier.by_symbols(Line("3", 2, r, p - q)) == ("2",)


def test_premises_are_as_few_as_the_points_allow() -> None:
    earlier = Earlier()
    for place, (lhs, rhs) in enumerate([(T, m * v**2 / 2), (p, m * v), (r, 2 * v), (q, p * r)]):
        earlier.add(Line(str(place + 1), place, lhs, rhs))
    assert earlier.by_symbols(Line("5", 4, T, p**2 / (2 * m))) == ("1", "2")
    assert earlier.by_symbols(Line("6", 5, q, 2 * p * v)) == ("3", "4")
    assert earlier.by_symbols(Line("7", 6, T, p * v / 3)) == ()


def test_a_value_that_holds_at_one_place_defines_nothing() -> None:
    earlier = Earlier()
    earlier.add(Line("1", 0, v, sympy.Integer(0)))
    assert earlier.by_symbols(Line("2", 1, p, sympy.Integer(0))) == ()
    assert earlier.by_symbols(Line("2", 1, m * v, sympy.Integer(0))) == ()


def test_what_gives_a_new_letter_a_value_is_not_looked_at() -> None:
    E, m, n, v, W = sympy.symbols("E m n v W")
    earlier, asked = Earlier(), Earlier().left
    earlier.add(Line("1", 0, E, m * v**2 / 2))
    assert earlier.by_symbols(Line("2", 1, W, n * v**2 / 2)) == ()
    assert earlier.left == asked
    assert earlier.by_symbols(Line("3", 2, 2 * E / v, m * v)) == ("1",)  # a letter of its own would be E/v
    assert earlier.by_symbols(Line("4", 3, m, 2 * E / v**2)) == ("1",)


def test_a_new_value_of_a_function_with_a_law_is_looked_at() -> None:
    x, a = sympy.symbols("x a")
    f = sympy.Function("f")
    earlier = Earlier()
    earlier.add(Line("1", 0, f(x), x**2))
    assert earlier.by_symbols(Line("2", 1, f(a), a**2)) == ("1",)


def test_functions_and_integrals_are_letters() -> None:
    f = sympy.Function("f")
    one = Line("1", 0, f(v), sympy.Integral(sympy.exp(-(q**2)), (q, 0, v)))
    assert agree_at_points(2 * f(v), 2 * one.rhs, Values({f(v): (one, one.rhs)})) == frozenset({"1"})
    assert agree_at_points(f(2 * v), one.rhs, Values({f(v): (one, one.rhs)})) is None
    assert agree_at_points(1 / (p - p + v - v), q, Values({})) is None


@given(st.integers(1, 9), st.integers(1, 9))
def test_a_solved_line_holds(a: int, b: int) -> None:
    found = Line("1", 0, a * m * v**2 + q, b * p)
    for letter in (m, v, p, q):
        value = solved(found, letter)
        assert value is not None
        assert sympy.simplify((found.lhs - found.rhs).subs(letter, value)) == 0
    assert solved(Line("2", 0, p + sympy.sin(p), q), p) is None


# --- what the engine says ---------------------------------------------------------------------------------


@settings(max_examples=examples(25))
@given(st.integers(1, 3), st.integers(1, 3), st.integers(2, 9))
def test_what_follows_is_proved_and_a_slip_never(a: int, b: int, factor: int) -> None:
    x, y, z, w = (symbol(name, name, "a quantity", UNKNOWN, real=True) for name in "xyzw")
    premises = [("1", x, y**a * z), ("2", y, b * z * w)]
    follows = b**a * z ** (a + 1) * w**a
    assert tried(("3", x, follows), premises, True, 0).follows
    slip = tried(("3", x, factor * follows), premises, True, 0)
    assert not slip.follows
    assert slip.excluded


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (q, p * r),  # holds where p = r: nothing is excluded, and nothing proved
        (p, sympy.Integer(0)),  # has no solution without a zero by itself
        (p, q),  # holds where p = 1
    ],
)
def test_what_may_hold_together_is_no_contradiction(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    real = {one: symbol(one.name, one.name, "a quantity", UNKNOWN, real=True) for one in (p, q, r)}
    premise = ("1", real[q], real[p] ** 2)
    found = tried(("2", lhs.xreplace(real), rhs.xreplace(real)), [premise], True, 0)
    assert not found.excluded
    assert not found.follows


# --- drafts ----------------------------------------------------------------------------------------------

ENERGY = r"""
\begin{equation} T = \frac{m v^2}{2} \label{eq:T} \end{equation}
\begin{equation} p = m v \label{eq:p} \end{equation}
Substituting \eqref{eq:p} into \eqref{eq:T} we find
\begin{equation} %s \end{equation}
"""


def test_what_is_proved_is_a_step() -> None:
    found = links(ENERGY % r"T = \frac{p^2}{2m}")
    assert (line(found, "3").kind, line(found, "3").premises) == ("step", ("1", "2"))
    assert found.suspects == ()


def test_what_contradicts_what_its_words_name_is_told_and_no_premise() -> None:
    found = links(ENERGY % r"T = \frac{p v}{3}" + r"\begin{equation} E = T \end{equation} $$E = \frac{p v}{2}$$")
    (suspect,) = found.suspects
    assert (suspect.label, suspect.place) == ("3", "line 5")
    assert "contradicts (1) and (2)" in suspect.words
    assert "the first is 3/2 times the second" in suspect.words
    assert line(found, "u1").premises == ("1", "2", "4")


@pytest.mark.parametrize(
    "third",
    [
        "T = p v",  # see the words below
        "T = p c",  # c is new: more is used
        r"T = \frac{p v}{V(\Phi^2)}",  # a question
    ],
)
def test_words_are_not_made_stronger_than_they_are(third: str) -> None:
    text = ENERGY % third if third != "T = p v" else (ENERGY % third).replace("we find", "we find for large $v$")
    found = links(text)
    assert found.suspects == ()
    assert line(found, "3").kind in ("given", "missing")
    assert line(found, "3").premises == ()
    assert line(found, "3").named == ("1", "2")


def test_what_does_not_fit_its_definitions_is_never_given() -> None:
    text = (ENERGY % r"T = \frac{p v}{3}").replace("Substituting \\eqref{eq:p} into \\eqref{eq:T} we find", "%s")
    found = links(text % "Together they give, so that")
    (suspect,) = found.suspects
    assert suspect.words.startswith("does not fit (1) and (2), with which its words join it.")
    assert line(found, "3").kind == "missing"
    assert "follows_from(eq1, eq2)" in block_of(line(found, "3"), {"1": "eq1", "2": "eq2"})
    for words in ("The temperature is", "For large $v$ it follows that", "Unlike before we have, so that"):
        assert links(text % words).suspects == ()
        assert "is given as something else in (1)" in line(links(text % words), "3").why


def test_another_factor_is_proved_where_roots_stand() -> None:
    rows = (r"$$v = \sqrt{\frac{G M}{r}}$$", "$$L = m v r$$", r"$$E = -\frac{G M m}{2r}$$", "Together they say that")
    text = "\n\n".join([*rows, r"$$E = -\frac{G^2 M^2 m^3}{L^2}$$"])
    assert [one.label for one in links(text).suspects] == ["u4"]
    right = links(text.replace("{L^2}", "{2 L^2}"))
    assert right.suspects == ()
    assert line(right, "u4").kind == "step"


def test_a_line_with_a_question_keeps_it() -> None:
    found = links(r"$$a = V(\Phi^2)$$ $$b = 2 a$$ $$b = 2 V(\Phi^2)$$")
    last = line(found, "u3")
    assert last.kind == "missing"
    assert "a function of what is in the brackets" in last.why
    assert "as written down it follows from (u1) and (u2)" in last.why


def test_a_chain_follows_from_definitions_and_a_line_is_said_twice() -> None:
    found = links(r"$$\omega = 2 \pi f$$ $$v = \omega r = 2 \pi f r$$ $$2 \pi f = \omega$$ $$y = \sin(\omega t) = 2$$")
    assert (line(found, "u2:2").kind, line(found, "u2:2").premises) == ("step", ("u1",))
    assert line(found, "u3").note == "says the same as (u1)"
    assert line(found, "u4:2").rests


def test_what_holds_under_a_condition_is_no_premise() -> None:
    found = links(r"$$a = b \quad \text{for } x > 0$$ $$c = 2a$$ $$c = 2b$$")
    assert line(found, "u3").kind == "given"


# --- the command ------------------------------------------------------------------------------------------

TEX = "\\documentclass{article}\n\\begin{document}\n%s\\end{document}\n"


def test_a_step_may_rest_on_another_section_and_an_update_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ENERGY % r"T = \frac{p^2}{2m}").replace("Substituting", "\\section{Last}\nSubstituting")
    (tmp_path / "a.tex").write_text(TEX % text, encoding="utf-8")
    folder = tmp_path / "linked_draft"
    assert cli.main(["draft", str(tmp_path / "a.tex"), "--out", str(folder)]) == 0
    last = (folder / "s2_last.py").read_text(encoding="utf-8")
    assert "from linked_draft.s1_beginning import eq1, eq2" in last
    assert "by=follows_from(eq1, eq2)," in last
    before = {one: one.read_bytes() for one in folder.glob("*.*")}
    capsys.readouterr()
    assert cli.main(["draft", "--update", str(folder)]) == 0
    assert "nothing has changed" in capsys.readouterr().out
    assert {one: one.read_bytes() for one in folder.glob("*.*")} == before
    (tmp_path / "a.tex").write_text(TEX % text.replace("p = m v", "p = 2 m v"), encoding="utf-8")
    assert cli.main(["draft", "--update", str(folder)]) == 0
    assert "contradicts (1) and (2)" in capsys.readouterr().out
    (tmp_path / "a.tex").write_text(TEX % text.replace("p = m v", "p = V(2 m)"), encoding="utf-8")
    assert cli.main(["draft", "--update", str(folder)]) == 0
    assert "1 line linked anew with earlier ones: 3" in capsys.readouterr().out
    last = (folder / "s2_last.py").read_text(encoding="utf-8")
    assert "eq3 = paper.given(" in last
    assert "import eq" not in last
    assert cli.main(["show", str(folder)]) == 0


def test_what_is_most_likely_wrong_comes_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ENERGY % r"T = \frac{p v}{3}") + r"$$(a + b)^2 = a^2 + b^2$$ $$a = V(\Phi^2)$$"
    (tmp_path / "a.tex").write_text(TEX % text, encoding="utf-8")
    assert cli.main(["draft", str(tmp_path / "a.tex"), "--out", str(tmp_path / "suspect_draft")]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[1] == "most likely wrong (2):"
    assert rows[2].startswith("  line 7: (3) contradicts (1) and (2)")
    assert "no identity: at a = 1, b = 1 the sides are 4 and 2" in rows[3]
    assert any("what is in the brackets or a product" in row for row in rows[4:])
    assert cli.main(["lint", str(tmp_path / "a.tex")]) == 1
    assert "a.tex:7:1: contradiction: (3)" in capsys.readouterr().out


def test_a_line_that_its_author_has_made_into_something_else_is_no_premise(tmp_path: Path) -> None:
    (tmp_path / "a.tex").write_text(TEX % (ENERGY % r"T = \frac{p^2}{2m}"), encoding="utf-8")
    folder = tmp_path / "edited_draft"
    assert cli.main(["draft", str(tmp_path / "a.tex"), "--out", str(folder)]) == 0
    section = next(folder.glob("s1*.py"))
    text = section.read_text(encoding="utf-8")
    start, end = text.index("eq2 = paper.given("), text.index("eq3 = paper.step(")
    remark = 'eq2 = paper.remark("2", where=HERE, printed="words", why="nothing is claimed")\n'
    section.write_text(text[:start] + remark + text[end:], encoding="utf-8")
    assert cli.main(["draft", "--update", str(folder)]) == 0
    assert "eq3 = paper.given(" in section.read_text(encoding="utf-8")
    assert cli.main(["show", str(folder)]) == 0


# --- what is linked without words ----------------------------------------------------------------------


def test_letters_that_cancel_make_an_identity() -> None:
    found = links(r"$$\phi = -(a + C m) s = -\rho C \left(\frac{a}{\rho C} + \frac{m}{\rho}\right) s$$")
    made = line(found, "u1:2")
    assert (made.kind, made.premises, made.why) == ("identity", (), "")


def test_a_link_that_needs_no_zero_says_so() -> None:
    found = links(r"$$T c r - T c a = T g b - T g r$$ $$r = \frac{c a + g b}{c + g}$$")
    made = line(found, "u2")
    assert (made.kind, made.premises, made.conditions) == ("step", ("u1",), ("Ne(T, 0)",))
    assert "T is not zero" in made.note
    written = block_of(made, {"u1": "u1", "u2": "u2"})
    assert 'condition="T is not zero", by=follows_from(u1), where=(Ne(T, 0),)' in written
    assert "conditions=" not in written


def test_a_link_that_needs_a_positive_symbol_is_proposed_only() -> None:
    found = links(r"$$a = \sqrt{r^2}$$ $$a + b = r + b$$")
    made = line(found, "u2")
    assert (made.kind, made.supposing) == ("identity", ("r",)) or made.supposing == ("r",)
    assert "would follow from (u1) if r were declared as positive" in f"{made.note} {made.why}"


def test_what_holds_of_a_function_is_used_at_another_place() -> None:
    x, place = sympy.symbols("x place", real=True)
    f = sympy.Function("f", real=True)
    earlier = Earlier()
    earlier.add(Line("1", 0, f(x), 2 * x))
    earlier.add(Line("2", 1, f(x), 3 * x))
    assert earlier.by_symbols(Line("3", 2, f(place), 3 * place)) == ("2",)
    assert earlier.by_symbols(Line("4", 3, f(place), 2 * place)) == ("1",)
    assert earlier.by_symbols(Line("5", 4, sympy.Derivative(f(x), x), sympy.Integer(3))) == ("2",)


def test_a_function_of_another_number_of_places_is_left_alone() -> None:
    x, y = sympy.symbols("x y", real=True)
    f = sympy.Function("f", real=True)
    assert put_law(f(x, y), Line("1", 0, f(x), x**2), f(x)) is None


def test_a_repeated_zero_is_said_before() -> None:
    found = links(r"$$u = 0$$ $$v = w$$ $$u = 0$$")
    assert "says the same as (u1)" in line(found, "u3").note


def test_a_definition_knows_the_lines_that_use_it() -> None:
    found = links(r"$$k^2 + q = 1$$ $$q = a b$$ $$s = q + 2 c$$ $$q = a + b$$ $$w = q c$$")
    assert found.defines == {"u2": ("u1", "u3"), "u4": ("u5",)}
    assert line(found, "u2").note == "gives q its meaning, used in (u1) and (u3)"


@given(st.integers(2, 9), st.integers(1, 9))
@settings(max_examples=examples(5), deadline=None)
def test_a_multiple_of_a_premise_follows_whatever_its_letters(factor: int, number: int) -> None:
    t, h, n = (symbol(name, name, "x", UNKNOWN, real=True) for name in "thn")
    f = function("f", "f", "x", UNKNOWN, real=True)
    sides = f(t + h) * (1 + n * h), f(t) * number - f(t - h)
    premise = ("1", *sides)
    found = tried(("2", factor * sides[0], factor * sides[1]), [premise], False, 0)
    assert found.follows
    assert not tried(("2", factor * sides[0], (factor + 1) * sides[1]), [premise], False, 0).follows


def test_a_line_says_what_it_uses_and_an_open_one_in_a_comment() -> None:
    made = links(r"\[ F = m a + q \] \[ a = 2 b \] \[ y = \|m\| + a \]").paper.claims
    assert made[0].note == "uses a from (u2)"
    assert made[1].note == "gives a its meaning, used in (u1) and (u3)"
    assert made[2].kind == "missing"
    assert "# uses a from (u2)" in block_of(made[2], {})
    assert "note=" not in block_of(made[2], {})
    ast.parse(block_of(made[2], {}))
