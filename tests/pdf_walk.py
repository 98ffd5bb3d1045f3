"""Walks through a PDF by itself, as no validator does: tags, numbers and parents must all agree.

``check`` raises ``AssertionError`` where they do not; ``read`` gives what a screen reader gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_PAINTING = frozenset(
    ("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "Do", "sh", "EI")
)
_ENTRY = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>")

_INLINE = frozenset(("Span", "Link", "Note"))

Object = Any
"""What pikepdf gives for any PDF object: a dictionary by attribute, an array, a number."""

Key = tuple[int, int]
"""A page from 0, and an MCID on it."""


@dataclass
class Node:
    """A structure element as it is read: ``text`` is its own and all of that below it."""

    role: str
    kids: list[Node] = field(default_factory=list)
    text: str = ""
    alt: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)

    def find(self, role: str) -> list[Node]:
        """Give all nodes of a role, in reading order."""
        own = [self] if self.role == role else []
        return own + [found for kid in self.kids for found in kid.find(role)]

    def pieces(self) -> list[tuple[str, str]]:
        """Give the role and the text of each block of text, in reading order."""
        if any(kid.role not in _INLINE for kid in self.kids):
            return [piece for kid in self.kids for piece in kid.pieces()]
        return [(self.role, self.text)] if self.text else []


def check(data: bytes) -> None:
    """Hold a PDF against itself."""
    with pikepdf.open(BytesIO(data)) as pdf:
        tags = _check_content(pdf)
        owners = _check_tree(pdf, tags)
        _check_parent_tree(pdf, owners)
        _check_fonts(pdf)


def read(data: bytes) -> Node:
    """Give the structure tree with its text, in reading order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {
            (index, mcid): text
            for index, page in enumerate(pdf.pages)
            for mcid, text in _page_texts(page).items()
        }
        return _node(pdf, pdf.Root.StructTreeRoot.K, texts)


def content(data: bytes, page: int = 0) -> bytes:
    """Give a page's content stream, decompressed."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.pages[page].Contents.read_bytes())


# Content: what is painted, and under which tag


@dataclass
class _Open:
    """A marked-content sequence that is open."""

    tag: str
    mcid: int | None
    in_text: bool


def _check_content(pdf: pikepdf.Pdf) -> dict[Key, str]:
    """Give the tag of each MCID, in order; nothing is painted outside, all begins and ends."""
    tags: dict[Key, str] = {}
    for index, page in enumerate(pdf.pages):
        numbers = []
        for opened in _marked_content(page):
            if opened.mcid is not None:
                numbers.append(opened.mcid)
                tags[index, opened.mcid] = opened.tag
        assert numbers == list(range(len(numbers))), f"MCIDs of page {index} are {numbers}"
    return tags


def _instructions(page: pikepdf.Page) -> Iterator[tuple[str, list[Object]]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield str(instruction.operator), list(instruction.operands)


def _marked_content(page: pikepdf.Page) -> Iterator[_Open]:
    opened: list[_Open] = []
    in_text = False
    for name, operands in _instructions(page):
        if name in ("BDC", "BMC"):
            mcid = operands[1].get("/MCID") if name == "BDC" else None
            opened.append(_Open(str(operands[0]), None if mcid is None else int(mcid), in_text))
            nested = [each for each in opened if each.mcid is not None or each.tag == "/Artifact"]
            assert len(nested) == 1, f"{opened[-1].tag} lies within {len(nested)} contents"
            yield opened[-1]
        elif name == "EMC":
            assert opened.pop().in_text is in_text, "marked content and text object overlap"
        elif name in ("BT", "ET"):
            in_text = name == "BT"
        assert opened or name not in _PAINTING, f"{name} paints outside all marked content"
    assert not opened, "marked content does not end"


# The tree: elements, their kids and their parents


def _check_tree(pdf: pikepdf.Pdf, tags: dict[Key, str]) -> dict[Key | int, Object]:
    """Give the element of each MCID and of each annotation's key."""
    root = pdf.Root.StructTreeRoot
    assert root.K.P.objgen == root.objgen, "the top element's parent is not the root"
    owners: dict[Key | int, Object] = {}
    for element in _elements(root.K):
        for kid in _kids(element):
            key = _content_key(pdf, element, kid)
            if key is None:
                assert kid.P.objgen == element.objgen, f"{kid.S} has another parent"
                continue
            assert key not in owners, f"{key} is in the tree twice"
            owners[key] = element
            if isinstance(key, tuple):
                assert tags.get(key) == str(element.S), f"{key} is not a {element.S}"
            else:
                assert kid.Obj.StructParent == key
    contents = {key for key in owners if isinstance(key, tuple)}
    assert contents == set(tags), f"not in the tree: {set(tags) - contents}"
    return owners


def _elements(element: Object) -> Iterator[Object]:
    yield element
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _kids(element: Object) -> list[Object]:
    kids: Object = element.get("/K", [])
    return list(kids) if isinstance(kids, (pikepdf.Array, list)) else [kids]


def _content_key(pdf: pikepdf.Pdf, element: Object, kid: Object) -> Key | int | None:
    """Give a kid's page and MCID, or its annotation's key; nothing for an element."""
    if isinstance(kid, int):
        return _page_index(pdf, element.Pg), kid
    if "/S" in kid:
        return None
    if kid.Type == "/MCR":
        return _page_index(pdf, kid.Pg), int(kid.MCID)
    return int(kid.Obj.StructParent)


def _page_index(pdf: pikepdf.Pdf, page: Object) -> int:
    return [each.obj.objgen for each in pdf.pages].index(page.objgen)


def _check_parent_tree(pdf: pikepdf.Pdf, owners: dict[Key | int, Object]) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    keys = set()
    for index, page in enumerate(pdf.pages):
        key = int(page.StructParents)
        keys.add(key)
        for mcid, element in enumerate(tree[key]):
            owner = owners[index, mcid]
            assert element.objgen == owner.objgen, f"ParentTree errs about {(index, mcid)}"
    for annotation_key in (key for key in owners if isinstance(key, int)):
        keys.add(annotation_key)
        assert tree[annotation_key].objgen == owners[annotation_key].objgen
    annotations = [each for page in pdf.pages for each in page.get("/Annots", [])]
    assert {int(each.StructParent) for each in annotations} <= set(owners), "a link without tag"
    assert keys == set(tree), "the ParentTree has keys that nothing refers to"
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == len(tree)


def _check_fonts(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            descendant = font.DescendantFonts[0]
            files = {"/FontFile2", "/FontFile3"}.intersection(descendant.FontDescriptor.keys())
            assert files, f"{font.BaseFont} is not embedded"
            assert "/ToUnicode" in font, f"{font.BaseFont} has no ToUnicode"


# Reading


def _node(pdf: pikepdf.Pdf, element: Object, texts: dict[Key, str]) -> Node:
    node = Node(str(element.S).removeprefix("/"))
    for kid in _kids(element):
        key = _content_key(pdf, element, kid)
        if key is None:
            node.kids.append(_node(pdf, kid, texts))
            node.text += node.kids[-1].text
        elif isinstance(key, tuple):
            node.text += texts[key]
    if "/ActualText" in element:
        node.text = str(element.ActualText)
    node.alt = str(element.Alt) if "/Alt" in element else None
    for name, value in element.get("/A", {}).items():
        node.attributes[name.removeprefix("/")] = str(value)
    return node


def _page_texts(page: pikepdf.Page) -> dict[int, str]:
    """Give the text of each MCID of a page."""
    reader = _Reader(page)
    for operator, operands in _instructions(page):
        reader.take(operator, operands)
    return reader.texts


@dataclass
class _Sequence:
    """A marked-content sequence that is being read, and its text so far, character by character."""

    tag: str
    mcid: int | None = None
    spoken: str | None = None
    parts: list[str] = field(default_factory=list)

    @property
    def reading(self) -> list[str]:
        """What is read, as parts that may still be turned about as wholes."""
        if self.spoken is not None:
            return [self.spoken]
        return self.parts[::-1] if self.tag == "/ReversedChars" else self.parts


class _Reader:
    """Follows a content stream, and puts down what is read."""

    def __init__(self, page: pikepdf.Page) -> None:
        fonts: Object = page.Resources.get("/Font", {})
        self._fonts = {name: _to_unicode(font) for name, font in fonts.items()}
        self._font: dict[int, str] = {}
        self._open = [_Sequence("page")]
        self.texts: dict[int, str] = {}

    def take(self, operator: str, operands: list[Object]) -> None:
        """Take the next operator."""
        if operator == "Tf":
            self._font = self._fonts[str(operands[0])]
        elif operator == "BMC":
            self._open.append(_Sequence(str(operands[0])))
        elif operator == "BDC":
            self._open.append(_sequence(*operands))
        elif operator == "EMC":
            self._close(self._open.pop())
        elif operator == "TJ":
            self._show(b"".join(bytes(part) for part in operands[0] if _is_string(part)))

    def _show(self, codes: bytes) -> None:
        glyphs = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
        self._open[-1].parts += [self._font[glyph] for glyph in glyphs]

    def _close(self, sequence: _Sequence) -> None:
        self._open[-1].parts += sequence.reading
        if sequence.mcid is not None:
            self.texts[sequence.mcid] = "".join(sequence.reading)


def _sequence(tag: Object, properties: Object) -> _Sequence:
    mcid, spoken = properties.get("/MCID"), properties.get("/ActualText")
    return _Sequence(
        str(tag),
        None if mcid is None else int(mcid),
        None if spoken is None else str(spoken),
    )


def _is_string(part: Object) -> bool:
    return isinstance(part, pikepdf.String)


def _to_unicode(font: Object) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(glyph, 16): bytes.fromhex(text).decode("utf-16-be")
        for glyph, text in _ENTRY.findall(cmap)
    }
