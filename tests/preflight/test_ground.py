"""Text that cannot be read on what lies beneath it."""

from pathlib import Path

import pytest
from sheets import NoArtwork, exercise, labels, layout_of, layouts, shaper

from handouts.colour import WHITE, Colour
from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.model.brand import Brand
from handouts.preflight.ground import Pair, faint_text, pairs
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.typeset import Typeset, typeset

CARD = exercise("exercise: Squat\nsummary: Sit and stand.\nexecution: [Stand up.]\n")
FILE = Place("mine.yaml")

MINE = """\
layout: mine
for: exercise
pages: exactly 1
tokens: {pale: "#B0B0B0", dark: "#333333"}
styles:
  pale: {size: 10.5, leading: 14, colour: pale}
  large: {size: 24, leading: 30, colour: pale}
body:
"""


def _set(chosen: Layout, brand: Brand | None = None) -> tuple[Typeset, list[Problem]]:
    """Set the card in a layout, and give what came of it with what cannot be read on it."""
    sheet = Sheet(CARD, labels(), brand=brand or Brand())
    (document,), _ = compose(chosen, sheet, NoArtwork())
    result = typeset(document, shaper())
    return result, list(faint_text(result.documents, sheet.brand, FILE))


def _found(blocks: str, folder: Path, brand: Brand | None = None) -> list[Problem]:
    return _set(layout_of(MINE + blocks, folder), brand)[1]


@pytest.mark.parametrize("name", ["card", "card-bw", "handout"])
def test_all_that_our_layouts_print_can_be_read(name: str) -> None:
    chosen, _ = layouts().load(name)
    assert chosen is not None
    result, found = _set(chosen)
    assert found == []
    grounds = {pair.ground for each in result.documents for pair in pairs(each)}
    assert WHITE in grounds and len(grounds) > 1


def test_pale_text_on_white_is_told_in_the_layouts_file(tmp_path: Path) -> None:
    [problem] = _found("  - {block: text, of: summary, style: pale}\n", tmp_path)
    assert problem.code == "contrast" and problem.severity is Severity.WARNING
    assert problem.place == FILE
    assert problem.message == (
        "text in pale on paper cannot be read: contrast 2.17, 4.5 is the least"
    )


def test_pale_text_on_a_dark_ground_is_fine(tmp_path: Path) -> None:
    blocks = """\
  - block: frame
    fill: dark
    padding: 4
    blocks:
      - {block: text, of: summary, style: pale}
"""
    assert _found(blocks, tmp_path) == []


def test_dark_text_on_a_dark_ground_is_told_with_both_colours(tmp_path: Path) -> None:
    blocks = """\
  - block: frame
    fill: dark
    padding: 4
    blocks:
      - {block: text, of: summary, style: body}
"""
    [problem] = _found(blocks, tmp_path)
    assert problem.message.startswith("text in ink on dark cannot be read")


def test_of_a_brands_colour_the_brand_is_told(tmp_path: Path) -> None:
    place = Place("brand.yaml", 3)
    pale = Brand(colours=(("accent", Colour(0.6, 0.6, 0.6)),), places={"colours": place})
    [problem] = _found("  - {block: text, of: summary, style: kicker}\n", tmp_path, pale)
    assert problem.place == place and problem.message.startswith("text in accent on paper")


def test_large_type_may_be_paler() -> None:
    grey = Colour(0.5, 0.5, 0.5)
    assert Pair(grey, WHITE, large=False).is_faint
    assert not Pair(grey, WHITE, large=True).is_faint
    assert Pair(WHITE, WHITE, large=True).is_faint
