"""Sound figures: those that were looked at and found right, so that nobody looks at them again.

Solving a pose is most of the work of a check. A library brings the list along beside its drawings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from handouts.figure.pose import Figure
from handouts.figure.store import EDITION as DRAWN
from handouts.source.disk import content

EDITION = 1
"""Raised whenever more is found wrong with a figure, so that old lists are not believed."""

FILE = "sound.txt"
"""The list in a folder of drawings: a line for each figure."""

_LARGEST = 10_000_000
"""Bytes of the largest list: three hundred thousand figures."""


def key_of(figure: Figure) -> str:
    """A name for all that is looked at in a figure: how it looks, and what its captions say."""
    return hashlib.sha256(f"{EDITION} {DRAWN} {figure!r}".encode()).hexdigest()[:32]


def as_text(figures: Iterable[Figure]) -> str:
    """The list of sound figures as it is kept."""
    return "".join(f"{key}\n" for key in sorted({*map(key_of, figures)}))


def sound_figures(folders: Sequence[Path]) -> frozenset[str]:
    """The keys of figures that are known to be sound, from folders of drawings."""
    return frozenset(key for folder in folders for key in _read(folder / FILE))


def _read(path: Path) -> list[str]:
    try:
        return content(path, _LARGEST).decode("ascii").split()
    except (OSError, ValueError):
        return []
