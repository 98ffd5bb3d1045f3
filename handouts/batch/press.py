"""The press: everything that is prepared once, and the way of one job through the rooms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from handouts import whole
from handouts.batch import files
from handouts.batch.account import Account
from handouts.batch.allowances import Allowances
from handouts.batch.artwork import Artwork
from handouts.batch.editions import Editions
from handouts.batch.galley import Galley
from handouts.batch.job import Handout, Job, Outcome
from handouts.batch.ledger import Ledger
from handouts.batch.packs import Bound
from handouts.batch.settings import Settings
from handouts.batch.sheets import Sheets
from handouts.layout.block import Document
from handouts.layout.compose import compose
from handouts.layout.labels import USUAL, languages, load_labels
from handouts.layout.load import Layouts
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.model.edition import Edition
from handouts.model.gathering import Gathering
from handouts.model.kind import HOME, Item
from handouts.model.library import Entry, Library
from handouts.pdf.printer import Printer
from handouts.preflight.characters import missing_characters, where_they_stand
from handouts.preflight.resolution import coarse_pictures
from handouts.source.digest import Digests, digest
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.font import Fonts
from handouts.typeset.packing import on_sheets
from handouts.typeset.text import Shaper
from handouts.typeset.typeset import typeset_all, typeset_cells

if TYPE_CHECKING:
    from handouts.batch.inspection import Inspection

MOST_PAGES = 1000
"""Pages of one handout: the longest that ships has not a tenth of them."""

SHEETS_KEPT = 16
SHAPERS_KEPT = 4
"""Imprints in a language, whose labels are kept."""

Produced = tuple[Outcome, Mapping[str, str]]
"""What became of a job, and the digests of the files that were written, by name."""


class Press:
    """Sets and prints jobs of its library in its layouts.

    What it keeps from one job to the next never shows in what it prints. Its ``ledger`` is there if
    anything is kept from run to run.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        digests = _digests_of_own_words(settings)
        self.library = Library(settings.data, digests, settings.allowed)
        self.spoken = languages(settings.labels)
        self._editions = Editions(self.library, self.spoken)
        self._sheets = lru_cache(SHEETS_KEPT)(partial(Sheets, settings))
        labels = load_labels(settings.labels, USUAL)
        self.layouts = Layouts(
            settings.layouts, labels, digests, settings.parameters, settings.allowed
        )
        self._shaper = lru_cache(SHAPERS_KEPT)(partial(_shaper, settings.fonts))
        self._printer = Printer()
        kept = settings.kept
        self.ledger = Ledger(settings, kept, self.library, digests) if kept else None
        self._artwork = Artwork(settings.data, settings.kept)
        self._allowances = Allowances(self.library)

    def print(self, job: Job) -> Outcome:
        """Set a job and write its file, unless there is an error."""
        return self.produce(job)[0]

    def produce(self, job: Job) -> Produced:
        """Print a job, and say what is in the files."""
        account = Account(job)
        written: dict[str, str] = {}
        file = job.file
        try:
            content = self._print(job, account)
            if content is None:
                return account.outcome(), {}
            written[file.name] = content
            for file, data in self._pictures(job.file):
                whole.write(file, data)
                written[file.name] = digest(data)
        except OSError as error:
            return account.outcome([files.cannot_write(file, error)]), {}
        return account.outcome(written=True), written

    def check(self, job: Job) -> Outcome:
        """Set a job, look at its figures and words, and write nothing."""
        return self._check(job, job.entries)[0]

    def try_out(self, job: Job) -> Outcome:
        """Set a job to see how its layout and its brand print, whatever its items say."""
        return self._check(job, ())[0]

    def assess(self, job: Job) -> Outcome:
        """Check a job, and score it by PEMAT."""
        outcome, galleys = self._check(job, job.entries)
        return replace(outcome, pemat=self._inspection.scores(job.entries, galleys))

    def _check(self, job: Job, entries: Sequence[Entry]) -> tuple[Outcome, Sequence[Galley]]:
        """Set a job, and look at its pages and at the items of some entries."""
        account = Account(job)
        problems: list[Problem] = []
        galleys: list[Galley] = []
        for handout, galley in self._set(job):
            account.add(handout, galley.result, galley.problems)
            problems += self._inspection.of_galley(galley, handout)
            galleys.append(galley)
        inspected = [self._inspection.of(entry) for entry in entries]
        problems = self._allowances.without_allowed(problems)
        problems += [problem for each in inspected for problem in each.problems]
        grades = [each.grade for each in inspected if each.grade is not None]
        lints = weighed(problems, self.settings.strict)
        return account.outcome(lints, grade=max(grades, default=None)), galleys

    @cached_property
    def _inspection(self) -> Inspection:
        from handouts.batch.inspection import Inspection  # what is printed is not looked at

        data, allowed = self.settings.data, self.settings.allowed
        return Inspection(self.library, self.layouts, self._artwork, data, allowed)

    def _print(self, job: Job, account: Account) -> str | None:
        """Print a job's handouts, each as soon as it is set, and give the digest of the file.

        None where an error keeps it from being written: then what follows is set all the same, for
        all that is wrong with it. Raises ``OSError``.
        """
        with whole.Draft(job.file) as draft:
            file = Bound(job.handouts, partial(self._printer.begin, draft, self.settings.grey))
            for handout, galley in self._set(job):
                account.add(handout, galley.result, galley.problems)
                if not account.has_error and galley.result.pages:
                    file.add(handout, galley.result.pages)
            if account.has_error or not account.pages:
                return None
            file.finish()
            draft.keep()
            return draft.digest

    def _set(self, job: Job) -> Iterator[tuple[Handout, Galley]]:
        """Set a job's handouts one after the other, each for its place in the file."""
        before = 0
        for handout in job.handouts:
            galley = self._set_handout(handout, before)
            told = self._allowances.without_allowed(galley.problems)
            yield handout, galley.telling(weighed(told, self.settings.strict))
            before += on_sheets(galley.result.length)

    def _set_handout(self, handout: Handout, before: int) -> Galley:
        layout, _ = self.layouts.load(handout.definition)  # its problems were told with the plan
        edition, problems = self._editions.choose(handout, layout)
        readings = [edition.read(entry) for entry in handout.entries]
        problems += [problem for _, found in readings for problem in found]
        items = [item for item, _ in readings if item is not None]
        if layout is None or not items:
            return Galley(problems)
        sheet, found = self._gather(items, layout, handout, edition)
        problems += found
        if sheet is None or len(items) < len(readings):
            return Galley(problems)
        galley = self._set_sheet(sheet, layout, self._shaper(handout.imprint.fonts), before)
        return galley.telling([*problems, *galley.problems])

    def _gather(
        self, items: Sequence[Item], layout: Layout, handout: Handout, edition: Edition
    ) -> tuple[Sheet | None, list[Problem]]:
        sheets = self._sheets(edition, handout.imprint)
        client = edition.client(handout.client, self._editions.exercises(items, layout))
        if layout.kind == HOME:
            return sheets.gather_home(items, client, layout.title)
        gather = sheets.gather_rung if layout.kind == "ladder" else sheets.gather
        if not layout.gather:
            return gather(items[0], client)
        return sheets.gather_all(items, client, layout.title, gather)

    def _set_sheet(self, sheet: Sheet, layout: Layout, shaper: Shaper, before: int) -> Galley:
        documents, problems = compose(layout, sheet, self._artwork)
        if not documents:
            return Galley([*problems, _nothing_to_print(sheet.item, layout)])
        if missing := _missing_characters(documents, sheet, shaper.fonts):
            return Galley([*problems, *missing])
        n_up = layout.papers[sheet.paper].n_up
        result = (
            typeset_cells(documents, n_up, shaper, before)
            if n_up
            else typeset_all(documents, shaper, before)
        )
        if result.length > MOST_PAGES:
            return Galley([*problems, _too_many_pages(sheet.item, result.length)])
        coarse = coarse_pictures(documents, result)
        return Galley([*problems, *result.problems, *coarse], result, documents)

    def _pictures(self, file: Path) -> Iterator[tuple[Path, bytes]]:
        """A picture of each page of a file, where that is asked for."""
        if self.settings.png:
            from handouts.batch.png import render

            for number, page in enumerate(render(file.read_bytes(), self.settings.png), 1):
                yield file.with_name(f"{file.stem}-{number}.png"), page


def _shaper(folder: Path, others: Sequence[Path]) -> Shaper:
    if not others:
        return Shaper(Fonts(folder))
    from handouts.typeset.own_font import own_families

    return Shaper(Fonts(folder, others=own_families(others)))


def _missing_characters(documents: Sequence[Document], sheet: Sheet, fonts: Fonts) -> list[Problem]:
    """Characters that no font has, each in a file of the document that it stands in."""
    found: list[Problem] = []
    for document in documents:
        if missing := missing_characters(document, fonts):
            gathered = (each.item.file for each in sheet.gathered)
            files = dict.fromkeys((document.places[""].file, *gathered))
            found += where_they_stand(missing, list(files), sheet.client)
    return found


def _digests_of_own_words(settings: Settings) -> Digests:
    """Digests that have seen the labels, which are read with the press itself."""
    digests = Digests()
    for path in settings.labels.glob("*.yaml"):
        digests.of(path)
    return digests


def weighed(problems: Iterable[Problem], strict: bool) -> list[Problem]:
    """Problems as they count: when ``strict``, a warning is an error."""
    if not strict:
        return list(problems)
    return [replace(problem, severity=Severity.ERROR) for problem in problems]


def _too_many_pages(item: Item | Gathering, pages: int) -> Problem:
    message = f"{item.title} takes {pages:,} pages, {MOST_PAGES:,} are the most"
    return Problem("too-long", message, Place(item.file), "make several files of it")


def _nothing_to_print(item: Item | Gathering, layout: Layout) -> Problem:
    message = f"{layout.name} has nothing to print of {item.title}"
    return Problem("nothing-to-print", message, Place(item.file), severity=Severity.WARNING)
