"""Reading what a name leads to: files alone, no more of them than a bound, and no waiting."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from handouts.source.bounds import leads_out
from handouts.source.digest import NOTHING, digest_of
from handouts.source.disk import NotAFile, content, read_bytes
from handouts.source.problem import Problem

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")


def problem(path: Path, largest: int = 10) -> Problem:
    found = read_bytes(path, "shown.yaml", largest)
    assert isinstance(found, Problem)
    assert found.place is not None and found.place.file == "shown.yaml"
    return found


def test_no_more_is_read_than_tells_that_a_file_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789ab")
    assert content(tmp_path / "a", 12) == b"0123456789ab"
    assert content(tmp_path / "a", 10) == b"0123456789a"
    assert problem(tmp_path / "a").code == "too-large"


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert content(tmp_path / "a", 10) == b""


@posix
def test_a_pipe_that_nobody_writes_to_is_a_problem_and_no_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(NotAFile):
        content(tmp_path / "a", 10)
    assert "a device or a pipe" in problem(tmp_path / "a").message
    assert digest_of(tmp_path / "a") == NOTHING


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_a_problem_whatever_it_would_give(device: str, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(device)
    assert problem(tmp_path / "a").code == "unreadable-file"
    assert digest_of(tmp_path / "a") == NOTHING


@pytest.mark.skipif(sys.platform != "linux", reason="Linux makes up files as they are read")
def test_a_file_that_the_system_makes_up_is_bounded_too() -> None:
    assert len(content("/proc/self/status", 10)) == 11


@pytest.mark.parametrize("name", ["", "folder", "loop", "none", "n\0l", "x" * 300])
def test_what_is_no_file_is_a_problem(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    assert problem(tmp_path / name).code == "unreadable-file"


def test_a_path_leads_out_by_its_dots_and_by_its_links(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner", tmp_path / "outer"
    inner.mkdir()
    outer.mkdir()
    (inner / "link").symlink_to(outer)
    (inner / "home").symlink_to(".")
    for way in ("../outer/a", "link/a", "link", "..", "home/link/a"):
        assert leads_out(inner / way, [inner])
        assert not leads_out(inner / way, [inner, tmp_path])
    for way in ("a", "../inner/a", "home/a", "."):
        assert not leads_out(inner / way, [inner])


def test_a_folder_that_begins_alike_is_another(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert leads_out(tmp_path / "data-of-others" / "a", [tmp_path / "data"])
