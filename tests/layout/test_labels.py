"""Labels: every language has the same keys, and knows which tips say what not to do."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from sheets import LAYOUTS, ROOT, labels

from handouts.layout.labels import BrokenLabels, languages, load_labels
from handouts.layout.schema import labels_schema


@pytest.mark.parametrize(
    ("lead", "warns"),
    [
        ("Avoid bare floors", True),
        ("Do not rush", True),
        ("Don’t drop", True),
        ("Never bounce", True),
        ("No jerking", True),
        ("Note the line", False),
        ("Notice your breath", False),
        ("Nod gently", False),
        ("Keep going", False),
    ],
)
def test_a_tip_that_says_what_not_to_do_is_known_by_its_first_word(lead: str, warns: bool) -> None:
    assert labels().is_warning(lead) is warns


def test_the_schema_that_ships_is_the_one_we_make() -> None:
    shipped = (ROOT / "data/schemas/labels.schema.json").read_text("utf-8")
    assert shipped == json.dumps(labels_schema(labels()), indent=2) + "\n"


@pytest.mark.parametrize("language", languages(LAYOUTS / "labels"))
def test_every_language_has_every_key(language: str) -> None:
    text = (LAYOUTS / "labels" / f"{language}.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../data/schemas/labels.schema.json")
    validator = Draft202012Validator(labels_schema(labels()))
    assert not list(validator.iter_errors(yaml.safe_load(text)))


def test_a_language_without_labels_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        load_labels(tmp_path, "xx")
    (tmp_path / "xx.yaml").write_text("for: {other: [a list]}\n")
    with pytest.raises(BrokenLabels):
        load_labels(tmp_path, "xx")
