"""Whether text stands out from what lies beneath it (WCAG 2.1, 1.4.3), measured on the page."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from handouts.dataclass import dataclass
from handouts.preflight.finished.finding import Finding, others, quoted
from handouts.preflight.finished.printed import Levels, PrintedPage, Text

LEAST = 4.5
LEAST_LARGE = 3.0
"""The contrast ratios that text needs, and large type."""

_LARGE = 18.0
_LARGE_BOLD = 14.0
"""Points from which type is large."""

_TOLERANCE = 0.02
"""What is lost where a colour is rounded to 8 bits."""

_WORST = 25
"""Per cent of a text's ground that must be poor: lines that it crosses do not count."""

_LUMINANCE = np.array((0.2126, 0.7152, 0.0722))

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Faint:
    """A text that is too faint, its contrast, and the one it needs."""

    text: Text
    ratio: float
    least: float
    colours: tuple[str, str]


def low_contrast(page: PrintedPage) -> Iterator[Finding]:
    """Find text that is too faint: one finding for each pair of colours."""
    by_colours: dict[tuple[str, str], list[_Faint]] = {}
    for text in page.read:
        if faint := _faint(page, text):
            by_colours.setdefault(faint.colours, []).append(faint)
    for (ink, ground), found in by_colours.items():
        worst = found[0]
        more = others(len(found) - 1, "text")
        message = (
            f"{quoted(worst.text.words)} is {ink} on {ground}{more}: contrast {worst.ratio:.1f}"
        )
        yield Finding("low-contrast", message, f"{worst.least:g} is the least that can be read")


def _faint(page: PrintedPage, text: Text) -> _Faint | None:
    ground = page.ground_of(text.box).reshape(-1, 3)
    if text.colour is None or not len(ground):
        return None
    if (ground == ground[0]).all():  # as nearly always
        ground = ground[:1]
    ink = np.array((text.colour.red, text.colour.green, text.colour.blue)) * 255
    shown = ink * text.opacity + ground * (1 - text.opacity)
    ratios = contrast(luminance(shown), luminance(ground))
    order = np.argsort(ratios, kind="stable")
    worst = order[len(order) * _WORST // 100]
    least = _least(text)
    if ratios[worst] >= least - _TOLERANCE:
        return None
    return _Faint(text, float(ratios[worst]), least, (_hex(shown[worst]), _hex(ground[worst])))


def contrast(one: Numbers, other: Numbers) -> Numbers:
    """Give the contrast ratios of luminances, from 1 to 21."""
    ratios: Numbers = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return ratios


def luminance(levels: Numbers | Levels) -> Numbers:
    """Give the relative luminance of colours whose parts run from 0 to 255."""
    parts = levels / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    light: Numbers = linear @ _LUMINANCE
    return light


def _least(text: Text) -> float:
    bold = any(word in text.font.lower() for word in ("bold", "black", "heavy"))
    return LEAST_LARGE if text.size >= (_LARGE_BOLD if bold else _LARGE) else LEAST


def _hex(levels: Numbers) -> str:
    return "#" + "".join(f"{round(float(part)):02X}" for part in levels)
