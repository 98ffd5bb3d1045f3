"""``handouts watch``: each round builds what a change affects, and no error ends it."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from handouts import resources
from handouts.batch import press
from handouts.batch.changes import Changed, Polling
from handouts.batch.job import Job
from handouts.cli.ending import WrongCommand
from handouts.cli.parser import Parser
from handouts.cli.watch import Options, add_options, watch
from handouts.typeset.font import Fonts

Step = Callable[[], object]
Watch = Callable[..., list[str]]

MOST_WAITS = 5
"""Looks in which a step is found, those that wait for more of it included."""

SUMMARY = "handout written (1 page) in out"


@dataclass
class Script:
    """Changes as somebody's writing makes them: each step is done and then found, by looking."""

    steps: Iterable[Step]
    waits: int = 0

    def __post_init__(self) -> None:
        self.polling = Polling(self._sleep)

    def add(self, paths: Iterable[Path]) -> None:
        self.polling.add(paths)

    def __iter__(self) -> Iterator[Changed]:
        found = iter(self.polling)
        for step in self.steps:
            self.waits = 0
            step()
            yield next(found)

    def _sleep(self, _: float) -> None:
        self.waits += 1
        assert self.waits < MOST_WAITS, "the step was not found"


@dataclass
class Told:
    """Changes that are told, whatever is on the disk; ``added`` is what the watch looks at."""

    rounds: Iterable[Changed]
    added: set[Path] = field(default_factory=set)

    def add(self, paths: Iterable[Path]) -> None:
        self.added.update(paths)

    def __iter__(self) -> Iterator[Changed]:
        yield from self.rounds


def _options(*words: str) -> Options:
    parser = Parser("watch", "print handouts")
    add_options(parser)
    return parser.read(["--data", "data", "--jobs", "1", *words], Options())


@pytest.fixture
def rounds(library: Path, capsys: pytest.CaptureFixture[str]) -> Watch:
    """Watch while the steps are done; give what each round after the first said."""

    def run(steps: Iterable[Step], *words: str) -> list[str]:
        said: list[str] = []

        def listening() -> Iterator[Step]:
            capsys.readouterr()
            for step in steps:
                yield step
                captured = capsys.readouterr()
                said.append(captured.err + captured.out)

        watch(_options(*words), Script(listening()))
        return said

    return run


@pytest.fixture
def own_layouts(library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of layouts and labels that can be written to, where the program's own are."""
    for name in ("layouts", "layouts/labels"):
        Path(name).mkdir()
        for path in (resources.root() / name).glob("*.yaml"):
            Path(name, path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr("handouts.resources.libraries", lambda kind, _=(): (Path(kind),))
    monkeypatch.setattr("handouts.resources.labels", lambda: Path("layouts/labels"))
    return Path("layouts")


def _change(path: str, old: str, new: str) -> Step:
    def step() -> None:
        text = Path(path).read_text(encoding="utf-8")
        assert old in text
        Path(path).write_text(text.replace(old, new), encoding="utf-8")

    return step


def _copy(path: str, new: str) -> Step:
    return lambda: Path(new).write_bytes(Path(path).read_bytes())


PLANK, BRIDGE = "data/exercises/plank.yaml", "data/exercises/bridge.yaml"


def test_first_everything_is_built(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    watch(_options(), Told([]))
    said = capsys.readouterr()
    assert said.out == "2 handouts written (2 pages) in out\nwatching; Ctrl-C ends it\n"
    assert said.err == ""


def test_first_what_is_up_to_date_is_left_as_it_is(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watch(_options(), Told([]))
    _change(PLANK, "slowly", "at ease")()
    capsys.readouterr()
    watch(_options(), Script([_change(BRIDGE, "slowly", "at ease")]))
    assert capsys.readouterr().out.splitlines() == [
        f"1 {SUMMARY}, 1 unchanged",
        "watching; Ctrl-C ends it",
        f"{BRIDGE}: 1 {SUMMARY}",
    ]


def test_a_changed_exercise_is_built_and_no_other(rounds: Watch) -> None:
    def change() -> None:
        Path("out/card/bridge.pdf").unlink()
        Path("out/card/plank.pdf").unlink()
        _change(PLANK, "slowly", "at ease")()

    assert rounds([change]) == [f"{PLANK}: 1 {SUMMARY}\n"]
    assert [path.name for path in Path("out/card").iterdir()] == ["plank.pdf"]


def test_exercises_that_print_its_title_are_built_with_it(rounds: Watch) -> None:
    _change(BRIDGE, "goals:", "easier: [plank]\ngoals:")()
    (said,) = rounds([_change(PLANK, "Plank", "Long plank")])
    assert said == f"{PLANK}: 2 handouts written (2 pages) in out\n"


def test_an_exercise_that_a_title_was_missing_for_is_built_when_it_comes(rounds: Watch) -> None:
    _change(BRIDGE, "goals:", "easier: [side-plank]\ngoals:")()
    new = "data/exercises/side-plank.yaml"
    assert rounds([_copy(PLANK, new)]) == [f"{new}: 2 handouts written (2 pages) in out\n"]


def test_a_new_file_is_built_and_built_again(rounds: Watch) -> None:
    new = "data/exercises/side-plank.yaml"
    steps = [_copy(PLANK, new), _change(new, "Plank", "Side plank")]
    assert rounds(steps) == [f"{new}: 1 {SUMMARY}\n"] * 2


def test_a_file_that_is_gone_is_said_once(rounds: Watch) -> None:
    steps = [Path(PLANK).unlink, _change(BRIDGE, "slowly", "at ease")]
    assert rounds(steps) == [
        f"{PLANK}: plank is gone, out/card/plank.pdf stays\n",
        f"{BRIDGE}: 1 {SUMMARY}\n",
    ]
    assert Path("out/card/plank.pdf").is_file()


def test_a_file_with_another_name_is_one_new_and_one_gone(rounds: Watch) -> None:
    new = "data/exercises/board.yaml"
    (said,) = rounds([lambda: Path(PLANK).rename(new)])
    assert said == f"{new}, {PLANK}: 1 {SUMMARY}; plank is gone, out/card/plank.pdf stays\n"


def test_a_broken_file_says_why_and_is_built_when_it_is_mended(rounds: Watch) -> None:
    broken, mended = rounds([_change(PLANK, "6-8", "8-6"), _change(PLANK, "8-6", "6-8")])
    assert f"{PLANK}:3:31: error: reps run backwards: 8-6" in broken
    assert broken.endswith(f"1 error\n{PLANK}: 0 of 1 handout written (0 pages) in out\n")
    assert mended == f"{PLANK}: 1 {SUMMARY}\n"


def test_what_could_not_be_written_is_tried_again_in_every_round(rounds: Watch) -> None:
    blocked = Path("out/card/plank.pdf")
    blocked.mkdir(parents=True)

    def unblock() -> None:
        blocked.rmdir()
        _change(BRIDGE, "ease", "once")()

    first, second = rounds([_change(BRIDGE, "slowly", "at ease"), unblock])
    assert "out/card/plank.pdf cannot be written" in first
    assert first.endswith(f"{BRIDGE}: 1 of 2 handouts written (1 page) in out\n")
    assert second == f"{BRIDGE}: 2 handouts written (2 pages) in out\n"


def test_a_picture_that_comes_and_changes_is_printed(rounds: Watch) -> None:
    with Path(PLANK).open("a", encoding="utf-8") as file:
        file.write("picture: photos/start.png\n")
    picture = Path("data/exercises/photos/start.png")
    picture.parent.mkdir()
    steps = [
        lambda: Image.new("L", (900, 900)).save(picture),
        lambda: Image.new("L", (900, 800)).save(picture),
    ]
    assert rounds(steps, "plank") == [f"{picture}: 1 {SUMMARY}\n"] * 2


def test_a_changed_brand_and_its_logo_print_everything(rounds: Watch) -> None:
    brand, logo = Path("brand.yaml"), Path("logo.png")
    brand.write_text("name: Northside\nlogo: logo.png\npapr: a4\n", encoding="utf-8")
    steps: list[Step] = [
        lambda: Image.new("L", (900, 300)).save(logo),
        _change("brand.yaml", "papr", "paper"),
        lambda: Image.new("L", (900, 400)).save(logo),
    ]
    missing, mended, redrawn = rounds(steps, "--brand", "brand.yaml")
    assert "papr" in missing
    assert missing.endswith("logo.png: nothing to print again\n")
    assert mended == "brand.yaml: 2 handouts written (2 pages) in out\n"
    assert redrawn == "logo.png: 2 handouts written (2 pages) in out\n"


def test_a_changed_layout_prints_what_is_set_in_it(rounds: Watch, own_layouts: Path) -> None:
    words = ("plank", "--layout", "card", "--layout", "handout")
    handout, card = str(own_layouts / "handout.yaml"), str(own_layouts / "card.yaml")
    steps = [_change(handout, "layout:", "# mine\nlayout:"), _change(card, "layout:", "#\nlayout:")]
    own, extended = rounds(steps, *words)
    assert own.startswith(f"{handout}: 1 handout written")
    assert extended.startswith(f"{card}: 2 handouts written")


def test_a_broken_layout_says_why_and_prints_when_it_is_mended(
    rounds: Watch, own_layouts: Path
) -> None:
    base = str(own_layouts / "base.yaml")
    broken, mended = rounds(
        [_change(base, "layout:", "layut:"), _change(base, "layut:", "layout:")]
    )
    assert f"{base}:" in broken
    assert "layut" in broken
    assert mended == f"{base}: 2 handouts written (2 pages) in out\n"


def test_a_new_default_layout_prints_everything_in_it(rounds: Watch, own_layouts: Path) -> None:
    bold = own_layouts / "bold.yaml"
    text = "layout: bold\nextends: card\ndefault: true\n"
    (said,) = rounds([lambda: bold.write_text(text, encoding="utf-8")])
    assert said == f"{bold}: 2 handouts written (2 pages) in out\n"
    assert Path("out/bold/plank.pdf").is_file()


def test_changed_labels_print_everything_and_broken_ones_say_why(
    rounds: Watch, own_layouts: Path
) -> None:
    labels = str(own_layouts / "labels" / "en.yaml")
    line = Path(labels).read_text(encoding="utf-8").splitlines()[-1]
    broken, mended = rounds(
        [_change(labels, line, "- " + line), _change(labels, "- " + line, line)]
    )
    assert "en.yaml:" in broken
    assert "error" in broken
    assert mended == f"{labels}: 2 handouts written (2 pages) in out\n"


def test_a_language_that_goes_is_a_problem_and_the_watch_goes_on(rounds: Watch) -> None:
    Path("brand.yaml").write_text("name: Northside\nlanguage: en\n", encoding="utf-8")
    steps = [_change("brand.yaml", "en", "nb"), _change("brand.yaml", "nb", "en")]
    wrong, mended = rounds(steps, "--brand", "brand.yaml")
    assert "there are no labels in nb" in wrong
    assert mended == "brand.yaml: 2 handouts written (2 pages) in out\n"


def test_a_command_that_cannot_be_carried_out_ends_before_it_watches(library: Path) -> None:
    with pytest.raises(WrongCommand):
        watch(_options("--lang", "xx"), Told([]))


def test_a_file_outside_the_library_is_watched_before_it_is_there(rounds: Watch) -> None:
    path = "press.yaml"
    steps = [_copy(PLANK, path), _change(path, "Plank", "Press"), Path(path).unlink]
    assert [said.splitlines()[-1] for said in rounds(steps, path)] == [
        f"{path}: 1 {SUMMARY}",
        f"{path}: 1 {SUMMARY}",
        f"{path}: press is gone, out/card/press.pdf stays",
    ]


def test_a_change_that_affects_nothing_says_so(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watch(_options("plank"), Told([frozenset([Path(BRIDGE)])]))
    assert capsys.readouterr().out.endswith(f"{BRIDGE}: nothing to print again\n")


def test_many_changed_files_are_counted(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [Path("data/exercises", f"{name}.yaml") for name in ("plank", "a", "b", "c")]
    watch(_options(), Told([frozenset(paths)]))
    assert capsys.readouterr().out.endswith(f"4 files: 1 {SUMMARY}\n")


def test_in_json_each_round_is_an_object_on_a_line(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watch(_options("--json"), Script([_change(BRIDGE, "6-8", "8-6"), Path(PLANK).unlink]))
    said = capsys.readouterr()
    first, broken, gone = map(json.loads, said.out.splitlines())
    assert said.err == ""
    assert [each["name"] for each in first["written"]] == ["bridge", "plank"]
    assert [each["code"] for each in broken["problems"]] == ["dose-range"]
    assert gone["gone"] == ["out/card/plank.pdf"]


def test_a_change_of_one_item_makes_a_gathered_file_again(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = _options("bridge", "plank", "--layout", "home", "--as", "june", "--json")
    watch(options, Script([_change(PLANK, "6-8", "6-9"), Path(PLANK).unlink]))
    rounds = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[each["file"] for each in said["written"]] for said in rounds] == [
        ["out/home/june.pdf"],
        ["out/home/june.pdf"],
        [],
    ]


def test_quiet_says_problems_alone(rounds: Watch) -> None:
    right, wrong = rounds(
        [_change(PLANK, "slowly", "at ease"), _change(PLANK, "6-8", "8-6")], "--quiet"
    )
    assert right == ""
    assert wrong.endswith("1 error\n")


def test_verbose_says_how_each_was_set(rounds: Watch) -> None:
    (said,) = rounds([_change(PLANK, "slowly", "at ease")], "--verbose")
    assert said.startswith("out/card/plank.pdf (1 page, 10.5 pt)\n")


def test_a_round_interrupted_says_what_was_written_and_ends(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = press.Press.produce

    def interrupted_at_plank(self: press.Press, job: Job) -> press.Produced:
        if job.entries[0].name == "plank":
            raise KeyboardInterrupt
        return whole(self, job)

    monkeypatch.setattr(press.Press, "produce", interrupted_at_plank)
    with pytest.raises(KeyboardInterrupt):
        watch(_options(), Told([]))
    assert capsys.readouterr().out == "interrupted: 1 of 2 handouts written (1 page) in out\n"


def test_ctrl_c_while_it_waits_ends_it_quietly(
    library: Path, handouts: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("handouts.cli.watch.Polling", lambda: Polling(interrupt))
    ended = handouts("watch", "--data", "data")
    assert ended.code == 130
    assert ended.err == ""
    assert ended.out.endswith("watching; Ctrl-C ends it\n")


def test_a_file_that_changes_while_it_is_printed_is_printed_again(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = press.Press.produce
    edits = iter([_change(PLANK, "slowly", "at ease")])

    def edited_meanwhile(self: press.Press, job: Job) -> press.Produced:
        outcome = whole(self, job)
        if job.entries[0].name == "plank":
            next(edits, lambda: None)()
        return outcome

    monkeypatch.setattr(press.Press, "produce", edited_meanwhile)
    watch(_options(), Script([lambda: None]))
    assert capsys.readouterr().out.endswith(f"{PLANK}: 1 {SUMMARY}\n")


def test_rounds_leave_no_fonts_behind(library: Path) -> None:
    gc.collect()
    before = _fonts_in_memory()
    watch(_options(), Told([frozenset([Path(PLANK)])] * 4))
    assert _fonts_in_memory() == before


def _fonts_in_memory() -> int:
    return sum(isinstance(each, Fonts) for each in gc.get_objects())


def test_a_program_is_built_again_once_its_exercise_has_no_error_any_more(rounds: Watch) -> None:
    Path("data/programs").mkdir()
    text = "program: Two\nweeks: 2\nwork: [{exercise: plank, sets: 2, reps: 8}]\n"
    Path("data/programs/two.yaml").write_text(text, encoding="utf-8")
    steps = [_change(PLANK, "6-8", "8-6"), _change(PLANK, "8-6", "6-8")]
    broken, mended = rounds(steps, "two")
    assert "plank cannot be used: its file has an error" in broken
    assert broken.endswith(f"{PLANK}: 0 of 1 handout written (0 pages) in out\n")
    assert mended.startswith(f"{PLANK}: 1 handout written")


def test_a_changed_row_of_the_clients_is_built_again_and_no_other(rounds: Watch) -> None:
    text = "client,build,note\nAna,plank,Slowly\nBo,plank,At ease\n"
    Path("clients.csv").write_text(text, encoding="utf-8")
    steps = [_change("clients.csv", "At ease", "With care")]
    assert rounds(steps, "--clients", "clients.csv") == [f"clients.csv: 1 {SUMMARY}\n"]
