"""Ways through a document: destinations, links and the outline (ISO 32000-1, 12.3 and 12.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from handouts.pdf.syntax import number, rectangle, reference, text_string
from handouts.typeset.page import Link, OutlineEntry, Page

_URI_SIGNS = "%:/?#[]@!$&'()*+,;="


def destinations(pages: Sequence[Page], numbers: Sequence[int]) -> dict[str, str]:
    """Write where each anchor is; ``numbers`` are the pages' object numbers.

    The first of a name holds.
    """
    places: dict[str, str] = {}
    for page, page_number in zip(pages, numbers, strict=True):
        for anchor in page.anchors:
            top = number(page.height - anchor.y)
            places.setdefault(anchor.name, f"[{reference(page_number)}/XYZ null {top} null]")
    return places


def link(link: Link, page: Page, key: int, places: Mapping[str, str]) -> str:
    """Write a link's annotation; ``key`` is its key in the parent tree.

    Raises ``KeyError`` for a destination that no page has.
    """
    return (
        f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect{rectangle(link.box, page.height)}"
        f"/Contents{text_string(link.contents)}/StructParent {key}{_target(link, places)}>>"
    )


def outline(placed: Sequence[tuple[OutlineEntry, str]], first: int) -> list[str]:
    """Write the outline's root and its items, numbered on from ``first``; all of it unfolded.

    ``placed`` are the entries with the destinations that they lead to, as they are written.
    """
    parents = _parents([entry for entry, _ in placed])
    kids: dict[int, list[int]] = {index: [] for index in range(-1, len(placed))}
    for index, parent in enumerate(parents):
        kids[parent].append(index)
    numbers = [first + 1 + index for index in range(len(placed))]
    root = f"<</Type/Outlines{_below(-1, kids, numbers)}>>"
    return [
        root,
        *(
            f"<</Title{text_string(entry.title)}/Dest{place}"
            f"/Parent {reference(first + 1 + parent)}{_beside(index, kids[parent], numbers)}"
            f"{_below(index, kids, numbers)}>>"
            for index, ((entry, place), parent) in enumerate(zip(placed, parents, strict=True))
        ),
    ]


def _parents(entries: Sequence[OutlineEntry]) -> list[int]:
    """Give for each entry the index of the entry it is under, -1 for the root."""
    parents: list[int] = []
    open_entries: list[int] = []
    for index, entry in enumerate(entries):
        while open_entries and entries[open_entries[-1]].level >= entry.level:
            open_entries.pop()
        parents.append(open_entries[-1] if open_entries else -1)
        open_entries.append(index)
    return parents


def _beside(index: int, siblings: Sequence[int], numbers: Sequence[int]) -> str:
    at = siblings.index(index)
    previous = f"/Prev {reference(numbers[siblings[at - 1]])}" if at > 0 else ""
    following = f"/Next {reference(numbers[siblings[at + 1]])}" if at + 1 < len(siblings) else ""
    return previous + following


def _below(index: int, kids: Mapping[int, Sequence[int]], numbers: Sequence[int]) -> str:
    if not kids[index]:
        return ""
    first, last = numbers[kids[index][0]], numbers[kids[index][-1]]
    return f"/First {reference(first)}/Last {reference(last)}/Count {_descendants(index, kids)}"


def _descendants(index: int, kids: Mapping[int, Sequence[int]]) -> int:
    return sum(1 + _descendants(kid, kids) for kid in kids[index])


def _target(link: Link, places: Mapping[str, str]) -> str:
    if link.address is not None:
        return f"/A<</S/URI/URI{text_string(quote(link.address, _URI_SIGNS))}>>"
    return f"/Dest{places[link.destination or '']}"
