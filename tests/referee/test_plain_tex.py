"""Other spellings of the same print, as LaTeX writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referee.plain_tex import standard


@pytest.mark.parametrize(
    ("plain", "latex"),
    [
        (r"{a \over b}", r"\frac{a}{b}"),
        (r"\left(a \over b\right)^2", r"\left(\frac{a}{b}\right)^2"),
        (r"e^{x \over 2}", r"e^{\frac{x}{2}}"),
        (r"{n \choose k}", r"\binom{n}{k}"),
        (r"{\bf a} \cdot {\cal H}", r"\mathbf{a} \cdot \mathcal{H}"),
        (r"\hat{\bf r}", r"\hat{\mathbf{r}}"),
        (r"\mbox{sin} x", r"\text{sin} x"),
        (r"x^{'} + x^{\prime\prime}", "x' + x''"),
        (r"\boxed{a = b}", "a = b"),
        (r"\underbrace{a}_{\text{b}} = c", "{a} = c"),
        (r"{\color{red} a = b}", "{ a = b}"),
        (r"x \stackrel{!}{=} y", "x = y"),
        (r"x \overset{(3)}{=} y", "x = y"),
        (r"\sin x \overset{x\to 0}{=} x", r"\sin x \overset{x\to 0}{=} x"),  # what is above says when, or denies it
        (r"x \overset{\text{not}}{=} y", r"x \overset{\text{not}}{=} y"),
        (r"\underbrace{yy}_{n\text{ times}} = z", r"\underbrace{yy}_{n\text{ times}} = z"),
        (r"\underbrace{1+1+1}_{=4} = 3", r"\underbrace{1+1+1}_{=4} = 3"),
        (r"m^2_e", "m_e^2"),
        (r"\int^b_a x", r"\int_a^b x"),
        (r"cos^2(\theta) + exp\left(x\right)", r"\cos^2(\theta) + \exp\left(x\right)"),
        (r"a_{cos}(x)", r"a_{cos}(x)"),
        (r"acos(x)", r"acos(x)"),
        (r"f{(x)} + f{\left(x\right)}", r"f(x) + f\left(x\right)"),
        (r"a = b \hspace{1cm} c = d", r"a = b \quad c = d"),
        (r"a \hspace*{-2pt} b \hskip 3pt c", r"a  b \, c"),
        (r"\tag*{(3)}", r"\tag*{(3)}"),
        (r"\frac{1}{2}\, y \left. x \right|_0", r"\frac{1}{2}\, y \left. x \right|_0"),
        (r"{a \over b", r"{a \over b"),
    ],
)
def test_spellings(plain: str, latex: str) -> None:
    assert standard(plain) == latex


@given(
    st.lists(
        st.sampled_from(
            ["{", "}", r"\over", r"\left(", r"\right)", "a", "^", "_", r"\bf", " ", r"\mbox", r"\boxed", "'", "*"]
        )
    )
)
def test_any_text_is_rewritten_once_and_for_all(pieces: list[str]) -> None:
    made = standard("".join(pieces))
    assert made.count("{") - made.count("}") == "".join(pieces).count("{") - "".join(pieces).count("}")
