"""What documents have in common, kept from one to the next. It never shows in their bytes."""

from __future__ import annotations

from functools import lru_cache

from handouts.pdf import form, vector
from handouts.pdf.image import encode
from handouts.pdf.text import Setting, plain_codes, set_word
from handouts.pdf.typeface import Typeface
from handouts.typeset.font import Font, Word

_WORDS_KEPT = 100_000
_PICTURES_KEPT = 16
_DRAWINGS_KEPT = 256


class PlainWords(dict[Word, str]):
    """The codes of one font's plain words, worked out when first asked for; of others, nothing.

    ``beyond`` are those words, plain or not, that the base subset lacks a glyph of.
    """

    def __init__(self, typeface: Typeface) -> None:
        super().__init__()
        self.beyond: set[Word] = set()
        self._typeface = typeface

    def __missing__(self, word: Word) -> str:
        codes = self[word] = plain_codes(word, self._typeface) or ""
        if not self._typeface.base.keys() >= set(word.numbers):
            self.beyond.add(word)
        return codes


class SetWords:
    """The words of one font, each worked out once."""

    def __init__(self, font: Font) -> None:
        self.typeface = Typeface(font)
        self.plain = PlainWords(self.typeface)
        self._settings: dict[Word, Setting] = {}

    def setting(self, word: Word) -> Setting:
        """Give how a word is shown, plain or not."""
        setting = self._settings.get(word)
        if setting is None:
            setting = self._settings[word] = set_word(word, self.typeface)
        return setting

    def trim(self) -> None:
        """Forget all words once there are too many of them."""
        if len(self.plain) > _WORDS_KEPT:
            for kept in (self.plain, self.plain.beyond, self._settings):
                kept.clear()


class Store:
    """Prepared fonts, pictures and drawings."""

    def __init__(self) -> None:
        self._fonts: dict[Font, SetWords] = {}
        self.image = lru_cache(_PICTURES_KEPT)(encode)
        self.vector = lru_cache(_PICTURES_KEPT)(vector.draw)
        self.drawn = lru_cache(_DRAWINGS_KEPT)(form.content)

    def words(self, font: Font) -> SetWords:
        """Give the words of a font."""
        if font not in self._fonts:
            self._fonts[font] = SetWords(font)
        return self._fonts[font]

    def trim(self) -> None:
        """Keep words within bounds: between two documents, never within one."""
        for words in self._fonts.values():
            words.trim()
