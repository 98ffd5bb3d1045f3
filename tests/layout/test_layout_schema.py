"""The schema of layouts, and the starter of a new one."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from sheets import LAYOUTS, ROOT, layout_of

from handouts.layout.schema import schema
from handouts.layout.starter import starter

VALIDATOR = Draft202012Validator(schema())


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_that_ships_is_the_one_we_make() -> None:
    shipped = (ROOT / "data/schemas/layout.schema.json").read_text("utf-8")
    assert shipped == json.dumps(schema(), indent=2) + "\n"


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_layout_names_the_schema_and_passes_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../data/schemas/layout.schema.json\n")
    assert not list(VALIDATOR.iter_errors(yaml.safe_load(text)))


@pytest.mark.parametrize(
    "text",
    [
        "{layout: x, body: [{block: txet}]}",
        "{layout: x, body: [{block: text, style: body, sytle: x}]}",
        "{layout: x, pages: two}",
        "{layout: x, tokens: {gap: 3 furlongs}}",
        "{for: exercise}",
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(text: str) -> None:
    assert list(VALIDATOR.iter_errors(yaml.safe_load(text)))


def test_a_starter_prints_as_it_is(tmp_path: Path) -> None:
    text = starter("ours")
    assert layout_of(text, tmp_path, "ours").name == "ours"
    assert not list(VALIDATOR.iter_errors(yaml.safe_load(text)))


def test_what_a_starter_has_in_comments_works_too(tmp_path: Path) -> None:
    lines = starter("ours").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("# parameters"))
    keys = ("# parameters", "# styles", "#   ", "# change", "# after")
    opened = [line[2:] if line.startswith(keys) else line for line in lines[start:]]
    assert (
        layout_of("\n".join([*lines[:start], *opened]), tmp_path, "ours").styles["cue"].size == 11
    )
