"""Problems as people and programs are shown them."""

from __future__ import annotations

import pytest

from handouts.source.problem import Place, Problem, Severity
from handouts.source.report import as_json, in_order, render

PLACE = Place("data/exercises/squat.yaml", 14, 31, 4)
LINE = "    strength: {sets: 3, reps: 10-6}"
BACKWARDS = Problem("dose-range", "reps run backwards: 10-6", PLACE, "write 6-10")


def test_a_problem_prints_with_its_line_carets_and_hint() -> None:
    assert render(BACKWARDS, LINE) == (
        "data/exercises/squat.yaml:14:31: error: reps run backwards: 10-6\n"
        "   14 |     strength: {sets: 3, reps: 10-6}\n"
        "      |                               ^^^^\n"
        "      = write 6-10"
    )


def test_a_problem_of_no_file_prints_without_a_place() -> None:
    problem = Problem("unknown-name", "there is no sqat", hint="did you mean squat?")
    assert render(problem, None) == "error: there is no sqat\n      = did you mean squat?"


def test_an_empty_line_is_not_shown() -> None:
    problem = Problem("empty-file", "this file is empty", Place("a.yaml"))
    assert render(problem, "  ") == "a.yaml:1:1: error: this file is empty"


def test_carets_end_with_the_line() -> None:
    problem = Problem("x", "message", Place("a.yaml", 1, 3, 99))
    assert render(problem, "abcd").split("\n")[2] == "      |   ^^"


@pytest.mark.parametrize("column", [1, 90, 500, 1000])
def test_carets_stand_under_the_place_in_a_line_that_is_too_long(column: int) -> None:
    line = "".join(chr(0x4E00 + number) for number in range(1000))
    problem = Problem("x", "message", Place("a.yaml", 7, column, 1))
    _, shown, carets = render(problem, line).split("\n")
    assert len(shown) < 120
    assert shown[carets.index("^")] == line[column - 1]


def test_tabs_and_escapes_do_not_reach_the_terminal() -> None:
    problem = Problem("x", "message", Place("a.yaml", 1, 3, 1))
    assert render(problem, "\ta\x1b[31m\n").split("\n")[1] == "    1 | →a\ufffd[31m"


def test_a_problem_as_json_has_the_keys_of_the_contract() -> None:
    assert as_json(BACKWARDS) == {
        "severity": "error",
        "file": "data/exercises/squat.yaml",
        "line": 14,
        "column": 31,
        "code": "dose-range",
        "message": "reps run backwards: 10-6",
        "hint": "write 6-10",
    }


def test_a_problem_of_no_file_has_nulls_as_json() -> None:
    problem = Problem("x", "message", severity=Severity.WARNING)
    assert as_json(problem) == {
        "severity": "warning",
        "file": None,
        "line": None,
        "column": None,
        "code": "x",
        "message": "message",
        "hint": None,
    }


def test_problems_stand_by_file_line_and_column_and_once() -> None:
    def at(file: str, line: int, column: int) -> Problem:
        return Problem("x", "message", Place(file, line, column))

    nowhere = Problem("x", "message")
    written = [at("b", 1, 1), at("a", 10, 1), at("a", 9, 2), nowhere, at("a", 9, 1), at("b", 1, 1)]
    assert in_order(written) == [
        nowhere,
        at("a", 9, 1),
        at("a", 9, 2),
        at("a", 10, 1),
        at("b", 1, 1),
    ]


@pytest.mark.parametrize(
    ("page", "written"),
    [(2, "card.pdf: page 2: error: message"), (0, "card.pdf: error: message")],
)
def test_a_pdf_has_pages_where_other_files_have_lines(page: int, written: str) -> None:
    problem = Problem("x", "message", Place("card.pdf", page=page))
    assert render(problem, None) == written
    said = as_json(problem)
    assert (said["line"], said["column"], said["page"]) == (None, None, page or None)


def test_problems_of_a_pdf_stand_by_page() -> None:
    whole, second, tenth = (Problem("x", "m", Place("a.pdf", page=page)) for page in (0, 2, 10))
    assert in_order([tenth, second, whole]) == [whole, second, tenth]


def test_what_is_told_as_a_warning_and_as_an_error_is_told_as_an_error_alone() -> None:
    place = Place("a.yaml", 3)
    warning = Problem("link-circle", "round", place, severity=Severity.WARNING)
    error = Problem("link-circle", "round", place, "take it out")
    assert in_order([warning, error]) == in_order([error, warning]) == [error]
