"""Schedules: days, turns, labels, dates, rules and percentages, week by week."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import exactly, exercise, kilograms, marked, program, scheduled

from handouts.model.client import Client
from handouts.model.dose import DOSE, Dose
from handouts.model.program.schedule import Day, Group, Schedule, Task, Week
from handouts.model.program.scheduling import letters, restricted, titles, work_out
from handouts.model.quantity import Amount
from handouts.source.yaml import parse


def order(week: Week) -> str:
    return " ".join(session.title for session in week.sessions)


def loads(schedule: Schedule, title: str) -> list[str]:
    return [
        str(task.dose.load).replace("\xa0", " ")
        for week in schedule.weeks
        for session in week.sessions
        for task in session.tasks
        if task.title == title
    ]


TWO = """\
program: Two
weeks: 4
sessions:
  - {session: A, per_week: 2, work: [{do: Walk}]}
  - {session: B, work: [{do: Run}]}
"""


def test_sessions_without_days_take_turns() -> None:
    (first, *_) = scheduled(TWO).weeks
    assert order(first) == "A B A"
    assert [session.number for session in first.sessions] == [1, 2, 3]
    assert first.rest_days == ()


def test_sessions_on_days_stand_by_day_and_those_on_none_at_the_end() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 1
        sessions:
          - {session: Late, days: [Sat, Tue], work: [{do: W}]}
          - {session: Any, work: [{do: W}]}
          - {session: Early, days: Mon, work: [{do: W}]}
    """)
    (week,) = schedule.weeks
    assert order(week) == "Early Late Late Any"
    assert [session.day for session in week.sessions] == [Day(1), Day(2), Day(6), None]
    assert week.rest_days == ()


def test_the_days_without_a_session_are_for_rest() -> None:
    (week,) = scheduled("{program: X, weeks: 1, days: [Mon, Wed, Fri], work: [{do: W}]}").weeks
    assert [day.number for day in week.rest_days] == [2, 4, 6, 7]


def test_sessions_alternate_from_week_to_week() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 3
        alternate: [A, B]
        days: [Mon, Wed, Fri]
        sessions:
          - {session: B, work: [{do: W}]}
          - {session: A, work: [{do: W}]}
          - {session: Long run, days: Sun, work: [{do: Run}]}
    """)
    assert [order(week) for week in schedule.weeks] == [
        "A B A Long run",
        "B A B Long run",
        "A B A Long run",
    ]


def test_a_session_that_is_not_there_yet_leaves_its_turn_to_the_next() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 2
        alternate: [A, B]
        per_week: {1: 2, 2: 3}
        sessions:
          - {session: A, work: [{do: W}]}
          - {session: B, weeks: 2, work: [{do: W}]}
    """)
    assert [order(week) for week in schedule.weeks] == ["A A", "B A B"]


def test_dates_count_from_the_start() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 2
        start: 2027-01-06
        days: [Mon, Thu]
        work: [{do: W}]
    """)
    first, second = schedule.weeks
    assert (first.start, second.start) == (date(2027, 1, 6), date(2027, 1, 13))
    assert [session.date for session in first.sessions] == [date(2027, 1, 7), date(2027, 1, 11)]
    assert [day.number for day in first.rest_days] == [3, 5, 6, 7, 2]


def test_a_client_starts_on_a_day_of_their_own() -> None:
    source = "{program: X, weeks: 1, start: 2027-01-04, days: Mon, work: [{do: W}]}"
    (week,) = scheduled(source, Client(start=date(2027, 3, 1))).weeks
    assert week.sessions[0].date == date(2027, 3, 1)


def test_a_week_may_have_nine_days() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 2
        week: 9 days
        start: 2027-01-04
        days: [1, 4, 7]
        work: [{do: W}]
    """)
    assert schedule.days == 9
    second = schedule.weeks[1]
    assert second.start == date(2027, 1, 13)
    assert [session.date for session in second.sessions] == [
        date(2027, 1, 13),
        date(2027, 1, 16),
        date(2027, 1, 19),
    ]
    assert second.rest_days[0] == Day(2, named=False)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sets(st.integers(0, 6), min_size=1))
def test_every_session_is_within_its_week_on_its_day(start: date, days: set[int]) -> None:
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    listed = ", ".join(names[day] for day in sorted(days, reverse=True))
    source = f"{{program: X, weeks: 2, start: {start}, days: [{listed}], work: [{{do: W}}]}}"
    for week in scheduled(source).weeks:
        assert week.start
        dates = [session.date for session in week.sessions]
        assert dates == sorted(each for each in dates if each)
        assert len(dates) + len(week.rest_days) == 7
        for session in week.sessions:
            assert session.date and session.day
            assert session.date.isoweekday() == session.day.number
            assert timedelta(0) <= session.date - week.start < timedelta(7)


def test_weeks_know_their_phases_and_whether_they_are_easy() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 3
        cycles: 2
        deload: 3
        phases: [{weeks: 1-2, name: Build}, {weeks: 2-3, name: Hold}]
        work: [{do: W}]
    """)
    assert [week.number for week in schedule.weeks] == [1, 2, 3, 4, 5, 6]
    assert [week.phases for week in schedule.weeks[3:]] == [
        ("Build",),
        ("Build", "Hold"),
        ("Hold",),
    ]
    assert [week.deload for week in schedule.weeks] == [False, False, True] * 2
    assert schedule.length == 6


def test_parts_are_lettered_those_of_groups_with_numbers() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 2
        warm-up: [{do: Walk}]
        work:
          - {do: Squat, weeks: 1}
          - superset: [{do: Push}, {do: Jump, weeks: 2}, {do: Pull}]
          - {do: Carry}
    """)
    labels = [
        [(task.label, task.title) for task in week.sessions[0].tasks] for week in schedule.weeks
    ]
    assert labels == [
        [("", "Walk"), ("A", "Squat"), ("B1", "Push"), ("B2", "Pull"), ("C", "Carry")],
        [("", "Walk"), ("A1", "Push"), ("A2", "Jump"), ("A3", "Pull"), ("B", "Carry")],
    ]


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_a_group_of_which_nothing_is_left_is_not_there() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 2
        work:
          - superset: [{do: Push, weeks: 1}]
          - {do: Carry}
    """)
    assert [len(week.sessions[0].work) for week in schedule.weeks] == [2, 1]


def test_groups_change_by_week_too() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 2
        work: [{repeat: {rounds: {1: 3, 2: 4}, work: [{do: Run}], rest: {1: 60 s, 2: 30 s}}}]
    """)
    groups = [week.sessions[0].work[0] for week in schedule.weeks]
    assert all(isinstance(group, Group) and group.kind == "repeat" for group in groups)
    said = [(str(group.rounds), str(group.rest)) for group in groups if isinstance(group, Group)]
    assert said == [("3", "60\xa0s"), ("4", "30\xa0s")]


def test_what_is_equal_in_two_weeks_is_the_same_object() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 4
        per_week: 2
        work:
          - {do: Squat, sets: {1-2: 2, 3-4: 3}, reps: 5}
          - superset: [{do: Push, reps: 5}, {do: Pull, reps: 5}]
    """)
    works = [session.work for week in schedule.weeks for session in week.sessions]
    assert len({id(work) for work in works}) == 2
    assert len({id(work[1]) for work in works}) == 1
    assert works[0][0] is not works[-1][0]


def test_a_dose_is_the_exercise_s_for_the_goal_and_what_is_written_wins() -> None:
    squat = exercise("squat", "{Strength: {sets: 3-4, reps: 6-8, frequency: 3/week, note: slow}}")
    source = "{program: X, weeks: 1, work: [{exercise: squat, goal: strength, sets: 2}]}"
    (task,) = scheduled(source, exercises={"squat": squat}).weeks[0].sessions[0].tasks
    assert (task.title, task.exercise) == ("Squat", "squat")
    assert (str(task.dose.sets), str(task.dose.reps), task.dose.note) == ("2", "6–8", "slow")
    assert task.dose.frequency is None  # the session says how often


def test_at_home_the_exercise_s_dose_says_how_often() -> None:
    squat = exercise("squat", "{strength: {sets: 3, frequency: 3/week}}")
    source = "{program: X, work: [{exercise: squat, goal: strength}]}"
    (task,) = scheduled(source, exercises={"squat": squat}).weeks[0].sessions[0].tasks
    assert str(task.dose.frequency) == "3/week"


def test_a_client_s_dose_wins_over_all() -> None:
    node, problems = parse(b"{sets: 1, side: left}", "clients.yaml")
    assert node is not None
    change = DOSE.read(node, problems)
    assert isinstance(change, Dose)
    client = Client(client="Ann", doses={"squat": change})
    source = "{program: X, weeks: 2, work: [{exercise: squat, sets: {1: 2, 2: 3}, reps: 5}]}"
    schedule = scheduled(source, client, {"squat": exercise("squat")})
    for week in schedule.weeks:
        (task,) = week.sessions[0].tasks
        assert (str(task.dose.sets), str(task.dose.reps), task.dose.side) == ("1", "5", "left")


def test_a_client_s_dose_that_does_not_agree_is_told_once() -> None:
    node, problems = parse(b"{sets: 2}", "clients.yaml")
    assert node is not None
    change = DOSE.read(node, problems)
    assert isinstance(change, Dose)
    source = "{program: X, weeks: 2, work: [{exercise: squat, reps: '12, 10, 8'}]}"
    client = Client(client="Ann", doses={"squat": change})
    _, (problem,) = work_out(program(source), {"squat": exercise("squat")}, client)
    assert problem.message == "reps has 3 values, one for each set, but sets says 2"


TURNS = """\
program: Turns
weeks: 2
alternate: [A, B]
per_week: 3
sessions:
  - session: A
    work:
      - {exercise: squat, load: 20 kg, progression: +2.5 kg each session}
      - {exercise: bench, load: 20 kg, progression: +2.5 kg each session}
  - session: B
    work:
      - {exercise: squat, load: 20 kg, progression: +2.5 kg each session}
      - {exercise: lift, load: 40 kg, progression: +5 kg each session}
"""


def test_a_rule_for_each_session_counts_those_of_its_exercise() -> None:
    schedule = scheduled(TURNS)
    assert loads(schedule, "squat") == ["20 kg", "22.5 kg", "25 kg", "27.5 kg", "30 kg", "32.5 kg"]
    assert loads(schedule, "bench") == ["20 kg", "22.5 kg", "25 kg"]
    assert loads(schedule, "lift") == ["40 kg", "45 kg", "50 kg"]


def test_the_same_exercise_from_another_start_has_a_rule_of_its_own() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 4
        work:
          - {exercise: squat, load: 20 kg, progression: +5 kg each session, weeks: 1-2}
          - {exercise: squat, load: 40 kg, progression: +5 kg each session, weeks: 3-4}
    """)
    assert loads(schedule, "squat") == ["20 kg", "25 kg", "40 kg", "45 kg"]


def test_a_rule_for_each_week_takes_one_step_a_week() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 4
        cycles: 2
        per_week: 2
        work: [{do: Squat, load: 20 kg, progression: +5 kg each week, weeks: 2-4}]
    """)
    assert loads(schedule, "Squat")[::2] == [
        f"{kilograms} kg" for kilograms in (20, 25, 30, 35, 40, 45)
    ]


def test_a_rule_for_each_cycle_takes_one_step_a_cycle() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 2
        cycles: 3
        work: [{do: Squat, load: 20 kg, progression: +5 kg each cycle}]
    """)
    assert loads(schedule, "Squat") == ["20 kg", "20 kg", "25 kg", "25 kg", "30 kg", "30 kg"]


def test_a_rule_is_said_in_the_writer_s_words() -> None:
    (task,) = scheduled(TURNS).weeks[0].sessions[0].tasks[:1]
    assert task.rule == "+2.5 kg each session"


PERCENT = """\
program: Percent
weeks: 1
training_max: 90%
work:
  - {exercise: squat, reps: "5, 5, 5+", load: "65% TM, 75% TM, 85% TM"}
  - {exercise: front, max: squat, reps: 5, load: 60-65%}
"""


def test_without_a_client_percentages_stay() -> None:
    schedule = scheduled(PERCENT)
    assert loads(schedule, "squat") == ["65% TM, 75% TM, 85% TM"]
    assert schedule.total.load is None


def test_a_client_s_maximum_works_a_percentage_out() -> None:
    client = Client(client="Ann", maxima=kilograms(squat=100))
    schedule = scheduled(PERCENT, client)
    squat, front = schedule.weeks[0].sessions[0].tasks
    assert str(squat.dose.load) == "57.5, 67.5, 77.5\xa0kg"
    assert str(squat.percentage) == "65%\xa0TM, 75%\xa0TM, 85%\xa0TM"
    assert (str(front.dose.load), str(front.percentage)) == ("60–65\xa0kg", "60–65%")


def test_loads_are_in_the_unit_of_the_maximum() -> None:
    client = Client(client="Ann", maxima={"squat": Amount(Decimal(225), Decimal(225), "lb")})
    assert loads(scheduled(PERCENT, client), "squat") == ["130, 150, 170 lb"]


@pytest.mark.parametrize(
    ("percent", "plates", "load"),
    [
        ("61.25%", "2.5 kg", "60 kg"),  # halfway goes down
        ("61.3%", "2.5 kg", "62.5 kg"),
        ("61.25%", "0.5 kg", "61 kg"),
        ("61.25%", "5 lb", "60 kg"),  # which says nothing of kilograms
        ("61%", "20 kg", "60 kg"),
    ],
)
def test_loads_are_rounded_to_what_the_plates_allow(percent: str, plates: str, load: str) -> None:
    client = Client(client="Ann", maxima=kilograms(squat=100))
    source = f"""\
        program: X
        weeks: 1
        round: {plates}
        work: [{{exercise: squat, load: {percent}}}]
    """
    assert loads(scheduled(source, client), "squat") == [load]


@given(st.integers(1, 300), st.integers(1, 4000), st.sampled_from(["0.5", "1.25", "2.5", "5"]))
def test_a_rounded_load_is_the_nearest_that_the_plates_make(
    percent: int, maximum: int, plate: str
) -> None:
    client = Client(client="Ann", maxima=kilograms(squat=maximum))
    work = f"work: [{{exercise: squat, load: {percent}%}}]"
    schedule = scheduled(f"program: X\nweeks: 1\nround: {plate} kg\n{work}\n", client)
    (task,) = schedule.weeks[0].sessions[0].tasks
    assert task.dose.load and task.dose.load.amount
    load = task.dose.load.amount.amounts[0].low
    assert load is not None and load % Decimal(plate) == 0
    assert abs(load - Decimal(maximum * percent) / 100) <= Decimal(plate) / 2


def test_a_client_without_the_maximum_is_told_of_it_once() -> None:
    source = program(PERCENT)
    _, problems = work_out(source, {}, Client(client="Ann"))
    (problem,) = problems
    assert problem.code == "missing-maximum"
    assert problem.message == "this is a part of a maximum that is not known for Ann"
    assert problem.hint == "give it with --max squat=100kg, or in a column 1rm squat of the clients"
    assert problem.place and (problem.place.line, problem.place.length) == (5, 24)


def test_every_maximum_that_is_missing_is_told_once_whatever_its_case() -> None:
    work = "{exercise: %s, load: 70%%}"
    parts = [work % name for name in ("squat", "press", "Squat")]
    parts += ["{exercise: squat, load: 60%, max: Press}", "{do: Lift, load: 50%, max: row}"]
    source = f"program: X\nweeks: 2\nwork: [{', '.join(parts)}]\n"
    _, problems = work_out(program(source), {}, Client(client="Ann"))
    assert [marked(source, problem) for problem in problems] == ["70%", "70%", "50%"]
    named = [(problem.hint or "").removeprefix("give it with --max ") for problem in problems]
    assert [name.partition("=")[0] for name in named] == ["squat", "press", "row"]


def test_a_maximum_is_found_whatever_its_case() -> None:
    client = Client(client="Ann", maxima=kilograms(squat=100))
    source = "program: X\nweeks: 1\nwork: [{do: Lift, load: 70%, max: SQUAT}]\n"
    (task,) = scheduled(source, client).weeks[0].sessions[0].tasks
    assert str(task.dose.load) == "70\xa0kg"


def test_a_training_maximum_grows_by_its_rule() -> None:
    source = """\
        program: X
        weeks: 1
        cycles: 3
        training_max: 90%
        work:
          - {exercise: press, load: 80% TM, progression: load +5 lb each cycle}
          - {exercise: squat, load: 80% TM, progression: load +10 kg each cycle}
    """
    client = Client(client="Ann", maxima=kilograms(press=50, squat=100))
    schedule = scheduled(source, client)
    # 80% of 45, of 47.5 and of 50: five pounds are 2.5 kg on the bar
    assert loads(schedule, "press") == ["35 kg", "37.5 kg", "40 kg"]
    assert loads(schedule, "squat") == ["72.5 kg", "80 kg", "87.5 kg"]


def test_a_home_program_has_one_week_without_an_end() -> None:
    schedule = scheduled("{program: X, per_week: 3, work: [{do: Walk, sets: 2, reps: 8}]}")
    (week,) = schedule.weeks
    assert (schedule.length, week.number, order(week)) == (0, 1, "X X X")
    assert week.totals.reps == exactly(48)


def test_some_weeks_have_totals_of_their_own() -> None:
    whole = scheduled(TWO.replace("do: Run", "exercise: run, sets: 3, reps: 5"))
    part = restricted(whole, frozenset({2, 3}))
    assert [week.number for week in part.weeks] == [2, 3]
    assert (part.length, part.total.sessions, part.total.reps) == (4, 6, exactly(30))
    assert [len(each) for each in part.by_exercise.values()] == [2]


def test_one_session_has_totals_of_its_own() -> None:
    whole = scheduled(TWO.replace("do: Run", "exercise: run, sets: 3, reps: 5"))
    part = restricted(whole, session="b")
    assert [order(week) for week in part.weeks] == ["B"] * 4
    assert part.weeks[0].totals.reps == exactly(15)
    assert restricted(whole, session="a").exercises == ()


def test_titles_are_listed_once() -> None:
    assert titles(scheduled(TWO)) == ("A", "B")


def test_every_task_of_a_session_is_found() -> None:
    source = """\
        program: X
        weeks: 1
        warm-up: [{do: One}]
        work: [{superset: [{do: Two}, {do: Three}]}, {do: Four}]
        cool-down: [{do: Five}]
    """
    (session,) = scheduled(source).weeks[0].sessions
    assert [task.title for task in session.tasks] == ["One", "Two", "Three", "Four", "Five"]
    assert all(isinstance(task, Task) for task in session.tasks)
