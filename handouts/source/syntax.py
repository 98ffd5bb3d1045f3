"""What most likely went wrong where YAML's grammar is broken, and how to put it right.

libyaml says what it looked for, in its own terms, and where it gave up. A person wants to know
what they wrote: an open quote, a second colon, a tab. Each cause is one small function here that
looks at the fault and the line it stands in, and gives its answer or ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml.error import MarkedYAMLError
from yaml.events import AliasEvent, CollectionEndEvent, Event, ScalarEvent

from handouts.dataclass import dataclass
from handouts.source.mark import Mark, marks
from handouts.source.problem import Place

_SIGNS = "*&!%@`|>,]}?"
_CLOSING = {"[": "]", "{": "}"}
_LONGEST_KEY = 1024


@dataclass(frozen=True, slots=True)
class Cause:
    """Where the fault is, what it is, and how to write it instead."""

    place: Place
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Fault:
    """What the parser said (``what``, within ``context``), and what stands there.

    ``at`` is where it gave up, ``since`` where the thing began that it was reading; both are
    line and column from 0. ``last`` is the last event before.
    """

    what: str
    context: str
    at: tuple[int, int]
    since: tuple[int, int]
    last: Event | None
    lines: list[str]
    file: str

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def rest(self, position: tuple[int, int]) -> str:
        """The line from a position on."""
        return self.line(position[0])[position[1] :].rstrip()

    def cause(
        self, position: tuple[int, int], message: str, hint: str, length: int | None = None
    ) -> Cause:
        if length is None:
            length = len(self.rest(position))
        place = Place(self.file, position[0] + 1, position[1] + 1, max(1, length))
        return Cause(place, message, hint)


def explain(error: MarkedYAMLError, last: Event | None, text: str, file: str) -> Cause:
    """The likeliest cause of a syntax error; ``last`` is the last event read before it."""
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    fault = _Fault(
        error.problem or "",
        error.context or "",
        _position(at, text),
        _position(since, text),
        last,
        text.split("\n"),
        file,
    )
    for cause_of in _CAUSES:
        if cause := cause_of(fault):
            return cause
    message = f"this cannot be read as YAML: {fault.what}"
    return fault.cause(fault.at, message, 'put text that holds signs in quotes "..."')


def _position(mark: Mark | None, text: str) -> tuple[int, int]:
    """Line and column; at the end of the text the last line that is not empty."""
    if mark is None:
        return 0, 0
    if mark.index < len(text):
        return mark.line, mark.column
    written = text.rstrip()
    return written.count("\n"), max(0, len(written) - written.rfind("\n") - 2)


def quoted(text: str) -> str:
    """Text as YAML reads it back whatever it holds."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _without_comment(text: str) -> str:
    return re.split(r"\s#(?:\s|$)", text, maxsplit=1)[0].rstrip()


def _tab(fault: _Fault) -> Cause | None:
    line, column = fault.at
    before = fault.line(line)[: column + 1]
    if before[column:] == "\t" and before.strip():
        return fault.cause(fault.at, "a tab stands here", "write a space in its place", 1)
    if before.strip() or "\t" not in before:
        return None
    message = "a tab stands at the beginning of this line"
    return fault.cause((line, before.index("\t")), message, "indent with spaces, not tabs", 1)


def _open_quote(fault: _Fault) -> Cause | None:
    if "quoted scalar" not in fault.context:
        return None
    if "end of stream" not in fault.what and "document indicator" not in fault.what:
        return None
    return _never_closed(fault, fault.since)


def _never_closed(fault: _Fault, position: tuple[int, int]) -> Cause:
    text = _without_comment(fault.rest(position))
    if text.startswith("'"):
        hint = f"close it with ', or, if it is an apostrophe, write {quoted(text)}"
    else:
        hint = f"close it with {text[:1]} at the end of the text: {text}{text[:1]}"
    return fault.cause(position, "the quote that opens here is not closed", hint)


def _escape(fault: _Fault) -> Cause | None:
    if "quoted scalar" not in fault.context:
        return None
    message = r'the backslash in "..." begins a code that means nothing here'
    hint = r"write \\ for a backslash, or put the text in single quotes '...'"
    line, column = fault.at
    start = fault.line(line).rfind("\\", 0, column + 1)
    return fault.cause((line, max(0, start)), message, hint, 2)


def _text_after_quote(fault: _Fault) -> Cause | None:
    last = fault.last
    if not isinstance(last, ScalarEvent) or last.style not in ('"', "'"):
        return None
    if not _stands_right_after(fault, last):
        return None
    begin, end = marks(last)
    start = begin.line, begin.column
    if begin.line < end.line:
        return _never_closed(fault, start)
    text = _without_comment(fault.rest(start))
    if len(text) > 1 and text[0] == text[-1]:
        text = text[1:-1]
    hint = f"put the whole text in quotes: {quoted(text)}"
    return fault.cause(start, "the text goes on after its closing quote", hint)


def _stands_right_after(fault: _Fault, event: Event) -> bool:
    """Whether the parser gave up on the line, and right after the end, of an event."""
    line, column = fault.at
    end = marks(event)[1]
    if line != end.line or column < end.column:
        return False
    return not fault.line(line)[end.column : column].strip()


def _is_empty(event: Event) -> bool:
    """Whether nothing stands in the file for an event, as for the end of an indented block."""
    start, end = marks(event)
    return start.index == end.index


def _colour(fault: _Fault) -> Cause | None:
    """A colour in braces, which YAML takes for a remark, and all that follows it."""
    for number in (fault.at[0], fault.since[0]):
        found = re.search(r"(?<=[\s])#[0-9a-fA-F]{6}\b", fault.line(number))
        before = fault.line(number)[: found.start()] if found else ""
        if found and before.count("{") > before.count("}"):
            message = f"left out as a comment: {found[0]}, and all after it"
            return fault.cause((number, found.start()), message, f'write it as "{found[0]}"', 7)
    return None


_NO_TEXT = "cannot start any token|expected node content|the node content|mapping keys are not"


def _sign(fault: _Fault) -> Cause | None:
    """Text that begins with one of YAML's own signs."""
    position = fault.at
    if isinstance(fault.last, AliasEvent) and _stands_right_after(fault, fault.last):
        start = marks(fault.last)[0]
        position = start.line, start.column
    elif re.search("alias|anchor|tag|block scalar|directive", fault.context + fault.what):
        position = fault.since
    elif not re.search(_NO_TEXT, fault.what):
        return None
    text = _without_comment(fault.rest(position))
    if text[:1] == "," or not text or text[0] not in _SIGNS:
        return _missing_item(fault) if "node content" in fault.what else None
    hint = f"put the text in quotes: {quoted(text)}"
    return fault.cause(position, f"text cannot begin with {text[0]}, a sign of YAML's own", hint)


def _missing_item(fault: _Fault) -> Cause:
    character = fault.rest(fault.at)[:1] or "the end"
    message = f"something is missing before {character}"
    return fault.cause(fault.at, message, 'put text that holds signs in quotes "..."', 1)


def _colon(fault: _Fault) -> Cause | None:
    """A colon where none can be, and the text that it stands in."""
    if "mapping values are not allowed" not in fault.what:
        return None
    if not isinstance(fault.last, ScalarEvent):
        return fault.cause(fault.at, "a colon cannot stand here", _QUOTE_COLON, 1)
    mark = marks(fault.last)[0]
    start = mark.line, mark.column
    if start[0] < fault.at[0]:
        return _colon_below_text(fault, start)
    if not fault.line(start[0])[: start[1]].strip():
        message = f"a key has at most {_LONGEST_KEY} characters"
        return fault.cause(start, message, "shorten it")
    hint = f"put the text in quotes: {quoted(_without_comment(fault.rest(start)))}"
    return fault.cause(fault.at, "a second colon in one line", hint, 1)


_QUOTE_COLON = 'put text that holds a colon in quotes "..."'


def _colon_below_text(fault: _Fault, start: tuple[int, int]) -> Cause:
    glued = re.match(r"[\w -]+(:)(?=\S)", fault.rest(start))
    if glued:
        hint = "write a space after the colon"
        return fault.cause(
            (start[0], start[1] + glued.start(1)), "no space after this colon", hint, 1
        )
    if not fault.line(start[0])[: start[1]].strip():
        return fault.cause(start, "this line has no colon", "write key: value")
    line = fault.line(fault.at[0])
    indent = len(line) - len(line.lstrip())
    message = (
        "this line is indented, so it goes on with the text above, and a colon cannot stand in it"
    )
    hint = "begin it in the column of the key above, or put the whole text in quotes"
    return fault.cause((fault.at[0], indent), message, hint)


def _open_bracket(fault: _Fault) -> Cause | None:
    if "flow sequence" not in fault.context and "flow mapping" not in fault.context:
        return None
    opening = fault.rest(fault.since)[:1]
    closing = _CLOSING.get(opening)
    if closing is None:
        return None
    if cause := _cut_off(fault, closing):
        return cause
    found = fault.rest(fault.at)[:1]
    if fault.at[0] == fault.since[0] and found == ":":
        return fault.cause(fault.at, "a second colon in one entry", _QUOTE_COLON, 1)
    if fault.at[0] == fault.since[0] and found in _CLOSING.values():
        message = f"the {opening} that opens here is closed by {found}"
        return fault.cause(fault.since, message, f"close it with {closing}")
    message = f"the {opening} that opens here is not closed"
    return fault.cause(fault.since, message, f"close it with {closing}")


def _cut_off(fault: _Fault, closing: str) -> Cause | None:
    """A number sign after a space, which cuts off the bracket that would have closed."""
    line, column = fault.since
    sign = re.search(r"\s(#)(?=\S)", fault.rest(fault.since))
    if not sign or closing not in fault.rest(fault.since)[sign.end() :]:
        return None
    start = column + sign.start(1)
    message = f"what follows the # is cut off, and with it the {closing} that closes"
    return fault.cause((line, start), message, 'put the text that holds the # in quotes: "band #2"')


def _dash_after_key(fault: _Fault) -> Cause | None:
    if "sequence entries are not allowed" not in fault.what:
        return None
    hint = "begin the list on the next line, or put the text in quotes"
    return fault.cause(fault.at, "a list cannot begin on the line of its key", hint)


def _no_colon(fault: _Fault) -> Cause | None:
    if "simple key" not in fault.context:
        return None
    if fault.rest(fault.since).startswith("-"):
        message, hint = "no space after this dash", "write a space after the dash"
    else:
        message = "this line has no colon"
        hint = "write key: value; a line that goes on with the text above is indented more"
    return fault.cause(fault.since, message, hint)


def _no_dash(fault: _Fault) -> Cause | None:
    if "'-' indicator" not in fault.what and "block collection" not in fault.context:
        return None
    message = "this line stands among the items of a list, but has no dash"
    return fault.cause(fault.at, message, "begin it with a dash, or indent it like the keys above")


def _text_after_bracket(fault: _Fault) -> Cause | None:
    last = fault.last
    if not isinstance(last, CollectionEndEvent) or not _stands_right_after(fault, last):
        return None
    if _is_empty(last):
        return None
    hint = 'put text that begins with [ or { in quotes "..."'
    return fault.cause(fault.at, "the text goes on after its closing bracket", hint)


def _indentation(fault: _Fault) -> Cause | None:
    if "expected key" not in fault.what and "block mapping" not in fault.context:
        return None
    line = fault.rest(fault.at)
    if line.startswith("- ") or line == "-":
        message, hint = "a dash where a key should stand", "line it up with the dashes of its list"
    elif line.startswith(":"):
        message, hint = "a colon without a key", "write a word before the colon"
    else:
        message = "this line does not line up with the keys above it"
        hint = "begin it in the column of the keys it belongs to"
    return fault.cause(fault.at, message, hint)


def _second_document(fault: _Fault) -> Cause | None:
    if "document start" not in fault.what:
        return None
    if fault.last and not _is_empty(fault.last):
        message, hint = "the file goes on after its end (...)", "take the ... out"
    else:
        message = "this line does not line up with the first"
        hint = "begin every key in the same column"
    return fault.cause(fault.at, message, hint)


_CAUSES: tuple[Callable[[_Fault], Cause | None], ...] = (
    _tab,
    _colour,
    _open_quote,
    _escape,
    _text_after_quote,
    _sign,
    _colon,
    _open_bracket,
    _dash_after_key,
    _no_colon,
    _no_dash,
    _text_after_bracket,
    _indentation,
    _second_document,
)
