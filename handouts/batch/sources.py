"""Sources: the files that a handout is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from handouts.batch.job import Handout, Job
from handouts.batch.press import Press
from handouts.batch.record import Sources
from handouts.layout.labels import USUAL
from handouts.model.brand import Brand
from handouts.model.climbing import chain
from handouts.model.exercise import Exercise
from handouts.model.kind import KINDS
from handouts.model.ladder import Ladder
from handouts.model.language import lookup
from handouts.model.library import Entry
from handouts.model.program.program import Program
from handouts.source import yaml
from handouts.source.node import Mapping, Node, Sequence, Text

_PICTURES = ("picture", "logo")
"""The keys under which files name pictures."""


def sources(press: Press, job: Job) -> Sources:
    """What a job is made from, in order.

    What ships with the program and nobody edits (fonts, drawings) is not among it.
    """
    found: set[str | Path] = set()
    for handout in job.handouts:
        own = set(_of_handout(press, handout))
        found |= own.union(_of_language(press, handout, own))
    names = sorted(source for source in found if isinstance(source, str))
    files = sorted(str(source) for source in found if isinstance(source, Path))
    return Sources(tuple(names), tuple(files))


def paths(press: Press, job: Job) -> frozenset[Path]:
    """The files that a job is made from, and all places where they might come to be."""
    made_from = sources(press, job)
    places = (place for name in made_from.names for place in _places(press, name))
    return frozenset([*map(Path, made_from.files), *places])


def named_pictures(path: Path) -> Iterator[Path]:
    """The pictures that a YAML file names, whatever else is wrong with it or with them."""
    root, _ = yaml.read(path, str(path))
    if isinstance(root, Mapping):
        for key in _PICTURES:
            for name in _file_names(root.get(key)):
                yield path.parent / name


def _of_handout(press: Press, handout: Handout) -> Iterator[str | Path]:
    for entry in handout.entries:
        yield entry.path
        yield from _of_item(press, entry)
        yield from _of_chain(press, entry, handout)
    yield from press.layouts.files(handout.definition)
    yield from _of_brand(handout.imprint.brand)
    yield from handout.imprint.fonts


def _of_language(
    press: Press, handout: Handout, found: Collection[str | Path]
) -> Iterator[str | Path]:
    """The labels of all languages that a handout may come to be in, and translations of items."""
    wanted = handout.client.lang or handout.imprint.language
    items = [item for entry in handout.entries if (item := press.library.read(entry)[0])]
    for language in {item.lang for item in items} | ({wanted} if wanted else set()):
        yield press.settings.labels / f"{lookup(language, press.spoken) or USUAL}.yaml"
    names = (name for name in found if isinstance(name, str))
    for entry in (*handout.entries, *filter(None, map(press.library.entry, names))):
        yield from press.library.places_of_translations(entry, wanted)


def _of_item(press: Press, entry: Entry) -> Iterator[str | Path]:
    """What else goes onto an item's handout: an exercise's links, a program's exercises.

    Of a program it is read as far as can be, whatever is wrong with it.
    """
    sound, _ = press.library.read(entry)
    item = sound or entry.kind.read(entry.path, entry.file, entry.bounds).value
    if isinstance(item, Program | Ladder):
        for name in item.exercises:
            yield from _of_exercise(press, name)
    elif isinstance(sound, Exercise):
        yield from _of_links(sound)
    else:
        yield from named_pictures(entry.path)


def _of_chain(press: Press, entry: Entry, handout: Handout) -> Iterator[str | Path]:
    """The rungs of the ladder that is made of an exercise, where the layout is for ladders."""
    layout, _ = press.layouts.load(handout.definition)
    item, _ = press.library.read(entry)
    if layout and layout.kind == "ladder" and isinstance(item, Exercise):
        ladder, _ = chain(item, press.library.exercise)
        for name in ladder.exercises if ladder else ():
            yield from _of_exercise(press, name)


def _of_exercise(press: Press, name: str) -> Iterator[str | Path]:
    """The exercise of a name, and what else goes onto its card."""
    yield name
    if exercise := press.library.exercise(name):
        yield from _of_links(exercise)


def _of_links(exercise: Exercise) -> Iterator[str | Path]:
    """An exercise's pictures, and the exercises whose titles print on its card."""
    for picture in exercise.picture:
        yield picture.path
    yield from (*exercise.easier, *exercise.harder)


def _places(press: Press, name: str) -> Iterator[Path]:
    """Where the item of this name is, or would be."""
    if entry := press.library.entry(name):
        yield entry.path
    for folder in press.settings.data:
        for kind in KINDS:
            yield folder / kind.folder / f"{name}.yaml"


def _of_brand(brand: Brand) -> Iterator[Path]:
    if brand.file:
        yield Path(brand.file)
    if brand.logo:
        yield brand.logo.path


def _file_names(node: Node | None) -> Iterator[str]:
    """The files of one picture or of several, each a name or a mapping with ``file``."""
    match node:
        case Text():
            yield node.value
        case Mapping():
            yield from _file_names(node.get("file"))
        case Sequence():
            for item in node.items:
                yield from _file_names(item)
