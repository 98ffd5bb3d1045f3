"""Cues begin with what to do, ask for one thing, and are short."""

import pytest
from copies import copy, cues, told
from hypothesis import given
from hypothesis import strategies as st

from handouts.preflight.cues import MOST_WORDS, cue_length, one_action, verb_first


@pytest.mark.parametrize(
    "cue",
    [
        "Lift your hips.",
        "Slowly lower them.",
        "Do not hold your breath.",
        "Don't rush.",
        "Let your head rest.",
        "As you breathe out, push up.",
        "With your feet flat, press into the floor.",
        "Standing tall, reach up.",
        "Now gently bend the knee.",
        "Squeeze: Your buttocks do the work.",
        "1, 2, 3.",
    ],
)
def test_a_cue_may_begin_with_a_verb_or_with_how_and_when(cue: str) -> None:
    assert told(verb_first, cues(cue if ": " in cue else f'"{cue}"')) == []


@pytest.mark.parametrize(
    "cue", ["Your back is flat.", "The knees stay bent.", "This works the calf.", "Slowly."]
)
def test_a_cue_that_does_not_begin_with_what_to_do_is_told_at_its_line(cue: str) -> None:
    expected = [] if cue == "Slowly." else [("verb-first", 4)]
    assert told(verb_first, cues("Sit down.", cue)) == expected


def test_a_detail_need_not_begin_with_a_verb_nor_a_tip() -> None:
    assert told(verb_first, cues("Sit tall: Your back is flat.")) == []
    assert told(verb_first, cues("A mirror helps.", key="tips", more="setup: [Sit.]\n")) == []


def test_other_languages_are_not_held_to_english_verbs() -> None:
    assert told(verb_first, cues("Das Knie beugen.", more="lang: de\n")) == []
    assert told(one_action, cues("Lift it, bend it and push it.", more="lang: de\n")) == []


def test_the_cues_of_a_ladder_are_cues() -> None:
    ladder = """ladder: Chair
rungs:
  - {exercise: sit, cues: [Sit down., Your back is flat.]}
  - {exercise: stand}
"""
    assert told(verb_first, copy(ladder)) == [("verb-first", 3)]


def test_three_things_in_one_cue_are_told() -> None:
    many = "Bend your knees, lift your hips and then turn."
    assert told(one_action, cues(many)) == [("several-actions", 3)]
    [problem] = one_action(cues(many))
    assert "3 things: bend, lift, turn" in problem.message


@pytest.mark.parametrize(
    "cue",
    [
        "Bend your knees and lift your hips.",
        "Keep your knees, hips and shoulders in line.",
        "Lift: Push through your heels, not your toes.",
        "Rest your hand, arm and head. The press comes later.",
    ],
)
def test_a_list_of_parts_is_not_a_list_of_things_to_do(cue: str) -> None:
    assert told(one_action, cues(cue)) == []


@given(st.integers(1, 40))
def test_a_sentence_is_too_long_from_twenty_one_words_on(count: int) -> None:
    found = told(cue_length, cues(" ".join(["word"] * count) + "."))
    assert found == ([("cue-length", 3)] if count > MOST_WORDS else [])


def test_short_sentences_may_be_many_and_prose_may_be_long() -> None:
    assert told(cue_length, cues("Sit down. " * 15)) == []
    long = "word " * 25
    assert told(cue_length, cues("Sit.", more=f"summary: {long}\n")) == []
    assert told(cue_length, cues(long, more="lang: de\n")) == [("cue-length", 4)]
