"""PEMAT scores: what a program can tell of a handout, and what it leaves to a person."""

from collections.abc import Collection

import pytest
from copies import copy
from sheets import NoArtwork, labels, layout

from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.preflight.pemat import ITEMS, Score, Verdict, assess, percentage

PLAIN = """exercise: Chair
summary: Strong legs for your day.
safety: Stop if your knee gives way.
goals: {strength: {sets: 3, reps: 8, frequency: 3/week}}
setup: [Sit tall.]
execution: [Stand up., Sit down.]
"""


def scored(text: str, codes: Collection[str] = ()) -> dict[int, Verdict]:
    return {score.criterion.number: score.verdict for score in scores(text, codes)}


def scores(text: str, codes: Collection[str] = ()) -> tuple[Score, ...]:
    subject = copy(text)
    documents, problems = compose(layout("card"), Sheet(subject.item, labels()), NoArtwork())
    assert documents and not problems
    return assess([subject], codes, documents)


def test_every_item_for_printed_material_is_there() -> None:
    assert [item.number for item in ITEMS] == [*range(1, 13), *range(15, 27)]
    assert len(scored(PLAIN)) == 24


def test_a_plain_card_lacks_pictures_alone() -> None:
    found = scored(PLAIN)
    assert [number for number, verdict in found.items() if verdict is Verdict.NO] == [15, 26]


def test_what_a_program_cannot_tell_is_left_to_a_person() -> None:
    found = scored(PLAIN)
    open_items = {number for number, verdict in found.items() if verdict is Verdict.LOOK}
    assert {item.number for item in ITEMS if item.needs_eyes} - {25} <= open_items


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("jargon", 4),
        ("reading-level", 3),
        ("passive-voice", 5),
        ("dose-large", 6),
        ("several-actions", 22),
    ],
)
def test_what_was_found_in_the_words_costs_its_item(code: str, number: int) -> None:
    assert scored(PLAIN)[number] is Verdict.YES
    assert scored(PLAIN, {code})[number] is Verdict.NO


def test_without_a_summary_two_items_are_lost() -> None:
    found = scored(PLAIN.replace("summary: Strong legs for your day.\n", ""))
    assert (found[1], found[11]) == (Verdict.NO, Verdict.NO)


def test_words_of_another_language_are_left_to_a_person() -> None:
    found = scored(f"{PLAIN}lang: de\n")
    assert {found[number] for number in (3, 4, 5, 21, 22)} == {Verdict.LOOK}
    assert found[1] is Verdict.YES


def test_percentages_of_a_maximum_have_to_be_worked_out() -> None:
    program = """program: Strong
summary: You grow strong.
stop_if: [It hurts.]
weeks: 1
sessions: [{session: A, per_week: 1, work: [{exercise: squat, sets: 3, load: 80%}]}]
"""
    found = {score.criterion.number: score.verdict for score in assess([copy(program)], (), [])}
    assert (found[7], found[24]) == (Verdict.NO, Verdict.LOOK)
    assert scored(PLAIN)[24] is Verdict.DOES_NOT_APPLY


def test_the_share_is_of_what_was_scored() -> None:
    one, two, *_, last = ITEMS
    found = (
        Score(one, Verdict.YES),
        Score(two, Verdict.LOOK),
        Score(ITEMS[2], Verdict.NO),
        Score(last, Verdict.DOES_NOT_APPLY),
    )
    assert percentage(found, for_acting=False) == 50
    assert percentage(found, for_acting=True) is None
