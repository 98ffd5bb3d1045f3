"""What docs/security.md promises is held by tests that exist, its limits by files that do."""

from __future__ import annotations

import re
from pathlib import Path

from handouts.importers import output
from handouts.layout import chain
from handouts.model import day
from handouts.model.program import soundness, weeks
from handouts.preflight.finished import bounded, inspect
from handouts.source import compose, disk, shape

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "security.md").read_text("utf-8")


def test_every_promise_is_held_by_tests_that_exist() -> None:
    named = set(re.findall(r"`(test_\w+)`", TEXT))
    sources = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    defined = {name for source in sources for name in re.findall(r"^def (test_\w+)", source, re.M)}
    assert len(named) > 20
    assert named - defined == set()
    promises = TEXT.partition("## What a file cannot do")[2].partition("## Limits")[0]
    for paragraph in re.split(r"\n\n(?=\*\*)", promises)[1:]:
        assert "(`test_" in paragraph, paragraph


def test_every_limit_is_set_where_it_is_said_to_be() -> None:
    files = re.findall(r"`(handouts/[\w/.]+)` \|$", TEXT, re.M)
    assert len(files) > 12
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_the_limits_are_those_of_the_program() -> None:
    said = TEXT.partition("## Limits")[2]
    for limit in (
        f"{disk.LARGEST // 1_000_000} MB",
        f"{compose.MOST_NODES:,}",
        f"{compose.DEEPEST} deep",
        f"| {shape.ListOf(shape.Line()).limit} |",
        f"| {soundness.MOST_TASKS:,} |",
        f"| {weeks.LONGEST} |",
        f"| {chain.DEEPEST} |",
        f"| the years {day.YEARS[0]} to {day.YEARS[-1]} |",
        f"a picture of it {output.LARGEST_PICTURE // 1_000_000} MB |",
        f"| {inspect.LARGEST // 1_000_000} MB, {inspect.MOST_PAGES:,} pages |",
        f"| {bounded.SECONDS_BEFORE_PAGES:.0f} seconds before its first page, "
        f"{bounded.SECONDS_A_PAGE:.0f} for a page, {bounded.SECONDS_A_FILE:.0f} for the file |",
        f"| {bounded.MEMORY // 1_000_000_000} GB |",
    ):
        assert limit in said


def test_the_readme_leads_here() -> None:
    assert "docs/security.md" in (ROOT / "README.md").read_text("utf-8")
