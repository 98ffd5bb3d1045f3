"""Fonts of a PDF: whether they travel with it, and whether their codes can be read as text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

import pikepdf

from handouts.dataclass import dataclass
from handouts.preflight.finished.finding import Finding
from handouts.preflight.finished.objects import (
    Object,
    entry,
    identity,
    inherited,
    members,
    name,
    values,
    whole,
)

MOST_RESOURCES = 50_000
"""Dictionaries of resources, of which no more are looked at."""

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SYMBOLIC = 1 << 2
"""Among a font's flags: its characters are its own (ISO 32000-1, table 123)."""

_WITHIN = ("/XObject", "/Pattern")
_IDENTITY = frozenset(("Identity-H", "Identity-V", ""))
_KNOWN_CHARACTERS = frozenset((b"Japan1", b"GB1", b"CNS1", b"Korea1", b"KR"))
"""Collections of characters that readers know without being told (ISO 32000-1, 9.7.5)."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a file, by the name that its pages call it by."""

    name: str
    embedded: bool
    readable: bool


def fonts_of(pages: Sequence[Object]) -> Mapping[str, Font]:
    """Give the fonts of pages and of all that is drawn on them; the worst of one name."""
    found: dict[str, Font] = {}
    for written in _written(pages):
        font = _font(written)
        known = found.get(font.name, font)
        embedded = font.embedded and known.embedded
        found[font.name] = Font(font.name, embedded, font.readable and known.readable)
    return found


def font_findings(fonts: Mapping[str, Font], used: Mapping[str, str]) -> Iterator[Finding]:
    """Find what is wrong with fonts; ``used`` has for each in use the first words in it."""
    for each, words in used.items():
        font = fonts.get(each)
        if font and not font.embedded:
            message = f"the font {_plain(each)} is not in the file; {words} is set in it"
            hint = "embed all fonts: other machines print other letters, or boxes"
            yield Finding("font-not-embedded", message, hint)
        if font and not font.readable:
            message = f"the font {_plain(each)} does not say which letters it shows, as in {words}"
            hint = "write the file with a ToUnicode map: read aloud, searched or copied it is noise"
            yield Finding("no-unicode", message, hint)


def _plain(name: str) -> str:
    """Give a font's name without the letters that say which subset it is."""
    head, plus, tail = name.partition("+")
    return tail if plus and len(head) == 6 else name


def _written(pages: Sequence[Object]) -> Iterator[Object]:
    """Give the fonts as they are written, each once."""
    waiting = deque(inherited(page, "/Resources") for page in pages)
    seen: set[tuple[int, int]] = set()
    looked = 0
    while waiting and looked < MOST_RESOURCES:
        resources = waiting.popleft()
        looked += 1
        if not _is_new(resources, seen):
            continue
        fonts = values(entry(resources, "/Font"))
        yield from (font for font in fonts if _is_new(font, seen))
        for kind in _WITHIN:
            waiting += (entry(each, "/Resources") for each in values(entry(resources, kind)))


def _is_new(of: Object, seen: set[tuple[int, int]]) -> bool:
    number = identity(of)
    if of is None or number in seen:
        return False
    if number:
        seen.add(number)
    return True


def _font(written: Object) -> Font:
    kind = name(entry(written, "/Subtype"))
    described = written
    if kind == "Type0":
        described = next(iter(members(entry(written, "/DescendantFonts"))), None)
    descriptor = entry(described, "/FontDescriptor")
    embedded = kind == "Type3" or any(entry(descriptor, key) is not None for key in _FILES)
    readable = entry(written, "/ToUnicode") is not None or (
        _is_known(written, described) if kind == "Type0" else _has_names(written, descriptor)
    )
    return Font(name(entry(written, "/BaseFont")), embedded, readable)


def _is_known(written: Object, described: Object) -> bool:
    """Whether the codes of a composite font are those of characters that readers know."""
    ordering = entry(described, "/CIDSystemInfo", "/Ordering")
    known = isinstance(ordering, pikepdf.String) and bytes(ordering) in _KNOWN_CHARACTERS
    return known or name(entry(written, "/Encoding")) not in _IDENTITY


def _has_names(written: Object, descriptor: Object) -> bool:
    """Whether a simple font has glyphs with names, by which readers know them."""
    flags = whole(entry(descriptor, "/Flags")) or 0
    return entry(written, "/Encoding") is not None or not flags & _SYMBOLIC
