"""The structure tree of a PDF, and what is wrong with it (ISO 14289-1, 7.1 to 7.7).

The tree of anyone's file may be no tree, or without end: no element is read twice, and no more of
them than ``MOST_ELEMENTS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache

import pikepdf

from handouts.dataclass import dataclass
from handouts.preflight.finished.finding import Finding
from handouts.preflight.finished.objects import Object, entry, identity, members, name, text, whole

MOST_ELEMENTS = 500_000
_DEEPEST = 100
_LONGEST_CHAIN = 16
"""Roles that stand for roles."""

_HEADING = re.compile(r"H([1-6])")
_PICTURES = frozenset(("Figure", "Formula"))
_ITEMS = frozenset(("LI", "L", "Caption"))
_PARTS_OF_ITEMS = frozenset(("Lbl", "LBody"))
_ROWS = frozenset(("THead", "TBody", "TFoot"))


@dataclass(slots=True)
class Element:
    """An element: its standard role, and the content of it and all below on its first page.

    ``page`` counts from 1, and is 0 where the element has no content.
    """

    role: str
    parent: Element | None = None
    spoken: bool = False
    """Whether words stand for it."""
    title: str = ""
    page: int = 0
    mcids: set[int] = field(default_factory=set)
    kids: list[Element] = field(default_factory=list)

    @property
    def ancestors(self) -> Iterator[Element]:
        """The element itself, its parent, and so on."""
        each: Element | None = self
        while each:
            yield each
            each = each.parent


@dataclass(frozen=True, slots=True)
class Structure:
    """The elements of a file in reading order, and all content that is theirs: page and MCID."""

    elements: Sequence[Element]
    owned: frozenset[tuple[int, int]]

    def titled(self, title: str) -> frozenset[tuple[int, int]]:
        """Give the content of all elements of a title, by page and MCID."""
        found = (each for each in self.elements if each.title == title)
        return frozenset((each.page, mcid) for each in found for mcid in each.mcids)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with an element. The message says it of ``{it}``."""

    element: Element
    finding: Finding


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A kid that has not been read yet, and the page that its content is on unless it says so."""

    kid: Object
    parent: Element
    page: int
    depth: int


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether a file says that its content is tagged, and has a tree to say how."""
    marked = entry(pdf.Root, "/MarkInfo", "/Marked") is True
    return marked and entry(pdf.Root, "/StructTreeRoot", "/K") is not None


def read_structure(pdf: pikepdf.Pdf, pages: Mapping[tuple[int, int], int]) -> Structure:
    """Read the tree; ``pages`` are the numbers of pages by those of their objects."""
    root = entry(pdf.Root, "/StructTreeRoot")
    reader = _Reader(entry(root, "/RoleMap"), pages)
    reader.read(root)
    return Structure(reader.elements, frozenset(reader.owned))


class _Reader:
    """Reads a tree from its top, every element once."""

    def __init__(self, roles: Object, pages: Mapping[tuple[int, int], int]) -> None:
        self._roles = roles
        self._pages = pages
        self._role_of = cache(self._standard_role)
        self._seen: set[tuple[int, int]] = set()
        self._waiting: list[_Waiting] = []
        self.elements: list[Element] = []
        self.owned: set[tuple[int, int]] = set()

    def read(self, root: Object) -> None:
        """Read all that is below the root."""
        self._wait(root, Element("StructTreeRoot"), 0, 0)
        while self._waiting and len(self.elements) < MOST_ELEMENTS:
            self._take(self._waiting.pop())

    def _wait(self, of: Object, parent: Element, page: int, depth: int) -> None:
        kids = members(entry(of, "/K")) if depth < _DEEPEST else ()
        self._waiting += (_Waiting(kid, parent, page, depth) for kid in reversed(kids))

    def _take(self, waiting: _Waiting) -> None:
        kid, page = waiting.kid, waiting.page
        mcid = whole(kid)
        if mcid is None:
            page = self._page(kid) or page
            if entry(kid, "/S") is not None:
                if self._is_new(kid):
                    self._element(kid, waiting.parent, page, waiting.depth)
                return
            mcid = whole(entry(kid, "/MCID"))
        if mcid is not None:
            self._own(waiting.parent, page, mcid)

    def _element(self, written: Object, parent: Element, page: int, depth: int) -> None:
        spoken = any(text(entry(written, key)).strip() for key in ("/Alt", "/ActualText"))
        title = text(entry(written, "/T"))
        role = self._role_of(name(entry(written, "/S")))
        element = Element(role, parent, spoken, title)
        parent.kids.append(element)
        self.elements.append(element)
        self._wait(written, element, page, depth + 1)

    def _own(self, parent: Element, page: int, mcid: int) -> None:
        self.owned.add((page, mcid))
        for element in parent.ancestors:
            element.page = element.page or page
            if element.page == page:
                element.mcids.add(mcid)

    def _page(self, kid: Object) -> int:
        number = identity(entry(kid, "/Pg"))
        return self._pages.get(number, 0) if number else 0

    def _is_new(self, kid: Object) -> bool:
        number = identity(kid)
        if number in self._seen:
            return False
        if number:
            self._seen.add(number)
        return True

    def _standard_role(self, role: str) -> str:
        for _ in range(_LONGEST_CHAIN):
            mapped = name(entry(self._roles, f"/{role}")) if role else ""
            if not mapped:
                break
            role = mapped
        return role


def flaws(structure: Structure) -> Iterator[Flaw]:
    """Find what is wrong with a tree."""
    yield from _silent_pictures(structure.elements)
    yield from _headings(structure.elements)
    yield from _tables(structure.elements)
    yield from _lists(structure.elements)


def _silent_pictures(elements: Sequence[Element]) -> Iterator[Flaw]:
    for each in elements:
        if each.role in _PICTURES and not each.spoken:
            what = "picture" if each.role == "Figure" else "formula"
            message = f"the {what} {{it}} has no words to stand for it"
            hint = "say what it shows in its alternative text"
            yield Flaw(each, Finding("no-alt-text", message, hint))


def _headings(elements: Sequence[Element]) -> Iterator[Flaw]:
    before = 0
    for each in elements:
        if match := _HEADING.fullmatch(each.role):
            level = int(match[1])
            if level > before + 1:
                after = f"after one of level {before}" if before else "before any of level 1"
                message = f"the heading {{it}} is of level {level}, {after}"
                yield Flaw(each, Finding("heading-level", message, f"make it level {before + 1}"))
            before = level


def _tables(elements: Sequence[Element]) -> Iterator[Flaw]:
    for each in elements:
        if each.role == "Table":
            cells = [cell.role for row in _rows(each) for cell in row.kids]
            if "TH" not in cells:
                message = "the table {it} has no heads" if cells else "the table {it} has no cells"
                hint = "tag the cells that say what a column or a row is as TH"
                yield Flaw(each, Finding("table-heads", message, hint))


def _rows(table: Element) -> Iterator[Element]:
    for kid in table.kids:
        if kid.role == "TR":
            yield kid
        elif kid.role in _ROWS:
            yield from (row for row in kid.kids if row.role == "TR")


def _lists(elements: Sequence[Element]) -> Iterator[Flaw]:
    for each in elements:
        roles = {kid.role for kid in each.kids}
        parent = each.parent.role if each.parent else ""
        if each.role == "L" and (not roles or not roles <= _ITEMS):
            yield _list_flaw(each, "the list {it} holds what are no items")
        elif each.role == "LI" and parent != "L":
            yield _list_flaw(each, "the item {it} is in no list")
        elif each.role == "LBody" and parent != "LI":
            yield _list_flaw(each, "the body {it} is of no item")
        elif each.role == "LI" and not roles & _PARTS_OF_ITEMS:
            yield _list_flaw(each, "the item {it} has neither a label nor a body")


def _list_flaw(element: Element, message: str) -> Flaw:
    hint = "a list is L, its items LI with Lbl and LBody"
    return Flaw(element, Finding("list-structure", message, hint))
