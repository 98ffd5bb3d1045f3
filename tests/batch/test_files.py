import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.batch import files


def test_a_plain_name_stays_as_it_is() -> None:
    assert files.safe_name("glute-bridge") == "glute-bridge"


def test_letters_of_any_script_stay() -> None:
    assert files.safe_name("Übung für Анна") == "Übung-für-Анна"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d", "a-b-c-d"),
        ("con", "con-"),
        ("LPT1.old", "LPT1.old-"),
        ("ends in dots...", "ends-in-dots"),
        ("tab\tand\nline", "tab-and-line"),
        ("right\u202eto-left", "rightto-left"),
        ("...", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_what_some_file_system_refuses_is_replaced(name: str, safe: str) -> None:
    assert files.safe_name(name) == safe


@given(st.text())
def test_any_text_makes_a_name_that_can_be_a_file(name: str) -> None:
    safe = files.safe_name(name)
    assert safe
    assert len(safe.encode()) <= files.LONGEST_NAME + 1
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe[-1] not in ". "
    assert files.safe_name(safe) == safe


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    file = tmp_path / "out" / "card" / "plank.pdf"
    files.write(file, b"whole")
    assert file.read_bytes() == b"whole"


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "plank.pdf"
    files.write(file, b"old")
    files.write(file, b"new")
    assert file.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["plank.pdf"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plank.pdf"
    files.write(file, b"old")

    def fail_half_way(path: Path, data: bytes) -> int:
        with path.open("wb") as half:
            half.write(data[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail_half_way)
    with pytest.raises(OSError, match="No space"):
        files.write(file, b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["plank.pdf"]


def test_a_file_in_the_way_of_a_folder_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OSError, match="out"):
        files.write(tmp_path / "out" / "plank.pdf", b"whole")


def test_the_problem_names_the_path_and_the_reason() -> None:
    problem = files.cannot_write(Path("out/plank.pdf"), OSError(28, "No space left on device"))
    assert problem.message == "out/plank.pdf cannot be written: no space left on device"
    assert problem.code == "unwritable-file"
