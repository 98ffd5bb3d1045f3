"""What to build: which item in which layout, for whom, for which file, in which packet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from handouts.batch.files import safe_name
from handouts.batch.imprint import Imprint
from handouts.batch.job import Handout, Job
from handouts.batch.roster import Packet
from handouts.layout.load import Layouts
from handouts.layout.spec import Layout
from handouts.model.brand import Brand
from handouts.model.library import Entry
from handouts.source.problem import Problem

Choice = Mapping[str, Layout]
"""Layouts by what they are loaded by: a name, or a path."""


def choose(layouts: Layouts, names: Sequence[str]) -> tuple[Choice, list[Problem]]:
    """The layouts of these names, or every default one where there are no names."""
    return _load(layouts, names) if names else _default(layouts, layouts.names())


def choose_for(
    brand: Brand, layouts: Layouts, kinds: Collection[str] | None = None
) -> tuple[Choice, list[Problem]]:
    """The layouts that a brand asks for, and the default ones for items that those do not print.

    Where it is known of what ``kinds`` the items are, other default layouts are not looked at.
    There are none where one that it asks for cannot be had.
    """
    own, problems = _load(layouts, brand.layouts)
    if len(own) < len(brand.layouts):
        place = brand.places.get("layouts")
        return {}, [replace(each, place=each.place or place) for each in problems]
    printed = {layout.kind for layout in own.values()}
    every, found = _default(layouts, layouts.names() if kinds is None else layouts.likely(kinds))
    rest = {name: layout for name, layout in every.items() if layout.kind not in printed}
    return {**own, **rest}, [*problems, *found]


def _default(layouts: Layouts, names: Iterable[str]) -> tuple[Choice, list[Problem]]:
    loaded, problems = _load(layouts, names)
    return {name: layout for name, layout in loaded.items() if layout.default}, problems


def _load(layouts: Layouts, names: Iterable[str]) -> tuple[dict[str, Layout], list[Problem]]:
    loaded: dict[str, Layout] = {}
    problems: list[Problem] = []
    for name in names:
        layout, found = layouts.load(name)
        problems += found
        if layout:
            loaded[name] = layout
    return loaded, problems


def printable(entries: Sequence[Entry], chosen: Choice) -> list[Entry]:
    """The entries that a chosen layout is made for; all of them where there is none such."""
    kinds = {layout.kind for layout in chosen.values()}
    return [entry for entry in entries if entry.kind.word in kinds] or list(entries)


def plan(
    packets: Sequence[Packet],
    imprint: Imprint,
    chosen: Choice,
    layouts: Layouts,
    named: bool = False,
) -> tuple[list[Job], list[Problem]]:
    """Plan every entry of every packet in every chosen layout made for its kind, in this order.

    An exercise has a ladder too, of what is easier and harder, where layouts were ``named``.

    An entry that no chosen layout fits is a problem, and so are two jobs that would write one
    file; of these the first stays.
    """
    jobs: dict[str, Job] = {}
    problems: list[Problem] = []
    for packet in packets:
        for entry in dict.fromkeys(packet.entries):
            fitting = {key: each for key, each in chosen.items() if _fits(each, entry, named)}
            if chosen and not fitting:
                problems.append(_no_layout(entry, layouts))
            for job in _jobs(entry, fitting, packet, imprint):
                first = jobs.setdefault(str(job.file).casefold(), job)
                if first != job:
                    problems.append(_written_twice(first, job))
    return list(jobs.values()), problems


def _fits(layout: Layout, entry: Entry, named: bool) -> bool:
    kinds = {entry.kind.word}
    if named and entry.kind.word == "exercise":
        kinds.add("ladder")
    return layout.kind in kinds


def fitting_layouts(layouts: Layouts, kind: str) -> list[str]:
    """The names of all layouts made for a kind of item."""
    loaded = ((name, layouts.load(name)[0]) for name in layouts.names())
    return [name for name, layout in loaded if layout and layout.kind == kind]


def _jobs(entry: Entry, chosen: Choice, packet: Packet, imprint: Imprint) -> Iterator[Job]:
    for definition, layout in chosen.items():
        file = packet.out / safe_name(layout.name) / f"{safe_name(entry.name)}.pdf"
        handout = Handout(entry, layout.name, definition, packet.client, imprint)
        yield Job(file, (handout,))


def _no_layout(entry: Entry, layouts: Layouts) -> Problem:
    kind = entry.kind.word
    message = f"none of the layouts is made for {entry.name}, which is of the kind {kind}"
    names = ", ".join(fitting_layouts(layouts, kind))
    return Problem("layout-kind", message, hint=f"made for it: {names or 'none yet'}")


def _written_twice(first: Job, second: Job) -> Problem:
    message = f"{second.file} would be written twice"
    one, other = first.handouts[0].entry.file, second.handouts[0].entry.file
    hint = f"from {one} and {other}: rename one, or one of the layouts"
    return Problem("same-file", message, hint=hint)
