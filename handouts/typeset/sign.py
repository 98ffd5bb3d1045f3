"""Signs: the few shapes a handout needs, drawn as paths so that no font has to have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import cos, pi, sin

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Sign, SignKind, Style
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.lettering import Letterings
from handouts.typeset.page import Element, Line, Path, Rectangle
from handouts.typeset.paragraph import CAP_MIDDLE
from handouts.typeset.placer import Placer, Segments
from handouts.typeset.text import ShapedText

_KAPPA = 0.5522847498
"""The handle that makes a quarter circle of a Bézier curve."""


@dataclass(slots=True, eq=False)
class SignBox(Box):
    """A sign, centred in its height; ``text`` stands in its middle."""

    block: Sign
    size: float
    text: ShapedText
    style: Style
    colours: Mapping[str, Colour]

    def lettering(self, ground: str | None, found: Letterings) -> None:
        """Find the text, which stands on the sign as far as that is wide enough."""
        if not self.text.atoms:
            return
        if self.text.width * self.style.size <= self.width:
            ground = self._ground or ground
        found[self.style.colour, self.style.size, ground] = None

    @property
    def _ground(self) -> str | None:
        """What a sign that text stands in is filled with."""
        if self.block.kind in ("disc", "solid-pill"):
            return self.block.colour
        return "paper" if self.block.kind in ("ring", "pill") else None

    def place(self, out: Placer, x: float, y: float) -> None:
        """Draw the sign; with a role it is content, else decoration."""
        box = Rectangle(x, y + (self.height - self.size) / 2, self.width, self.size)
        paths = list(_DRAW[self.block.kind](box, self.block, self.colours))
        if self.block.role:
            out.begin(
                Element(self.block.role, alt=self.block.alt, box=box if self.block.alt else None)
            )
        put = out.mark if self.block.alt else out.decorate
        for path in paths:
            put(path)
        if self.text.atoms:
            self._place_text(out, box)
        if self.block.role:
            out.end()

    def _place_text(self, out: Placer, box: Rectangle) -> None:
        size = self.style.size
        width = self.text.width * size
        x = box.x + (box.width - width) / 2
        baseline = box.y + box.height / 2 + CAP_MIDDLE * size
        colour = self.colours[self.style.colour]
        for words, _, offset in self.text.stretches(self.text.whole):
            out.text(Line(x + offset * size, baseline, words, size, colour), x, width)


def measure_sign(block: Sign, width: float, environment: Environment) -> SignBox:
    """Measure a sign: as high as the line it stands in, and as wide as its text needs."""
    size = environment.length(block.size)
    style = environment.style(block.style) if block.style else Style(size, size)
    face = (style.weight, style.italic, style.tabular)
    setting = environment.shaper.setting(face, 0.0, 1.0, style.colour)
    text = environment.shaper.shape((block.text,), (setting,), environment.mirrored)
    height = environment.style(block.line).leading if block.line else size
    wide = {"level": size * 3.8}.get(block.kind, size)
    if block.kind in ("pill", "solid-pill"):
        wide = text.width * style.size + size * 0.6
    return SignBox(max(wide, size), height, False, block, size, text, style, environment.colours)


def circle(x: float, y: float, radius: float) -> Segments:
    """Give a circle round (x, y)."""
    k = radius * _KAPPA
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def _polygon(points: Sequence[tuple[float, float]], close: bool = True) -> Segments:
    (x, y), *rest = points
    return (("M", x, y), *(("L", *point) for point in rest), *([("Z",)] if close else []))


def _centre(box: Rectangle) -> tuple[float, float, float]:
    return box.x + box.width / 2, box.y + box.height / 2, box.height / 2


def _disc(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    yield Path(circle(*_centre(box)), fill=colours[sign.colour])


def _ring(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    x, y, radius = _centre(box)
    yield Path(
        circle(x, y, radius - 0.55), fill=colours["paper"], stroke=colours[sign.colour], width=1.1
    )


def _pill_path(box: Rectangle) -> Segments:
    r = box.height / 2 - 0.55
    left, right = box.x + r + 0.55, box.x + box.width - r - 0.55
    top, middle, bottom, k = (
        box.y + 0.55,
        box.y + box.height / 2,
        box.y + box.height - 0.55,
        r * _KAPPA,
    )
    return (
        ("M", left, top),
        ("L", right, top),
        ("C", right + k, top, right + r, middle - k, right + r, middle),
        ("C", right + r, middle + k, right + k, bottom, right, bottom),
        ("L", left, bottom),
        ("C", left - k, bottom, left - r, middle + k, left - r, middle),
        ("C", left - r, middle - k, left - k, top, left, top),
        ("Z",),
    )


def _pill(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    ink = colours[sign.colour]
    yield Path(_pill_path(box), fill=colours["paper"], stroke=ink, width=1.1)


def _solid_pill(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    ink = colours[sign.colour]
    yield Path(_pill_path(box), fill=ink, stroke=ink, width=1.1)


def _tick_points(box: Rectangle, part: float) -> list[tuple[float, float]]:
    x, y, r = _centre(box)
    r *= part
    return [(x - 0.8 * r, y + 0.05 * r), (x - 0.2 * r, y + 0.65 * r), (x + 0.85 * r, y - 0.7 * r)]


def _tick(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    points = _tick_points(box, 0.9)
    width = box.height * 0.21
    path = _polygon(points, close=False)
    yield Path(path, stroke=colours[sign.colour], width=width, upright=True)


def _cross(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    x, y, r = _centre(box)
    d = r * 0.66
    strokes = (("M", x - d, y - d), ("L", x + d, y + d), ("M", x - d, y + d), ("L", x + d, y - d))
    yield Path(strokes, stroke=colours[sign.colour], width=box.height * 0.21)


def _done(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    yield Path(circle(*_centre(box)), fill=colours[sign.colour])
    tick = _polygon(_tick_points(box, 0.6), close=False)
    yield Path(tick, stroke=colours["paper"], width=box.height * 0.13, upright=True)


def _stop(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    x, y, r = _centre(box)
    yield Path(_octagon(x, y, r), fill=colours[sign.colour])
    yield from _exclamation(x, y, r, colours["paper"])


def _octagon(x: float, y: float, r: float) -> Segments:
    angles = [pi / 8 + pi / 4 * index for index in range(8)]
    return _polygon([(x + r * 1.06 * cos(a), y + r * 1.06 * sin(a)) for a in angles])


def _exclamation(x: float, y: float, r: float, colour: Colour) -> Iterator[Path]:
    bar = [(x - 0.15 * r, y - 0.58 * r), (x + 0.15 * r, y - 0.58 * r), (x + 0.1 * r, y + 0.18 * r)]
    yield Path(_polygon([*bar, (x - 0.1 * r, y + 0.18 * r)]), fill=colour)
    yield Path(circle(x, y + 0.45 * r, 0.145 * r), fill=colour)


def _dot(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    x, y, r = _centre(box)
    yield Path(circle(x, y, r * 0.4), fill=colours[sign.colour])


def _arrow(direction: int) -> Callable[[Rectangle, Sign, Mapping[str, Colour]], Iterator[Path]]:
    def draw(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
        x, y, r = _centre(box)
        tip, back = x + direction * r * 0.8, x - direction * r * 0.7
        yield Path(_polygon([(tip, y), (back, y - r), (back, y + r)]), fill=colours[sign.colour])

    return draw


def _level(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    """Draw three dots, as many of them solid as the level's number."""
    radius = box.height / 2
    for index in range(3):
        x, y = box.x + radius + index * box.height * 1.4, box.y + radius
        solid = index < sign.value
        fill = colours[sign.colour if solid else "paper"]
        yield Path(circle(x, y, radius - 0.5), fill=fill, stroke=colours[sign.colour], width=1.0)


def _triangle(
    direction: int,
) -> Callable[[Rectangle, Sign, Mapping[str, Colour]], Iterator[Path]]:
    """Give a solid triangle that points up (-1), or an open one that points down (1)."""

    def draw(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
        x, y, r = _centre(box)
        tip, base = y + direction * r * 0.8, y - direction * r * 0.8
        fill = colours[sign.colour if direction < 0 else "paper"]
        corners = _polygon([(x, tip), (x - r * 0.9, base), (x + r * 0.9, base)])
        yield Path(corners, fill=fill, stroke=colours[sign.colour], width=box.height * 0.1)

    return draw


def _carry_on(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    x, y, radius = _centre(box)
    line = box.height * 0.08
    ring = circle(x, y, radius - line / 2)
    yield Path(ring, fill=colours["paper"], stroke=colours["ink"], width=line)
    tick = _polygon(_tick_points(box, 0.55), close=False)
    yield Path(tick, stroke=colours["ink"], width=box.height * 0.12, upright=True)


def _ease_off(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    x, y, r = _centre(box)
    corners = _polygon([(x, y - 0.9 * r), (x - r, y + 0.85 * r), (x + r, y + 0.85 * r)])
    yield Path(corners, fill=colours["ease"], stroke=colours["ink"], width=box.height * 0.08)
    yield from _exclamation(x, y + 0.18 * r, 0.75 * r, colours["ink"])


def _halt(box: Rectangle, sign: Sign, colours: Mapping[str, Colour]) -> Iterator[Path]:
    x, y, r = _centre(box)
    yield Path(_octagon(x, y, r), fill=colours["stop"])
    d = r * 0.42
    strokes = (("M", x - d, y - d), ("L", x + d, y + d), ("M", x - d, y + d), ("L", x + d, y - d))
    yield Path(strokes, stroke=colours["paper"], width=box.height * 0.14)


_DRAW: Mapping[SignKind, Callable[[Rectangle, Sign, Mapping[str, Colour]], Iterator[Path]]] = {
    "disc": _disc,
    "ring": _ring,
    "pill": _pill,
    "solid-pill": _solid_pill,
    "tick": _tick,
    "cross": _cross,
    "done": _done,
    "stop": _stop,
    "dot": _dot,
    "start-arrow": _arrow(-1),
    "end-arrow": _arrow(1),
    "up": _triangle(-1),
    "down": _triangle(1),
    "carry-on": _carry_on,
    "ease-off": _ease_off,
    "halt": _halt,
    "level": _level,
}
