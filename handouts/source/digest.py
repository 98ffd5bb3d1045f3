"""Digests: what files hold, in a few bytes, by which a change shows whatever the clocks say."""

from __future__ import annotations

import os
from hashlib import blake2b

from handouts.source.disk import content

LENGTH = 16
"""Bytes; as many as make it certain that two contents are never taken for one."""

NOTHING = ""
"""The digest where there is no file that can be read."""

LARGEST = 100_000_000
"""Bytes of a file that are looked at: no reader of ours takes more."""


def digest(data: bytes) -> str:
    """The digest of some content, as text."""
    return blake2b(data, digest_size=LENGTH).hexdigest()


def digest_of(path: str | os.PathLike[str]) -> str:
    """The digest of the file at a path as it is now, ``NOTHING`` where none can be read."""
    try:
        return digest(content(path, LARGEST))
    except (OSError, ValueError):
        return NOTHING


class Content:
    """Some content that comes in pieces, of which only the digest is wanted."""

    def __init__(self) -> None:
        self._hash = blake2b(digest_size=LENGTH)

    def add(self, data: bytes) -> None:
        """Take in what comes next."""
        self._hash.update(data)

    @property
    def digest(self) -> str:
        """The digest of all that has come, as ``digest`` gives it."""
        return self._hash.hexdigest()


class Digests:
    """The digests of files, each as it was when it was first asked for.

    Who asks before reading a file is never told that a digest is of what they have read while the
    file has changed in between: at worst it is of what was there before.
    """

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, path: str | os.PathLike[str]) -> str:
        """The digest of the file at a path, as ``digest_of`` gives it."""
        name = os.fspath(path)
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = digest_of(name)
        return known
