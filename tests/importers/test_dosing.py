"""What tables say of how much becomes a dose that our reader takes, and every other word a note."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.importers.format import columns
from handouts.importers.reading_back import readable
from handouts.importers.record import Record
from handouts.importers.text.dosing import dose_of


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("3x10", {"sets": "3", "reps": "10"}),
        ("3 × 8-12", {"sets": "3", "reps": "8-12"}),
        (
            "3 sets of 8–12 each side, 60s rest",
            {"sets": "3", "reps": "8–12", "rest": "60s", "side": "each"},
        ),
        ("2-3 sets x 10 reps", {"sets": "2-3", "reps": "10"}),
        ("3 x 30 sec hold, daily", {"sets": "3", "hold": "30 sec", "frequency": "daily"}),
        ("10 reps twice", {"reps": "10", "note": "twice"}),
        ("3 sets", {"sets": "3"}),
        (
            "3x10 3 times a week, rest 1-2 min",
            {"sets": "3", "reps": "10", "frequency": "3/week", "rest": "1-2 min"},
        ),
        ("3x10, 60 s rest, slowly.", {"sets": "3", "reps": "10", "rest": "60 s", "note": "slowly"}),
        ("3x10, slowly; each leg", {"sets": "3", "reps": "10", "note": "slowly; each leg"}),
        ("3x10 kg", {"note": "3x10 kg"}),
        ("as much as you like", {"note": "as much as you like"}),
    ],
)
def test_a_dose_in_a_cell_is_read(text: str, dose: dict[str, str]) -> None:
    assert dose_of(text) == dose
    assert readable({"exercise": "A", "execution": ["Sit."], "goals": {"usual": {**dose}}})[1] == []


@given(
    st.lists(
        st.sampled_from(
            [*("3x10", "3 sets", "of", "8-12", "reps", "60 s", "rest", "slow", ",", "daily", "5")]
        ),
        max_size=7,
    )
)
def test_a_dose_keeps_every_number_and_word_but_those_of_its_keys(words: list[str]) -> None:
    text = " ".join(words)
    kept = " ".join(dose_of(text).values())
    left = re.findall(r"\w+", text)
    for word in re.findall(r"\d+|[^\W\d]+", kept):
        assert word in text
    assert sorted(re.findall(r"\d+", kept)) == sorted(re.findall(r"\d+", text))
    assert ("slow" in left) == ("slow" in kept)


def test_columns_of_a_dose_are_one() -> None:
    row = {"name": "A", "execution": "Sit.", "sets": "3", "reps": "8-12", "rest": "60 s"}
    draft = columns.draft(Record(row))
    assert draft.fields["goals"] == {"usual": {"sets": "3", "reps": "8-12", "rest": "60 s"}}
    draft = columns.draft(Record({**row, "goal": "strength", "dose": "2x5, slowly"}))
    assert draft.fields["goals"] == {
        "strength": {"sets": "3", "reps": "8-12", "note": "slowly", "rest": "60 s"}
    }
