"""ExerciseAPI: English exercises of one sentence, with repetitions.

https://github.com/aschenoni/exercise-api
"""

from __future__ import annotations

from handouts.importers import fields
from handouts.importers.characters import in_words
from handouts.importers.directions import Directions, plain_cues
from handouts.importers.draft import Draft, Fields, Value
from handouts.importers.licence import credit
from handouts.importers.record import Record

SOURCE = "https://exercise-api.com"


def draft(record: Record) -> Draft:
    """Make an exercise of a record. Raises ``Refused``."""
    record.skip("id")
    name = fields.title(record, "name")
    needed = fields.needs(record.texts("equipment"))
    written = {
        **fields.given(exercise=name),
        **fields.with_tags(needed, record.text("pattern")),
        **fields.muscles_of(record, "primary_muscle", "secondary_muscles"),
        **_goals(record),
        **Directions(execution=tuple(plain_cues(record.prose("cues") or ""))).fields,
        "credit": credit(record, author="ExerciseAPI", licence="CC BY 4.0", source=SOURCE),
    }
    fields.require_directions(written, record, "cues")
    return Draft(fields=written)


def _goals(record: Record) -> Fields:
    """The repetitions that the record itself asks for, under the goal it names."""
    low, high = record.text("default_rep_low"), record.text("default_rep_high")
    goal = record.text("modality")
    sides = record.flag("unilateral")
    if not (low and high and low.isdecimal() and high.isdecimal()):
        return {}
    dose: dict[str, Value] = {"reps": low if low == high else f"{low}-{high}"}
    if sides:
        dose["side"] = "each"
    return {"goals": {in_words(goal or "usual"): dose}}
