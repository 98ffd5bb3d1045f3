from __future__ import annotations

from pathlib import Path

import pytest

from handouts import resources
from handouts.batch.imprint import Imprint
from handouts.batch.plan import choose, choose_for, plan, printable
from handouts.batch.roster import Packet
from handouts.layout.labels import load_labels
from handouts.layout.load import Layouts
from handouts.model.brand import Brand
from handouts.model.client import Client
from handouts.model.kind import KINDS, Kind
from handouts.model.library import Entry, Library
from handouts.source.problem import Place

EXERCISE, PROGRAM, *_ = KINDS
NOTHING = Library(())


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


def _entry(name: str, folder: str = "data", kind: Kind = EXERCISE) -> Entry:
    path = Path(folder) / kind.folder / f"{name}.yaml"
    return Entry(kind, name, path, path.as_posix(), Path(folder))


def _packet(*entries: Entry) -> Packet:
    return Packet(Client(), entries, Path("out"))


def test_without_names_every_default_layout_is_chosen(layouts: Layouts) -> None:
    chosen, problems = choose(layouts, [])
    assert {"bold", "card", "program"} <= chosen.keys()
    assert chosen.keys().isdisjoint({"plain", "broken", "handout"})
    assert [problem.code for problem in problems] == ["unknown-layout"]


def test_with_names_these_are_chosen_in_their_order(layouts: Layouts) -> None:
    chosen, problems = choose(layouts, ["plain", "bold"])
    assert list(chosen) == ["plain", "bold"]
    assert problems == []


def test_a_brands_layouts_take_the_place_of_the_default_ones_for_their_kind(
    layouts: Layouts,
) -> None:
    chosen, _ = choose_for(Brand(layouts=("plain",)), layouts)
    assert {"plain", "program", "regression"} <= chosen.keys()
    assert chosen.keys().isdisjoint({"bold", "card", "handout"})
    assert choose_for(Brand(), layouts) == choose(layouts, [])


def test_for_items_of_a_known_kind_other_layouts_are_not_looked_at(layouts: Layouts) -> None:
    chosen, problems = choose_for(Brand(), layouts, {"exercise"})
    every, _ = choose_for(Brand(), layouts)
    assert chosen == {name: each for name, each in every.items() if each.kind == "exercise"}
    assert problems == []


def test_a_default_layout_that_cannot_be_read_is_told_whatever_the_kind(
    layouts: Layouts, tmp_path: Path
) -> None:
    (tmp_path / "layouts" / "torn.yaml").write_text("default: true\n{torn")
    _, problems = choose_for(Brand(), layouts, {"ladder"})
    assert problems != []


def test_nothing_is_chosen_for_a_brand_that_asks_for_what_is_not_there(layouts: Layouts) -> None:
    place = Place("brand.yaml", 4, 10)
    brand = Brand(layouts=("plain", "plian"), places={"layouts": place})
    chosen, (problem,) = choose_for(brand, layouts)
    assert chosen == {}
    assert (problem.code, problem.place) == ("unknown-layout", place)


def test_a_layout_can_be_chosen_by_its_file(layouts: Layouts, tmp_path: Path) -> None:
    file = str(tmp_path / "layouts" / "plain.yaml")
    chosen, _ = choose(layouts, [file])
    jobs, _ = plan([_packet(_entry("plank"))], Imprint(), chosen, layouts, NOTHING)
    assert [(job.handouts[0].layout, job.handouts[0].definition) for job in jobs] == [
        ("plain", file)
    ]
    assert jobs[0].file == Path("out/plain/plank.pdf")


def test_each_item_is_set_in_each_layout(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card", "plain"])
    jobs, problems = plan(
        [_packet(_entry("bridge"), _entry("plank"))], Imprint(), chosen, layouts, NOTHING
    )
    assert [job.file.as_posix() for job in jobs] == [
        "out/card/bridge.pdf",
        "out/plain/bridge.pdf",
        "out/card/plank.pdf",
        "out/plain/plank.pdf",
    ]
    assert problems == []


def test_an_item_that_is_named_twice_is_built_once(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card"])
    jobs, problems = plan(
        [_packet(_entry("plank"), _entry("plank"))], Imprint(), chosen, layouts, NOTHING
    )
    assert len(jobs) == 1
    assert problems == []


def test_two_items_for_one_file_are_a_problem_and_the_first_stays(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card"])
    entries = [_entry("plank"), _entry("Plank", "more")]
    jobs, problems = plan([_packet(*entries)], Imprint(), chosen, layouts, NOTHING)
    assert [job.entries[0].name for job in jobs] == ["plank"]
    assert [problem.code for problem in problems] == ["same-file"]
    assert problems[0].hint is not None
    assert "more/exercises/Plank.yaml" in problems[0].hint


def test_an_item_that_no_layout_is_made_for_is_told_which_are(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["program"])
    jobs, problems = plan([_packet(_entry("plank"))], Imprint(), chosen, layouts, NOTHING)
    assert jobs == []
    assert [problem.code for problem in problems] == ["layout-kind"]
    said, _, names = (problems[0].hint or "").partition(": ")
    assert said == "add --layout bold; made for it"  # the first that is marked default
    assert {"bold", "card", "plain"} <= set(names.split(", "))
    assert "program" not in names.split(", ")


def test_each_item_is_set_in_the_layouts_for_its_kind(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card", "program"])
    packet = _packet(_entry("plank"), _entry("eight-weeks", kind=PROGRAM))
    jobs, problems = plan([packet], Imprint(), chosen, layouts, NOTHING)
    assert [job.file.as_posix() for job in jobs] == [
        "out/card/plank.pdf",
        "out/program/eight-weeks.pdf",
    ]
    assert problems == []


def test_of_everything_only_what_a_layout_is_made_for_is_printable(layouts: Layouts) -> None:
    plank, weeks = _entry("plank"), _entry("eight-weeks", kind=PROGRAM)
    assert printable([plank, weeks], choose(layouts, ["card"])[0], NOTHING) == [plank]
    assert printable([plank, weeks], choose(layouts, ["program"])[0], NOTHING) == [weeks]
    assert printable([plank, weeks], choose(layouts, [])[0], NOTHING) == [plank, weeks]
    assert printable([plank], choose(layouts, ["program"])[0], NOTHING) == [plank]


def test_each_client_has_a_folder(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card"])
    packets = [
        Packet(Client(client=name), (_entry("plank"),), Path("out", name)) for name in ("Ana", "Bo")
    ]
    jobs, problems = plan(packets, Imprint(), chosen, layouts, NOTHING)
    assert [(job.handouts[0].client.client, job.file.as_posix()) for job in jobs] == [
        ("Ana", "out/Ana/card/plank.pdf"),
        ("Bo", "out/Bo/card/plank.pdf"),
    ]
    assert problems == []


def test_a_layout_prints_other_kinds_through_those_it_names(layouts: Layouts) -> None:
    chosen, problems = choose(layouts, ["log"])
    assert not problems
    curl, plan_of_weeks = _entry("curl"), _entry("weeks", kind=PROGRAM)
    jobs, problems = plan([_packet(curl, plan_of_weeks)], Imprint(), chosen, layouts, NOTHING, True)
    assert [(job.file.as_posix(), job.handouts[0].definition) for job in jobs] == [
        ("out/log/curl.pdf", "log"),
        ("out/log/weeks.pdf", "program-log"),
    ]


def test_another_layout_for_the_same_kind_is_a_problem_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "layout: mine\nfor: exercise\nextends: card\nalso: [pocket]\n"
    )
    layouts = Layouts(
        [tmp_path, *resources.libraries("layouts")], load_labels(resources.labels(), "en")
    )
    _, [problem] = layouts.load("mine")
    assert (problem.code, problem.place and problem.place.line) == ("layout-kind", 4)


def test_of_layouts_under_one_name_the_one_for_its_own_kind_prints_an_exercise(
    layouts: Layouts, tmp_path: Path
) -> None:
    body = "{block: heading, of: title, level: 1, style: title}"
    for name, kind, also in (("big", "exercise", "[big-ladder]"), ("big-ladder", "ladder", "[]")):
        text = f"layout: {name}\nfor: {kind}\nalso: {also}\nbody: [{body}]\n"
        (tmp_path / "layouts" / f"{name}.yaml").write_text(text)
    chosen, wrong = choose(layouts, ["big"])
    assert not wrong
    jobs, problems = plan([_packet(_entry("plank"))], Imprint(), chosen, layouts, NOTHING, True)
    assert [job.handouts[0].definition for job in jobs] == ["big"]
    assert problems == []


def test_a_layout_that_was_named_and_prints_nothing_is_told(layouts: Layouts) -> None:
    chosen, _ = choose(layouts, ["card", "program-week"])
    packets = [_packet(_entry("plank"))]
    _, problems = plan(packets, Imprint(), chosen, layouts, NOTHING, named=True)
    (problem,) = problems
    assert problem.code == "idle-layout"
    assert "program-week prints nothing of this run" in problem.message
    assert plan(packets, Imprint(), chosen, layouts, NOTHING, named=False)[1] == []
    packets.append(_packet(_entry("spring", kind=PROGRAM)))
    assert plan(packets, Imprint(), chosen, layouts, NOTHING, named=True)[1] == []
