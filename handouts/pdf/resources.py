"""What the content of one file's pages refers to by name: fonts, pictures and drawings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.figure.drawing import Drawing
from handouts.pdf.colour import grey
from handouts.pdf.document import Document, stream
from handouts.pdf.form import colour_spaces, draw
from handouts.pdf.image import Image
from handouts.pdf.store import SetWords, Store
from handouts.pdf.syntax import number, reference, text_string
from handouts.pdf.text import Piece, Run
from handouts.pdf.typeface import Embedding
from handouts.typeset.font import Font, Word
from handouts.typeset.picture import Picture
from handouts.typeset.vector import Vector

_SEAM = ")]TJ[("
"""What stands between two arrays that can be one."""

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


class FontResource:
    """A font of one file: shows words, and knows in the end what subset they need."""

    def __init__(self, name: str, words: SetWords) -> None:
        self.name = name
        self._words = words
        self._plain = words.plain
        self._shown: list[Sequence[Word]] = []
        self._settled: set[Word] = set()
        self._granted: dict[int, str] = {}

    def show(self, words: Sequence[Word], size: float) -> str:
        """Show words side by side, from where the text position is."""
        self._shown.append(words)
        codes = list(map(self._plain.__getitem__, words))
        if not all(codes):
            return self._show_one_by_one(words, size / self._words.typeface.font.units)
        return f"[({''.join(codes)})]TJ"

    def settle(self) -> None:
        """Keep the words shown so far, each once, in place of all lines that they stood in."""
        self._settled.update(chain.from_iterable(self._shown))
        self._shown.clear()

    def embedding(self) -> Embedding:
        """Give the base subset, or one for this file alone where the base is not enough."""
        typeface = self._words.typeface
        words = self._settled
        if words.isdisjoint(self._plain.beyond):
            return typeface.base_embedding
        glyphs = set(chain.from_iterable([word.numbers for word in words]))
        granted = self._granted
        return typeface.embedding(
            {glyph: typeface.spelling(glyph) or granted.get(glyph, _UNKNOWN) for glyph in glyphs}
        )

    def _show_one_by_one(self, words: Sequence[Word], scale: float) -> str:
        """Show words, some of which say more than plain ones do.

        Glyphs always stand left to right; ``ReversedChars`` says where they are read the other
        way (14.8.2.3.3).
        """
        settings = [self._words.setting(word) for word in words]
        shown: list[str] = []
        for reverse, alike in groupby(settings, key=attrgetter("right_to_left")):
            runs = (run for setting in alike for run in setting.runs)
            stretch = "".join(self._show_run(run, scale) for run in runs)
            shown.append(f"/ReversedChars BMC{stretch} EMC " if reverse else stretch)
        return "".join(shown).replace(_SEAM, "")

    def _show_run(self, run: Run, scale: float) -> str:
        shown = "".join(_show_piece(piece, scale) for piece in run.pieces)
        if self._grants(run):
            return shown
        return f"/Span<</ActualText{text_string(run.text)}>>BDC{shown} EMC "

    def _grants(self, run: Run) -> bool:
        """Whether glyphs without a text of their own have, in this document, the one they need."""
        if run.demands is None:
            return False
        granted = self._granted
        return all([granted.setdefault(glyph, text) == text for glyph, text in run.demands])


def _show_piece(piece: Piece, scale: float) -> str:
    shown = f"[({piece.codes})]TJ"
    return f" {number(piece.rise * scale)} Ts{shown} 0 Ts" if piece.rise else shown


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """The colours of drawings, by name, as they print."""

    printed: Mapping[str, Colour]


@dataclass(frozen=True, slots=True)
class Form:
    """A drawing in some colours and with lines of some width, in the drawing's units."""

    drawing: Drawing
    palette: Palette
    line_width: float


class Resources:
    """Fonts, pictures and drawings in the order they were first used, and so named."""

    def __init__(self, store: Store, grey: bool) -> None:
        self._store = store
        self._grey = grey
        self._fonts: dict[Font, FontResource] = {}
        self._images: dict[Picture, Image] = {}
        self._palettes: dict[tuple[tuple[str, Colour], ...], Palette] = {}
        self._given: tuple[Mapping[str, Colour], Palette] | None = None
        self._objects: dict[Image | bytes | Form, str] = {}

    def colour(self, colour: Colour) -> Colour:
        """Give a colour as it prints."""
        return grey(colour) if self._grey else colour

    def font(self, font: Font) -> FontResource:
        """Give the resource that shows a font's words."""
        resource = self._fonts.get(font)
        if resource is None:
            name = f"F{len(self._fonts)}"
            resource = self._fonts[font] = FontResource(name, self._store.words(font))
        return resource

    def picture(self, picture: Picture | Vector) -> str:
        """Give the name of a picture's image, or of a vector's form."""
        if isinstance(picture, Vector):
            return self._name(self._store.vector(picture, self._grey))
        image = self._images.get(picture)
        if image is None:
            image = self._images[picture] = self._store.image(picture, self._grey)
        return self._name(image)

    def drawing(self, drawing: Drawing, palette: Mapping[str, Colour], line_width: float) -> str:
        """Give the name of a drawing's form; line width is in the drawing's units."""
        return self._name(Form(drawing, self._palette(palette), line_width))

    def settle(self) -> None:
        """Let go of what is needed until a document is whole."""
        for font in self._fonts.values():
            font.settle()
        self._given = None

    def write(self, document: Document, number: int) -> None:
        """Write all of them, and the dictionary that has that number."""
        fonts = [
            f"/{font.name} {reference(font.embedding().write(document))}"
            for font in self._fonts.values()
        ]
        palettes = self._write_palettes(document)
        objects = [
            f"/{name} {reference(self._write(body, palettes, document))}"
            for body, name in self._objects.items()
        ]
        body = f"<</Font<<{''.join(fonts)}>>/XObject<<{''.join(objects)}>>>>"
        document.define(number, body.encode())

    def _name(self, body: Image | bytes | Form) -> str:
        return self._objects.setdefault(body, f"X{len(self._objects)}")

    def _palette(self, colours: Mapping[str, Colour]) -> Palette:
        """Give a palette as it prints: one for all that have the same colours.

        The drawings of a document have theirs in common, so its content is not often looked at.
        """
        if self._given is None or self._given[0] is not colours:
            content = tuple(colours.items())
            if content not in self._palettes:
                printed = {name: self.colour(colour) for name, colour in content}
                self._palettes[content] = Palette(printed)
            self._given = colours, self._palettes[content]
        return self._given[1]

    def _write_palettes(self, document: Document) -> Mapping[Palette, str]:
        first = document.next_number
        palettes = self._palettes.values()
        document.pack([colour_spaces(palette.printed) for palette in palettes])
        return {palette: reference(number) for number, palette in enumerate(palettes, first)}

    def _write(
        self, body: Image | bytes | Form, palettes: Mapping[Palette, str], document: Document
    ) -> int:
        if isinstance(body, bytes):
            return document.add(body)
        if isinstance(body, Image):
            return _write_image(body, document)
        content = self._store.drawn(body.drawing)
        return document.add(draw(body.drawing, content, palettes[body.palette], body.line_width))


def _write_image(image: Image, document: Document) -> int:
    mask = f"/SMask {reference(_write_image(image.mask, document))}" if image.mask else ""
    return document.add(stream(image.entries + mask, image.data))
