"""Reading layouts: a file, what it extends, and everything in it checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from handouts.colour import Colour
from handouts.layout.block import FitStep, Length, StretchStep, Style
from handouts.layout.check import check, walk
from handouts.layout.check_widths import check_margins
from handouts.layout.declare import (
    LAYOUT,
    PAPERS,
    PRIORITY,
    LayoutSource,
    PaperSource,
    Said,
    StyleSource,
)
from handouts.layout.inherit import EDITS, inherit
from handouts.layout.labels import Labels
from handouts.layout.length import UNITS, part_of
from handouts.layout.n_up import cells_differ, imposed_on
from handouts.layout.parameter import Parameter, filled
from handouts.layout.spec import Container, Layout, Paper, Spec
from handouts.layout.unknown import unknown, unused
from handouts.model.brand import PAPERS as ASKED_FOR
from handouts.model.grammar import Grammar
from handouts.source.bounds import leads_out, outside
from handouts.source.digest import Digests
from handouts.source.disk import LARGEST, content, is_file
from handouts.source.node import Mapping as MappingNode
from handouts.source.node import Node, Text
from handouts.source.node import Sequence as SequenceNode
from handouts.source.problem import Place, Problem, Severity, has_error
from handouts.source.shape import did_you_mean, nearest
from handouts.source.yaml import read

BASE = "base"
"""The layout that every other one extends in the end."""

DEEPEST = 16

_SAID = re.compile(rb"^(for|default): *([a-z]+) *(?:#.*)?$", re.MULTILINE)
"""What kind of data a layout is for, and whether it is a default one, where it says so plainly."""

_GRAMMAR = Grammar(LAYOUT, names=("layout",))


class Layouts:
    """The layouts in some folders; an earlier folder wins. Each file is read once.

    ``digests`` get to see each file before it is read. ``chosen`` are values of parameters. A file
    leads to files in its own folder, in these, and in those that are ``allowed``.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        labels: Labels,
        digests: Digests | None = None,
        chosen: Mapping[str, str] | None = None,
        allowed: Sequence[Path] = (),
    ) -> None:
        self._folders = folders
        self._labels = labels
        self._digests = digests or Digests()
        self._allowed = allowed
        self._chosen = chosen or {}
        self._parsed = cache(self._parse)
        self._files: dict[str, list[Path]] = {}
        self._loaded: dict[str, tuple[Layout | None, list[Problem]]] = {}

    def names(self) -> list[str]:
        """List the layouts that lay out some kind of data, by name."""
        found = {path.stem for folder in self._folders for path in folder.glob("*.yaml")}
        return sorted(found - {BASE})

    def likely(self, kinds: Collection[str]) -> list[str]:
        """List the layouts that may be the default ones for some kinds of data, unchecked.

        Those that cannot be read are among them: what they are for is not known.
        """
        return [name for name in self.names() if self._may_be_default(name, kinds)]

    def _may_be_default(self, name: str, kinds: Collection[str]) -> bool:
        """Whether a layout may say so: told by the bytes of its file, most of which say enough."""
        path = next(path for path in self._places(name, None) if path.is_file())
        try:
            written = content(path, LARGEST)
        except OSError:
            return True
        said = dict(_SAID.findall(written))
        if b"default" not in written or said.get(b"default") in (b"no", b"false"):
            return False
        if b"for" in said:
            return said[b"for"].decode() in kinds
        node, _ = self.resolve(name)
        kind = node.get("for") if node else None
        return not isinstance(kind, Text) or kind.value in kinds

    def load(self, name: str) -> tuple[Layout | None, list[Problem]]:
        """Give a layout by its name or the path of its file, or the problems it has."""
        if name not in self._loaded:
            node, problems = self.resolve(name)
            self._loaded[name] = None, problems  # what a part that leads back here gets to see
            layout = self._filled(node, problems) if node else None
            self._loaded[name] = (None if has_error(problems) else layout, problems)
        return self._loaded[name]

    def _filled(self, node: MappingNode, problems: list[Problem]) -> Layout | None:
        """Read a layout once its parameters have values; one without says so alone."""
        whole = filled(node, self._chosen, problems)
        if any(problem.code == "parameter-value" for problem in problems):
            return None
        return self._read(whole, problems)

    def resolve(self, name: str) -> tuple[MappingNode | None, list[Problem]]:
        """Give the nodes of a layout with its ``extends`` chain merged, each with its own place.

        Parameters are named in it as they were written.
        """
        problems: list[Problem] = []
        chain = list(self._chain(name, problems).values())
        if not chain:
            return None, problems
        merged = chain[-1]
        found: list[Problem] = []
        for child in reversed(chain[:-1]):
            merged = inherit(child, merged, found)
        if not has_error(problems):  # else what is extended may stand where YAML cannot be read
            problems += found
        return merged, problems

    def files(self, name: str) -> list[Path]:
        """Give the files that decide what a layout is: its own, of all it extends, of its parts.

        They are all the places in which each is looked for, whether or not a file is there yet.
        """
        if name not in self._files:
            self._files[name] = self._find_files(name)
        return self._files[name]

    def _find_files(self, name: str) -> list[Path]:
        files: dict[str, list[Path]] = {}
        waiting = [name]
        while waiting:
            each = waiting.pop(0)
            if each not in files:
                files[each] = self._files_of_chain(each)
                node, _ = self.resolve(each)
                waiting += _names_of_parts(node) if node else []
        return [path for paths in files.values() for path in paths]

    def _parse(self, path: Path, file: str) -> tuple[Node | None, list[Problem]]:
        self._digests.of(path)
        return read(path, file)

    def _files_of_chain(self, name: str) -> list[Path]:
        files: list[Path] = []
        beside: Path | None = None
        for each, node in self._chain(name, []).items():
            files += self._places(each, beside)
            beside = _folder_of(node)
        return files

    def _read(self, node: MappingNode, problems: list[Problem]) -> Layout | None:
        """Read what a layout says; as far as that can be read, it is checked."""
        reading = _GRAMMAR.reading(node, problems, "a layout")
        source = reading.value
        if source is None or not reading.remains.whole:
            problems[:] = _without_what_follows(reading.problems, reading.problems)
            return None
        found: list[Problem] = []
        layout = _layout(source, self._labels, found)
        problems[:] = reading.and_found(found).problems
        problems[:] = _without_what_follows(problems, reading.problems)
        if not problems:
            problems += [*unused(node), *_misnamed(source)]
        parts = [self._part(name, "parts", source, problems) for name in source.parts]
        cards = self._part(source.cards, "cards", source, problems) if source.cards else None
        made_of = [part for part in (*parts, cards) if part]
        problems += _of_other_cells(layout, made_of, source)
        return replace(
            layout,
            parts=tuple(each for part in parts if part for each in part.parts or (part,)),
            cards=cards,
            also=tuple(self._also(source, problems)),
            parameters=_all_parameters([*made_of, layout]),
        )

    def _part(
        self, name: str, key: str, source: LayoutSource, problems: list[Problem]
    ) -> Layout | None:
        """Load a layout that this one is made of; it lays out the same kind of data, or cards."""
        layout = self._other(name, key, source, problems)
        kind = "exercise" if key == "cards" else source.kind
        if layout is not None and layout.kind != kind:
            message = f"{name} lays out {layout.kind or 'no kind of data'}, not {kind}"
            problems.append(Problem("layout-kind", message, source.places[key]))
        return layout

    def _also(self, source: LayoutSource, problems: list[Problem]) -> Iterator[str]:
        """Give what the layouts for other kinds of data are loaded by, one for each kind."""
        kinds = {source.kind}
        for name in source.also:
            place = source.places["also"]
            layout = self._other(name, "also", source, problems)
            if layout is not None and layout.kind in kinds:
                message = f"{name} lays out {layout.kind}, as another layout here does"
                problems.append(Problem("layout-kind", message, place, "name one for each kind"))
            kinds |= {layout.kind} if layout else set()
            yield _from(place, name)

    def _other(
        self, name: str, key: str, source: LayoutSource, problems: list[Problem]
    ) -> Layout | None:
        """Load a layout that this one names."""
        place = source.places[key]
        if _is_path(name) and self._is_outside(Path(_from(place, name)), place):
            problems.append(outside(name, place))
            return None
        layout, found = self.load(_from(place, name))
        here = (each if each.place else replace(each, place=place) for each in found)
        problems.extend(problem for problem in here if problem not in problems)
        if layout is None and not found:
            problems.append(Problem("extends-circle", f"{name} is a part of itself", place))
        return layout

    def _chain(self, name: str, problems: list[Problem]) -> dict[str, MappingNode]:
        """Give a layout and all it extends, by name; nothing when one of them cannot be had."""
        chain: dict[str, MappingNode] = {}
        wanted: str | None = name
        place: Place | None = None
        beside: Path | None = None
        while wanted is not None:
            if wanted in chain or len(chain) == DEEPEST:
                circle = " → ".join([*chain, wanted])
                problems.append(
                    Problem("extends-circle", f"layouts extend in a circle: {circle}", place)
                )
                return {}
            node = self._node(wanted, place, beside, problems)
            if node is None:
                return {}
            chain[wanted] = node
            beside = _folder_of(node)
            wanted, place = _extends(node, wanted)
        return chain

    def _node(
        self, name: str, place: Place | None, beside: Path | None, problems: list[Problem]
    ) -> MappingNode | None:
        path = next((path for path in self._places(name, beside) if is_file(path)), None)
        if path is not None and self._is_outside(path, place):
            problems.append(outside(name, place or Place(str(path.parent))))
            return None
        if path is None:
            hint = did_you_mean(name, self.names()) or f"there are {', '.join(self.names())}"
            problems.append(Problem("unknown-layout", f"no layout is called {name}", place, hint))
            return None
        node, found = self._parsed(path, str(path))
        problems.extend(found)
        if node is not None and not isinstance(node, MappingNode):
            problems.append(Problem("wrong-kind", "a layout is keys with values", node.place))
            return None
        return node

    def _is_outside(self, path: Path, place: Place | None) -> bool:
        """Whether a file leads out of where layouts are, unless the command names it itself."""
        named_by = [Path(place.file).parent] if place else []
        if not place and path.parent not in self._folders:
            return False
        return leads_out(path, (*named_by, *self._folders, *self._allowed))

    def _places(self, name: str, beside: Path | None) -> list[Path]:
        """Where to look: a path as it is, or as it goes out from the file that says it; a name
        beside what extends it, then in the folders.
        """
        if _is_path(name):
            return [beside / name if beside else Path(name)]
        if "/" in name or "\\" in name or name.startswith("."):
            return []
        if name == BASE:  # blocks count on what it holds, so nobody's own takes its place
            return [self._folders[-1] / f"{BASE}.yaml"]
        folders = [beside, *self._folders] if beside else self._folders
        return [folder / f"{name}.yaml" for folder in folders]


def _without_what_follows(problems: Sequence[Problem], read: Sequence[Problem]) -> list[Problem]:
    """Give problems without those that come of another one, which is told already.

    They are those of a value that is told to be of another kind, and those that may be there
    because something else could not be ``read``.
    """
    told = {problem.place for problem in problems if problem.code == "token-kind"}
    unread = has_error(each for each in read if each.code not in _FOLLOWING)
    return [
        each
        for each in problems
        if (each.code == "token-kind" or each.place not in told)
        and not (unread and each.code in _FOLLOWING and not _is_said(each))
    ]


def _is_said(problem: Problem) -> bool:
    """Whether a size under its floor was written, and is not what is left without another one."""
    return problem.code == "type-floor" and problem.place is not None


_FOLLOWING = frozenset({"protected", "type-floor", "unknown-parameter"})
"""Codes of what is wrong where a block, style or parameter is missing that could not be read."""


def _misnamed(source: LayoutSource) -> Iterator[Problem]:
    """Warn where a layout is not called what its file is: it is asked for by the one, and builds
    into a folder of the other.
    """
    place = source.places["layout"]
    stem = Path(place.file).stem
    if source.layout != stem:
        message = f"this layout calls itself {source.layout}, and its file {stem}"
        yield Problem("layout-name", message, place, f"write layout: {stem}", Severity.WARNING)


def _all_parameters(layouts: Iterable[Layout]) -> dict[str, Parameter]:
    """Give what may be chosen in layouts that make up one; the last one's own word counts."""
    return {name: each for layout in layouts for name, each in layout.parameters.items()}


def _names_of_parts(node: MappingNode) -> list[str]:
    """Give the layouts that follow one another in a layout's files, and that of its cards."""
    parts, cards = node.get("parts"), node.get("cards")
    found = [*(parts.items if isinstance(parts, SequenceNode) else ()), cards]
    return [_from(each.place, each.value) for each in found if isinstance(each, Text)]


def _is_path(name: str) -> bool:
    """Whether a layout is named by the path of its file."""
    return name.endswith((".yaml", ".yml"))


def _from(place: Place, name: str) -> str:
    """Give the name of a layout, or where its path leads from the file that says it."""
    return str(Path(place.file).parent / name) if _is_path(name) else name


def _folder_of(node: MappingNode) -> Path:
    """Give the folder of the file that a node stands in."""
    return Path(node.place.file).parent


def _extends(node: MappingNode, name: str) -> tuple[str | None, Place | None]:
    """Give the layout that another one extends, or most likely means to."""
    keys = {field.key for field in LAYOUT.fields} | EDITS.keys()
    for key, value in node.entries:
        meant = key.value if key.value in keys else nearest(key.value, keys)
        if meant == "extends" and isinstance(value, Text) and value.value:
            return value.value, value.place
    return (None, None) if Path(name).stem == BASE else (BASE, node.place)


def _layout(source: LayoutSource, labels: Labels, problems: list[Problem]) -> Layout:
    styles, tokens, colours = _styles(source, problems), _lengths(source), _colours(source)
    layout = Layout(
        name=source.layout,
        kind=source.kind,
        default=source.default,
        about=source.about,
        most_pages=source.pages.most if source.pages else None,
        rather=source.pages.rather if source.pages else None,
        papers=_papers(source, problems),
        tokens=tokens,
        colours=colours,
        styles=styles,
        header=source.header,
        running_header=source.running_header,
        body=_with_safety(source.body, source.always),
        always=_missing(source),
        footer=_with_disclaimer(source.footer, source),
        running_footer=_with_disclaimer(source.running_footer, source),
        fit=_fit(source, styles, problems),
        stretch=tuple(StretchStep(token, most) for token, most in source.stretch),
        each=source.each,
        gather=source.gather is not None,
        title=source.title,
        parameters=dict(source.parameters),
        parts_of_height=_parts_of_height([*source.header, *source.running_header, *source.body]),
    )
    check(layout, source, labels, problems)
    return layout


def _lengths(source: LayoutSource) -> dict[str, float]:
    return {name: value for name, value in source.tokens if not isinstance(value, Colour)}


def _colours(source: LayoutSource) -> dict[str, Colour]:
    return {name: value for name, value in source.tokens if isinstance(value, Colour)}


def _parts_of_height(specs: Sequence[Spec]) -> dict[str, float]:
    """Find the heights that are parts of the page."""
    heights: Iterator[Length] = (getattr(spec, "height", 0.0) for spec in walk(specs))
    return {str(height): part for height in heights if (part := part_of(height)) is not None}


_USUAL = {"size": 10.5, "leading": 14.0}
"""What a style that does not say is taken to have, so that what uses it can be checked."""


def _styles(source: LayoutSource, problems: list[Problem]) -> dict[str, Style]:
    styles = {}
    for name, written in source.styles:
        given = written.given()
        for key in ("size", "leading"):
            if key not in given:
                place = next(iter(written.places.values()), source.places["layout"])
                hint = f"write {key}: {_USUAL[key]:g}"
                message = f"style {name} has no {key}"
                problems.append(Problem("missing-key", message, place, hint, key=key))
        styles[name] = Style(**{**_USUAL, **given})
    return styles


def _papers(source: LayoutSource, problems: list[Problem]) -> dict[str, Paper]:
    papers: dict[str, Paper] = {}
    for name, written in source.paper:
        if name not in ASKED_FOR:
            hint = f"the papers are {', '.join(ASKED_FOR)}; a larger one is a size of theirs"
            problems.append(
                Problem("unknown-paper", f"no paper is called {name}", name.place, hint)
            )
            continue
        papers[name] = _paper(name, written, source, problems)
    return papers


def _paper(
    name: Said, written: PaperSource, source: LayoutSource, problems: list[Problem]
) -> Paper:
    short, long = PAPERS[written.size or name]
    width, height = (long, short) if written.turned else (short, long)
    lengths = _lengths(source)
    edges = written.margins
    sides = (edges.top, edges.end, edges.bottom, edges.start) if edges else (36.0, 36.0, 36.0, 36.0)
    place = written.places.get("margins", name.place)
    for token in dict.fromkeys(side for side in sides if isinstance(side, str)):
        if token not in lengths:
            hint = did_you_mean(token, lengths) or f"{UNITS}, or the name of a token"
            problems.append(Problem("unknown-token", f"{token} is no length", place, hint))
    top, end, bottom, start = (
        lengths.get(side, 0.0) if isinstance(side, str) else side for side in sides
    )
    own = {token: value for token, value in written.tokens if not isinstance(value, Colour)}
    paper = Paper(width, height, (top, end, bottom, start), own)
    paper = _cell(paper, source, problems) if source.n_up else paper
    problems += check_margins(name, paper, place)
    return paper


def _of_other_cells(
    layout: Layout, made_of: Iterable[Layout], source: LayoutSource
) -> Iterator[Problem]:
    """Find the layouts that another one is made of which do not stand in cells as it does."""
    names = [
        part.name
        for part in made_of
        if any(cells_differ(paper, part.papers.get(name)) for name, paper in layout.papers.items())
    ]
    if names:
        place = source.places.get("n_up") or source.places.get("parts")
        message = f"{layout.name} is made of layouts that have no such cells: {', '.join(names)}"
        hint = "give each of them the same n-up and sheet, or take a layout of one part"
        yield Problem("sheet-cells", message, place, hint)


def _cell(paper: Paper, source: LayoutSource, problems: list[Problem]) -> Paper:
    """Give the measures of a cell, several of which stand on a side of the paper."""
    short, long = sorted((paper.width, paper.height))
    try:
        n_up, width, height = imposed_on(short, long, source.n_up or "", source.sheet)
    except ValueError as error:
        message, hint = (
            "the cells are too large for what a printer reaches",
            f"write at most {error}",
        )
        problems.append(Problem("sheet-area", message, source.sheet.places.get("area"), hint))
        return paper
    return replace(paper, width=width, height=height, n_up=n_up)


def _fit(
    source: LayoutSource, styles: Mapping[str, Style], problems: list[Problem]
) -> tuple[FitStep, ...]:
    """Resolve the steps; each style changes what the steps before it made of it."""
    steps = []
    current = dict(styles)
    for written in source.fit:
        changed: dict[str, Style] = {}
        for name, change in written.styles:
            if name not in current:
                problems.append(unknown("style", name, current, name.place))
                continue
            changed[name] = current[name] = _changed(current[name], change)
        names = tuple(
            name for word in written.leave_out for name in _names_to_leave_out(word, source)
        )
        steps.append(FitStep(dict(written.tokens), changed, names))
    return tuple(steps)


def _changed(style: Style, change: StyleSource) -> Style:
    return replace(style, **change.given())


def _names_to_leave_out(word: str, source: LayoutSource) -> list[str]:
    """Give the names that a step leaves out: one, or all blocks of a priority."""
    if not word.startswith(PRIORITY):
        return [word]
    wanted = word.removeprefix(PRIORITY).strip()
    return [spec.name for spec in walk(source.body) if str(spec.priority) == wanted and spec.name]


def _missing(source: LayoutSource) -> tuple[Spec, ...]:
    """Give the blocks that no sheet goes without, as far as the body forgets them.

    Only a block that stands on every sheet serves as one.
    """
    present = [*_certain(source.footer), *_certain([*source.header, *source.body])]
    return tuple(
        spec
        for spec in source.always
        if spec.kind != "disclaimer" and not any(_serves(other, spec) for other in present)
    )


def _with_disclaimer(foot: tuple[Spec, ...], source: LayoutSource) -> tuple[Spec, ...]:
    """Give a foot that has the disclaimer, unless a sheet of one page has it elsewhere.

    A running foot that is not there stays so: the first page's stands in for it.
    """
    if not foot and source.footer:
        return foot
    present = list(_certain(foot))
    if source.pages and source.pages.most == 1:
        present += _certain([*source.header, *source.body])
    wanted = (spec for spec in source.always if spec.kind == "disclaimer")
    missing = [spec for spec in wanted if not any(_serves(other, spec) for other in present)]
    return (*foot, *missing)


def _certain(specs: Sequence[Spec]) -> Iterator[Spec]:
    """Give the specifications that stand on the sheet whatever the data."""
    for spec in specs:
        if not spec.when and not spec.instead_of:
            yield spec
            if not _is_of_items(spec):
                yield from _certain(spec.inner)


def _with_safety(specs: Sequence[Spec], always: Sequence[Spec]) -> tuple[Spec, ...]:
    """Give a body in which each item of a gathering says when to stop."""
    return tuple(
        _each_with_safety(spec, always) if isinstance(spec, Container) else spec for spec in specs
    )


def _each_with_safety(spec: Container, always: Sequence[Spec]) -> Container:
    if not _is_of_items(spec):
        return replace(spec, blocks=_with_safety(spec.blocks, always))
    wanted = (each for each in always if "safety" in each.of)
    present = list(_certain(spec.blocks))
    missing = [each for each in wanted if not any(_serves(other, each) for other in present)]
    return replace(spec, blocks=(*spec.blocks, *missing))


def _is_of_items(spec: Spec) -> bool:
    """Whether a specification holds what is said of each item of a gathering."""
    return "items" in spec.of


def _serves(other: Spec, wanted: Spec) -> bool:
    if wanted.kind == "disclaimer":
        return other.kind == "disclaimer"
    return bool(set(wanted.of) & set(other.of))
