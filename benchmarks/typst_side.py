"""Typst's side: ``typst_card.typ`` compiled in this process, tagged as PDF/UA-1.

Prepared once: the compiler with its fonts. Every card's main file is three lines that import the
template, so that what Typst keeps of the template between documents stays good.
"""

from __future__ import annotations

from pathlib import Path

import typst

from benchmarks.sides import PrintCard

TEMPLATE = Path(__file__).with_name("typst_card.typ")
FIXED_SIZE = "9.5"
SIZES = "(10.5, 10.25, 10, 9.75, 9.5)"


def prepare_fixed(library: Path, fonts: Path) -> PrintCard:
    """A function that prints a card of ``library`` at a size of type at which all of them fit."""
    return _prepare(library, fonts, f"fixed-card(card, {FIXED_SIZE})")


def prepare_fitted(library: Path, fonts: Path) -> PrintCard:
    """A function that prints a card of ``library`` at the largest size at which it fits a page."""
    return _prepare(library, fonts, f"fitted-card(card, {SIZES})")


def _prepare(library: Path, fonts: Path, call: str) -> PrintCard:
    compiler = typst.Compiler(root="/", font_paths=_only(fonts))

    def print_card(name: str, target: Path) -> None:
        main = (
            f'#import "{TEMPLATE}": *\n'
            f'#let card = yaml("{library / "exercises" / name}.yaml")\n'
            f"#{call}\n"
        )
        data = compiler.compile(main.encode(), format="pdf", pdf_standards="ua-1")
        assert isinstance(data, bytes)
        target.write_bytes(data)

    return print_card


def _only(folder: Path) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
