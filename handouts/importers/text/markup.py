"""HTML and Markdown to passages of text.

HTML is read by the standard library's parser, as events: on 547 descriptions it kept the same words
as html5lib, lxml and selectolax, and of broken markup (a comment that is not closed, a tag that is
cut, 600 levels) it alone lost none. Markdown becomes HTML by markdown-it-py, which Rich brings.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from handouts.dataclass import dataclass
from handouts.importers.text.characters import on_one_line
from handouts.importers.text.emphasis import Run, marked
from handouts.importers.text.rows import Rows

_UNPRINTED = frozenset({"script", "style"})
_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "picture", "q", "rb"),
        *("rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    }
)
"""Tags within a line; any other begins a new passage."""

_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tr", "thead", "tbody", "tfoot", "table"})
_WORDED = frozenset(
    {
        *("alt", "aria-label", "cite", "content", "data", "href", "label", "placeholder"),
        *("poster", "src", "srcset", "title"),
    }
)
"""Attributes that say or show something."""

_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "summary"})
_LISTS = {"ol": "step", "ul": "item", "menu": "item"}
_WORD = re.compile(r"\w+")
_BOLD_LINE = re.compile(r"\n(?=[ \t]*\*\*[^*\n]+(?::\*\*|\*\*:))")
_LARGE_NUMBER = re.compile(r"^([ \t]*[0-9]{3,})(?=[.)]\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text between two breaks: a ``paragraph``, ``head``, ``item``, or ``step`` (numbered)."""

    kind: str
    text: str


def from_html(text: str) -> tuple[list[Passage], list[str]]:
    """The passages of an HTML text, and what of it does not print: scripts, pictures, addresses."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.passages, reader.lost


def from_markdown(text: str) -> tuple[list[Passage], list[str]]:
    """The passages of a Markdown text (CommonMark and tables), HTML within it included.

    With them comes what is lost. A line that begins in bold is one, and a year is no number of
    a list, whatever CommonMark says.
    """
    from markdown_it import MarkdownIt

    marked = _LARGE_NUMBER.sub(r"\1\\", _BOLD_LINE.sub("  \n", text))
    passages, lost = from_html(MarkdownIt("commonmark").enable("table").render(marked))
    kept = " ".join([*(passage.text for passage in passages), *lost])
    return passages, [*lost, *missing(plain_text(text), kept)]


def plain_text(html: str) -> str:
    """The words of an HTML text."""
    return " ".join(passage.text for passage in from_html(html)[0])


def missing(text: str, kept: str) -> list[str]:
    """The words of a text that another has not, as one text; the parser drops those very deep.

    Numbers of a list's items are not among them: they are printed anew.
    """
    there = set(_WORD.findall(kept))
    gone = [word for word in _WORD.findall(text) if word not in there and not word.isdigit()]
    return [" ".join(gone)] if gone else []


class _Reader(HTMLParser):
    """Collects passages, each as runs of text under one emphasis."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self.lost: list[str] = []
        self._open: list[str] = []
        self._runs: list[Run] = []
        self._rows = Rows()
        self._has_cells = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        worded = _WORDED | {"value"} if tag == "input" else _WORDED
        self.lost += [value for name, value in attrs if name in worded and value]
        self._part(tag)
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag in self._open and tag not in _CELLS:
            last = self._last(tag)
            del self._open[last if tag in _INLINE else slice(last, None)]

    def _part(self, tag: str) -> None:
        """End what a tag ends, be it opened or closed: a passage, a cell, a row or a table."""
        if tag in _CELLS or tag in _ROWS:
            self._end_cell()
            self._has_cells |= tag in _CELLS
            if tag in _ROWS:
                self._say(self._rows.end_row())
            if tag == "table":
                self._say(self._rows.end())
        elif tag not in _INLINE and self._cell():
            self._runs.append((" ", ""))
        elif tag not in _INLINE:
            self.end()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in _UNPRINTED:
            self._lose(data)
        else:
            mark = next((_EMPHASIS[tag] for tag in self._open if tag in _EMPHASIS), "")
            self._runs.append((data, mark))

    def handle_comment(self, data: str) -> None:
        self._lose(data)

    def handle_pi(self, data: str) -> None:
        self._lose(data)

    def unknown_decl(self, data: str) -> None:
        self._lose(data.removeprefix("CDATA["))

    def close(self) -> None:
        """Read to the end; some versions of Python keep a script without an end to themselves."""
        super().close()
        self._lose(self.rawdata)
        self._part("table")

    def _cell(self) -> str | None:
        """The tag of the cell that is read."""
        if not self._has_cells:  # most texts have none, and tags may stand very deep
            return None
        return next((tag for tag in reversed(self._open) if tag in _CELLS), None)

    def _end_cell(self) -> None:
        """End the cell that is read, or else the passage."""
        tag = self._cell()
        if tag is None:
            self.end()
            return
        runs, self._runs = self._runs, []
        self._rows.add(on_one_line(marked(runs)), tag == "th")
        del self._open[self._last(tag) :]

    def _last(self, tag: str) -> int:
        """Where the last tag of a kind stands among those that are open."""
        return len(self._open) - 1 - self._open[::-1].index(tag)

    def _say(self, lines: list[str]) -> None:
        self.passages += [Passage("item", line) for line in lines]

    def _lose(self, text: str) -> None:
        self.lost += [text.strip()] if text.strip() else []

    def end(self) -> None:
        """End the passage that is being read."""
        runs, self._runs = self._runs, []
        text = on_one_line(marked(runs))
        if not text:
            return
        marks = {mark for run, mark in runs if run.strip()}
        self.passages.append(Passage(self._kind(marks == {"**"}), text))

    def _kind(self, is_bold: bool) -> str:
        lists = [_LISTS[tag] for tag in self._open if tag in _LISTS]
        if lists:
            return lists[-1]
        return "head" if is_bold or not _HEADS.isdisjoint(self._open) else "paragraph"
