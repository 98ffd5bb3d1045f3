"""Fonts that people bring along, for characters that the program's own do not have.

TTF, OTF, and the first font of a TTC; variable fonts with TrueType outlines. What a file cannot
give is said in words before anything is set: a font must be whole, drawn as outlines, and allowed
to be embedded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from struct import error, unpack_from

import uharfbuzz

from handouts.source.disk import content
from handouts.typeset.font import Family, Source

WEIGHTS = range(100, 1000, 100)
"""The weights that a variable font is asked for."""

LARGEST = 100_000_000
"""Bytes of the largest font, which has the signs of all of East Asia in several weights."""

_RESTRICTED, _NO_SUBSETS, _BITMAPS = 0x2, 0x100, 0x200
"""What ``fsType`` may forbid (OpenType, OS/2): embedding, all but the whole of it, outlines."""

_WRAPPED = (b"wOFF", b"wOF2")


class UnusableFont(ValueError):
    """A font that cannot be printed with: ``message`` says why, ``hint`` what would do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Broken(UnusableFont):
    """What is no font, or a part of one."""

    def __init__(self) -> None:
        super().__init__("is no font, or not the whole of one", "take a TTF, OTF or TTC")


class OwnFamily(Family):
    """A family of which no font may lack what another one has."""

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that all fonts have."""
        faces = (uharfbuzz.Face(content(path, LARGEST)) for path in self._paths)
        return frozenset.intersection(*(frozenset(map(chr, face.unicodes)) for face in faces))

    @property
    def _paths(self) -> Sequence[Path]:
        return list(dict.fromkeys(source.path for source in self.sources.values()))


def own_families(paths: Iterable[Path]) -> list[Family]:
    """Gather font files into families, by the names they have, in the order given.

    Raises ``OSError`` when a file cannot be read, and ``UnusableFont``.
    """
    families: dict[str, dict[tuple[int, bool], Source]] = {}
    for path in paths:
        face = check_font(path)
        sources = families.setdefault(_family_name(face) or path.stem, {})
        for key, source in _sources(face, path).items():
            sources.setdefault(key, source)
    return [OwnFamily(sources) for sources in families.values()]


def check_font(path: Path) -> uharfbuzz.Face:
    """Open a font file, if it can be printed with.

    Raises ``OSError`` when the file cannot be read, and ``UnusableFont``.
    """
    data = content(path, LARGEST)
    if len(data) > LARGEST:
        raise UnusableFont("is larger than 100 MB", "take a font of one weight")
    if data[:4] in _WRAPPED:
        raise UnusableFont("is packed for the web", "take the TTF that it was made from")
    face = uharfbuzz.Face(data)
    if not face.glyph_count or not face.unicodes or not _is_whole(data):
        raise Broken
    if not {"glyf", "CFF "}.intersection(_tags(face)):
        raise UnusableFont("has no outlines that a PDF can have", "look for a TTF of it")
    _check_licence(face)
    return face


def _check_licence(face: uharfbuzz.Face) -> None:
    """Hold a font to what it says of itself; where it allows several things, the most counts."""
    (allowed,) = unpack_from(">H", _os2(face), 8)
    if allowed & 0xF == _RESTRICTED or allowed & (_NO_SUBSETS | _BITMAPS):
        raise UnusableFont(
            "may not be embedded into a PDF, as its maker says", "choose a font with a free licence"
        )


def _is_whole(data: bytes) -> bool:
    """Whether all tables of a font, or of all fonts of a collection, are in its file."""
    try:
        starts: Sequence[int] = (0,)
        if data[:4] == b"ttcf":
            (count,) = unpack_from(">I", data, 8)
            starts = unpack_from(f">{count}I", data, 12)
        for start in starts:
            (count,) = unpack_from(">H", data, start + 4)
            for entry in range(start + 12, start + 12 + 16 * count, 16):
                offset, length = unpack_from(">II", data, entry + 8)
                if offset + length > len(data):
                    return False
    except error:
        return False
    return True


def _tags(face: uharfbuzz.Face) -> Sequence[str]:
    try:
        tags: Sequence[str] = face.table_tags
    except UnicodeDecodeError:
        raise Broken from None
    return tags


def _family_name(face: uharfbuzz.Face) -> str | None:
    ids = uharfbuzz.OTNameIdPredefined
    name: str | None = face.get_name(ids.TYPOGRAPHIC_FAMILY) or face.get_name(ids.FONT_FAMILY)
    return name


def _sources(face: uharfbuzz.Face, path: Path) -> dict[tuple[int, bool], Source]:
    """Give the weights that a file has: one, or those on the axis of a variable font."""
    weight, italic = _style(face)
    for axis in face.axis_infos:
        if axis.tag == "wght":
            inside = [each for each in WEIGHTS if axis.min_value <= each <= axis.max_value]
            return {(each, italic): Source(path, (("wght", float(each)),)) for each in inside}
    axes = tuple([(axis.tag, axis.default_value) for axis in face.axis_infos])
    return {(weight, italic): Source(path, axes)}


def _style(face: uharfbuzz.Face) -> tuple[int, bool]:
    """Give the weight and the slant that a font says it has; 400 and upright if it says nothing."""
    (weight,) = unpack_from(">H", _os2(face), 4)
    (selection,) = unpack_from(">H", _os2(face), 62)
    return weight or 400, bool(selection & 1)


def _os2(face: uharfbuzz.Face) -> bytes:
    """Give the table in which a font speaks of itself, zeros where it does not."""
    data: bytes = face.reference_table("OS/2").data if "OS/2" in face.table_tags else b""
    return data.ljust(64, b"\0")
