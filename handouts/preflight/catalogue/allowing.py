"""Rules of silencing other rules in a file."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "unknown-code",
        "A file allows something that is no code of ours.",
        "The check that it was to silence speaks on.",
        "Mend the spelling; the hint names the nearest. handouts check --verbose names codes.",
        Severity.WARNING,
    ),
    Rule(
        "allowed-nothing",
        "A file allows something that is not found in it, or an error.",
        "Once it is found, nobody is told. An error cannot be allowed: it would print wrong.",
        "Take the line out.",
        Severity.WARNING,
    ),
)
"""The rules of silencing."""
