"""free-exercise-db: English exercises with steps and pairs of photographs.

https://github.com/yuhonas/free-exercise-db, the array ``dist/exercises.json`` or the folder
``exercises``.
"""

from __future__ import annotations

from handouts.importers.draft import Draft
from handouts.importers.format import fields
from handouts.importers.format.credits import credit
from handouts.importers.record import Record
from handouts.importers.text.directions import Directions

SOURCE = "https://github.com/yuhonas/free-exercise-db"


def draft(record: Record) -> Draft:
    """Make an exercise of a record. Raises ``Refused``."""
    record.skip("id")
    name = fields.title(record, "name")
    needed = fields.needs(record.texts("equipment"))
    written = {
        **fields.given(exercise=name, category=record.text("category")),
        **fields.level(record, "level"),
        **fields.with_tags(needed, record.text("force"), record.text("mechanic")),
        **fields.muscles_of(record, "primaryMuscles", "secondaryMuscles"),
        **Directions(execution=tuple(fields.cues(record, "instructions"))).fields,
        "credit": credit(record, licence="Unlicense", source=SOURCE),
    }
    fields.require_directions(written, record, "instructions")
    return Draft(fields=written, pictures=tuple((image,) for image in record.texts("images")))
