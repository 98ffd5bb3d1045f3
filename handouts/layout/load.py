"""Reading layouts: a file, what it extends, and everything in it checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from handouts.layout.assemble import assemble
from handouts.layout.chain import Chains
from handouts.layout.declare import LAYOUT, LayoutSource
from handouts.layout.finding import Finder, is_path, led_to
from handouts.layout.following import without_what_follows
from handouts.layout.labels import Labels
from handouts.layout.papers import of_other_cells
from handouts.layout.parameter import Parameter, filled
from handouts.layout.spec import Layout
from handouts.layout.unknown import unused
from handouts.model.grammar import Grammar
from handouts.source.bounds import outside
from handouts.source.digest import Digests
from handouts.source.disk import LARGEST, content
from handouts.source.node import Mapping as MappingNode
from handouts.source.node import Text
from handouts.source.problem import Problem, Severity, has_error

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
        self._finder = Finder(folders, allowed)
        self._chains = Chains(self._finder, digests or Digests())
        self._labels = labels
        self._chosen = chosen or {}
        self._loaded: dict[str, tuple[Layout | None, list[Problem]]] = {}

    def names(self) -> list[str]:
        """List the layouts that lay out some kind of data, by name."""
        return self._finder.names()

    def likely(self, kinds: Collection[str]) -> list[str]:
        """List the layouts that may be the default ones for some kinds of data, unchecked.

        Those that cannot be read are among them: what they are for is not known.
        """
        return [name for name in self.names() if self._may_be_default(name, kinds)]

    def _may_be_default(self, name: str, kinds: Collection[str]) -> bool:
        """Whether a layout may say so: told by the bytes of its file, most of which say enough."""
        path = next(path for path in self._finder.places(name, None) if path.is_file())
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
        return self._chains.resolve(name)

    def files(self, name: str) -> list[Path]:
        """Give the files that decide what a layout is: its own, of all it extends, of its parts.

        They are all the places in which each is looked for, whether or not a file is there yet.
        """
        return self._chains.files(name)

    def _read(self, node: MappingNode, problems: list[Problem]) -> Layout | None:
        """Read what a layout says; as far as that can be read, it is checked."""
        reading = _GRAMMAR.reading(node, problems, "a layout")
        source = reading.value
        if source is None or not reading.remains.whole:
            problems[:] = without_what_follows(reading.problems, reading.problems)
            return None
        found: list[Problem] = []
        layout = assemble(source, self._labels, found)
        problems[:] = reading.and_found(found).problems
        problems[:] = without_what_follows(problems, reading.problems)
        if not problems:
            problems += [*unused(node), *_misnamed(source)]
        return self._with_others(layout, source, problems)

    def _with_others(self, layout: Layout, source: LayoutSource, problems: list[Problem]) -> Layout:
        """Give a layout with those that it is made of, and the names of those beside it."""
        parts = [self._part(name, "parts", source, problems) for name in source.parts]
        cards = self._part(source.cards, "cards", source, problems) if source.cards else None
        made_of = [part for part in (*parts, cards) if part]
        problems += of_other_cells(layout, made_of, source)
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
            yield led_to(place, name)

    def _other(
        self, name: str, key: str, source: LayoutSource, problems: list[Problem]
    ) -> Layout | None:
        """Load a layout that this one names."""
        place = source.places[key]
        if is_path(name) and self._finder.is_outside(Path(led_to(place, name)), place):
            problems.append(outside(name, place))
            return None
        layout, found = self.load(led_to(place, name))
        here = (each if each.place else replace(each, place=place) for each in found)
        problems.extend(problem for problem in here if problem not in problems)
        if layout is None and not found:
            problems.append(Problem("extends-circle", f"{name} is a part of itself", place))
        return layout


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
