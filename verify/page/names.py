"""What the names of a page mean in a claim: symbols, functions, and the ranges of indices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy
from sympy.core.function import AppliedUndef

from verify.encoding.paper import Paper
from verify.page.of_paper import Offer, defined_once, expressions_of, latex_of, letters_in, letters_of, of_paper
from verify.page.spellings import defined_by, functions_alone, names_alone, refuse_formulas
from verify.terms.survey import functions_in
from verify.vocabulary.indexed_sums import is_indexed
from verify.vocabulary.readings import Claim

Ranges = dict[str, tuple[sympy.Expr, sympy.Expr]]
Definitions = dict[type, sympy.Lambda]


# --- functions that the paper defines -------------------------------------------------------------


def definitions_of(paper: Paper, here: Claim | None = None) -> Definitions:
    """Functions that a line of the paper defines, D(i) = ..., as what they stand for.

    An indexed quantity that a line finds as a derivative, φ̇_i = ∂H/∂J_i = ..., counts as well for a claim of the
    same section that does not contain it: there its value has been put in.
    A later line may be encoded with D(i) written out, where the page prints D(i): the two
    say the same by that line.  A function that is defined twice, or by another, is left alone.
    """
    known = of_paper(paper)
    near = [] if here is None else list(_derivatives_near(here, paper))
    if not near:
        return known.defined
    found = {function: list(meanings) for function, meanings in known.definitions.items()}
    for called, value in near:
        found.setdefault(called.func, []).append(sympy.Lambda(called.args, value))
    return defined_once(found)


def _derivatives_near(here: Claim, paper: Paper) -> Iterator[tuple[AppliedUndef, sympy.Expr]]:
    """Indexed quantities that lines of the section find as derivatives, and that the claim itself does not contain."""
    used = _applied(here)
    for statement in of_paper(paper).derivatives_of_section(here.where):
        if isinstance(statement.called, AppliedUndef) and statement.called.func not in used:
            yield statement.called, statement.rhs


def written_out(expression: sympy.Expr, unfold: Definitions) -> sympy.Expr:
    return expression.replace(lambda e: e.func in unfold, lambda e: unfold[e.func](*e.args))


# --- what the names of the page mean here -----------------------------------------------------------


def notation_of(
    claims: Sequence[Claim], paper: Paper, texts: Sequence[str]
) -> tuple[dict[str, sympy.Expr], dict[str, object]]:
    """What names and functions in some texts mean in some claims; names of other claims that cannot stand there are left out.

    Raises ClaimError where one of the claims' own has the LaTeX of a formula.
    """
    known, asked = of_paper(paper), (tuple(claims), tuple(texts))
    if known.latest_notation is None or known.latest_notation[0] != asked:
        known.latest_notation = asked, *_notation_of(claims, paper, texts)
    _, names, functions = known.latest_notation
    return dict(names), dict(functions)


def _notation_of(
    claims: Sequence[Claim], paper: Paper, texts: Sequence[str]
) -> tuple[dict[str, sympy.Expr], dict[str, object]]:
    names: dict[str, sympy.Expr] = {}
    functions: dict[str, object] = {}
    for claim in claims:
        functions = {**_functions(claim, paper), **functions}
    for claim in claims:
        names = {**_names(claim, paper, (*texts, *functions)), **names}
    known = functions_alone(functions)
    alone = names_alone(names, known, paper, claims)
    own = {letter for claim in claims for letter in letters_of(expressions_of(claim.literal))}
    refuse_formulas(names, alone, own - defined_by(claims))
    refuse_formulas(functions, known, {function for claim in claims for function in _applied(claim)})
    return alone, known


def _names(claim: Claim, paper: Paper, texts: Sequence[str]) -> dict[str, sympy.Expr]:
    """LaTeX names and what they stand for here, with the further spellings of what the claim or its premises contain.

    One name may stand for several symbols of a paper (v on the ring, v in helium): the
    claim's own come first, then those of its premises, of its section, of the paper.
    """
    near = _letters_near(claim)
    pools = _pools(claim, near, paper, _shown(near, paper, texts))
    names: dict[str, sympy.Expr] = {}
    complex_ = any(e.has(sympy.I) for e in expressions_of(claim.literal))
    here = {*pools[0], *pools[1]}
    for pool in pools:
        for letter in pool:
            names.setdefault(latex_of(letter), letter)
        for spelling, meaning in paper.spellings:
            if not isinstance(meaning, tuple) and meaning.free_symbols <= here:
                names.setdefault(spelling, meaning)
        if complex_:
            names.setdefault("i", sympy.I)  # an index of another line is none here
    for variable in _variables(claim):
        names.setdefault(latex_of(variable), variable)
    return {**names, **_vectors(paper, here)}


Near = tuple[list[sympy.Symbol], list[sympy.Symbol]]
"""The symbols of a claim, and those of its conditions and premises."""


def _letters_near(claim: Claim) -> Near:
    near = [equation for read in claim.readings if read.by is not None for equation in read.by.leaves]
    spoken = [*claim.literal.where, *(side for equation in near for side in (equation.lhs, equation.rhs))]
    return [*letters_of(expressions_of(claim.literal)), *_indices(claim)], letters_of(spoken)


def _shown(near: Near, paper: Paper, texts: Sequence[str]) -> frozenset[str]:
    """The letters of what is printed, and of the names near it."""
    names = (latex_of(letter) for pool in near for letter in pool)
    return letters_in((*texts, *names)) | of_paper(paper).letters_of_spellings


def _pools(claim: Claim, near: Near, paper: Paper, shown: frozenset[str]) -> tuple[list[sympy.Symbol], ...]:
    """The symbols of the claim, of what it rests on, of its section and of the paper that these letters may print."""
    known = of_paper(paper)
    return *near, known.letters_with(shown, claim.where), known.letters_with(shown)


def offer(claim: Claim, paper: Paper) -> Offer:
    """What the comparison of its print may need to know of the paper beside the claim.

    All letters that the print has, and so all names that they may spell; what the paper defines and spells; and what it takes
    of the quantities with these names.
    """
    known, near = of_paper(paper), _letters_near(claim)
    shown = _shown(near, paper, (claim.printed, *_functions(claim, paper)))
    pools = _pools(claim, near, paper, shown)
    quantities = {*known.spelled, *_variables(claim), *(letter for pool in pools for letter in pool)}
    taken = [said for quantity, said in known.taken_of.items() if quantity in quantities]
    of_section = known.derivatives_of_section(claim.where)
    return Offer(shown, quantities, (paper.spellings, *pools[2:], known.indexed, known.defining, of_section, taken))


def _variables(claim: Claim) -> list[sympy.Symbol]:
    """What the functions of a claim are declared as functions of."""
    return [v for function in sorted(_applied(claim), key=str) for v in getattr(function, "variables", None) or ()]


def _vectors(paper: Paper, here: set[sympy.Symbol]) -> dict[str, sympy.Tuple]:
    """The vectors of the paper: of several with one name that with the most symbols of the line, and the fewest others.

    An encoding need not show every component: where v_z drops out of v × B, the line is still one about v.
    """
    found: dict[str, sympy.Tuple] = {}
    rank: dict[str, tuple[int, int]] = {}
    for spelling, meaning in paper.spellings:
        if isinstance(meaning, tuple):
            vector = sympy.Tuple(*meaning)
            fit = len(vector.free_symbols & here), -len(vector.free_symbols - here)
            if spelling not in found or fit > rank[spelling]:
                found[spelling], rank[spelling] = vector, fit
    return found


def _indices(claim: Claim) -> list[sympy.Symbol]:
    """The letters that the sums and integrals of the claim itself run over."""
    bound = {limits[0] for one in _bound(claim) for limits in one.limits}
    return sorted(bound, key=lambda s: s.name)


def _free_indices(claim: Claim) -> list[sympy.Symbol]:
    """The letters that stand as indices of quantities, whether a sum runs over them or not."""
    applied = {a for e in expressions_of(claim.literal) for a in e.atoms(AppliedUndef) if is_indexed(a)}
    return sorted({index for a in applied for index in a.args if index.is_Symbol}, key=lambda s: s.name)


def _bound(claim: Claim) -> list[sympy.Basic]:
    return [one for e in expressions_of(claim.literal) for one in e.atoms(sympy.Sum, sympy.Integral)]


def ranges_of(claims: Sequence[Claim]) -> Ranges:
    """The ranges of indices and variables in the sums and integrals of some claims, for signs without limits.

    An index of two ranges has none; one that ends at another index (i < j) has the range of
    all the others, if that is one.  A sign without limits stands for a whole range, so that no other one is handed on.
    """
    found: dict[str, set[tuple[sympy.Expr, sympy.Expr]]] = {}
    for claim in claims:
        indices = set(_indices(claim))
        for one in _bound(claim):
            for index, *ends in one.limits:
                if ends and not any(end.free_symbols & indices for end in ends) and _is_whole(one, *ends):
                    found.setdefault(getattr(index, "latex", index.name), set()).add((ends[0], ends[1]))
    known = {name: next(iter(ranges)) for name, ranges in found.items() if len(ranges) == 1}
    ranges = set(known.values())
    if len(ranges) == 1:
        names = {latex_of(index) for claim in claims for index in (*_indices(claim), *_free_indices(claim))}
        known = dict.fromkeys(sorted(names - found.keys()), ranges.pop()) | known
    return known


def _is_whole(bound: sympy.Basic, low: sympy.Expr, high: sympy.Expr) -> bool:
    """Once round for an integral; all terms of a sum, from the first to the last of as many as a symbol says, or without end."""
    if isinstance(bound, sympy.Integral):
        return bool(high - low == 2 * sympy.pi)
    return bool(low in (0, 1, -sympy.oo) and (high is sympy.oo or high.is_Symbol))


def _functions(claim: Claim, paper: Paper) -> dict[str, object]:
    """Functions by their LaTeX: those that the paper defines, and before them the claim's own."""
    pools = (of_paper(paper).indexed, definitions_of(paper), sorted(_applied(claim), key=str))
    return {getattr(function, "latex", str(function)): function for pool in pools for function in pool}


def operands_of(claims: Sequence[Claim], paper: Paper) -> dict[str, AppliedUndef]:
    """The one function of which the claims speak, at its arguments, if it may be any: no line of the paper defines it."""
    applied = {a for claim in claims for e in expressions_of(claim.literal) for a in e.atoms(AppliedUndef)}
    found = next(iter(applied)) if len(applied) == 1 else None
    if found is None or is_indexed(found) or found.func in of_paper(paper).definitions:
        return {}
    return {latex_of(found.func): found}


def _applied(claim: Claim) -> set[type]:
    """The functions that the literal reading contains."""
    return functions_in(*expressions_of(claim.literal))
