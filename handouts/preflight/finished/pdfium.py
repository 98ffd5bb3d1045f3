"""Pages as PDFium reads and draws them (the extra ``check``)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import hypot, sqrt
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.preflight.finished.printed import (
    Box,
    Image,
    Levels,
    PrintedPage,
    Shape,
    Tag,
    Text,
)

MOST_OBJECTS = 200_000
"""Texts, images and paths of a page, of which no more are looked at."""

_DEEPEST = 16
"""Forms that lie within forms."""

_FINEST = 2.0
"""Pixels to the point: enough to tell the ground of the smallest type."""

_MOST_PIXELS = 6_000_000
_LONGEST = 4096
"""Bytes of a text that are read, as UTF-16."""

_TAGGED_IN_A_FORM = Tag(artifact=True)
"""A form that has elements of its own: which they are is not followed."""

_INVISIBLE, _CLIP = 3, 7
_STROKED = frozenset((1, 5))
"""Ways to show text (ISO 32000-1, 9.3.6)."""

_SLANT = 0.02
"""How far text may lean, as a slope, that still stands upright."""

Object = Any
"""A page object of PDFium."""

Matrix = Any
"""PDFium's own, by way of pypdfium2."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An object of a page, how its space lies on the page, and the tag of what it lies in."""

    object: Object
    kind: int
    matrix: Matrix
    tag: Tag


def read_page(document: pypdfium2.PdfDocument, number: int) -> PrintedPage:
    """Read and draw a page, by its number from 1. Raises ``pypdfium2.PdfiumError``."""
    page = document[number - 1]
    page.set_rotation(0)
    left, bottom, right, top = page.get_cropbox()
    reader = _Reader(page, pypdfium2.PdfMatrix(1, 0, 0, -1, -left, top))
    ground, scale = _ground(page, reader, right - left, top - bottom)
    return PrintedPage(
        number=number,
        width=right - left,
        height=top - bottom,
        texts=reader.texts,
        images=reader.images,
        shapes=reader.shapes,
        reading=reader.reading,
        ground=ground,
        scale=scale,
    )


def _ground(page: Object, reader: _Reader, width: float, height: float) -> tuple[Levels, float]:
    """Draw a page without its text, and give the pixels to the point."""
    for text in reader.shown:
        pdfium.FPDFPageObj_SetIsActive(text, False)
    scale = min(_FINEST, sqrt(_MOST_PIXELS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, rev_byteorder=True, draw_annots=False)
    return bitmap.to_numpy()[..., :3], scale


class _Reader:
    """Goes through the objects of a page in painting order."""

    def __init__(self, page: Object, matrix: Matrix) -> None:
        self._text_page = page.get_textpage()
        self.reading: str = self._text_page.get_text_range()
        self._buffer = ctypes.create_string_buffer(_LONGEST)
        self.texts: list[Text] = []
        self.images: list[Image] = []
        self.shapes: list[Shape] = []
        self.shown: list[Object] = []
        for seen, found in enumerate(_objects(page, matrix)):
            if seen >= MOST_OBJECTS:
                break
            self._take(found)

    def _take(self, found: _Found) -> None:
        box = _box(found)
        if found.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.shown.append(found.object)
            self.texts.append(self._text(found, box))
        elif found.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.images.append(_image(found, box))
        else:
            self.shapes.append(Shape(box, found.tag))

    def _text(self, found: _Found, box: Box) -> Text:
        text = found.object
        matrix = _matrix(text).multiply(found.matrix)
        along = hypot(matrix.a, matrix.b) or 1.0
        upwards = abs(matrix.a * matrix.d - matrix.b * matrix.c) / along
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(text, size)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
        colour, opacity = _colour(text, mode in _STROKED)
        return Text(
            box=box,
            tag=found.tag,
            words=self._words(text),
            size=abs(size.value) * upwards,
            font=self._font(text),
            colour=colour,
            opacity=opacity,
            visible=mode not in (_INVISIBLE, _CLIP) and opacity > 0,
            turned=abs(matrix.b) > _SLANT * along or matrix.a < 0,
        )

    def _words(self, text: Object) -> str:
        buffer = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ushort))
        page = self._text_page.raw
        length = pdfium.FPDFTextObj_GetText(text, page, buffer, _LONGEST)
        if length > _LONGEST:  # nothing was written
            return self._first_words(text, length)
        return self._buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")

    def _first_words(self, text: Object, length: int) -> str:
        whole = ctypes.create_string_buffer(length)
        buffer = ctypes.cast(whole, ctypes.POINTER(ctypes.c_ushort))
        pdfium.FPDFTextObj_GetText(text, self._text_page.raw, buffer, length)
        return whole.raw[:_LONGEST].decode("utf-16-le", "replace")

    def _font(self, text: Object) -> str:
        font = pdfium.FPDFTextObj_GetFont(text)
        length = pdfium.FPDFFont_GetBaseFontName(font, self._buffer, _LONGEST) if font else 0
        return self._buffer.raw[: max(0, min(length, _LONGEST) - 1)].decode("utf-8", "replace")


def _objects(page: Object, matrix: Matrix) -> Iterator[_Found]:
    """Give the objects of a page, those of a form in its place."""
    raw = page.raw
    for index in range(pdfium.FPDFPage_CountObjects(raw)):
        each = pdfium.FPDFPage_GetObject(raw, index)
        yield from _unfolded(_Found(each, _kind(each), matrix, _own_tag(each)), 0)


def _unfolded(found: _Found, depth: int) -> Iterator[_Found]:
    if found.kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield found
    elif depth < _DEEPEST:
        form = found.object
        matrix = _matrix(form).multiply(found.matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(form)):
            each = pdfium.FPDFFormObj_GetObject(form, index)
            tag = _inner_tag(each, found.tag)
            yield from _unfolded(_Found(each, _kind(each), matrix, tag), depth + 1)


def _kind(each: Object) -> int:
    kind: int = pdfium.FPDFPageObj_GetType(each)
    return kind


def _inner_tag(each: Object, outer: Tag) -> Tag:
    """Give the tag of an object of a form, which is the form's if that has one."""
    if not outer.is_none:
        return outer
    return _TAGGED_IN_A_FORM if _own_tag(each).mcid is not None else _own_tag(each)


def _own_tag(each: Object) -> Tag:
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(each)
    if mcid >= 0:
        return Tag(mcid)
    marks = range(pdfium.FPDFPageObj_CountMarks(each))
    return Tag(artifact=any(_mark_name(each, index) == "Artifact" for index in marks))


def _mark_name(each: Object, index: int) -> str:
    buffer = (ctypes.c_ushort * 64)()
    length = ctypes.c_ulong()
    mark = pdfium.FPDFPageObj_GetMark(each, index)
    pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    return bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace")


def _box(found: _Found) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(found.object, *edges)
    left, bottom, right, top = found.matrix.on_rect(*(edge.value for edge in edges))
    return Box(left, bottom, right, top)


def _matrix(each: Object) -> Matrix:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(each, raw)
    return pypdfium2.PdfMatrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _image(found: _Found, box: Box) -> Image:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(found.object, width, height)
    matrix = _matrix(found.object).multiply(found.matrix)
    size = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
    return Image(box, found.tag, (width.value, height.value), size)


def _colour(text: Object, stroked: bool) -> tuple[Colour | None, float]:
    """Give the colour that text is painted in, and how far it covers what lies beneath it."""
    ask = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
    parts = [ctypes.c_uint() for _ in range(4)]
    if not ask(text, *parts):
        return None, 1.0
    red, green, blue, alpha = (part.value / 255 for part in parts)
    return Colour(red, green, blue), alpha
