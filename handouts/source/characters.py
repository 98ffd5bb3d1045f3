"""Bytes to characters: UTF-8, with everything that cannot be seen or printed found on the way."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence

from handouts.source.problem import Place, Problem

MOST_FAULTS = 20

REPLACEMENT = "\ufffd"
"""What stands in a text for a character that cannot be read."""

# One class, for speed; lone surrogates stand for bytes that are not UTF-8 (PEP 383).
_FAULT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_ACTED_ON = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("\r\n?")
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What files in UTF-16 begin with."""


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, its lines ending in ``\\n``; ``None`` when it is not text at all.

    Characters at fault become U+FFFD, one for one, so that the rest can be read on in its place.
    """
    if data.startswith(UTF_16):
        message = "this file is UTF-16, which is not read"
        return None, [Problem("encoding", message, Place(file), "save it as UTF-8")]
    text = data.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
    text = _plain_line_ends(text)
    faults = list(_FAULT.finditer(text))
    if len(faults) > MOST_FAULTS:
        return None, [_not_text(text, faults, file)]
    foreign = [fault for fault in faults if _is_byte(fault[0])]
    rest = (fault for fault in faults if not _is_byte(fault[0]))
    problems = [*_of_bytes(foreign, file), *(_problem(fault, file) for fault in rest)]
    return (without_invisible(text) if faults else text), problems


def _plain_line_ends(text: str) -> str:
    """Lines as editors count them: NEL, LS and PS, line ends to YAML alone, become spaces."""
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return _ODD_LINE_ENDS.sub(" ", text)


def without_invisible(text: str) -> str:
    """Text with its invisible characters as U+FFFD; the same when there are none."""
    return _FAULT.sub(REPLACEMENT, text)


def visible(text: str) -> str:
    """Text with what a terminal or an editor would act on as U+FFFD, line ends and tabs aside."""
    return _ACTED_ON.sub(REPLACEMENT, text)


def place_of(text: str, start: int, end: int, file: str) -> Place:
    """The place of a stretch of text, cut at the end of its first line."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    stop = text.find("\n", start, end)
    return Place(file, line, column, max(1, (end if stop < 0 else stop) - start))


def _is_byte(character: str) -> bool:
    """Whether a character stands for a byte that is not UTF-8."""
    return "\udc80" <= character <= "\udcff"


def _of_bytes(faults: Sequence[re.Match[str]], file: str) -> Iterator[Problem]:
    """Tell of bytes that are not UTF-8 at the first of them: they come of one slip."""
    if faults:
        others = len(faults) - 1
        more = f", nor {'is 1 more' if others == 1 else f'are {others} more'}" if others else ""
        message = f"byte 0x{ord(faults[0][0]) - 0xDC00:02X} is not UTF-8{more}"
        place = place_of(faults[0].string, *faults[0].span(), file)
        yield Problem("encoding", message, place, "save the file as UTF-8")


def _problem(fault: re.Match[str], file: str) -> Problem:
    place = place_of(fault.string, *fault.span(), file)
    character = fault[0]
    code = f"U+{ord(character):04X}"
    if "\u202a" <= character <= "\u2069":
        name = unicodedata.name(character).lower()
        message = f"an invisible character turns the text around here: {code}, {name}"
        hint = "take it out; text from right to left is put in order without it"
        return Problem("invisible-character", message, place, hint)
    message = f"an invisible character stands here: {code}"
    return Problem("invisible-character", message, place, "take it out")


def _not_text(text: str, faults: list[re.Match[str]], file: str) -> Problem:
    message = f"this is not text: {len(faults)} places cannot be read as UTF-8 characters"
    place = place_of(text, *faults[0].span(), file)
    return Problem("encoding", message, place, "save it as plain text in UTF-8")
