r"""Printed tables: their rows are counted and told, and are data where their heads name symbols of the paper."""

from pathlib import Path

import pytest

from referee import cli
from referee.draft import draft
from referee.sources import find_equations
from referee.tables import PrintedTable, told

LATEX = r"""\documentclass{article}\begin{document}
\section{Gas}
\begin{equation} p V = n R T \end{equation}
\begin{table}\caption{Values}
\begin{tabular}{@{}l|cc@{}}
\toprule
$V$ (l) & pressure $p$ [kPa] & $T$ \\ \midrule
1.0 & $101.3$ & 273.15 \\[2pt]
2.0 & 50.7 & 273.15 \\ \hline
\end{tabular}
\end{table}
\begin{tabular}{ll} Gold & 19.3 \\ {Iron \& steel} & 7.87 \\ \end{tabular}
\begin{longtable}{|c|c|} \hline Name & Definition \\ \hline $a$ & \begin{tabular}{c} x \\ y \end{tabular} \\ \end{longtable}
\end{document}
"""
MARKDOWN = """# Gas

$$ p V = T $$

| $V$ | $T$ |
| --- | ---: |
| 1.0 | 2 |
| 2.0 | 4 |
"""


def tables(text: str) -> tuple[PrintedTable, ...]:
    return find_equations(text).tables


def test_tables_are_found_with_their_heads_and_rows() -> None:
    gas, metals, names = tables(LATEX)
    assert (gas.line, gas.section, gas.columns) == (5, "Gas", 3)
    assert gas.head == ("$V$ (l)", "pressure $p$ [kPa]", "$T$")
    assert gas.rows == (("1.0", "$101.3$", "273.15"), ("2.0", "50.7", "273.15"))
    assert (metals.head, len(metals.rows), metals.columns) == ((), 2, 2)
    assert (names.head, len(names.rows)) == (("Name", "Definition"), 1)
    (plain,) = tables(MARKDOWN)
    assert (plain.head, plain.rows) == (("$V$", "$T$"), (("1.0", "2"), ("2.0", "4")))


def test_tables_in_comments_and_listings_are_none() -> None:
    body = "\\begin{tabular}{ll} a & b \\\\ c & d \\end{tabular}"
    commented = "\n".join(f"% {row}" for row in body.splitlines())
    verbatim = f"\\begin{{verbatim}}\n{body}\n\\end{{verbatim}}"
    assert not tables(
        f"\\documentclass{{article}}\\begin{{document}}\n{commented}\n{verbatim}\n$$ a = b $$\\end{{document}}"
    )


def test_rows_are_told() -> None:
    assert list(told(tables(LATEX))) == [
        "table        line 5      2 rows of 3 columns, not compared: $V$ (l) | pressure $p$ [kPa] | $T$",
        "table        line 12     2 rows of 2 columns, not compared, without a head",
        "table        line 13     1 rows of 2 columns, not compared: Name | Definition",
        "3 tables with 5 rows: not compared",
    ]


@pytest.mark.parametrize(("name", "text"), [("p.tex", LATEX), ("p.md", MARKDOWN)])
def test_coverage_counts_them_and_a_draft_writes_what_names_symbols(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    folder = tmp_path / f"gas_{name[-2:]}"
    assert cli.main(["draft", str(tmp_path / name), "--out", str(folder)]) == 0
    written = next(folder.glob("s*.py")).read_text(encoding="utf-8")
    columns, row = ("V p T", '("1.0", "101.3", "273.15"),') if name == "p.tex" else ("V T", '("1.0", "2"),')
    assert f'TABLE_1 = paper.table(\n    "{columns}",\n    {row}' in written
    assert "TABLE_2" not in written
    capsys.readouterr()
    cli.main(["coverage", str(folder), "--source", str(tmp_path / name)])
    assert "with 5 rows: not compared" in capsys.readouterr().out or name == "p.md"
    assert cli.main(["draft", "--update", str(folder)]) == 0
    assert "up to date" in capsys.readouterr().out


@pytest.mark.parametrize(
    "rows",
    [
        r"$V$ & $q$ \\ 1 & 2 \\ 3 & 4 \\",  # q is no symbol of the paper
        r"$V$ & volume \\ 1 & 2 \\",
        r"$V$ & $p$ \\ 1 & 2 \\ 1 & 4 \\",  # two rows with one name
        r"$V$ & $p$ \\ 1 & \\",
        r"$V$ & $p$ \\ \multicolumn{2}{c}{air} \\ 1 & 4 \\",
        r"$V/p$ & $p$ \\ 1 & 4 \\",
        r"$V$ & $V$ \\ 1 & 4 \\",
    ],
)
def test_a_table_that_may_say_something_else_is_only_counted(rows: str) -> None:
    source = find_equations(
        rf"\begin{{equation}} p V = T \end{{equation}} \begin{{tabular}}{{ll}} {rows} \end{{tabular}}", latex=True
    )
    assert len(source.tables) == 1
    assert draft(source).tables == ()


@pytest.mark.parametrize("text", ["'); import os; ('", '"); import os; ("', "\\", '"""'])
def test_a_cell_is_text_in_the_draft(text: str, tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text(f"$$ p V = T $$\n\n| $V$ | $T$ |\n| --- | --- |\n| {text} | 2 |\n", encoding="utf-8")
    folder = tmp_path / "a_cell"
    assert cli.main(["draft", str(tmp_path / "p.md"), "--out", str(folder)]) == 0
    assert cli.main(["show", str(folder)]) == 0


def test_an_update_adds_tables_and_changes_those_that_nobody_has_edited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, folder = tmp_path / "p.md", tmp_path / "gas_again"
    law, first = "$$ p V = T $$\n\n", "| $V$ | $T$ |\n| --- | --- |\n| 1.0 | 2 |\n"
    source.write_text(law, encoding="utf-8")
    assert cli.main(["draft", str(source), "--out", str(folder)]) == 0
    section = next(folder.glob("s*.py"))
    second = "\n| $p$ | $T$ |\n| --- | --- |\n| 3 | 4.0 |\n"

    def updated(text: str) -> str:
        source.write_text(text, encoding="utf-8")
        capsys.readouterr()
        assert cli.main(["draft", "--update", str(folder)]) == 0
        assert cli.main(["show", str(folder)]) == 0
        return capsys.readouterr().out

    assert "rows of the source: TABLE_1" in updated(law + first)
    assert section.read_text(encoding="utf-8").endswith('TABLE_1 = paper.table(\n    "V T",\n    ("1.0", "2"),\n)\n')
    assert "up to date" in updated(law + first)
    assert "TABLE_1, TABLE_2" in updated(law + first.replace("1.0", "1.5") + second)
    assert '("1.5", "2"),' in section.read_text(encoding="utf-8")
    edited = section.read_text(encoding="utf-8").replace('("1.5", "2")', '("1.5", "2.5")')
    section.write_text(edited[: edited.index("TABLE_2")], encoding="utf-8")  # one is edited, one is taken out
    updated(law + first.replace("1.0", "1.7") + second)
    assert section.read_text(encoding="utf-8").rstrip() == edited[: edited.index("TABLE_2")].rstrip()
