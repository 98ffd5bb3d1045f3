"""The bidirectional algorithm: cases of our own for its rules, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.typeset.bidi import (
    base_level,
    embedding_levels,
    levels,
    visual_order,
)
from handouts.typeset.text import runs_both_ways

MIXED = st.text(
    "abאבعغ12٣٤ +-–×.,%/()[]!\u0301\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Hebrew and Arabic letters, marks, numbers of two kinds, signs, and all controls."""


def shown(text: str, base: int = 1) -> str:
    """A text as it stands from left to right; what prints nothing is dropped."""
    found = embedding_levels(text, base)
    return "".join(text[index] for index in visual_order(found) if text[index].isprintable())


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc אבג def", 0, "00001110000"),
        ("אבג abc דהו", 1, "11112221111"),
        ("אבג 12 דהו", 1, "1111221111"),  # numbers run left to right
        ("ع 1.5", 1, "11222"),  # W4: one separator within a number
        ("א 5%", 1, "1122"),  # W5: a sign that goes with a number
        ("א +5", 1, "1112"),  # W6: one that does not, here
        ("abc 12", 0, "000000"),  # W7
        ("א (a) ב", 1, "1112111"),  # N0: brackets go with the paragraph if what is inside does not
        ("a (אב) b", 0, "00011000"),
        ("a (א b) ב", 0, "000100001"),
    ],
)
def test_levels_are_those_of_the_standard(text: str, base: int, expected: str) -> None:
    assert "".join(map(str, levels(text, base))) == expected


def test_an_isolate_is_one_neutral_thing_for_what_is_around_it() -> None:
    found = levels("א \u2066a ב!\u2069 ג", 1)
    assert [found[index] for index in (0, 1, 2, 7, 8, 9)] == [1] * 6
    assert found[3] == 2
    assert found[5] == 3
    assert found[6] == 2


def test_a_first_strong_isolate_runs_as_its_first_letter_does() -> None:
    assert levels("a \u2068א b\u2069", 0)[3:6] == [1, 1, 2]
    assert levels("a \u2068b א\u2069", 0)[3:6] == [2, 2, 3]


def test_an_override_turns_letters_round() -> None:
    assert levels("\u202eab\u202cc", 0)[1:3] == [1, 1]
    assert levels("\u202eab\u202cc", 0)[4] == 0


def test_embeddings_too_deep_are_passed_over() -> None:
    text = "\u202b\u202a" * 100 + "a" + "\u202c" * 200 + "b"
    found = levels(text, 0)
    assert max(found) <= 126
    assert found[-1] == 0


def test_runs_are_turned_round_from_the_deepest_level_on() -> None:
    assert visual_order([0, 1, 1, 0]) == [0, 2, 1, 3]
    assert visual_order([1, 1, 2, 2, 1]) == [4, 2, 3, 1, 0]
    assert visual_order([]) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("סט 3–4 × 4–6", "3–4 × 4–6 טס"),
        ("משקל 20 kg", "20 kg לקשמ"),
        ("טל +1 (555) 010-2030", "+1 (555) 010-2030 לט"),
        ("טל 555 010 2030 עכשיו", "וישכע 555 010 2030 לט"),
        ("קצב 3-1-1-0", "3-1-1-0 בצק"),
        ("קצב RPE 7–8 היום", "םויה RPE 7–8 בצק"),
        ("העלו 75% TM", "75% TM ולעה"),
        ("א 1, 2, 3 ב", "ב 3 ,2 ,1 א"),  # a list is read as the text is
    ],
)
def test_doses_loads_and_telephones_keep_their_order(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_a_paragraph_runs_as_its_page_unless_all_its_letters_run_the_other_way() -> None:
    assert base_level("Push-up: שכיבות סמיכה", mirrored=True) == 1
    assert base_level("12 Mill Lane.", mirrored=True) == 0
    assert base_level("3–4 × 4–6", mirrored=True) == 0
    assert base_level("שכיבות סמיכה.", mirrored=False) == 1
    assert base_level("Push-up (שכיבות)", mirrored=False) == 0


def test_only_text_that_runs_right_to_left_somewhere_is_looked_at() -> None:
    assert not runs_both_ways("Ελληνικά, Łódź – 3 × 4 ½")
    assert runs_both_ways("a ש")
    assert runs_both_ways("ﷺ")


@given(MIXED, st.sampled_from((0, 1)))
def test_every_character_has_a_level_and_stands_once(text: str, base: int) -> None:
    for found in (levels(text, base), embedding_levels(text, base)):
        assert len(found) == len(text)
        assert min(found, default=base) >= base
        assert sorted(visual_order(found)) == list(range(len(text)))


@given(st.text("ab 12.,()-"), st.text("אבגד "))
def test_what_runs_one_way_only_stays_or_turns_as_a_whole(latin: str, hebrew: str) -> None:
    assert set(levels(latin, 0)) <= {0}
    assert visual_order(levels(hebrew, 1)) == list(reversed(range(len(hebrew))))
