"""How hard texts are to read."""

import pytest
from sheets import exercise

from handouts.preflight.copy import Sentence, copy_of
from handouts.preflight.reading import grade, reading_level
from handouts.preflight.syllables import syllables
from handouts.source.problem import Problem, Severity


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("knee", 1),
        ("hips", 1),
        ("ankle", 2),
        ("muscles", 2),
        ("pulled", 1),
        ("lifted", 2),
        ("something", 2),
        ("easier", 3),
        ("hamstring", 2),
        ("the", 1),
        ("one", 1),
        ("every", 2),
        ("breathing", 2),
        ("flying", 2),
        ("client", 2),
        ("medical", 3),
        ("physical", 3),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def _sentences(*texts: str) -> list[Sentence]:
    return [Sentence(text, tuple(text.split()), None) for text in texts]


def test_the_grade_is_that_of_the_formula() -> None:
    read = _sentences(*["Bend your knees and sit back on the chair"] * 5)
    assert grade(read) == pytest.approx(0.39 * 9 + 11.8 * 1 - 15.59)


def test_a_few_words_have_no_grade() -> None:
    assert grade(_sentences("Bend your knees")) is None


def _told(text: str) -> list[Problem]:
    return list(reading_level(copy_of(exercise(text))))


def test_plain_text_is_not_warned_of() -> None:
    plain = "\n".join(f"  - Sit down slowly: Count to {number} as you go." for number in range(9))
    assert _told(f"exercise: Chair\nsetup:\n{plain}\n") == []


def test_hard_text_is_warned_of_where_it_is_hardest() -> None:
    easy = "\n".join("  - Sit down: Go slowly." for _ in range(5))
    hard = "Simultaneously externally rotate the contralateral extremity, maintaining alignment."
    found = _told(f"exercise: Chair\nsetup:\n{easy}\n  - {hard}\n  - {hard}\n")
    assert [problem.code for problem in found] == ["reading-level"]
    assert found[0].severity is Severity.WARNING
    assert found[0].place is not None and found[0].place.line == 8
    assert "contralateral" in (found[0].hint or "")


def test_other_languages_have_no_grade() -> None:
    text = "Gleichzeitig die kontralaterale Extremität auswärtsdrehen und stabilisieren. " * 8
    assert _told(f"exercise: Stuhl\nlang: de\nsetup:\n  - {text}\n") == []


def test_each_hard_field_is_told_by_itself() -> None:
    hard = "Maintaining appropriate scapular positioning facilitates improved stability. " * 5
    plain = "Sit down. Get up. " * 40
    found = _told(
        f"exercise: Chair\nsummary: {hard}\nsafety: {plain}\nprogression: {hard}\nsetup: [Sit.]\n"
    )
    assert [problem.message.partition(" is ")[0] for problem in found] == ["summary", "progression"]
    assert [problem.place.line for problem in found if problem.place] == [2, 4]


def test_one_sentence_for_colleagues_is_told_in_a_short_text() -> None:
    hard = "Isometric thigh strengthening utilising contraction facilitates your rehabilitation."
    text = f"exercise: Wall Sit\nsummary: {hard}\nexecution: [Sit tall.]\n"
    (problem,) = reading_level(copy_of(exercise(text)))
    assert problem.code == "reading-level"
    assert "a sentence of summary is far too hard" in problem.message
    assert "rehabilitation" in (problem.hint or "")
    assert problem.place is not None and problem.place.line == 2


def test_a_sentence_with_a_muscles_name_is_not_for_colleagues() -> None:
    text = "exercise: Wall Sit\nsummary: Works your quadriceps (front of the thighs) as you sit.\n"
    assert [*reading_level(copy_of(exercise(f"{text}execution: [Sit tall.]\n")))] == []
