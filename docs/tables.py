"""Tables of manuals that are written anew from the program's own words, between their marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def names(words: Iterable[str]) -> str:
    """Words of the program's, in a sentence."""
    return ", ".join(f"`{word}`" for word in words)


def with_tables(text: str, tables: Mapping[str, str]) -> str:
    """A manual with its tables written anew. Raises ``ValueError`` where one has no marks."""
    for name, written in tables.items():
        start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, rest = text.split(start)
        _, after = rest.split(end)
        text = f"{before}{start}\n\n{written}\n\n{end}{after}"
    return text
