"""What is wrong with how type is set: colours there are not, sizes under the floor, tight lines."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.layout.block import Style
from handouts.layout.declare import LayoutSource, StyleSource, TypeSource
from handouts.layout.spec import Layout
from handouts.layout.unknown import unknown
from handouts.source.problem import Problem

SMALL = 10.0
"""Points under which cues and running text are small, though not too small to print."""


def check_styles(layout: Layout, source: LayoutSource) -> Iterator[Problem]:
    """Check the styles of a layout, and what the steps of fitting make of them."""
    written: dict[str, StyleSource] = dict(source.styles)
    for name, style in layout.styles.items():
        yield from _check_colour(style, written[name], layout)
        yield from _check_size(name, style, written[name], source.type)
    for step, step_source in zip(layout.fit, source.fit, strict=True):
        changes: dict[str, StyleSource] = dict(step_source.styles)
        for name, style in step.styles.items():
            yield from _check_colour(style, changes[name], layout)
            yield from _check_size(name, style, changes[name], source.type)


def _check_colour(style: Style, written: StyleSource, layout: Layout) -> Iterator[Problem]:
    if written.colour is not None and style.colour not in layout.colours:
        yield unknown("colour", style.colour, layout.colours, written.places["colour"])


def _check_size(
    name: str, style: Style, written: StyleSource, floors: TypeSource
) -> Iterator[Problem]:
    floor = floors.labels if style.use == "label" else floors.floor
    place = written.places.get("size")
    if style.size < floor:
        message = f"style {name} goes down to {style.size:g} points, under the floor of {floor:g}"
        comfortable = max(floor, SMALL) if style.use == "body" else floor
        yield Problem("type-floor", message, place, f"write {comfortable:g} or more")
    if style.leading < style.size:
        message = f"style {name} has a leading under its size"
        place = place or written.places.get("leading")
        yield Problem("leading", message, place, f"write {style.size * 1.3:.1f}")
