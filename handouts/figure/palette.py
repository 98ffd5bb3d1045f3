"""Palettes: what the colour names of drawings mean on paper.

Greys are apart enough to tell on a photocopy; the muscle is darker than any cloth.
"""

from __future__ import annotations

from collections.abc import Mapping

PRINT: Mapping[str, str] = {
    "paper": "#FFFFFF",
    "skin": "#FFFFFF",
    "skin-far": "#E3E5E8",
    "shirt": "#E9ECEF",
    "shirt-far": "#CDD2D7",
    "shorts": "#C6CCD2",
    "shorts-far": "#A9B0B7",
    "shoe": "#6B747D",
    "shoe-far": "#59616A",
    "hair": "#565D65",
    "muscle": "#D2452C",
    "muscle-far": "#B3776B",
    "prop": "#F4F5F6",
    "prop-mid": "#DDE0E3",
    "prop-dark": "#8A9299",
    "band": "#8A9299",
    "arrow": "#14181C",
    "accent": "#0B4A5B",
    "ink": "#22272C",
}
