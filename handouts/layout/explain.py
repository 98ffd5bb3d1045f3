"""Where every value of a layout was set, its ``extends`` chain merged."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.dataclass import dataclass
from handouts.layout.inherit import block_name
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of a layout. ``path`` leads to it by keys, names of blocks, and numbers from 1."""

    path: tuple[str, ...]
    value: str
    place: Place


def settings(node: Node, path: tuple[str, ...] = ()) -> Iterator[Setting]:
    """Give every value within a node, in the order in which the layout has them."""
    match node:
        case Text():
            yield Setting(path, node.value, node.place)
        case Mapping():
            for key, value in node.entries:
                yield from settings(value, (*path, key.value))
        case Sequence():
            for number, item in enumerate(node.items, 1):
                yield from settings(item, (*path, block_name(item) or str(number)))


def within(setting: Setting, slot: tuple[str, ...]) -> bool:
    """Whether the steps of ``slot`` stand one after the other in the setting's path."""
    last = len(setting.path) - len(slot)
    return any(setting.path[start : start + len(slot)] == slot for start in range(last + 1))
