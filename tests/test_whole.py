"""Files are there whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handouts import whole
from handouts.source.digest import digest


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    file = tmp_path / "out" / "card" / "plank.pdf"
    whole.write(file, b"whole")
    assert file.read_bytes() == b"whole"


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "plank.pdf"
    whole.write(file, b"old")
    whole.write(file, b"new")
    assert file.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["plank.pdf"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plank.pdf"
    whole.write(file, b"old")

    def fail_half_way(*paths: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail_half_way)
    with pytest.raises(OSError, match="No space"):
        whole.write(file, b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["plank.pdf"]


def test_a_draft_that_is_not_kept_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), whole.Draft(tmp_path / "plank.pdf") as draft:
        draft.write(b"half")
        raise KeyError
    with whole.Draft(tmp_path / "out" / "plank.pdf"):
        pass
    with whole.Draft(tmp_path / "client" / "plank.pdf") as draft:
        draft.write(b"half")
    assert os.listdir(tmp_path) == []


def test_a_draft_knows_the_digest_of_what_was_written(tmp_path: Path) -> None:
    with whole.Draft(tmp_path / "plank.pdf") as draft:
        draft.write(b"one ")
        draft.write(b"two")
        draft.keep()
    assert (tmp_path / "plank.pdf").read_bytes() == b"one two"
    assert draft.digest == digest(b"one two")


def test_a_file_in_the_way_of_a_folder_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OSError, match="out"):
        whole.write(tmp_path / "out" / "plank.pdf", b"whole")


_DIE = """
import os
from pathlib import Path
from handouts import whole
os.replace = lambda *paths: os._exit(9)
whole.write(Path("plank.pdf"), b"whole")
"""


def test_what_a_dead_writer_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    words = [sys.executable, "-c", _DIE]
    died = subprocess.run(words, cwd=tmp_path, env=_importable(), check=False)
    assert died.returncode == 9
    (left,) = os.listdir(tmp_path)
    host = left.split(".")[3]
    living = f".bridge.pdf.{host}.{os.getpid()}.part"
    stays = {living, left.replace(host, "elsewhere"), "plank.pdf", ".plank.pdf", "own.part"}
    for name in stays:
        (tmp_path / name).write_bytes(b"")
    whole.clear([tmp_path, tmp_path / "nowhere"])
    assert set(os.listdir(tmp_path)) == stays


def _importable() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(whole.__file__).parents[1])}
