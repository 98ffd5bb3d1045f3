"""Where things stand on the paper: near its edge, beyond it, or over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.layout.declare import PAPERS
from handouts.preflight.finished.finding import Finding, others, quoted, spot
from handouts.preflight.finished.printed import Box, Image, PrintedPage, Shape, Text
from handouts.source.problem import Severity

UNPRINTABLE = 6 * 72 / 25.4
"""What office printers leave white at each edge: 6 mm."""

_ROUNDING = 1.0
_TRIM = 3.0
"""Points up to which a stroke is thin: cut marks may run to the edge."""

_WHITE = 250
_COVERED = 0.3
"""Part of the smaller one of two texts from which they are one over the other."""

_MANY_LETTERS = 2
_SIZE_TOLERANCE = 3.0


def paper_size(page: PrintedPage) -> Iterator[Finding]:
    """Find a page that fits no usual paper."""
    sides = sorted((page.width, page.height))
    for paper in PAPERS.values():
        if all(abs(a - b) <= _SIZE_TOLERANCE for a, b in zip(sides, sorted(paper), strict=True)):
            return
    message = f"the page is {page.width / 72:.1f} × {page.height / 72:.1f} inches"
    hint = "printers take Letter (8.5 × 11) or A4 (8.3 × 11.7), and shrink or cut the rest"
    yield Finding("paper-size", message, hint, Severity.WARNING)


def off_page(page: PrintedPage) -> Iterator[Finding]:
    """Find text that the edge of the paper cuts off."""
    paper = page.box.inset(-_ROUNDING)
    cut = [text for text in page.read if not _lies_in(text.box, paper)]
    if cut:
        more = others(len(cut) - 1, "text")
        message = f"{quoted(cut[0].words)} runs off the page{more}"
        yield Finding("off-page", message, "move it, or make it shorter")


def in_margin(page: PrintedPage) -> Iterator[Finding]:
    """Find what printers leave out at the edge; thin lines, as cut marks are, may be there."""
    paper, printable = page.box.inset(-_ROUNDING), page.box.inset(UNPRINTABLE - _ROUNDING)
    texts = [
        text
        for text in page.read
        if _lies_in(text.box, paper) and not _lies_in(text.box, printable)
    ]
    if texts:
        more = others(len(texts) - 1, "text")
        message = f"{quoted(texts[0].words)} is within 6 mm of the edge{more}"
        yield Finding("in-margin", message, "office printers leave 6 mm white: move it in")
        return
    marks: list[Image | Shape] = [*page.images, *page.shapes]
    for mark in marks:
        if not _lies_in(mark.box, printable) and _inks_the_edge(page, mark.box, printable):
            message = f"what is printed {spot(page, mark.box)} runs to within 6 mm of the edge"
            hint = "office printers leave 6 mm white: move it in"
            yield Finding("in-margin", message, hint, Severity.WARNING)
            return


def _lies_in(box: Box, other: Box) -> bool:
    return (
        box.left >= other.left
        and box.top >= other.top
        and box.right <= other.right
        and box.bottom <= other.bottom
    )


def _inks_the_edge(page: PrintedPage, box: Box, printable: Box) -> bool:
    """Whether anything shows of a mark in the strip along the edges of the paper."""
    if min(box.width, box.height) <= _TRIM:
        return False
    paper = page.box
    strips = (
        Box(paper.left, paper.top, printable.left, paper.bottom),
        Box(printable.right, paper.top, paper.right, paper.bottom),
        Box(paper.left, paper.top, paper.right, printable.top),
        Box(paper.left, printable.bottom, paper.right, paper.bottom),
    )
    seen = (box.within(strip) for strip in strips)
    return any(part.area > 0 and _has_ink(page, part) for part in seen)


def _has_ink(page: PrintedPage, box: Box) -> bool:
    ground = page.ground_of(box.inset(1 / page.scale))
    return bool((ground < _WHITE).any())


def overlapping_text(page: PrintedPage) -> Iterator[Finding]:
    """Find texts that stand one over the other, so that neither can be read."""
    pairs = list(_pairs([text for text in page.read if not text.turned and _is_long(text)]))
    if pairs:
        upper, lower = pairs[0]
        more = others(len(pairs) - 1, "pair")
        message = f"{quoted(lower.words)} is printed over {quoted(upper.words)}{more}"
        yield Finding("overlapping-text", message, "neither can be read: move one of them")


def _is_long(text: Text) -> bool:
    """Whether it is more than an accent or a sign, which stand over letters on purpose."""
    return text.letters >= _MANY_LETTERS


def _pairs(texts: Sequence[Text]) -> Iterator[tuple[Text, Text]]:
    """Give the pairs that overlap: each text is held against those that begin above its end."""
    ordered = sorted(texts, key=lambda text: text.box.top)
    for index, upper in enumerate(ordered):
        for lower in ordered[index + 1 :]:
            if lower.box.top >= upper.box.bottom:
                break
            if _overlap(upper, lower):
                yield upper, lower


def _overlap(one: Text, other: Text) -> bool:
    """Whether texts hide each other; one that is printed twice to look bold does not."""
    smaller = min(one.box.area, other.box.area)
    covered = one.box.within(other.box).area
    return covered > _COVERED * smaller and one.words.strip() != other.words.strip()
