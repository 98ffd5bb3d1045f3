"""What became of records that were imported: in lines, in few words, as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handouts.cli import output
from handouts.importers.draft import Unplaced
from handouts.importers.library import Imported
from handouts.source.problem import Problem

MOST_NAMED = 8
"""Fields without a place that a terminal is told of; the report has them all."""


def lines(brought: Iterable[Imported]) -> Iterator[str]:
    """The lines of the report: each record with its files, and what has no place in them."""
    for each in brought:
        if each.number is not None:
            title = f" ({each.title})" if each.title else ""
            yield f"record {each.number}{title}: {_what_became(each)}"
        yield from (f"  {problem.severity}: {problem.message}" for problem in each.problems)
        yield from (f"  no place for {_told(left)}" for left in each.unplaced)
        yield from (f"  kept as written: {_told(kept)}" for kept in each.as_written)


def _what_became(each: Imported) -> str:
    return ", ".join([*each.written, *(f"{file} (unchanged)" for file in each.unchanged)]) or (
        "not imported"
    )


def _told(part: Unplaced) -> str:
    return f"{part.field}: {' '.join(part.value.split())}"


def summary(brought: Sequence[Imported], into: Path, report: Path) -> Iterator[str]:
    """What there is to say at the end: counts, and where to read on."""
    records = sum(each.number is not None for each in brought)
    done = sum(bool(each.written or each.unchanged) for each in brought)
    yield f"{done} of {output.plural(records, 'record')} imported into {into.as_posix()}: " + (
        f"{output.plural(sum(len(each.written) for each in brought), 'file')} written, "
        f"{sum(len(each.unchanged) for each in brought)} unchanged"
    )
    for what, parts in (
        ("no place for", (left for each in brought for left in each.unplaced)),
        ("kept as written", (kept for each in brought for kept in each.as_written)),
    ):
        if counts := _counts(parts):
            yield f"{what}: {counts}"
    yield f"{report.as_posix()} has all of it, record by record"


def _counts(parts: Iterable[Unplaced]) -> str:
    """How often each field is meant, the most frequent first: ``force (844), mechanic (786)``."""
    counts = Counter(part.field.rpartition(", ")[2] for part in parts)
    named = [f"{field} ({count})" for field, count in counts.most_common(MOST_NAMED)]
    more = len(counts) - len(named)
    return ", ".join([*named, f"{more} more"] if more > 0 else named)


def as_json(brought: Sequence[Imported]) -> dict[str, object]:
    """The same as one JSON object."""
    problems: list[Problem] = [problem for each in brought for problem in each.problems]
    return {
        "written": [file for each in brought for file in each.written],
        "unchanged": [file for each in brought for file in each.unchanged],
        "records": [_record_as_json(each) for each in brought if each.number is not None],
        "problems": output.problems_as_json(problems),
    }


def _record_as_json(each: Imported) -> dict[str, object]:
    return {
        "record": each.number,
        "title": each.title,
        "files": [*each.written, *each.unchanged],
        "no_place": [{"field": left.field, "value": left.value} for left in each.unplaced],
        "as_written": [{"field": kept.field, "value": kept.value} for kept in each.as_written],
    }
