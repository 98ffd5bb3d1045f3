"""Brands: whose handouts these are, as ``brand.yaml`` says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from handouts.colour import WHITE, Colour, contrast
from handouts.dataclass import dataclass
from handouts.model.exercise import LANGUAGE
from handouts.model.grammar import Grammar
from handouts.model.picture import PATH, PICTURE, Home, PictureRef, parse_path, resolve
from handouts.source.bounds import leads_out, outside
from handouts.source.disk import is_file
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    Field,
    Line,
    Located,
    OneOrList,
    Parsed,
    Prose,
    Record,
    Unreadable,
    did_you_mean,
    shortened,
    words,
)

LEAST_CONTRAST = 4.5
"""Contrast of text on white (WCAG 2.1, 1.4.3, level AA)."""

PAPERS = ("letter", "a4")


@dataclass(frozen=True, slots=True)
class FontRef:
    """A font file, and where it is named, if that is in a file."""

    path: Path
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """A practice, a club or a coach. ``colours`` replace a layout's colours of the same name."""

    name: str = ""
    logo: PictureRef | None = None
    colours: tuple[tuple[str, Colour], ...] = ()
    contact: tuple[str, ...] = ()
    website: str | None = None
    paper: str | None = None
    footer: str | None = None
    disclaimer: str | None = None
    language: str | None = None
    layouts: tuple[str, ...] = ()
    fonts: tuple[FontRef, ...] = ()
    file: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


def located(brand: Brand, file: str, home: Home, problems: list[Problem]) -> Brand:
    """The brand with its file, and its logo and its fonts where they can be opened."""
    logos = resolve([brand.logo] if brand.logo else [], home, problems)
    fonts = tuple(_resolved_fonts(brand.fonts, home, problems))
    return replace(brand, file=file, logo=logos[0] if logos else None, fonts=fonts)


def _resolved_fonts(
    fonts: Iterable[FontRef], home: Home, problems: list[Problem]
) -> Iterator[FontRef]:
    for font in fonts:
        path = home.folder / font.path
        if leads_out(path, home.bounds):
            problems.append(outside(font.path.as_posix(), font.place))
        elif is_file(path):
            yield replace(font, path=path)
        else:
            message = f"there is no font {font.path.as_posix()}"
            problems.append(Problem("font-missing", message, font.place, _nearest_font(path)))


def _nearest_font(path: Path) -> str:
    names = [other.name for other in path.parent.glob("*.[tToO][tT]?")]
    return did_you_mean(path.name, names) or "the path goes out from this file's folder"


def parse_text_colour(text: str) -> Colour:
    """``#rrggbb``, dark enough to be read on white."""
    match = re.fullmatch(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", text)
    if not match:
        message = f"must be a colour, this is {shortened(text)}"
        raise Unreadable(message, 'write it as "#0B4A5B", in quotes', code="colour")
    red, green, blue = (int(part, 16) / 255 for part in match.groups())
    colour = Colour(red, green, blue)
    ratio = contrast(colour, WHITE)
    if ratio < LEAST_CONTRAST:
        message = f"is too light to read on white: {text} (contrast {ratio:.2f}, 4.5 is the least)"
        raise Unreadable(
            message, f'the nearest that passes is "{_darkened(colour)}"', code="contrast"
        )
    return colour


def _darkened(colour: Colour) -> str:
    """The colour with only so much black mixed in that it can be read, as ``#rrggbb``."""
    for keep in range(255, -1, -1):
        parts = [round(part * keep) for part in (colour.red, colour.green, colour.blue)]
        darker = Colour(*(part / 255 for part in parts))
        if contrast(darker, WHITE) >= LEAST_CONTRAST:
            break
    return "#{:02X}{:02X}{:02X}".format(*parts)


def _colours(**colours: Colour) -> tuple[tuple[str, Colour], ...]:
    return tuple(colours.items())


_TEXT_COLOUR = Parsed(parse_text_colour, "^#[0-9a-fA-F]{6}$", ("#0B4A5B",))
_COLOURS = Record(
    _colours,
    (
        Field("accent", _TEXT_COLOUR, "The brand's colour, in which small heads are set."),
        Field("ink", _TEXT_COLOUR, "The colour of the text and of the rules."),
    ),
)

_FONT = Located(Parsed(parse_path, PATH, ("fonts/NotoSansSC.ttf",), 400), FontRef)

FIELDS = (
    Field("name", Line(80), "The name, as it prints.", True, "Northside Physio"),
    Field("logo", PICTURE, "A picture of the logo, from this file's folder.", example="logo.png"),
    Field(
        "colours", _COLOURS, "Colours in place of the layouts' own.", example='{accent: "#0B4A5B"}'
    ),
    Field("contact", OneOrList(Line(120)), "Address and telephone.", example="[12 Mill Lane]"),
    Field("website", Line(200), "The website, as it prints.", example="example.org"),
    Field("paper", words(*PAPERS), "The paper to print on.", example="letter"),
    Field(
        "footer", Line(200), "A line for the foot of each page.", example="Call us with questions."
    ),
    Field(
        "disclaimer",
        Prose(1000),
        "Words added to each disclaimer.",
        example="In an emergency, call your local emergency number.",
    ),
    Field("language", LANGUAGE, "The language of the labels.", example="en"),
    Field(
        "layouts",
        OneOrList(Line(80)),
        "The layouts that are printed when none is named on the command line.",
        example="[card, regression]",
    ),
    Field(
        "fonts",
        OneOrList(_FONT),
        "Fonts for characters that the program's own do not have.",
        example="fonts/NotoSansSC.ttf",
    ),
)

BRAND = Grammar(Record(Brand, FIELDS, places=True), names=("name",))
"""The shape of a brand file."""
