"""Fields to YAML, by PyYAML's emitter: quotes where our own reading needs them and nowhere else."""

from __future__ import annotations

import yaml
from yaml.dumper import BaseDumper
from yaml.events import ScalarEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import BaseResolver

from handouts.importers.draft import Fields, Value
from handouts.source.compose import NULLS

WIDTH = 90
"""Columns after which a line ends at the next space."""

LONGEST_IN_DOUBLE_QUOTES = 60
"""Longer ones would be broken with backslashes."""

ORDER = (
    *("exercise", "category", "level", "tags", "summary", "muscles", "equipment", "safety"),
    *("goals", "progression", "setup", "execution", "checkpoint", "tips", "faq", "disclaimer"),
    *("easier", "harder", "picture", "video", "pain", "sources", "credit", "lang"),
)
"""The keys in the order in which they are written."""

_DEEPEST_BLOCKS = {"goals": 1, "setup": 2, "execution": 2, "tips": 2, "faq": 2}
"""How deep the lists and mappings of a key take a line for each item; the others stand in one."""

SCHEMA = "# yaml-language-server: $schema=../schemas/exercise.schema.json\n"
"""The first line of an exercise's file, which leads editors to its schema."""


class _Dumper(BaseDumper):
    """Resolves no text to anything else, so that ``no`` and ``3-4`` need no quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists below their key, as the exercises that ship do."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        """Quote short texts as the exercises that ship do."""
        style: str = super().choose_scalar_style()
        text = self.event.value if isinstance(self.event, ScalarEvent) else ""
        short = len(text) <= LONGEST_IN_DOUBLE_QUOTES and not {'"', "\\"} & {*text}
        return '"' if style == "'" and short else style


def as_yaml(fields: Fields) -> str:
    """What a file says of these fields."""
    entries = [
        (_text(key), _node(fields[key], _DEEPEST_BLOCKS.get(key, 0)))
        for key in ORDER
        if key in fields
    ]
    root = MappingNode(BaseResolver.DEFAULT_MAPPING_TAG, entries, flow_style=False)
    text: str = yaml.serialize(root, Dumper=_Dumper, width=WIDTH, allow_unicode=True)
    return text


def _node(value: Value, blocks: int) -> Node:
    """The node of a value whose uppermost so many levels take a line for each item."""
    flow = blocks < 1
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        items = [_node(item, blocks - 1) for item in value]
        return SequenceNode(BaseResolver.DEFAULT_SEQUENCE_TAG, items, flow_style=flow)
    entries = [(_text(key), _node(item, blocks - 1)) for key, item in value.items()]
    return MappingNode(BaseResolver.DEFAULT_MAPPING_TAG, entries, flow_style=flow)


def _text(text: str) -> ScalarNode:
    style = '"' if text in NULLS else None
    return ScalarNode(BaseResolver.DEFAULT_SCALAR_TAG, text, style=style)
