"""Under which imprints a run prints: its brands, their paper and their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from handouts import resources
from handouts.batch.files import safe_name
from handouts.batch.imprint import Imprint
from handouts.cli.ending import WrongCommand
from handouts.cli.options import SheetOptions
from handouts.layout.labels import languages
from handouts.model.brand import Brand
from handouts.model.read import read_brand
from handouts.source.problem import Place, Problem
from handouts.source.wording import listed

Imprints = Mapping[Path, Imprint]
"""Imprints by the folder that their files go to."""


def wanted_imprints(options: SheetOptions, out: Path) -> tuple[Imprints, list[Problem]]:
    """The imprints of a run. Each of several brands has a folder; one with an error has none.

    Raises ``WrongCommand`` where there are no labels in the language that is asked for.
    """
    spoken = languages(resources.labels())
    if options.lang and options.lang not in spoken:
        raise WrongCommand(f"there are no labels in {options.lang}", f"write {listed(spoken)}")
    if not options.brand:
        return {out: _imprint(Brand(), options)}, []
    imprints: dict[Path, Imprint] = {}
    problems: list[Problem] = []
    for file in dict.fromkeys(options.brand):
        brand, found = read_brand(file, str(file))
        problems += found
        if brand is None:
            continue
        folder = out / safe_name(brand.name) if len(options.brand) > 1 else out
        wrong = [*_unspoken(brand, spoken), *_shared(brand, folder, imprints)]
        if not wrong:
            imprints[folder] = _imprint(brand, options)
        problems += wrong
    return imprints, problems


def _imprint(brand: Brand, options: SheetOptions) -> Imprint:
    usual = Imprint()
    return Imprint(
        brand=brand,
        paper=options.paper or brand.paper or usual.paper,
        language=options.lang or brand.language or usual.language,
    )


def _unspoken(brand: Brand, spoken: Sequence[str]) -> Iterator[Problem]:
    if brand.language and brand.language not in spoken:
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
