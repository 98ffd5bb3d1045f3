"""Each format's records become the keys that they mean, and the rest is told."""

from __future__ import annotations

from typing import Any

import pytest
from records import EVERKINETIC, EXERCISE_API, FREE_EXERCISE_DB, WGER, translation

from handouts.importers.draft import Draft, Refused
from handouts.importers.formats import FORMATS
from handouts.importers.record import LONGEST_TEXT, Record


def _draft(word: str, values: dict[str, Any]) -> tuple[Draft, Record]:
    record = Record(values)
    return FORMATS[word].draft(record), record


def test_free_exercise_db_gives_steps_and_pictures() -> None:
    draft, record = _draft("free-exercise-db", FREE_EXERCISE_DB[0])
    assert draft.fields == {
        "exercise": "3/4 Wall Sit",
        "category": "strength",
        "level": "advanced",
        "tags": ["no equipment", "static"],
        "muscles": {"primary": ["front of the thighs"], "secondary": ["buttocks", "fibularis"]},
        "execution": ["Lean on the wall.", "Slide down, slowly. Hold."],
        "credit": {
            "licence": "Unlicense",
            "source": "https://github.com/yuhonas/free-exercise-db",
        },
    }
    assert draft.pictures == (("Wall_Sit/0.jpg",), ("Wall_Sit/1.jpg",))
    assert record.unplaced() == []
    assert [(each.field, each.value) for each in record.as_written] == [
        ("secondaryMuscles", "fibularis")
    ]


def test_everkinetic_gives_a_summary_tips_and_drawings_of_two_kinds() -> None:
    draft, record = _draft("everkinetic", EVERKINETIC[0])
    assert draft.fields == {
        "exercise": "Towel Curl",
        "tags": ["isolation", "isometric"],
        "summary": "Wakes up the “small” muscles of the foot.",
        "muscles": {"primary": ["calves"]},
        "equipment": ["towel"],
        "execution": ["Sit.", "Pull the towel towards you."],
        "tips": ["Stop if the foot cramps."],
        "sources": ["Lee 2019"],
        "credit": {
            "author": "Everkinetic",
            "licence": "CC BY-SA 4.0",
            "source": "https://github.com/everkinetic/data",
        },
    }
    assert draft.pictures == (("png/0001-start.png", "svg/0001-start.svg"),)
    assert record.unplaced() == []


def test_exercise_api_gives_the_repetitions_it_asks_for() -> None:
    draft, record = _draft("exercise-api", EXERCISE_API[0])
    assert draft.fields["goals"] == {"warm up": {"reps": "8-12", "side": "each"}}
    assert draft.fields["tags"] == ["no equipment", "side step"]
    assert draft.fields["execution"] == ["Lift the knee, step across.", "Come back."]
    assert [(each.field, each.value) for each in record.unplaced()] == [("tier", "core")]


def test_wger_is_english_first_and_has_its_other_languages_beside_it() -> None:
    draft, record = _draft("wger", WGER[0])
    source = "https://wger.de/en/exercise/41/view/"
    assert draft.fields == {
        "exercise": "Toe Stand",
        "category": "Legs",
        "muscles": {"primary": ["calves"]},
        "equipment": ["barbell"],
        "execution": ["Stand **quite** tall", "Lift your heels"],
        "tips": ["Do not bounce"],
        "credit": {"author": "ann", "licence": "CC BY-SA 4.0", "source": source},
    }
    assert draft.translations["de"] == {
        "exercise": "Zehenstand",
        "category": "Beine",
        "muscles": {"primary": ["Soleus"]},
        "equipment": ["Langhantel"],
        "execution": ["Steh **ganz** gerade", "Heb die Fersen"],
        "tips": ["Nicht wippen"],
        "credit": {"author": "bert", "licence": "CC BY-SA 4.0", "source": source},
        "lang": "de",
    }
    assert draft.translations["es"]["credit"] == {
        "author": "everyone",
        "licence": "CC BY-SA 3.0",
        "source": source,
    }
    assert [(each.field, each.value) for each in record.unplaced()] == [
        ("translations 2, aliases", "Heel lift"),
        ("translations 2, description", "ignored"),
        ("translations 4, name", "Pointes"),
    ]


def test_wger_tells_a_language_that_comes_again_or_is_none_with_all_it_says() -> None:
    texts = [
        translation("en", "Sit", "Sit down."),
        translation("en", "Sit twice", "<p>Sit again.</p>", comments=["Slowly"]),
        translation("99", "Sitt", "Sitt ner."),
    ]
    _, record = _draft("wger", {"id": 1, "translations": texts})
    assert [(each.field, each.value) for each in record.unplaced()] == [
        ("translations 2, language", "en"),
        ("translations 2, name", "Sit twice"),
        ("translations 2, description", "<p>Sit again.</p>"),
        ("translations 2, comments", "Slowly"),
        ("translations 3, language", "99"),
        ("translations 3, name", "Sitt"),
        ("translations 3, description", "Sitt ner."),
    ]


def test_wger_credits_the_author_of_a_translation_under_the_licence_of_all() -> None:
    texts = [translation("en", "Sit", "Sit down.", license="", license_author="cleo")]
    record = {"id": 1, "license": 2, "license_author": "ann", "translations": texts}
    draft, _ = _draft("wger", record)
    source = "https://wger.de/en/exercise/1/view/"
    assert draft.fields["credit"] == {
        "author": "cleo",
        "licence": "CC BY-SA 4.0",
        "source": source,
    }


def test_a_licence_by_an_unknown_number_has_no_place() -> None:
    texts = [translation("en", "Sit", "Sit down.", license="77")]
    draft, record = _draft("wger", {"id": 1, "translations": texts})
    assert "licence" not in str(draft.fields["credit"])
    assert [(each.field, each.value) for each in record.unplaced()] == [
        ("translations 1, license", "77")
    ]


def test_an_object_that_stands_for_its_name_keeps_nothing_else_to_itself() -> None:
    values = {
        "name": "Squat",
        "instructions": ["Sit."],
        "category": {"id": 3, "name": "legs", "note": "mind the knees"},
    }
    draft, record = _draft("free-exercise-db", values)
    assert draft.fields["category"] == "legs"
    assert [(each.field, each.value) for each in record.unplaced()] == [
        ("category, id", "3"),
        ("category, note", "mind the knees"),
    ]


def test_exercise_api_without_repetitions_leaves_what_they_were_for() -> None:
    values = {**EXERCISE_API[0], "default_rep_high": "many", "tier": None}
    draft, record = _draft("exercise-api", values)
    assert "goals" not in draft.fields
    assert {each.field for each in record.unplaced()} == {
        "default_rep_low",
        "default_rep_high",
        "unilateral",
        "modality",
    }


def test_wger_without_english_is_in_the_language_it_has() -> None:
    record = {"id": 1, "translations": [translation("it", "Salto", "Salta. Atterra.")]}
    draft, _ = _draft("wger", record)
    assert draft.fields["lang"] == "it"
    assert draft.fields["execution"] == ["Salta.", "Atterra."]
    assert draft.translations == {}


def test_wger_of_the_api_has_objects_for_names_and_credits_its_pictures() -> None:
    record = {
        "id": 5,
        "category": {"id": 1, "name": "Back"},
        "equipment": [{"id": 3, "name": "Dumbbell"}],
        "muscles": [{"id": 2, "name": "Soleus", "name_en": "", "is_front": False}],
        "license": {"id": 2, "full_name": "…", "short_name": "CC-BY-SA 4", "url": "https://…"},
        "images": [
            {"image": "https://example.org/media/5.png", "license": 1, "license_author": "Eve"}
        ],
        "translations": [
            translation(2, "Row", "Pull.", notes=[{"id": 1, "comment": "Slowly"}], comments=None)
        ],
    }
    draft, _ = _draft("wger", record)
    assert draft.fields["category"] == "Back"
    assert draft.fields["equipment"] == ["dumbbell"]
    assert draft.fields["tips"] == ["Slowly"]
    assert draft.pictures == (("5.png",),)
    assert draft.painters == ({"author": "Eve", "licence": "CC BY-SA 3.0"},)


def test_a_row_says_what_its_columns_are_called() -> None:
    row = {
        "name": "Squat",
        "primary": "glutes; quads",
        "equipment": "chair, mat",
        "execution": "1. Sit back\n2. Stand up",
        "level": "silly",
        "licence": "CC BY 4.0",
        "author": "Ann, Bob",
        "picture": "squat.png",
        "ID": "17",
    }
    draft, record = _draft("csv", row)
    assert draft.fields == {
        "exercise": "Squat",
        "muscles": {"primary": ["buttocks", "front of the thighs"]},
        "equipment": ["chair", "mat"],
        "execution": ["Sit back", "Stand up"],
        "credit": {"author": "Ann, Bob", "licence": "CC BY 4.0"},
    }
    assert draft.pictures == (("squat.png",),)
    left = sorted((each.field, each.value) for each in record.unplaced())
    assert left == [("ID", "17"), ("level", "silly")]


@pytest.mark.parametrize(
    ("word", "values"),
    [
        ("free-exercise-db", FREE_EXERCISE_DB[1]),
        ("free-exercise-db", {"instructions": ["Sit."]}),
        ("everkinetic", {"title": "A", "steps": [" "]}),
        ("exercise-api", {"name": "A", "cues": None}),
        ("wger", {"id": 1, "translations": [translation("en", "A", " <p></p> ")]}),
        ("wger", {"translations": "none"}),
        ("csv", {"name": "A", "tips": "Slowly"}),
        ("csv", {"name": "A", "execution": "\udcff"}),
        ("csv", {"name": "Kr\ufffdftig", "execution": "Sit"}),
    ],
)
def test_a_record_of_which_nothing_can_be_made_is_refused(
    word: str, values: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        _draft(word, values)


def test_values_of_the_wrong_kind_are_told_and_keep_nothing_else_out() -> None:
    values = {
        "name": "Squat",
        "category": ["strength", {"deep": [1]}],
        "primaryMuscles": {"a": 1},
        "equipment": True,
        "instructions": "Sit.",
        "level": "\u202ebeginner",
    }
    draft, record = _draft("free-exercise-db", values)
    assert draft.fields["execution"] == ["Sit."]
    assert draft.fields["level"] == "beginner"
    assert {each.field for each in record.unplaced()} == {
        "category",
        "primaryMuscles",
        "equipment",
        "level",
    }


@pytest.mark.parametrize(
    ("word", "key"),
    [("free-exercise-db", "instructions"), ("everkinetic", "steps"), ("exercise-api", "cues")],
)
@pytest.mark.parametrize("told", ["1. Sit\n2. Stand", "Sit; Stand", ["Sit", "", "Stand"]])
def test_what_to_do_is_a_list_or_a_text(word: str, key: str, told: object) -> None:
    draft, _ = _draft(word, {"name": "Squat", "title": "Squat", key: told})
    assert draft.fields["execution"] == ["Sit", "Stand"]


def test_a_text_beyond_all_measure_is_not_taken_and_its_beginning_told() -> None:
    values = {"name": "Squat", "instructions": ["Sit."], "category": "x" * 10_000_000}
    draft, record = _draft("free-exercise-db", values)
    assert "category" not in draft.fields
    [left] = record.unplaced()
    assert left.field == "category"
    assert len(left.value) < LONGEST_TEXT
