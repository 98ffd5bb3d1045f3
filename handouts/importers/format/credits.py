"""Credits of records, and of those whose work stands in one file with theirs."""

from __future__ import annotations

from handouts.importers.draft import Fields, Value
from handouts.importers.format.licence import licence_name
from handouts.importers.record import Record


def credit(
    record: Record, *, author: str | None = None, licence: str | None = None, source: str | None
) -> dict[str, Value]:
    """What a record says of its author and licence, else what holds for all it is taken from."""
    own = record.text("license", "licence")
    parts = {
        "author": record.text("license_author", "author") or author,
        "licence": licence_name(own) if own else licence,
        "source": source,
    }
    return {key: value for key, value in parts.items() if value}


def credited(fields: Fields, others: Value) -> Fields:
    """The fields with more credits, each once."""
    credits = [*_listed(fields.get("credit", [])), *_listed(others)]
    once = [credit for number, credit in enumerate(credits) if credit not in credits[:number]]
    if not once:
        return fields
    return {**fields, "credit": once if len(once) > 1 else once[0]}


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]
