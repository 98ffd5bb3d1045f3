"""Names that some file system cannot tell apart, or does not take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CheckPdf = Callable[[bytes], None]


@pytest.fixture
def add(library: Path) -> Callable[..., None]:
    """Put an exercise into the library, in place of all that was there before the first."""
    for path in (library / "exercises").iterdir():
        path.unlink()

    def write(name: str, title: str = "Plank") -> None:
        text = f"exercise: {title}\nexecution: [Hold still.]\n"
        (library / "exercises" / f"{name}.yaml").write_text(text, encoding="utf-8")

    return write


def _files() -> list[str]:
    return sorted(path.name for path in Path("out/card").iterdir())


def test_names_that_differ_by_case_alone_are_a_problem_and_the_first_is_printed(
    add: Callable[..., None], handouts: Command, library: Path
) -> None:
    add("Plank")
    add("plank")
    if len(list((library / "exercises").iterdir())) < 2:
        pytest.skip("this file system cannot tell them apart")
    ended = handouts("--data", "data", "--json")
    assert ended.code == 1
    assert [each["code"] for each in ended.json["problems"]] == ["duplicate-name"]
    assert _files() == ["Plank.pdf"]


def test_a_name_in_other_capitals_is_the_same_file_to_two_layouts_and_clients(
    add: Callable[..., None], handouts: Command
) -> None:
    add("plank")
    Path("clients.csv").write_text("client,build\nAna,plank\nANA ,plank\n", encoding="utf-8")
    ended = handouts("--data", "data", "--clients", "clients.csv", "--json")
    assert ended.code == 1
    assert [each["file"] for each in ended.json["written"]] == ["out/Ana/card/plank.pdf"]


def test_names_of_windows_devices_are_changed(
    add: Callable[..., None], handouts: Command, check_pdf: CheckPdf
) -> None:
    for name in ("CON", "aux.wide", "nul", "lpt1.two.sides"):
        add(name)
    assert handouts("--data", "data", "--client", "COM1").code == 0
    files = sorted(path.name for path in Path("out/COM1-/card").iterdir())
    assert files == ["CON-.pdf", "aux-.wide.pdf", "lpt1-.two.sides.pdf", "nul-.pdf"]
    check_pdf(Path("out/COM1-/card/CON-.pdf").read_bytes())


def test_long_names_and_titles_are_printed_whatever_they_begin_with(
    add: Callable[..., None], handouts: Command, check_pdf: CheckPdf
) -> None:
    title = " ".join(["Very long single-leg plank"] * 12)[:300]
    for end in ("one", "two"):
        add("very-long-plank-" * 14 + end, title)
    words = ("--data", "data", "--client", "Ana " * 25)
    assert handouts(*words).code == 0
    files = list(Path("out").glob("Ana*/card/*.pdf"))
    assert len(files) == 2
    assert all(len(part.encode()) <= 104 for file in files for part in file.parts)
    check_pdf(files[0].read_bytes())
    assert handouts(*words).out == "2 handouts unchanged in out\n"
