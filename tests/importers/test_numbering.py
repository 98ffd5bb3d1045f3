"""The numbers of steps within a text are found, and nothing but numbers is taken away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.importers.text.numbering import numbered_parts, unnumbered


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. Lie down 2. Rise up 3. Rest", ["Lie down", "Rise up", "Rest"]),
        ("1) Lie for 2 - 3 s 2) Rise", ["Lie for 2 - 3 s", "Rise"]),
        ("(1) Sit (2) Stand", ["Sit", "Stand"]),
        ("1.Sit 2.Move 1.5 m", ["Sit", "Move 1.5 m"]),
        ("Step 1: Lie down Step 2: Rise", ["Lie down", "Rise"]),
        ("Schritt 1 - Sitzen Schritt 2 - Stehen", ["Sitzen", "Stehen"]),
        ("Steps: 1. Sit 2. Stand", ["Steps: Sit", "Stand"]),
        ("Keep calm. 1. Sit 2. Stand", ["Keep calm.", "Sit", "Stand"]),
        ("1. Sit and relax", ["Sit and relax"]),
        ("Do 1. Rest 2. Go", []),
        ("Hold for 10 s. 1. Rest", []),
        ("2. Stand", []),
    ],
)
def test_a_text_is_parted_at_numbers_that_count_from_one(text: str, parts: list[str]) -> None:
    assert numbered_parts(text) == parts


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("2. Stand", "Stand"),
        ("2.Stand", "Stand"),
        ("(12) Stand", "Stand"),
        ("1.- Stand", "Stand"),
        ("• Stand", "Stand"),
        ("–Stand", "Stand"),
        ("**3.** Stand", "Stand"),
        ("1.5 m apart", "1.5 m apart"),
        ("5 - 10 times", "5 - 10 times"),
        ("-5 kg", "-5 kg"),
        ("2.", "2."),
    ],
)
def test_a_line_loses_its_number_or_dash_and_nothing_else(line: str, text: str) -> None:
    assert unnumbered(line) == text


@given(st.lists(st.sampled_from(["Sit", "for", "2", "10", "s", "down."]), min_size=1, max_size=5))
def test_numbering_loses_no_word(words: list[str]) -> None:
    text = f"1. {' '.join(words)} 2. Rise {' '.join(words)}"
    said = " ".join(numbered_parts(text)).split()
    left = text.split()
    for word in said:
        left.remove(word)
    assert set(left) <= {"1.", "2."}
