"""Kinds of equipment: what coaches may name, how high it stands, and whether it moves along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from handouts.dataclass import dataclass

if TYPE_CHECKING:
    from handouts.figure.pose import Equipment

LOOP_PARTS = ("thigh", "knee", "calf", "ankle")
"""Where a loop of band can be worn."""

BALL_GIVES = 2.0
"""How far a stability ball is pressed in, centimetres."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its name in a sentence, what to know of it, and how high its top is (centimetres).

    It either ``follows`` the body or stays where the first frame put it.
    """

    noun: str
    doc: str
    top: float = 0.0
    follows: bool = False
    upright: bool = False


KINDS: Mapping[str, Kind] = {
    "mat": Kind("an exercise mat", "lies under the whole body, or under the parts in from:"),
    "pad": Kind("a thick pad", "under the knees or another part", top=5),
    "bench": Kind("a flat bench", "seen from its side", top=45),
    "box": Kind("a box", "sturdy, to step or sit on", top=40),
    "step": Kind("a low step", "low, to step on or let the heels hang from", top=15),
    "chair": Kind("a chair", "without arms", top=45),
    "wheelchair": Kind("a wheelchair", "seen from its side", top=48),
    "ankle-bench": Kind("a heavy bench whose bar holds the ankles", "across the ankles"),
    "ankle-bar": Kind("a padded bar that holds the ankles", "on two short posts"),
    "wall": Kind("a wall", "before or behind the figure", upright=True),
    "doorway": Kind("a door frame", "to reach through or hold", upright=True),
    "rail": Kind("a hand rail", "at the height of the hand"),
    "post": Kind("a post", "to tie a band to"),
    "bar": Kind("a pull-up bar", "held in hanging", top=212),
    "barbell": Kind("a barbell", "in both hands, or at: another part", follows=True),
    "dumbbell": Kind("dumbbells", "one in each hand, or in one", follows=True),
    "kettlebell": Kind("a kettlebell", "in both hands, or in one", follows=True),
    "medicine-ball": Kind("a medicine ball", "in both hands", follows=True),
    "band": Kind("an elastic band", "through: parts of the body, or to an anchor:", follows=True),
    "cable": Kind("a cable machine", "from an anchor: to the hands", follows=True),
    "loop-band": Kind(
        "a loop band", "round both legs, at: thighs, knees, calves or ankles", follows=True
    ),
    "strap": Kind("a strap", "through: parts of the body", follows=True),
    "ball": Kind("a stability ball", "under: or at: a part", top=53, follows=True),
    "slider": Kind("sliding discs", "under: heels, feet or hands", top=1.2, follows=True),
    "towel": Kind("a rolled towel", "rolled, under: a part", top=6),
    "roller": Kind("a foam roller", "under: a part", top=15),
    "balance-pad": Kind("a soft balance pad", "under: a foot", top=6),
    "cane": Kind("a cane", "in one hand", follows=True),
}


def top_of(equipment: Equipment) -> float:
    """How high the top of a piece of equipment is above the floor."""
    if equipment.kind == "ball" and equipment.size is not None:
        return equipment.size - BALL_GIVES
    if equipment.height is not None:
        return equipment.height
    return KINDS[equipment.kind].top
