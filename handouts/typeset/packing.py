"""Packing: handouts that are set become one file, each beginning a fresh sheet of paper."""

from __future__ import annotations

from dataclasses import replace

from handouts.colour import Colour
from handouts.typeset.page import (
    Anchor,
    Element,
    Group,
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


START = "/"
"""The place where a handout begins in its pack; no other place's name has a slash."""


def on_sheets(pages: int) -> int:
    """Count the pages of a handout with the back of its last sheet."""
    return pages + pages % SIDES


class Pack:
    """Handouts on their way into one file; of those that have been added, little is kept."""

    def __init__(self) -> None:
        self._sections: list[str] = []
        self._every: list[Metadata] = []

    def add(self, handout: Pages, section: str | None = None) -> Pages:
        """Give a handout as it stands in the pack: a part of it, on sheets of its own.

        It was bound for its place, after ``on_sheets`` of the pages before it. Handouts that belong
        together follow each other; ``section`` heads them in the outline, if anything does.
        """
        begins = section is not None and section not in self._sections[-1:]
        outline = _entries(handout, 0 if section is None else 1)
        if section is not None and begins:
            self._sections.append(section)
            outline = [OutlineEntry(section, START), *outline]
        self._every.append(handout.metadata)
        part = Element("Part", handout.structure.kids, language=handout.metadata.language)
        return Pages(_sheets(handout), part, handout.metadata, outline, begins)

    @property
    def metadata(self) -> Metadata:
        """What the pack is called: by its sections, or else by its handouts."""
        title = ", ".join(self._sections or dict.fromkeys(each.title for each in self._every))
        if len(title) > _LONGEST_TITLE:
            title = f"{title[:_LONGEST_TITLE].rpartition(',')[0]} …"
        return Metadata(
            title=title,
            language=self._every[0].language,
            author=self._every[0].author,
            date=max((each.date for each in self._every if each.date), default=None),
        )


def _entries(handout: Pages, level: int) -> list[OutlineEntry]:
    """Give a handout's title and below it the entries of its own, which may begin with it too."""
    title, own = handout.metadata.title, handout.outline
    below = own[1:] if own and own[0].title == title else own
    return [
        OutlineEntry(title, START, level),
        *(replace(entry, level=entry.level + level + 1) for entry in below),
    ]


def _sheets(handout: Pages) -> list[Page]:
    """Give a handout's pages with the back of the last sheet."""
    first, *others = handout.pages
    back = [_blank(handout.pages[-1])] if len(handout.pages) % SIDES else []
    return [replace(first, anchors=[Anchor(START, 0.0), *first.anchors]), *others, *back]


def _blank(front: Page) -> Page:
    """Give the back of a page.

    A short line stands on it: many printers skip a page with nothing on it, and all that follows
    would then be printed on the wrong side.
    """
    middle, foot = front.width / 2, front.height - 36.0
    line = Path((("M", middle - 9, foot), ("L", middle + 9, foot)), stroke=_GREY, width=0.5)
    return Page(front.width, front.height, [Group([line], artifact="Layout")])
