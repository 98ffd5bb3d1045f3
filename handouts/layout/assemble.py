"""What a layout says, worked out: its styles, tokens, papers and steps, and its blocks whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.layout.block import FitStep, Length, StretchStep, Style
from handouts.layout.check import check, walk
from handouts.layout.declare import PRIORITY, LayoutSource, StyleSource
from handouts.layout.labels import Labels
from handouts.layout.length import part_of
from handouts.layout.papers import lengths_of, papers_of
from handouts.layout.required import missing, with_disclaimer, with_safety
from handouts.layout.spec import Layout, Spec
from handouts.layout.unknown import unknown
from handouts.source.problem import Problem

_USUAL = {"size": 10.5, "leading": 14.0}
"""What a style that does not say is taken to have, so that what uses it can be checked."""


def assemble(source: LayoutSource, labels: Labels, problems: list[Problem]) -> Layout:
    """Give the layout that a file with all it extends describes, and find what is wrong in it."""
    styles = _styles(source, problems)
    layout = Layout(
        name=source.layout,
        kind=source.kind,
        default=source.default,
        about=source.about,
        most_pages=source.pages.most if source.pages else None,
        rather=source.pages.rather if source.pages else None,
        papers=papers_of(source, problems),
        tokens=lengths_of(source),
        colours=_colours(source),
        styles=styles,
        header=source.header,
        running_header=source.running_header,
        body=with_safety(source.body, source.always),
        always=missing(source),
        footer=with_disclaimer(source.footer, source),
        running_footer=with_disclaimer(source.running_footer, source),
        fit=_fit(source, styles, problems),
        stretch=tuple(StretchStep(token, most) for token, most in source.stretch),
        each=source.each,
        gather=source.gather is not None,
        title=source.title,
        parameters=dict(source.parameters),
        parts_of_height=_parts_of_height([*source.header, *source.running_header, *source.body]),
    )
    check(layout, source, labels, problems)
    return layout


def _colours(source: LayoutSource) -> dict[str, Colour]:
    return {name: value for name, value in source.tokens if isinstance(value, Colour)}


def _parts_of_height(specs: Sequence[Spec]) -> dict[str, float]:
    """Find the heights that are parts of the page."""
    heights: Iterator[Length] = (getattr(spec, "height", 0.0) for spec in walk(specs))
    return {str(height): part for height in heights if (part := part_of(height)) is not None}


def _styles(source: LayoutSource, problems: list[Problem]) -> dict[str, Style]:
    styles = {}
    for name, written in source.styles:
        given = written.given()
        for key in ("size", "leading"):
            if key not in given:
                place = next(iter(written.places.values()), source.places["layout"])
                hint = f"write {key}: {_USUAL[key]:g}"
                message = f"style {name} has no {key}"
                problems.append(Problem("missing-key", message, place, hint, key=key))
        styles[name] = Style(**{**_USUAL, **given})
    return styles


def _fit(
    source: LayoutSource, styles: Mapping[str, Style], problems: list[Problem]
) -> tuple[FitStep, ...]:
    """Resolve the steps; each style changes what the steps before it made of it."""
    steps = []
    current = dict(styles)
    for written in source.fit:
        changed: dict[str, Style] = {}
        for name, change in written.styles:
            if name not in current:
                problems.append(unknown("style", name, current, name.place))
                continue
            changed[name] = current[name] = _changed(current[name], change)
        names = tuple(
            name for word in written.leave_out for name in _names_to_leave_out(word, source)
        )
        steps.append(FitStep(dict(written.tokens), changed, names))
    return tuple(steps)


def _changed(style: Style, change: StyleSource) -> Style:
    return replace(style, **change.given())


def _names_to_leave_out(word: str, source: LayoutSource) -> list[str]:
    """Give the names that a step leaves out: one, or all blocks of a priority."""
    if not word.startswith(PRIORITY):
        return [word]
    wanted = word.removeprefix(PRIORITY).strip()
    return [spec.name for spec in walk(source.body) if str(spec.priority) == wanted and spec.name]
