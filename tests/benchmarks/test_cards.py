"""The cards to measure with are always the same, all different, and print on our side."""

from pathlib import Path

import pytest

from benchmarks.cards import WORDS, library, word_count, write_library
from benchmarks.handouts_side import FITTED, FIXED, prepare
from handouts import resources
from handouts.layout.labels import load_labels
from handouts.layout.load import Layouts
from handouts.model.library import Library

COUNT = 12


@pytest.fixture(scope="module")
def cards() -> dict[str, str]:
    return library(COUNT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    write_library(COUNT, folder)
    return folder


def test_the_same_cards_come_every_time(cards: dict[str, str]) -> None:
    assert library(COUNT) == cards


def test_no_two_cards_are_alike(cards: dict[str, str]) -> None:
    assert len(cards) == COUNT
    assert len(set(cards.values())) == COUNT


def test_every_card_is_about_six_hundred_words_long(cards: dict[str, str]) -> None:
    lengths = [word_count(card) for card in cards.values()]
    assert all(length in WORDS for length in lengths), lengths


def test_no_two_cards_share_a_cue(cards: dict[str, str]) -> None:
    lines = [line for card in cards.values() for line in card.splitlines()]
    cues = [line for line in lines if line.startswith("  - ")]
    assert len(cues) == (5 + 6 + 6 + 1) * COUNT
    assert len(set(cues)) == len(cues)


def test_every_card_reads_without_a_problem(folder: Path) -> None:
    exercises = Library((folder,))
    assert len(exercises.entries) == COUNT
    assert exercises.problems == ()
    for entry in exercises.entries:
        item, problems = exercises.read(entry)
        assert item is not None
        assert problems == ()


@pytest.mark.parametrize("layout", [FITTED, FIXED])
def test_the_layouts_to_measure_with_have_no_problem(layout: Path) -> None:
    labels = load_labels(resources.labels(), "en")
    loaded, problems = Layouts(resources.libraries("layouts"), labels).load(str(layout))
    assert loaded is not None
    assert problems == []


@pytest.mark.parametrize("layout", [FITTED, FIXED])
def test_our_side_prints_every_card_as_it_is_written(
    folder: Path, tmp_path: Path, layout: Path
) -> None:
    print_card = prepare(folder, layout)
    for entry in Library((folder,)).entries:
        target = tmp_path / f"{entry.name}.pdf"
        print_card(entry.name, target)
        assert target.read_bytes().startswith(b"%PDF-")
