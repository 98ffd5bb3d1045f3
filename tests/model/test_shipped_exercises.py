"""The exercises that ship: sound, complete, and a good ground for mutations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.model.exercise import EXERCISE
from handouts.model.library import Entry, Library
from handouts.source.problem import Severity
from handouts.source.yaml import parse

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(path for path in (DATA / "exercises").glob("*.yaml") if "." not in path.stem)
LEG_CURL = DATA / "exercises" / "self-assisted-inverse-leg-curl.yaml"
SOURCE = LEG_CURL.read_text("utf-8")


def test_there_are_exercises() -> None:
    assert LEG_CURL in FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_exercise_that_ships_has_no_error(path: Path) -> None:
    library = Library([DATA])
    entry = library.find(path.stem)
    assert isinstance(entry, Entry)
    item, problems = library.read(entry)
    assert item is not None
    assert {(problem.severity, problem.code) for problem in problems} <= {
        (Severity.WARNING, "missing-link")
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_exercise_that_ships_names_its_schema_first(path: Path) -> None:
    first = path.read_text("utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../schemas/exercise.schema.json"
    assert (path.parent / "../schemas/exercise.schema.json").is_file()


def test_the_first_exercise_is_complete() -> None:
    node, problems = parse(SOURCE.encode(), "f.yaml")
    assert node is not None
    exercise = EXERCISE.read(node, problems)
    assert problems == []
    assert exercise is not None
    doses = {goal: (str(dose.sets), str(dose.reps)) for goal, dose in exercise.goals}
    assert doses == {
        "strength control": ("3–4", "4–6"),
        "hypertrophy": ("3–5", "6–10"),
        "eccentric focus": ("3–4", "3–5"),
        "beginner regression": ("2–3", "3–6"),
    }
    assert str(dict(exercise.goals)["eccentric focus"].lowering) == "3–6\N{NO-BREAK SPACE}s"
    lengths = [len(cues) for cues in (exercise.setup, exercise.execution, exercise.tips)]
    assert (lengths, len(exercise.faq)) == ([5, 6, 6], 5)
    assert exercise.safety and exercise.safety.startswith("Stop")
    assert all((exercise.summary, exercise.checkpoint, exercise.progression, exercise.disclaimer))


def test_a_cue_that_ships_is_short_and_so_is_the_first_sentence() -> None:
    node, problems = parse(SOURCE.encode(), "f.yaml")
    assert node is not None
    exercise = EXERCISE.read(node, problems)
    assert exercise is not None and exercise.summary
    cues = (*exercise.setup, *exercise.execution, *exercise.tips)
    assert max(len(f"{cue.lead} {cue.detail}".split()) for cue in cues) <= 20
    assert len(exercise.summary.split(". ")[0].split()) <= 12


SIGNS = st.sampled_from([*":-#&*!|>'\"%@`{}[],? \t\n", "\0", "é", "  ", ": ", "\n- ", "\x85"])


@given(
    st.lists(
        st.tuples(st.integers(0, len(SOURCE)), st.integers(0, 3), SIGNS), min_size=1, max_size=4
    )
)
def test_a_file_with_slips_has_problems_within_it_or_none(
    slips: list[tuple[int, int, str]],
) -> None:
    source = SOURCE
    for start, length, sign in slips:
        source = source[:start] + sign + source[start + length :]
    node, problems = parse(source.encode(), "f.yaml")
    value = EXERCISE.read(node, problems) if node else None
    assert value is not None or problems
    lines = source.split("\n")
    for problem in problems:
        place = problem.place
        assert place is not None
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
