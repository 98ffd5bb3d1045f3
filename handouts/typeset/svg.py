"""SVG files as vectors, by svglib: outlines and flat colours (SVG 1.1).

What cannot print as that is refused here, for svglib would leave most of it out without a word:
text, bitmaps, gradients, transparency, effects. Nothing but the file itself is ever read, no entity
is expanded, and scripts are never looked at.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any

from lxml import etree
from svglib.svglib import SvgRenderer, logger

from handouts.typeset.outlining import outlined
from handouts.typeset.picture import PictureError, read
from handouts.typeset.vector import Vector

_LARGEST_FILE = 3_000_000
_MOST_ELEMENTS = 10_000
_MOST_ATTRIBUTES = 100
_LONGEST_ATTRIBUTE = 2000
_MOST_RULES = 300
_DEEPEST_RULE = 4
_MOST_WORK, _LEAST_WORK = 100_000, 4
_PNG = "save it as PNG, about 1000 pixels wide"
_PATHS = "turn its text into paths and save it again"
_ELEMENTS = {
    "text": ("has text, which needs a font", _PATHS),
    "image": ("has a bitmap in it", _PNG),
    "foreignObject": ("has a piece of a web page in it", _PNG),
    "switch": ("has alternatives in it (switch)", _PNG),
}
_PAINTS = frozenset(("fill", "stroke"))
_EFFECTS = frozenset(("filter", "mask", "marker", "marker-start", "marker-mid", "marker-end"))
_COORDINATES = frozenset(("d", "points"))
"""Attributes as long as a drawing is rich."""

_DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*+([^;{}]+)")
_OPACITIES = {
    "opacity": re.compile(r"1(\.0*)?|100%|inherit"),
    "fill-opacity": re.compile(r"[01](\.0*)?|100%|inherit"),
    "stroke-opacity": re.compile(r"[01](\.0*)?|100%|inherit"),
}
"""What each may be where nothing is see-through; nothing at all is no paint."""

_MOST_USES = 1000
_HREF = "{http://www.w3.org/1999/xlink}href"
_MADE_BY = "{http://www.inkscape.org/namespaces/inkscape}version"

Fault = tuple[str, str]
"""What an SVG file has that cannot be set, and what to do about it."""


def load(path: Path) -> Vector:
    """Read an SVG file.

    Raises ``PictureError`` where there is no file, or one that is too large, broken, unsafe, or
    with anything in it that cannot be set as outlines and flat colours.
    """
    root = _parse(path.name, read(path, _LARGEST_FILE))
    for what, hint in chain(_excesses(root), _all_faults(root)):
        raise PictureError(f"{path.name} {what}", hint)
    _prepare(root)
    return _converted(path.name, root)


def _parse(name: str, data: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise PictureError(f"{name} is not an SVG file that can be read", _PNG) from None
    types = root.getroottree().docinfo.internalDTD
    if types is not None and any(types.iterentities()):
        hint = "save it as plain SVG, without entities"
        raise PictureError(f"{name} declares entities, which are not safe to read", hint)
    if etree.QName(root).localname != "svg":
        raise PictureError(f"{name} is not an SVG file", _PNG)
    return root


def _prepare(root: Any) -> None:
    """Say outright what svglib would otherwise warn of, or take for granted."""
    etree.strip_attributes(root, _MADE_BY)  # it warns of an old Inkscape
    root.set("fill", root.get("fill", "black"))  # it fills a polyline only where this is said


def _excesses(root: Any) -> Iterator[Fault]:
    """Give what is more than any drawing needs, and would take svglib minutes."""
    elements = list(islice(root.iter(etree.Element), _MOST_ELEMENTS + 1))
    if len(elements) > _MOST_ELEMENTS:
        yield f"has more than {_MOST_ELEMENTS:,} parts", _PNG
    for element in elements:
        if len(element.attrib) > _MOST_ATTRIBUTES:  # going through them takes the square of it
            yield f"has a part with more than {_MOST_ATTRIBUTES} attributes", _PNG
            return
        for key, value in element.attrib.items():
            if len(value) > _LONGEST_ATTRIBUTE and key not in _COORDINATES:
                yield f"has more than {_LONGEST_ATTRIBUTE:,} characters in one {key}", _PNG
    yield from _excesses_of_style("".join(each.text or "" for each in elements if _is_style(each)))


def _excesses_of_style(style: str) -> Iterator[Fault]:
    """Give what takes long to match: every rule is tried on every part, from it to the top."""
    rules = style.count("{")
    if rules > _MOST_RULES:
        yield f"has more than {_MOST_RULES} styles", _PNG
        return
    selectors = re.sub(r"\{[^{}]*\}?", ",", style).replace(">", " ").split(",")
    if any(len(selector.split()) > _DEEPEST_RULE for selector in selectors):
        yield f"has a style for parts more than {_DEEPEST_RULE} deep in one another", _PNG


def _is_style(element: Any) -> bool:
    return bool(etree.QName(element).localname == "style")


def _all_faults(root: Any) -> Iterator[Fault]:
    for element in root.iter(etree.Element):
        yield from _faults(element)


def _faults(element: Any) -> Iterator[Fault]:
    name = etree.QName(element).localname
    if name in _ELEMENTS:
        yield _ELEMENTS[name]
    if name == "symbol" and element.get("viewBox"):
        yield "has a symbol with a viewBox in it", _PNG
    for key, value in element.attrib.items():
        yield from _faults_of_property(etree.QName(key).localname, value)
    style = (element.text or "") if _is_style(element) else element.get("style", "")
    for key, value in _DECLARATION.findall(style):
        yield from _faults_of_property(key, value)
        if key == "clip-path":
            yield "clips by a style, which cannot be set", _PNG


def _faults_of_property(name: str, value: str) -> Iterator[Fault]:
    value = value.replace("!important", "").strip()
    refers = value.startswith("url(")
    if refers and name in _PAINTS:
        yield "has a gradient or a pattern in it", f"use flat colours, or {_PNG}"
    if refers and name in _EFFECTS:
        yield f"has an effect in it ({name})", _PNG
    if name in _OPACITIES and not _OPACITIES[name].fullmatch(value):
        yield "has see-through parts", f"use flat colours, or {_PNG}"


class _Renderer(SvgRenderer):
    """svglib’s way through an SVG tree, kept to references within the file, and to not too many."""

    def __init__(self) -> None:
        super().__init__("")
        self._uses = 0
        self._depth = 0
        self._work = 0

    def renderNode(self, node: Any, parent: Any = None) -> None:
        """Render a part with all that is in it; svglib looks at all that it is in itself."""
        self._depth += 1
        self._work += _LEAST_WORK + self._depth
        if self._work > _MOST_WORK:
            raise PictureError("has too many parts, or parts too deep in one another", _PNG)
        super().renderNode(node, parent)
        self._depth -= 1

    def xlink_href_target(self, node: Any, group: Any = None) -> Any:
        """Find what a ``use`` shows; files, addresses and data are refused."""
        reference = node.attrib.get(_HREF) or node.attrib.get("href") or ""
        if not reference.startswith("#"):
            raise PictureError("shows something from another file", _PNG)
        self._uses += 1
        if self._uses > _MOST_USES:
            raise PictureError(f"shows parts of it again more than {_MOST_USES} times", _PNG)
        return super().xlink_href_target(node, group)


def _converted(name: str, root: Any) -> Vector:
    """Convert a tree; what svglib trips over, or only warns of, is a fault of the file."""
    try:
        with _warnings() as heard:
            renderer = _Renderer()
            vector = outlined(renderer.render(root), renderer.shape_converter.shapeToPath)
    except PictureError as error:
        raise PictureError(f"{name} {error.message}", error.hint) from None
    except Exception:  # svglib raises whatever its conversions happen to raise
        raise PictureError(f"{name} is not an SVG file that can be read", _PNG) from None
    if heard:
        raise PictureError(f"{name} has something in it that cannot be set as outlines", _PNG)
    return vector


@contextmanager
def _warnings() -> Iterator[list[logging.LogRecord]]:
    """Hear what svglib warns of, in place of whoever else would."""
    handler = BufferingHandler(capacity=1_000_000)
    handler.setLevel(logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.buffer
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
