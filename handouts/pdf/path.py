"""Operators of paths (ISO 32000-1, 8.5), by the letters and paints that pages and drawings use."""

from __future__ import annotations

CONSTRUCTION = {"M": "m", "L": "l", "C": "c", "Z": "h"}
"""By letter: move, line, curve, close."""

PAINT = {(True, False): "f", (False, True): "S", (True, True): "B"}
"""By whether a path is filled, and whether it is stroked."""
