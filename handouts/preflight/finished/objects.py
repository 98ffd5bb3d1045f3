"""Objects of a PDF as they may be in anyone's file: not what they should be, or not there.

By way of pikepdf (the extra ``check``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

_DEEPEST = 64
"""Nodes of the page tree that are looked at above a page."""

Object = Any
"""What pikepdf gives for any object: a dictionary, an array, a name, a number, nothing."""


def entry(of: Object, *keys: str) -> Object:
    """Give an entry of a dictionary, of the dictionary that is that, and so on; or ``None``."""
    for key in keys:
        if not isinstance(of, (pikepdf.Dictionary, pikepdf.Stream)):
            return None
        of = of.get(key)
    return of


def inherited(page: Object, key: str) -> Object:
    """Give an entry of a page, its own or that of the nearest node above it that has one."""
    for _ in range(_DEEPEST):
        if (found := entry(page, key)) is not None:
            return found
        page = entry(page, "/Parent")
    return None


def members(of: Object) -> Sequence[Object]:
    """Give the members of an array; of anything else, which may stand for one of it, just that."""
    if of is None:
        return ()
    return list(of) if isinstance(of, pikepdf.Array) else (of,)


def values(of: Object) -> Sequence[Object]:
    """Give the values of a dictionary by the order of their keys; none of anything else."""
    return list(of.values()) if isinstance(of, pikepdf.Dictionary) else ()


def name(of: Object) -> str:
    """Give a name without its stroke, as it is written where it is no UTF-8; else nothing."""
    if not isinstance(of, pikepdf.Name):
        return ""
    try:
        return str(of)[1:]
    except UnicodeDecodeError:
        return of.unparse().decode("latin-1")[1:]


def text(of: Object) -> str:
    """Give a text string; of anything else nothing."""
    return str(of) if isinstance(of, pikepdf.String) else ""


def whole(of: Object) -> int | None:
    """Give a whole number; of anything else nothing."""
    return of if isinstance(of, int) and not isinstance(of, bool) else None


def identity(of: Object) -> tuple[int, int] | None:
    """Give the number of an object that stands by itself; of one within another nothing."""
    if not isinstance(of, pikepdf.Object) or not of.is_indirect:
        return None
    return of.objgen
