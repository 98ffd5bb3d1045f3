"""Inheritance between layouts, on the tree of nodes, so that every value keeps its place.

Mappings merge key by key; anything else that a layout says replaces what it inherits. ``change``,
``before`` and ``after`` work on the named blocks of what is inherited.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Names

from handouts.layout.parameter import KEY
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import did_you_mean

OWN = frozenset({"layout", "default", "about", "extends"})
"""Keys that say something of one layout and are not inherited."""

EDITS = {
    "change": "Properties to change in blocks of that name.",
    "before": "Blocks to put before the block of that name.",
    "after": "Blocks to put after the block of that name.",
}
"""What a layout can do with the named blocks of what it inherits."""

_MERGED = frozenset({"paper", "sheet", "type", "tokens", "styles", "stretch", KEY})

_ADDED = "always"
"""The list that a layout adds to: what every sheet has cannot be taken off one."""


def inherit(child: Mapping, parent: Mapping, problems: list[Problem]) -> Mapping:
    """Give a layout with what it inherits."""
    edits = {key.value: value for key, value in child.entries if key.value in EDITS}
    said = {key.value: (key, value) for key, value in child.entries if key.value not in EDITS}
    entries = [(key, value) for key, value in parent.entries if key.value not in OWN]
    own = {name: place for _, value in said.values() for name, place in _names(value)}
    for word in EDITS:
        if word in edits:
            entries = _edited(word, edits[word], entries, own, problems)
    inherited = {key.value: (key, value) for key, value in entries}
    if "tokens" in inherited and "tokens" in said:
        problems += _changed_kinds(inherited["tokens"][1], said["tokens"][1])
    if "paper" in inherited and "tokens" in said:
        key, papers = inherited["paper"]
        inherited["paper"] = key, _without_tokens(papers, said["tokens"][1])
    merged = {**inherited, **said}
    for word in _MERGED & inherited.keys() & said.keys():
        merged[word] = (said[word][0], merge(inherited[word][1], said[word][1]))
    if _ADDED in inherited:
        merged[_ADDED] = _both(inherited[_ADDED], said.get(_ADDED))
    return Mapping(tuple(merged.values()), child.place)


def _changed_kinds(inherited: Node, said: Node) -> Iterator[Problem]:
    """Find tokens that were a colour and are to be a length, or the other way."""
    if not isinstance(inherited, Mapping) or not isinstance(said, Mapping):
        return
    kinds = {key.value: _is_colour(value) for key, value in inherited.entries}
    for key, value in said.entries:
        was = kinds.get(key.value)
        if was is not None and was is not _is_colour(value):
            message = f"{key.value} is a {'colour' if was else 'length'}, and must stay one"
            hint = 'write it as "#0B4A5B", in quotes' if was else "write points (12), or 5 mm"
            yield Problem("token-kind", message, value.place, hint)


def _without_tokens(papers: Node, said: Node) -> Node:
    """Give what papers have without tokens that are said anew: the nearest word counts."""
    if not isinstance(papers, Mapping) or not isinstance(said, Mapping):
        return papers
    anew = frozenset([key.value for key, _ in said.entries])
    entries = [(key, _without_own(paper, anew)) for key, paper in papers.entries]
    return Mapping(tuple(entries), papers.place)


def _without_own(paper: Node, names: frozenset[str]) -> Node:
    """Give a paper without those of its tokens that have one of the names."""
    tokens = paper.get("tokens") if isinstance(paper, Mapping) else None
    if not isinstance(paper, Mapping) or not isinstance(tokens, Mapping):
        return paper
    kept = [(key, value) for key, value in tokens.entries if key.value not in names]
    own = Mapping(tuple(kept), tokens.place)
    entries = [(key, own if value is tokens else value) for key, value in paper.entries]
    return Mapping(tuple(entries), paper.place)


def _is_colour(node: Node) -> bool:
    return isinstance(node, Text) and node.value.startswith("#")


def _both(inherited: tuple[Text, Node], said: tuple[Text, Node] | None) -> tuple[Text, Node]:
    """Give two lists one after the other; what is no list is left to the reader to refuse."""
    if said is None:
        return inherited
    key, value = said
    if not isinstance(value, Sequence) or not isinstance(inherited[1], Sequence):
        return key, value
    return key, Sequence((*inherited[1].items, *value.items), value.place)


def merge(parent: Node, child: Node) -> Node:
    """Merge two mappings key by key, all the way down; anything else is the child's."""
    if not isinstance(parent, Mapping) or not isinstance(child, Mapping):
        return child
    merged = {key.value: (key, value) for key, value in parent.entries}
    for key, value in child.entries:
        had = merged.get(key.value)
        merged[key.value] = (key, merge(had[1], value) if had else value)
    return Mapping(tuple(merged.values()), child.place)


def block_name(node: Node) -> str | None:
    """Give the name of a block, if it has one."""
    if not isinstance(node, Mapping):
        return None
    named = (v.value for k, v in node.entries if k.value == "name" and isinstance(v, Text))
    return next(named, None)


def _edited(
    word: str,
    edits: Node,
    entries: list[tuple[Text, Node]],
    own: Names[str, Place],
    problems: list[Problem],
) -> list[tuple[Text, Node]]:
    """Apply the edits of one word to every list of blocks."""
    if not isinstance(edits, Mapping):
        hint = f"write {word}: and under it a block’s name with what is to be there"
        problems.append(Problem("wrong-kind", f"{word} must name blocks", edits.place, hint))
        return entries
    known = {name for _, value in entries for name, _ in _names(value)}
    for key, edit in edits.entries:
        if key.value in own and key.value not in known:
            problems.append(_is_own(key, word, own[key.value]))
        elif key.value not in known:
            hint = did_you_mean(key.value, known) or f"the names are {', '.join(sorted(known))}"
            problems.append(
                Problem("unknown-name", f"no block is named {key.value}", key.place, hint)
            )
        entries = [(k, _edit(v, word, key.value, edit)) for k, v in entries]
    return entries


def _is_own(key: Text, word: str, place: Place) -> Problem:
    """Say that what a layout inherits is edited, and its own blocks where they stand."""
    message = f"{key.value} is a block of this layout itself; {word} is for what it extends"
    hint = f"write it where the block stands, in line {place.line}"
    return Problem("unknown-name", message, key.place, hint)


def _names(node: Node) -> Iterator[tuple[str, Place]]:
    match node:
        case Mapping():
            if name := block_name(node):
                yield name, node.place
            for _, value in node.entries:
                yield from _names(value)
        case Sequence():
            for item in node.items:
                yield from _names(item)


def _edit(node: Node, word: str, name: str, edit: Node) -> Node:
    match node:
        case Mapping():
            entries = tuple((key, _edit(value, word, name, edit)) for key, value in node.entries)
            edited = Mapping(entries, node.place)
            return merge(edited, edit) if word == "change" and block_name(node) == name else edited
        case Sequence():
            items = [part for item in node.items for part in _placed(item, word, name, edit)]
            return Sequence(tuple(items), node.place)
        case _:
            return node


def _placed(item: Node, word: str, name: str, edit: Node) -> list[Node]:
    """Give an item with the blocks that an edit puts before or after it."""
    edited = _edit(item, word, name, edit)
    if word == "change" or block_name(item) != name:
        return [edited]
    added = list(edit.items) if isinstance(edit, Sequence) else [edit]
    return [*added, edited] if word == "before" else [edited, *added]
