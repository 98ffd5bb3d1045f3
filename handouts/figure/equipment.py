"""Equipment: which module builds each kind."""

from __future__ import annotations

from collections.abc import Mapping

from handouts.figure import band, furniture, handheld, underlay
from handouts.figure.pose import Equipment
from handouts.figure.setting import Builder, Parts, Setting


def parts_of(thing: Equipment, setting: Setting) -> Parts:
    """What a piece of equipment looks like in a frame."""
    return BUILDERS[thing.kind](thing, setting)


BUILDERS: Mapping[str, Builder] = {
    "mat": underlay.mat,
    "pad": underlay.block(34.0, 44.0),
    "bench": furniture.bench,
    "box": underlay.block(40.0, 50.0),
    "step": underlay.block(40.0, 50.0),
    "balance-pad": underlay.block(42.0, 40.0),
    "chair": furniture.chair,
    "wheelchair": furniture.wheelchair,
    "ankle-bench": furniture.ankle_bench,
    "ankle-bar": furniture.ankle_bar,
    "wall": furniture.wall,
    "doorway": furniture.doorway,
    "rail": furniture.rail,
    "post": furniture.post,
    "bar": furniture.bar,
    "barbell": handheld.barbell,
    "dumbbell": handheld.dumbbell,
    "kettlebell": handheld.kettlebell,
    "medicine-ball": handheld.medicine_ball,
    "band": band.band,
    "cable": band.cable,
    "loop-band": band.loop_band,
    "strap": band.band,
    "ball": underlay.ball,
    "slider": underlay.slider,
    "towel": underlay.towel,
    "roller": underlay.roller,
    "cane": handheld.cane,
}
