"""An example of each kind of block, for the reference of layouts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 330
"""Points of the width that an example has."""

PAPER, START = 612, 20
"""Points of the width of the paper, and of the margin at its start."""

_LAYOUT = """\
layout: block
for: {kind}
{keys}header: []
running header: []
footer: []
paper: {{letter: {{margins: 20 {end} 20 20}}}}
body:
  - {{block: stack, blocks: [{block}]}}
  - {{block: page break}}
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A block of a layout for some item, the words that build it, and the width it has.

    ``keys`` are what the layout says besides.
    """

    block: str
    words: str = "self-assisted-inverse-leg-curl"
    kind: str = "exercise"
    width: int = WIDTH
    keys: str = ""


_TEXT = "{block: text, of: category, style: body}"
_FACT = "{block: text, of: level, style: fact-value}"
_PLAN = "full-body-8-weeks"
_STEPS = "sit-to-stand-ladder --rung 3"
_WEEK = (
    "{block: each, of: schedule.weeks, blocks:"
    " [{block: each, of: week.sessions, blocks: [%s, {block: page break}]}]}"
)

EXAMPLES: Mapping[str, Example] = {
    "stack": Example(f"{{block: stack, gap: 6, blocks: [{_TEXT}, {_FACT}]}}"),
    "row": Example(f"{{block: row, tracks: [1fr, auto], gap: 20, blocks: [{_TEXT}, {_FACT}]}}"),
    "wrap": Example(f"{{block: wrap, gap: 12, blocks: [{_TEXT}, {_FACT}]}}"),
    "columns": Example(
        "{block: columns, column-gap: 16, gap: 4, blocks: [{block: text, of: summary, style: body},"
        " {block: text, of: progression, style: body}, {block: text, of: safety, style: body}]}",
        width=420,
    ),
    "frame": Example(
        "{block: frame, line: 1, fill: tint, padding: 6 10, blocks:"
        " [{block: text, of: checkpoint, style: body}]}"
    ),
    "section": Example(
        "{block: section, label: setup, blocks: [{block: steps, of: setup, disc: ring,"
        " gap: cue-gap}]}"
    ),
    "each": Example(
        "{block: each, of: rungs, gap: 2, blocks: [{block: text, of: rung.title, style: body}]}",
        "sit-to-stand-ladder",
        "ladder",
    ),
    "text": Example("{block: text, of: progression, lead: progress, style: body}"),
    "heading": Example("{block: heading, of: exercise, level: 1, style: title}"),
    "chips": Example("{block: chips, of: tags}"),
    "callout": Example("{block: callout, of: safety, lead: safety, style: safety}"),
    "tag": Example("{block: tag, label: checkpoint}"),
    "disclaimer": Example("{block: disclaimer, style: body}"),
    "steps": Example("{block: steps, of: execution, gap: cue-gap}"),
    "bullets": Example("{block: bullets, of: tips, style: tip, indent: 15, size: 9, gap: 3}"),
    "faq": Example("{block: faq, of: faq}"),
    "dose": Example(
        "{block: each, of: rungs, gap: 2, blocks: [{block: dose, of: rung.dose, style: body}]}",
        "sit-to-stand-ladder",
        "ladder",
    ),
    "doses": Example("{block: doses, of: goals}", "glute-bridge --goal strength"),
    "pictures": Example("{block: pictures, of: figure, height: 100, gap: 28}", width=480),
    "logo": Example(
        "{block: logo, of: brand.logo, height: 40}", "glute-bridge --brand alder-and-wren"
    ),
    "qr": Example("{block: qr, of: brand.website}", "glute-bridge --brand alder-and-wren"),
    "field": Example("{block: field, label: for, of: client.client, blank: 130}"),
    "lines": Example("{block: lines, count: 2, pitch: 20, most: 20}"),
    "rule": Example("{block: rule, thickness: 1, colour: rule}"),
    "sign": Example("{block: sign, sign: level, of: level, size: 12, style: fact-value}"),
    "session table": Example(
        _WEEK % "{block: session table, of: session}", _PLAN, "program", width=540
    ),
    "calendar": Example(
        "{block: calendar, of: schedule, rows: [week, sessions]}", _PLAN, "program", width=540
    ),
    "scope": Example("{block: scope, of: schedule}", _PLAN, "program"),
    "rail": Example(
        "{block: each, of: rungs, blocks: [{block: row, tracks: [auto, 1fr], gap: 8, blocks:"
        " [{block: rail}, {block: text, of: rung.title, style: body}]}]}",
        _STEPS,
        "ladder",
    ),
    "tracker": Example("{block: tracker, of: track}", "achilles-alfredson", "program", width=540),
    "log": Example("{block: log, of: goals, rows: 3}", "glute-bridge", width=540),
    "day boxes": Example(
        "{block: each, of: items, blocks: [{block: day boxes, of: prescription.dose}]}",
        "glute-bridge",
        "home",
        keys="gather: items\ntitle: home-title\n",
    ),
    "pain light": Example("{block: pain light, of: pain}", "copenhagen-plank", width=480),
}
"""A block of each kind that shows something by itself."""


def written(example: Example) -> str:
    """The layout of an example; what is not of it stands at the foot, or on another page."""
    end = PAPER - START - example.width
    return _LAYOUT.format(kind=example.kind, block=example.block, end=end, keys=example.keys)
