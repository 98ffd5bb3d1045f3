"""What has no room: margins that leave none, and rows whose fixed tracks are wider than the page.

How wide a block is, is told from above as far as lengths alone decide it. What the rest of a page
takes is known when it is set; a row is made to fit then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handouts.layout.block import Length, Track
from handouts.layout.kind.container import FrameSpec, RowSpec, StackSpec
from handouts.layout.spec import Layout, Paper, Spec
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.box import TOLERANCE

LEAST = 72.0
"""The least width and height that margins leave, in points: a column of a word or two."""


class Widths:
    """How wide the blocks of a layout are at most, on one paper."""

    def __init__(self, layout: Layout, name: str) -> None:
        self._layout = layout
        self._name = name
        self._paper = layout.papers[name]
        self._tokens = {**layout.tokens, **self._paper.tokens}

    def check(self) -> Iterator[Problem]:
        """Find rows whose lengths and parts take more than there is; they will be narrowed."""
        _, end, _, start = self._paper.margins
        width = self._paper.width - start - end
        if width < LEAST:  # which the margins are told of
            return
        yield from self._check([*self._layout.edges, *self._layout.body], width)

    def _check(self, specs: Iterable[Spec], width: float) -> Iterator[Problem]:
        for spec in specs:
            if isinstance(spec, RowSpec):
                yield from self._check_row(spec, width)
            else:
                yield from self._check(spec.inner, self._within(spec, width))

    def _check_row(self, spec: RowSpec, width: float) -> Iterator[Problem]:
        gaps = self._points(spec.gap) * (len(spec.tracks) - 1)
        widths = [self._track(track, width - gaps) for track in spec.tracks]
        left = width - gaps - sum(wide for wide in widths if wide is not None)
        parts = sum(float(track.value) for track in spec.tracks if track.kind == "part")
        if left < -TOLERANCE and parts <= 1:  # else that is told
            message = (
                f"this row takes {width - left:.0f} points with its gaps; "
                f"there are {width:.0f} on {self._name}"
            )
            hint = "write 1fr for what may take the rest; until then all of it is made narrower"
            place = spec.places.get("tracks")
            yield Problem("row-width", message, place, hint, Severity.WARNING)
            return
        for inner, wide in zip(spec.blocks, widths, strict=False):
            yield from self._check([inner], left if wide is None else wide)

    def _track(self, track: Track, whole: float) -> float | None:
        """Give the width of a track that a length or a part decides."""
        if track.kind == "points":
            return self._points(track.value)
        return whole * self._points(track.value) if track.kind == "part" else None

    def _within(self, spec: Spec, width: float) -> float:
        match spec:
            case FrameSpec():
                edges = spec.padding
                return width - self._points(edges.start) - self._points(edges.end)
            case StackSpec(width=limit) if limit is not None:
                return min(width, self._points(limit))
            case _:
                return width

    def _points(self, length: Length) -> float:
        """Give a length in points; of a token that there is not, which is told elsewhere, none."""
        return self._tokens.get(length, 0.0) if isinstance(length, str) else length


def check_widths(layout: Layout) -> Iterator[Problem]:
    """Check the rows of a layout on each paper; each row is told of once."""
    told: set[Place | None] = set()
    for name in layout.papers:
        for problem in Widths(layout, name).check():
            if problem.place not in told:
                told.add(problem.place)
                yield problem


def check_margins(name: str, paper: Paper, place: Place | None) -> Iterator[Problem]:
    """Check that something is left of a paper, or of a cell, between its margins."""
    top, end, bottom, start = paper.margins
    what = "a cell" if paper.n_up else name
    sides = (("width", paper.width, start + end), ("height", paper.height, top + bottom))
    for side, whole, taken in sides:
        if whole - taken < LEAST:
            message = f"the margins leave no room: {taken:.0f} of the {whole:.0f} points of {side}"
            hint = f"leave at least {LEAST:.0f} of {what}"
            yield Problem("no-room", message, place, hint)
            return
