"""Files of records are read one by one, and faults are told with their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handouts.importers import columns
from handouts.importers.reading import read_json
from handouts.importers.record import Item
from handouts.source.problem import Problem


def _items(tmp_path: Path, data: bytes) -> tuple[list[Item], list[Problem]]:
    file = tmp_path / "in.json"
    file.write_bytes(data)
    found = [*read_json(file, "in.json")]
    problems = [each for each in found if isinstance(each, Problem)]
    return [each for each in found if isinstance(each, Item)], problems


def test_records_know_where_they_begin(tmp_path: Path) -> None:
    items, problems = _items(tmp_path, b'[{"name": "a"},\n  {"name": "b"}]')
    assert [(each.number, each.value) for each in items] == [(1, {"name": "a"}), (2, {"name": "b"})]
    assert (items[1].place.line, items[1].place.column) == (2, 3)
    assert problems == []


@pytest.mark.parametrize("key", ["results", "exercises", "data"])
def test_an_object_keeps_its_records_under_a_key(tmp_path: Path, key: str) -> None:
    items, _ = _items(tmp_path, json.dumps({"count": 2, key: [{"a": 1}, {"a": 2}]}).encode())
    assert len(items) == 2


def test_an_object_alone_is_a_record(tmp_path: Path) -> None:
    assert _items(tmp_path, b'\xef\xbb\xbf{"name": "a"}\n')[0][0].value == {"name": "a"}


def test_a_folder_has_the_records_of_its_files_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"name": "b"}')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.json").write_text('[{"name": "c"}]')
    (tmp_path / "a.json").write_text('{"name": "a"}')
    found = [*read_json(tmp_path, "folder")]
    assert [each.value for each in found if isinstance(each, Item)] == [
        {"name": "a"},
        {"name": "b"},
        {"name": "c"},
    ]
    assert [each.number for each in found if isinstance(each, Item)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b'[{"a": 1}, {"a": ', "json", (1, 18)),
        (b'[{"a": 1} {"a": 2}]', "json", (1, 11)),
        (b'[{"a": 1}] x', "json", (1, 12)),
        (b"", "json", (1, 1)),
        (b'[{"a": 1},\n' + b"[" * 100_000, "too-deep", (2, 1)),
        (b"\xff\xfe[\x00]\x00", "encoding", (1, 1)),
    ],
)
def test_a_fault_is_told_where_it_stands(
    tmp_path: Path, data: bytes, code: str, place: tuple[int, int]
) -> None:
    _, [problem] = _items(tmp_path, data)
    assert problem.code == code
    assert problem.place
    assert (problem.place.line, problem.place.column) == place


def test_records_before_a_fault_are_read(tmp_path: Path) -> None:
    items, problems = _items(tmp_path, b'[{"a": 1}, {"b": 2}, {"c"')
    assert [each.value for each in items] == [{"a": 1}, {"b": 2}]
    assert len(problems) == 1


def test_no_number_and_numbers_beyond_counting_are_texts(tmp_path: Path) -> None:
    items, _ = _items(tmp_path, b'[{"a": NaN, "b": -Infinity, "c": 1' + b"0" * 5000 + b"}]")
    assert items[0].value == {"a": "NaN", "b": "-Infinity", "c": "1" + "0" * 5000}


def test_a_key_that_comes_again_is_kept_apart(tmp_path: Path) -> None:
    items, _ = _items(tmp_path, b'[{"name": "a", "name": "b", "name": "c"}]')
    assert items[0].value == {"name": "a", "name (again)": ["b", "c"]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_give_records_or_problems(tmp_path: Path, data: bytes) -> None:
    items, problems = _items(tmp_path, data)
    assert items or problems or data.strip() in (b"[]", b"\xef\xbb\xbf[]") or b"[" in data


def _rows(tmp_path: Path, text: str, said: dict[str, str]) -> list[Item | Problem]:
    file = tmp_path / "in.csv"
    file.write_bytes(text.encode("utf-8-sig"))
    return [*columns.read(file, "in.csv", said)]


def test_columns_are_found_by_the_map_and_by_their_names(tmp_path: Path) -> None:
    text = 'Übung;Steps;level;Steps\nKniebeuge;"Hin; runter";beginner;x\n'
    [row] = _rows(tmp_path, text, {"name": "Übung"})
    assert isinstance(row, Item)
    assert row.value == {
        "name": "Kniebeuge",
        "execution": "Hin; runter",
        "level": "beginner",
        "column 4, Steps": "x",
    }
    assert row.place.line == 2


def test_a_column_that_is_not_there_is_told_and_nothing_is_read(tmp_path: Path) -> None:
    [problem] = _rows(tmp_path, "Exercise,Steps\nSquat,Sit\n", {"name": "Exercises"})
    assert isinstance(problem, Problem)
    assert problem.code == "unknown-column"
    assert problem.hint == "did you mean Exercise?"


def test_cells_beyond_the_head_are_kept_apart(tmp_path: Path) -> None:
    [row] = _rows(tmp_path, "name,steps\nSquat,Sit,more\n", {})
    assert isinstance(row, Item)
    assert row.value == {"name": "Squat", "execution": "Sit", "column 3": "more"}


def test_a_column_that_the_map_has_replaced_is_no_key(tmp_path: Path) -> None:
    [row] = _rows(tmp_path, "name,title,steps\n17,Squat,Sit\n", {"name": "title"})
    assert isinstance(row, Item)
    assert row.value == {"column 1, name": "17", "name": "Squat", "execution": "Sit"}


@pytest.mark.parametrize("said", ["name", "name=", "=Steps", "=, name=a"])
def test_a_map_that_says_nothing_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="write name=Exercise"):
        columns.parse_map(said)


def test_a_key_that_is_none_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(ValueError, match="did you mean name"):
        columns.parse_map("nam=Exercise")
