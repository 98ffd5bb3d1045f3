"""Drafts to files of a library: checked by our own reader, written whole, never over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from handouts import whole
from handouts.batch.files import cannot_write
from handouts.dataclass import dataclass
from handouts.importers.draft import Draft, Fields, Refused, Unplaced, Value
from handouts.importers.formats import Format
from handouts.importers.naming import Names
from handouts.importers.pictures import Pictures
from handouts.importers.reading import Found
from handouts.importers.record import Item, Record, title_of
from handouts.importers.translating import is_translation, texts_of
from handouts.importers.writing import SCHEMA, as_yaml
from handouts.model.exercise import EXERCISE
from handouts.source import yaml
from handouts.source.disk import read_bytes
from handouts.source.node import Mapping as MappingNode
from handouts.source.problem import Problem, has_error

EXERCISES = "exercises"
PICTURES = "pictures"

LARGEST_PICTURE = 30_000_000
"""Bytes of the largest picture that is copied."""

ESSENTIAL = frozenset({"exercise", "setup", "execution"})
"""Keys without which an exercise is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a record; ``number`` is none for what is wrong with a file as a whole.

    Files are as shown: ``written`` anew, or ``unchanged`` since they say it already.
    """

    number: int | None = None
    title: str = ""
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    as_written: tuple[Unplaced, ...] = ()
    problems: tuple[Problem, ...] = ()


class Importer:
    """Brings records into the library at ``into``; ``force`` writes over what is there.

    ``pictures`` are those that records may name.
    """

    def __init__(self, format: Format, into: Path, pictures: Pictures, force: bool) -> None:
        self._format = format
        self._into = into
        self._pictures = pictures
        self._force = force
        self._names = Names(set(_names_of_others(into)))

    def bring(self, found: Iterable[Found]) -> Iterator[Imported]:
        """Write the files of each record as it comes."""
        for each in found:
            if isinstance(each, Problem):
                yield Imported(problems=(each,))
            else:
                yield self._bring(each)

    def _bring(self, item: Item) -> Imported:
        if not isinstance(item.value, Mapping):
            return _refused(item, "", "this is no object with fields")
        record = Record(item.value)
        title = title_of(item.value)
        try:
            draft = self._format.draft(record)
            return self._write(item, draft, record)
        except Refused as refusal:
            return _refused(item, title, refusal.message, refusal.hint)

    def _write(self, item: Item, draft: Draft, record: Record) -> Imported:
        fields, bad = _readable(draft.fields)
        title = str(fields["exercise"])
        name = self._names.take(title)
        output = _Output(self._into, self._force)
        fields = self._with_pictures(item, draft, fields, name, record, output)
        bad += self._write_languages(draft, fields, name, output)
        return Imported(
            number=item.number,
            title=title,
            written=tuple(output.written),
            unchanged=tuple(output.unchanged),
            unplaced=(*record.unplaced(), *bad),
            as_written=tuple(record.as_written),
            problems=tuple(output.problems),
        )

    def _write_languages(
        self, draft: Draft, original: Fields, name: str, output: _Output
    ) -> list[Unplaced]:
        """Write the original, and what there is in other languages; give what has no place."""
        left: list[Unplaced] = []
        translations: dict[str, Fields] = {}
        others: dict[str, Fields] = {}
        for language, texts in draft.translations.items():
            told, bad = _readable(texts)
            left += [replace(each, field=f"{language}, {each.field}") for each in bad]
            if is_translation(told, original):
                translations[language] = texts_of(told)
                original = _crediting(original, told)
            else:
                others[language] = {**_shared(original), **told}
        output.exercise(name, original)
        for language, texts in translations.items():
            output.translation(name, language, texts)
        for language, told in others.items():
            output.exercise(self._names.take(f"{name} {language}"), told)
        return left

    def _with_pictures(
        self,
        item: Item,
        draft: Draft,
        fields: Fields,
        name: str,
        record: Record,
        output: _Output,
    ) -> Fields:
        """The fields with the pictures that are there, which are copied."""
        copied: list[Value] = []
        for number, named in enumerate(draft.pictures, 1):
            found = [self._pictures.find(path, item.place) for path in named if path]
            there = next((each for each in found if isinstance(each, Path)), None)
            output.problems += (
                _of_record(each, item, str(fields["exercise"]))
                for each in found
                if isinstance(each, Problem)
            )
            if there is None:
                record.leave("picture", [" or ".join(filter(None, named))])
                continue
            file = f"{PICTURES}/{name}-{number}{there.suffix.lower()}"
            if output.copy(there, file):
                copied.append(f"../{file}")
        if not copied:
            return fields
        return _crediting({**fields, "picture": copied}, {"credit": [*draft.painters]})


class _Output:
    """The files of one record, and what became of each."""

    def __init__(self, into: Path, force: bool) -> None:
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self.problems: list[Problem] = []
        self._into = into
        self._force = force

    def exercise(self, name: str, fields: Fields) -> None:
        """Write an exercise's file."""
        self._put(f"{EXERCISES}/{name}.yaml", (SCHEMA + as_yaml(fields)).encode())

    def translation(self, name: str, language: str, texts: Fields) -> None:
        """Write the file of a translation."""
        self._put(f"{EXERCISES}/{name}.{language}.yaml", as_yaml(texts).encode())

    def copy(self, source: Path, file: str) -> bool:
        """Copy a picture; whether it is there now."""
        data = read_bytes(source, source.as_posix(), LARGEST_PICTURE)
        if isinstance(data, Problem):
            self.problems.append(data)
            return False
        self._put(file, data)
        return True

    def _put(self, file: str, data: bytes) -> None:
        path = self._into / file
        shown = path.as_posix()
        try:
            there = path.read_bytes() if path.is_file() else None
            if there == data:
                self.unchanged.append(shown)
            elif there is not None and not self._force:
                message = f"{shown} is there already, and says something else"
                self.problems.append(Problem("file-there", message, hint="--force writes over it"))
            else:
                whole.write(path, data)
                self.written.append(shown)
        except OSError as error:
            self.problems.append(cannot_write(path, error))


def _readable(fields: Fields) -> tuple[Fields, list[Unplaced]]:
    """The fields that our own reader takes from the file they make, and the others.

    Raises ``Refused`` when what an exercise cannot do without is among the others.
    """
    left: list[Unplaced] = []
    while True:
        problems = _faults(fields)
        if not problems:
            return fields, left
        fields = dict(fields)
        for key, message in problems.items():
            if key not in fields or key in ESSENTIAL:
                raise Refused(message)
            left.append(Unplaced(key, f"{_flat(fields.pop(key))} ({message})"))


def _faults(fields: Fields) -> dict[str, str]:
    """What our reader says against a file, by the key that it says it of."""
    node, problems = yaml.parse(as_yaml(fields).encode(), "")
    if not isinstance(node, MappingNode):
        return {"": problems[0].message}
    lines = {key.place.line: key.value for key, _ in node.entries}
    faults: dict[str, str] = {}
    for problem in EXERCISE.reading(node, problems, "an exercise").problems:
        if has_error([problem]):
            line = problem.place.line if problem.place else 0
            key = next((lines[at] for at in sorted(lines, reverse=True) if at <= line), "")
            faults.setdefault(key, problem.message)
    return faults


def _flat(value: Value) -> str:
    """All texts of a value."""
    if isinstance(value, str):
        return value
    values = value.values() if isinstance(value, dict) else value
    return ", ".join(map(_flat, values))


def _shared(original: Fields) -> Fields:
    """What an exercise in another language has of the one it was told with."""
    return {"picture": original["picture"]} if "picture" in original else {}


def _crediting(fields: Fields, other: Fields) -> Fields:
    """The fields with the credits of others added, each once."""
    credits = [*_listed(fields.get("credit", [])), *_listed(other.get("credit", []))]
    once = [credit for number, credit in enumerate(credits) if credit not in credits[:number]]
    if not once:
        return fields
    return {**fields, "credit": once if len(once) > 1 else once[0]}


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _refused(item: Item, title: str, message: str, hint: str | None = None) -> Imported:
    problem = Problem("not-imported", message, item.place, hint)
    return Imported(number=item.number, title=title, problems=(_of_record(problem, item, title),))


def _of_record(problem: Problem, item: Item, title: str) -> Problem:
    """A problem that says which record it is of."""
    name = f"record {item.number} ({title})" if title else f"record {item.number}"
    return replace(problem, message=f"{name}: {problem.message}")


def _names_of_others(into: Path) -> Iterator[str]:
    """The names of a library's programs and ladders, which no exercise can have."""
    for folder in ("programs", "ladders"):
        for path in (into / folder).glob("*.yaml"):
            yield path.stem
