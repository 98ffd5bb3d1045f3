from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from handouts.batch import press, run
from handouts.batch.job import Job
from handouts.batch.settings import KEPT
from handouts.cli import build
from handouts.typeset.typeset import typeset_all

Command = Callable[..., Any]


def _files(folder: Path) -> list[str]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(str(file) for file in files if file.parts[0] != KEPT)


def _break(library: Path, name: str) -> None:
    path = library / "exercises" / f"{name}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("6-8", "8-6"), encoding="utf-8")


def test_everything_is_printed_when_nothing_is_named(
    library: Path, handouts: Command, check_pdf: Callable[[bytes], None]
) -> None:
    ended = handouts("--data", str(library))
    assert ended.code == 0
    assert ended.err == ""
    assert ended.out.splitlines() == [
        "out/card/bridge.pdf",
        "out/card/plank.pdf",
        "2 handouts written (2 pages) in out",
    ]
    assert _files(Path("out")) == ["card/bridge.pdf", "card/plank.pdf"]
    check_pdf(Path("out/card/bridge.pdf").read_bytes())


def test_a_first_word_that_is_no_command_is_a_name(library: Path, handouts: Command) -> None:
    assert handouts("plank", "--data", str(library)).code == 0
    assert _files(Path("out")) == ["card/plank.pdf"]


def test_a_yaml_file_can_be_named(library: Path, handouts: Command) -> None:
    assert handouts("build", "data/exercises/plank.yaml", "--out", "there").code == 0
    assert _files(Path("there")) == ["card/plank.pdf"]


def test_json_is_one_object_with_what_was_written(library: Path, handouts: Command) -> None:
    ended = handouts("plank", "--data", "data", "--json")
    assert ended.err == ""
    assert ended.json == {
        "written": [
            {
                "file": "out/card/plank.pdf",
                "kind": "exercise",
                "name": "plank",
                "layout": "card",
                "client": None,
                "pages": 1,
                "type_size": 10.5,
                "left_out": [],
            }
        ],
        "unchanged": [],
        "problems": [],
        "gone": [],
        "pruned": [],
    }


def test_what_is_wrong_is_told_and_the_rest_is_written(library: Path, handouts: Command) -> None:
    _break(library, "bridge")
    ended = handouts("--data", str(library))
    assert ended.code == 1
    assert "data/exercises/bridge.yaml:3:31: error: reps run backwards: 8-6" in ended.err
    assert "= write 6-8" in ended.err
    assert ended.err.endswith("1 error\n")
    assert _files(Path("out")) == ["card/plank.pdf"]
    assert ended.out.endswith("1 of 2 handouts written (1 page) in out\n")


def test_problems_in_json_have_their_place(library: Path, handouts: Command) -> None:
    _break(library, "bridge")
    ended = handouts("--data", str(library), "--json")
    assert [each["name"] for each in ended.json["written"]] == ["plank"]
    assert ended.json["problems"] == [
        {
            "severity": "error",
            "file": "data/exercises/bridge.yaml",
            "line": 3,
            "column": 31,
            "code": "dose-range",
            "message": "reps run backwards: 8-6",
            "hint": "write 6-8",
        }
    ]


def test_a_problem_that_two_layouts_meet_is_told_once(library: Path, handouts: Command) -> None:
    _break(library, "plank")
    ended = handouts("--data", str(library), "--layout", "card", "--layout", "handout", "--json")
    assert len(ended.json["problems"]) == 1
    assert [each["layout"] for each in ended.json["written"]] == ["card", "handout"]


def test_a_name_that_is_not_there_is_a_problem_with_a_guess(
    library: Path, handouts: Command
) -> None:
    ended = handouts("plnk", "bridge", "--data", str(library))
    assert ended.code == 1
    assert "there is no plnk in the library" in ended.err
    assert "plank" in ended.err
    assert _files(Path("out")) == ["card/bridge.pdf"]


def test_a_command_that_is_nearly_right_is_suggested(library: Path, handouts: Command) -> None:
    ended = handouts("chekc", "--data", str(library))
    assert ended.code == 1
    assert ended.err.endswith("or did you mean the command handouts check?\n")


def test_a_command_behind_an_option_is_guessed_too(library: Path, handouts: Command) -> None:
    ended = handouts("--data", str(library), "list")
    assert ended.code == 1
    assert ended.err.endswith("or did you mean the command handouts list?\n")


def test_an_empty_library_is_no_command_that_was_meant(tmp_path: Path, handouts: Command) -> None:
    assert "did you mean" not in handouts("--data", str(tmp_path)).err


def test_an_empty_library_is_a_problem(tmp_path: Path, handouts: Command) -> None:
    ended = handouts("--data", str(tmp_path), "--json")
    assert ended.code == 1
    assert ended.json["problems"][0]["code"] == "empty-library"


def test_a_layout_that_is_not_there_is_a_problem_with_a_guess(
    library: Path, handouts: Command
) -> None:
    ended = handouts("--data", str(library), "--layout", "crad", "--json")
    assert ended.code == 1
    assert [each["code"] for each in ended.json["problems"]] == ["unknown-layout"]
    assert "card" in ended.json["problems"][0]["hint"]


def test_a_layout_for_no_kind_of_item_says_which_ones_fit(library: Path, handouts: Command) -> None:
    ended = handouts("plank", "--data", str(library), "--layout", "program", "--json")
    assert ended.code == 1
    problem = ended.json["problems"][0]
    assert problem["code"] == "layout-kind"
    assert "card, card-bw, handout" in problem["hint"]


def test_a_person_gets_a_folder_of_their_own(library: Path, handouts: Command) -> None:
    ended = handouts("plank", "--data", str(library), "--client", "Ann Miller", "--json")
    assert ended.json["written"][0]["file"] == "out/Ann-Miller/card/plank.pdf"
    assert ended.json["written"][0]["client"] == "Ann Miller"
    assert _files(Path("out")) == ["Ann-Miller/card/plank.pdf"]


def test_what_is_said_of_a_person_is_on_the_page(library: Path, handouts: Command) -> None:
    words = {"client": "Ann Miller", "coach": "Sam Reed", "date": "3 May", "note": "Go slow"}
    options = [word for key, value in words.items() for word in (f"--{key}", value)]
    assert handouts("plank", "--data", str(library), *options).code == 0
    text = _text(Path("out/Ann-Miller/card/plank.pdf"))
    assert [value for value in words.values() if value not in text] == []


def test_a_goal_that_an_exercise_has_not_is_a_warning(library: Path, handouts: Command) -> None:
    ended = handouts("plank", "--data", str(library), "--goal", "strenth", "--json")
    assert ended.code == 0
    assert ended.json["problems"][0]["code"] == "unknown-goal"
    assert "strength" in ended.json["problems"][0]["hint"]


def test_a_goal_is_found_whatever_its_case(library: Path, handouts: Command) -> None:
    ended = handouts("plank", "--data", str(library), "--goal", "STRENGTH", "--json")
    assert ended.json["problems"] == []


def test_a_warning_counts_as_an_error_when_that_is_asked_for(
    library: Path, handouts: Command
) -> None:
    words = ("plank", "--data", str(library), "--goal", "strenth", "--strict")
    ended = handouts(*words)
    assert ended.code == 1
    assert ": error: plank has no goal called strenth" in ended.err
    assert not Path("out").exists()


def test_paper_and_ink_are_chosen(library: Path, handouts: Command) -> None:
    handouts("plank", "--data", str(library), "--paper", "A4", "--grey", "--out", "grey")
    handouts("plank", "--data", str(library), "--out", "colour")
    grey = pypdfium2.PdfDocument("grey/card/plank.pdf")
    assert [round(side) for side in grey[0].get_size()] == [595, 842]
    assert _is_grey(grey)
    assert not _is_grey(pypdfium2.PdfDocument("colour/card/plank.pdf"))


def test_the_brand_says_the_paper_unless_the_command_does(library: Path, handouts: Command) -> None:
    Path("brand.yaml").write_text("name: Northside\npaper: a4\n", encoding="utf-8")
    words = ("plank", "--data", str(library), "--brand", "brand.yaml")
    handouts(*words)
    assert pypdfium2.PdfDocument("out/card/plank.pdf")[0].get_width() < 600
    handouts(*words, "--paper", "letter")
    assert pypdfium2.PdfDocument("out/card/plank.pdf")[0].get_width() == 612
    assert "Northside" in _text(Path("out/card/plank.pdf"))


def test_without_the_brand_that_was_asked_for_nothing_is_printed(
    library: Path, handouts: Command
) -> None:
    Path("brand.yaml").write_text("name: Northside\npapr: a4\n", encoding="utf-8")
    ended = handouts("plank", "--data", str(library), "--brand", "brand.yaml")
    assert ended.code == 1
    assert "brand.yaml:2:1: error:" in ended.err
    assert not Path("out").exists()


def test_quiet_says_problems_alone(library: Path, handouts: Command) -> None:
    assert handouts("plank", "--data", str(library), "--quiet").out == ""
    _break(library, "plank")
    ended = handouts("plank", "--data", str(library), "--quiet")
    assert ended.out == ""
    assert "reps run backwards" in ended.err


def test_verbose_says_how_each_was_set(library: Path, handouts: Command) -> None:
    ended = handouts("plank", "--data", str(library), "--verbose")
    assert ended.out.splitlines()[0] == "out/card/plank.pdf (1 page, 10.5 pt)"


@pytest.mark.parametrize(
    "words",
    [
        ["--papr", "a4"],
        ["--paper", "a5"],
        ["--data", "nowhere"],
        ["--brand", "nowhere.yaml"],
        ["--jobs", "0"],
        ["--jobs", "many"],
        ["--png", "plank"],
        ["--lang", "xx"],
        ["--watch"],
        ["--out"],
    ],
)
def test_a_wrong_command_line_ends_with_two_and_writes_nothing(
    library: Path, handouts: Command, words: list[str]
) -> None:
    ended = handouts(*words)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith("error: ")
    assert not Path("out").exists()


def test_a_wrong_command_line_is_an_object_too_where_json_was_asked_for(
    handouts: Command,
) -> None:
    ended = handouts("--json", "--papr", "a4")
    assert ended.code == 2
    assert ended.json["problems"][0]["hint"] == "did you mean --paper?"


def test_a_file_that_cannot_be_written_ends_with_three_and_the_others_are(
    library: Path, handouts: Command
) -> None:
    Path("out/card/bridge.pdf").mkdir(parents=True)
    ended = handouts("--data", str(library))
    assert ended.code == 3
    assert "error: out/card/bridge.pdf cannot be written: is a directory" in ended.err
    assert _files(Path("out")) == ["card/plank.pdf"]


def test_an_out_folder_that_is_a_file_ends_with_three(library: Path, handouts: Command) -> None:
    Path("out").write_text("a file")
    ended = handouts("--data", str(library), "--json")
    assert ended.code == 3
    assert ended.json["written"] == []
    assert {each["code"] for each in ended.json["problems"]} == {"unwritable-file"}


def test_a_file_that_cannot_be_read_ends_with_three(library: Path, handouts: Command) -> None:
    (library / "exercises" / "folder.yaml").mkdir()
    ended = handouts("--data", str(library))
    assert ended.code == 3
    assert "data/exercises/folder.yaml:1:1: error: cannot be read" in ended.err
    assert _files(Path("out")) == ["card/bridge.pdf", "card/plank.pdf"]


def test_what_gave_way_is_told_by_sheet_and_of_many_sheets_by_number(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    cue = "  - Hold it there: Keep your ribs down, your neck long, and breathe as you count.\n"
    for name in ("bridge", "plank"):
        path = library / "exercises" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8").replace("execution:\n", "execution:\n" + 12 * cue)
        path.write_text(text + "tips:\n" + 12 * cue, encoding="utf-8")
    words = ("--data", str(library))
    left_out = [each["left_out"] for each in handouts(*words, "--json").json["written"]]
    assert all("tips" in names for names in left_out)
    said = handouts(*words).out.splitlines()
    assert f"out/card/plank.pdf leaves out {', '.join(left_out[1])}" in said
    monkeypatch.setattr(build, "MOST_NAMED", 1)
    (line,) = (line for line in handouts(*words).out.splitlines() if "leave" in line)
    assert line.startswith("2 handouts leave something out: ")
    assert "tips (2)" in line


def test_a_fault_of_ours_is_owned_up_to_and_the_others_are_written(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_for_bridge(documents: Any, *others: Any) -> Any:
        if documents[0].metadata.title == "Bridge":
            raise ZeroDivisionError("of all things")
        return typeset_all(documents, *others)

    monkeypatch.setattr("handouts.batch.press.typeset_all", fail_for_bridge)
    ended = handouts("--data", str(library))
    assert ended.code == 70
    assert "Traceback" in ended.err
    assert "of all things" in ended.err
    assert "handouts failed at out/card/bridge.pdf" in ended.err
    assert _files(Path("out")) == ["card/plank.pdf"]


def test_a_fault_that_every_handout_meets_is_traced_once(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("handouts.batch.press.typeset_all", fail)
    ended = handouts("--data", str(library))
    assert ended.err.count("Traceback") == 1
    assert ended.err.count("handouts failed at") > 1


def test_a_fault_outside_any_handout_is_owned_up_to(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_run_here", None)
    ended = handouts("--data", str(library))
    assert ended.code == 70
    assert "Traceback" in ended.err
    assert "please report it" in ended.err


def test_an_interruption_says_what_was_written(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = press.Press.produce

    def interrupted_at_plank(self: press.Press, job: Job) -> press.Produced:
        if job.entries[0].name == "plank":
            raise KeyboardInterrupt
        return whole(self, job)

    monkeypatch.setattr(press.Press, "produce", interrupted_at_plank)
    ended = handouts("--data", str(library))
    assert ended.code == 130
    assert ended.out.endswith("interrupted: 1 of 2 handouts written (1 page) in out\n")
    ended = handouts("--data", str(library), "--json", "--force")
    assert ended.code == 130
    assert [each["name"] for each in ended.json["written"]] == ["bridge"]


def test_how_many_processes_there_are_never_shows_in_the_bytes(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "WORTH_A_POOL", 2)
    _break(library, "plank")
    words = ("--data", str(library), "--layout", "card", "--layout", "handout")
    for jobs in ("1", "2"):
        assert handouts(*words, "--out", f"out{jobs}", "--jobs", jobs).code == 1
    assert _hashes(Path("out1")) == _hashes(Path("out2"))
    assert _files(Path("out1")) == ["card/bridge.pdf", "handout/bridge.pdf"]


def test_on_another_day_and_elsewhere_on_earth_the_bytes_are_the_same(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--data", str(library), "--layout", "card", "--layout", "handout")
    assert handouts(*words, "--out", "today").code == 0
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LANG", "tr_TR.UTF-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setattr("time.time", lambda: 1.0)
    monkeypatch.setattr("time.localtime", lambda *seconds: time.gmtime(1.0))
    assert handouts(*words, "--out", "another").code == 0
    assert _hashes(Path("today")) == _hashes(Path("another"))


def test_a_picture_of_each_page_lies_beside_its_file(library: Path, handouts: Command) -> None:
    assert handouts("plank", "--data", str(library), "--png", "36").code == 0
    assert _files(Path("out")) == ["card/plank-1.png", "card/plank.pdf"]


def _text(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _is_grey(document: pypdfium2.PdfDocument) -> bool:
    red, green, blue = document[0].render().to_pil().convert("RGB").split()
    return bool(red.tobytes() == green.tobytes() == blue.tobytes())


def _hashes(folder: Path) -> dict[str, str]:
    files = {name: (folder / name).read_bytes() for name in _files(folder)}
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
