"""The options of the command `referee`, and how a wrong one is refused."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

BAD_INPUT = 2
LAST_PORT = 65535
FORMATS = ("json", "html", "md", "junit", "csv", "sarif", "graph", "letter", "figures")
PAPER = "id of a shipped paper, a folder, or a paper.json"
UNITS_OF_TIME = {"s": 1, "m": 60, "h": 3600}
DEFAULT_FORMATS = "json,html,md"


def parser_of(run: Mapping[str, Callable[[argparse.Namespace], int]]) -> argparse.ArgumentParser:
    """The options of every command; `run` carries a command out."""
    parser = _Parser(prog="referee", description="Audits the mathematics of a physics paper, equation by equation.")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command_of(name: str, words: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=words, description=words[:1].upper() + words[1:] + "."
        )
        made.set_defaults(run=run[name])
        return made

    auditing = command_of("audit", "audit papers and write the reports")
    auditing.add_argument("papers", nargs="*", metavar="PAPER", help=f"{PAPER} (default: all)")
    auditing.add_argument(
        "--out", type=_folder, default=Path("audit"), metavar="DIR", help="folder for the reports (default: audit)"
    )
    auditing.add_argument(
        "--format", default=DEFAULT_FORMATS, help=f"some of {','.join(FORMATS)} (default: %(default)s)"
    )
    auditing.add_argument(
        "--deadline",
        type=_duration,
        metavar="TIME",
        help="time after which nothing more is decided and the report is written, such as 90 (seconds), 30m or 8h",
    )
    auditing.add_argument(
        "--apart",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="reports of each paper in a folder of its own, and a page over all (default: for more than 20 papers)",
    )
    auditing.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="decide on the machines of a Dask cluster, such as tcp://10.0.0.1:8786; 'local' starts one on this machine",
    )
    auditing.add_argument("--strict", action="store_true", help="a FAIL in a shipped paper counts, too")
    command_of("list", "list the shipped papers")
    showing = command_of("show", "show one claim in full")
    showing.add_argument("paper", metavar="PAPER", help=PAPER)
    showing.add_argument("label", nargs="?", metavar="LABEL", help="without it, the labels are listed")
    lettering = command_of("letter", "write a referee's letter on a paper, from its audit")
    lettering.add_argument("paper", metavar="PAPER", help=PAPER)
    lettering.add_argument(
        "--audit", type=Path, metavar="FILE", help="an audit.json that has the paper (default: a new audit)"
    )
    lettering.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="a .md or .pdf file (default: Markdown on standard output; PDF needs typst)",
    )
    comparing = command_of("diff", "tell which claims changed between two audits, and why")
    comparing.add_argument("old", type=Path, metavar="OLD.json")
    comparing.add_argument("new", type=Path, metavar="NEW.json")
    checking = command_of("check", "decide one relation, for example 'sin(x)^2 + cos(x)^2 = 1'")
    checking.add_argument("relation", metavar="RELATION", help="'lhs = rhs', also <, <=, >, >=, !=, and chains")
    checking.add_argument(
        "--where", action="append", metavar="COND", help="'x > 0, n integer'; symbols are real by default"
    )
    checking.add_argument("--latex", action="store_true", help="RELATION is LaTeX, as on the page")
    drafting = command_of("draft", "write the skeleton of a paper's package from its LaTeX or Markdown")
    drafting.add_argument(
        "file", type=Path, metavar="FILE", nargs="?", help="the source; with --update, if it has moved"
    )
    where = drafting.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=_folder, metavar="FOLDER", help="a new folder for the package")
    where.add_argument(
        "--update",
        type=Path,
        metavar="FOLDER",
        help="read the source again with the notation of a draft, and keep edits",
    )
    linting = command_of(
        "lint", "tell what sources show by themselves: identities that fail, questions, what is not read"
    )
    linting.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="sources, or folders with sources")
    linting.add_argument("--format", choices=("text", "github", "sarif", "json"), default="text")
    linting.add_argument("--strict", action="store_true", help="a note counts, too")
    covering = command_of("coverage", "list what of a source is encoded, differs, or is missing")
    covering.add_argument("paper", metavar="PAPER", help=PAPER)
    covering.add_argument("--source", type=Path, required=True, metavar="FILE", help="LaTeX or Markdown of the paper")
    exporting = command_of("export", "write a paper as data, which runs nothing when it is read")
    exporting.add_argument("paper", metavar="PAPER", help=PAPER)
    exporting.add_argument("--out", type=Path, metavar="FILE", help="a .json file (default: standard output)")
    keeping = command_of("cache", "tell what is kept of earlier audits, or forget it")
    keeping.add_argument("what", choices=("info", "clear"), nargs="?", default="info")
    serving = command_of("serve", "answer other programs by the Model Context Protocol, on standard input and output")
    serving.add_argument(
        "--http",
        type=_port,
        metavar="PORT",
        help="by HTTP on this port of 127.0.0.1 (0: a free one), for this machine alone",
    )
    explaining = command_of("explain", "say what a word of the audit means")
    explaining.add_argument("word", nargs="?", metavar="WORD", help="PASS-IF, corroborated, ball, ...; without it, all")
    for command in (auditing, showing, lettering, checking, linting, serving):
        command.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: all cores)")
        command.add_argument(
            "--seconds", type=_seconds, default=60.0, help="time limit for each check (default: %(default)g)"
        )
        command.add_argument(
            "--memory", type=_positive, default=2048, metavar="MB", help="memory limit (default: %(default)s)"
        )
        command.add_argument("--seed", type=int, default=0, help="seed of the sample points (default: %(default)s)")
    for command in (auditing, showing, lettering, keeping):
        command.add_argument(
            "--cache", type=_folder, metavar="DIR", help="folder for what is decided (default: that of the platform)"
        )
    for command in (auditing, showing, lettering):
        command.add_argument(
            "--no-cache", action="store_true", help="decide everything anew, and keep nothing for the next run"
        )
    return parser


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong, without the usage, which --help gives."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"referee: {message}; `{self.prog} --help` tells more\n")


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("'' is no folder")
    return Path(text)


def _seconds(text: str) -> float:
    with suppress(ValueError):
        if 0 < float(text) < float("inf"):
            return float(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no positive number")


def _duration(text: str) -> float:
    """Seconds, from a number with s, m or h behind it, or without."""
    number, unit = (text[:-1], text[-1]) if text[-1:] in UNITS_OF_TIME else (text, "s")
    with suppress(argparse.ArgumentTypeError):
        return _seconds(number) * UNITS_OF_TIME[unit]
    raise argparse.ArgumentTypeError(f"{text!r} is no time; expected a number of seconds, or one such as 30m or 8h")


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no positive whole number")
    return int(text)


def _port(text: str) -> int:
    if not text.isdigit() or not text.isascii() or int(text[:6]) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; expected a whole number up to {LAST_PORT}")
    return int(text)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"referee {version('referee')}")
        parser.exit()
