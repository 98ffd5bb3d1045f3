"""Where every value of a layout was set, its ``extends`` chain merged."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.dataclass import dataclass
from handouts.layout.inherit import block_name
from handouts.layout.parameter import Values, used, with_values
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of a layout. ``path`` leads to it by keys, names of blocks, and numbers from 1.

    ``parameters`` are those that the value is made of.
    """

    path: tuple[str, ...]
    value: str
    place: Place
    parameters: tuple[str, ...] = ()


def settings(node: Node, parameters: Values, path: tuple[str, ...] = ()) -> Iterator[Setting]:
    """Give every value within a node, in the order in which the layout has them.

    ``parameters`` are the values that stand in the places of their names.
    """
    match node:
        case Text():
            shown = with_values(node.value, parameters)
            yield Setting(path, shown, node.place, tuple(used(node.value)))
        case Mapping():
            for key, value in node.entries:
                yield from settings(value, parameters, (*path, key.value))
        case Sequence():
            for number, item in enumerate(node.items, 1):
                yield from settings(item, parameters, (*path, block_name(item) or str(number)))


def within(setting: Setting, slot: tuple[str, ...]) -> bool:
    """Whether the steps of ``slot`` stand one after the other in the setting's path."""
    last = len(setting.path) - len(slot)
    return any(setting.path[start : start + len(slot)] == slot for start in range(last + 1))
