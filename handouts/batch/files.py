"""Names that every file system takes, and what to say of a file that cannot be written."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from pathlib import Path

from handouts.source.problem import Problem

LONGEST_NAME = 100
"""Bytes of a file's stem; leaves room for an ending under the 143 of an encrypted folder."""

_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')
_DEVICE = re.compile(
    r"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=$|\.)", re.IGNORECASE
)
"""What Windows takes for a device, whatever comes after the first full stop."""

_MARK = 8
"""Characters that tell long names apart which begin alike."""


def safe_name(name: str) -> str:
    """``name`` as a file's stem on any file system (Windows is the strictest), never empty."""
    stem = _REFUSED.sub("-", unicodedata.normalize("NFC", name))
    stem = "".join(c for c in stem if not unicodedata.category(c).startswith("C")).strip("-. ")
    stem = _shortened(_DEVICE.sub(r"\1-", stem))
    return stem or "unnamed"


def _shortened(stem: str) -> str:
    """A stem that is not too long; two long ones are told apart by all that stands in them."""
    if len(stem.encode()) <= LONGEST_NAME:
        return stem
    start = stem.encode()[: LONGEST_NAME - _MARK - 1].decode(errors="ignore").rstrip("-. ")
    return f"{start}-{blake2b(stem.encode(), digest_size=_MARK // 2).hexdigest()}"


def cannot_write(path: Path, error: OSError) -> Problem:
    """The problem that says why there is no ``path``."""
    hint = None
    if isinstance(error, PermissionError) and path.exists():
        hint = "is it open in another program?"
    return Problem("unwritable-file", f"{path} cannot be written: {reason(error)}", hint=hint)


def reason(error: OSError) -> str:
    """What the operating system says went wrong, as the end of a sentence."""
    return (error.strerror or str(error)).lower()
