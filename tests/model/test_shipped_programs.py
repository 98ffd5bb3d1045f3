"""The programs that ship, held against the papers and plans that they come from."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from programs import between, exactly, kilograms, scheduled

from handouts.model.client import Client
from handouts.model.library import Entry, Library
from handouts.model.program.program import Program
from handouts.model.program.schedule import Count, Group, Part, Schedule, Session
from handouts.model.program.scheduling import work_out

DATA = Path(__file__).parents[2] / "data"
FILES = sorted((DATA / "programs").glob("*.yaml"))


def read(name: str) -> tuple[Library, Program]:
    library = Library([DATA])
    entry = library.find(name)
    assert isinstance(entry, Entry)
    program, problems = library.read(entry)
    assert problems == ()
    assert isinstance(program, Program)
    return library, program


def schedule(name: str, client: Client | None = None) -> Schedule:
    library, program = read(name)
    found = {each: library.exercise(each) for each in program.exercises}
    exercises = {each: exercise for each, exercise in found.items() if exercise}
    worked, problems = work_out(program, exercises, client or Client())
    assert problems == []
    return worked


def sessions(schedule: Schedule) -> list[int]:
    return [week.totals.sessions for week in schedule.weeks]


def reps(schedule: Schedule) -> list[Count]:
    return [week.totals.reps for week in schedule.weeks]


def doses(session: Session) -> list[tuple[str | None, str]]:
    return [
        (task.exercise, f"{task.dose.sets}×{task.dose.reps}")
        for task in session.tasks
        if task.label
    ]


def test_there_are_eight() -> None:
    assert len(FILES) >= 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_program_that_ships_is_whole(path: Path) -> None:
    _, program = read(path.stem)
    assert all((program.summary, program.goal, program.for_you_if, program.not_yet_if))
    assert all((program.level, program.equipment, program.duration, program.progression))
    assert len(program.rules) >= 3 and len(program.stop_if) >= 3
    assert program.sources
    first = path.read_text("utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../schemas/program.schema.json"


def test_nordic_hamstring_after_mjolsnes_and_petersen() -> None:
    found = schedule("nordic-hamstring-ten-weeks")
    assert sessions(found) == [1, 2, 3, 3, 3, 3, 3, 3, 3, 3]
    assert found.total.sessions == 27
    assert reps(found) == [
        exactly(10),
        exactly(24),
        between(54, 72),
        between(72, 90),
        *[exactly(90)] * 6,
    ]
    written = [str(week.sessions[0].tasks[1].dose.reps) for week in found.weeks]
    assert written == ["5", "6", "6–8", "8–10", *["12, 10, 8"] * 6]


def test_afterwards_it_is_once_a_week() -> None:
    _, program = read("nordic-hamstring-ten-weeks")
    (rule,) = [rule for rule in program.rules if rule.lead == "After week 10"]
    assert re.match(r"Once a week, do 12, .*10, .*8\.", rule.detail)


def test_nordic_hamstring_after_delahunt() -> None:
    found = schedule("nordic-hamstring-delahunt")
    assert sessions(found) == [1, 2, 3, 3, 3, 3]
    assert reps(found) == [exactly(count) for count in (10, 24, 54, 72, 90, 90)]
    assert found.total.reps == exactly(340)


def test_nordic_hamstring_after_clark() -> None:
    found = schedule("nordic-hamstring-clark")
    assert sessions(found) == [1, 2, 3, 3]
    assert reps(found) == [exactly(count) for count in (10, 24, 54, 72)]
    assert found.total.reps == exactly(160)


def intervals(parts: tuple[Part, ...]) -> str:
    """Runs and walks in minutes: ``R1 W1.5``; groups in brackets with how long or how often."""
    said = []
    for part in parts:
        tasks = part.tasks if isinstance(part, Group) else (part,)
        turns = " ".join(
            f"{task.title[0]}{task.dose.time}".replace("\xa0min", "") for task in tasks
        )
        if isinstance(part, Group):
            often = f"{part.rounds}×" if part.rounds else f"for {part.time}: "
            turns = f"{often}({turns})".replace("\xa0min", "")
        said.append(turns)
    return " ".join(said)


def test_couch_to_5k_after_the_nhs() -> None:
    found = schedule("couch-to-5k")
    assert sessions(found) == [3] * 9
    for week in found.weeks:
        for session in week.sessions:
            assert intervals(session.warm_up) == "B5"
    runs = [[intervals(session.work) for session in week.sessions] for week in found.weeks]
    assert runs == [
        ["for 20: (R1 W1½)"] * 3,
        ["for 20: (R1½ W2)"] * 3,
        ["2×(R1½ W1½ R3 W3)"] * 3,
        ["R3 W1½ R5 W2½ R3 W1½ R5"] * 3,
        ["R5 W3 R5 W3 R5", "R8 W5 R8", "R20"],
        ["R5 W3 R8 W3 R5", "R10 W3 R10", "R25"],
        ["R25"] * 3,
        ["R28"] * 3,
        ["R30"] * 3,
    ]
    minutes = [week.totals.minutes for week in found.weeks]
    assert minutes == [
        exactly(count) for count in ("60", "60", "54", "64.5", "62", "72", "75", "84", "90")
    ]


def test_heel_drops_after_alfredson() -> None:
    found = schedule("achilles-alfredson")
    assert sessions(found) == [7] * 12
    assert found.total.reps == exactly(180 * 7 * 12)
    (session, *_) = found.weeks[0].sessions
    assert doses(session) == [
        ("heel-drop-straight-knee", "3×15"),
        ("heel-drop-bent-knee", "3×15"),
    ]
    assert [str(task.dose.per_day) for task in session.tasks] == ["2", "2"]
    assert found.weeks[0].totals.reps == exactly(180 * 7)


def test_achilles_after_silbernagel() -> None:
    found = schedule("achilles-silbernagel")
    assert sessions(found) == [7] * 12  # daily
    by_title = {session.title: doses(session) for week in found.weeks for session in week.sessions}
    assert by_title == {
        "On the floor": [
            ("calf-raise", "3×10–15"),
            ("single-leg-calf-raise", "3×10"),
            ("seated-calf-raise", "3×10"),
            ("heel-drop-straight-knee", "3×10"),
        ],
        "On a step": [
            ("calf-raise", "3×15"),
            ("single-leg-calf-raise", "3×15"),
            ("seated-calf-raise", "3×15"),
            ("heel-drop-straight-knee", "3×15"),
            ("heel-rebound", "3×20"),
        ],
        "With weight": [
            ("single-leg-calf-raise", "3×15"),
            ("seated-calf-raise", "3×15"),
            ("heel-drop-straight-knee", "3×15"),
            ("heel-rebound", "3×20"),
        ],
    }
    stands = {
        title: [
            week.number
            for week in found.weeks
            if title in {session.title for session in week.sessions}
        ]
        for title in by_title
    }
    assert stands == {
        "On the floor": [1, 2],
        "On a step": [2, 3, 4, 5],
        "With weight": list(range(3, 13)),
    }


LIFTS = ("overhead-press", "barbell-deadlift", "barbell-bench-press", "barbell-squat")


def test_five_three_one_in_percent() -> None:
    found = schedule("five-three-one")
    assert [session.title for session in found.weeks[0].sessions] == [
        "Press day",
        "Deadlift day",
        "Bench day",
        "Squat day",
    ]
    for lift in range(4):
        tasks = [week.sessions[lift].tasks[1] for week in found.weeks]
        assert [task.exercise for task in tasks] == [LIFTS[lift]] * 4
        assert [f"{task.dose.reps} @ {task.dose.load}".replace("\xa0TM", "") for task in tasks] == [
            "5, 5, 5+ @ 65%, 75%, 85%",
            "3, 3, 3+ @ 70%, 80%, 90%",
            "5, 3, 1+ @ 75%, 85%, 95%",
            "5, 5, 5 @ 40%, 50%, 60%",
        ]
    assert [week.deload for week in found.weeks] == [False, False, False, True]


def test_five_three_one_for_a_maximum_of_100_kg() -> None:
    client = Client(client="Ann", maxima={lift: kilograms(x=100)["x"] for lift in LIFTS})
    found = schedule("five-three-one", client)
    for lift in range(4):
        loads = [str(week.sessions[lift].tasks[1].dose.load) for week in found.weeks]
        assert [load.replace("\xa0", " ") for load in loads] == [
            "57.5, 67.5, 77.5 kg",  # 58.5, 67.5, 76.5
            "62.5, 72.5, 80 kg",  # 63, 72, 81
            "67.5, 77.5, 85 kg",  # 67.5, 76.5, 85.5
            "35, 45, 55 kg",  # 36, 45, 54
        ]


def test_five_three_one_says_how_it_goes_on() -> None:
    found = schedule("five-three-one")
    rules = [session.tasks[1].rule for session in found.weeks[0].sessions]
    assert rules == [f"load +{pounds} lb each cycle" for pounds in (5, 10, 5, 10)]


def test_stronglifts_adds_load_each_session() -> None:
    found = schedule("stronglifts-5x5")
    assert [" ".join(session.title for session in week.sessions) for week in found.weeks[:2]] == [
        "A B A",
        "B A B",
    ]
    assert doses(found.weeks[0].sessions[0]) == [
        ("barbell-squat", "5×5"),
        ("barbell-bench-press", "5×5"),
        ("bent-over-row", "5×5"),
    ]
    assert doses(found.weeks[0].sessions[1]) == [
        ("barbell-squat", "5×5"),
        ("overhead-press", "5×5"),
        ("barbell-deadlift", "1×5"),
    ]
    for name, start, step in (
        ("barbell-squat", 20, "2.5"),
        ("barbell-bench-press", 20, "2.5"),
        ("bent-over-row", 30, "2.5"),
        ("overhead-press", 20, "2.5"),
        ("barbell-deadlift", 40, "5"),
    ):
        loads = [
            task.dose.load.amount.amounts[0].low
            for week in found.weeks
            for session in week.sessions
            for task in session.tasks
            if task.exercise == name and task.dose.load and task.dose.load.amount
        ]
        assert len(loads) == (36 if name == "barbell-squat" else 18)
        assert loads == [start + Decimal(step) * number for number in range(len(loads))]


RUNNING = """\
program: Ten Miles by June
weeks: 3
sessions:
  - session: Easy run
    days: {1-2: [Tue, Fri], 3: [Tue]}
    work: [{do: Run so that you can talk, distance: {1: 3 mi, 2: 3.5 mi, 3: 2 mi}}]
  - session: Long run
    days: Sun
    work:
      - {do: Run slowly, distance: {1: 5 mi, 2: 6 mi}, weeks: 1-2}
      - {do: Race, distance: 10 mi, weeks: 3}
  - session: Cross-train
    days: Wed
    weeks: 1-2
    work: [{do: Swim or cycle, time: 30 min}]
"""


def test_a_running_plan_of_days_and_distances_can_be_written() -> None:
    found = scheduled(RUNNING)
    miles = [week.totals.metres.low / Decimal("1609.344") for week in found.weeks]
    assert miles == [11, 13, 12]
    assert found.total.metres == exactly(Decimal("1609.344") * 36)
    assert sessions(found) == [4, 4, 2]
    assert [[day.number for day in week.rest_days] for week in found.weeks] == [
        [1, 4, 6],
        [1, 4, 6],
        [1, 3, 4, 5, 6],
    ]
