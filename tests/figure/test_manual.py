"""docs/figures.md says what the engine does, with the pictures it draws today."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.draw_figures import FOLDER, PAGE, page, pictures
from handouts.figure.kind import KINDS
from handouts.figure.stance import JOINTS, STANCES

PICTURES = dict(pictures())


def test_every_stance_joint_and_thing_has_a_picture() -> None:
    assert len(PICTURES) == len(STANCES) + len(JOINTS) + len(KINDS)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_fresh(name: str) -> None:
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert kept == PICTURES[name], "run python -m docs.draw_figures"


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in Path(FOLDER).glob("*.svg")} == PICTURES.keys()


def test_the_tables_are_fresh() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text, "run python -m docs.draw_figures"
    assert text.count('<img src="figures/') == len(PICTURES)
