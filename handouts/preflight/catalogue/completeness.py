"""Rules of what a handout should have."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "missing-summary",
        "There is no summary.",
        "People do what they know the reason for; a summary is what handouts lack most often.",
        "Write summary: what it is for, in one short sentence.",
        Severity.WARNING,
        "AHRQ, PEMAT-P 1 and 11",
    ),
    Rule(
        "missing-stop",
        "It does not say when to stop.",
        "Somebody alone at home has nobody to ask whether this pain is meant.",
        "Write safety:, in a program stop_if:.",
        Severity.WARNING,
        "AAOS, Otago and STEADI exercise sheets",
    ),
    Rule(
        "missing-picture",
        "An exercise has neither a figure nor a photograph.",
        "Of people with pictures 77 in 100 did their exercises, of those who were told, 38.",
        "Write figure: with a pose, or picture: with a photograph.",
        Severity.WARNING,
        "Schneiders, Zusman and Singer 1998 (PEDro 11882)",
    ),
    Rule(
        "missing-alt",
        "A picture has neither a caption nor alt.",
        "Somebody who cannot see it hears “picture”, and nothing else.",
        "Write {file: …, alt: what the picture shows}.",
        Severity.WARNING,
        "WCAG 2.1, 1.1.1",
    ),
    Rule(
        "missing-dose",
        "An exercise does not say how much.",
        "Without a dose people do what feels right, which is mostly too little.",
        "Write goals: with sets and reps for each.",
        Severity.WARNING,
        "AAOS, Otago and STEADI exercise sheets",
    ),
    Rule(
        "missing-frequency",
        "A dose does not say how often.",
        "Ten repetitions are a dose only with “three days a week” beside them.",
        "Write frequency: 3/week, or 2/day.",
        Severity.WARNING,
        "AAOS, Otago and STEADI exercise sheets",
    ),
)
"""The rules of what a handout should have."""
