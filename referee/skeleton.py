"""Writes a draft as a paper's package: __init__.py, paper.py, notation.py, a file for each section.

Text of the source reaches a Python file as a string literal only, or as a comment or
docstring of printable characters without quotes and backslashes; names and expressions are
those that `referee.draft` and `referee.python_source` have made.  So nothing in a source can
become a statement of the program that is written.
"""

from __future__ import annotations

import importlib.util
import itertools
import keyword
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from referee.draft_claims import DraftClaim, DraftPaper
from referee.draft_notation import FILL_IN, DraftSymbol
from referee.file_imports import imported
from referee.python_source import sympy_names
from referee.tables import DraftTable
from verify.workers.children import OURS

MODULE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
OF_KIND = {
    "value": "approx",
    "expansion": "expands_to",
    "proportional": "proportional",
}  # what a line of a kind is stated with
OF_A_READING = {"Ground", "equal", "reading"}
AMBIGUOUS = {"l", "O", "I"}
MAX_CLAIMS = 5_000
MOST_WAITS = 4
CALLED = re.compile(r"(\S+)\(…\) may mean two things: a function of what is in the brackets")
PARTS = (
    "# Parts of formulas that may mean two things, each read as one quantity: fill in the names above first, and",
    "# `referee draft --update` takes out those that have become clear.",
)
BARE = re.compile(r"(?:^|[;:] )(\S+) is a function; expected")
EDITS = ("write ", "make it ", "say ", "define it")
"""Words by which a reason says already what to do."""


class SkeletonError(ValueError):
    """The package cannot be written: what, where, and what was expected."""


def write_skeleton(paper: DraftPaper, folder: Path) -> list[Path]:
    """Writes the package and returns its files.  Raises SkeletonError if the folder cannot take it."""
    package = _package_name(folder)
    if len(paper.claims) > MAX_CLAIMS:
        raise SkeletonError(f"the source has {len(paper.claims)} equations; the limit is {MAX_CLAIMS}")
    files = skeleton(paper, package)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise SkeletonError(
                f"{folder} is not empty; expected a new folder, so that nothing of yours is overwritten"
            )
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise SkeletonError(f"{folder}: {(error.strerror or str(error)).lower()}; expected a new folder") from None
    return [folder / name for name in files]


def _package_name(folder: Path) -> str:
    """The name of the package that is to lie in a folder: one under which an audit can import it, and nothing else has."""
    name = folder.resolve().name
    if not (name.isidentifier() and name.isascii()) or keyword.iskeyword(name):
        raise SkeletonError(
            f"{folder}: {name!r} cannot be the name of a package; expected letters, digits and underscores, and no word of Python"
        )
    if _is_taken(name):
        raise SkeletonError(
            f"{folder}: {name!r} cannot be the name of a package: a module of this name exists already; expected another name"
        )
    return name


def _is_taken(name: str) -> bool:
    """Whether Python, Referee or an installed library has a module of this name; a folder without a module has none."""
    found = importlib.util.find_spec(name) if name != "__main__" else None
    return name in (*sys.stdlib_module_names, *OURS) or (found is not None and found.origin is not None)


def skeleton(paper: DraftPaper, package: str) -> dict[str, str]:
    """File names and what is to stand in them."""
    modules = _modules(paper)
    files = {
        "__init__.py": _init(paper, package, list(modules.values())),
        "paper.py": _paper(paper, package),
        "notation.py": _notation(paper),
    }
    lines = variables_of(paper)
    for section, module in modules.items():
        claims = [claim for claim in paper.claims if claim.section == section]
        text = _section(claims, paper.symbols, package, Here(section, module, lines))
        named = zip(paper.tables, table_names(paper.tables, (one.python for one in paper.symbols)), strict=True)
        blocks = [table_block(one, name) for one, name in named if one.section == section]
        files[f"{module}.py"] = text + "".join(f"\n{block}" for block in blocks)
    return files


@dataclass
class Variables:
    """The variable to which each line is assigned, by its label, and the file in which that stands, by the variable."""

    of: dict[str, str] = field(default_factory=dict)
    module: dict[str, str] = field(default_factory=dict)

    def enter(self, label: str, variable: str, module: str) -> None:
        """Says which variable a line has, and where."""
        self.of[label] = variable
        self.module[variable] = module

    def elsewhere(self, module: str) -> dict[str, set[str]]:
        """The variables of the other files."""
        found: dict[str, set[str]] = {}
        for variable, place in self.module.items():
            if place != module:
                found.setdefault(place, set()).add(variable)
        return found


def _modules(paper: DraftPaper) -> dict[str, str]:
    return {section: _module(index, section) for index, section in enumerate(paper.sections, 1)}


def variables_of(paper: DraftPaper) -> Variables:
    """The variables of the lines of a new package, each once in all of its files."""
    modules = _modules(paper)
    taken = {"paper", "HERE", *(name for claim in paper.claims for name in claim.names)}
    lines = Variables()
    for claim in paper.claims:
        lines.enter(claim.label, variable_of(claim.label, taken), modules[claim.section])
    return lines


@dataclass(frozen=True)
class Here:
    """A section, the file in which it stands, and the variables of all lines."""

    section: str
    module: str
    lines: Variables


# --- texts that are safe in a Python file -----------------------------------------------------------


def literal(text: str) -> str:
    r"""A string literal that denotes exactly `text`: r"\\frac{a}{b}" where that is possible, else with escapes."""
    printable = all(character.isprintable() for character in text)
    if not printable or '"' in text or text.endswith("\\"):
        return repr(text)
    return f'r"{text}"' if "\\" in text else f'"{text}"'


def plain(text: str) -> str:
    """What may stand in a docstring or comment: printable, without quotes and backslashes."""
    return "".join(character for character in text if character.isprintable() and character not in "\"'\\").strip()


def _module(index: int, section: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", section.lower()).strip("_")[:40].strip("_")
    return f"s{index}_{words}" if words else f"s{index}"


# --- the files --------------------------------------------------------------------------------------


def _init(paper: DraftPaper, package: str, modules: list[str]) -> str:
    lines = [f'"""{plain(paper.title) or "Untitled"}: a draft by Referee, to be filled in."""', ""]
    if modules:
        lines += imported(f"{package}", [*modules], noqa="  # noqa: F401  (importing a section registers its claims)")
    lines += [f"from {package}.paper import paper", "", '__all__ = ["paper"]', ""]
    return "\n".join(lines)


def _paper(paper: DraftPaper, package: str) -> str:
    sections = "".join(f"        {literal(section)},\n" for section in paper.sections)
    return (
        '"""What the paper is.  Fill in: the citation, and the unit system (SI, GAUSSIAN or ATOMIC)."""\n\n'
        "from verify.claims import Paper, UnitSystem\n\n"
        "paper = Paper(\n"
        f"    id={literal(package)},\n"
        f"    title={literal(paper.title)},\n"
        f"    citation={literal(FILL_IN)},\n"
        "    units=UnitSystem.SI,\n"
        f"    sections=(\n{sections}    ),\n"
        ")\n"
    )


def _notation(paper: DraftPaper) -> str:
    makers = sorted({"function" if entry.is_function else "symbol" for entry in paper.symbols})
    lines = [
        '"""Symbols, each once.',
        "",
        "Fill in, line by line: the meaning in a few words; the dimension in place of UNKNOWN, such as",
        "LENGTH or ENERGY (all names: docs/writing.md); the assumptions, such as positive=True.  Until its",
        "dimension is filled in, nothing is refuted with a symbol: its assumptions are a guess.",
        "",
        "A name before brackets was read as a factor, unless it stands before single symbols in brackets",
        "somewhere: then as a function.  Meanings that stand here already are the words of the source, and",
        "`perhaps` is the dimension that they suggest; an entry that is proposed counts once it is filled in.",
        '"""',
        "",
    ]
    if makers:
        lines += [f"from verify.claims import {', '.join(makers)}", "from verify.units import UNKNOWN", ""]
    ordered = sorted(paper.symbols, key=lambda entry: (bool(entry.question), bool(entry.proposed), entry.is_function))
    for place, entry in enumerate(ordered):
        if entry.question and not (place and ordered[place - 1].question):
            lines += ["", *PARTS]
        lines.append(notation_line(entry))
    return "\n".join([*lines, ""])


def notation_line(entry: DraftSymbol) -> str:
    """The line of the notation that declares a name."""
    maker = "function" if entry.is_function else "symbol"
    kind = "integer" if entry.is_integer else "real"
    noqa = "  # noqa: E741  (the paper's letter)" if entry.python in AMBIGUOUS else ""
    arguments = f'"{entry.python}", {literal(entry.latex)}, {literal(entry.meaning)}, UNKNOWN, {kind}=True'
    perhaps = f"perhaps {entry.dimension}" if entry.dimension and not noqa else ""
    proposed = f"proposed: {plain(entry.proposed)}" if entry.proposed and not noqa else ""
    words = ", ".join(filter(None, (proposed, perhaps)))
    return f"{entry.python} = {maker}({arguments}){noqa}{f'  # {words}' if words else ''}"


def _section(claims: list[DraftClaim], symbols: Iterable[DraftSymbol], package: str, here: Here) -> str:
    used = {name for claim in claims for name in claim.names}
    texts = " ".join(
        f"{claim.lhs} {claim.rhs} {' '.join(claim.conditions)}" for claim in claims if claim.kind != "value"
    )
    values = " ".join(claim.lhs for claim in claims if claim.kind == "value")
    from_claims = {claim.says for claim in claims if claim.says and claim.kind not in OF_KIND}
    from_claims |= {OF_KIND[claim.kind] for claim in claims if claim.kind in OF_KIND}
    from_claims |= {"decimal"} if "decimal(" in texts + values else set()
    from_claims |= {"follows_from"} if any(claim.premises for claim in claims) else set()
    from_claims |= OF_A_READING if any(claim.kind == "step" and claim.conditions for claim in claims) else set()
    lines = [f'"""{plain(here.section) or "Section"}."""', ""]
    if algebra := sympy_names(f"{texts} {values}"):
        lines += [*imported("sympy", algebra), ""]
    known = {entry.python for entry in symbols}
    ours = [(f"{package}.paper", ["paper"]), ("verify.claims", sorted(from_claims))]
    if used & known:
        ours.append((f"{package}.notation", sorted(used & known)))
    cited = {here.lines.of[label] for claim in claims for label in claim.premises}
    ours += [
        (f"{package}.{place}", sorted(cited & names)) for place, names in here.lines.elsewhere(here.module).items()
    ]
    blocks = [(module, names) for module, names in sorted(ours) if names]
    lines += [line for module, names in blocks for line in imported(module, names)]
    lines += ["", f"HERE = {literal(here.section)}", ""]
    lines += [block_of(claim, here.lines.of) for claim in claims]
    return "\n".join(lines) + "\n"


def table_block(table: DraftTable, name: str) -> str:
    """The lines that write a printed table down as data: the Python names of its symbols, then its rows as printed."""
    rows = "".join(f"    ({', '.join(map(literal, row))}),\n" for row in table.rows)
    return f"{name} = paper.table(\n    {literal(' '.join(table.names))},\n{rows})\n"


def table_names(tables: Sequence[DraftTable], taken: Iterable[str]) -> list[str]:
    """A name for each table that nothing else has: TABLE_1, TABLE_2, ..."""
    known = set(taken)
    free = (name for number in itertools.count(1) if (name := f"TABLE_{number}") not in known)
    return [next(free) for _ in tables]


def variable_of(label: str, taken: set[str]) -> str:
    words = re.sub(r"[^A-Za-z0-9]+", "_", label).strip("_").lower()
    stem = words if re.match(r"u[0-9]", words) else f"eq{words}" if words[:1].isdigit() else f"eq_{words}"
    name, count = stem, 1
    while name in taken or not MODULE.fullmatch(name):
        count += 1
        name = f"{stem if MODULE.fullmatch(stem) else 'eq'}_{count}"
    taken.add(name)
    return name


def block_of(claim: DraftClaim, variables: Mapping[str, str]) -> str:
    """The lines of Python that write a claim down; `variables` are those of the lines by their labels."""
    method = "claim" if claim.kind in ("value", "for_all", "expansion", "proportional") else claim.kind
    by = f"follows_from({', '.join(variables.get(one, 'x') for one in claim.premises or claim.named)})"
    lines = [f"{variables.get(claim.label, 'x')} = paper.{method}(", f"    {literal(claim.label)},"]
    if claim.named and not claim.rests:
        lines.append(f"    # the words around it name these: paper.step(..., by={by}), if it follows from them")
    if claim.note and claim.kind == "missing":
        lines.append(f"    # {plain(claim.note)}")
    if claim.kind == "expansion":
        lines.append(f"    expands_to({claim.lhs}, {claim.says.format(claim.rhs)}),")
    elif claim.kind == "proportional":
        lines.append(f"    proportional({claim.lhs}, {claim.rhs}, {claim.says}),")
    elif claim.says:
        lines.append(f"    {claim.says}({claim.lhs}, {claim.rhs}),")
    if claim.kind == "value":
        lines.append(f"    approx({claim.lhs}, {literal(claim.rhs)}),")
    lines += ["    where=HERE,", f"    printed={literal(claim.printed)},"]
    if claim.kind == "missing":
        lines.append(f"    why={literal(what_helps(claim, by))},")
    if claim.kind in ("given", "identity", "step") or (claim.kind == "missing" and claim.lhs and not claim.says):
        lines += [f"    lhs={claim.lhs},", f"    rhs={claim.rhs},"]
        lines += [f"    sign={literal(claim.sign)},"] if claim.sign and claim.kind == "missing" else []
    lines += [f"    by={by},"] if claim.premises else []
    lines += [f"    note={literal(claim.note)},"] if claim.note and claim.kind != "missing" else []
    if claim.conditions and claim.kind == "step":
        lines += _where_it_follows(claim, by)
    elif claim.conditions and claim.kind != "missing":
        lines.append(f"    conditions=({', '.join(claim.conditions)},),")
    return "\n".join([*lines, ")"])


def _where_it_follows(claim: DraftClaim, by: str) -> list[str]:
    """The reading of a step under conditions that the page does not state, so that what holds there only is PASS-IF."""
    names = [condition.removeprefix("Ne(").removesuffix(", 0)") for condition in claim.conditions]
    words = f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} not zero"
    says = f"{literal(f'where {words}')}, equal({claim.lhs}, {claim.rhs}), ground=Ground.DOMAIN"
    where = f"condition={literal(words)}, by={by}, where=({', '.join(claim.conditions)},)"
    return [f"    readings=(reading({says}, {where}),),"]


def what_helps(claim: DraftClaim, by: str) -> str:
    """Why a line is open, with the edit that would help most."""
    why = claim.why.replace("follows_from(...)", by) if claim.named else claim.why
    bare = ", ".join(dict.fromkeys(BARE.findall(why)))
    if bare and not claim.waits:
        return f"{why}. Edit: notation.py, give {bare} its variables=(...); then referee draft --update"
    if claim.waits:
        names = ", ".join(claim.waits[:MOST_WAITS]) + (", ..." if len(claim.waits) > MOST_WAITS else "")
        one = f"{names} is one quantity" if len(claim.waits) == 1 else f"each of {names} is one quantity"
        called = ", ".join(dict.fromkeys(CALLED.findall(why)))
        other = f", or say there that {called} is a function" if called else ""
        other += f", or give {bare} its variables=(...)" if bare else ""
        return f"{why}. Edit: notation.py, where a dimension says that {one}{other}; then referee draft --update"
    if claim.lhs or any(word in why for word in EDITS):
        return why
    return f"{why}. Edit: write it with lhs= and rhs=, or make it paper.remark(..., why=...) if it claims nothing"
