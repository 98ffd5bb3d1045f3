"""Where the program's own library lies: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "share"


def installed() -> bool:
    """Whether the program runs from an installed package and not from a checkout."""
    return _INSTALLED.is_dir()


def root() -> Path:
    """The folder that holds ``data``, ``layouts`` and ``fonts``."""
    return _INSTALLED if installed() else _PACKAGE.parent


def fonts() -> Path:
    """The folder of font families."""
    return root() / "fonts"


def libraries(kind: str) -> tuple[Path, ...]:
    """The folders to look in for ``kind`` (``data``, ``layouts``), the one that wins first.

    An installed program cannot be written into, so a folder of that name in the current folder
    goes before its own.
    """
    own = root() / kind
    here = Path(kind)
    return (here, own) if installed() and here.is_dir() else (own,)


def writable(kind: str) -> Path:
    """The folder that new files of ``kind`` go into."""
    return Path(kind) if installed() else root() / kind
