"""A letter that is a matrix elsewhere opens the lines that hold it; what is no equation keeps its sign."""

import pytest

from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.matrix_entries import A_MATRIX
from referee.skeleton import block_of
from referee.sources import find_equations
from verify.encoding.paper import Paper
from verify.units import UnitSystem


def lines(text: str) -> list[DraftClaim]:
    return list(draft(find_equations(text)).claims)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (r"$$b = A u + c(u)$$ and $$A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$", "A"),
        (
            r"$$b = A_1 u$$ and $$A_{1} = \frac12 \left(\begin{array}{cc} a & \cdots \\ b & c \end{array}\right)$$",
            "A_{1}",
        ),
        (r"$$b = A u$$ where $A$ is the stiffness matrix.", "A"),
        (r"$$b = H u$$ where $H$ is the Hamilton operator.", "H"),
    ],
)
def test_a_matrix_elsewhere_is_asked_for(text: str, name: str) -> None:
    first = lines(text)[0]
    assert first.kind == "missing"
    assert A_MATRIX.format(name) in first.why


def test_other_letters_are_given() -> None:
    text = (
        r"$$b = a u$$ and $$A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$ where $u$ is the element of the matrix."
    )
    assert lines(text)[0].kind == "given"


@pytest.mark.parametrize(("print_", "sign"), [(r"A \approx B + C", "≈"), (r"x \to y + z", "→")])
def test_what_is_no_equation_keeps_its_sign(print_: str, sign: str) -> None:
    (line,) = lines(f"$${print_}$$")
    assert (line.kind, line.sign) == ("missing", sign)
    assert f'sign="{sign}"' in block_of(line, {})


def test_nothing_is_stated_of_sides_with_a_sign() -> None:
    paper = Paper("p", "P", "none", UnitSystem.SI, sections=("1",))
    line = paper.missing("1", where="1", printed="1 to 2", why="an arrow", lhs=1, rhs=2, sign="→")
    assert line.literal.statements == ()
