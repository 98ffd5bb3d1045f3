"""Tables as spreadsheets save them."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.source.problem import Problem
from handouts.source.table import DELIMITERS, Table, parse, read

FILE = "clients.csv"

# What decoding turns into something else is tested with it.
_TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Cf", "Zl", "Zp"]) | st.sampled_from("\n")
)
_ROWS = st.lists(st.lists(_TEXT, min_size=2, max_size=5), min_size=1, max_size=6)


def _values(table: Table | None) -> list[list[str]]:
    assert table
    return [[cell.value for cell in row] for row in (table.head, *table.rows)]


def _sound(text: str) -> list[list[str]]:
    table, problems = parse(text.encode(), FILE)
    assert problems == []
    return _values(table)


def _problem(data: bytes) -> Problem:
    (problem,) = parse(data, FILE)[1]
    return problem


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_way_spreadsheets_save_reads_alike(delimiter: str, line_end: str, mark: str) -> None:
    text = mark + line_end.join(["client|note", "Ana|Slowly", ""]).replace("|", delimiter)
    assert _sound(text) == [["client", "note"], ["Ana", "Slowly"]]


def test_excels_first_line_names_the_delimiter() -> None:
    assert _sound("sep=;\r\na,b;c\r\n1;2\r\n") == [["a,b", "c"], ["1", "2"]]


def test_quotes_hold_delimiters_line_ends_and_quotes() -> None:
    assert _sound('a;b\n"1;2\n3 ""4""";5\n') == [["a", "b"], ['1;2\n3 "4"', "5"]]


def test_rows_that_say_nothing_are_left_out() -> None:
    assert _sound("\n;;\na;b\n\n ;\n1;2\n;;;;\n") == [["a", "b"], ["1", "2"]]


def test_the_first_row_decides_between_commas_and_semicolons_outside_of_quotes() -> None:
    assert _sound('"a,b,c";d\n1;2\n') == [["a,b,c", "d"], ["1", "2"]]


def test_cells_know_their_places_over_lines_in_quotes() -> None:
    table, _ = parse(b'sep=;\na;b\n"x\ny";z\n1;22\n', FILE)
    assert table
    places = [[(cell.place.line, cell.place.column) for cell in row] for row in table.rows]
    assert places == [[(3, 1), (4, 4)], [(5, 1), (5, 3)]]
    assert [cell.place.length for cell in table.rows[1]] == [1, 2]


def test_a_part_of_a_quoted_cell_has_its_place() -> None:
    table, _ = parse(b'a;b\n"one; two";3\n', FILE)
    assert table
    part = table.rows[0][0].part(5, 3)
    assert (part.line, part.column, part.length) == (2, 7, 3)


def test_formulas_stay_text() -> None:
    formulas = ["=1+1", "+49 30", "@SUM(A1)", '=HYPERLINK("http://example.org")']
    text = StringIO(newline="")
    csv.writer(text).writerows([["a", "b", "c", "d"], formulas])
    assert _sound(text.getvalue())[1] == formulas


def test_utf_16_is_a_problem_that_says_how_to_save() -> None:
    problem = _problem("client\nAna\n".encode("utf-16"))
    assert problem.code == "encoding"
    assert problem.hint
    assert "CSV UTF-8" in problem.hint


def test_another_encoding_is_a_problem_at_the_character() -> None:
    problem = _problem("client\nJosé\n".encode("cp1252"))
    assert problem.code == "encoding"
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 4)
    assert problem.hint
    assert "CSV UTF-8" in problem.hint


def test_a_row_that_cannot_be_read_is_left_out_and_the_others_are_read() -> None:
    table, problems = parse("client;build\nJosé;plank\nAna;plank\n".encode("cp1252"), FILE)
    assert [problem.code for problem in problems] == ["encoding"]
    assert _values(table) == [["client", "build"], ["Ana", "plank"]]


def test_a_sign_for_a_character_that_was_lost_elsewhere_is_text() -> None:
    assert _sound("client\nJos\ufffd\n")[1] == ["Jos\ufffd"]


def test_a_quote_that_is_never_closed_is_a_problem_and_what_stands_before_is_read() -> None:
    table, problems = parse(b'a;b\n1;2\n3;"4\n5;6\n', FILE)
    assert _values(table) == [["a", "b"], ["1", "2"]]
    (problem,) = problems
    assert problem.place
    assert (problem.code, problem.place.line, problem.place.column) == ("quote", 3, 3)


def test_more_after_a_closing_quote_is_a_problem() -> None:
    problem = _problem(b'a;b\n1;"2"3\n')
    assert problem.place
    assert (problem.place.line, problem.place.column, problem.place.length) == (2, 3, 4)
    assert "closing quote" in problem.message


def test_a_cell_without_an_end_is_a_problem() -> None:
    assert _problem(b"a;b\n1;" + b"x" * 200_000).code == "too-long"


@pytest.mark.parametrize("data", [b"", b"\n\n", b";;;\n", b"sep=;\n"])
def test_an_empty_file_is_a_problem(data: bytes) -> None:
    assert _problem(data).code == "empty-file"


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    table, problems = read(tmp_path / "none.csv", FILE)
    assert table is None
    assert [problem.code for problem in problems] == ["unreadable-file"]


@given(_ROWS, st.sampled_from(DELIMITERS), st.booleans())
def test_whatever_is_written_is_read_and_stands_at_its_place(
    rows: list[list[str]], delimiter: str, all_quoted: bool
) -> None:
    text = StringIO(newline="")
    text.write(f"sep={delimiter}\n")
    csv.writer(
        text,
        delimiter=delimiter,
        lineterminator="\n",
        quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL,
    ).writerows(rows)
    kept = [row for row in rows if any(map(str.strip, row))]
    table, problems = parse(text.getvalue().encode(), FILE)
    if not kept:
        assert [problem.code for problem in problems] == ["empty-file"]
        return
    assert problems == []
    assert _values(table) == kept
    assert table
    lines = text.getvalue().split("\n")
    for cell in (cell for row in (table.head, *table.rows) for cell in row):
        line = lines[cell.place.line - 1][cell.place.column - 1 :]
        start = cell.value.split("\n")[0]
        assert line.startswith(('"' + start.replace('"', '""'), start))


@given(st.binary(max_size=300) | st.text('a";,\n\t', max_size=60).map(str.encode))
def test_nothing_that_is_read_raises(data: bytes) -> None:
    table, problems = parse(data, FILE)
    assert table or problems
