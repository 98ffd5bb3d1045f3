"""Blocks that no sheet goes without: a layout that forgets one is given it all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.layout.declare import LayoutSource
from handouts.layout.spec import Container, Spec


def missing(source: LayoutSource) -> tuple[Spec, ...]:
    """Give the blocks that no sheet goes without, as far as the body forgets them.

    Only a block that stands on every sheet serves as one.
    """
    present = [*_certain(source.footer), *_certain([*source.header, *source.body])]
    return tuple(
        spec
        for spec in source.always
        if spec.kind != "disclaimer" and not any(_serves(other, spec) for other in present)
    )


def with_disclaimer(foot: tuple[Spec, ...], source: LayoutSource) -> tuple[Spec, ...]:
    """Give a foot that has the disclaimer, unless a sheet of one page has it elsewhere.

    A running foot that is not there stays so: the first page's stands in for it.
    """
    if not foot and source.footer:
        return foot
    present = list(_certain(foot))
    if source.pages and source.pages.most == 1:
        present += _certain([*source.header, *source.body])
    wanted = (spec for spec in source.always if spec.kind == "disclaimer")
    lacking = [spec for spec in wanted if not any(_serves(other, spec) for other in present)]
    return (*foot, *lacking)


def with_safety(specs: Sequence[Spec], always: Sequence[Spec]) -> tuple[Spec, ...]:
    """Give a body in which each item of a gathering says when to stop."""
    return tuple(
        _each_with_safety(spec, always) if isinstance(spec, Container) else spec for spec in specs
    )


def _each_with_safety(spec: Container, always: Sequence[Spec]) -> Container:
    if not _is_of_items(spec):
        return replace(spec, blocks=with_safety(spec.blocks, always))
    wanted = (each for each in always if "safety" in each.of)
    present = list(_certain(spec.blocks))
    lacking = [each for each in wanted if not any(_serves(other, each) for other in present)]
    return replace(spec, blocks=(*spec.blocks, *lacking))


def _certain(specs: Sequence[Spec]) -> Iterator[Spec]:
    """Give the specifications that stand on the sheet whatever the data."""
    for spec in specs:
        if not spec.when and not spec.instead_of:
            yield spec
            if not _is_of_items(spec):
                yield from _certain(spec.inner)


def _is_of_items(spec: Spec) -> bool:
    """Whether a specification holds what is said of each item of a gathering."""
    return "items" in spec.of


def _serves(other: Spec, wanted: Spec) -> bool:
    if wanted.kind == "disclaimer":
        return other.kind == "disclaimer"
    return bool(set(wanted.of) & set(other.of))
