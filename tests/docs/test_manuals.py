"""What the manuals say can be done as they say it, and they leave no key out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from docs.manual import MANUALS, Step, merged, rewritten
from handouts.cli.main import main
from handouts.cli.schema import schema_of
from handouts.importers.format.column_map import KEYS
from handouts.importers.formats import FORMATS
from handouts.model.clients import FIELDS

TEXTS = {path.stem: path.read_text("utf-8") for path in MANUALS}


@pytest.fixture(params=MANUALS, ids=lambda path: path.stem)
def manual(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_whatever_a_manual_says_to_do_can_be_done(
    manual: Path, followed: Mapping[Path, list[Step]]
) -> None:
    done = [step for step in followed[manual] if step.kind in {"sh", "yaml"}]
    assert len(done) > 2
    assert [f"line {step.line}: {step.said}" for step in done if step.code] == []


def test_what_a_manual_calls_wrong_is_a_problem_that_says_what_to_write(
    manual: Path, followed: Mapping[Path, list[Step]]
) -> None:
    wrong = [step for step in followed[manual] if step.kind == "wrong"]
    assert [step.line for step in wrong if step.code != 1 or " = " not in step.said] == []


def test_a_manual_shows_what_is_said_today(
    manual: Path, followed: Mapping[Path, list[Step]]
) -> None:
    text = manual.read_text("utf-8")
    assert any(step.kind == "text" for step in followed[manual])
    assert rewritten(text, followed[manual]) == text, "run python -m docs.draw_pages"


def test_every_block_of_a_manual_is_followed(
    manual: Path, followed: Mapping[Path, list[Step]]
) -> None:
    text = manual.read_text("utf-8")
    assert text.count("```") == 2 * sum(step.kind != "picture" for step in followed[manual])
    shown = re.findall(r"^!\[.*\]\(images/", text, re.MULTILINE)  # in tables, others draw them
    assert len(shown) == sum(step.kind == "picture" for step in followed[manual])


def test_a_key_that_is_written_again_keeps_its_place() -> None:
    assert merged("a: 1\nb:\n  - 2\n", "c: 3\na: 4\n") == "a: 4\nb:\n  - 2\nc: 3\n"


def _keys(schema: object) -> Iterator[str]:
    """The keys that a schema knows, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        schema = [*schema.values()]
    if isinstance(schema, list):
        for each in schema:
            yield from _keys(each)


def test_the_manual_of_exercises_explains_every_key() -> None:
    properties = schema_of("exercise")["properties"]
    assert isinstance(properties, dict)
    keys = {*properties, *_keys(properties["picture"]), *_keys(schema_of("ladder"))}
    assert len(keys) > 40
    assert keys - _explained(TEXTS["exercises"]) == set()


def test_the_manual_of_programs_explains_every_key() -> None:
    keys = {*_keys(schema_of("program"))}
    assert len(keys) > 50
    assert keys - _explained(TEXTS["programs"]) == set()


def test_the_manual_of_brands_explains_every_key_and_every_column() -> None:
    keys = {*_keys(schema_of("brand")), *(field.key for field in FIELDS)}
    assert len(keys) > 20
    assert keys - _explained(TEXTS["brands"]) == set()


def test_the_manual_of_imports_names_every_format_and_every_column() -> None:
    assert {*FORMATS, *KEYS} - _explained(TEXTS["import"]) == set()


def test_the_manual_of_imports_shows_what_is_written(tmp_path: Path) -> None:
    [table] = re.findall(r"```csv exercises\.csv\n(.*?)```", TEXTS["import"], re.DOTALL)
    [mapped] = re.findall(r"--map (\S+) --into data", TEXTS["import"])
    shown = re.search(r"```yaml\n(.*?)```", TEXTS["import"], re.DOTALL)
    (tmp_path / "exercises.csv").write_text(table, encoding="utf-8")
    words = ["import", "csv", str(tmp_path / "exercises.csv"), "--map", mapped]
    assert main([*words, "--into", str(tmp_path), "--quiet"]) == 0
    [written] = (tmp_path / "exercises").iterdir()
    assert shown
    assert written.read_text("utf-8").partition("\n")[2] == shown[1]


def _explained(manual: str) -> set[str]:
    """The keys that a manual says something of, outside its blocks."""
    prose = re.sub(r"^```.*?^```$", "", manual, flags=re.DOTALL | re.MULTILINE)
    return set(re.findall(r"`([\w-]+):?[^`]*`", prose))
