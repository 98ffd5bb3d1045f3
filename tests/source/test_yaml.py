"""YAML text to nodes: places, text as written, and every problem of a bad file."""

from __future__ import annotations

import codecs
import gc
from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from handouts.source import compose
from handouts.source.disk import LARGEST
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem, Severity
from handouts.source.yaml import parse, read

FILE = "squat.yaml"


def problems_of(source: str | bytes) -> list[Problem]:
    data = source.encode() if isinstance(source, str) else source
    return parse(data, FILE)[1]


def only_problem(source: str | bytes) -> Problem:
    problem, *others = problems_of(source)
    assert others == []
    return problem


def tree(source: str) -> Node:
    node, problems = parse(source.encode(), FILE)
    assert problems == []
    assert node is not None
    return node


def plain(node: Node) -> object:
    """The node as Python's own values, all scalars text."""
    match node:
        case Text(value):
            return value
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.value: plain(value) for key, value in entries}


def marked(source: str, place: Place | None) -> str:
    """The characters of the source that a place stands for."""
    assert place is not None
    line = source.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.length]


def test_scalars_stay_the_text_that_was_written() -> None:
    source = "a: no\nb: 1:30\nc: 0x10\nd: 3-4\ne: 1.50\nf: 2027-01-04\ng: on\nh: 012\ni: <b> & %"
    assert plain(tree(source)) == {
        "a": "no",
        "b": "1:30",
        "c": "0x10",
        "d": "3-4",
        "e": "1.50",
        "f": "2027-01-04",
        "g": "on",
        "h": "012",
        "i": "<b> & %",
    }


def test_lists_and_mappings_keep_their_order() -> None:
    node = tree("z: [b, a]\na:\n  - {y: 1, x: 2}\n  - plain\n")
    assert isinstance(node, Mapping)
    assert [(key.value, plain(value)) for key, value in node.entries] == [
        ("z", ["b", "a"]),
        ("a", [{"y": "1", "x": "2"}, "plain"]),
    ]


def test_a_value_left_empty_is_the_empty_text() -> None:
    assert plain(tree("tips:\nsafety: ''\n")) == {"tips": "", "safety": ""}


def test_places_count_characters_after_text_that_is_not_ascii() -> None:
    source = "é: {日本: 😀 x, b: {c: [ü, dd]}}\n"
    node = tree(source)
    assert isinstance(node, Mapping)
    inner = node.entries[0][1]
    assert isinstance(inner, Mapping)
    (key, value), (_, nested) = inner.entries
    assert marked(source, key.place) == "日本"
    assert marked(source, value.place) == "😀 x"
    assert marked(source, nested.place) == "{c: [ü, dd]}"


def test_a_place_of_several_lines_ends_with_the_first() -> None:
    source = "a: one\n  two\nb: |\n  three\nc: [x,\n  y]\n"
    node = tree(source)
    assert isinstance(node, Mapping)
    assert [marked(source, value.place) for _, value in node.entries] == ["one", "|", "[x,"]


def test_a_part_of_a_quoted_text_has_its_own_place() -> None:
    source = 'reps: "12, 10-6"'
    node = tree(source)
    assert isinstance(node, Mapping)
    text = node.entries[0][1]
    assert isinstance(text, Text)
    assert marked(source, text.part(4, 4)) == "10-6"


def test_line_ends_of_windows_count_once() -> None:
    problem = only_problem("a: 1\r\nb: 2\r\na: 3\r\n")
    assert problem.place == Place(FILE, 3, 1, 1)


def test_a_byte_order_mark_is_no_character() -> None:
    node, problems = parse(codecs.BOM_UTF8 + b"a: b", FILE)
    assert problems == []
    assert node == Mapping(
        ((Text("a", Place(FILE, 1, 1, 1)), Text("b", Place(FILE, 1, 4, 1))),), Place(FILE, 1, 1, 4)
    )


def test_an_alias_gives_what_it_names_again() -> None:
    assert plain(tree("a: &x [1, 2]\nb: *x\n")) == {"a": ["1", "2"], "b": ["1", "2"]}


BAD = {
    "an empty file": ("", "empty-file"),
    "comments alone": ("# nothing\n", "empty-file"),
    "an empty document": ("---\n", "empty-file"),
    "a key written twice": ("a: 1\na: 2\n", "duplicate-key"),
    "a tag": ("a: !!python/object/apply:os.system [ls]\n", "tag"),
    "two documents": ("a: 1\n---\nb: 2\n", "several-documents"),
    "a list as a key": ("? [a]\n: b\nc: d\n", "key"),
    "a mapping as a key": ("{a: b}: c\n", "key"),
    "a comma that cuts": ("a: {reps: 12, 10, 8}\n", "comma"),
    "a key without a value": ("a: {b}\n", "no-value"),
    "an alias of nothing": ("a: *b\n", "alias"),
    "an alias of itself": ("a: &x [*x]\n", "alias"),
    "a folded text that was meant to be more than": ("reps: >5\n", "yaml"),
    "deep nesting": (f"a: {'[' * 1000}{']' * 1000}\n", "too-deep"),
    "deep nesting of mappings": (f"a: {'{b: ' * 1000}{'}' * 1000}\n", "too-deep"),
    "too many things": (f"a: [{'x, ' * 30_000}]\n", "too-large"),
    "UTF-16": ("a: b\n".encode("utf-16"), "encoding"),
    "a byte that is not UTF-8": (b"a: caf\xe9\n", "encoding"),
    "a picture": (bytes(range(256)) * 4, "encoding"),
    "too much text": (b"a: " + b"x" * LARGEST, "too-large"),
    "NUL": ("a: x\0y\n", "invisible-character"),
    "a control character": ("a: x\x07y\n", "invisible-character"),
    "a control character as an escape": ('a: "x\\ay"\n', "invisible-character"),
    "a character that turns text around": ("a: x\u202ey\n", "invisible-character"),
}


@pytest.mark.parametrize(("source", "code"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_a_problem(source: str | bytes, code: str) -> None:
    problem = only_problem(source)
    assert (problem.code, problem.severity) == (code, Severity.ERROR)
    assert problem.place is not None


def test_a_key_written_twice_names_the_first_line() -> None:
    problem = only_problem("tips: [a]\nfaq: [b]\ntips: [c]\n")
    assert problem.message == "tips is written twice, first on line 1"
    assert problem.place == Place(FILE, 3, 1, 4)


def test_text_cut_by_commas_is_shown_whole_with_its_quotes() -> None:
    source = "a: {sets: 3, reps: 12, 10, 8, note: x}\n"
    node, (problem,) = parse(source.encode(), FILE)
    assert marked(source, problem.place) == "12, 10, 8"
    assert problem.hint == 'put it in quotes: reps: "12, 10, 8"'
    assert node and plain(node) == {"a": {"sets": "3", "reps": "12, 10, 8", "note": "x"}}


def test_a_byte_that_is_not_utf_8_has_its_line_and_column() -> None:
    problem = only_problem(b"a: b\nc: \xc3\xa9t\xe9\n")
    assert problem.place == Place(FILE, 2, 6, 1)
    assert problem.message == "byte 0xE9 is not UTF-8"


def test_aliases_within_aliases_do_not_grow_without_end() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    assert "too-large" in {problem.code for problem in problems_of("\n".join(lines))}


def test_aliases_do_not_hide_depth() -> None:
    lines = [f"a: &a {'[' * 20}{']' * 20}", f"b: {'[' * 20}*a{']' * 20}"]
    assert only_problem("\n".join(lines)).code == "too-deep"


@pytest.mark.parametrize("source", ["a: band #2\n", "a: #2 band\n", "a: [x] \nb: x #y\n"])
def test_a_comment_that_looks_like_text_is_a_warning(source: str) -> None:
    problem = only_problem(source)
    assert (problem.code, problem.severity) == ("comment", Severity.WARNING)
    assert marked(source, problem.place).startswith("#")


@pytest.mark.parametrize("source", ["a: band # 2\n", "a: band  #2\n", "#2\na: b\n", "a: 'b' #2\n"])
def test_a_comment_that_looks_like_one_is_none(source: str) -> None:
    assert problems_of(source) == []


def test_the_hint_for_a_cut_comment_quotes_the_whole_text() -> None:
    hint = only_problem("a: band #2\n").hint
    assert hint and '"band #2"' in hint


@pytest.mark.parametrize("word", ["null", "~"])
def test_a_word_for_nothing_is_a_warning_for_it_prints(word: str) -> None:
    problem = only_problem(f"a: {word}\n")
    assert (problem.code, problem.severity) == ("null", Severity.WARNING)


def test_an_anchor_that_swallows_a_word_is_a_warning() -> None:
    problem = only_problem("a: &you must\n")
    assert (problem.code, problem.severity) == ("anchor", Severity.WARNING)


def test_every_broken_key_is_reported_and_the_others_are_read() -> None:
    source = 'a: b: c\nd: "x\ne: @x\nf: fine\ng: 1\ng: 2\n'
    node, problems = parse(source.encode(), FILE)
    assert {problem.place.line for problem in problems if problem.place} == {1, 2, 3, 6}
    assert node and plain(node) == {"f": "fine", "g": "1"}


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    node, (problem,) = read(tmp_path / "none.yaml", "none.yaml")
    assert node is None
    assert problem.code == "unreadable-file"
    assert problem.place == Place("none.yaml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert read(tmp_path, "exercises")[1][0].code == "unreadable-file"


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "é: {a: 'x', b: [1, '2']}\nt: |\n  one\n  two\nn:\n"
    with_c = parse(source.encode(), FILE)
    monkeypatch.setattr(compose, "_LOADER", pyyaml.SafeLoader)
    assert parse(source.encode(), FILE) == with_c


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000", "\\ud800", "\\x0"])
@pytest.mark.parametrize("loader", [pyyaml.SafeLoader, compose._LOADER])
def test_an_escape_that_is_no_character_is_a_problem(
    escape: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "_LOADER", loader)
    assert problems_of(f'a: "{escape}"\n')


def inside(place: Place | None, data: bytes) -> bool:
    assert place is not None
    lines = data.decode("utf-8", errors="surrogateescape").split("\n")
    return 1 <= place.line <= len(lines) and place.column >= 1 and place.length >= 1


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    node, problems = parse(data, FILE)
    assert node is not None or problems
    assert all(inside(problem.place, data.replace(b"\r", b"\n")) for problem in problems)


@given(st.text("ab:-#&*!|>'\"%@`{}[],? \n\t\\é", max_size=60))
def test_no_text_of_yamls_own_signs_raises(text: str) -> None:
    node, problems = parse(text.encode(), FILE)
    assert node is not None or problems
    assert all(inside(problem.place, text.encode()) for problem in problems)


@given(st.text("ab:-#&*!|>'\"%@`{}[],? \n\t\\é", max_size=60))
def test_no_text_raises_in_the_pure_parser_either(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compose, "_LOADER", pyyaml.SafeLoader)
        node, problems = parse(text.encode(), FILE)
    assert node is not None or problems


printable = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn"),
    exclude_characters="\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)


@given(st.text(printable, max_size=80))
def test_any_text_comes_back_as_itself(text: str) -> None:
    source = pyyaml.safe_dump({"text": text}, allow_unicode=True, default_style='"')
    node, problems = parse(source.encode(), FILE)
    assert problems == []
    assert node and plain(node) == {"text": text}


def test_what_was_read_leaves_nothing_for_the_collector() -> None:
    text = b"exercise: Plank\nsetup: [Lie down., {Lift: Go up.}]\n"
    parse(text, "plank.yaml")  # what is made once stays
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        parse(text, "plank.yaml")
        assert gc.collect() == 0
    finally:
        if was_on:
            gc.enable()
