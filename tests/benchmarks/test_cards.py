"""The cards to measure with are the same every time, all different, and as long as promised."""

from pathlib import Path

import pytest

from benchmarks.cards import WORDS, library, word_count, write_library

COUNT = 12


@pytest.fixture(scope="module")
def cards() -> dict[str, str]:
    return library(COUNT)


def test_the_same_cards_come_every_time(cards: dict[str, str]) -> None:
    assert library(COUNT) == cards


def test_a_longer_library_is_no_other_kind_of_library(cards: dict[str, str]) -> None:
    assert len(cards) == COUNT
    assert len(set(cards.values())) == COUNT


def test_every_card_is_about_six_hundred_words_long(cards: dict[str, str]) -> None:
    assert {word_count(card) in WORDS for card in cards.values()} == {True}


def test_no_two_cards_share_a_cue(cards: dict[str, str]) -> None:
    cues = [
        line for card in cards.values() for line in card.splitlines() if line.startswith("  - ")
    ]
    assert len(cues) == 19 * COUNT
    assert len(set(cues)) == len(cues)
