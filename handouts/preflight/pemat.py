"""PEMAT: how easy a handout is to understand and to act on, as far as a program can tell.

Source: Shoemaker, Wolf and Brach, The Patient Education Materials Assessment Tool (PEMAT) and
User's Guide, AHRQ 2013, PEMAT-P for printed material. The wording is ours; the numbers are the
tool's, which leaves out 13 and 14 for what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Document,
    Field,
    Figure,
    Frame,
    Image,
    Item,
    Paragraph,
    Pictures,
    Table,
    WriteBoxes,
    WriteLines,
    walk,
)
from handouts.model.dose import Load
from handouts.model.program.program import Program
from handouts.preflight.copy import INSTRUCTIONS, Copy

LONGEST_PASSAGE = 100
"""Words that can stand without a break."""

SHORT_HEADING = 5
"""Words of a table's heading that is short."""

_HARD = frozenset(("reading-level", "jargon"))
_CROWDED = frozenset(("cue-length", "several-actions", "verb-first"))
"""Codes of hard words, and of steps that are not small."""

_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Criterion:
    """An item of the tool. Each belongs to ``understand`` or to ``act``; ``needs_eyes`` says that a
    program cannot tell.
    """

    number: int
    says: str
    needs_eyes: bool = False

    @property
    def is_for_acting(self) -> bool:
        """Whether it is about acting on the handout, not about understanding it."""
        return self.number >= FIRST_OF_ACTION

    @property
    def judged_by(self) -> str:
        """Who can tell."""
        return "a person" if self.needs_eyes else "the program"


FIRST_OF_ACTION = 20

ITEMS = (
    Criterion(1, "It is plain at once what it is for."),
    Criterion(2, "Nothing in it leads away from that.", needs_eyes=True),
    Criterion(3, "It uses everyday words."),
    Criterion(4, "Words of the trade are few, and are explained."),
    Criterion(5, "Sentences say who does what."),
    Criterion(6, "Numbers are clear."),
    Criterion(7, "The reader has nothing to work out."),
    Criterion(8, "It comes in short pieces."),
    Criterion(9, "Its parts have headings."),
    Criterion(10, "It goes in an order that makes sense.", needs_eyes=True),
    Criterion(11, "It has a summary."),
    Criterion(12, "Boxes, bold type or numbers show what matters."),
    Criterion(15, "There are pictures where they help."),
    Criterion(16, "Pictures say what the text says, and do not distract.", needs_eyes=True),
    Criterion(17, "Pictures have captions."),
    Criterion(18, "Pictures are clear and uncluttered.", needs_eyes=True),
    Criterion(19, "Tables are simple, with short headings."),
    Criterion(20, "It says at least one thing to do."),
    Criterion(21, "It speaks to the reader."),
    Criterion(22, "It breaks what to do into small steps."),
    Criterion(23, "It has something to act with, such as boxes to tick."),
    Criterion(24, "It says how to work out what has to be worked out."),
    Criterion(25, "It says how to read its tables.", needs_eyes=True),
    Criterion(26, "Pictures show how to do it."),
)
"""The items for printed material."""


class Verdict(StrEnum):
    """What an item comes to."""

    YES = "yes"
    NO = "no"
    LOOK = "look"
    DOES_NOT_APPLY = "does not apply"


@dataclass(frozen=True, slots=True)
class Score:
    """An item and what it comes to; ``LOOK`` is for a person to judge."""

    criterion: Criterion
    verdict: Verdict


def assess(
    copies: Sequence[Copy], codes: Collection[str], documents: Sequence[Document]
) -> tuple[Score, ...]:
    """Score a handout: what its items say, the codes of what was found in them, and what is set."""
    blocks = [*_blocks(documents)]
    told = {**_of_words(copies, codes), **_of_pages(blocks), **_of_doses(copies, codes)}
    return tuple(Score(each, told.get(each.number, Verdict.LOOK)) for each in ITEMS)


def percentage(scores: Iterable[Score], for_acting: bool) -> int | None:
    """Give the share of the items that agree among those that were scored, in percent."""
    scored = [
        score.verdict is Verdict.YES
        for score in scores
        if score.verdict in (Verdict.YES, Verdict.NO)
        and score.criterion.is_for_acting is for_acting
    ]
    return round(100 * sum(scored) / len(scored)) if scored else None


def _verdict(agrees: bool, applies: bool = True) -> Verdict:
    if not applies:
        return Verdict.DOES_NOT_APPLY
    return Verdict.YES if agrees else Verdict.NO


def _of_words(copies: Sequence[Copy], codes: Collection[str]) -> Mapping[int, Verdict]:
    passages = [passage for copy in copies for passage in copy.passages]
    steps = [passage for passage in passages if passage.key in INSTRUCTIONS]
    has_summary = all(copy.item.summary for copy in copies)
    found = {
        1: _verdict(has_summary),
        8: _verdict(all(len(each.text.split()) <= LONGEST_PASSAGE for each in passages)),
        11: _verdict(has_summary),
        20: _verdict(bool(steps) or any(isinstance(copy.item, Program) for copy in copies)),
    }
    if not all(copy.is_english for copy in copies):
        return found  # no rule of ours knows the words of other languages
    return {
        **found,
        3: _verdict(_HARD.isdisjoint(codes)),
        4: _verdict("jargon" not in codes),
        5: _verdict("passive-voice" not in codes),
        21: _verdict(any(_YOU.search(passage.text) for passage in passages)),
        22: _verdict(_CROWDED.isdisjoint(codes), applies=bool(steps)),
    }


def _of_doses(copies: Sequence[Copy], codes: Collection[str]) -> Mapping[int, Verdict]:
    """Numbers; a percentage of a maximum has to be worked out, where its load does not print."""
    to_work_out = any(map(_has_percentages, copies))
    return {
        6: _verdict(not any(code.startswith(("dose-", "missing-dose")) for code in codes)),
        7: _verdict(not to_work_out),
        24: Verdict.LOOK if to_work_out else Verdict.DOES_NOT_APPLY,
    }


def _has_percentages(copy: Copy) -> bool:
    if not isinstance(copy.item, Program):
        return False
    tasks = (task for session in copy.item.plan for task in session.tasks)
    loads = (task.values.get("load") for task in tasks)
    values = (piece.value for by_week in loads if by_week for piece in by_week.pieces)
    return any(isinstance(value, Load) and "%" in str(value) for value in values)


def _of_pages(blocks: Sequence[Block]) -> Mapping[int, Verdict]:
    pictures = [block for block in blocks if isinstance(block, Figure | Pictures | Image)]
    sets = [block for block in pictures if isinstance(block, Figure | Pictures)]
    captions = [caption for each in sets for caption in each.captions]
    headings = [block for block in blocks if (block.role or "").startswith("H")]
    tables = [block for block in blocks if isinstance(block, Table)]
    marked = any(isinstance(block, Frame | Item) for block in blocks)
    tools = any(isinstance(block, Field | WriteLines | WriteBoxes) for block in blocks)
    return {
        9: _verdict(len(headings) > 1),
        12: _verdict(marked),
        15: _verdict(bool(pictures)),
        17: _of_captions(captions),
        19: _verdict(all(map(_is_simple, tables)), applies=bool(tables)),
        23: _verdict(tools),
        25: Verdict.LOOK if tables else Verdict.DOES_NOT_APPLY,
        26: _verdict(bool(sets)),
    }


def _of_captions(captions: Sequence[Block | None]) -> Verdict:
    """Pictures without any caption may stand beside their titles, as on the rungs of a ladder."""
    if captions and not any(captions):
        return Verdict.LOOK
    return _verdict(all(captions), applies=bool(captions))


def _is_simple(table: Table) -> bool:
    """Whether the headings of a table are there, and short."""
    heads = [cell.block for row in table.rows for cell in row.cells if cell.head]
    texts = [
        "".join(run.text for run in each.runs) for each in heads if isinstance(each, Paragraph)
    ]
    return bool(heads) and all(len(text.split()) <= SHORT_HEADING for text in texts)


def _blocks(documents: Sequence[Document]) -> Iterator[Block]:
    for document in documents:
        for tree in (document.header, document.running_header, document.body, document.footer):
            yield from walk(tree)
