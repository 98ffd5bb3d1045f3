"""Pictures that have too few pixels for the size at which they print."""

from itertools import pairwise

import pytest
from photos import Photos, photo
from sheets import exercise, labels, layout, shaper

from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.preflight.resolution import coarse_pictures
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.page import Pages, PlacedPicture
from handouts.typeset.picture import Picture
from handouts.typeset.typeset import typeset

CARD = "exercise: Squat\nexecution: [Stand up.]\npicture: "
INCH = 72


def card(picture: Picture, named: str = "photo.jpg") -> tuple[Pages, list[Problem]]:
    """Set a card that shows a picture, and give what is to be said of its pixels."""
    sheet = Sheet(exercise(CARD + named), labels())
    (document,), problems = compose(layout("card"), sheet, Photos(picture))
    result = typeset(document, shaper())
    assert result.pages is not None and not problems
    return result.pages, coarse_pictures([document], result)


def placed(pages: Pages) -> list[PlacedPicture]:
    """The pictures on the pages."""
    marks = (mark for page in pages.pages for group in page.groups for mark in group.marks)
    return [mark for mark in marks if isinstance(mark, PlacedPicture)]


def test_a_picture_under_150_dpi_is_a_warning_with_the_numbers_and_its_place() -> None:
    pages, (problem,) = card(photo(100, 50))
    (mark,) = placed(pages)
    inches = mark.box.width / INCH
    needed = round(150 * inches)
    assert problem.severity is Severity.WARNING
    assert problem.place == Place("test.yaml", 3, 10, 9)
    assert problem.message == (
        f"photo.jpg prints at {int(100 / inches)} dpi; 150 needs {needed} pixels across, it has 100"
    )


def test_a_picture_of_as_many_pixels_as_it_needs_is_fine() -> None:
    pages, (problem,) = card(photo(100, 50))
    (mark,) = placed(pages)
    needed = round(150 * mark.box.width / INCH)
    assert problem.message.endswith(f"150 needs {needed} pixels across, it has 100")
    assert card(photo(needed, needed // 2))[1] == []


def test_a_picture_shown_twice_is_told_of_once_and_at_its_largest() -> None:
    whole_and_filled = "[{file: photo.jpg, fit: fill}, photo.jpg]"
    pages, (problem,) = card(photo(200, 50), whole_and_filled)
    widest = max(mark.box.width for mark in placed(pages))
    assert len(placed(pages)) == 2
    assert f"150 needs {round(150 * widest / INCH)} pixels" in problem.message


@pytest.mark.parametrize("fit", ["whole", "fill"])
def test_what_is_cropped_does_not_count(fit: str) -> None:
    pages, (problem,) = card(photo(300, 50), f"{{file: photo.jpg, fit: {fit}}}")
    (mark,) = placed(pages)
    assert (mark.window is not None) == (fit == "fill")
    assert f"prints at {int(300 * INCH / mark.box.width)} dpi" in problem.message


def test_the_more_pixels_the_finer_it_prints() -> None:
    dpi = [int(card(photo(width, width))[1][0].message.split()[3]) for width in (20, 60, 100, 120)]
    assert all(coarser < finer < 150 for coarser, finer in pairwise(dpi))
