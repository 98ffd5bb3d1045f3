"""Changes are found by content, in files and in folders, whole and once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from handouts.batch.changes import INTERVAL, Changed, Polling, Stamp, look

Step = Callable[[], object]


def _follow(paths: Iterable[Path], steps: Iterable[Step]) -> list[Changed]:
    """What is given when each wait, of whatever length, is one step of somebody who writes."""
    writing = iter(steps)
    found: list[Changed] = []

    def sleep(_: float) -> None:
        try:
            step = next(writing)
        except StopIteration:
            raise KeyboardInterrupt from None
        step()

    changes = Polling(sleep)
    changes.add(paths)
    with pytest.raises(KeyboardInterrupt):
        found.extend(changes)
    return found


def _nothing() -> None:
    """Time goes by."""


def _saying(path: Path, text: str) -> Step:
    return lambda: path.write_text(text, encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plank.yaml"
    path.write_text("exercise: Plank", encoding="utf-8")
    return path


def test_a_file_that_says_something_else_has_changed_once(file: Path) -> None:
    steps = [_nothing, _saying(file, "exercise: Side plank"), _nothing, _nothing, _nothing]
    assert _follow([file], steps) == [frozenset([file])]


def test_a_file_written_again_as_it_was_has_not_changed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert _follow([file], [_saying(file, text), lambda: os.utime(file, ns=(1, 1))] * 2) == []


def test_a_file_of_the_same_size_and_time_renamed_over_it_has_changed(file: Path) -> None:
    def replace() -> None:
        other = file.with_name(".plank.yaml.swp")
        other.write_text("exercise: Blank", encoding="utf-8")
        times = file.stat()
        os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
        other.replace(file)

    assert _follow([file.parent, file], [replace, _nothing]) == [frozenset([file])]


def test_a_file_half_written_is_waited_for(file: Path) -> None:
    steps = [_saying(file, ""), _saying(file, "exercise:"), _saying(file, "exercise: Side plank")]
    assert _follow([file], [*steps, _nothing]) == [frozenset([file])]


def test_a_file_away_for_a_moment_has_not_changed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert _follow([file], [file.unlink, _saying(file, text), _nothing]) == []


def test_a_second_change_is_given_after_the_first(file: Path) -> None:
    steps = [_saying(file, "1"), _nothing, _saying(file, "22"), _nothing]
    assert _follow([file], steps) == [frozenset([file])] * 2


def test_files_that_come_into_a_folder_and_leave_it_have_changed(tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    steps = [_saying(new, "a"), _nothing, new.unlink, _nothing]
    assert _follow([tmp_path], steps) == [frozenset([new])] * 2


@pytest.mark.parametrize("name", [".new.yaml", "new.yaml~", "4913", ".new.yaml.1.part"])
def test_what_editors_leave_in_a_folder_is_no_change(name: str, tmp_path: Path) -> None:
    assert _follow([tmp_path], [_saying(tmp_path / name, "a"), _nothing]) == []


def test_a_whole_folder_that_goes_takes_its_files_with_it(file: Path) -> None:
    folder = file.parent
    steps = [lambda: folder.rename(folder.with_name("away")), _nothing]
    assert _follow([folder, file], steps) == [frozenset([file])]


def test_a_file_that_is_wanted_and_comes_has_changed(tmp_path: Path) -> None:
    picture = tmp_path / "photos" / "start.jpg"

    def come() -> None:
        picture.parent.mkdir()
        picture.write_bytes(b"a")

    assert _follow([picture], [come, _nothing]) == [frozenset([picture])]


def test_a_file_added_twice_keeps_its_first_stamp(file: Path) -> None:
    changes = Polling(lambda _: None)
    changes.add([file])
    file.write_text("exercise: Side plank", encoding="utf-8")
    changes.add([file])
    assert next(iter(changes)) == frozenset([file])


def test_a_name_that_no_file_can_have_is_nothing() -> None:
    assert look(Path("x" * 5000), Stamp()) == Stamp()


def test_a_file_as_it_was_is_not_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = look(file, Stamp())
    assert before.content is not None
    monkeypatch.setattr(Path, "read_bytes", None)
    assert look(file, before) is before


def test_looks_are_an_interval_apart_while_nothing_happens(file: Path) -> None:
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        if len(waits) == 3:
            raise KeyboardInterrupt
        waits.append(seconds)

    changes = Polling(sleep)
    changes.add([file])
    with pytest.raises(KeyboardInterrupt):
        next(iter(changes))
    assert waits == [INTERVAL] * 3
