"""The kinds of blocks, each found by its word."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from handouts.layout import kind
from handouts.layout.kind import KINDS, WORDS


@pytest.mark.parametrize("module", WORDS)
def test_the_words_of_a_module_are_those_that_it_declares(module: str) -> None:
    declared = import_module(f"{kind.__name__}.{module}").KINDS
    assert WORDS[module] == tuple(each.word for each in declared)


def test_every_kind_is_found_by_its_word() -> None:
    assert [each.word for each in KINDS.values()] == list(KINDS)
    assert "calender" not in KINDS


def test_what_a_card_does_not_use_is_not_loaded() -> None:
    code = (
        "import sys; from handouts import resources; from handouts.layout.load import Layouts;"
        "from handouts.layout.labels import load_labels;"
        "labels = load_labels(resources.labels(), 'en');"
        "Layouts(resources.libraries('layouts'), labels).load('card');"
        "print(*sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ended.stdout.split())
    assert "handouts.layout.kind.cues" in loaded
    assert "handouts.layout.kind.calendar" not in loaded
