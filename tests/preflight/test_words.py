"""Words of the trade, voice and emphasis; words that a library brings along."""

from pathlib import Path

import pytest
from copies import cues, told, words

from handouts.preflight.copy import copy_of
from handouts.preflight.jargon import jargon
from handouts.preflight.slips import doubled_words, unfinished
from handouts.preflight.voice import emphasis, passive_voice
from handouts.preflight.words import Vocabulary


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Lie supine.", "face up"),
        ("Increase your range of motion.", "how far you can move"),
        ("Use an EXTERNAL ROTATION.", "turning out"),
        ("Relax the adductors.", "muscles of the inner thigh"),
    ],
)
def test_a_word_of_the_trade_is_told_with_a_plain_one(text: str, plain: str) -> None:
    [problem] = jargon(cues(text))
    assert problem.hint is not None and problem.hint.startswith(f"say it plainly ({plain}), or ")


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Lie supine.", "Lie supine (face up)."),
        ("Lie supine, then breathe out.", "Lie supine (face up), then…"),
        ("First of all, calmly lie supine now.", "…all, calmly lie supine (face up) now."),
        ("Supine rest helps you most.", "Supine (face up) rest helps…"),
    ],
)
def test_a_word_of_the_trade_is_shown_explained_where_it_stands(text: str, explained: str) -> None:
    [problem] = jargon(cues(text))
    assert problem.hint and problem.hint.endswith(f", or explain it: “{explained}”")
    assert not [*jargon(cues(explained.strip("…")))]


@pytest.mark.parametrize(
    "text",
    [
        "Lie supine (face up).",
        "Lie face up (supine).",
        "Supine means face up.",
        "Lie on your back.",
        '"What is supine?: You lie on your back."',
    ],
)
def test_a_word_that_is_explained_may_stand(text: str) -> None:
    assert told(jargon, cues(text.strip('"'))) == []


def test_a_word_is_told_once_where_it_is_first() -> None:
    assert told(jargon, cues("Sit.", "Lie supine.", "Stay supine.")) == [("jargon", 4)]
    explained = cues("Lie supine (face up).", "Stay supine.")
    assert told(jargon, explained) == []


def test_a_library_adds_words_and_takes_some_away(tmp_path: Path) -> None:
    folder = tmp_path / "words"
    folder.mkdir()
    mine = "jargon: {RDL: deadlift on almost straight legs}\nplain: [supine]\nverbs: [Yeet]\n"
    (folder / "en.yaml").write_text(mine, encoding="utf-8")
    known, problems = Vocabulary([tmp_path]).of("en-GB")
    assert not problems
    assert known.jargon["rdl"] == "deadlift on almost straight legs"
    assert "supine" not in known.jargon and "prone" in known.jargon
    assert "yeet" in known.verbs and "lift" in known.verbs
    item = cues("Do an RDL.", "Lie supine.").item
    assert told(jargon, copy_of(item, known)) == [("jargon", 3)]


def test_words_that_cannot_be_read_are_a_problem_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "en.yaml").write_text("jargn: {RDL: deadlift}\n", encoding="utf-8")
    known, [problem] = Vocabulary([tmp_path]).of("en")
    assert problem.code == "unknown-key" and problem.place and problem.place.line == 1
    assert known == words("en")


def test_a_language_without_words_has_none() -> None:
    assert not words("sw").jargon and not words("sw").verbs


@pytest.mark.parametrize(
    "text",
    [
        "The knee should be bent.",
        "The hips must not be lifted.",
        "The bar can be slowly lowered.",
        "The arm is held by a friend.",
        '"Come down: The chest is lowered to the floor."',
        '"Come down: Breathe in. Your arms are slowly raised overhead."',
        '"Both hips are then lifted by the hands."',
    ],
)
def test_the_passive_voice_is_told(text: str) -> None:
    assert told(passive_voice, cues(text)) == [("passive-voice", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Keep the knee bent.",
        "Your knees are bent.",
        "You may be tired.",
        "It can be hard.",
        "Press until your hips are lifted.",
        "Once the bar is lowered, breathe in.",
    ],
)
def test_a_state_is_no_passive(text: str) -> None:
    assert told(passive_voice, cues(text)) == []


def test_a_word_that_stands_twice_is_told() -> None:
    assert told(doubled_words, cues("Lift the the leg.")) == [("doubled-word", 3)]
    assert told(doubled_words, cues("Lift your Your leg.")) == [("doubled-word", 3)]
    assert told(doubled_words, cues("Slowly, slowly lift the leg that that hurts.")) == []
    assert told(doubled_words, cues("Haltet euch euch fest.", more="lang: de\n")) == []


@pytest.mark.parametrize("text", ['"TODO: breathe"', "Lift (XXX).", '"??"', "Sit down, TBD."])
def test_what_was_to_be_written_later_is_told(text: str) -> None:
    assert told(unfinished, cues(text)) == [("unfinished", 3)]


def test_a_question_and_a_spanish_word_are_finished() -> None:
    assert told(unfinished, cues('"Sit. Why?? Sit and see."')) == []
    assert told(unfinished, cues("Baja TODO el peso.", more="lang: es\n")) == []


def test_runs_of_capitals_and_of_italics_are_told() -> None:
    assert told(emphasis, cues("Do NOT EVER LIFT YOUR HEAD.")) == [("capitals", 3)]
    assert told(emphasis, cues("Ask a US NHS GP.", "Lift **both**, *not* one.")) == []
    slanted = "Lift *one two three four five six seven eight nine* now."
    assert told(emphasis, cues(slanted)) == [("italics", 3)]
