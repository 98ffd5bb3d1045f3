"""Percentages: tracks are parts of their row, pictures parts of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from setting import environment
from sheets import NoArtwork, exercise, labels, layout_of, problems_of

from handouts.layout.block import Track
from handouts.layout.compose import compose
from handouts.layout.length import parse_height, parse_track, part_of
from handouts.layout.sheet import Sheet
from handouts.typeset.row import resolve_tracks

MINE = """\
layout: mine
for: exercise
paper: {letter: {margins: 46 36}, a4: {margins: 41.89 30 0 30}}
body:
  - {block: pictures, of: picture, height: 25%}
  - {block: text, of: summary, style: body}
"""


@given(st.lists(st.integers(1, 20), min_size=1, max_size=4), st.integers(100, 600))
def test_percentages_are_of_the_width_without_the_gaps(parts: list[int], width: int) -> None:
    tracks = [parse_track(f"{part}%") for part in parts]
    widths = resolve_tracks(
        (*tracks, Track("share")), width, 10.0, lambda index: 0.0, environment()
    )
    whole = width - 10 * len(parts)
    assert widths[:-1] == pytest.approx([whole * part / 100 for part in parts])
    assert sum(widths) == pytest.approx(whole)


def test_parts_that_make_up_the_whole_fill_the_row() -> None:
    tracks = [parse_track("30%"), parse_track("70%")]
    assert sum(resolve_tracks(tracks, 200, 20, lambda index: 0.0, environment())) == 180


def test_a_height_is_a_part_of_what_the_margins_leave_of_each_paper(tmp_path: Path) -> None:
    layout = layout_of(MINE, tmp_path)
    for paper, height in {"letter": 175.0, "a4": 200.0}.items():
        sheet = Sheet(
            exercise("exercise: Told\nsummary: One.\nsetup: [Sit.]\n"), labels(), paper=paper
        )
        [document], _ = compose(layout, sheet, NoArtwork())
        assert document.tokens["25%"] == pytest.approx(height)


@pytest.mark.parametrize("text", ["101%", "-5%", "5 %", "%", "1e2%"])
def test_what_is_no_percentage_is_no_height(text: str, tmp_path: Path) -> None:
    assert part_of(text) is None
    [problem] = problems_of(MINE.replace("25%", f'"{text}"'), tmp_path)
    assert problem.place is not None and (problem.place.line, problem.code) == (5, "value")


def test_a_height_may_be_a_token_or_points() -> None:
    assert [parse_height(text) for text in ("12 pt", "gap", "15%")] == [12.0, "gap", "15%"]


def test_tracks_that_take_more_than_the_row_are_a_problem(tmp_path: Path) -> None:
    row = "layout: mine\nbody:\n  - {block: row, tracks: [60%, 50%], blocks: [%s, %s]}\n"
    space = "{block: space, height: 1}"
    [problem] = problems_of(row.replace("%s", space), tmp_path)
    assert (problem.code, problem.message) == (
        "tracks",
        "the tracks of this row take 110% of its width",
    )
