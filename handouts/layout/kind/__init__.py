"""The kinds of blocks that a layout can use: each says its properties, and how data fills it."""

from __future__ import annotations

from collections.abc import Mapping

from handouts.layout.kind import (
    calendar,
    container,
    cues,
    days,
    doses,
    ladder,
    log,
    picturing,
    session,
    text,
    writing,
)
from handouts.layout.spec import Kind

KINDS: Mapping[str, Kind] = {
    kind.word: kind
    for module in (
        container,
        text,
        cues,
        doses,
        days,
        picturing,
        writing,
        session,
        calendar,
        ladder,
        log,
    )
    for kind in module.KINDS
}
"""Every kind of block by the word that layouts use."""
