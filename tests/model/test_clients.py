"""Lists of clients: tables and YAML, and what can be wrong with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.model.client import Client
from handouts.model.clients import read_clients
from handouts.model.quantity import Amount
from handouts.source.problem import Problem

TABLE = """\
Client;Build;Goal;Rung;Start;Date;Lang;Note;Coach;1RM back-squat;1rm row
Ana Pereira;glute-bridge; strength ;3;2027-01-04;4 Jan 2027;en;"Slowly;
no pain";Dr. Silva;100 kg;
Bo;"plank; bird-dog";;;;;;;;62.5kg;135 lb
"""
LIST = """\
- client: Ana Pereira
  build: glute-bridge
  goal: strength
  rung: 3
  start: 2027-01-04
  date: 4 Jan 2027
  lang: en
  note: Slowly; no pain
  coach: Dr. Silva
  1rm: {back-squat: 100 kg}
- {client: Bo, build: [plank, bird-dog], 1rm back-squat: 62.5 kg, 1rm: {row: 135 lb}}
"""


def _weight(number: str, unit: str) -> Amount:
    return Amount(Decimal(number), Decimal(number), unit)


CLIENTS = (
    Client(
        client="Ana Pereira",
        build=("glute-bridge",),
        goal="strength",
        rung="3",
        start=date(2027, 1, 4),
        date="4 Jan 2027",
        lang="en",
        note="Slowly; no pain",
        coach="Dr. Silva",
        maxima={"back-squat": _weight("100", "kg")},
    ),
    Client(
        client="Bo",
        build=("plank", "bird-dog"),
        maxima={"back-squat": _weight("62.5", "kg"), "row": _weight("135", "lb")},
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def _read(folder: Path, text: str, ending: str = "csv") -> tuple[tuple[Client, ...], list[Problem]]:
    path = folder / f"clients.{ending}"
    path.write_text(text, encoding="utf-8")
    return read_clients(path, path.name)


def _sound(folder: Path, text: str, ending: str = "csv") -> tuple[Client, ...]:
    clients, problems = _read(folder, text, ending)
    assert problems == []
    return clients


def _problem(folder: Path, text: str, ending: str = "csv") -> Problem:
    (problem,) = _read(folder, text, ending)[1]
    return problem


def _mark(problem: Problem, text: str) -> str:
    """The characters that a problem marks."""
    assert problem.place
    start = problem.place.column - 1
    return text.splitlines()[problem.place.line - 1][start : start + problem.place.length]


def test_a_table_and_a_list_say_the_same(folder: Path) -> None:
    assert _sound(folder, TABLE) == CLIENTS
    assert _sound(folder, LIST, "yaml") == CLIENTS


def test_an_empty_cell_is_not_given(folder: Path) -> None:
    assert _sound(folder, "client,goal,1rm row\nAna,,  \n") == (Client(client="Ana"),)


def test_empty_columns_and_rows_at_the_end_do_not_count(folder: Path) -> None:
    assert _sound(folder, "client,goal,,\nAna,strength,,\n,,,\n,,,\n") == (
        Client(client="Ana", goal="strength"),
    )


def test_names_to_build_may_stand_on_lines_of_a_cell(folder: Path) -> None:
    (client,) = _sound(folder, 'client,build\nAna,"plank\nbird-dog, row;;"\n')
    assert client.build == ("plank", "bird-dog", "row")


def test_a_list_changes_doses(folder: Path) -> None:
    text = "- client: Ana\n  doses: {glute-bridge: {sets: 2, side: left}}\n"
    (client,) = _sound(folder, text, "yaml")
    dose = client.doses["glute-bridge"]
    assert (str(dose.sets), str(dose.side)) == ("2", "left")
    assert set(dose.places) == {"sets", "side"}


def test_clients_know_the_places_of_what_they_name(folder: Path) -> None:
    text = 'client,build,1rm row,lang\nAna,"plank; bird-dog",100 kg,de\n'
    (client,) = _sound(folder, text)
    marks = {
        key: _mark(Problem("", "", place), text)
        for key, place in client.places.items()
        if key not in ("build", "1rm", "1rm row")
    }
    assert marks == {
        "client": "Ana",
        "lang": "de",
        "build.plank": "plank",
        "build.bird-dog": "bird-dog",
        "maxima.row": "row",
    }


def test_a_formula_stays_text(folder: Path) -> None:
    (client,) = _sound(folder, 'client,note\n=1+1,"@SUM(A1)"\n')
    assert (client.client, client.note) == ("=1+1", "@SUM(A1)")


@pytest.mark.parametrize(
    ("column", "cell", "code", "mark", "hint"),
    [
        ("1rm row", "100", "dose-unit", "100", "write 100 kg or 100 lb"),
        ("1rm row", "102,5 kg", "value", "2,5", "write 102.5 kg"),
        ("1rm row", "100-110 kg", "value", "100-110 kg", "write 100 kg or 225 lb"),
        ("1rm row", "75%", "dose-unit", "%", "write kg or lb"),
        (
            *("start", "04/01/2027", "date", "04/01/2027"),
            "write year, month and day: 2027-04-01 or 2027-01-04",
        ),
        ("start", "25/12/2027", "date", "25/12/2027", "write year, month and day: 2027-12-25"),
        ("start", "4. 12. 2027", "date", "4. 12. 2027", "write year, month and day: 2027-12-04"),
        ("start", "32.1.2027", "date", "32.1.2027", "write year, month and day: 2027-01-04"),
        ("start", "Monday", "date", "Monday", "write year, month and day: 2027-01-04"),
        ("start", "2027-02-30", "date", "2027-02-30", "write year, month and day: 2027-01-04"),
        ("build", "exercises/plank.yaml", "value", "exercises/plank.yaml", "write plank"),
        ("lang", "english!", "value", "english!", "write en, de or pt-BR"),
    ],
)
def test_a_cell_that_cannot_be_read_is_a_problem_in_its_place(
    folder: Path, column: str, cell: str, code: str, mark: str, hint: str
) -> None:
    text = f"client;{column}\nAna;{cell}\nBo;\n"
    clients, (problem,) = _read(folder, text)
    assert (problem.code, _mark(problem, text), problem.hint) == (code, mark, hint)
    assert problem.place
    assert problem.place.line == 2
    assert [client.client for client in clients if client.sound] == ["Bo"]


def test_every_fault_of_every_row_is_told(folder: Path) -> None:
    text = (
        "client;build;start;lang;1RM row;1rm squat;notes\n"
        "Ana;plank;tomorrow;english!;100;;x\n"
        ";exercises/plank.yaml;;;;75%;\n"
        "ana;row;4.1.;;;;\n"
    )
    clients, problems = _read(folder, text)
    assert {_mark(problem, text) for problem in problems if problem.code != "missing-key"} == {
        *("notes", "tomorrow", "english!", "100", "exercises/plank.yaml", "%", "ana", "4.1."),
    }
    assert [problem.message for problem in problems if problem.code == "missing-key"] == [
        "client 2 has no name"
    ]
    assert [(client.client, client.build, client.sound) for client in clients] == [
        ("Ana", ("plank",), False),
        (None, (), False),
    ]


def test_a_misspelt_client_is_told_with_what_else_is_wrong(folder: Path) -> None:
    text = "- {clint: Ana, start: today}\n- {client: ana}\n- {client: [Bo]}\n"
    _, problems = _read(folder, text, "yaml")
    assert [_mark(problem, text) for problem in problems] == ["clint", "today", "[Bo]", "ana"]


def test_an_unknown_column_is_one_problem_with_a_guess(folder: Path) -> None:
    text = "client,notes\nAna,x\nBo,\nCy,z\n"
    problem = _problem(folder, text)
    assert (problem.code, _mark(problem, text)) == ("unknown-key", "notes")
    assert problem.hint == "did you mean note?"


def test_a_table_without_clients_says_so_once(folder: Path) -> None:
    text = "name,goal\nAna,strength\nBo,\n"
    problem = _problem(folder, text)
    assert problem.message == "no column is called client"
    assert _mark(problem, text) == "name"


def test_a_row_without_a_client_is_a_problem(folder: Path) -> None:
    clients, (problem,) = _read(folder, "client,goal\nAna,\n,strength\n")
    assert problem.message == "client 2 has no name"
    assert problem.place
    assert (problem.place.line, problem.place.column) == (3, 1)
    assert [client.client for client in clients if client.sound] == ["Ana"]


def test_the_same_name_twice_is_a_problem_whatever_its_capitals(folder: Path) -> None:
    text = "client\nAna Pereira\nBo\nANA  pereira\n"
    clients, (problem,) = _read(folder, text)
    assert (problem.code, _mark(problem, text)) == ("duplicate-client", "ANA  pereira")
    assert "first on line 2" in problem.message
    assert [client.client for client in clients] == ["Ana Pereira", "Bo"]


def test_two_columns_of_one_name_are_a_problem(folder: Path) -> None:
    text = "client,Goal,goal\nAna,a,b\n"
    problem = _problem(folder, text)
    assert (problem.code, _mark(problem, text)) == ("duplicate-key", "goal")


def test_a_maximum_that_is_given_twice_is_a_problem(folder: Path) -> None:
    text = "- {client: Ana, 1rm: {row: 100 kg}, 1rm Row: 90 kg}\n"
    problem = _problem(folder, text, "yaml")
    assert (problem.code, _mark(problem, text)) == ("duplicate-key", "Row")


@pytest.mark.parametrize("text", ["client,goal,,\nAna,,,x\n", "client,goal\nAna,,,x\n"])
def test_a_cell_without_a_column_is_a_problem(folder: Path, text: str) -> None:
    problem = _problem(folder, text)
    assert (problem.code, _mark(problem, text)) == ("unnamed-column", "x")


@pytest.mark.parametrize("column", ["1rm", "doses"])
def test_a_column_that_no_cell_can_fill_says_what_to_do_and_nobody_gets_a_sheet(
    folder: Path, column: str
) -> None:
    text = f"client,{column}\nAna,100 kg\nBo,\n"
    clients, (problem,) = _read(folder, text)
    assert (problem.code, _mark(problem, text), clients) == ("unknown-key", column, ())
    assert problem.hint


@pytest.mark.parametrize(("text", "ending"), [("client,goal\n", "csv"), ("[]", "yaml")])
def test_a_list_of_nobody_is_a_problem(folder: Path, text: str, ending: str) -> None:
    problem = _problem(folder, text, ending)
    assert problem.message == "there is no client in this file"


def test_yaml_that_is_no_list_is_a_problem(folder: Path) -> None:
    assert _problem(folder, "client: Ana\n", "yaml").code == "wrong-kind"


@given(st.text('client1rm ;,"\n=@abc', max_size=80), st.sampled_from(["csv", "yaml"]))
def test_nothing_that_is_read_raises(
    tmp_path_factory: pytest.TempPathFactory, text: str, ending: str
) -> None:
    clients, problems = _read(tmp_path_factory.getbasetemp(), text, ending)
    assert clients or problems
