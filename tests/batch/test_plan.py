from __future__ import annotations

from pathlib import Path

import pytest

from handouts import resources
from handouts.batch.plan import choose, plan
from handouts.layout.labels import load_labels
from handouts.layout.load import Layouts
from handouts.model.kind import KINDS
from handouts.model.library import Entry


@pytest.fixture
def layouts(tmp_path: Path) -> Layouts:
    """The shipped layouts after three of one's own: a default one, one that is not, one broken."""
    own = tmp_path / "layouts"
    own.mkdir()
    (own / "bold.yaml").write_text("layout: bold\nextends: card\ndefault: true\n")
    (own / "plain.yaml").write_text("layout: plain\nextends: card\n")
    (own / "broken.yaml").write_text("layout: broken\nextends: crad\n")
    labels = load_labels(resources.labels(), "en")
    return Layouts([own, *resources.libraries("layouts")], labels)


def _entry(name: str, folder: str = "data") -> Entry:
    path = Path(folder) / "exercises" / f"{name}.yaml"
    return Entry(KINDS[0], name, path, path.as_posix(), Path(folder))


def test_without_names_every_default_layout_is_chosen(layouts: Layouts) -> None:
    chosen, problems = choose(layouts, [])
    assert list(chosen) == ["bold", "card"]
    assert [problem.code for problem in problems] == ["unknown-layout"]


def test_with_names_these_are_chosen_in_their_order(layouts: Layouts) -> None:
    chosen, problems = choose(layouts, ["plain", "bold"])
    assert list(chosen) == ["plain", "bold"]
    assert problems == []


def test_a_layout_can_be_chosen_by_its_file(layouts: Layouts, tmp_path: Path) -> None:
    file = str(tmp_path / "layouts" / "plain.yaml")
    chosen, _ = choose(layouts, [file])
    jobs, _ = plan([_entry("plank")], chosen, layouts, Path("out"))
    assert [(job.layout, job.definition) for job in jobs] == [("plain", file)]
    assert jobs[0].file == Path("out/plain/plank.pdf")


def test_each_item_is_set_in_each_layout(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card", "plain"])
    jobs, problems = plan([_entry("bridge"), _entry("plank")], chosen, layouts, Path("out"))
    assert [job.file.as_posix() for job in jobs] == [
        "out/card/bridge.pdf",
        "out/plain/bridge.pdf",
        "out/card/plank.pdf",
        "out/plain/plank.pdf",
    ]
    assert problems == []


def test_an_item_that_is_named_twice_is_built_once(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card"])
    jobs, problems = plan([_entry("plank"), _entry("plank")], chosen, layouts, Path("out"))
    assert len(jobs) == 1
    assert problems == []


def test_two_items_for_one_file_are_a_problem_and_the_first_stays(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card"])
    entries = [_entry("plank"), _entry("Plank", "more")]
    jobs, problems = plan(entries, chosen, layouts, Path("out"))
    assert [job.entry.name for job in jobs] == ["plank"]
    assert [problem.code for problem in problems] == ["same-file"]
    assert problems[0].hint is not None
    assert "more/exercises/Plank.yaml" in problems[0].hint


def test_an_item_that_no_layout_is_made_for_is_told_which_are(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["base"])
    jobs, problems = plan([_entry("plank")], chosen, layouts, Path("out"))
    assert jobs == []
    assert [problem.code for problem in problems] == ["layout-kind"]
    assert problems[0].hint == "made for it: bold, card, handout, plain"
