"""The formats that can be imported."""

from __future__ import annotations

from collections.abc import Callable

from handouts.dataclass import dataclass
from handouts.importers.draft import Draft
from handouts.importers.format import columns, everkinetic, exercise_api, free_exercise_db, wger
from handouts.importers.record import Record


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its word on the command line; ``draft`` raises ``Refused``."""

    word: str
    draft: Callable[[Record], Draft]


TABLE = Format("csv", columns.draft)
FORMATS = {
    each.word: each
    for each in (
        Format("free-exercise-db", free_exercise_db.draft),
        Format("wger", wger.draft),
        Format("everkinetic", everkinetic.draft),
        Format("exercise-api", exercise_api.draft),
        TABLE,
    )
}
