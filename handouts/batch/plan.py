"""What to build: which item in which layout, for whom, for which file, in which packet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from handouts.batch.files import safe_name
from handouts.batch.imprint import Imprint
from handouts.batch.job import Handout, Job
from handouts.batch.roster import Packet
from handouts.layout.load import Layouts
from handouts.layout.spec import Layout
from handouts.model.brand import Brand
from handouts.model.kind import HOME
from handouts.model.library import Entry, Library
from handouts.source.problem import Problem, Severity

Choice = Mapping[str, Layout]
"""Layouts by what they are loaded by: a name, or a path."""

_ALSO = ("ladder", HOME)
"""What layouts are for that print an exercise too, where they are named."""


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
    for layout in list(loaded.values()):
        for name in layout.also:
            other, _ = layouts.load(name)  # its problems were told with those of the first
            if other and name not in loaded:
                loaded[name] = replace(other, name=layout.name, default=layout.default)
    return loaded, problems


def printable(entries: Sequence[Entry], chosen: Choice, library: Library) -> list[Entry]:
    """The entries that a chosen layout is made for; all of them where there is none such."""
    kinds = {layout.kind for layout in chosen.values()}
    return [entry for entry in entries if kinds & {*library.kinds(entry)}] or list(entries)


def plan(
    packets: Sequence[Packet],
    imprint: Imprint,
    chosen: Choice,
    layouts: Layouts,
    library: Library,
    named: bool = False,
) -> tuple[list[Job], list[Problem]]:
    """Plan every entry of every packet in every chosen layout made for it, in this order.

    A layout that gathers has all entries of a packet that it is made for in one file, where its
    first one stands, and there is no such file where one of them cannot be had: half a sheet is
    worse than none. Where layouts were ``named``, an exercise has a ladder too, of what is easier
    and harder, and goes onto home sheets.

    An entry that no chosen layout fits is a problem, and so are two jobs that would write one
    file; of these the first stays. A layout that was named and fits no entry is a warning.
    """
    jobs: dict[str, Job] = {}
    problems: list[Problem] = []
    idle = {layout.name: layout for layout in chosen.values() if named and layout.kind}
    for packet in packets:
        fitting = {
            entry: _fitting(entry, chosen, library, named)
            for entry in dict.fromkeys(packet.entries)
        }
        lost = [entry for entry in fitting if chosen and not fitting[entry]]
        for definition in chain.from_iterable(fitting.values()):
            idle.pop(chosen[definition].name, None)
        nameless = [each for each in chosen.values() if each.kind is None]
        problems += [_for_nothing(each) for each in nameless if lost]
        problems += [_no_layout(entry, layouts, library) for entry in lost if not nameless]
        whole = packet.whole and not lost
        for job in _jobs(fitting, chosen, replace(packet, whole=whole), imprint):
            first = jobs.setdefault(str(job.file).casefold(), job)
            if first != job:
                problems.append(_written_twice(first, job))
    if jobs:  # else something else is wrong, which was told
        problems += map(_idle, idle.values())
    return list(jobs.values()), problems


def _fitting(entry: Entry, chosen: Choice, library: Library, named: bool) -> list[str]:
    """The chosen layouts that print an entry: of those nobody named, the first kind there is.

    Of several under one name, the one for the entry's own kind prints it.
    """
    kinds = library.kinds(entry)
    if named:
        wanted = (*kinds, *(_ALSO if entry.kind.word == "exercise" else ()))
        first: dict[str, str] = {}
        for kind in wanted:
            for key, layout in chosen.items():
                if layout.kind == kind:
                    first.setdefault(layout.name, key)
        return [key for key in chosen if key in first.values()]
    found = ([key for key, each in chosen.items() if each.kind == kind] for kind in kinds)
    return next(filter(None, found), [])


def fitting_layouts(layouts: Layouts, kind: str) -> list[str]:
    """The names of all layouts made for a kind of item."""
    loaded = ((name, layouts.load(name)[0]) for name in layouts.names())
    return [name for name, layout in loaded if layout and layout.kind == kind]


def _jobs(
    fitting: Mapping[Entry, Sequence[str]], chosen: Choice, packet: Packet, imprint: Imprint
) -> Iterator[Job]:
    """The files of a packet; one that gathers stands where its first item does."""
    folders = {key: packet.out / safe_name(layout.name) for key, layout in chosen.items()}
    files: dict[tuple[str, Entry | None], list[Entry]] = {}
    for entry, definitions in fitting.items():
        for definition in definitions:
            own = None if _gathers(chosen[definition], entry) else entry
            files.setdefault((definition, own), []).append(entry)
    for (definition, alone), entries in files.items():
        if alone is None and not packet.whole:
            continue
        layout = chosen[definition]
        name = safe_name(alone.name if alone else layout.name)
        handout = Handout(
            tuple(entries), layout.name, definition, packet.client, imprint, layout.gather
        )
        yield Job(folders[definition] / f"{name}.pdf", (handout,))


def _gathers(layout: Layout, entry: Entry) -> bool:
    """Whether an entry shares a file with others: a program is a home sheet by itself."""
    return layout.gather and not (layout.kind == HOME and entry.kind.word == "program")


def _no_layout(entry: Entry, layouts: Layouts, library: Library) -> Problem:
    kinds = library.kinds(entry)
    what = f"{entry.name}, which is of the kind {entry.kind.word}"
    if kinds == ("program",):
        what = f"{entry.name}, which is a program with weeks"
    message = f"none of the layouts is made for {what}"
    return Problem("layout-kind", message, hint=_made_for(kinds, layouts))


def _made_for(kinds: Iterable[str], layouts: Layouts) -> str:
    """The layouts to take for an item, the one that is usual first."""
    names = [name for kind in kinds for name in fitting_layouts(layouts, kind)]
    if not names:
        return "no layout is made for it yet"
    usual = (name for name in names if (layout := layouts.load(name)[0]) and layout.default)
    return f"add --layout {next(usual, names[0])}; made for it: {', '.join(names)}"


IDLE = "idle-layout"
"""The code of a layout that was asked for and prints nothing."""


def _idle(layout: Layout) -> Problem:
    message = f"{layout.name} prints nothing of this run: it is made for the kind {layout.kind}"
    hint = f"name an item of that kind, or leave --layout {layout.name} out"
    return Problem(IDLE, message, hint=hint, severity=Severity.WARNING)


def _for_nothing(layout: Layout) -> Problem:
    message = f"the layout {layout.name} does not say what it lays out"
    hint = "write a line for: exercise (or program, ladder, home)"
    return Problem("layout-kind", message, hint=hint)


def _written_twice(first: Job, second: Job) -> Problem:
    message = f"{second.file} would be written twice"
    one, other = first.entries[0].file, second.entries[0].file
    hint = f"from {one} and {other}: rename one, or one of the layouts"
    return Problem("same-file", message, hint=hint)
