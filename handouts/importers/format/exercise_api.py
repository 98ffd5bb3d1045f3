"""ExerciseAPI: English exercises of one sentence, with repetitions.

https://github.com/aschenoni/exercise-api
"""

from __future__ import annotations

from handouts.importers.draft import Draft, Fields, Value
from handouts.importers.format import fields
from handouts.importers.format.credits import credit
from handouts.importers.record import Record
from handouts.importers.text.characters import in_words
from handouts.importers.text.directions import Directions

SOURCE = "https://exercise-api.com"
LOW, HIGH = "default_rep_low", "default_rep_high"


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
        **Directions(execution=tuple(fields.cues(record, "cues"))).fields,
        "credit": credit(record, author="ExerciseAPI", licence="CC BY 4.0", source=SOURCE),
    }
    fields.require_directions(written, record, "cues")
    return Draft(fields=written)


def _goals(record: Record) -> Fields:
    """The repetitions that the record itself asks for, under the goal it names."""
    low, high = record.text(LOW) or "", record.text(HIGH) or ""
    if not (low.isdecimal() and high.isdecimal()):
        record.give_back(LOW, HIGH)
        return {}
    dose: dict[str, Value] = {"reps": low if low == high else f"{low}-{high}"}
    if record.flag("unilateral"):
        dose["side"] = "each"
    return {"goals": {in_words(record.text("modality") or "usual"): dose}}
