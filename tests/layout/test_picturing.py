"""Figures on a card: their colours, and captions that name the cues they show."""

from pathlib import Path

import pytest
from sheets import exercise, labels, layout, layout_of, shaper, text_of

from handouts.batch.artwork import Artwork
from handouts.layout.block import Figure, Sign, walk
from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.source.problem import Problem, Severity
from handouts.typeset.typeset import typeset

SQUAT = """
exercise: Squat
setup: [Stand tall.]
execution: [Sit down., Stand up.]
figure:
  muscles: [quads]
  frames:
    - {caption: Stand, steps: [setup 1, STEPS], stance: standing}
"""


def composed(
    steps: str, chosen: Layout | None = None, grey: bool = False
) -> tuple[Figure, list[Problem]]:
    sheet = Sheet(exercise(SQUAT.replace("STEPS", steps)), labels(), grey=grey)
    (document,), problems = compose(chosen or layout("card"), sheet, Artwork((), None))
    [figure] = [block for block in walk(document.body) if isinstance(block, Figure)]
    return figure, problems


@pytest.mark.parametrize(
    ("steps", "signs"),
    [
        ("1", [("ring", "1"), ("disc", "1")]),
        ("1-2", [("ring", "1"), ("disc", "1"), ("disc", "2")]),
    ],
)
def test_a_caption_has_a_disc_for_each_cue(steps: str, signs: list[tuple[str, str]]) -> None:
    figure, problems = composed(steps)
    found = [(block.kind, block.text) for block in walk(figure) if isinstance(block, Sign)]
    assert found == signs
    assert not problems


def test_a_caption_that_names_a_cue_there_is_not_is_a_warning() -> None:
    _, [problem] = composed("2-3")
    assert problem.severity is Severity.WARNING
    assert problem.message == "a picture shows cue 3 of execution, which has 2"
    assert problem.place is not None and problem.place.line == 8


def test_a_figure_in_grey_has_greys_alone() -> None:
    figure, _ = composed("1", grey=True)
    assert all(c.red == c.green == c.blue for c in figure.palette.values())
    coloured, _ = composed("1")
    assert any(c.red != c.green for c in coloured.palette.values())


def test_a_layout_chooses_how_figures_are_drawn(tmp_path: Path) -> None:
    change = "{picture: {drawing: outline}}"
    mine = layout_of(f"layout: mine\nextends: card\nchange: {change}\n", tmp_path)
    figure, _ = composed("1", mine)
    assert figure.palette["shirt"].red == 1
    change = "{picture: {skin: dark}}"
    dark = layout_of(f"layout: dark\nextends: card\nchange: {change}\n", tmp_path, "dark")
    assert composed("1", dark)[0].palette["skin"].red < 0.8


def test_a_figure_without_room_is_not_there(tmp_path: Path) -> None:
    mine = layout_of("layout: mine\nextends: card\ntokens: {strip-height: 0}\n", tmp_path)
    sheet = Sheet(exercise(SQUAT.replace("STEPS", "1")), labels())
    (document,), _ = compose(mine, sheet, Artwork((), None))
    result = typeset(document, shaper())
    assert result.pages is not None
    assert "Stand tall." in text_of(result)


def test_a_cue_there_is_not_is_told_at_its_number() -> None:
    _, [problem] = composed("2-3")
    assert problem.place is not None
    line = SQUAT.replace("STEPS", "2-3").splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("2-3")
    assert problem.hint == "its last cue is 2; count the cues again"
