"""The reference in docs/layouts.md is what the declaration says, with pictures made now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from PIL import Image

from docs.draw_layouts import PAGE, page, pictures
from docs.layout_examples import EXAMPLES
from docs.layout_reference import BLOCKS, file_name
from docs.picture import MARK, Picture
from handouts.layout.declare import LAYOUT
from handouts.layout.kind import KINDS

NOTHING_TO_SEE = frozenset({"space", "page break", "page number"})


@cache
def drawn() -> dict[str, Picture]:
    return {picture.name: picture for picture in pictures()}


def test_the_tables_are_fresh() -> None:
    text = PAGE.read_text("utf-8")
    assert page(text) == text, "run python -m docs.draw_layouts"
    assert text.count("<img ") == len(EXAMPLES)


def test_every_block_that_can_be_seen_has_an_example() -> None:
    assert set(EXAMPLES) == KINDS.keys() - NOTHING_TO_SEE


@pytest.mark.parametrize("word", EXAMPLES)
def test_the_picture_of_a_block_is_fresh_and_its_page_passes(
    word: str, check_pdf: Callable[[bytes], None]
) -> None:
    picture = drawn()[file_name(word)]
    with Image.open(BLOCKS / f"{picture.name}.png") as kept:
        assert kept.info[MARK] == picture.made_from(), "run python -m docs.draw_layouts"
        assert kept.width > 30
    check_pdf(picture.pdf)


def test_no_picture_of_a_block_is_left_over() -> None:
    assert {path.stem for path in BLOCKS.glob("*.png")} == set(map(file_name, EXAMPLES))


def test_every_key_and_every_property_is_in_the_reference() -> None:
    text = PAGE.read_text("utf-8")
    fields = [*LAYOUT.fields, *(field for kind in KINDS.values() for field in kind.record.fields)]
    assert len(fields) > 100
    assert [field.key for field in fields if f"`{field.key}`" not in text] == []
