"""The starter of a layout: it prints as it is, and shows how little it takes to change a card."""

from __future__ import annotations

_STARTER = """\
# yaml-language-server: $schema=../data/schemas/layout.schema.json
# A layout of your own. It begins as the one it extends; say here only what is to be different.
# handouts build NAME --layout {name} --grid  shows the blocks and their names over the page,
# handouts explain {name}  every value with the file and line that set it.
layout: {name}

# The kind of data it lays out.
for: exercise

# The layout whose values hold where this one says nothing.
extends: card

# Whether it is built when no layout is named.
default: false

about: The card, our way.

# How many pages: exactly 1, at most 2, any.
pages: exactly 1

# Colours and lengths by name; points, or with a unit (5 mm, 0.5 in).
tokens:
  accent: "#0B4A5B"

# What whoever prints it may choose, as in --set size=12; $size stands for it.
# parameters:
#   size: {{default: 11, values: [10, 11, 12], about: How large the cues are.}}

# How type is set: size and leading in points, weight 400 to 700.
# styles:
#   cue: {{size: $size, leading: 15}}

# Change a block that has a name: any of its properties.
# change:
#   checkpoint: {{look: box, sign: done}}

# Put blocks before or after one that has a name.
# after:
#   checkpoint:
#     - {{block: text, of: sources, lead: sources, style: note}}
"""


def starter(name: str) -> str:
    """Give the text of a new layout's file."""
    return _STARTER.format(name=name)
