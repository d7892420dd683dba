"""Under which conditions lines are known: the answer is the same whatever was asked before."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

import verify
from verify.claims import Claim, Paper, UnitSystem, divide, follows_from, multiply, symbol
from verify.judging.judge import judge_claim
from verify.premises.known import conditions_of
from verify.quantities.dimension_names import DIMENSIONLESS

a, b, c, d, w, x = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "abcdwx")


def _through_a_fraction(paper: Paper) -> Claim:
    line = paper.given("1", where="I", printed=r"a = \frac{b}{x} = c", lhs=a, rhs=(b / x, c))
    return paper.step("2", where="I", printed="2a = 2c", lhs=2 * a, rhs=2 * c, by=follows_from(line.ends))


def _through_a_letter(paper: Paper) -> Claim:
    line = paper.given("1", where="I", printed="a = d = c", lhs=a, rhs=(d, c))
    return paper.step("2", where="I", printed="2a = 2c", lhs=2 * a, rhs=2 * c, by=follows_from(line.ends))


def _by_a_division(paper: Paper) -> Claim:
    before = paper.given("0", where="I", printed="a w = c w", lhs=a * w, rhs=c * w)
    line = paper.step("1", where="I", printed="a = c", lhs=a, rhs=c, by=divide(before, w))
    return paper.step("2", where="I", printed="2a = 2c", lhs=2 * a, rhs=2 * c, by=follows_from(line.link(0)))


def _by_a_multiplication(paper: Paper) -> Claim:
    before = paper.given("0", where="I", printed="a x = c x", lhs=a * x, rhs=c * x)
    line = paper.step("1", where="I", printed="a = c", lhs=a, rhs=c, by=multiply(before, 1 / x))
    return paper.step("2", where="I", printed="2a = 2c", lhs=2 * a, rhs=2 * c, by=follows_from(line.link(0)))


def _as_given(paper: Paper) -> Claim:
    line = paper.given("1", where="I", printed="a = c", lhs=a, rhs=c)
    return paper.step("2", where="I", printed="2a = 2c", lhs=2 * a, rhs=2 * c, by=follows_from(line.link(0)))


SAME_LINES: dict[str, tuple[Callable[[Paper], Claim], str | None]] = {
    "through a fraction": (_through_a_fraction, "x ≠ 0"),
    "through a letter": (_through_a_letter, None),
    "by a division": (_by_a_division, "w ≠ 0"),
    "by a multiplication": (_by_a_multiplication, "x ≠ 0"),
    "as given": (_as_given, None),
}


@pytest.mark.parametrize("order", list(permutations(SAME_LINES, 2)), ids=" and then ".join)
def test_papers_that_print_the_same_line_do_not_answer_for_each_other(order: tuple[str, str]) -> None:
    for number, name in enumerate(order):
        build, condition = SAME_LINES[name]
        paper = Paper(f"p{number}", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
        audit = judge_claim(paper, build(paper))
        assert (str(audit.result), audit.literal.condition) == ("PASS-IF" if condition else "PASS", condition)


def test_moves_that_are_equal_but_rest_on_other_lines_need_other_conditions() -> None:
    papers = [Paper(f"p{k}", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",)) for k in range(2)]
    moves = [build(paper).literal.by for build, paper in zip((_by_a_division, _as_given), papers, strict=True)]
    assert moves[0] == moves[1]
    assert [len(conditions_of(move)) for move in moves if move is not None] == [1, 0]


def test_nothing_is_kept_by_the_equality_of_lines_and_moves() -> None:
    """Equations are equal whatever they follow from, so a cache by equality would answer for another derivation."""
    by_equality = {"Equation", "Line", "Move", "Premise", "Facts", "Reading"}
    caches = {"lru_cache", "cache"}
    found = []
    for path in sorted(Path(inspect.getfile(verify)).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                decorators = {n.id for d in node.decorator_list for n in ast.walk(d) if isinstance(n, ast.Name)}
                given = [arg.annotation for arg in (*node.args.args, *node.args.kwonlyargs) if arg.annotation]
                names = {n.id for annotation in given for n in ast.walk(annotation) if isinstance(n, ast.Name)}
                if decorators & caches and names & by_equality:
                    found.append(f"{path.name}: {node.name}")
    assert found == []
