"""The structure tree: what the content means and in what order it is read (ISO 32000-1, 14.7).

A page has hundreds of elements, so each is written as the text of its object at once, its number
known before; ``Document.pack`` takes them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handouts.dataclass import dataclass
from handouts.pdf.syntax import rectangle, reference, text_string
from handouts.typeset.page import Content, Element, Pages

_KEPT = frozenset(("Document", "TR", "TH", "TD"))
"""Roles that stay without content: a table's grid needs its empty cells."""

_CELLS = frozenset(("TH", "TD"))


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page's object number, and for each of its groups the MCID, where it has one."""

    number: int
    mcids: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's object number and key in the parent tree, and the object number of its page."""

    number: int
    key: int
    page: int


class StructureTree:
    """The elements of a document on their way to objects, numbered on from ``first``.

    ``annotations`` are those of each ``Link`` element, in reading order.
    """

    def __init__(
        self,
        pages: Pages,
        tagged: Sequence[TaggedPage],
        annotations: Mapping[Element, Sequence[Annotation]],
        first: int,
    ) -> None:
        self._pages = pages.pages
        self._tagged = tagged
        self._annotations = annotations
        self._first = first
        self._contents = 0
        self._parents = [[0] * _count(page.mcids) for page in tagged]
        self._link_parents: dict[int, int] = {}
        self._notes: list[str] = []
        self._bodies = [""]
        document = self._element(pages.structure, first)
        self._check()
        self._bodies[0] = self._root(document)

    @property
    def bodies(self) -> Sequence[str]:
        """The objects: the root, then the elements in reading order."""
        return self._bodies

    def _element(self, element: Element, parent: int) -> str:
        """Write an element and all below it, and refer to it; nothing where it has no content."""
        index, before = len(self._bodies), self._contents
        number = self._first + index
        self._bodies.append("")
        home = self._home(element)
        kids = [self._kid(kid, number, home) for kid in element.kids]
        if element.role == "Link":
            kids += self._annotation_kids(element, number)
        if self._contents == before and element.role not in _KEPT:
            del self._bodies[index:]
            return ""
        page = "" if home is None else f"/Pg {self._tagged[home].number} 0 R"
        entries = self._entries(element, number, home)
        content = " ".join([kid for kid in kids if kid])
        self._bodies[index] = f"<</S/{element.role}/P {parent} 0 R{page}{entries}/K[{content}]>>"
        return f"{number} 0 R"

    def _home(self, element: Element) -> int | None:
        """Give the page where an element's own content begins."""
        for kid in element.kids:
            if isinstance(kid, Content) and self._tagged[kid.page].mcids[kid.group] is not None:
                return kid.page
        return None

    def _kid(self, kid: Element | Content, parent: int, home: int | None) -> str:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        page = self._tagged[kid.page]
        mcid = page.mcids[kid.group]
        if mcid is None:
            return ""
        if self._parents[kid.page][mcid]:
            raise ValueError(f"group {kid.group} of page {kid.page} is in the structure twice")
        self._parents[kid.page][mcid] = parent
        self._contents += 1
        return str(mcid) if kid.page == home else _marked_content(mcid, page.number)

    def _annotation_kids(self, element: Element, parent: int) -> list[str]:
        annotations = self._annotations.get(element, ())
        self._contents += len(annotations)
        for annotation in annotations:
            self._link_parents[annotation.key] = parent
        return [
            f"<</Type/OBJR/Pg {reference(annotation.page)}/Obj {reference(annotation.number)}>>"
            for annotation in annotations
        ]

    def _entries(self, element: Element, number: int, home: int | None) -> str:
        """Write what an element says beyond its role; most say nothing."""
        entries = ""
        if element.alt is not None:
            entries += f"/Alt{text_string(element.alt)}"
        if element.actual_text is not None:
            entries += f"/ActualText{text_string(element.actual_text)}"
        if element.language is not None:
            entries += f"/Lang{text_string(element.language)}"
        if element.role == "Note":  # ISO 14289-1, 7.9: notes have identifiers
            name = f"(note-{len(self._notes):04})"
            self._notes.append(f"{name}{reference(number)}")
            entries += f"/ID{name}"
        if element.role in _CELLS:
            entries += _table_attributes(element)
        if element.numbering is not None:
            entries += f"/A<</O/List/ListNumbering/{element.numbering}>>"
        if element.box is not None and home is not None:
            box = rectangle(element.box, self._pages[home].height)
            entries += f"/A<</O/Layout/Placement/Block/BBox{box}>>"
        return entries

    def _check(self) -> None:
        """Raise where what is on the pages is not in the tree."""
        for page, parents in enumerate(self._parents):
            if 0 in parents:
                group = self._tagged[page].mcids.index(parents.index(0))
                raise ValueError(f"group {group} of page {page} is not in the structure")
        links = sum(map(len, self._annotations.values()))
        if links != len(self._link_parents):
            raise ValueError("a link's element is not in the structure")

    def _root(self, document: str) -> str:
        pages = enumerate(self._parents)
        by_key = [f"{key}[{' '.join(map(reference, parents))}]" for key, parents in pages]
        by_key += [f"{key} {reference(n)}" for key, n in sorted(self._link_parents.items())]
        notes = f"/IDTree<</Names[{''.join(self._notes)}]>>" if self._notes else ""
        return (
            f"<</Type/StructTreeRoot/K {document}/ParentTree<</Nums[{' '.join(by_key)}]>>"
            f"/ParentTreeNextKey {len(by_key)}{notes}>>"
        )


def _count(mcids: Sequence[int | None]) -> int:
    return sum(mcid is not None for mcid in mcids)


def _marked_content(mcid: int, page: int) -> str:
    return f"<</Type/MCR/Pg {reference(page)}/MCID {mcid}>>"


def _table_attributes(element: Element) -> str:
    parts = []
    if element.scope is not None:
        parts.append(f"/Scope/{element.scope}")
    if element.column_span > 1:
        parts.append(f"/ColSpan {element.column_span}")
    if element.row_span > 1:
        parts.append(f"/RowSpan {element.row_span}")
    return f"/A<</O/Table{''.join(parts)}>>" if parts else ""
