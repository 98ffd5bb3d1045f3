"""The structure tree: what the content means and in what order it is read (ISO 32000-1, 14.7).

A page has hundreds of elements, so each is written as the text of its object at once, its number
known before; ``Document.pack`` takes them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from handouts.dataclass import dataclass
from handouts.pdf.document import Document
from handouts.pdf.syntax import rectangle, reference, text_string
from handouts.typeset.page import Content, Element

_KEPT = frozenset(("Document", "TR", "TH", "TD"))
"""Roles that stay without content: a table's grid needs its empty cells."""

_CELLS = frozenset(("TH", "TD"))


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page's object number and height, and for each of its groups the MCID, where it has one."""

    number: int
    height: float
    mcids: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's object number and key in the parent tree, and the object number of its page."""

    number: int
    key: int
    page: int


class StructureTree:
    """The structure of a file, to which one document is added after the other.

    What is added is written at once; only where each page's and each link's elements are is kept.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.root = document.reserve()
        self._top = Part(document.reserve())
        self._section: Part | None = None
        self._parents: list[str] = []
        self._notes: list[str] = []
        self._pages = 0

    @property
    def next_key(self) -> int:
        """The key in the parent tree of the page or the link that comes next."""
        return len(self._parents)

    def begin_section(self) -> None:
        """Put the documents that are added from here on into a part of their own."""
        self._end_section()
        self._section = Part(self._document.reserve())

    def add(
        self,
        structure: Element,
        pages: Sequence[TaggedPage],
        annotations: Mapping[Element, Sequence[Annotation]],
    ) -> None:
        """Add a document: as a part, or what is in it where it is all of the file.

        ``annotations`` are those of each ``Link`` element, in reading order.
        """
        part = self._section or self._top
        branch = Branch(pages, self._pages, annotations, self._notes)
        elements = structure.kids if structure.role == "Document" else [structure]
        part.kids += branch.grow(elements, part.number, self._document.next_number)
        self._document.pack(branch.bodies)
        self._pages += len(pages)
        first = self._document.next_number
        self._document.pack([f"[{' '.join(map(reference, each))}]" for each in branch.parents])
        for number in (*range(first, first + len(pages)), *branch.link_parents()):
            self._parents.append(f"{self.next_key} {reference(number)}")

    def finish(self) -> None:
        """Write what all documents have in common."""
        self._end_section()
        self._document.define_small(self._top.number, self._top.body("Document", self.root))
        notes = f"/IDTree<</Names[{''.join(self._notes)}]>>" if self._notes else ""
        self._document.define_small(
            self.root,
            f"<</Type/StructTreeRoot/K {reference(self._top.number)}"
            f"/ParentTree<</Nums[{' '.join(self._parents)}]>>"
            f"/ParentTreeNextKey {self.next_key}{notes}>>",
        )

    def _end_section(self) -> None:
        if self._section:
            number = self._section.number
            self._document.define_small(number, self._section.body("Part", self._top.number))
            self._top.kids.append(reference(number))


class Part:
    """An element that is written when all that belongs to it has been."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.kids: list[str] = []

    def body(self, role: str, parent: int) -> str:
        """Write the element."""
        return f"<</S/{role}/P {reference(parent)}/K[{' '.join(self.kids)}]>>"


class Branch:
    """The elements of one document on their way to objects.

    ``before`` is the number of pages in the file before the document's own. ``notes`` are the
    identifiers of all notes in the file; those of the document are added.
    """

    def __init__(
        self,
        pages: Sequence[TaggedPage],
        before: int,
        annotations: Mapping[Element, Sequence[Annotation]],
        notes: list[str],
    ) -> None:
        self._pages = pages
        self._before = before
        self._annotations = annotations
        self._notes = notes
        self._first = 0
        self._contents = 0
        self._link_parents: dict[int, int] = {}
        self.parents = [[0] * _count(page.mcids) for page in pages]
        """For each page the object numbers of the elements that its MCIDs belong to."""
        self.bodies: list[str] = []
        """The objects, in reading order."""

    def grow(self, elements: Iterable[Element | Content], parent: int, first: int) -> list[str]:
        """Write elements and all below them, numbered on from ``first``, and refer to them.

        Raises ``ValueError`` where what is on the pages is not in the tree, or is in it twice.
        """
        self._first = first
        references = [self._kid(each, parent, None) for each in elements]
        self._check()
        return [each for each in references if each]

    def link_parents(self) -> list[int]:
        """Give the object numbers of the elements that links belong to, in the order of keys."""
        return [number for _, number in sorted(self._link_parents.items())]

    def _element(self, element: Element, parent: int) -> str:
        """Write an element and all below it, and refer to it; nothing where it has no content."""
        index, before = len(self.bodies), self._contents
        number = self._first + index
        self.bodies.append("")
        home = self._home(element)
        kids = [self._kid(kid, number, home) for kid in element.kids]
        if element.role == "Link":
            kids += self._annotation_kids(element, number)
        if self._contents == before and element.role not in _KEPT:
            del self.bodies[index:]
            return ""
        page = "" if home is None else f"/Pg {home.number} 0 R"
        entries = self._entries(element, number, home)
        content = " ".join([kid for kid in kids if kid])
        self.bodies[index] = f"<</S/{element.role}/P {parent} 0 R{page}{entries}/K[{content}]>>"
        return f"{number} 0 R"

    def _home(self, element: Element) -> TaggedPage | None:
        """Give the page where an element's own content begins."""
        for kid in element.kids:
            if isinstance(kid, Content):
                page = self._pages[kid.page - self._before]
                if page.mcids[kid.group] is not None:
                    return page
        return None

    def _kid(self, kid: Element | Content, parent: int, home: TaggedPage | None) -> str:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        index = kid.page - self._before
        page = self._pages[index]
        mcid = page.mcids[kid.group]
        if mcid is None:
            return ""
        if self.parents[index][mcid]:
            raise ValueError(f"group {kid.group} of page {kid.page} is in the structure twice")
        self.parents[index][mcid] = parent
        self._contents += 1
        return str(mcid) if page is home else _marked_content(mcid, page.number)

    def _annotation_kids(self, element: Element, parent: int) -> list[str]:
        annotations = self._annotations.get(element, ())
        self._contents += len(annotations)
        for annotation in annotations:
            self._link_parents[annotation.key] = parent
        return [
            f"<</Type/OBJR/Pg {reference(annotation.page)}/Obj {reference(annotation.number)}>>"
            for annotation in annotations
        ]

    def _entries(self, element: Element, number: int, home: TaggedPage | None) -> str:
        """Write what an element says beyond its role; most say nothing."""
        entries = ""
        if element.alt is not None:
            entries += f"/Alt{text_string(element.alt)}"
        if element.actual_text is not None:
            entries += f"/ActualText{text_string(element.actual_text)}"
        if element.title is not None:
            entries += f"/T{text_string(element.title)}"
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
            box = rectangle(element.box, home.height)
            entries += f"/A<</O/Layout/Placement/Block/BBox{box}>>"
        return entries

    def _check(self) -> None:
        """Raise where what is on the pages is not in the tree."""
        for page, parents in enumerate(self.parents, self._before):
            if 0 in parents:
                group = self._pages[page - self._before].mcids.index(parents.index(0))
                raise ValueError(f"group {group} of page {page} is not in the structure")
        links = sum(map(len, self._annotations.values()))
        if links != len(self._link_parents):
            raise ValueError("a link's element is not in the structure")


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
