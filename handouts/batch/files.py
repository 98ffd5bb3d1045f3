"""Files that appear whole or not at all, and names that every file system takes."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from handouts.source.problem import Problem

LONGEST_NAME = 100
"""Bytes of a file's stem; leaves room for an ending under the 143 of an encrypted folder."""

_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def safe_name(name: str) -> str:
    """``name`` as a file's stem on any file system (Windows is the strictest), never empty."""
    stem = _REFUSED.sub("-", unicodedata.normalize("NFC", name))
    stem = "".join(c for c in stem if not unicodedata.category(c).startswith("C")).strip("-. ")
    stem = stem.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip("-. ")
    if _DEVICE.fullmatch(stem):
        return f"{stem}-"
    return stem or "unnamed"


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, folders included: beside it first, then renamed over it.

    Raises ``OSError``, and then nothing of ``data`` is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def cannot_write(path: Path, error: OSError) -> Problem:
    """The problem that says why there is no ``path``."""
    hint = None
    if isinstance(error, PermissionError) and path.exists():
        hint = "is it open in another program?"
    return Problem("unwritable-file", f"{path} cannot be written: {_reason(error)}", hint=hint)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
