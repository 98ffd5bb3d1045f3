"""A finished PDF looked at from its first byte to its last page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from handouts.layout.block import DISCLAIMER
from handouts.layout.declare import TypeSource
from handouts.preflight.finished.bounded import Step
from handouts.preflight.finished.contrast import low_contrast
from handouts.preflight.finished.disclaimer import Disclaimers
from handouts.preflight.finished.document import document_findings
from handouts.preflight.finished.finding import Finding, quoted
from handouts.preflight.finished.fonts import Font, font_findings, fonts_of
from handouts.preflight.finished.objects import entry, text
from handouts.preflight.finished.pdfium import read_page
from handouts.preflight.finished.pictures import coarse_images, no_text
from handouts.preflight.finished.place import in_margin, off_page, overlapping_text, paper_size
from handouts.preflight.finished.printed import PrintedPage
from handouts.preflight.finished.structure import (
    Flaw,
    Structure,
    flaws,
    is_tagged,
    read_structure,
)
from handouts.preflight.finished.tagging import flaw_finding, untagged
from handouts.preflight.finished.type_size import small_reading, small_type, smallest
from handouts.source.disk import content
from handouts.source.problem import Severity

LARGEST = 300_000_000
"""Bytes of the largest file that is read."""

MOST_PAGES = 2000
"""Pages of a file that are looked at."""

_HEADER = b"%PDF-"
_FIRST_BYTES = 1024
"""Where a reader looks for the header."""

_UNLOCKED = "write it again without a password"
_OURS = "handouts"
"""The producer that our files name."""

_RULES = (paper_size, off_page, in_margin, overlapping_text, low_contrast, coarse_images, no_text)


def inspect(path: Path, floors: TypeSource) -> Iterator[Step]:
    """Look at a file: first at the whole, then page by page.

    Whoever calls must see to it that this ends: a page can be made to take any time and memory.
    """
    file = str(path)
    try:
        data = content(path, LARGEST)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        yield _only(file, Finding("unreadable-file", f"cannot be read: {reason.lower()}"))
        return
    fault = _fault(data)
    if fault:
        yield _only(file, fault)
        return
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            yield from _Inspection(file, data, pdf, floors).steps()
    except pikepdf.PasswordError:
        finding = Finding("locked", "this file opens with a password alone", _UNLOCKED)
        yield _only(file, finding)
    except (pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError) as error:
        yield _only(file, _damaged(str(error)))


def _damaged(reason: str, severity: Severity = Severity.ERROR) -> Finding:
    message = f"this file is damaged: {quoted(reason.rpartition(': ')[2])}"  # before it is where
    hint = "write it again: other readers and printers may stop at this"
    return Finding("damaged-pdf", message, hint, severity)


def _only(file: str, finding: Finding) -> Step:
    return Step(0, 0, (finding.problem(file),))


def _fault(data: bytes) -> Finding | None:
    """Find out what keeps a file from being looked at, by its size and first bytes."""
    if len(data) > LARGEST:
        message = f"this file holds more than {LARGEST // 1_000_000} MB"
        return Finding("too-large", message, "split it up")
    if _HEADER not in data[:_FIRST_BYTES]:
        message = "this is no PDF" if data else "this file is empty"
        return Finding("not-a-pdf", message, "check the file that was handed out")
    return None


class _Inspection:
    """One file while it is looked at."""

    def __init__(self, file: str, data: bytes, pdf: pikepdf.Pdf, floors: TypeSource) -> None:
        self._file = file
        self._data = data
        self._pdf = pdf
        self._floors = floors
        self._count = len(pdf.pages)
        self._pages = [pdf.pages[index].obj for index in range(min(self._count, MOST_PAGES))]
        self._structure = self._read_structure()
        titled = self._structure.titled(DISCLAIMER) if self._structure else frozenset()
        self._disclaimers = Disclaimers(titled, self._is_ours)
        self._fonts_seen: set[str] = set()

    def steps(self) -> Iterator[Step]:
        """Look at the whole, then at each page."""
        by_page: dict[int, list[Flaw]] = defaultdict(list)
        for flaw in flaws(self._structure) if self._structure else ():
            by_page[flaw.element.page].append(flaw)
        yield self._step(0, [*self._whole(), *(flaw_finding(f, None) for f in by_page[0])])
        fonts = fonts_of(self._pages)
        document = pypdfium2.PdfDocument(self._data)
        try:
            for number in range(1, len(self._pages) + 1):
                yield self._page(document, number, by_page[number], fonts)
        finally:
            document.close()
        for number, finding in self._disclaimers.missing():
            yield self._step(number, [finding])

    @property
    def _is_ours(self) -> bool:
        return text(entry(self._pdf.trailer, "/Info", "/Producer")) == _OURS

    def _read_structure(self) -> Structure | None:
        if not is_tagged(self._pdf):
            return None
        numbers = {page.objgen: number for number, page in enumerate(self._pages, 1)}
        return read_structure(self._pdf, numbers)

    def _whole(self) -> Iterator[Finding]:
        yield from document_findings(self._pdf, self._pages, len(self._data))
        for warning in self._pdf.get_warnings()[:1]:
            yield _damaged(str(warning), Severity.WARNING)
        if self._count == 0:
            yield _damaged("it has no page")
        if self._count > MOST_PAGES:
            message = f"of {self._count} pages only the first {MOST_PAGES} have been looked at"
            hint = "split the file to have all of it checked"
            yield Finding("unchecked-pages", message, hint, Severity.WARNING)

    def _page(
        self,
        document: pypdfium2.PdfDocument,
        number: int,
        found: Sequence[Flaw],
        fonts: Mapping[str, Font],
    ) -> Step:
        page = read_page(document, number)
        findings = [each for rule in _RULES for each in rule(page)]
        findings += small_type(page, self._floors)
        findings += small_reading(page, self._disclaimers.other_text(page), self._floors)
        self._disclaimers.look(page)
        findings += font_findings(fonts, self._new_fonts(page))
        if self._structure:
            findings += untagged(page, self._structure)
            findings += (flaw_finding(flaw, page) for flaw in found)
        return self._step(number, findings, smallest(page))

    def _new_fonts(self, page: PrintedPage) -> dict[str, str]:
        """Give for each font that no page before had the first words that are set in it."""
        words: dict[str, str] = {}
        for each in page.read:
            if each.font not in self._fonts_seen:
                words.setdefault(each.font, quoted(each.words))
        self._fonts_seen.update(words)
        return words

    def _step(self, page: int, findings: Sequence[Finding], size: float | None = None) -> Step:
        problems = tuple(finding.problem(self._file, page) for finding in findings)
        return Step(page, self._count, problems, size)
