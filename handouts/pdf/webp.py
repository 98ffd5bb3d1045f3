"""WebP files: whether their pixels were compressed as those of photographs are (RFC 9649)."""

from __future__ import annotations

from struct import unpack_from

_FILE_HEAD, _CHUNK_HEAD = 12, 8


def is_lossy(file: bytes) -> bool:
    """Whether the pixels lost something already, so that they may again."""
    position = _FILE_HEAD
    while position + _CHUNK_HEAD <= len(file):
        name, length = unpack_from("<4sI", file, position)
        if name == b"VP8 ":
            return True
        position += _CHUNK_HEAD + length + length % 2
    return False
