"""The events of PyYAML's C parser to nodes.

They are put together on a stack of our own rather than by PyYAML's composer, so that depth, size,
tags, aliases and double keys are checked as they come, and no scalar is ever resolved. YAML 1.1
as libyaml reads it; a file is one document.

A value left empty (``tips:``) becomes the empty text, which shapes take as not given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from handouts.source.characters import without_invisible
from handouts.source.collection import OpenMapping, OpenSequence
from handouts.source.mark import Mark, marks
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem, Severity
from handouts.source.wording import shortened

DEEPEST = 32
MOST_NODES = 20_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r" #\S")
NULLS = frozenset({"null", "Null", "NULL", "~"})


class Broken(Exception):
    """The text cannot be read on after ``problem``; ``line`` (from 1) is where to leave out."""

    def __init__(self, problem: Problem, line: int) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.line = line


def compose(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The root node of a document, ``None`` when it is empty; raises ``Broken``."""
    composer = _Composer(text, file)
    try:
        for event in iter(_LOADER(text).get_event, None):
            composer.take(event)
    except (ValueError, OverflowError):  # the pure parser's, at an escape that is no character
        place = composer.place_after_last()
        message = "the text after this has an escape that means nothing"
        raise Broken(Problem("yaml", message, place, "write it out"), place.line) from None
    except MarkedYAMLError as error:
        from handouts.source import syntax  # most files are sound, and a run starts sooner

        cause = syntax.explain(error, composer.last, text, file)
        problem = Problem("yaml", cause.message, cause.place, cause.hint)
        raise Broken(problem, cause.place.line) from None
    return composer.finish()


class _Composer:
    """Takes one event after the other; ``last`` is the one taken last."""

    def __init__(self, text: str, file: str) -> None:
        self.last: Event | None = None
        self._text = text
        self._has_comments = bool(_COMMENT.search(text))
        self._file = file
        self._root: Node | None = None
        self._open: list[tuple[OpenSequence | OpenMapping, str | None]] = []
        self._anchors: dict[str, Node | None] = {}
        self._unused: dict[str, Place] = {}
        self._count = 0
        self._documents = 0
        self._problems: list[Problem] = []

    def take(self, event: Event) -> None:
        self.last = event
        taker = _TAKERS.get(type(event))
        if taker and self._documents <= 1:
            taker(self, event)

    def finish(self) -> tuple[Node | None, list[Problem]]:
        if self._root is None or self._root == Text("", self._root.place):
            self._report("empty-file", "this file is empty", Place(self._file), None)
            return None, self._problems
        for anchor, place in self._unused.items():
            message = f"&{anchor} is taken for a name of what follows, and does not print"
            hint = "put the text in quotes, or leave the name out"
            self._report("anchor", message, place, hint, Severity.WARNING)
        return self._root, self._problems

    def place_after_last(self) -> Place:
        """Where the event taken last ends."""
        end = marks(self.last)[1] if self.last else None
        return Place(self._file, end.line + 1, end.column + 1) if end else Place(self._file)

    def _take_scalar(self, event: ScalarEvent) -> None:
        value: str = event.value
        start, end = marks(event)
        place = self._place(start, end)
        if not event.style:
            self._warn_of_plain(value, place, end)
        elif event.style == '"':
            value = self._checked_escapes(value, place)
        elif not value:
            self._check_block(start, place)
        node = Text(value, place)
        if event.tag or event.anchor:
            self._check_properties(event, place)
        self._add(node, start, end, event.anchor)

    def _take_start(self, event: CollectionStartEvent) -> None:
        start, end = marks(event)
        if len(self._open) == DEEPEST:
            message = f"lists and mappings stand more than {DEEPEST} deep in one another"
            self._refuse("too-deep", message, self._place(start, end))
        if event.tag or event.anchor:
            self._check_properties(event, self._place(start, end))
        if event.anchor:
            self._anchors[event.anchor] = None
        self._open.append((self._opened(event, start), event.anchor))

    def _opened(self, event: CollectionStartEvent, start: Mark) -> OpenSequence | OpenMapping:
        if isinstance(event, MappingStartEvent):
            return OpenMapping(start, bool(event.flow_style), self._text, self._problems)
        return OpenSequence(start)

    def _take_end(self, event: CollectionEndEvent) -> None:
        opened, anchor = self._open.pop()
        end = marks(event)[1]
        node = opened.close(self._place(opened.start, end))
        self._add(node, opened.start, end, anchor)

    def _take_alias(self, event: AliasEvent) -> None:
        start, end = marks(event)
        place, anchor = self._place(start, end), event.anchor or ""
        node = self._anchors.get(anchor)
        if node is None:
            self._report_alias(anchor, place)
            node = Text("", place)
        self._unused.pop(anchor, None)
        size, depth = _extent(node)
        if len(self._open) + depth > DEEPEST:
            self._refuse("too-deep", f"*{anchor} stands for lists too deep in one another", place)
        self._count += size
        self._add(node, start, end, None)

    def _take_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents == 2:
            message = "a second document begins here; a file holds one"
            hint = "take out this line, or split the file"
            self._report("several-documents", message, self._place(*marks(event)), hint)

    def _add(self, node: Node, start: Mark, end: Mark, anchor: str | None) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            message = f"this file holds more than {MOST_NODES} texts, lists and mappings"
            self._refuse("too-large", message, self._place(start, end))
        if anchor:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1][0].add(node, start, end)
        else:
            self._root = node

    def _place(self, start: Mark, end: Mark) -> Place:
        """From one mark to another, or to the end of the first line."""
        stop = end.index
        if start.line != end.line:
            line_end = self._text.find("\n", start.index)
            stop = line_end if line_end >= 0 else len(self._text)
        return Place(self._file, start.line + 1, start.column + 1, max(1, stop - start.index))

    def _warn_of_plain(self, value: str, place: Place, end: Mark) -> None:
        if self._has_comments and _COMMENT.match(self._text, end.index):
            self._warn_of_comment(value, end)
        if value in NULLS:
            message = f"{value} is a text like any other, and prints"
            hint = "leave the value empty if there is none"
            self._report("null", message, place, hint, Severity.WARNING)

    def _warn_of_comment(self, value: str, end: Mark) -> None:
        line_end = self._text.find("\n", end.index)
        cut = self._text[end.index : line_end if line_end >= 0 else None].rstrip()
        message = f"left out as a comment: {shortened(cut)}"
        text = shortened(f"{value}{cut}")
        hint = f'if it is text, put all of it in quotes: "{text}"; if not, write a space after #'
        place = Place(self._file, end.line + 1, end.column + 2, len(cut) - 1)
        self._report("comment", message, place, hint, Severity.WARNING)

    def _checked_escapes(self, value: str, place: Place) -> str:
        clean = without_invisible(value)
        if clean != value:
            message = "this text holds an invisible character, written as an escape"
            self._report("invisible-character", message, place, "take it out")
        return clean

    def _check_block(self, start: Mark, place: Place) -> None:
        """``reps: >5`` is the head of a folded text to YAML, and the text is empty."""
        head = self._text[start.index : start.index + place.length]
        if head[:1] in {"|", ">"} and len(head.split("#")[0].strip()) > 1:
            message = f"text cannot begin with {head[0]}, a sign of YAML's own"
            self._report("yaml", message, place, f'put it in quotes: "{head.rstrip()}"')

    def _check_properties(self, event: NodeEvent, place: Place) -> None:
        tag = getattr(event, "tag", None)
        if tag:
            message = "a word that begins with ! is a tag, and tags are not read"
            self._report("tag", message, place, "take it out, or put the text in quotes")
        if event.anchor:
            self._unused[event.anchor] = place

    def _report_alias(self, anchor: str, place: Place) -> None:
        if anchor in self._anchors:
            message = f"*{anchor} stands within what it stands for"
            self._report("alias", message, place, "write it out")
        else:
            message = f"text cannot begin with *: YAML looks for something named &{anchor}"
            self._report("alias", message, place, f'put the text in quotes: "*{anchor}"')

    def _report(
        self,
        code: str,
        message: str,
        place: Place,
        hint: str | None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self._problems.append(Problem(code, message, place, hint, severity))

    def _refuse(self, code: str, message: str, place: Place) -> None:
        raise Broken(Problem(code, message, place, "make it simpler"), place.line)


# Not of each composer: it would hold itself by its methods, and a whole file's nodes with it.
_TAKERS: dict[type[Event], Callable[[_Composer, Any], None]] = {
    ScalarEvent: _Composer._take_scalar,
    SequenceStartEvent: _Composer._take_start,
    MappingStartEvent: _Composer._take_start,
    SequenceEndEvent: _Composer._take_end,
    MappingEndEvent: _Composer._take_end,
    AliasEvent: _Composer._take_alias,
    DocumentStartEvent: _Composer._take_document,
}


def _extent(node: Node) -> tuple[int, int]:
    """How many nodes there are in a node besides itself, and how deep they stand in it."""
    match node:
        case Text():
            return 0, 0
        case Sequence(items):
            children = items
        case Mapping(entries):
            children = tuple(part for entry in entries for part in entry)
    extents = [_extent(child) for child in children]
    return sum(size + 1 for size, _ in extents), 1 + max((depth for _, depth in extents), default=0)
