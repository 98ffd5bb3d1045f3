"""What a long text costs the sheet it is set on."""

from pathlib import Path

from photos import Photos, photo
from sheets import exercise, labels, layout, layout_of, shaper

from handouts.layout.block import Document
from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.preflight.squeezing import squeezed
from handouts.source.problem import Problem, Severity
from handouts.typeset.typeset import Typeset, typeset, typeset_all

CARD = "exercise: Squat\npicture: photo.jpg\nsummary: Sit and stand.\nexecution:\n"
CUE = "  - Sit down slowly: Bend your knees until the seat is under you, and count to three.\n"

MINE = """\
layout: mine
for: exercise
pages: exactly 1
body:
  - {block: pictures, name: photo, of: picture, height: 300}
  - {block: section, name: execution, label: execution, blocks: [{block: steps, of: execution}]}
fit:
  - leave out: photo
"""


def _found(cues: int, chosen: Layout) -> tuple[list[Problem], float]:
    """What a card with so many cues gave up in a layout, and its smallest type."""
    sheet = Sheet(exercise(CARD + CUE * cues), labels())
    documents, problems = compose(chosen, sheet, Photos(photo(2000, 1000)))
    assert not problems
    result = typeset(documents[0], shaper())
    assert result.pages is not None
    return list(squeezed(documents, result, chosen.name)), result.type_size


def test_a_text_that_fits_is_not_told_of() -> None:
    assert _found(5, layout("card"))[0] == []


def test_small_type_is_told_with_what_was_given_up_and_the_longest_part() -> None:
    cues = next(count for count in range(33, 60) if _found(count, layout("card"))[1] < 10)
    (problem, *_), size = _found(cues, layout("card"))
    assert problem.code == "small-type" and problem.severity is Severity.WARNING
    assert problem.message.startswith(
        f"too much text for card: its cues are set in {size:g} points, not in 10.5, without "
    )
    assert problem.hint and problem.hint.startswith("shorten execution, or")
    assert problem.place and problem.place.line == 4


def _together(cues: int) -> tuple[list[Document], Typeset]:
    """A card of three cues and one of so many, set for one file."""
    texts = [CARD + CUE * 3, "level: beginner\n" + CARD + CUE * cues]
    sheets = [Sheet(exercise(text), labels()) for text in texts]
    photos = Photos(photo(2000, 1000))
    documents = [compose(layout("card"), sheet, photos)[0][0] for sheet in sheets]
    return documents, typeset_all(documents, shaper())


def test_of_several_items_in_a_file_the_one_with_too_much_text_is_told() -> None:
    set_together = (_together(cues) for cues in range(32, 60))
    documents, result = next(each for each in set_together if each[1].type_size < 10)
    assert result.pages
    found = list(squeezed(documents, result, "card"))
    assert {problem.place.line for problem in found if problem.place} == {5}


def test_type_that_was_taken_down_a_little_is_no_problem() -> None:
    counts = range(24, 60)
    cues = next(count for count in counts if _found(count, layout("card"))[1] == 10.0)
    assert _found(cues, layout("card"))[0] == []


def test_type_that_the_layout_wants_small_is_no_problem_of_the_text(tmp_path: Path) -> None:
    small = MINE + "styles: {cue: {size: 9.5, leading: 12}}\n"
    assert _found(3, layout_of(small, tmp_path)) == ([], 9.5)


def test_a_picture_that_was_left_out_is_told(tmp_path: Path) -> None:
    mine = layout_of(MINE, tmp_path)
    assert _found(3, mine)[0] == []
    [problem] = _found(28, mine)[0]
    assert problem.code == "picture-left-out"
    assert problem.message == "too much text for mine: it leaves out photo"
