"""The vocabulary in which a paper is written down: papers, claims, statements, readings, moves.

Everything here is frozen data.  Nothing is computed when a paper is imported, apart
from the checks that catch a slip of the pen at once: an undeclared symbol, a float,
a premise that this paper does not contain, a label used twice.  All of these raise
`ClaimError` with one sentence that names the claim.

    eq7 = paper.given("7", where="II", printed=r"\\Phi = \\pi R^2 B", lhs=Phi, rhs=pi*R**2*B)
    eq9 = paper.step("9", where="II", printed=r"I = \\frac{e^2 B}{4\\pi m}",
                     lhs=I, rhs=e**2*B/(4*pi*m), by=substitute(eq7, into=eq8))

A *statement* is what can be true or false; a *reading* is one way to understand what
is printed (statements, the derivation they rest on, conditions); a *claim* is a label
of the page with its readings, the literal one first.
"""

from verify import units
from verify.encoding.paper import Paper
from verify.errors import ClaimError
from verify.kinds.table import KINDS
from verify.points import evaluation
from verify.quantities.constants import CODATA_2010, CODATA_2018, CODATA_2022, Constant
from verify.quantities.digits import decimal
from verify.quantities.dimension import Dimension, UnitSystem
from verify.quantities.exact import exact
from verify.quantities.symbols import function, symbol
from verify.terms.differentiability import may_jump
from verify.verdicts import Ground
from verify.vocabulary.coordinates import cylinder, sphere
from verify.vocabulary.differentials import differentials
from verify.vocabulary.figures import figure
from verify.vocabulary.indexed_relations import for_every_number
from verify.vocabulary.indexed_sums import indexed, over, over_others, over_pairs
from verify.vocabulary.moves import (
    Equation,
    Move,
    add,
    by_parts,
    change_variable,
    compare_coefficients,
    differentiate,
    divide,
    eliminate,
    follows_from,
    multiply,
    power,
    solve_for,
    specialise,
    substitute,
)
from verify.vocabulary.readings import Claim, Reading, aside, correction, reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import (
    Input,
    PrintedInput,
    Relation,
    approx,
    as_functions_of,
    at_least,
    at_most,
    different_pairs,
    equal,
    greater,
    less,
    order_of,
    printed_number,
    rounded,
    signed,
    unequal,
)
from verify.vocabulary.vectors import components_equal, cross, dot, entries_equal, scaled, total, triple, vector

evaluation.install()  # an encoding is built under the same guard as it is decided

AMBIGUITY, ROUNDING, DOMAIN = Ground.AMBIGUITY, Ground.ROUNDING, Ground.DOMAIN
CONVENTION, SOURCE = Ground.CONVENTION, Ground.SOURCE

globals().update({make.__name__: make for kind in KINDS.values() for make in kind.constructors})
"""What each kind of statement brings along: `on_interval`, `leading`, `expands_to`, ... (docs/writing.md lists them)."""
