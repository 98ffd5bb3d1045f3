"""A YAML file to a tree of nodes that know their places, and everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from handouts.source.characters import decode
from handouts.source.compose import Broken, compose
from handouts.source.disk import LARGEST, read_bytes, too_large
from handouts.source.node import Node
from handouts.source.problem import Problem

MOST_FAULTS = 20

_NAMING = frozenset({"alias", "anchor", "empty-file"})


def read(path: Path, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of the file at ``path``; ``file`` is the path as people are shown it.

    A file that cannot be read is a problem with the code ``unreadable-file``.
    """
    data = read_bytes(path, file)
    if isinstance(data, Problem):
        return None, [data]
    return parse(data, file)


def parse(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML text in UTF-8, and its problems, in no order.

    Never raises. Where YAML's grammar is broken, the top-level key around the fault is left out
    of the tree and the rest is read on, so that one run finds as much as it can.
    """
    if len(data) > LARGEST:
        return None, [too_large(file)]
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    return _compose_in_parts(text, file, problems)


def _compose_in_parts(
    text: str, file: str, problems: list[Problem]
) -> tuple[Node | None, list[Problem]]:
    """Compose a text, and again without each part that is broken."""
    unbroken = text
    for _ in range(MOST_FAULTS):
        try:
            root, found = compose(text, file)
        except Broken as fault:
            problems.append(fault.problem)
            text, before = _without_section(text, fault.line), text
            if not text.strip() or text == before:
                break
        else:
            if text is not unbroken:  # what seems to be unnamed may be named in what is left out
                found = [problem for problem in found if problem.code not in _NAMING]
            return root, problems + found
    return None, problems


def _without_section(text: str, line: int) -> str:
    """The text with the lines of the top-level key around a line (from 1) emptied."""
    lines = text.split("\n")
    start = min(line, len(lines)) - 1
    while start > 0 and not _begins_section(lines[start]):
        start -= 1
    end = start + 1
    while end < len(lines) and not _begins_section(lines[end]):
        end += 1
    return "\n".join([*lines[:start], *[""] * (end - start), *lines[end:]])


def _begins_section(line: str) -> bool:
    return ":" in line and line[0] not in " \t#-]}"
