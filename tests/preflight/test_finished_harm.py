"""Files that mean harm: a problem and never a crash, whatever is in them and however long."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import finished_files as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handouts.layout.declare import TypeSource
from handouts.preflight.finished import inspect as looking
from handouts.preflight.finished.bounded import Inspector, Look, Step
from handouts.preflight.finished.inspect import inspect
from handouts.source.problem import Place, Problem

FLOORS = TypeSource()
LOOPING_FORM = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 12>>"
    b"stream\n/X Do /X Do \nendstream"
)
TAGGED = b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>"
TEXT = b"BT /F 12 Tf 72 700 Td (Ask a doctor before you start.) Tj ET 100 100 50 50 re f"
SEED = made.one_page(made.stream(TEXT), b"<</Type/Font>>")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-pdf"),
        (b"exercise: Plank", "not-a-pdf"),
        (b"%PDF-1.7", "damaged-pdf"),
        (made.raw(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Kids[2 0 R]/Count 9>>"), "damaged-pdf"),
        (made.one_page(made.stream(TEXT), box=(5, 5, 5, 5)), "paper-size"),
        (made.one_page(made.stream(TEXT))[:-200], "damaged-pdf"),
    ],
)
def test_what_is_no_whole_pdf_is_told(data: bytes, code: str, tmp_path: Path) -> None:
    assert code in made.codes(data, tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    [step] = inspect(tmp_path / "no.pdf", FLOORS)
    assert [problem.code for problem in step.problems] == ["unreadable-file"]


@pytest.mark.parametrize(
    "kid",
    [b"[6 0 R 6 0 R]", b"<</S/P/K 5 0 R>>", b"<</S/P" + 5000 * b"/K<</S/P" + 5001 * b">>", b"(no)"],
)
def test_a_tree_without_end_is_read_to_an_end(kid: bytes, tmp_path: Path) -> None:
    element = b"<</S/H1/K[6 0 R 5 0 R [0] 0 1 /x]/Pg 3 0 R>>"
    tree = b"<</Type/StructTreeRoot/RoleMap<</H1/H1/P/Q/Q/P>>/K %b>>" % kid
    data = made.raw(TAGGED, PAGES, PAGE, made.stream(TEXT), tree, element)
    assert "no-language" in made.codes(data, tmp_path)


def test_more_pages_than_are_looked_at_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "MOST_PAGES", 1)
    pages = b"<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>"
    data = made.raw(b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, made.stream(TEXT), PAGE)
    found = made.problems(data, tmp_path)
    [told] = [problem for problem in found if problem.code == "unchecked-pages"]
    assert told.message == "of 2 pages only the first 1 have been looked at"
    assert {problem.place.page for problem in found if problem.place} == {0, 1}


def test_a_page_that_takes_too_long_is_given_up_and_the_next_file_is_looked_at(
    tmp_path: Path,
) -> None:
    endless = tmp_path / "endless.pdf"
    endless.write_bytes(made.one_page(made.stream(b"/X Do"), LOOPING_FORM))
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(made.one_page(made.stream(b"")))
    with Inspector(inspect, seconds_a_page=1.0) as inspector:
        stopped, whole = (inspector.check(path, FLOORS) for path in (endless, plain))
    told = stopped.problems[-1]
    assert (told.code, told.place) == ("unchecked-pages", Place(str(endless), page=1))
    assert "not-tagged" in {problem.code for problem in stopped.problems}
    assert "unchecked-pages" not in {problem.code for problem in whole.problems}


def _step(path: Path) -> Step:
    return Step(0, 3, (Problem("seen", str(path), Place(str(path), page=0)),))


def _hang(path: Path, floors: TypeSource) -> Iterator[Step]:
    yield _step(path)
    time.sleep(60)


def _hang_at_once(path: Path, floors: TypeSource) -> Iterator[Step]:
    time.sleep(60)
    yield _step(path)


def _die(path: Path, floors: TypeSource) -> Iterator[Step]:
    yield _step(path)
    os._exit(11)


def _fill_memory(path: Path, floors: TypeSource) -> Iterator[Step]:
    yield _step(path)
    bytes(100_000_000_000)


def _stumble(path: Path, floors: TypeSource) -> Iterator[Step]:
    yield _step(path)
    raise ValueError("a fault of ours")


@pytest.mark.parametrize(
    ("look", "code", "words"),
    [
        (_hang, "unchecked-pages", "it takes too long"),
        (_die, "unchecked-pages", "it brings down what draws it"),
        (_fill_memory, "unchecked-pages", "it takes too much memory"),
        (_stumble, "bug", "ValueError: a fault of ours"),
    ],
)
def test_whatever_ends_the_work_what_was_found_is_kept(
    look: Look, code: str, words: str, tmp_path: Path
) -> None:
    with Inspector(look, seconds_a_page=0.5) as inspector:
        checked = [inspector.check(tmp_path / name, FLOORS) for name in ("a.pdf", "b.pdf")]
    for each in checked:
        assert [problem.code for problem in each.problems] == ["seen", code]
        assert words in each.problems[1].message
        assert each.pages == 3
        assert (each.trace is not None) is (code == "bug")


def test_a_file_whose_tree_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with Inspector(_hang_at_once, seconds_before_pages=0.2) as inspector:
        checked = inspector.check(tmp_path / "a.pdf", FLOORS)
    assert [(each.code, each.place and each.place.page) for each in checked.problems] == [
        ("unchecked-pages", 0)
    ]


@given(st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.binary(max_size=8)), max_size=12))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_bytes_that_are_overwritten_are_never_a_fault_of_ours(
    tmp_path: Path, changes: list[tuple[int, bytes]]
) -> None:
    data = bytearray(SEED)
    for at, written in changes:
        data[at : at + len(written)] = written
    assert "bug" not in made.codes(bytes(data), tmp_path)
