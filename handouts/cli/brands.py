"""Under which imprints a run prints: its brands, their paper and their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from handouts import resources
from handouts.batch.files import safe_name
from handouts.batch.imprint import Imprint
from handouts.cli.ending import WrongCommand
from handouts.cli.fonts import usable_fonts
from handouts.cli.library import folders
from handouts.cli.options import LibraryOptions, SheetOptions
from handouts.layout.labels import languages
from handouts.model.brand import Brand, FontRef
from handouts.model.language import lookup
from handouts.model.read import read_brand
from handouts.source.disk import is_file
from handouts.source.problem import Place, Problem
from handouts.source.wording import did_you_mean, listed

FOLDER = "brands"
"""The folder of a library in which its brands are."""

Imprints = Mapping[Path, Imprint]
"""Imprints by the folder that their files go to."""


class BrandOptions(LibraryOptions, SheetOptions):
    """The options that say which brands there are, and which are wanted."""


def wanted_imprints(options: BrandOptions, out: Path) -> tuple[Imprints, list[Problem]]:
    """The imprints of a run. Each of several brands has a folder; one with an error has none.

    Raises ``WrongCommand`` where there is no such brand, or where there are no labels in the
    language that is asked for.
    """
    spoken = languages(resources.labels())
    if options.lang and lookup(options.lang, spoken) is None:
        raise WrongCommand(f"there are no labels in {options.lang}", f"write {listed(spoken)}")
    fonts, problems = usable_fonts([FontRef(path) for path in options.font])
    wanted = brand_files(options)
    if not wanted:
        return {out: _imprint(Brand(), options, fonts)}, problems
    imprints: dict[Path, Imprint] = {}
    for file in wanted:
        brand, found = read_brand(file, str(file), options.allow)
        problems += found
        if brand is None:
            continue
        folder = out / safe_name(brand.name) if len(wanted) > 1 else out
        own, faulty = usable_fonts(brand.fonts)
        wrong = [*_unspoken(brand, spoken), *_shared(brand, folder, imprints), *faulty]
        if not wrong:
            imprints[folder] = _imprint(brand, options, [*fonts, *own])
        problems += wrong
    return imprints, problems


def brand_files(options: BrandOptions) -> list[Path]:
    """The files of the brands that are wanted, each once. Raises ``WrongCommand``."""
    return list(dict.fromkeys(_brand_file(word, options) for word in options.brand))


def _brand_file(word: str, options: BrandOptions) -> Path:
    """The file of a brand: a path, or a name in a library."""
    shelves = [folder / FOLDER for folder in folders(options)]
    places = [Path(word), *(shelf / f"{word}.yaml" for shelf in shelves)]
    for place in places:
        if is_file(place):
            return place
    names = sorted({path.stem for shelf in shelves for path in shelf.glob("*.yaml")})
    hint = did_you_mean(word, names) or (f"there are {', '.join(names)}" if names else None)
    raise WrongCommand(f"there is no brand {word}", hint)


def _imprint(brand: Brand, options: SheetOptions, fonts: Sequence[Path]) -> Imprint:
    usual = Imprint()
    return Imprint(
        brand=brand,
        paper=options.paper or brand.paper or usual.paper,
        language=options.lang or brand.language,
        fonts=tuple(fonts),
    )


def _unspoken(brand: Brand, spoken: Sequence[str]) -> Iterator[Problem]:
    if brand.language and lookup(brand.language, spoken) is None:
        message = f"there are no labels in {brand.language}"
        place, hint = brand.places.get("language"), f"write {listed(spoken)}"
        yield Problem("unknown-language", message, place, hint)


def _shared(brand: Brand, folder: Path, imprints: Imprints) -> Iterator[Problem]:
    """A brand whose folder another one has already, on file systems without case too."""
    for other, first in imprints.items():
        if str(other).casefold() == str(folder).casefold():
            message = f"{brand.name} and {first.brand.name} would share the folder {folder}"
            hint = "write something into a name that tells them apart"
            place = brand.places.get("name", Place(brand.file))
            yield Problem("same-folder", message, place, hint)
