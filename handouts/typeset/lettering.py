"""Lettering: the text of a box by its colour, its size and the ground that it stands on.

It is known once text is measured, wherever the box will be placed.
"""

from __future__ import annotations

Lettering = tuple[str, float, str | None]
"""The colour of text, its size in points, and the ground, which is none on the bare page.

Colours go by their names in the document.
"""

Letterings = dict[Lettering, None]
"""What has been found, each once and in the order of reading."""
