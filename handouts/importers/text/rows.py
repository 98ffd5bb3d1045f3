"""Rows of tables in running text to lines: ``Sets: 3, Reps: 10``."""

from __future__ import annotations

from collections.abc import Iterable


class Rows:
    """The rows of a table as its cells come; what heads a column is said with each cell below."""

    def __init__(self) -> None:
        self._cells: list[tuple[str, bool]] = []
        self._heads: list[str] = []
        self._is_said = True

    def add(self, cell: str, is_head: bool) -> None:
        """Add a cell to the row."""
        self._cells.append((cell, is_head))

    def end_row(self) -> list[str]:
        """End the row: the lines that there are to say."""
        cells, self._cells = self._cells, []
        texts = [text for text, _ in cells]
        if not any(texts):
            return []
        if all(is_head for _, is_head in cells):
            lines = self.end()
            self._heads, self._is_said = texts, False
            return lines
        if len(self._heads) != len(texts):
            return [*self.end(), _joined(texts)]
        self._is_said = True
        return [_joined(_headed(*each) for each in zip(self._heads, texts, strict=True))]

    def end(self) -> list[str]:
        """End the table: its heads, if no row has said them."""
        lines = [] if self._is_said else [_joined(self._heads)]
        self._heads, self._is_said = [], True
        return lines


def _headed(head: str, text: str) -> str:
    return f"{head}: {text}" if head and text else head or text


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(filter(None, texts))
