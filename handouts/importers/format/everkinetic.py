"""Everkinetic: English exercises with a primer, steps, tips and pairs of drawings.

https://github.com/everkinetic/data
"""

from __future__ import annotations

from itertools import zip_longest

from handouts.importers.draft import Draft
from handouts.importers.format import fields
from handouts.importers.format.credits import credit
from handouts.importers.record import Record
from handouts.importers.text.directions import Directions

SOURCE = "https://github.com/everkinetic/data"


def draft(record: Record) -> Draft:
    """Make an exercise of a record. Raises ``Refused``."""
    record.skip("id", "name")
    title = fields.title(record, "title", "name")
    needed = fields.needs(record.texts("equipment"))
    kinds = (record.text("type") or "").split(", ")
    told = Directions(
        summary=tuple(record.texts("primer")),
        execution=tuple(fields.cues(record, "steps")),
        tips=tuple(fields.cues(record, "tips")),
    )
    written = {
        **fields.given(exercise=title),
        **fields.with_tags(needed, *kinds),
        **fields.muscles_of(record, "primary", "secondary"),
        **told.fields,
        **fields.given(sources=[*record.texts("references")]),
        "credit": credit(record, author="Everkinetic", licence="CC BY-SA 4.0", source=SOURCE),
    }
    fields.require_directions(written, record, "steps")
    return Draft(fields=written, pictures=_pictures(record))


def _pictures(record: Record) -> tuple[tuple[str, ...], ...]:
    """The drawings, each of which is there twice: as PNG, and as SVG."""
    return tuple(zip_longest(record.texts("png"), record.texts("svg"), fillvalue=""))
