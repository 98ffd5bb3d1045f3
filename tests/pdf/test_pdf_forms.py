"""Drawings as forms: every line of a path begins where the drawing says."""

import zlib

from handouts.colour import Colour
from handouts.figure.drawing import Drawing, Shape
from handouts.pdf.form import colour_spaces, content


def operators(path: str) -> list[str]:
    """The operators with their numbers that a stroked path is written as, its state aside."""
    shape = Shape(path, stroke="ink")
    packed = content(Drawing((shape,), 100, 100, 10))
    return zlib.decompress(packed).decode("ascii").splitlines()[-2].split()


def test_a_path_of_several_open_lines_joins_none_of_them() -> None:
    path = "M 0 0 L 10 0 M 0 20 C 1 2 3 4 10 20 L 12 20 M 5 5 L 6 6 Z"
    written = "0 0 m 10 0 l 0 20 m 1 2 3 4 10 20 c 12 20 l 5 5 m 6 6 l h"
    assert operators(path) == written.split()


def test_equal_parts_are_black_ink_alone() -> None:
    palette = {"ink": Colour(0.2, 0.2, 0.2), "muscle": Colour(1, 0.2, 0)}
    spaces = "/ink[/Indexed/DeviceGray 0<33>]/muscle[/Indexed/DeviceRGB 0<FF3300>]"
    assert colour_spaces(palette) == f"<<{spaces}>>"
