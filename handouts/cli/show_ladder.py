"""A ladder as ``show`` says it: its rungs, the easiest first."""

from __future__ import annotations

from collections.abc import Sequence

from handouts.cli import output
from handouts.cli.show_dose import dose_in_words, dose_values
from handouts.model.climbing import Step
from handouts.model.ladder import Ladder


def ladder_as_json(ladder: Ladder, steps: Sequence[Step]) -> dict[str, object]:
    """The ladder's rungs with their doses and what leads from one to the next."""
    return {
        "kind": "ladder",
        "name": ladder.name,
        "title": ladder.title,
        "file": ladder.file,
        "rungs": [_rung(step) for step in steps],
    }


def _rung(step: Step) -> dict[str, object]:
    return {
        "rung": step.number,
        "exercise": step.exercise.name,
        "title": step.title,
        "dose": dose_values(step.dose) if step.dose else None,
        "move_up": step.move_up,
        "step_down": step.step_down,
    }


def ladder_as_text(ladder: Ladder, steps: Sequence[Step]) -> str:
    """The ladder's facts and a table of its rungs."""
    rows = [
        (str(step.number), step.title, dose_in_words(step.dose) if step.dose else "")
        for step in steps
    ]
    facts = output.table([("file", ladder.file)])
    return "\n\n".join([ladder.title, facts, output.table(rows)])
