"""A finding in a PDF, before it is known as a problem of a file."""

from __future__ import annotations

from handouts.dataclass import dataclass
from handouts.preflight.finished.printed import Box, PrintedPage
from handouts.source.problem import Place, Problem, Severity
from handouts.source.wording import shortened

_INCH = 72
_MILLIMETRE = 72 / 25.4
_LETTER_WIDTHS = (612, 792, 1008, 1224)
"""Sides of papers that are measured in inches."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule finds, on a page or in the file as a whole."""

    code: str
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR

    def problem(self, file: str, page: int = 0) -> Problem:
        """Say it as a problem of a file, on the page of that number if any."""
        place = Place(file, page=page)
        return Problem(self.code, self.message, place, self.hint, self.severity)


def quoted(words: str) -> str:
    """Quote the beginning of what stands on a page, on one line and with nothing unprintable."""
    plain = "".join(each if each.isprintable() else " " for each in words)
    return f"“{shortened(' '.join(plain.split()))}”"


def spot(page: PrintedPage, box: Box) -> str:
    """Say where something is, in the measure of the paper."""
    in_inches = min(page.width, page.height) in _LETTER_WIDTHS
    unit, figures = ("in", 1) if in_inches else ("mm", 0)
    size = _INCH if in_inches else _MILLIMETRE
    left, top = (f"{max(0.0, edge) / size:.{figures}f} {unit}" for edge in (box.left, box.top))
    return f"{left} from the left and {top} from the top"


def others(count: int, noun: str) -> str:
    """Say that there are more: “ (and 3 more texts)”; nothing where there are none."""
    return f" (and {count} more {noun}{'s' if count > 1 else ''})" if count else ""
