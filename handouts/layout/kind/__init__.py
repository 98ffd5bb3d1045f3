"""The kinds of blocks that a layout can use: each says its properties, and how data fills it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from handouts.layout.spec import Kind

WORDS: Mapping[str, tuple[str, ...]] = {
    "container": ("stack", "row", "wrap", "frame", "section", "each", "space", "page break"),
    "text": ("text", "heading", "chips", "callout", "tag", "disclaimer", "page number"),
    "cues": ("steps", "bullets", "faq"),
    "doses": ("dose", "doses"),
    "picturing": ("pictures", "logo", "qr"),
    "writing": ("field", "lines", "rule", "sign"),
    "session": ("session table",),
    "calendar": ("calendar", "scope", "tracker"),
    "ladder": ("rail", "pain light"),
}
"""The words that layouts use, by the module that knows what they mean."""


class Kinds(Mapping[str, Kind]):
    """Every kind of block by its word. A module is loaded when a layout first uses a word of it:
    most runs print cards, and a tenth of the time they take to start went into calendars.
    """

    def __init__(self) -> None:
        self._modules = {word: module for module, words in WORDS.items() for word in words}
        self._known: dict[str, Kind] = {}

    def __getitem__(self, word: str) -> Kind:
        if word not in self._known:
            module = import_module(f"{__name__}.{self._modules[word]}")
            self._known |= {kind.word: kind for kind in module.KINDS}
        return self._known[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


KINDS = Kinds()
"""Every kind of block by the word that layouts use."""
