"""The reference of layouts, in the words of their own declaration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docs.layout_examples import EXAMPLES
from docs.tables import names, table
from handouts import resources
from handouts.colour import Colour
from handouts.layout.block import Edges, Style
from handouts.layout.declare import LAYOUT, STYLE
from handouts.layout.finding import BASE
from handouts.layout.inherit import EDITS
from handouts.layout.kind import KINDS
from handouts.layout.labels import Labels, load_labels
from handouts.layout.load import Layouts
from handouts.layout.n_up import SHEET
from handouts.layout.sheet import paths, sort_of
from handouts.layout.spec import COMMON, Kind, Layout
from handouts.source.shape import YES_NO, Choice, Field, ListOf, OneOrList, Parsed, Shape

BLOCKS = Path(__file__).parent / "blocks"
"""The folder of pictures of blocks."""

OURS = frozenset({"file", "places", "sound"})
"""Fields that layouts can name and nobody should."""

_SORTS = {
    "nothing that prints": "can be asked for with `when:` alone",
    "parts": "each: weeks, sessions, rungs, exercises",
}


def tables() -> dict[str, str]:
    """Each table by the name that its marks have."""
    labels = load_labels(resources.labels(), "en")
    base, _ = Layouts(resources.libraries("layouts"), labels).load(BASE)
    assert base is not None
    return {
        "shipped layouts": table(("layout", "for", "what it is for"), _shipped(labels)),
        "keys": table(("key", "what it says"), _keys()),
        "every block": table(("property", "what it says", "written as"), _properties(COMMON)),
        "blocks": "\n\n".join(_block(kind) for kind in KINDS.values()),
        "sheet keys": table(("key", "what it says", "written as"), _properties(SHEET.fields)),
        "fields": "\n\n".join(_fields(kind) for kind in ("exercise", "program", "ladder")),
        "colours": table(("token", "colour"), _colours(base)),
        "lengths": table(("token", "points"), _lengths(base)),
        "style keys": table(("key", "what it says", "written as"), _properties(STYLE.fields)),
        "styles": table(("style", "size / leading", "weight", "colour"), _styles(base)),
        "labels": table(("label", "in English"), _labels(labels)),
    }


def _shipped(labels: Labels) -> Iterator[tuple[str, ...]]:
    """The layouts that ship, those of one kind of data together."""
    folders = resources.libraries("layouts")
    layouts = Layouts(folders, labels)
    loaded = (layouts.load(name)[0] for name in layouts.names())
    found = sorted((each.kind or "", each.name, each.about) for each in loaded if each)
    for kind, name, about in found:
        yield f"`{name}`", kind, about


def _keys() -> Iterator[tuple[str, ...]]:
    for field in LAYOUT.fields:
        yield f"`{field.key}`", field.doc
    for word, doc in EDITS.items():
        yield f"`{word}`", doc


def _block(kind: Kind) -> str:
    """What there is to say of a kind of block, with its picture."""
    parts = [f"#### `{kind.word}`", kind.doc]
    if kind.shows not in ("texts", "nothing that prints") and kind.shows != "parts":
        parts[1] += f" `of:` names {kind.shows}."
    if example := EXAMPLES.get(kind.word):
        parts.append(f"`{example.block}`")
        parts.append(f'<img src="blocks/{file_name(kind.word)}.png" alt="" width="400">')
    if rows := list(_own(kind)):
        parts.append(table(("property", "what it says", "written as", "unless said"), rows))
    return "\n\n".join(parts)


def file_name(word: str) -> str:
    """The name of a block's picture."""
    return word.replace(" ", "-")


def _own(kind: Kind) -> Iterator[tuple[str, ...]]:
    """The properties of a kind, with what they are unless said."""
    fields = kind.record.fields[len(COMMON) :]
    given = {field.attribute: None for field in kind.record.fields if field.required}
    usual = kind.record.constructor(**{**given, "block": kind.word})
    for field in fields:
        default = "must be there" if field.required else _default(getattr(usual, field.attribute))
        yield f"`{field.key}`", field.doc, _form(field), default


def _default(value: object) -> str:
    match value:
        case None | () | "":
            return ""
        case bool():
            return "`true`" if value else "`false`"
        case float():
            return f"`{value:g}`"
        case Edges():
            return f"`{value.top:g}`"
        case tuple():
            return names(map(str, value))
        case _:
            return f"`{value}`"


def _properties(fields: Sequence[Field]) -> Iterator[tuple[str, ...]]:
    for field in fields:
        yield f"`{field.key}`", field.doc, _form(field)


def _form(field: Field) -> str:
    """How the value of a property is written."""
    for ending, word in {"style": "a style", "label": "a label", "lead": "a label"}.items():
        if field.key.endswith(ending):
            return word
    if field.key in ("colour", "fill"):
        return "a colour"
    return _shape(field.shape)


def _shape(shape: Shape[object]) -> str:
    match shape:
        case Choice() if shape is YES_NO:
            return "`true` or `false`"
        case Choice():
            return names(shape.values)
        case Parsed():
            return names(shape.examples)
        case ListOf():
            return f"a list: {_shape(shape.item)}"
        case OneOrList():
            return f"{_shape(shape.item)}, or a list"
    return {"Named": "blocks", "BlockShape": "blocks"}.get(type(shape).__name__, "text")


def _fields(kind: str) -> str:
    """The fields that layouts for a kind of data can name, by what can show them."""
    by_sort: dict[str, list[str]] = {}
    for path in sorted(paths(kind)):
        if OURS.isdisjoint(path.split(".")):
            by_sort.setdefault(sort_of(path, kind), []).append(path)
    rows = [(_SORTS.get(sort, sort), names(found)) for sort, found in by_sort.items()]
    return f"Of {kind}s:\n\n" + table(("holds", "fields"), rows)


def _colours(base: Layout) -> Iterator[tuple[str, ...]]:
    for name, colour in base.colours.items():
        yield f"`{name}`", f"`{_hex(colour)}`"


def _hex(colour: Colour) -> str:
    parts = (colour.red, colour.green, colour.blue)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _lengths(base: Layout) -> Iterator[tuple[str, ...]]:
    for name, points in base.tokens.items():
        a4 = base.papers["a4"].tokens.get(name)
        yield f"`{name}`", f"{points:g}" + (f" ({a4:g} on A4)" if a4 is not None else "")


def _styles(base: Layout) -> Iterator[tuple[str, ...]]:
    for name, style in base.styles.items():
        yield f"`{name}`", _size(style), str(style.weight), f"`{style.colour}`"


def _size(style: Style) -> str:
    return f"{style.size:g} / {style.leading:g}"


def _labels(labels: Labels) -> Iterator[tuple[str, ...]]:
    for key, text in labels.words.items():
        yield f"`{key}`", text.replace("|", "\\|").replace("\n", " ")
