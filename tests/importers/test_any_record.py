"""Whatever a record holds: files that our reader takes, or a problem, and nothing elsewhere."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handouts.importers.formats import FORMATS
from handouts.importers.library import Importer
from handouts.importers.pictures import Pictures
from handouts.importers.record import Item
from handouts.model.read import read_exercise
from handouts.source.problem import Place

KEYS = st.sampled_from(
    [
        *("name", "title", "instructions", "steps", "cues", "execution", "translations", "tips"),
        *("language", "description", "description_source", "comments", "equipment", "level"),
        *("primaryMuscles", "primary", "muscles", "images", "image", "picture", "png", "svg"),
        *("license", "license_author", "category", "references", "modality", "id", "video"),
        *("default_rep_low", "default_rep_high", "unilateral", "lang", "easier", "sources"),
    ]
)
TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        *("en", "de", "2", "../../x.png", "/etc/passwd", "con", "8", "0", "~", "null", "- a: b"),
        *("<ol><li>Sit</li></ol>", "1. Sit 2. Rise", "**Lead:** text", "https://x.org", "NaN"),
        "x" * 1200,
    ]
)
LEAVES = TEXTS | st.none() | st.booleans() | st.integers() | st.floats()
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
RECORDS = st.fixed_dictionaries(
    {"name": TEXTS, "instructions": VALUES, "steps": VALUES, "execution": TEXTS, "cues": TEXTS},
    optional={
        "translations": st.lists(st.dictionaries(KEYS, VALUES, max_size=8), max_size=3),
        "images": VALUES,
        "muscles": VALUES,
        "license": TEXTS,
    },
)


@pytest.mark.parametrize("word", FORMATS)
@settings(max_examples=60)
@given(st.lists(RECORDS | VALUES, max_size=3))
def test_anything_becomes_files_that_read_or_problems(word: str, values: list[Any]) -> None:
    items = [Item(number, value, Place("in.json")) for number, value in enumerate(values, 1)]
    with TemporaryDirectory() as folder:
        into = Path(folder, "lib")
        importer = Importer(FORMATS[word], into, Pictures(Path(folder, "none")), force=False)
        brought = [*importer.bring(items)]
        assert len(brought) == len(values)
        for each in brought:
            assert each.written or each.unchanged or each.problems
        files = {path for path in Path(folder).rglob("*") if path.is_file()}
        assert files == {Path(file) for each in brought for file in each.written}
        for file in files:
            if file.name.count(".") == 1:
                assert read_exercise(file, file.name, (into,)).sound
