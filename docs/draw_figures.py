"""Draws the pictures of docs/figures.md, and writes its tables from the engine's own words.

Run it from the project's root after a change to the figure room: python -m docs.draw_figures
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docs.tables import names, table, with_tables
from handouts.figure.draw import draw
from handouts.figure.kind import KINDS
from handouts.figure.landmark import ON_LIMBS, ON_SIDES, ON_TRUNK
from handouts.figure.musculature import MUSCLES
from handouts.figure.palette import palette
from handouts.figure.pose import Figure
from handouts.figure.read import read_figure
from handouts.figure.stance import JOINTS, STANCES
from handouts.figure.svg import as_svg
from handouts.source.problem import Problem
from handouts.source.yaml import parse

PAGE = Path(__file__).parent / "figures.md"
FOLDER = Path(__file__).parent / "figures"

LINE = 0.75
"""The outline's width, centimetres of the figure."""

JOINT_POSES = {
    "spine": "{stance: standing, lean: 0, spine: 50}",
    "bend": "{stance: standing, lean: 0, bend: 30}",
    "twist": "{stance: standing, lean: 0, twist: 40}",
    "neck": "{stance: standing, lean: 0, neck: 40}",
    "chin": "{stance: standing, lean: 0, chin: 28}",
    "turn": "{stance: standing, lean: 0, turn: 60}",
    "tilt": "{stance: standing, lean: 0, tilt: 35}",
    "hip": "{stance: standing, lean: 0, touch: {left-foot: floor}, right: {hip: 80, foot: free}}",
    "hip_out": "{stance: standing, lean: 0, touch: {left-foot: floor},"
    " right: {hip_out: 40, foot: free}}",
    "hip_turn": "{stance: standing, lean: 0, hip_turn: 45}",
    "knee": "{stance: standing, lean: 0, touch: {left-foot: floor},"
    " right: {knee: 100, foot: free}}",
    "ankle": "{stance: standing, lean: 0, touch: {left-foot: floor},"
    " right: {hip: 30, ankle: 25, foot: free}}",
    "toe": "{stance: standing, lean: 0, touch: {left-foot: floor},"
    " right: {hip: 30, toe: 50, foot: free}}",
    "shoulder": "{stance: standing, lean: 0, right: {shoulder: 100}}",
    "shoulder_out": "{stance: standing, lean: 0, right: {shoulder: 0, shoulder_out: 90}}",
    "shoulder_wide": "{stance: standing, lean: 0, right: {shoulder: 90, shoulder_wide: 70}}",
    "shoulder_turn": "{stance: standing, lean: 0, right: {shoulder_turn: -60, elbow: 90}}",
    "elbow": "{stance: standing, lean: 0, right: {elbow: 110}}",
    "wrist": "{stance: standing, lean: 0, right: {elbow: 90, wrist: 60}}",
    "palm": "{stance: standing, lean: 0, right: {elbow: 90, palm: 90}}",
    "shrug": "{stance: standing, lean: 0, right: {shrug: 7}}",
    "protract": "{stance: standing, lean: 0, right: {shoulder: 90, protract: 6}}",
}
FRONT = frozenset({"bend", "tilt", "hip_out", "hip_turn", "shoulder_out", "shrug"})
OBLIQUE = frozenset({"twist", "turn", "shoulder_turn", "shoulder_wide"})
LEGS = frozenset({"hip_turn", "ankle", "toe"})
ARMS = frozenset({"neck", "chin", "turn", "tilt", "elbow", "wrist", "palm", "shrug", "protract"})

SEATED = "{stance: sitting, touch: {seat: NAME, feet: floor}}"
STANDING = "{stance: standing}"
HOLDING = "{stance: standing, hand: fist, shoulder: down, elbow: 5}"
KIND_POSES = {
    "mat": (
        "mat",
        "{stance: supine, hip: 50, knee: 95, touch: {upper-back: floor,"
        " buttocks: floor, feet: floor}}",
    ),
    "pad": (
        "{type: pad, under: knee-pads}",
        "{stance: kneeling, touch: {knee-pads: pad, toes: floor}}",
    ),
    "bench": ("{type: bench, under: seat}", SEATED),
    "box": (
        "{type: box, under: right-foot, height: 32}",
        "{stance: standing, lean: 8,"
        " touch: {left-foot: floor, right-foot: box}, right: {hip: 68, knee: 80},"
        " left: {hip: -8}}",
    ),
    "step": (
        "{type: step, under: toes, along: 0.3}",
        "{stance: standing, lean: 0, touch: {toes: step}, ankle: 10}",
    ),
    "chair": ("{type: chair, under: seat}", SEATED),
    "wheelchair": ("wheelchair", "{stance: sitting, touch: {seat: wheelchair}, knee: 75}"),
    "ankle-bench": ("ankle-bench", "{stance: kneeling}"),
    "ankle-bar": ("ankle-bar", "{stance: kneeling}"),
    "wall": (
        "{type: wall, at: toes, ahead: 52}",
        "{stance: standing, touch: {feet: floor, hands: wall}, elbow: 6}",
    ),
    "doorway": (
        "{type: doorway, at: hands}",
        "{stance: standing, shoulder: 90, shoulder_wide: 85, elbow: 88}",
    ),
    "rail": (
        "{type: rail, at: grips, crossways: yes}",
        "{stance: standing, shoulder: 45, elbow: 30, hand: fist}",
    ),
    "post": ("{type: post, at: hips, ahead: 80}", STANDING),
    "bar": ("bar", "{stance: hanging}"),
    "barbell": ("barbell", HOLDING),
    "dumbbell": ("dumbbell", HOLDING),
    "kettlebell": ("kettlebell", HOLDING),
    "medicine-ball": (
        "medicine-ball",
        "{stance: standing, reach: {hands: {to: chest, ahead: 24, elbow: down}}}",
    ),
    "band": (
        "{type: band, anchor: {ahead: 90, up: 110}}",
        "{stance: standing, shoulder: 70, elbow: 10, hand: fist}",
    ),
    "cable": (
        "{type: cable, anchor: {ahead: 70, up: 180}}",
        "{stance: standing, shoulder: 70, elbow: 40, hand: fist}",
    ),
    "loop-band": ("{type: loop-band, at: ankles}", "{stance: standing, hip_out: 14}"),
    "strap": (
        "{type: strap, through: [right-grip, right-sole, left-grip]}",
        "{stance: supine, right: {hip: 78, knee: 6}, hand: fist, shoulder: 55, elbow: 30}",
    ),
    "ball": (
        "{type: ball, under: heels}",
        "{stance: supine, touch: {upper-back: floor, heels: ball}}",
    ),
    "slider": (
        "{type: slider, under: heels}",
        "{stance: supine, hip: 4, knee: 88, touch: {upper-back: floor, heels: slider}}",
    ),
    "towel": ("{type: towel, under: knees, height: 10}", "{stance: supine, hip: 8, knee: 15}"),
    "roller": (
        "{type: roller, under: calves}",
        "{stance: sitting, lean: -18, hip: 65, knee: 5,"
        " elbow: 5, hands_ahead: -12, touch: {hands: floor, calves: roller}}",
    ),
    "balance-pad": (
        "{type: balance-pad, under: feet}",
        "{stance: standing, touch: {feet: balance-pad}}",
    ),
    "cane": (
        "{type: cane, hands: right}",
        "{stance: standing, right: {shoulder: 25, elbow: 28, hand: fist}}",
    ),
}
FACING_VIEWER = frozenset({"loop-band", "doorway", "bar"})


def pictures() -> Iterator[tuple[str, str]]:
    """The name and the SVG of every picture."""
    for stance, description in STANCES.items():
        hangs = "bar" in description.touch.values()
        extra = "view: front\nequipment: [bar]\n" if hangs else ""
        yield f"stance-{stance}", _svg(f"{extra}frames: [{{stance: {stance}}}]")
    for joint, pose in JOINT_POSES.items():
        yield f"joint-{joint}", _svg(f"{_view(joint)}frames: [{pose}]")
    for kind, (thing, pose) in KIND_POSES.items():
        view = "view: front\n" if kind in FACING_VIEWER else ""
        posed = pose.replace("NAME", kind)
        yield f"thing-{kind}", _svg(f"{view}equipment: [{thing}]\nframes: [{posed}]")


def tables() -> dict[str, str]:
    """The tables of the page, by their names."""
    return {
        "stances": table(
            ("stance", "touches", ""),
            (
                (f"`{name}`", ", ".join(stance.touch), _picture(f"stance-{name}"))
                for name, stance in STANCES.items()
            ),
        ),
        "joints": table(
            ("joint", "what it does", "healthy range", ""),
            (
                (
                    f"`{name}`",
                    joint.doc,
                    f"{joint.low:g} to {joint.high:g}",
                    _picture(f"joint-{name}"),
                )
                for name, joint in JOINTS.items()
            ),
        ),
        "things": table(
            ("type", "", "height, cm", ""),
            (
                (
                    f"`{name}`",
                    f"{kind.noun}, {kind.doc}",
                    f"{kind.top:g}" if kind.top else "",
                    _picture(f"thing-{name}"),
                )
                for name, kind in KINDS.items()
            ),
        ),
        "parts": "\n".join(
            (
                f"In the middle: {names(ON_TRUNK)}.",
                "",
                f"On both sides (`right-knee`, `left-knee`, or `knees` for both):"
                f" {names([*ON_LIMBS, *ON_SIDES])}.",
            )
        ),
        "muscles": names(MUSCLES) + ".",
    }


def page(text: str) -> str:
    """The page with its tables written anew."""
    return with_tables(text, tables())


def _view(joint: str) -> str:
    view = "front" if joint in FRONT else "three-quarter" if joint in OBLIQUE else "side"
    crop = "crop: legs\n" if joint in LEGS else "crop: arms\n" if joint in ARMS else ""
    return f"view: {view}\n{crop}"


def _svg(text: str) -> str:
    (frame,) = draw(_figure(text)).frames
    return as_svg(frame.drawing, palette(), LINE)


def _figure(text: str) -> Figure:
    node, found = parse(text.encode(), "docs/figures.md")
    problems: list[Problem] = [*found]
    figure = read_figure(node, problems) if node is not None else None
    if figure is None:
        raise SystemExit(f"{text}\n{problems}")
    return figure


def _picture(name: str) -> str:
    return f'<img src="figures/{name}.svg" alt="" height="110">'


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, svg in pictures():
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
