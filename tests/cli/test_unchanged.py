"""A second run makes again what its input says, by content, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from handouts import resources
from handouts.batch import identity, ledger
from handouts.batch.job import Job
from handouts.batch.press import Press, Produced
from handouts.batch.settings import KEPT

Command = Callable[..., Any]
CheckPdf = Callable[[bytes], None]
Step = Callable[[], object]

PLANK, BRIDGE = Path("data/exercises/plank.yaml"), Path("data/exercises/bridge.yaml")
CLIENTS = "client,build,note\nAna,plank;bridge,Slowly\nBo,plank,At ease\n"


@pytest.fixture
def own(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Layouts, labels and fonts that can be written to, where the program's own are."""
    for name in ("layouts", "layouts/labels"):
        Path(name).mkdir()
        for path in (resources.root() / name).glob("*.yaml"):
            Path(name, path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr("handouts.resources.libraries", lambda kind, _=(): (Path(kind),))
    monkeypatch.setattr("handouts.resources.labels", lambda: Path("layouts/labels"))


def _change(path: str | Path, old: str, new: str) -> Step:
    def step() -> None:
        text = Path(path).read_text(encoding="utf-8")
        assert old in text
        Path(path).write_text(text.replace(old, new), encoding="utf-8")

    return step


def _write(path: str, text: str) -> Step:
    return lambda: Path(path).write_text(text, encoding="utf-8")


def _built(handouts: Command, *words: str) -> list[str]:
    """What a run writes, as paths below ``out``; everything else is unchanged."""
    said = handouts("--data", "data", "--json", *words).json
    assert not said["problems"]
    return [each["file"].removeprefix("out/") for each in said["written"]]


def test_a_run_after_which_nothing_changed_sets_nothing(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    handouts("--data", "data")
    monkeypatch.setattr(Press, "produce", None)
    again = handouts("--data", "data")
    assert (again.code, again.out, again.err) == (0, "2 handouts unchanged in out\n", "")
    said = handouts("--data", "data", "--json").json
    assert said["unchanged"] == ["out/card/bridge.pdf", "out/card/plank.pdf"]
    assert said["written"] == []


def test_clocks_do_not_count(library: Path, handouts: Command) -> None:
    handouts("--data", "data")
    for path in (PLANK, Path("out/card/bridge.pdf")):
        os.utime(path, ns=(1, 1))
    assert _built(handouts) == []
    times = PLANK.stat()
    _change(PLANK, "Plank", "Blank")()
    os.utime(PLANK, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert _built(handouts) == ["card/plank.pdf"]


def test_what_is_up_to_date_is_built_when_it_is_forced(library: Path, handouts: Command) -> None:
    handouts("--data", "data")
    assert _built(handouts, "--force") == ["card/bridge.pdf", "card/plank.pdf"]


def test_a_file_that_is_deleted_or_altered_comes_back(library: Path, handouts: Command) -> None:
    handouts("--data", "data")
    plank, bridge = Path("out/card/plank.pdf"), Path("out/card/bridge.pdf")
    whole = plank.read_bytes(), bridge.read_bytes()
    plank.unlink()
    bridge.write_bytes(whole[1][:-1] + b"x")
    assert _built(handouts) == ["card/bridge.pdf", "card/plank.pdf"]
    assert (plank.read_bytes(), bridge.read_bytes()) == whole


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"key": 1}', b"\xff"])
def test_a_record_that_cannot_be_read_is_none(
    content: bytes, library: Path, handouts: Command
) -> None:
    handouts("--data", "data")
    Path("out", KEPT, "state", "card", "plank.pdf.json").write_bytes(content)
    assert _built(handouts) == ["card/plank.pdf"]
    assert _built(handouts) == []


def test_a_changed_exercise_is_built_and_no_other(library: Path, handouts: Command) -> None:
    handouts("--data", "data")
    _change(PLANK, "slowly", "at ease")()
    assert _built(handouts) == ["card/plank.pdf"]
    assert _built(handouts) == []


def test_cards_that_print_its_title_are_built_with_it(library: Path, handouts: Command) -> None:
    _change(BRIDGE, "goals:", "easier: [plank, dip]\ngoals:")()
    handouts("--data", "data")
    _change(PLANK, "Plank", "Long plank")()
    assert _built_with_warnings(handouts) == ["card/bridge.pdf", "card/plank.pdf"]
    (library / "exercises" / "dip.yaml").write_bytes(PLANK.read_bytes())
    assert _built(handouts) == ["card/bridge.pdf", "card/dip.pdf"]


def _built_with_warnings(handouts: Command) -> list[str]:
    said = handouts("--data", "data", "--json").json
    assert [each["severity"] for each in said["problems"]] == ["warning"]
    return [each["file"].removeprefix("out/") for each in said["written"]]


def test_the_exercises_further_along_a_ladder_count(library: Path, handouts: Command) -> None:
    _change(BRIDGE, "goals:", "harder: [plank]\ngoals:")()
    _change(PLANK, "goals:", "easier: [bridge]\nharder: [dip]\ngoals:")()
    dip = library / "exercises" / "dip.yaml"
    dip.write_text("exercise: Dip\neasier: [plank]\nexecution: [Dip down.]\n", encoding="utf-8")
    words = ("bridge", "--layout", "regression")
    handouts("--data", "data", *words)
    assert _built(handouts, *words) == []
    _change(dip, "Dip down", "Dip low")()
    assert _built(handouts, *words) == ["regression/bridge.pdf"]


@pytest.mark.parametrize("picture", ["photo.png", "photo.svg"])
def test_a_changed_picture_counts(picture: str, library: Path, handouts: Command) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0{}"/></svg>'
    path = library / "exercises" / picture

    def draw(number: int) -> None:
        if path.suffix == ".svg":
            path.write_text(svg.format(f"H{number}V9"), encoding="utf-8")
        else:
            Image.new("L", (900, 900 + number)).save(path)

    draw(1)
    _change(PLANK, "goals:", f"picture: {picture}\ngoals:")()
    handouts("--data", "data")
    draw(2)
    assert _built(handouts) == ["card/plank.pdf"]


BOTH = ["card/bridge.pdf", "card/plank.pdf"]


@pytest.mark.parametrize(
    ("step", "built"),
    [
        (_change("layouts/card.yaml", "layout:", "# mine\nlayout:"), BOTH),
        (_change("layouts/base.yaml", "layout:", "# mine\nlayout:"), BOTH),
        (_change("layouts/labels/en.yaml", "setup:", "# mine\nsetup:"), BOTH),
        (_change("layouts/program.yaml", "layout:", "# mine\nlayout:"), []),
        (_write("layouts/bold.yaml", "layout: bold\nextends: card\n"), []),
    ],
)
def test_a_changed_layout_counts_where_it_is_used(
    step: Step, built: list[str], own: None, handouts: Command
) -> None:
    handouts("--data", "data")
    step()
    assert _built(handouts) == built


BRAND = "name: Northside\nlogo: logo.png\ncontact: [12 Mill Lane]\n"


def test_a_changed_brand_and_its_logo_count(library: Path, handouts: Command) -> None:
    _write("brand.yaml", BRAND)()
    Image.new("L", (900, 300)).save("logo.png")
    words = ("--brand", "brand.yaml")
    handouts("--data", "data")
    assert _built(handouts, *words) == BOTH
    assert _built(handouts, *words) == []
    Image.new("L", (900, 400)).save("logo.png")
    assert _built(handouts, *words) == BOTH
    _change("brand.yaml", "12 Mill", "14 Mill")()
    assert _built(handouts, *words) == BOTH
    assert _built(handouts) == BOTH


def test_a_changed_row_counts_for_its_client(library: Path, handouts: Command) -> None:
    _write("clients.csv", CLIENTS)()
    words = ("--clients", "clients.csv")
    handouts("--data", "data", *words)
    assert _built(handouts, *words) == []
    _change("clients.csv", "At ease", "With care")()
    assert _built(handouts, *words) == ["Bo/card/plank.pdf"]
    _change("clients.csv", "Ana,plank;bridge", "Zoe,plank,\nAna,plank")()
    assert _built(handouts, *words) == ["Zoe/card/plank.pdf"]


@pytest.mark.parametrize(
    "words",
    [
        ["--paper", "a4"],
        ["--grey"],
        ["--goal", "strength"],
        ["--note", "Slowly"],
        ["--date", "3 May"],
        ["--coach", "Sam Reed"],
    ],
)
def test_what_the_command_line_says_counts(
    words: list[str], library: Path, handouts: Command
) -> None:
    handouts("--data", "data")
    assert _built(handouts, *words) == BOTH
    assert _built(handouts, *words) == []


def test_weeks_and_sessions_count(library: Path, handouts: Command) -> None:
    Path("data/programs").mkdir()
    text = "program: Two\nweeks: 2\nwork: [{exercise: plank, sets: 2, reps: 8}]\n"
    _write("data/programs/two.yaml", text)()
    handouts("two", "--data", "data")
    assert _built(handouts, "two") == []
    assert _built(handouts, "two", "--weeks", "1") == ["program/two.pdf"]
    assert _built(handouts, "two", "--weeks", "1") == []
    _change(PLANK, "slowly", "at ease")()
    assert _built(handouts, "two", "--weeks", "1") == ["program/two.pdf"]


def test_another_version_of_the_program_builds_everything(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    handouts("--data", "data")
    monkeypatch.setattr(ledger, "identity", lambda: "another")
    assert _built(handouts) == BOTH


def test_of_a_checkout_the_code_and_the_fonts_count_and_of_an_installed_program_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in ("handouts/cli/main.py", "fonts/noto/Noto_400Regular.ttf", "README.md"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("a", encoding="utf-8")
    monkeypatch.setattr("handouts.resources.root", lambda: tmp_path)

    def after(file: str, text: str) -> str:
        (tmp_path / file).write_text(text, encoding="utf-8")
        return identity.identity()

    plain = after("README.md", "b")
    assert after("README.md", "c") == plain
    assert after("handouts/cli/main.py", "b") != plain
    assert after("handouts/cli/main.py", "a") == plain
    assert after("fonts/noto/Noto_400Regular.ttf", "b") != plain
    monkeypatch.setattr("handouts.resources.installed", lambda: True)
    assert identity.identity() == after("handouts/cli/main.py", "c")


def test_a_file_that_changes_while_it_is_printed_is_printed_again(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Press.produce
    edits = iter([_change(PLANK, "slowly", "at ease")])

    def edited_meanwhile(self: Press, job: Job) -> Produced:
        next(edits, lambda: None)()
        return whole(self, job)

    monkeypatch.setattr(Press, "produce", edited_meanwhile)
    handouts("plank", "--data", "data")
    assert _built(handouts, "plank") == ["card/plank.pdf"]
    assert _built(handouts, "plank") == []


def test_what_was_wrong_is_said_again_of_what_is_unchanged(
    library: Path, handouts: Command
) -> None:
    _change(BRIDGE, "goals:", "easier: [plnk]\ngoals:")()
    first = handouts("--data", "data")
    again = handouts("--data", "data")
    assert "easier names plnk" in first.err
    assert again.err == first.err
    assert again.out == "2 handouts unchanged in out\n"
    strict = handouts("--data", "data", "--strict")
    assert strict.code == 1
    assert ": error: easier names plnk" in strict.err


def test_a_warning_about_a_list_of_clients_is_never_said_of_an_old_line(
    library: Path, handouts: Command
) -> None:
    rows = ["client,build,goal", "Ana,plank,", "Bo,plank,strenth"]
    Path("clients.csv").write_text("\n".join(rows), encoding="utf-8")
    words = ("--data", "data", "--clients", "clients.csv", "--json")
    (first,) = handouts(*words).json["problems"]
    Path("clients.csv").write_text("\n".join([rows[0], rows[2]]), encoding="utf-8")
    assert first["line"] == 3
    assert handouts(*words).json["problems"] == [{**first, "line": 2}]


def test_pictures_of_pages_belong_to_their_handout(
    library: Path, handouts: Command, check_pdf: CheckPdf
) -> None:
    words = ("plank", "--png", "36")
    handouts("--data", "data", *words)
    picture = Path("out/card/plank-1.png")
    assert _built(handouts, *words) == []
    picture.unlink()
    assert _built(handouts, "plank") == []
    assert _built(handouts, *words) == ["card/plank.pdf"]
    assert _built(handouts, "plank", "--png", "72") == ["card/plank.pdf"]
    _change(PLANK, "slowly", "at ease")()
    assert _built(handouts, "plank") == ["card/plank.pdf"]
    assert not picture.exists()
    check_pdf(Path("out/card/plank.pdf").read_bytes())


def test_a_picture_that_is_not_ours_any_more_stays(library: Path, handouts: Command) -> None:
    handouts("plank", "--data", "data", "--png", "36")
    picture = Path("out/card/plank-1.png")
    picture.write_bytes(b"mine")
    _change(PLANK, "slowly", "at ease")()
    assert _built(handouts, "plank") == ["card/plank.pdf"]
    assert picture.read_bytes() == b"mine"


def test_a_link_is_found_whatever_the_case_of_the_file_that_comes(
    library: Path, handouts: Command
) -> None:
    _change(BRIDGE, "goals:", "easier: [dip]\ngoals:")()
    handouts("--data", "data")
    (library / "exercises" / "Dip.yaml").write_bytes(PLANK.read_bytes())
    assert _built(handouts) == ["card/bridge.pdf", "card/Dip.pdf"]
