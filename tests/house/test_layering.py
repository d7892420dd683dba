"""The layering of DESIGN, read off the source files, and the calls that the judge must never make.

    derivations import the vocabulary only, and of each other nothing but derivations.physics;
    verify never imports derivations, reports or referee; reports import only verify.verdicts
    and no computer algebra; only referee imports all three.

The test reads syntax trees, so that an import inside a function or under TYPE_CHECKING counts
as well.  Only to see which paper uses which kind of statement the papers are loaded.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

from referee.papers import shipped
from tests.common import processes
from verify.kinds.table import KINDS

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("derivations", "verify", "reports", "referee")
VOCABULARY = {"verify.claims", "verify.units"}
PICTURES = {"reports/figure.py", "reports/figure_labels.py", "reports/column_plot.py"}
"""What draws may use arrays of floating point, which decide nothing; only when there is something to draw."""
COMPUTER_ALGEBRA = {"sympy", "flint", "mpmath", "numpy", "scipy", "z3"}

FLOORS = """
words
terms quantities workers
balls
points
vocabulary normal_form
solving
regularity
asymptotics
proofs refuting grammar
orders doubts
latex theorems closed_forms
calculus
premises encoding
jets
odes
deciding
kinds
page exchange
judging
slips cache
faces
"""
"""The rooms of `verify` from the ground up: a room imports only rooms on lower floors."""

FLOOR = {room: floor for floor, rooms in enumerate(FLOORS.split("\n")) for room in rooms.split()}
FACES = {"verify.claims", "verify.units", "verify.run", "verify.asking", "verify.tasks", "verify.counting"}
"""What the other packages import, and what workers are asked; every other file in the root of `verify` is on the ground floor, `words`."""

ROOM_SIZE = 12
BIG_ROOMS = {
    "kinds": "one file for each kind of statement, and what they share",
    "balls": "one file for each family of functions",
}
"""Rooms of more files than that: debt, by name and reason."""

SPEAKS_FLINT = {
    **dict.fromkeys(
        (
            f"verify/balls/{part}.py"
            for part in (
                "core",
                "rationals",
                "arithmetic",
                "functions",
                "not_analytic",
                "special_functions",
                "calculus",
                "derivatives",
                "expressions",
                "infinite_sums",
                "scales",
                "growth",
                "improper",
            )
        ),
        "expressions to Arb balls",
    ),
    "verify/balls/decimals.py": "balls to decimals",
    "verify/terms/quotients.py": "common factors of polynomials",
    "verify/terms/dependence.py": "ranks of matrices of numbers",
    "verify/refuting/comparison.py": "compares the balls",
    "verify/orders/ranges.py": "balls over intervals",
    "verify/normal_form/kernels.py": "rational numbers of nodes and forms",
    "verify/normal_form/field.py": "polynomials in kernels",
    "verify/normal_form/normaliser.py": "expressions to those polynomials",
    "verify/points/exact_numbers.py": "constants, by Calcium",
    "verify/cache/digests.py": "asks which FLINT it is",
    "verify/closed_forms/kinks.py": "signs on intervals, by balls",
    "verify/closed_forms/pieces.py": "whole numbers that a function meets, by balls",
    "verify/odes/taylor_models.py": "polynomials with balls for coefficients",
    "verify/odes/fields.py": "expressions to these",
    "verify/odes/flow.py": "steps of a solution, by balls",
    "verify/odes/solution.py": "values and zeros of a solution, by balls",
    "verify/theorems/soft_coulomb.py": "Whittaker functions, by balls",
}
"""The only files that may import flint, and what for."""

WORKERS = tuple(
    f"verify/workers/{name}.py"
    for name in (
        *("__init__", "handles", "last_words", "endings", "sharing", "resident", "stopping"),
        *("worker", "fork_server", "children", "pool", "warm"),
    )
)

SYMBOLIC_LAST_RESORT = {"verify/deciding/decide.py": "one call, graded `symbolic`, after every exact procedure"}
"""The only files that may call sympy.simplify."""

LONGEST = 400
LONGEST_SECTION = 500
"""Of a paper: its sections are printed as they are, and there is nothing to follow but the page."""
LONG = {
    "verify/page/transcription.py": "the comparison of print and encoding, with all that may stand on a page beside one formula",
}
"""Files that are longer: debt, by name and reason."""

FORBIDDEN_NAMES = {"eval", "exec", "compile", "__import__", "parse_expr", "lambdify", "nsimplify"}
FORBIDDEN_METHODS = {"equals", "evalf", "nsimplify", "lambdify", "parse_expr"}
STATEMENTS_OF_A_PROGRAM = (
    ast.For,
    ast.While,
    ast.If,
    ast.Try,
    ast.With,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
)


# --- reading the sources -------------------------------------------------------------------------


def sources(room: str) -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / room).rglob("*.py"))


ALL = [name for room in ROOMS for name in sources(room)]
PAPERS = [name for name in sources("derivations") if not name.startswith("derivations/physics/")]


@cache
def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"), filename=name)


def module_name(name: str) -> str:
    dotted = name.removesuffix(".py").replace("/", ".")
    return dotted.removesuffix(".__init__")


def imports(name: str, source: ast.Module | None = None) -> Iterator[tuple[int, str]]:
    """Every (line, module) that a file imports; `from a import b` gives a.b if that is a module of ours, else a."""
    for node in ast.walk(source or tree(name)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = from_where(node, name)
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}" if is_ours(f"{base}.{alias.name}") else base


def from_where(node: ast.ImportFrom, name: str) -> str:
    """The module of a from-import, with the dots of a relative one resolved."""
    if not node.level:
        return node.module or ""
    package = module_name(name).split(".")
    if not name.endswith("__init__.py"):
        package = package[:-1]
    package = package[: len(package) - (node.level - 1)]
    return ".".join([*package, node.module] if node.module else package)


def is_ours(dotted: str) -> bool:
    path = ROOT / dotted.replace(".", "/")
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def room_of(dotted: str) -> str:
    return dotted.split(".")[0]


def strays(names: list[str], allowed) -> list[str]:
    """`file:line imports module` for each import that `allowed(file, module)` refuses."""
    return [
        f"{name}:{line} imports {module}"
        for name in names
        for line, module in imports(name)
        if not allowed(name, module)
    ]


# --- who may import whom -----------------------------------------------------------------------------


def derivation_may_import(name: str, module: str) -> bool:
    """Its own paper, what papers have in common, the vocabulary, the language of formulas, and nothing that decides."""
    if room_of(module) == "derivations":
        return name.count("/") < 2 or module.split(".")[1] in {name.split("/")[1], "physics"}
    return module in VOCABULARY or module == "__future__" or room_of(module) in {"sympy", "typing", "collections"}


def test_derivations_import_only_the_vocabulary_their_own_paper_and_what_papers_have_in_common():
    assert strays(sources("derivations"), derivation_may_import) == []


def test_what_papers_have_in_common_is_no_paper():
    assert "physics" not in shipped()
    assert set(shipped()) == {name.split("/")[1] for name in PAPERS if name.count("/") > 1}


def test_verify_knows_no_other_room():
    others = {"derivations", "reports", "referee"}
    assert strays(sources("verify"), lambda _, module: room_of(module) not in others) == []


def room_in_verify(module: str) -> str:
    """The room of a module of `verify`: its folder, or what its root is there for."""
    parts = module.split(".")
    if module in FACES:
        return "faces"
    return parts[1] if len(parts) > 1 and parts[1] in FLOOR else "words"


def test_inside_verify_a_room_imports_only_rooms_on_lower_floors():
    upward = [
        f"{name}:{line} imports {module}"
        for name in sources("verify")
        for line, module in imports(name)
        if room_of(module) == "verify"
        and (here := room_in_verify(module_name(name))) != (there := room_in_verify(module))
        and FLOOR[there] >= FLOOR[here]
    ]
    assert upward == []


def test_every_room_says_what_it_is_for_and_stands_on_a_floor():
    rooms = {name.split("/")[1] for name in sources("verify") if name.count("/") == 2}
    assert rooms == set(FLOOR) - {"words", "faces"}
    silent = [room for room in sorted(rooms) if len(ast.get_docstring(tree(f"verify/{room}/__init__.py")) or "") < 100]
    assert silent == []


def test_a_room_is_small_enough_to_be_known():
    sizes = Counter(name.split("/")[1] for name in sources("verify") if not name.endswith("__init__.py"))
    big = {room: size for room, size in sizes.items() if "." not in room and size > ROOM_SIZE}
    assert set(big) == set(BIG_ROOMS)


def test_no_circle_among_the_imports_of_verify():
    """Late imports and those for type checking count, so that the files have an order in which each can be understood."""
    graph = {
        module_name(name): {module for _, module in imports(name) if room_of(module) == "verify"} - {module_name(name)}
        for name in sources("verify")
    }
    TopologicalSorter(graph).prepare()


def test_reports_import_only_verdicts_and_no_computer_algebra():
    def allowed(name, module):
        if room_of(module) in ROOMS:
            return room_of(module) == "reports" or module == "verify.verdicts"
        return room_of(module) not in COMPUTER_ALGEBRA or (module == "numpy" and name in PICTURES)

    assert strays(sources("reports"), allowed) == []


def test_the_contract_and_the_pool_need_the_standard_library_only():
    def allowed(name, module):
        own = {module_name(worker) for worker in WORKERS} | {"verify.verdicts"}
        known = own if name in WORKERS else {"verify.outcomes", "verify.evidence"}
        return room_of(module) in sys.stdlib_module_names or module in known

    assert strays(["verify/outcomes.py", "verify/evidence.py", "verify/verdicts.py", *WORKERS], allowed) == []


def test_flint_is_spoken_in_few_rooms():
    def allowed(name, module):
        return room_of(module) != "flint" or name in SPEAKS_FLINT

    assert strays(ALL, allowed) == []


@pytest.mark.parametrize("room", ["reports", "verify.verdicts", "verify.workers.pool"])
def test_telling_loads_no_computer_algebra(room):
    """The same at run time, over everything that is imported in turn."""
    names = [module_name(name) for name in sources(room)] if room == "reports" else [room]
    program = f"import sys, {', '.join(names)}; print(*sorted({COMPUTER_ALGEBRA!r} & set(sys.modules)))"
    done = processes.run([sys.executable, "-c", program], cwd=ROOT, check=True)
    assert done.stdout.split() == []


# --- what may not be called ----------------------------------------------------------------------------


def forbidden_calls(source: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, call) for each call that evaluates text, rounds, or trusts a heuristic zero test."""
    for node in ast.walk(source):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in FORBIDDEN_NAMES)
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            yield from ((node.lineno, name) for name in modules if name.startswith("sympy.parsing"))
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        called = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        if isinstance(function, ast.Name) and called in FORBIDDEN_NAMES:
            yield node.lineno, called
        if isinstance(function, ast.Attribute) and called in FORBIDDEN_METHODS:
            yield node.lineno, f".{called}"
        if called in {"sympify", "S"} and not takes_no_text(node):
            yield node.lineno, called


def takes_no_text(call: ast.Call) -> bool:
    """Whether this sympify cannot see a string: it is given a literal number, or refuses text by `strict=True`."""
    if len(call.args) == 1 and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, int):
        return True
    strict = [keyword.value for keyword in call.keywords if keyword.arg == "strict"]
    return bool(strict) and isinstance(strict[0], ast.Constant) and strict[0].value is True


def test_the_judge_never_evaluates_text_and_never_trusts_a_float():
    found = [f"{name}:{line} {call}" for name in sources("verify") for line, call in forbidden_calls(tree(name))]
    assert found == []


def test_simplify_is_a_last_resort():
    found = [
        f"{name}:{node.lineno}"
        for name in sources("verify")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "simplify"
    ]
    assert [place for place in found if place.split(":")[0] not in SYMBOLIC_LAST_RESORT] == []


def test_derivations_are_data():
    """No loop, no branch, no function: a physicist reads one equation after the other."""
    found = [
        f"{name}:{node.lineno} {type(node).__name__}"
        for name in PAPERS
        for node in ast.walk(tree(name))
        if isinstance(node, STATEMENTS_OF_A_PROGRAM)
    ]
    assert found == []


def papers_with_each_kind() -> dict[str, set[str]]:
    """For each statement in the table of kinds, the shipped papers that use it, in a reading or an aside."""
    found: dict[str, set[str]] = {statement.__name__: set() for statement in KINDS}
    for name in shipped():
        paper = import_module(f"derivations.{name}").paper
        for claim in paper.claims.values():
            for read in (*claim.readings, *claim.asides):
                for statement in read.statements:
                    found[type(statement).__name__].add(name)
    return found


def test_a_paper_widens_no_machine() -> None:
    """A kind of statement needs two papers that use it, or says in its row why it is there all the same."""
    lonely = {kind for kind, papers in papers_with_each_kind().items() if len(papers) < 2}
    owed = {kind.statement.__name__ for kind in KINDS.values() if kind.debt}
    assert lonely == owed, (
        "make it a constructor of derivations.physics, a function or a theorem; or give the reason in Kind(..., debt=...), "
        "and take it out once two papers use the kind"
    )


def test_no_star_imports():
    found = [
        f"{name}:{node.lineno}"
        for name in ALL
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert found == []


# --- size and debt -----------------------------------------------------------------------------------------


def length(name: str) -> int:
    return len((ROOT / name).read_text(encoding="utf-8").splitlines())


def is_long(name: str) -> bool:
    return length(name) > (LONGEST_SECTION if name.startswith("derivations/") else LONGEST)


def test_no_file_grows_past_what_one_reads_in_a_sitting():
    grown = {name: length(name) for name in ALL if is_long(name) and name not in LONG}
    assert grown == {}, f"longer than {LONGEST} lines: find a better cut, or name the debt in LONG"


def test_the_lists_of_exceptions_are_not_stale():
    assert [name for name in LONG if name not in ALL or not is_long(name)] == []
    assert [name for name in SPEAKS_FLINT if not any(room_of(module) == "flint" for _, module in imports(name))] == []
    assert [name for name in SYMBOLIC_LAST_RESORT if name not in ALL] == []


# --- the test can fail -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "eval('1')",
        "sympy.sympify(text)",
        "S('x')",
        "sympify(text, strict=False)",
        "a.equals(b)",
        "x.evalf(30)",
        "from sympy import lambdify",
        "from sympy.parsing.sympy_parser import parse_expr as read",
        "from sympy.parsing.latex import parse_latex",
        "import sympy.parsing.latex",
        "sympy.nsimplify(x)",
        "exec(code)",
    ],
)
def test_a_forbidden_call_is_seen(line):
    assert list(forbidden_calls(ast.parse(line))) != []


@pytest.mark.parametrize(
    "line", ["sympify(x, strict=True)", "S(2)", "S.Zero", "re.compile('a')", "equals(a, b)", "a.doit()"]
)
def test_a_harmless_call_is_let_through(line):
    assert list(forbidden_calls(ast.parse(line))) == []


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("import verify.deciding.decide", "verify.deciding.decide"),
        ("from verify.deciding import decide", "verify.deciding.decide"),
        ("from verify.deciding.decide import decide", "verify.deciding.decide"),
        ("from ..deciding.decide import undecided", "verify.deciding.decide"),
        ("from ..deciding import decide", "verify.deciding.decide"),
        ("def f():\n    import verify.deciding.decide", "verify.deciding.decide"),
        ("if TYPE_CHECKING:\n    from verify.deciding import decide as d", "verify.deciding.decide"),
    ],
)
def test_every_form_of_import_is_seen(line, module):
    assert [found for _, found in imports("verify/kinds/equality.py", ast.parse(line))] == [module]
    assert not derivation_may_import("derivations/essen/s2.py", module)


def test_a_derivation_may_not_borrow_from_another_paper():
    assert derivation_may_import("derivations/essen/s2.py", "derivations.essen.notation")
    assert not derivation_may_import("derivations/essen/s2.py", "derivations.pavlov.notation")


def test_what_papers_have_in_common_may_not_know_a_paper():
    assert derivation_may_import("derivations/essen/s2.py", "derivations.physics.mechanics")
    assert not derivation_may_import("derivations/physics/mechanics.py", "derivations.essen.notation")
    assert not derivation_may_import("derivations/physics/mechanics.py", "verify.deciding.decide")
