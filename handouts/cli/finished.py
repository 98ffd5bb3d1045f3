"""Finished PDFs among what is to be checked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from handouts.batch.press import weighed
from handouts.cli import output
from handouts.cli.library import open_layouts
from handouts.cli.progress import reporting_files, say_nothing
from handouts.cli.work import WorkOptions
from handouts.dataclass import dataclass
from handouts.layout.declare import TYPE, TypeSource
from handouts.source.problem import Problem

if TYPE_CHECKING:
    from handouts.preflight.finished.bounded import Checked


@dataclass(frozen=True, slots=True)
class Finished:
    """The files that have been looked at, and what is wrong with them."""

    files: Sequence[Checked] = ()
    problems: Sequence[Problem] = ()


def is_pdf(word: str) -> bool:
    """Whether a word of the command line names a finished file."""
    return word.lower().endswith(".pdf")


def check_finished(words: Sequence[str], options: WorkOptions) -> Finished:
    """Look at files. Raises ``WrongCommand`` where what reads them is not installed."""
    from handouts.preflight.finished.several import check_all

    floors = _Floors(options)
    wanted = [(path, floors.of(path)) for path in map(Path, dict.fromkeys(words))]
    files: list[Checked] = []
    say = _say if options.verbose else say_nothing
    with reporting_files(options, len(wanted), say) as report:
        for checked in check_all(wanted, options.jobs):
            files.append(checked)
            report(checked)
    for checked in files:
        if checked.trace:
            output.say(checked.trace, sys.stderr)
    found = (problem for each in files for problem in each.problems)
    return Finished(files, weighed([*floors.problems, *found], options.strict))


def as_json(checked: Checked) -> dict[str, object]:
    """A file as ``--json`` lists it."""
    size = None if checked.smallest is None else round(checked.smallest, 2)
    return {"file": checked.file, "pages": checked.pages, "type_size": size}


def _say(checked: Checked) -> None:
    size = "" if checked.smallest is None else f", type {checked.smallest:.3g} pt or larger"
    output.say(f"{checked.file} ({output.plural(checked.pages, 'page')}{size})")


class _Floors:
    """The floors of type that hold for a file.

    They are those of the layout that is named, else of the one that its folder is called after, as
    with ours; else the usual ones.
    """

    def __init__(self, options: WorkOptions) -> None:
        self._layouts = open_layouts(options)
        self._names = frozenset(self._layouts.names())
        self._named = options.layout[:1]
        self.problems: list[Problem] = []
        self._of = cache(self._read)

    def of(self, path: Path) -> TypeSource:
        """Give the floors for a file."""
        for name in self._named or self._names.intersection((path.resolve().parent.name,)):
            return self._of(name)
        return TypeSource()

    def _read(self, name: str) -> TypeSource:
        layout, found = self._layouts.resolve(name)
        self.problems += found
        written = layout.get("type") if layout else None
        return (TYPE.read(written, self.problems) if written else None) or TypeSource()
