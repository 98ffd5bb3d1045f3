"""Text of other people, made fit to print: composed (NFC), without what nobody can see."""

from __future__ import annotations

import re
import unicodedata

from handouts.source.characters import REPLACEMENT, without_invisible

_SPACES = re.compile(r"\s+")
_ODD_SPACES = re.compile(r"[^\S\n]|\u200b|\u2060")


def tidy(text: str) -> tuple[str, list[str]]:
    """A text with single spaces, and the codes of the characters it had that do not print.

    Raises ``UnicodeError`` where a character is no character: half of a pair, or a byte that was
    not UTF-8, or the sign that stands for what another program could not read.
    """
    text.encode()  # raises for surrogates
    if REPLACEMENT in text:
        raise UnicodeError
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _ODD_SPACES.sub(" ", text)
    seen = without_invisible(text)
    lost = [f"U+{ord(was):04X}" for was, now in zip(text, seen, strict=True) if now == REPLACEMENT]
    return seen.replace(REPLACEMENT, "").strip(), lost


def on_one_line(text: str) -> str:
    """A text whose line ends are spaces."""
    return _SPACES.sub(" ", text).strip()


def in_words(name: str) -> str:
    """A name of a program's making in words: ``ab_wheel`` reads “ab wheel”."""
    return on_one_line(name.replace("_", " "))
