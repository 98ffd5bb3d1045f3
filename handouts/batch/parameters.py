"""What is said of the parameters of layouts, held against what the layouts of a run leave open."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from handouts.batch.plan import Choice
from handouts.layout.load import Layouts
from handouts.source.problem import Problem
from handouts.source.shape import did_you_mean, listed


def unknown_parameters(
    said: Mapping[str, str], choices: Sequence[Choice], layouts: Layouts
) -> list[Problem]:
    """Find what is said of parameters that none of the chosen layouts has."""
    known = {name for chosen in choices for each in chosen.values() for name in each.parameters}
    return [_unknown(name, known, layouts) for name in said if name not in known]


def _unknown(name: str, known: Collection[str], layouts: Layouts) -> Problem:
    message = f"no layout of this run has a parameter called {name}"
    elsewhere = [*_with_parameter(name, layouts)]
    if elsewhere:
        hint = f"{listed(elsewhere)} {'has' if len(elsewhere) == 1 else 'have'} it: name the layout"
    else:
        hint = did_you_mean(name, known) or _offer(layouts)
    return Problem("unknown-parameter", message, hint=hint)


def _with_parameter(name: str, layouts: Layouts) -> Iterator[str]:
    for each in layouts.names():
        layout, _ = layouts.load(each)
        if layout and name in layout.parameters:
            yield each


def _offer(layouts: Layouts) -> str:
    """Say which layouts leave something open, and what."""
    loaded = [layout for name in layouts.names() if (layout := layouts.load(name)[0])]
    offers = [f"{each.name} ({', '.join(each.parameters)})" for each in loaded if each.parameters]
    return f"parameters: {'; '.join(offers)}" if offers else "no layout has parameters"
