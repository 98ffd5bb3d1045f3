"""Rules of pictures that come as files."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "picture-missing",
        "There is no such picture.",
        "The sheet would have a hole in it.",
        "Mend the name; the hint gives the nearest.",
    ),
    Rule(
        "picture-path",
        "A path is not written as it goes out from the folder of its file.",
        "What one machine knows by a drive or a home, no other machine finds.",
        "Put the picture beside the file, and write the path from there, with forward slashes.",
    ),
    Rule(
        "picture",
        "A picture cannot be read, or is of a kind that does not print.",
        "It would be missing on paper.",
        "Save it again as PNG, JPEG or SVG.",
    ),
    Rule(
        "coarse-picture",
        "A picture has too few pixels for the size it prints at.",
        "Below 150 dots an inch its edges look soft on paper.",
        "Take a larger original, or a layout that prints it smaller.",
        Severity.WARNING,
        "Clear print guidelines, RNIB",
    ),
)
"""The rules of pictures."""
