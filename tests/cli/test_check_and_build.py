"""A check tells what a build would tell, though it places no mark on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path as File
from typing import Any

import pytest

from handouts.colour import WHITE, Colour
from handouts.model.brand import Brand
from handouts.preflight.ground import LARGE, Pair, pairs
from handouts.source.problem import Place, Problem
from handouts.typeset.binding import SetDocument, bind
from handouts.typeset.page import Line, Pages, Path

Command = Callable[..., Any]

DATA = File(__file__).parents[2] / "data"
BRANDS = DATA / "brands"

RUNS: Sequence[Sequence[str]] = (
    ("split-squat", "plank", "nordic-hamstring-curl", "knee-pain-6-weeks", "push-up-ladder"),
    ("plank", "split-squat", "--brand", str(BRANDS / "alder-and-wren.yaml")),
    ("plank", "push-up-ladder", "--brand", str(BRANDS / "tarn-hill-strength.yaml"), "--grey"),
    *(("plank", "--layout", each, "--paper", "a4") for each in ("handout", "log", "large-print")),
    ("plank", "split-squat", "push-up", "--layout", "pocket"),
    ("plank", "split-squat", "push-up", "--layout", "summary", "--layout", "home"),
    ("push-up", "--layout", "my-rung"),
    ("five-three-one", "--layout", "wall-chart", "--layout", "program-log"),
    ("couch-to-5k", "desk-neck-and-back-4-weeks"),
    ("couch-to-5k", "--layout", "large-print-program"),
    ("plank", "ball-squeeze", "--lang", "ar"),
)


@pytest.mark.parametrize("words", RUNS, ids=" ".join)
def test_a_check_tells_what_a_build_tells(
    words: Sequence[str], tmp_path: File, handouts: Command
) -> None:
    built = handouts(*words, "--data", str(DATA), "--out", str(tmp_path), "--json").json
    checked = handouts("check", *words, "--data", str(DATA), "--json").json
    assert built["written"]
    for problem in built["problems"]:
        assert problem in checked["problems"]
    alike = ("name", "names", "layout", "pages", "type_size", "left_out")
    shown = [
        [{key: each.get(key) for key in alike} for each in some]
        for some in (built["written"], checked["checked"])
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("words", RUNS, ids=" ".join)
def test_what_is_known_of_text_before_it_is_placed_is_what_is_seen_on_its_pages(
    words: Sequence[str], handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[set[Pair]] = []
    seen: list[set[Pair]] = []

    def look(documents: Sequence[SetDocument], brand: Brand, layout: Place) -> Iterator[Problem]:
        known.append({pair for each in documents for pair in pairs(each)})
        seen.append(set(_seen(bind(documents))))
        return iter(())

    monkeypatch.setattr("handouts.batch.inspection.faint_text", look)
    handouts("check", *words, "--data", str(DATA))
    assert seen and known == seen


def _seen(pages: Pages) -> Iterator[Pair]:
    """The colours of lines as marks show them: each on what was painted last beneath its start."""
    for page in pages.pages:
        fills: list[tuple[Sequence[float], Sequence[float], Colour]] = []
        for mark in (mark for group in page.groups for mark in group.marks):
            if isinstance(mark, Path) and mark.fill:
                points = [number for _, *numbers in mark.segments for number in numbers]
                fills.append((points[::2], points[1::2], mark.fill))
            elif isinstance(mark, Line) and "".join(word.text for word in mark.words).strip():
                yield Pair(mark.colour, _beneath(mark, fills), mark.size >= LARGE)


def _beneath(
    line: Line, fills: Sequence[tuple[Sequence[float], Sequence[float], Colour]]
) -> Colour:
    """The ground of a line, by the middle of its first letter."""
    x, y = line.x, line.y - 0.3 * line.size
    for across, down, colour in reversed(fills):
        if min(across) <= x <= max(across) and min(down) <= y <= max(down):
            return colour
    return WHITE
