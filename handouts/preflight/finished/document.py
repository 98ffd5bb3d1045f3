"""What a PDF says of itself as a whole, and what it would do when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pikepdf

from handouts.preflight.finished.finding import Finding
from handouts.preflight.finished.objects import Object, entry, identity, members, name, text, values
from handouts.preflight.finished.structure import is_tagged
from handouts.source.problem import Severity

LARGE = 20_000_000
"""Bytes above which a file is awkward to send by post, and slow to print."""

_MOST_METADATA = 2_000_000
_MOST_ACTIONS = 10_000
_ADDRESS_HEAD = 64
_TITLE = re.compile(rb"<dc:title[^>]*>.*?<rdf:li[^>]*>\s*[^<\s]", re.DOTALL)

_NO_TITLE = frozenset(("", "untitled"))

_ACTIVE = {
    "JavaScript": "runs a script",
    "Launch": "starts a program",
    "SubmitForm": "sends what is typed in",
    "ImportData": "reads another file",
    "Movie": "plays a film",
    "Sound": "plays a sound",
    "Rendition": "plays a film",
    "GoToE": "opens a file within it",
    "GoToR": "opens another file",
}
"""Actions that do more than lead somewhere (ISO 32000-1, 12.6)."""

_ACTIVE_SCHEMES = {
    "javascript": "runs a script",
    "vbscript": "runs a script",
    "data": "opens a file within it",
    "file": "opens another file",
}
"""Addresses that lead to something else than a page for people."""

_PLAYED = frozenset(("RichMedia", "Movie", "Screen", "Sound", "3D"))
"""Annotations that play something."""


def document_findings(pdf: pikepdf.Pdf, pages: Sequence[Object], size: int) -> Iterator[Finding]:
    """Find what is wrong with a file as a whole; ``size`` is in bytes."""
    yield from _accessibility(pdf)
    yield from _protection(pdf)
    yield from _activity(pdf, pages)
    yield from _form(pdf)
    if size > LARGE:
        message = f"this file has {size / 1_000_000:.0f} MB, {LARGE // 1_000_000} is much"
        hint = "smaller pictures print as well: 300 dpi is enough"
        yield Finding("large-file", message, hint, Severity.WARNING)


def _accessibility(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    if not is_tagged(pdf):
        message = "this file is not tagged: who cannot see it gets its words in no order"
        yield Finding("not-tagged", message, "write it again with tags, as PDF/UA")
    if not text(entry(pdf.Root, "/Lang")).strip():
        message = "this file does not say which language it is in"
        yield Finding("no-language", message, "a voice that reads it needs it: set the language")
    if not _has_title(pdf):
        yield Finding("no-title", "this file has no title", "give it one in its properties")
    elif entry(pdf.Root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        message = "readers show the name of the file, not its title"
        hint = "set “display document title” when it is written"
        yield Finding("title-not-shown", message, hint, Severity.WARNING)


def _has_title(pdf: pikepdf.Pdf) -> bool:
    if text(entry(pdf.trailer, "/Info", "/Title")).strip().lower() not in _NO_TITLE:
        return True
    metadata = entry(pdf.Root, "/Metadata")
    if not isinstance(metadata, pikepdf.Stream):
        return False
    return bool(_TITLE.search(metadata.read_bytes()[:_MOST_METADATA]))


def _protection(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    if not pdf.is_encrypted:
        return
    refused = [
        what
        for what, allowed in (
            ("printed", pdf.allow.print_lowres),
            ("read aloud", pdf.allow.accessibility),
        )
        if not allowed
    ]
    if refused:
        message = f"this file is locked: it may not be {' or '.join(refused)}"
        yield Finding("locked", message, "write it again without a password")


def _activity(pdf: pikepdf.Pdf, pages: Sequence[Object]) -> Iterator[Finding]:
    found = dict.fromkeys(_acts(pdf, pages))
    if found:
        message = f"this file does something when it is opened or touched: it {', '.join(found)}"
        yield Finding("active-content", message, "a handout is paper: write it again without")


def _acts(pdf: pikepdf.Pdf, pages: Sequence[Object]) -> Iterator[str]:
    if entry(pdf.Root, "/Names", "/JavaScript") is not None:
        yield _ACTIVE["JavaScript"]
    annotations = [each for page in pages for each in members(entry(page, "/Annots"))]
    carriers = (pdf.Root, *pages, *annotations[:_MOST_ACTIONS], *_fields(pdf), *_outlines(pdf))
    for carrier in carriers:
        if name(entry(carrier, "/Subtype")) in _PLAYED:
            yield "plays a film or a sound"
        for action in _actions(carrier):
            act = _ACTIVE.get(name(entry(action, "/S"))) or _ACTIVE_SCHEMES.get(_scheme(action))
            if act:
                yield act


def _scheme(action: Object) -> str:
    """Give the scheme of the address that an action leads to, as readers take it; or nothing."""
    head, colon, _ = text(entry(action, "/URI"))[:_ADDRESS_HEAD].partition(":")
    return "".join(each for each in head.lower() if each.isalnum()) if colon else ""


def _actions(carrier: Object) -> Iterator[Object]:
    """Give the actions of a catalogue, page, annotation or field, each with the one after it."""
    own = [entry(carrier, "/OpenAction"), entry(carrier, "/A")]
    for action in (*own, *values(entry(carrier, "/AA"))):
        yield action
        yield from members(entry(action, "/Next"))


def _fields(pdf: pikepdf.Pdf) -> Sequence[Object]:
    return members(entry(pdf.Root, "/AcroForm", "/Fields"))[:_MOST_ACTIONS]


def _outlines(pdf: pikepdf.Pdf) -> Sequence[Object]:
    """Give the items of the outline: each once, however they lead to one another."""
    seen: dict[object, Object] = {}
    ways = [entry(pdf.Root, "/Outlines", "/First")]
    while ways and len(seen) < _MOST_ACTIONS:
        item = ways.pop()
        number = identity(item)
        if number is not None and number not in seen:
            seen[number] = item
            ways += [entry(item, "/Next"), entry(item, "/First")]
    return list(seen.values())


def _form(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    has_form = bool(_fields(pdf)) or entry(pdf.Root, "/AcroForm", "/XFA") is not None
    if has_form:
        message = "this file has fields to type into"
        hint = "on paper they are empty boxes: see that there is room to write in them"
        yield Finding("form-fields", message, hint, Severity.WARNING)
