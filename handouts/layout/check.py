"""Checks of a whole layout: names that must exist, floors, and what may not be left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from handouts.layout.block import Edges
from handouts.layout.check_styles import check_styles
from handouts.layout.check_widths import check_widths
from handouts.layout.context import FIELD
from handouts.layout.declare import PRIORITY, LayoutSource, Said
from handouts.layout.kind import KINDS
from handouts.layout.kind.container import EachSpec, Flowing, RowSpec, SectionSpec, StackSpec
from handouts.layout.kind.text import CalloutSpec
from handouts.layout.labels import Labels
from handouts.layout.length import part_of
from handouts.layout.sheet import attribute, paths, sort_of
from handouts.layout.spec import NAMES_WITHIN, Layout, Spec
from handouts.layout.unknown import unknown
from handouts.model.kind import HOME
from handouts.source.problem import Place, Problem

PROTECTED = frozenset(
    {
        *("safety", "pain", "goals", "setup", "execution", "checkpoint", "disclaimer"),
        *("client.note", "cautions", "prescription.dose"),
    }
)
"""Fields that no page leaves out. (Of the goals, those that are not the client's may go.)"""


def check(layout: Layout, source: LayoutSource, labels: Labels, problems: list[Problem]) -> None:
    """Find everything in a layout that names nothing, or breaks a promise."""
    written = [*layout.edges, *layout.body, *layout.always]
    specs = list(walk(written))
    names = {spec.name for spec in specs if spec.name} | NAMES_WITHIN
    for spec, kind in _with_kinds(written, layout.kind or "exercise"):
        problems.extend(_check_spec(spec, kind, layout, labels, names))
    problems.extend(_check_gathering(layout, source, labels))
    problems.extend(_check_breaks([*layout.edges, *layout.always], pages=False))
    problems.extend(_check_breaks(layout.body, pages=True))
    problems.extend(_check_fit(layout, source, written, names))
    problems.extend(check_styles(layout, source))
    problems.extend(check_widths(layout))
    problems.extend(_check_body(layout, source))
    for part in (layout.header, layout.running_header, layout.body, layout.footer):
        problems.extend(_check_twice(part))


def _check_body(layout: Layout, source: LayoutSource) -> Iterator[Problem]:
    if layout.kind and not layout.body and not source.parts:
        hint = "write body: and under it the blocks, or extends: and a layout that has one"
        place = source.places["layout"]
        yield Problem(
            "missing-key", "this layout has no body: nothing prints", place, hint, key="body"
        )


def _check_twice(specs: Sequence[Spec]) -> Iterator[Problem]:
    """Find names that several blocks have, unless one is there under a condition."""
    named: dict[str, bool] = {}
    for spec, always in _with_certainty(specs):
        if spec.name and always and named.get(spec.name):
            message = f"two blocks are named {spec.name}"
            hint = "give one another name, or a when: under which it stands in for the other"
            yield Problem("same-name", message, spec.places.get("name"), hint)
        if spec.name:
            named[spec.name] = always or named.get(spec.name, False)


def _with_certainty(specs: Iterable[Spec], always: bool = True) -> Iterator[tuple[Spec, bool]]:
    """Give specifications and all within them, each with whether no condition is asked of it."""
    for spec in specs:
        certain = always and not spec.when and not spec.instead_of
        yield spec, certain
        yield from _with_certainty(spec.inner, certain)


def walk(specs: Iterable[Spec]) -> Iterator[Spec]:
    """Give specifications and all within them, in reading order."""
    for spec in specs:
        yield spec
        yield from walk(spec.inner)


def _with_kinds(specs: Iterable[Spec], kind: str) -> Iterator[tuple[Spec, str]]:
    """Give specifications and all within them, each with the kind of data that it shows."""
    for spec in specs:
        yield spec, kind
        within = "exercise" if "items" in spec.of and kind == HOME else kind
        yield from _with_kinds(spec.inner, within)


def _check_gathering(layout: Layout, source: LayoutSource, labels: Labels) -> Iterator[Problem]:
    if layout.gather and layout.kind == "program":
        message, hint = "programs are not gathered", "gather exercises, ladders, or a home sheet"
        yield Problem("gather", message, source.places.get("gather"), hint)
    if layout.title:
        yield from _check_label(layout.title, labels, (), source.places.get("title"))


def _check_breaks(specs: Iterable[Spec], pages: bool) -> Iterator[Problem]:
    """Find page breaks where there is no page to break: in rows and frames, in heads and feet."""
    for spec in specs:
        begins = isinstance(spec, Flowing) and spec.break_before == "page"
        if not pages and (begins or spec.kind == "page break"):
            message = "a page begins in the body alone, or in a stack or an each of it"
            place = spec.places.get("break_before") or spec.places.get("block")
            hint = "put it between the blocks of the body"
            yield Problem("page-break", message, place, hint)
        flows = isinstance(spec, EachSpec) or (isinstance(spec, StackSpec) and spec.width is None)
        yield from _check_breaks(spec.inner, pages and flows)


def protected_names(
    specs: Sequence[Spec], leave_out: Collection[str], known: Collection[str]
) -> frozenset[str]:
    """Give the names of blocks that show, or hold, what no page leaves out.

    The table of goals may go where the dose that is meant stands by itself; so may what another
    block shows that stands in its place, or that no step is to ``leave_out``. A field that is not
    ``known`` may have been meant to be any.
    """
    every = list(walk(specs))
    kept = PROTECTED - {"goals"} if "prescription.dose" in _shown(every) else PROTECTED
    kept -= frozenset(_staying(specs, leave_out))
    return frozenset(
        spec.name
        for spec in every
        if spec.name
        and kept & _shown([spec]) - _replaced(spec, every)
        and {attribute(path) for path in _replaced(spec, every)} <= set(known)
    )


def _staying(specs: Iterable[Spec], leave_out: Collection[str]) -> Iterator[str]:
    """Give the fields that blocks show whatever is left out, or others in the place of these."""
    specs = list(specs)
    for spec in specs:
        if spec.name in leave_out:
            yield from _shown([spec]) & _replaced(spec, specs)
        elif not spec.when and not spec.instead_of:
            yield from spec.of
            yield from _staying(spec.inner, leave_out)


def _replaced(spec: Spec, specs: Iterable[Spec]) -> frozenset[str]:
    """Give the fields that other specifications show in the place of one."""
    return _shown(each for each in specs if each.instead_of and each.instead_of == spec.name)


def _shown(specs: Iterable[Spec]) -> frozenset[str]:
    """Give the fields that specifications show, with all within them."""
    return frozenset(path for spec in walk(specs) for path in spec.of)


def _check_spec(
    spec: Spec, kind: str, layout: Layout, labels: Labels, names: Collection[str]
) -> Iterator[Problem]:
    known_paths = paths(kind)
    conditions = (path for condition in spec.when for path in condition.paths)
    for path in [*spec.of, *conditions]:
        if attribute(path) not in known_paths:
            key = "of" if path in spec.of else "when"
            yield unknown("field", path, known_paths, spec.places.get(key))
    shows = KINDS[spec.kind].shows
    for path in spec.of:
        if attribute(path) in known_paths and sort_of(path, kind) != shows:
            message = f"{spec.kind} shows {shows}; {path} holds {sort_of(path, kind)}"
            fitting = [each for each in sorted(known_paths) if sort_of(each, kind) == shows]
            hint = f"there are {', '.join(fitting[:30])}" if fitting else "take it out"
            yield Problem("wrong-field", message, spec.places.get("of"), hint)
    if spec.priority and not spec.name:
        hint = "write name: so that what was left out can be said"
        place = spec.places.get("priority")
        yield Problem("missing-name", "a block with a priority needs a name", place, hint)
    if spec.instead_of and spec.instead_of not in names:
        yield unknown("block", spec.instead_of, names, spec.places.get("instead_of"))
    for part in fields(spec):
        value = getattr(spec, part.name)
        place = spec.places.get(part.name) or spec.places.get("block")
        if value is None:
            continue
        if part.name.endswith("style") and value not in layout.styles:
            yield unknown("style", value, layout.styles, place)
        elif part.name in ("label", "lead", "more"):
            yield from _check_label(value, labels, known_paths, place)
        elif part.name in ("colour", "fill") and value not in layout.colours:
            yield unknown("colour", value, layout.colours, place)
        elif part.type in ("Length", "Length | None", "Edges"):
            yield from _check_tokens(value, layout.tokens, place)
    if isinstance(spec, RowSpec):
        yield from _check_tracks(spec, layout.tokens)
    if isinstance(spec, SectionSpec) and not spec.label and not spec.text:
        hint = "write label: and one of the program's words, or text: and your own"
        place = spec.places.get("block")
        yield Problem("missing-key", "this section has no heading", place, hint, key="label")
    if isinstance(spec, CalloutSpec) and spec.look == "tag" and spec.label is None:
        message, hint = "a callout that looks like a tag has a label", "write label: checkpoint"
        yield Problem("missing-key", message, spec.places.get("look"), hint, key="label")


def _check_tracks(spec: RowSpec, tokens: Mapping[str, float]) -> Iterator[Problem]:
    place = spec.places.get("tracks")
    for track in spec.tracks:
        yield from _check_tokens(track.value, tokens, place)
    if len(spec.tracks) != len(spec.blocks):
        message = f"this row has {len(spec.blocks)} blocks and {len(spec.tracks)} tracks"
        yield Problem("tracks", message, place, "write one track for each block")
    taken = sum(float(track.value) for track in spec.tracks if track.kind == "part")
    if round(taken, 6) > 1:
        message = f"the tracks of this row take {taken:.0%} of its width"
        yield Problem("tracks", message, place, "write 1fr for those that share what is left")


def _check_label(
    key: str, labels: Labels, known_paths: Collection[str], place: Place | None
) -> Iterator[Problem]:
    """Check that a label is there, and that the data has the fields that it names in braces."""
    if key not in labels:
        yield unknown("label", key, labels.words, place)
        return
    for field in FIELD.findall(labels[key]):
        if field not in known_paths:
            yield unknown("field", field, known_paths, place)


def _check_tokens(
    value: object, tokens: Mapping[str, float], place: Place | None
) -> Iterator[Problem]:
    lengths = (
        [value.top, value.end, value.bottom, value.start] if isinstance(value, Edges) else [value]
    )
    for length in dict.fromkeys(lengths):
        if isinstance(length, str) and length not in tokens and part_of(length) is None:
            yield unknown("token", length, tokens, place)


def _check_fit(
    layout: Layout, source: LayoutSource, specs: Sequence[Spec], names: Collection[str]
) -> Iterator[Problem]:
    leave_out = {name for step in source.fit for name in step.leave_out}
    known = paths(layout.kind or "exercise") | paths("exercise")
    protected = protected_names(specs, leave_out, known)
    own = source.places["layout"].file
    for written in source.fit:
        yield from _check_names(written.leave_out, names, protected, own)
        yield from _check_changed([token for token, _ in written.tokens], layout)
    yield from _check_changed([token for token, _ in source.stretch], layout)


def _check_changed(tokens: Iterable[Said], layout: Layout) -> Iterator[Problem]:
    for token in tokens:
        if token not in layout.tokens:
            yield unknown("token", token, layout.tokens, token.place)


def _check_names(
    leave_out: Iterable[Said], names: Collection[str], protected: Collection[str], own: str
) -> Iterator[Problem]:
    """Find names in a step of fitting that are none, or may not be left out.

    What another file than its ``own`` names may have gone with the body that it was written for:
    then the step has nothing to do here.
    """
    for name in leave_out:
        if name in protected or name in PROTECTED - set(names):
            message = f"{name} holds what no sheet leaves out"
            hint = f"never left out: {', '.join(sorted(PROTECTED))}"
            yield Problem("protected", message, name.place, hint)
        elif name not in names and not name.startswith(PRIORITY) and name.place.file == own:
            yield unknown("block", name, names, name.place)
