"""Gathered files: a home sheet from names, from clients' rows, from a program without weeks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

Command = Callable[..., Any]
Check = Callable[[bytes], None]

STRETCH = """\
exercise: Stretch
goals: {mobility: {sets: 2, hold: 20 s, frequency: 2/day}}
execution: [Reach up.]
safety: Stop if you feel dizzy.
"""
BACK = """\
program: My Back
stop_if: [You go numb.]
work:
  - {exercise: bridge, sets: 1, reps: 6, frequency: 5/week}
  - {do: Brisk walk, time: 10 min}
"""
CLIENTS = """\
client,build,goal,note
Ana Pereira,bridge;plank;stretch,first weeks,Careful with the left knee
Bo Lindqvist,plank;bridge,,Breathe out
"""


@pytest.fixture
def home(library: Path, handouts: Command) -> Command:
    """Run a command line over bridge, plank and stretch; what it says is JSON."""
    _exercise("stretch", STRETCH)
    return lambda *words: handouts(*words, "--data", "data", "--json")


@pytest.fixture
def programs(home: Command) -> Command:
    """The same with a program without weeks, ``my-back``, and one with, ``eight``."""
    folder = Path("data/programs")
    folder.mkdir()
    (folder / "my-back.yaml").write_text(BACK, encoding="utf-8")
    weeks = "program: Eight\nweeks: 2\nwork: [{exercise: bridge, sets: 3, reps: 5}]\n"
    (folder / "eight.yaml").write_text(weeks, encoding="utf-8")
    return home


@pytest.fixture
def clients(home: Command) -> Command:
    """Home sheets for two clients with a row each."""
    Path("clients.csv").write_text(CLIENTS, encoding="utf-8")
    return lambda *words: home("--layout", "home", "--clients", "clients.csv", *words)


def _exercise(name: str, text: str) -> None:
    Path("data/exercises", f"{name}.yaml").write_text(text, encoding="utf-8")


def _text(path: str) -> str:
    document = pypdfium2.PdfDocument(Path(path).read_bytes())
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def _files(run: Any) -> list[str]:
    return [each["file"] for each in run.json["written"]]


def _codes(run: Any) -> list[str]:
    return [problem["code"] for problem in run.json["problems"]]


def test_all_names_of_a_command_line_stand_in_one_file(home: Command, check_pdf: Check) -> None:
    run = home("stretch", "plank", "--layout", "home", "--client", "Ana")
    (written,) = run.json["written"]
    assert run.code == 0
    assert written["file"] == "out/Ana/home/home.pdf"
    assert written["names"] == ["stretch", "plank"]
    assert "name" not in written
    assert (written["kind"], written["layout"]) == ("exercise", "home")
    said = _text(written["file"])
    assert said.index("Stretch") < said.index("Plank")
    assert "My exercises at home" in said
    check_pdf(Path(written["file"]).read_bytes())


def test_a_single_one_is_a_gathered_file_too(home: Command) -> None:
    assert home("plank", "--layout", "home").json["written"][0]["names"] == ["plank"]


def test_the_file_can_have_a_name(home: Command) -> None:
    run = home("bridge", "plank", "--layout", "home", "--as", "For Ana: the knee?")
    assert _files(run) == ["out/home/For-Ana-the-knee.pdf"]
    assert home("bridge", "--layout", "home").json["written"][0]["file"] == "out/home/home.pdf"


@pytest.mark.parametrize(
    "words",
    [
        ["bridge", "--as", "mine"],
        ["bridge", "--layout", "card", "--as", "mine"],
        ["bridge", "--layout", "home", "--layout", "mine.yaml", "--as", "mine"],
    ],
)
def test_a_name_without_one_gathered_file_is_a_wrong_command_line(
    words: list[str], home: Command
) -> None:
    Path("mine.yaml").write_text("layout: mine\nextends: home\n", encoding="utf-8")
    run = home(*words)
    assert (run.code, _codes(run)) == (2, ["command-line"])
    assert not Path("out").exists()


def test_each_client_gets_the_exercises_of_the_row_in_its_order(
    clients: Command, check_pdf: Check
) -> None:
    run = clients()
    assert [(each["file"], each["names"], each["client"]) for each in run.json["written"]] == [
        ("out/Ana-Pereira/home/home.pdf", ["bridge", "plank", "stretch"], "Ana Pereira"),
        ("out/Bo-Lindqvist/home/home.pdf", ["plank", "bridge"], "Bo Lindqvist"),
    ]
    ana, bo = (_text(file) for file in _files(run))
    assert "2 sets × 8 reps" in ana and "Careful with the left knee" in ana
    assert "Bo Lindqvist" not in ana and "Ana Pereira" not in bo
    assert "Goal: strength" in bo
    check_pdf(Path(_files(run)[0]).read_bytes())


def test_a_name_is_given_to_each_clients_file(clients: Command) -> None:
    assert _files(clients("--as", "june")) == [
        "out/Ana-Pereira/home/june.pdf",
        "out/Bo-Lindqvist/home/june.pdf",
    ]


def test_a_client_of_a_list_can_have_a_dose_of_their_own(home: Command) -> None:
    text = "- client: Cy\n  build: [stretch, bridge]\n  doses: {stretch: {sets: 1, hold: 9 s}}\n"
    Path("clients.yaml").write_text(text, encoding="utf-8")
    (file,) = _files(home("--layout", "home", "--clients", "clients.yaml"))
    assert "1 set × 9 s" in _text(file).replace("\N{NO-BREAK SPACE}", " ")


def test_a_pack_holds_the_home_sheet_with_the_rest(clients: Command) -> None:
    run = clients("--layout", "card", "--pack")
    ana, _ = run.json["written"]
    assert ana["file"] == "out/Ana-Pereira/pack.pdf"
    assert sorted(ana["names"]) == ["bridge", "bridge", "plank", "plank", "stretch", "stretch"]
    assert ana["layouts"].count("home") == ana["layouts"].count("card") == 3
    assert "My exercises at home" in _text(ana["file"])


def test_shards_share_the_gathered_files_out(clients: Command) -> None:
    parts = [_files(clients("--shard", f"{number}/2")) for number in (1, 2)]
    assert sorted([*parts[0], *parts[1]]) == [
        "out/Ana-Pereira/home/home.pdf",
        "out/Bo-Lindqvist/home/home.pdf",
    ]


def test_a_second_run_finds_it_unchanged(clients: Command) -> None:
    first = _files(clients())
    again = clients()
    assert (again.json["written"], again.json["unchanged"]) == ([], first)


def test_what_was_told_of_a_row_is_told_in_the_line_that_it_has_moved_to(clients: Command) -> None:
    [before] = clients().json["problems"]
    Path("clients.csv").write_text(CLIENTS.replace("\nAna", "\nCem Aydin,plank,,\nAna"), "utf-8")
    [after] = clients().json["problems"]
    assert (before["file"], before["line"], after["line"]) == ("clients.csv", 2, 3)


@pytest.mark.parametrize("name", ["plank", "stretch"])
def test_a_change_of_any_of_its_items_makes_it_again(name: str, home: Command) -> None:
    words = ("bridge", "plank", "stretch", "--layout", "home")
    home(*words)
    path = Path("data/exercises", f"{name}.yaml")
    path.write_text(path.read_text("utf-8") + "safety: Stop.\n" * (name == "plank"), "utf-8")
    path.write_text(path.read_text("utf-8").replace("feel dizzy", "see stars"), "utf-8")
    assert _files(home(*words)) == ["out/home/home.pdf"]


def test_other_items_or_another_order_make_it_again(home: Command) -> None:
    for names in (["bridge", "plank"], ["plank", "bridge"], ["plank"]):
        assert _files(home(*names, "--layout", "home")) == ["out/home/home.pdf"]


def test_with_one_of_its_items_gone_it_has_lost_its_source(home: Command) -> None:
    home("bridge", "plank", "--layout", "home")
    Path("data/exercises/plank.yaml").unlink()
    run = home("--prune")
    assert run.json["pruned"] == ["out/home/home.pdf"]


def test_a_problem_in_one_item_keeps_the_whole_from_being_written(home: Command) -> None:
    _exercise("plank", "exercise: Plank\nexecution: [Hold.]\nreps: 3\n")
    _exercise("stretch", STRETCH + "harder: nobody-yet\nsets: 2\n")
    run = home("bridge", "plank", "stretch", "--layout", "home")
    assert (run.code, run.json["written"]) == (1, [])
    assert _codes(run).count("unknown-key") == 2
    assert not Path("out/home").exists()


@pytest.mark.parametrize("name", ["nobody", "eight"])
def test_without_one_of_its_items_it_is_not_written_and_the_rest_is(
    name: str, programs: Command
) -> None:
    run = programs("bridge", name, "my-back", "--layout", "home")
    assert (run.code, len(_codes(run))) == (1, 1)
    assert _files(run) == ["out/home/my-back.pdf"]


def test_a_client_of_whose_row_one_is_not_there_gets_no_home_sheet(clients: Command) -> None:
    Path("clients.csv").write_text(CLIENTS.replace("plank;stretch", "plnak"), encoding="utf-8")
    run = clients()
    assert _codes(run) == ["unknown-name"]
    assert _files(run) == ["out/Bo-Lindqvist/home/home.pdf"]


def test_two_layouts_that_gather_make_two_files(home: Command) -> None:
    text = "layout: pages\nextends: card\ngather: items\n"
    Path("pages.yaml").write_text(text, encoding="utf-8")
    run = home("bridge", "plank", "--layout", "home", "--layout", "pages.yaml")
    assert [(each["file"], each["pages"]) for each in run.json["written"]] == [
        ("out/home/home.pdf", 1),
        ("out/pages/pages.pdf", 2),
    ]


def test_a_program_without_weeks_prints_at_home_unless_said(
    programs: Command, check_pdf: Check
) -> None:
    run = programs()
    assert "out/home/my-back.pdf" in _files(run)
    assert "out/program/eight.pdf" in _files(run)
    assert not any("program/my-back" in file for file in _files(run))
    said = _text("out/home/my-back.pdf").replace("\N{NO-BREAK SPACE}", " ")
    for words in ("My Back", "1 set × 6 reps", "5 times a week", "You go numb.", "Brisk walk"):
        assert words in said
    assert "10 min" in said and "Days a week:" in said
    check_pdf(Path("out/home/my-back.pdf").read_bytes())


def test_it_can_be_printed_as_a_booklet_too(programs: Command) -> None:
    run = programs("my-back", "--layout", "program", "--layout", "home")
    assert _files(run) == ["out/program/my-back.pdf", "out/home/my-back.pdf"]


def test_of_a_library_only_programs_without_weeks_are_printed_at_home(programs: Command) -> None:
    assert _files(programs("--layout", "home")) == ["out/home/my-back.pdf"]


def test_files_of_one_name_in_two_folders_are_both_on_it(home: Command) -> None:
    for folder in ("mine", "yours"):
        Path(folder).mkdir()
        text = STRETCH.replace("Stretch", f"{folder.title()} stretch")
        Path(folder, "move.yaml").write_text(text, encoding="utf-8")
    (file,) = _files(home("mine/move.yaml", "yours/move.yaml", "--layout", "home"))
    assert "Mine stretch" in _text(file) and "Yours stretch" in _text(file)


def test_own_disclaimers_stand_once_under_the_exercises_titles(home: Command) -> None:
    _exercise("stretch", STRETCH + "disclaimer: Ask first if your neck is stiff.\n")
    (file,) = _files(home("stretch", "plank", "--layout", "home"))
    said = _text(file)
    assert said.count("Stretch. Ask first if your neck is stiff.") == 1
    assert "not medical advice" in said


@pytest.mark.parametrize(
    ("other", "times"), [("{stop: 5, source: A}", 1), ("{stop: 3, source: B}", 2)]
)
def test_limits_of_pain_stand_once_where_all_have_the_same(
    other: str, times: int, home: Command
) -> None:
    _exercise("stretch", STRETCH + "pain: {stop: 5, source: A}\n")
    _exercise("turn", STRETCH.replace("Stretch", "Turn") + f"pain: {other}\n")
    (file,) = _files(home("stretch", "turn", "--layout", "home"))
    assert _text(file).count("or more: stop") == times


def test_a_program_beside_exercises_has_a_sheet_of_its_own(programs: Command) -> None:
    run = programs("plank", "my-back", "bridge", "--layout", "home")
    assert [each["names"] for each in run.json["written"]] == [["plank", "bridge"], ["my-back"]]


def test_a_program_with_weeks_is_none_for_home(programs: Command) -> None:
    run = programs("eight", "--layout", "home")
    (problem,) = run.json["problems"]
    assert (run.code, problem["code"]) == (1, "layout-kind")
    assert "eight, which is a program with weeks" in problem["message"]


def test_the_programs_own_dose_wins_and_the_clients_over_it(programs: Command) -> None:
    text = "- client: Cy\n  build: my-back\n  goal: strength\n  doses: {bridge: {reps: 4}}\n"
    Path("clients.yaml").write_text(text, encoding="utf-8")
    (file,) = _files(programs("--clients", "clients.yaml"))
    assert file == "out/Cy/home/my-back.pdf"
    assert "1 set × 4 reps" in _text(file).replace("\N{NO-BREAK SPACE}", " ")


def test_cards_follow_where_the_program_asks_for_them(programs: Command) -> None:
    Path("data/programs/my-back.yaml").write_text(BACK + "cards: true\n", encoding="utf-8")
    (written,) = programs("my-back").json["written"]
    assert written["pages"] == 2
    assert "From the plan: My Back" in _text(written["file"])


@pytest.mark.parametrize("count", [4, 5, 7])
def test_more_exercises_than_people_do_are_a_warning(count: int, home: Command) -> None:
    names = [f"move-{number}" for number in range(count)]
    for name in names:
        _exercise(name, f"exercise: {name.title()}\nexecution: [Move.]\n")
    run = home(*names, "--layout", "home")
    assert (run.code, _codes(run)) == (0, ["many-exercises"] if count > 4 else [])
    assert len(_files(run)) == 1


def test_the_warning_can_be_silenced_in_a_programs_file(programs: Command) -> None:
    tasks = "".join(f"  - {{do: Move {number}, sets: 1}}\n" for number in range(5))
    file = Path("data/programs/my-back.yaml")
    file.write_text(BACK + tasks, encoding="utf-8")
    (problem,) = programs("my-back").json["problems"]
    assert (problem["code"], problem["file"], problem["line"]) == (
        "many-exercises",
        "data/programs/my-back.yaml",
        3,
    )
    file.write_text(BACK + tasks + "allow: {many-exercises: short moves}\n", encoding="utf-8")
    assert _codes(programs("my-back")) == []


def test_a_character_that_no_font_has_is_told_where_it_stands(home: Command) -> None:
    _exercise("stretch", STRETCH.replace("Reach up.", "Reach \N{OM SYMBOL}."))
    (problem,) = home("bridge", "stretch", "--layout", "home").json["problems"]
    assert (problem["code"], problem["file"]) == (
        "missing-character",
        "data/exercises/stretch.yaml",
    )


def test_check_reads_every_item_of_it(home: Command, handouts: Command) -> None:
    run = handouts("check", "bridge", "plank", "--layout", "home", "--data", "data", "--json")
    (checked,) = run.json["checked"]
    assert checked["names"] == ["bridge", "plank"]


def test_list_says_what_prints_a_program_without_weeks(
    programs: Command, handouts: Command
) -> None:
    items = handouts("list", "my-back", "eight", "--data", "data", "--json").json["items"]
    layouts = {each["name"]: each["layouts"] for each in items}
    assert layouts["my-back"][0] == "home" and "program" in layouts["my-back"]
    assert "home" not in layouts["eight"]
