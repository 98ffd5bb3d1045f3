"""Pictures on a card: what is said of them to those who cannot see them, and where they stand."""

from collections.abc import Iterator

import pytest
from photos import Photos, photo
from sheets import exercise, labels, layout, shaper, text_of

from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.model.brand import Brand
from handouts.typeset.page import Element
from handouts.typeset.typeset import Typeset, typeset

CARD = "exercise: Wall Push-Up\nsetup: [Stand.]\nexecution: [Bend., Push.]\npicture: "


def card(picture: str, brand: Brand | None = None) -> Typeset:
    sheet = Sheet(exercise(CARD + picture), labels(), brand=brand or Brand())
    (document,), problems = compose(layout("card"), sheet, Photos(photo(900, 600)))
    assert not problems
    return typeset(document, shaper())


def figures(result: Typeset) -> list[Element]:
    assert result.pages is not None, result.problems
    return [e for e in _elements(result.pages.structure) if e.role == "Figure"]


def _elements(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _elements(kid)


@pytest.mark.parametrize(
    ("picture", "alt"),
    [
        ("{file: a.jpg, caption: Start, alt: A man at a wall}", "A man at a wall"),
        ("{file: a.jpg, caption: Start}", "Start"),
        ("a.jpg", "Picture: Wall Push-Up"),
    ],
)
def test_alt_text_is_the_authors_else_the_caption_else_the_name(picture: str, alt: str) -> None:
    (figure,) = figures(card(picture))
    assert figure.alt == alt


def test_every_picture_of_a_list_stands_on_the_card_in_its_order() -> None:
    pictures = "[{file: a.jpg, caption: One}, {file: b.jpg, caption: Two, fit: fill}, c.jpg]"
    result = card(pictures)
    assert [figure.alt for figure in figures(result)] == ["One", "Two", "Picture: Wall Push-Up"]
    assert text_of(result).index("One") < text_of(result).index("Two")


def test_a_picture_that_fills_its_frame_is_four_to_three() -> None:
    (figure,) = figures(card("{file: a.jpg, fit: fill}"))
    assert figure.box is not None
    assert figure.box.width / figure.box.height == pytest.approx(4 / 3)
