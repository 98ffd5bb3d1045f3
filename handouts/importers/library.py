"""Records to files of a library, in every language they have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.importers.draft import Draft, Fields, Refused, Unplaced, Value
from handouts.importers.format.credits import credited
from handouts.importers.formats import Format
from handouts.importers.naming import Names
from handouts.importers.output import Output, of_record
from handouts.importers.pictures import Pictures
from handouts.importers.reading import Found
from handouts.importers.reading_back import readable, readable_languages
from handouts.importers.record import Item, Record, title_of
from handouts.importers.translating import is_translation, texts_of
from handouts.source.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a record; ``number`` is none for what is wrong with a file as a whole."""

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
            return _refused(item, "", Refused("this is no object with fields"))
        record = Record(item.value)
        try:
            draft = self._format.draft(record)
            fields, bad = readable(draft.fields)
        except Refused as refusal:
            return _refused(item, title_of(item.value), refusal)
        title = str(fields["exercise"])
        output = Output(self._into, self._force, item, title)
        bad += self._write(replace(draft, fields=fields), record, item, output)
        return Imported(
            number=item.number,
            title=title,
            written=tuple(output.written),
            unchanged=tuple(output.unchanged),
            unplaced=(*record.unplaced(), *bad),
            as_written=tuple(record.as_written),
            problems=tuple(output.problems),
        )

    def _write(self, draft: Draft, record: Record, item: Item, output: Output) -> list[Unplaced]:
        """Write the pictures, the original and its other languages; give what has no place."""
        name = self._names.take(str(draft.fields["exercise"]))
        pictures = self._copy(draft, name, record, item, output)
        original = _pictured(draft.fields, pictures, draft.painters)
        told, left = readable_languages(draft.translations)
        translations = [lang for lang, fields in told.items() if is_translation(fields, original)]
        for language in translations:
            original = credited(original, told[language].get("credit", []))
        is_there = output.exercise(name, original)
        for language, fields in told.items():
            if language not in translations:
                own = self._names.take(f"{name} {language}")
                output.exercise(own, _pictured(fields, pictures, draft.painters))
            elif is_there:
                output.translation(name, language, texts_of(fields))
            else:
                value = f"{fields['exercise']} (no translation of that file)"
                left.append(Unplaced(language, value))
        return left

    def _copy(
        self, draft: Draft, name: str, record: Record, item: Item, output: Output
    ) -> list[Value]:
        """Copy the pictures that are there, and give their paths."""
        copied: list[Value] = []
        for number, named in enumerate(draft.pictures, 1):
            found = [self._pictures.find(path, item.place) for path in named if path]
            for each in found:
                if isinstance(each, Problem):
                    output.tell(each)
            there = next((each for each in found if isinstance(each, Path)), None)
            if there is None:
                record.leave("picture", [" or ".join(filter(None, named))])
            elif path := output.picture(there, f"{name}-{number}"):
                copied.append(path)
        return copied


def _pictured(fields: Fields, pictures: list[Value], painters: Iterable[Value]) -> Fields:
    """The fields with pictures, and the credits of those who made them."""
    if not pictures:
        return fields
    return credited({**fields, "picture": pictures}, [*painters])


def _refused(item: Item, title: str, refusal: Refused) -> Imported:
    problem = Problem("not-imported", refusal.message, item.place, refusal.hint)
    return Imported(number=item.number, title=title, problems=(of_record(problem, item, title),))


def _names_of_others(into: Path) -> Iterator[str]:
    """The names of a library's programs and ladders, which no exercise can have."""
    for folder in ("programs", "ladders"):
        for path in (into / folder).glob("*.yaml"):
            yield path.stem
