"""How values are written in a PDF (ISO 32000-1, 7.3)."""

from __future__ import annotations

from handouts.typeset.page import Rectangle

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r"})


def number(value: float) -> str:
    """Write a number to a hundredth: of a point, that is finer than any press."""
    return f"{round(value, 2):g}"


def fine(value: float) -> str:
    """Write a factor, which multiplies lengths and so needs more digits than they do."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def escaped(characters: str) -> str:
    """Write characters below U+0100 as they stand within a literal string."""
    return characters.translate(_ESCAPES)


def text_string(text: str) -> str:
    """Write text for people (7.9.2.2): ASCII as a literal string, anything else in UTF-16."""
    if text.isascii():
        return f"({escaped(text)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def rectangle(box: Rectangle, page_height: float) -> str:
    """Write a rectangle of a page as two corners, counted from the page's bottom (7.9.5)."""
    top = page_height - box.y
    corners = (box.x, top - box.height, box.x + box.width, top)
    return f"[{' '.join(map(number, corners))}]"


def reference(number: int) -> str:
    """Refer to the indirect object of that number."""
    return f"{number} 0 R"
