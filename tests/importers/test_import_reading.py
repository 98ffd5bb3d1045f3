"""Files of records are read one by one, and faults are told with their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handouts.importers.format import column_map, columns
from handouts.importers.reading import read_json
from handouts.importers.record import Item, Record
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


def test_records_under_a_key_know_where_they_begin(tmp_path: Path) -> None:
    data = b'{"count": 2,\n "next": {"results": 1},\n "results": [{"a": 1},\n   {"a": 2}], "x": 0}'
    items, _ = _items(tmp_path, data)
    assert [each.value for each in items] == [{"a": 1}, {"a": 2}]
    assert [(each.place.line, each.place.column) for each in items] == [(3, 14), (4, 4)]


def test_a_fault_says_that_others_were_imported_only_where_they_were(tmp_path: Path) -> None:
    hint = "what stands before this place was imported"
    assert [each.hint for each in _items(tmp_path, b'[{"a": 1}, {"a"')[1]] == [hint]
    assert [each.hint for each in _items(tmp_path, b'{"a": 1}\n{"a": 2}')[1]] == [None]


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
    said = {"name": "Exercises", "execution": "Anleitung"}
    first, second = _rows(tmp_path, "Exercise,Steps\nSquat,Sit\n", said)
    assert isinstance(first, Problem)
    assert isinstance(second, Problem)
    assert first.code == "unknown-column"
    assert first.hint == "did you mean Exercise? The columns are Exercise, Steps"
    assert second.hint == "the columns are Exercise, Steps"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Squat,Sit down.\nPress,Push.\n", ["name", "execution"]),
        ("name,Text\nSquat,Sit\n", ["execution"]),
        ("Exercise name,steps\nSquat,Sit\n", ["name"]),
    ],
)
def test_a_table_without_a_column_that_must_be_there_is_told_once(
    tmp_path: Path, text: str, what: list[str]
) -> None:
    problems = _rows(tmp_path, text, {})
    heads = text.partition("\n")[0].replace(",", ", ")
    assert [each.hint for each in problems if isinstance(each, Problem)] == [
        f"say which it is with --map {key}=COLUMN; the columns are {heads}" for key in what
    ]


def test_columns_are_named_whatever_their_case_and_spaces(tmp_path: Path) -> None:
    text = '" Exercise  Name ","How to, step by step","a=b",NOTES,notes\nSquat,Sit,Why,x,y\n'
    said = column_map.parse_map("name=exercise name, execution=How to, step by step,summary=a=b")
    [row] = _rows(tmp_path, text, {**said, "tips": "notes"})
    assert isinstance(row, Item)
    assert row.value == {
        "name": "Squat",
        "execution": "Sit",
        "summary": "Why",
        "NOTES": "x",
        "tips": "y",
    }


def test_a_row_with_bytes_that_are_no_text_is_refused_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_bytes("name;steps\nKräftig;Sitz\nRuhe;Lieg\n".encode("latin-1"))
    found = [*columns.read(file, "in.csv", {})]
    assert [each.code for each in found if isinstance(each, Problem)] == ["encoding"]
    assert [each.value for each in found if isinstance(each, Item)] == [
        {"name": "Ruhe", "execution": "Lieg"}
    ]


def test_cells_beyond_the_head_are_kept_apart(tmp_path: Path) -> None:
    [row] = _rows(tmp_path, "name,steps\nSquat,Sit,more\n", {})
    assert isinstance(row, Item)
    assert row.value == {"name": "Squat", "execution": "Sit", "column 3": "more"}


def test_a_column_that_the_map_has_replaced_is_no_key(tmp_path: Path) -> None:
    [row] = _rows(tmp_path, "name,title,steps\n17,Squat,Sit\n", {"name": "title"})
    assert isinstance(row, Item)
    assert row.value == {"column 1, name": "17", "name": "Squat", "execution": "Sit"}


@pytest.mark.parametrize("said", ["", "name", "name=", "=Steps", "=, name=a"])
def test_a_map_that_says_nothing_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="write name=Exercise"):
        column_map.parse_map(said)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("nam=Exercise", "there is no key nam: did you mean name"),
        ("name=A,name=B", "name is two columns, A and B"),
        ("name=A,summary=A", "column A is name and summary"),
    ],
)
def test_a_map_that_cannot_be_meant_is_told(said: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        column_map.parse_map(said)


@pytest.mark.parametrize(
    ("cell", "cues"),
    [
        ("Sit; stand; rest;", ["Sit", "stand", "rest"]),
        ("Sit down.; Stand up.", ["Sit down.", "Stand up."]),
        ("Sit | Stand", ["Sit", "Stand"]),
        ("Sit back; stay low. Stand.", ["Sit back; stay low.", "Stand."]),
        ("1. Sit; stay\n2. Stand", ["Sit; stay", "Stand"]),
        ("Step 1: Sit. Step 2: Stand.", ["Sit.", "Stand."]),
    ],
)
def test_a_cell_is_parted_by_lines_numbers_semicolons_or_sentences(
    cell: str, cues: list[str]
) -> None:
    draft = columns.draft(Record({"name": "A", "execution": cell}))
    assert draft.fields["execution"] == cues
