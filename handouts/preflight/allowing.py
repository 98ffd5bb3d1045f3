"""What files allow without need: a code that is none, an error, or what is not found there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from handouts.model.kind import Item
from handouts.preflight.among import CODES as AMONG_OTHERS
from handouts.preflight.catalogue import CATALOGUE, completeness, doses, figures, words
from handouts.source.problem import Problem, Severity
from handouts.source.wording import did_you_mean

ALWAYS_LOOKED_FOR = AMONG_OTHERS | frozenset(
    rule.code
    for group in (completeness, doses, figures, words)
    for rule in group.RULES
    if rule.severity is Severity.WARNING
)
"""Codes that are looked for in an item by itself, whatever the layouts and the rest of a run."""


def idle(item: Item, found: Collection[str]) -> Iterator[Problem]:
    """Warn of what an item allows without need. ``found`` are the codes that were."""
    place = item.places.get("allow")
    for code, _ in item.allow:
        rule = CATALOGUE.get(code)
        if rule is None:
            hint = did_you_mean(code, CATALOGUE) or "docs/checks.md lists the codes"
            message = f"there is no check called {code}"
            yield Problem("unknown-code", message, place, hint, Severity.WARNING)
        elif not rule.can_be_allowed:
            message = f"{code} is an error, which nothing allows"
            yield Problem("allowed-nothing", message, place, rule.mend, Severity.WARNING)
        elif code in ALWAYS_LOOKED_FOR and code not in found:
            message, hint = f"nothing here needs {code} to be allowed", "take the line out"
            yield Problem("allowed-nothing", message, place, hint, Severity.WARNING)
