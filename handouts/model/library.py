"""The library: which items there are, in which files, each read once and only when asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.model.exercise import Exercise
from handouts.model.kind import HOME, KINDS, Item, Kind
from handouts.model.misplaced import misplaced
from handouts.model.naming import folded
from handouts.model.program.program import Program
from handouts.model.read import has_weeks, read_title
from handouts.model.reference import Reference
from handouts.source.bounds import leads_out, outside
from handouts.source.digest import Digests
from handouts.source.disk import LARGEST, content, is_file, is_folder, shown
from handouts.source.problem import Place, Problem, Severity
from handouts.source.shape import did_you_mean, shortened

ITEMS_KEPT = 256
"""Items that are kept once they are read, about 20 KB each: more than a program has exercises."""

MOST_FILES = 100_000
"""YAML files in a folder of a library: twice as many as the largest run is measured with."""

UNREAD = "unread-exercise"
"""The code of an exercise whose file has an error."""

_TRANSLATION = re.compile(r".+\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item's file. ``file`` is its path as shown; its pictures lie within the library's folder
    ``root``, or where it is ``allowed``.
    """

    kind: Kind
    name: str
    path: Path
    file: str
    root: Path
    allowed: tuple[Path, ...] = ()

    @property
    def bounds(self) -> tuple[Path, ...]:
        """The folders that the files it names must lie in."""
        return (self.root, *self.allowed)


class Library:
    """The items of some folders; where two hold the same name, the earlier folder's counts.

    Names are unique whatever their kind and case. Translations (``NAME.LANG.yaml``) are not items.
    ``digests`` get to see each file before it is read. Links that lead out of their library are
    not followed, unless to folders that are ``allowed``.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        digests: Digests | None = None,
        allowed: tuple[Path, ...] = (),
    ) -> None:
        self._digests = digests or Digests()
        self._allowed = allowed
        self._entries: dict[str, Entry] = {}
        self._items: dict[Path, tuple[Item | None, tuple[Problem, ...]]] = {}
        self._titles: dict[Path, str | None] = {}
        self._translations: dict[Path, dict[str, dict[str, Entry]]] = {}
        self._have_weeks: dict[Path, bool] = {}
        self._problems: list[Problem] = []
        self.folders = tuple(folders)
        for folder in folders:
            self._add_folder(folder)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every item's file: kinds in their order, names in theirs."""
        order = {kind.word: number for number, kind in enumerate(KINDS)}
        ranked = sorted(
            self._entries.items(), key=lambda entry: (order[entry[1].kind.word], entry[0])
        )
        return tuple(entry for _, entry in ranked)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the library itself: folders that are not there, names used twice."""
        return tuple(self._problems)

    def find(self, what: str) -> Entry | Problem:
        """The entry of a name (a file's stem) or of a YAML file's path, in the library or not."""
        if what.endswith((".yaml", ".yml")):
            return self._find_file(Path(what))
        if entry := self.entry(what):
            return entry
        names = [entry.name for entry in self._entries.values()]
        hint = did_you_mean(what, names) or "what there is: handouts list"
        return Problem("unknown-name", f"there is no {what} in the library", hint=hint)

    def entry(self, name: str) -> Entry | None:
        """The entry of a name, if there is one."""
        return self._entries.get(folded(name))

    def read(self, entry: Entry) -> tuple[Item | None, tuple[Problem, ...]]:
        """An entry's item and what is wrong with it; no item when its file has an error."""
        known = self._items.get(entry.path)
        if known is None:
            known = self._read(entry)
            if len(self._items) >= ITEMS_KEPT:
                self._items.pop(next(iter(self._items)))
            self._items[entry.path] = known
        return known

    def translations(self, entry: Entry) -> Mapping[str, Entry]:
        """The translations that lie beside an entry's file, by their languages."""
        folder = entry.path.parent
        if folder not in self._translations:
            self._translations[folder] = _translations(folder, entry)
        return self._translations[folder].get(entry.path.stem, {})

    def places_of_translations(self, entry: Entry, wanted: str | None) -> Iterator[Path]:
        """Where an item's translations are, and where one would be into a language."""
        yield from (each.path for each in self.translations(entry).values())
        for tag in {wanted, wanted.partition("-")[0]} if wanted else ():
            yield entry.path.with_name(f"{entry.path.stem}.{tag}.yaml")

    def translated(self, item: Item, entry: Entry) -> tuple[Item | None, list[Problem]]:
        """An item with the texts of one of its translations; see ``translation.translated``."""
        from handouts.model.read import read_translation  # most runs are in one language
        from handouts.model.translation import translated

        self._digests.of(entry.path)
        reading = read_translation(entry.path, entry.file, entry.kind.word)
        if reading.value is None:
            return None, list(reading.told)
        whole = replace(reading.value, language=entry.name, file=entry.file)
        result, found = translated(item, whole)
        return result if reading.sound else None, [*reading.told, *found]

    def exercise(self, name: str) -> Exercise | None:
        """The exercise of a name; ``None`` when there is none that can be read."""
        entry = self.entry(name)
        item = self.read(entry)[0] if entry else None
        return item if isinstance(item, Exercise) else None

    def kinds(self, entry: Entry) -> tuple[str, ...]:
        """The kinds of layouts that print an entry when none is named, the one that is first tried.

        A program without weeks is done at home; of a library without layouts for that, it is a
        program as any other.
        """
        word = entry.kind.word
        if word == "program" and entry.path not in self._have_weeks:
            self._digests.of(entry.path)
            self._have_weeks[entry.path] = has_weeks(entry.path, entry.file)
        return (word,) if self._have_weeks.get(entry.path, True) else (HOME, word)

    def title(self, name: str) -> str | None:
        """What the exercise of a name is called; ``None`` when there is none that can be read.

        Sheets name many exercises that they say nothing else of, so its file is hardly looked at.
        """
        entry = self.entry(name)
        if entry is None or entry.kind.word != "exercise":
            return None
        if entry.path not in self._titles:
            self._titles[entry.path] = self._title(entry)
        return self._titles[entry.path]

    def _title(self, entry: Entry) -> str | None:
        self._digests.of(entry.path)
        if entry.path not in self._items and (title := read_title(entry.path, entry.file)):
            return title
        exercise = self.exercise(entry.name)
        return exercise.title if exercise else None

    def _read(self, entry: Entry) -> tuple[Item | None, tuple[Problem, ...]]:
        self._digests.of(entry.path)
        reading = entry.kind.read(entry.path, entry.file, entry.bounds)
        if reading.value:
            reading = reading.and_found(self._unlinked(reading.value))
        return reading.sound, reading.told

    def _add_folder(self, folder: Path) -> None:
        if not is_folder(folder):
            message = "there is no such folder"
            self._problems.append(Problem("missing-folder", message, Place(shown(folder))))
            return
        for kind in KINDS:
            paths, linked = _yaml_files(folder / kind.folder, (folder, *self._allowed))
            self._problems += map(_leading_out, linked)
            if len(paths) > MOST_FILES:
                self._problems.append(_too_many(folder / kind.folder))
                continue
            items = [path for path in paths if not _TRANSLATION.fullmatch(path.stem)]
            before = shown(folder / kind.folder / "x").removesuffix("x")
            for path in items:
                file = f"{before}{path.name}"
                self._add(Entry(kind, path.stem, path, file, folder, self._allowed))
            if len(items) < len(paths):
                self._warn_of_orphans(paths, {path.stem for path in items})
        self._problems += misplaced(folder)

    def _add(self, entry: Entry) -> None:
        if entry.path.suffix != ".yaml":
            hint = f"name it {entry.name}.yaml"
            self._warn("file-name", "this file is not read", Place(entry.file), hint)
            return
        first = self._entries.setdefault(folded(entry.name), entry)
        if first is entry or (first.root != entry.root and first.kind is entry.kind):
            return
        message = f"{entry.name} is also the name of {first.file}"
        hint = "give one of them another name, also in capitals and small letters"
        self._problems.append(Problem("duplicate-name", message, Place(entry.file), hint))

    def _warn_of_orphans(self, paths: Iterable[Path], originals: Container[str]) -> None:
        for path in paths:
            original = path.stem.rpartition(".")[0]
            if _TRANSLATION.fullmatch(path.stem) and original not in originals:
                message = f"this translation has no {original}.yaml beside it"
                hint = "put it beside its original, under the same name"
                self._warn("orphan-translation", message, Place(shown(path)), hint)

    def _find_file(self, path: Path) -> Entry | Problem:
        for entry in self._entries.values():
            if entry.name == path.stem and _same(entry.path, path):
                return entry
        if not is_file(path):
            names = [entry.file for entry in self._entries.values()]
            hint = did_you_mean(path.as_posix(), names)
            return Problem("unknown-name", f"there is no file {path.as_posix()}", hint=hint)
        kind = _kind_of(path)
        return Entry(kind, path.stem, path, shown(path), path.parent, self._allowed)

    def _missing_links(self, item: Exercise) -> Iterator[Problem]:
        for key, names in (("easier", item.easier), ("harder", item.harder)):
            for name in names:
                entry = self._entries.get(folded(name))
                if entry is None or entry.kind.word != "exercise":
                    yield self._missing_link(item, key, name)

    def _unlinked(self, item: Item) -> Iterator[Problem]:
        """What an item asks for that the library's exercises do not have."""
        if isinstance(item, Exercise):
            yield from self._missing_links(item)
        elif isinstance(item, Program):
            from handouts.model.linking import unlinked  # most runs are cards alone

            yield from _each_once(unlinked(item, self.named))
        else:
            from handouts.model.climbing import unknown

            yield from _each_once(unknown(item, self.named))

    def named(self, reference: Reference) -> Exercise | Problem:
        """The exercise that a file names, or what is wrong with the name."""
        entry = self._entries.get(folded(reference.name))
        if entry is None or entry.kind.word != "exercise":
            names = [each.name for each in self._entries.values() if each.kind.word == "exercise"]
            hint = did_you_mean(reference.name, names)
            what = f"a {entry.kind.word}" if entry else "not in the library"
            message = f"{shortened(reference.name)} is {what}"
            return Problem("unknown-exercise", message, reference.place, hint)
        if exercise := self.exercise(reference.name):
            return exercise
        message = f"{entry.name} cannot be used: its file has an error"
        hint = f"what is wrong with it: handouts check {entry.name}"
        return Problem(UNREAD, message, reference.place, hint, cause=entry.file)

    def _missing_link(self, item: Exercise, key: str, name: str) -> Problem:
        entry = self._entries.get(folded(name))
        exercises = (each.name for each in self._entries.values() if each.kind.word == "exercise")
        names = [each for each in exercises if each != item.name]
        hint = did_you_mean(name, names) or "take it out, or write that exercise"
        what = f"is a {entry.kind.word}, not an exercise" if entry else "is not in the library"
        message = f"{key} names {name}, which {what}"
        return Problem("missing-link", message, item.places.get(key), hint, Severity.WARNING)

    def _warn(self, code: str, message: str, place: Place, hint: str) -> None:
        self._problems.append(Problem(code, message, place, hint, Severity.WARNING))


def _each_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, but of an exercise with an error only the first time that it is named."""
    told: set[str] = set()
    for problem in problems:
        if problem.code != UNREAD or problem.message not in told:
            told.add(problem.message)
            yield problem


def _yaml_files(folder: Path, bounds: tuple[Path, ...]) -> tuple[list[Path], list[Path]]:
    """The YAML files of a folder, hidden ones left aside; and the links that lead out of bounds.

    The folder itself may be one of them.
    """
    if folder.is_symlink() and leads_out(folder, bounds):
        return [], [folder]
    try:
        with os.scandir(folder) as entries:  # paths that are compared take thrice the memory
            some = islice(filter(_is_yaml, entries), MOST_FILES + 1)
            found = sorted((each.name, each.is_symlink()) for each in some)
    except OSError:
        return [], []
    files: list[Path] = []
    linked: list[Path] = []
    for name, is_link in found:
        path = folder / name
        (linked if is_link and leads_out(path, bounds) else files).append(path)
    return files, linked


def _is_yaml(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith((".yaml", ".yml")) and not entry.name.startswith(".")


def _too_many(folder: Path) -> Problem:
    message = f"there are more than {MOST_FILES:,} files in this folder: none is read"
    return Problem("too-large", message, Place(shown(folder)), "make several libraries of them")


def _leading_out(link: Path) -> Problem:
    """The problem of a link that is not followed, nor any line shown of what it leads to."""
    return outside(link.name, Place(shown(link.parent)))


def _translations(folder: Path, like: Entry) -> dict[str, dict[str, Entry]]:
    """The translations of a folder by the names of their originals, ``like`` one of which they are.

    Each is given as the entry of a file, whose name is a language.
    """
    found: dict[str, dict[str, Entry]] = {}
    for path in _yaml_files(folder, like.bounds)[0]:
        if path.suffix == ".yaml" and _TRANSLATION.fullmatch(path.stem):
            original, _, language = path.stem.rpartition(".")
            entry = Entry(like.kind, language, path, shown(path), like.root, like.allowed)
            found.setdefault(original, {})[language] = entry
    return found


def _kind_of(path: Path) -> Kind:
    """The kind of a file that lies in no library: its first key says it."""
    kinds = {kind.word: kind for kind in KINDS}
    try:
        text = content(path, LARGEST).decode("utf-8-sig", errors="replace")
    except OSError:  # is told when it is read
        return KINDS[0]
    match = re.search(rf"^({'|'.join(kinds)})\s*:", text, re.MULTILINE)
    return kinds[match[1]] if match else KINDS[0]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
