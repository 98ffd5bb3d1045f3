"""Packing: handouts that are set become one file, each beginning a fresh sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.typeset.page import (
    Anchor,
    Element,
    Group,
    Link,
    Metadata,
    OutlineEntry,
    Page,
    Pages,
    Path,
)

SIDES = 2
"""Pages to a sheet of paper that is printed on both sides."""

_LONGEST_TITLE = 120
_GREY = Colour(0.6, 0.6, 0.6)


@dataclass(frozen=True, slots=True)
class Section:
    """Handouts that belong together in a pack; ``title`` heads them in the outline, if any."""

    handouts: Sequence[Pages]
    title: str | None = None


def on_sheets(pages: int) -> int:
    """Count the pages of a handout with the back of its last sheet."""
    return pages + pages % SIDES


def pack(sections: Sequence[Section]) -> Pages:
    """Bind handouts, each a part of the structure with its own page numbers and outline.

    The pages of each were bound for their place: after ``on_sheets`` of those before it.
    """
    structure = Element("Document")
    pages: list[Page] = []
    outline: list[OutlineEntry] = []
    for section in sections:
        top, level = structure, 0
        if section.title is not None:
            top, level = Element("Part"), 1
            structure.kids.append(top)
            outline.append(OutlineEntry(section.title, _start(len(pages))))
        for handout in section.handouts:
            start = _start(len(pages))
            top.kids.append(_part(handout))
            outline += _entries(handout, start, level)
            pages += _sheets(handout, start)
    return Pages(pages, structure, _metadata(sections), outline)


def _start(page: int) -> str:
    """Name the place where a handout begins, and all places within it after it."""
    return f"{page}/"


def _part(handout: Pages) -> Element:
    return Element("Part", handout.structure.kids, language=handout.metadata.language)


def _entries(handout: Pages, start: str, level: int) -> Iterator[OutlineEntry]:
    """Give a handout's title and below it the entries of its own, which may begin with it too."""
    title = handout.metadata.title
    yield OutlineEntry(title, start, level)
    own = handout.outline
    for entry in own[1:] if own and own[0].title == title else own:
        yield OutlineEntry(entry.title, start + entry.destination, entry.level + level + 1)


def _sheets(handout: Pages, start: str) -> Iterator[Page]:
    """Give a handout's pages with its own names for places, and the back of the last sheet."""
    first, *others = [_apart(page, start) for page in handout.pages]
    yield replace(first, anchors=[Anchor(start, 0.0), *first.anchors])
    yield from others
    if len(handout.pages) % SIDES:
        yield _blank(handout.pages[-1])


def _apart(page: Page, start: str) -> Page:
    """Give a page whose links lead to places of its own handout."""
    if not (page.anchors or page.links):
        return page
    return replace(
        page,
        anchors=[Anchor(start + anchor.name, anchor.y) for anchor in page.anchors],
        links=[_led(link, start) for link in page.links],
    )


def _led(link: Link, start: str) -> Link:
    if link.destination is None:
        return link
    return replace(link, destination=start + link.destination)


def _blank(front: Page) -> Page:
    """Give the back of a page.

    A short line stands on it: many printers skip a page with nothing on it, and all that follows
    would then be printed on the wrong side.
    """
    middle, foot = front.width / 2, front.height - 36.0
    line = Path((("M", middle - 9, foot), ("L", middle + 9, foot)), stroke=_GREY, width=0.5)
    return Page(front.width, front.height, [Group([line], artifact="Layout")])


def _metadata(sections: Sequence[Section]) -> Metadata:
    """Say what a pack is called: the names of its clients, or else of its handouts."""
    every = [handout.metadata for section in sections for handout in section.handouts]
    titles = [section.title for section in sections if section.title]
    title = ", ".join(titles or dict.fromkeys(each.title for each in every))
    if len(title) > _LONGEST_TITLE:
        title = f"{title[:_LONGEST_TITLE].rpartition(',')[0]} …"
    return Metadata(
        title=title,
        language=every[0].language,
        author=every[0].author,
        date=max((each.date for each in every if each.date), default=None),
    )
