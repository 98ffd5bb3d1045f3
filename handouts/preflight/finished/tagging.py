"""Content and the structure tree held against each other, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handouts.preflight.finished.finding import Finding, others, quoted, spot
from handouts.preflight.finished.printed import (
    Image,
    PrintedPage,
    Shape,
    Tag,
    Text,
    box_of,
    words_by_mcid,
)
from handouts.preflight.finished.structure import Flaw, Structure


def untagged(page: PrintedPage, structure: Structure) -> Iterator[Finding]:
    """Find content that is no element's and is not marked as decoration either."""
    printed: list[Text | Image | Shape] = [*page.texts, *page.images, *page.shapes]
    loose = [each for each in printed if _is_loose(each.tag, page.number, structure)]
    if not loose:
        return
    first = loose[0]
    what = quoted(first.words) if isinstance(first, Text) else f"what is {spot(page, first.box)}"
    message = f"{what} is neither tagged nor marked as decoration{others(len(loose) - 1, 'mark')}"
    yield Finding("untagged-content", message, "tag it, or mark it as an artifact")


def _is_loose(tag: Tag, page: int, structure: Structure) -> bool:
    if tag.mcid is None:
        return tag.is_none
    return (page, tag.mcid) not in structure.owned


def flaw_finding(flaw: Flaw, page: PrintedPage | None) -> Finding:
    """Say what is wrong with an element in the words that stand on its page."""
    finding = flaw.finding
    return replace(finding, message=finding.message.format(it=_it(flaw, page)))


def _it(flaw: Flaw, page: PrintedPage | None) -> str:
    if page is None:
        return "without content"
    by_mcid = words_by_mcid(page)
    words = "".join(by_mcid.get(mcid, "") for mcid in sorted(flaw.element.mcids)).strip()
    if words:
        return quoted(words)
    box = box_of(page, flaw.element.mcids)
    return f"at {spot(page, box)}" if box else "without content"
