"""Translations: texts laid over an item, one for one, or all that keeps them from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts.model.client import Client
from handouts.model.edition import Edition
from handouts.model.exercise import Exercise
from handouts.model.ladder import Ladder
from handouts.model.language import canonical, lookup
from handouts.model.library import Library
from handouts.model.program.program import Program
from handouts.source import node

BRIDGE = """\
exercise: Bridge
muscles: {primary: [glutes], secondary: [belly]}
goals:
  strength: {sets: 3, reps: 5, note: slow, load: red band}
setup:
  - Lie down: On your back.
  - Rest.
harder: plank
figure:
  frames: [{caption: Go up, stance: supine}]
"""
PUENTE = """\
exercise: Puente
muscles: {primary: [glúteos], secondary: [abdomen]}
goals: {strength: fuerza}
notes: {slow: lento, red band: banda roja}
setup:
  - Acuéstese: Boca arriba.
  - Descanse.
captions: {Go up: Suba}
"""
PLANK = "exercise: Plank\nsetup: [Lie down.]\n"
PROGRAM = """\
program: Eight
weeks: 2
phases: [{weeks: 1-2, name: Build}]
rules: [Rest a day.]
sessions:
  - session: Hips
    note: Slowly
    work:
      - {exercise: bridge, goal: Strength, note: {1: light, 2: heavy}}
      - superset: [{do: Brisk walk, time: 5 min}, {exercise: bridge, as: Small bridge}]
"""
OCHO = """\
program: Ocho
phases: {Build: Progreso}
rules: [Descanse un día.]
sessions: {Hips: Cadera}
tasks: {Brisk walk: Paso ligero, Small bridge: Puente corto}
notes: {Slowly: Despacio, light: suave, heavy: fuerte}
"""
LADDER = """\
ladder: Bridges
rungs:
  - {exercise: bridge, goal: strength, as: Short, cues: [Go up.], move_up: 3 sets}
  - {exercise: plank, dose: {sets: 2, reps: 5, note: slow}}
"""
PUENTES = """\
ladder: Puentes
rungs:
  - {as: Corto, cues: [Suba.], move_up: 3 series}
  - {}
notes: {slow: lento}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("exercises", "programs", "ladders"):
        (tmp_path / name).mkdir()
    write(tmp_path, "exercises/bridge.yaml", BRIDGE)
    write(tmp_path, "exercises/bridge.es.yaml", PUENTE)
    write(tmp_path, "exercises/plank.yaml", PLANK)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def spanish(folder: Path, name: str, language: str = "es") -> tuple[object, list[str]]:
    library = Library([folder])
    entry = library.entry(name)
    assert entry is not None
    item, problems = Edition(library, language).read(entry)
    return item, [f"{p.severity} {p.code} {p.place.line if p.place else 0}" for p in problems]


def test_a_translated_exercise_has_its_texts_and_keeps_its_numbers(folder: Path) -> None:
    item, problems = spanish(folder, "bridge")
    assert isinstance(item, Exercise)
    assert (item.title, item.lang, item.name) == ("Puente", "es", "bridge")
    assert item.file.endswith("bridge.es.yaml")
    assert (item.muscles.primary, item.muscles.secondary) == (("glúteos",), ("abdomen",))
    [(goal, dose)] = item.goals
    assert (goal, str(dose.sets), dose.note) == ("fuerza", "3", "lento")
    assert dose.load and dose.load.words == "banda roja"
    assert [(cue.lead, cue.detail) for cue in item.setup] == [
        ("Acuéstese", "Boca arriba."),
        (None, "Descanse."),
    ]
    assert "Suba" in captions(item.figure) and "Go up" not in captions(item.figure)
    assert problems == ["warning untranslated-link 8"]
    assert item.harder == ()


def captions(figure: node.Node | None) -> list[str]:
    match figure:
        case node.Text():
            return [figure.value]
        case node.Sequence():
            return [text for each in figure.items for text in captions(each)]
        case node.Mapping():
            return [text for _, each in figure.entries for text in captions(each)]
    return []


def test_what_leads_to_another_exercise_stays_where_that_has_a_name(folder: Path) -> None:
    write(folder, "exercises/plank.es.yaml", "exercise: Plancha\nsetup: [Acuéstese.]\n")
    item, problems = spanish(folder, "bridge")
    assert isinstance(item, Exercise) and item.harder == ("plank",)
    assert problems == []
    assert Edition(Library([folder]), "es").title("plank") == "Plancha"


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        (PUENTE.replace("  - Descanse.\n", ""), "error translation-length 5"),
        (PUENTE.replace("[abdomen]", "[abdomen, piernas]"), "error translation-length 2"),
        (PUENTE + "checkpoint: Mire.\n", "error not-in-original 9"),
        (PUENTE.replace("strength", "strenght"), "error not-in-original 3"),
        (PUENTE + "equipmnt: [x]\n", "error unknown-key 9"),
        (PUENTE + "reps: 5\n", "error unknown-key 9"),
        ("goals: {strength: fuerza}\n", "error missing-key 1"),
    ],
)
def test_what_does_not_agree_with_the_original_is_an_error_in_its_place(
    folder: Path, translation: str, expected: str
) -> None:
    write(folder, "exercises/bridge.es.yaml", translation)
    item, problems = spanish(folder, "bridge")
    assert item is None
    assert expected in problems


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        ("captions: {Go up: Suba}\n", "captions: Go up"),
        ("goals: {strength: fuerza}\n", "goals: strength"),
        (", secondary: [abdomen]", "secondary of muscles"),
        ("setup:\n  - Acuéstese: Boca arriba.\n  - Descanse.\n", "setup"),
    ],
)
def test_a_text_that_is_missing_keeps_the_original(folder: Path, gone: str, named: str) -> None:
    write(folder, "exercises/bridge.es.yaml", PUENTE.replace(gone, ""))
    library = Library([folder])
    entry = library.entry("bridge")
    assert entry is not None
    item, [problem] = Edition(library, "es").read(entry)
    assert isinstance(item, Exercise) and item.title == "Bridge"
    assert problem.code == "untranslated"
    assert problem.message == f"this translation lacks {named}"


def test_all_problems_of_a_translation_are_told_at_once(folder: Path) -> None:
    write(folder, "exercises/bridge.es.yaml", "exercise: P\nfoo: x\ntips: [a]\nsetup: [a]\n")
    _, problems = spanish(folder, "bridge")
    codes = [problem.split()[1] for problem in problems]
    assert codes == ["unknown-key", "translation-length", "not-in-original", "untranslated"]


def test_a_program_is_translated_down_to_its_notes(folder: Path) -> None:
    write(folder, "programs/eight.yaml", PROGRAM)
    write(folder, "programs/eight.es.yaml", OCHO)
    item, problems = spanish(folder, "eight")
    assert problems == []
    assert isinstance(item, Program)
    [session] = item.sessions
    assert (item.title, session.session, session.note) == ("Ocho", "Cadera", "Despacio")
    assert [phase.name for phase in item.phases] == ["Progreso"]
    bridge, walk, small = session.tasks
    assert [piece.value for piece in bridge.values["note"].pieces] == ["suave", "fuerte"]
    assert bridge.goal and bridge.goal.name == "fuerza"
    assert (walk.do, small.title) == ("Paso ligero", "Puente corto")
    edition = Edition(Library([folder]), "es")
    assert edition.session(item, "hips") == "Cadera"
    assert edition.session(item, "Cadera") == "Cadera"


def test_a_ladder_is_translated_rung_by_rung(folder: Path) -> None:
    write(folder, "ladders/bridges.yaml", LADDER)
    write(folder, "ladders/bridges.es.yaml", PUENTES)
    item, problems = spanish(folder, "bridges")
    assert problems == []
    assert isinstance(item, Ladder)
    first, second = item.rungs
    assert (first.title, first.move_up) == ("Corto", "3 series")
    assert [cue.detail for cue in first.cues] == ["Suba."]
    assert first.goal and first.goal.name == "fuerza"
    assert second.dose and second.dose.note == "lento"


def test_a_clients_goal_is_called_as_the_translated_exercise_calls_it(folder: Path) -> None:
    edition = Edition(Library([folder]), "es")
    assert edition.client(Client(goal="Strength"), ["plank", "bridge"]).goal == "fuerza"
    assert edition.client(Client(goal="speed"), ["bridge"]).goal == "speed"


def test_a_translation_is_no_item_and_one_alone_is_a_warning(folder: Path) -> None:
    write(folder, "exercises/bird-dog.es.yaml", "exercise: X\n")
    library = Library([folder])
    assert [entry.name for entry in library.entries] == ["bridge", "plank"]
    entry = library.entry("bridge")
    assert entry is not None
    assert list(library.translations(entry)) == ["es"]
    [problem] = library.problems
    assert (problem.code, problem.severity) == ("orphan-translation", "warning")


@pytest.mark.parametrize(
    ("wanted", "available", "found"),
    [
        ("es", ["en", "es"], "es"),
        ("es-MX", ["en", "es"], "es"),
        ("pt-br", ["pt", "pt-BR"], "pt-BR"),
        ("pt", ["pt-BR"], "pt-BR"),
        ("zh-Hant-TW", ["zh", "zh-Hant"], "zh-Hant"),
        ("e", ["en"], None),
        ("nl", ["en"], None),
    ],
)
def test_a_language_is_looked_up_from_the_narrowest_to_the_widest(
    wanted: str, available: list[str], found: str | None
) -> None:
    assert lookup(wanted, available) == found


@pytest.mark.parametrize(("one", "other"), [("İleri", "ileri"), ("STRASSE", "Straße")])
def test_a_goal_is_found_whatever_its_case(folder: Path, one: str, other: str) -> None:
    write(folder, "exercises/bridge.yaml", BRIDGE.replace("strength", one))
    write(folder, "exercises/bridge.es.yaml", PUENTE.replace("strength", one))
    edition = Edition(Library([folder]), "es")
    assert edition.client(Client(goal=other), ["bridge"]).goal == "fuerza"


@pytest.mark.parametrize(
    ("written", "usual"),
    [("ES", "es"), ("pt-br", "pt-BR"), ("ZH-HANT-tw", "zh-Hant-TW"), ("es-419", "es-419")],
)
def test_a_language_is_written_in_its_usual_capitals(written: str, usual: str) -> None:
    assert canonical(written) == usual
