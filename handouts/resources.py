"""Where the program's library lies: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "share"

LAYOUTS = "layouts"


def installed() -> bool:
    """Whether the program runs from an installed package and not from a checkout."""
    return _INSTALLED.is_dir()


def root() -> Path:
    """The folder that holds ``data``, ``layouts`` and ``fonts``."""
    return _INSTALLED if installed() else _PACKAGE.parent


def fonts() -> Path:
    """The folder of font families."""
    return root() / "fonts"


def labels() -> Path:
    """The folder of the words that handouts print of their own accord, a file a language."""
    return root() / "layouts" / "labels"


def libraries(kind: str, beside: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The folders to look in for ``kind`` (``data``, ``layouts``), the one that wins first.

    Layouts of one's own lie in the current folder, or ``beside`` folders of data, and go before the
    program's. An installed program cannot be written into, so the first holds of data too.
    """
    here = [Path(kind)] if installed() or kind == LAYOUTS else []
    near = [_from_here(folder.absolute().parent / kind) for folder in beside]
    own = _from_here(root() / kind)
    _, *others = each_once((own, *filter(Path.is_dir, (*here, *near))))
    return (*others, own)


def each_once(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Folders without those that another path has led to before."""
    found: dict[Path, Path] = {}
    for folder in folders:
        found.setdefault(folder.resolve(), folder)
    return tuple(found.values())


def writable(kind: str) -> Path:
    """The folder that new files of ``kind`` go into."""
    return Path(kind) if installed() or kind == LAYOUTS else _from_here(root() / kind)


def _from_here(path: Path) -> Path:
    """A path as people would type it: from the current folder when it lies in there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
