"""Kinds of equipment: what coaches may name, how high one stands on it, and whether it moves along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handouts.figure.pose import Equipment


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: what it is in words, the height of its top in centimetres, and whether it goes
    along with the body rather than staying where the first frame put it.
    """

    doc: str
    top: float = 0.0
    follows: bool = False
    upright: bool = False


KINDS: Mapping[str, Kind] = {
    "mat": Kind("an exercise mat under the whole body"),
    "pad": Kind("a thick pad under the knees", top=5),
    "bench": Kind("a flat bench, seen from its side", top=45),
    "box": Kind("a sturdy box", top=40),
    "step": Kind("a low step", top=15),
    "chair": Kind("a chair without arms", top=45),
    "wheelchair": Kind("a wheelchair", top=48),
    "ankle-bench": Kind("a heavy bench across the ankles, with a padded bar that holds them"),
    "ankle-bar": Kind("a padded bar that holds the ankles"),
    "wall": Kind("a wall", upright=True),
    "doorway": Kind("the frame of a door", upright=True),
    "rail": Kind("a hand rail at the height of the hands"),
    "post": Kind("a post that a band can be tied to"),
    "bar": Kind("a pull-up bar", top=212),
    "barbell": Kind("a barbell", follows=True),
    "dumbbell": Kind("a dumbbell in each hand, or in one", follows=True),
    "kettlebell": Kind("a kettlebell", follows=True),
    "medicine-ball": Kind("a heavy ball held in both hands", follows=True),
    "band": Kind("an elastic band through landmarks, or to an anchor", follows=True),
    "cable": Kind("a cable machine's cable, from an anchor to the hands", follows=True),
    "loop-band": Kind("a short loop of band round both thighs or ankles", follows=True),
    "strap": Kind("a strap through landmarks", follows=True),
    "ball": Kind("a stability ball", top=53, follows=True),
    "slider": Kind("a sliding disc under each heel or hand", top=1.2, follows=True),
    "towel": Kind("a folded towel or a rolled one", top=6),
    "roller": Kind("a foam roller", top=15),
    "balance-pad": Kind("a soft pad to balance on", top=6),
    "cane": Kind("a cane in one hand", follows=True),
}


def top_of(equipment: Equipment) -> float:
    """How high the top of a piece of equipment is above the floor."""
    if equipment.kind == "ball" and equipment.size is not None:
        return equipment.size - BALL_GIVES
    if equipment.height is not None:
        return equipment.height
    return KINDS[equipment.kind].top


BALL_GIVES = 2.0
"""How far a stability ball is pressed in, centimetres."""
