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
        ("falcon", "falcon"),
        ("LPT1.old", "LPT1-.old"),
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
    assert len(safe.encode()) <= files.LONGEST_NAME
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe[-1] not in ". "
    assert files.safe_name(safe) == safe


@pytest.mark.parametrize("name", ["CON", "aux.txt", "nul.tar.gz", "com1", "LPT³.pdf", "CONIN$"])
def test_a_device_of_windows_is_none_any_more_whatever_follows_a_full_stop(name: str) -> None:
    first = files.safe_name(name).split(".")[0]
    assert first.casefold() != name.split(".", maxsplit=1)[0].casefold()


def test_long_names_that_begin_alike_make_different_files() -> None:
    names = [files.safe_name("name " * 60 + end) for end in ("one", "two")]
    assert names[0] != names[1]
    assert all(len(name.encode()) == files.LONGEST_NAME for name in names)


def test_the_problem_names_the_path_and_the_reason() -> None:
    problem = files.cannot_write(Path("out/plank.pdf"), OSError(28, "No space left on device"))
    assert problem.message == "out/plank.pdf cannot be written: no space left on device"
    assert problem.code == "unwritable-file"
