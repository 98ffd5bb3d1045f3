"""PEMAT reports: what a handout was scored, and what is left for a person to judge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from handouts.batch.job import Outcome

if TYPE_CHECKING:
    from handouts.preflight.pemat import Score


def report(outcome: Outcome) -> str:
    """The report on a handout: its two scores, what it lacks, and what a person must look at."""
    scores = outcome.pemat
    [handout] = outcome.job.handouts
    names = ", ".join(entry.name for entry in handout.entries)
    understand, act = _percentages(scores)
    head = (
        f"{names} as {handout.layout}: PEMAT {_said(understand)} to understand, {_said(act)} to act"
    )
    rows = [
        f"  {word:4} {_item(each)}"
        for word in ("no", "look")
        for each in scores
        if each.verdict == word
    ]
    return "\n".join((head, *rows))


def as_json(scores: Sequence[Score]) -> dict[str, object]:
    """The scores as ``--json`` prints them; a verdict is yes, no, look or does not apply."""
    understand, act = _percentages(scores)
    items = [
        {
            "item": each.criterion.number,
            "says": each.criterion.says,
            "verdict": str(each.verdict),
        }
        for each in scores
    ]
    return {"understandability": understand, "actionability": act, "items": items}


def _percentages(scores: Sequence[Score]) -> tuple[int | None, int | None]:
    from handouts.preflight.pemat import percentage

    return percentage(scores, for_acting=False), percentage(scores, for_acting=True)


def _said(percent: int | None) -> str:
    return "nothing" if percent is None else f"{percent} %"


def _item(score: Score) -> str:
    return f"{score.criterion.number:>2} {score.criterion.says}"
