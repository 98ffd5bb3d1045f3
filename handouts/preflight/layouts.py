"""Layouts: what a layout file holds that prints nothing, or prints small."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from handouts.layout.block import Style
from handouts.layout.check_styles import SMALL
from handouts.layout.finding import BASE
from handouts.layout.load import Layouts
from handouts.layout.spec import Condition, Layout, Spec
from handouts.layout.unknown import words
from handouts.source.node import Mapping, Node, Text
from handouts.source.problem import Place, Problem, Severity


def look_at_layout(name: str, layouts: Layouts) -> list[Problem]:
    """What is wrong with a layout, by name or path; what it inherits is told of its own file."""
    layout, problems = layouts.load(name)
    node, _ = layouts.resolve(name)
    if layout is None or node is None:
        return problems
    return [
        *problems,
        *_not_told(_unused(name, node, layouts), problems),
        *_never_printed(layout, node.place.file),
        *_small_type(layout, node),
    ]


def _unused(name: str, node: Mapping, layouts: Layouts) -> Iterator[Problem]:
    """Warn of tokens and styles that a layout adds and that nothing uses, nor what extends it."""
    extends = node.get("extends")
    parent, _ = layouts.resolve(extends.value if isinstance(extends, Text) else BASE)
    if parent is None or node.place.file == parent.place.file:
        return
    added = [
        (what, key)
        for what in ("tokens", "styles")
        for key in _keys(node.get(what))
        if key.value not in {each.value for each in _keys(parent.get(what))}
    ]
    if not added:
        return
    heirs = [layouts.resolve(heir)[0] for heir in _heirs(name, layouts)]
    used = {word for each in (node, *heirs) if each for word in words(each)}
    for what, key in added:
        if key.value not in used:
            message = f"nothing uses the {what.removesuffix('s')} {key.value}"
            yield Problem("unused-name", message, key.place, "take it out", Severity.WARNING)


def _not_told(found: Iterable[Problem], told: Iterable[Problem]) -> Iterator[Problem]:
    """What is found beside what was told of the same place, with a better hint."""
    known = {(each.code, each.place) for each in told}
    yield from (each for each in found if (each.code, each.place) not in known)


def _heirs(name: str, layouts: Layouts) -> Iterator[str]:
    """The layouts in the same folders that extend one, directly or not."""
    for other in layouts.names():
        if other != name and any(path.stem == name for path in layouts.files(other)):
            yield other


def _keys(node: Node | None) -> list[Text]:
    return [key for key, _ in node.entries] if isinstance(node, Mapping) else []


def _never_printed(layout: Layout, file: str) -> Iterator[Problem]:
    """Warn of blocks that no data will ever bring onto paper.

    One that is written once may stand in several places (``&`` and ``*`` of YAML), in one of which
    it may print.
    """
    left_out = {name for step in layout.fit for name in step.leave_out}
    found = list(_judged((*layout.edges, *layout.body, *layout.always), (), left_out))
    alive = {spec.places.get("block") for spec, why in found if why is None}
    dead = {spec.places.get("block"): (spec, why) for spec, why in found if why}
    for place, (spec, why) in dead.items():
        if place and place.file == file and place not in alive:
            message = f"this {spec.kind} never prints: {why}"
            hint = "mend the condition, or take the block out"
            yield Problem("never-printed", message, place, hint, Severity.WARNING)


def _judged(
    specs: Sequence[Spec], above: tuple[Condition, ...], left_out: Collection[str]
) -> Iterator[tuple[Spec, str | None]]:
    """Give blocks, each with the reason why it never prints, if it does not; of such a one, none
    of those within it. ``above`` are the conditions of what they stand in.
    """
    for spec in specs:
        conditions = (*above, *spec.when)
        why = _contradiction(spec, conditions)
        if spec.instead_of and spec.instead_of not in left_out:
            why = f"no step of fit leaves out {spec.instead_of}, in whose place it stands"
        yield spec, why
        if why is None:
            yield from _judged(spec.inner, conditions, left_out)


def _contradiction(spec: Spec, conditions: Sequence[Condition]) -> str | None:
    """Why a block's conditions cannot hold together, or leave nothing that it shows."""
    missing = {path for each in conditions if not each.wanted for path in each.paths}
    for each in conditions:
        if each.wanted and each.paths and missing.issuperset(each.paths):
            return f"{' or '.join(each.paths)} would have to be there and not be there"
    if spec.of and missing.issuperset(spec.of):
        return f"it stands where there is no {' or '.join(spec.of)}, and shows that"
    return None


def _small_type(layout: Layout, node: Mapping) -> Iterator[Problem]:
    """Warn of running text and cues that a layout itself sets small."""
    styles = node.get("styles")
    for name, style in layout.styles.items():
        place = _size(styles, name)
        if _is_small(style) and place and place.file == node.place.file:
            message = f"style {name} sets cues and running text in {style.size:g} points"
            hint = f"write {SMALL:g} or more; 12 is what people read with ease"
            yield Problem("small-type", message, place, hint, Severity.WARNING)


def _is_small(style: Style) -> bool:
    return style.use == "body" and style.size < SMALL


def _size(styles: Node | None, name: str) -> Place | None:
    """Where the size of a style is written."""
    style = styles.get(name) if isinstance(styles, Mapping) else None
    size = style.get("size") if isinstance(style, Mapping) else None
    return size.place if size else None
