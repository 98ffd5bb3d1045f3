"""Labels in all their languages: complete, with the same fields, and none left in English."""

import re
from collections.abc import Iterator

import pytest
from setting import shaper
from sheets import LAYOUTS

from handouts.layout.labels import Labels, languages, load_labels
from handouts.layout.plural import EXACT

FOLDER = LAYOUTS / "labels"
LANGUAGES = languages(FOLDER)
TRANSLATED = [language for language in LANGUAGES if language != "en"]

SHARED = {
    *("fr date", "fr tempo-head", "fr total-minutes", "fr total-distance", "fr execution"),
    *("fr page", "fr effort", "fr sources", "fr notes", "fr with", "de for", "de tempo"),
    *("de tempo-head", "fr tempo", "it as-many-as-you-can"),
}
"""Labels that are the same word in English."""

_FIELD = re.compile(r"\{[a-z._]+\}")


def said(labels: Labels) -> Iterator[tuple[str, str]]:
    """All labels of a language by their keys, those of a number in the form for all others."""
    yield from labels.words.items()
    yield from ((key, " ".join(texts)) for key, texts in labels.lists.items())
    yield from ((key, forms["other"]) for key, forms in labels.forms.items())


def test_the_languages_of_the_contract_are_there() -> None:
    assert {"en", "es", "fr", "de", "pt", "it", "ar", "he"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translated_label_names_the_same_fields(language: str) -> None:
    english = dict(said(load_labels(FOLDER, "en")))
    other = dict(said(load_labels(FOLDER, language)))
    assert english.keys() == other.keys()
    for key, text in english.items():
        assert sorted(_FIELD.findall(text)) == sorted(_FIELD.findall(other[key])), key


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_label_is_left_in_english(language: str) -> None:
    english = dict(said(load_labels(FOLDER, "en")))
    other = said(load_labels(FOLDER, language))
    same = {
        f"{language} {key}"
        for key, text in other
        if not key.startswith("unit-")
        and text == english[key]
        and re.search(r"[a-z]{3}", _FIELD.sub("", text))
    }
    assert same <= SHARED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_leaves_out_its_number_only_if_it_says_it(language: str) -> None:
    labels = load_labels(FOLDER, language)
    assert {"sets", "reps", "per-day", "per-week"} <= labels.forms.keys()
    for key, forms in labels.forms.items():
        assert forms.keys() <= {*labels.plurals.rules, "other"}, key
        assert forms.keys() - EXACT == {*labels.plurals.rules, "other"} - EXACT, key
        for name, form in forms.items():
            assert "{value}" in form or name in EXACT, f"{key}: {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_as_long_as_a_week_and_a_year(language: str) -> None:
    lists = load_labels(FOLDER, language).lists
    assert len(set(lists["weekdays"])) == len(set(lists["weekdays-short"])) == 7
    assert len(set(lists["months"])) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_week_has_its_seven_days_once_from_the_day_it_begins_with(language: str) -> None:
    labels = load_labels(FOLDER, language)
    assert labels.day(labels.week[0]) == labels["first-day"]
    assert sorted(labels.week) == [1, 2, 3, 4, 5, 6, 7]


def test_weeks_begin_on_sunday_where_people_read_them_so() -> None:
    first = {language: load_labels(FOLDER, language).week[0] for language in LANGUAGES}
    assert {language for language, day in first.items() if day == 7} == {"ar", "he"}


NARROW = {
    **dict.fromkeys(("effort", "set-number", "round-number"), (29.6, 9.0, 400)),
    **dict.fromkeys(("tempo-head", "rest-head"), (38.0, 9.0, 400)),
    **dict.fromkeys(
        (
            "total-reps",
            "total-sets",
            "total-minutes",
            "total-distance",
            "worst-pain",
            "week",
            "session",
            "all-sessions",
            "week-number",
        ),
        (62.0, 9.6, 600),
    ),
    **dict.fromkeys(("each-week", "starting", "tick-date", "tick-each"), (62.0, 8.6, 400)),
}
"""Labels of narrow columns: the column's width and the size of its text in points, the weight."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_wider_than_its_column(language: str) -> None:
    labels = load_labels(FOLDER, language)
    for key, (width, size, weight) in NARROW.items():
        setting = shaper().setting((weight, False, False), 0.0, 1.0, "ink")
        for word in labels[key].replace("{number}", "10").split():
            assert shaper().shape((word,), (setting,)).width * size <= width, f"{key}: {word}"


@pytest.mark.parametrize(
    ("language", "figure", "expected"),
    [
        ("en", "1", "once a week"),
        ("en", "2–3", "2–3\u00a0times a week"),
        ("ar", "1", "مرة واحدة أسبوعيًا"),
        ("ar", "2", "مرتين أسبوعيًا"),
        ("ar", "1–2", "1–2\u00a0مرات أسبوعيًا"),
        ("ar", "7", "7\u00a0مرات أسبوعيًا"),
        ("ar", "11", "11\u00a0مرة أسبوعيًا"),
        ("ar", "100", "100\u00a0مرة أسبوعيًا"),
        ("he", "2", "פעמיים בשבוע"),
        ("he", "1–2", "1–2\u00a0פעמים בשבוע"),
        ("de", "3", "3-mal pro Woche"),
    ],
)
def test_a_number_has_the_form_of_its_language(language: str, figure: str, expected: str) -> None:
    assert load_labels(FOLDER, language).counted("per-week", figure) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "langsames Heben mit der Hantel", "Langsames Heben mit der Hantel"),
        ("tr", "isınma", "İsınma"),
        ("en", "iliopsoas", "Iliopsoas"),
        ("ka", "თბილისი", "თბილისი"),
        ("en", "TRX rows", "TRX rows"),
    ],
)
def test_a_sentence_begins_with_the_capital_of_its_language(
    language: str, text: str, expected: str
) -> None:
    assert Labels(language, {}).sentence_case(text) == expected


@pytest.mark.parametrize("language", ["fr"])
def test_french_has_a_narrow_space_before_high_punctuation(language: str) -> None:
    for key, text in said(load_labels(FOLDER, language)):
        assert not re.search(r"[^\u202f][:;!?%](?!//)", text), key


def test_arabic_has_its_own_commas_and_western_digits() -> None:
    for key, text in said(load_labels(FOLDER, "ar")):
        assert not re.search("[,;?\u0660-\u0669\u06f0-\u06f9]", text), key
