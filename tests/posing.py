"""Figures for tests, from YAML as coaches write it."""

from __future__ import annotations

from handouts.figure.contact import Settled
from handouts.figure.pose import Figure
from handouts.figure.read import read_figure
from handouts.figure.scene import solve
from handouts.source.problem import Problem
from handouts.source.yaml import parse

CURL = """
muscles: [hamstrings]
pin: knee-pads
equipment:
  - {type: pad, under: knee-pads, length: 36}
  - ankle-bench
frames:
  - {caption: Start tall, steps: [setup 1-5, 1], stance: kneeling,
     touch: {knee-pads: pad, toes: floor}, knee: 94, shoulder_out: 30, elbow: 75, palm: 60}
  - {caption: Lower in one line, steps: 2-3, knee: 48, shoulder: 55, moves: head,
     line: [knee, head]}
  - {caption: Touch lightly, steps: 4-5, knee: 22, hip: 4, neck: -12, moves: head,
     reach: {hands: {onto: floor, under: shoulders, ahead: 2, out: 24, elbow: out}}}
"""

PUSH_UP = """
muscles: [chest, triceps]
pin: toes
frames:
  - {caption: Arms straight, stance: plank, elbow: 4, neck: -8, hands_out: 8}
  - {caption: Chest down, elbow: 105, moves: chest}
"""

BRIDGE = """
muscles: [glutes]
pin: feet
equipment: [mat]
frames:
  - {caption: Lie on your back, stance: supine, knee: 100, hip: 50,
     touch: {upper-back: floor, buttocks: floor, feet: floor}}
  - {caption: Lift the hips, hip: 0, knee: 85, touch: {upper-back: floor, feet: floor},
     moves: hips}
"""


def problems_in(text: str) -> list[Problem]:
    """What reading a pose description has to say."""
    return _read(text)[1]


def figure(text: str) -> Figure:
    """A figure whose description has no problem."""
    made, problems = _read(text)
    assert made is not None, problems
    assert not problems
    return made


def bodies(text: str) -> list[Settled]:
    """The solved frames of a description."""
    return list(solve(figure(text)).settled)


def _read(text: str) -> tuple[Figure | None, list[Problem]]:
    node, problems = parse(text.encode(), "pose.yaml")
    assert node is not None, problems
    return read_figure(node, problems), problems
