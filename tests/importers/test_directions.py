"""Passages become what a card says."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from handouts.importers.text.cues import LONGEST_CUE, cue_of, plain_cues, steps
from handouts.importers.text.directions import directions
from handouts.importers.text.heads import PRINTED, Head, head_of
from handouts.importers.text.markup import Passage, from_html
from handouts.importers.text.sentences import sentences
from handouts.layout.labels import labels_for, languages

TEXTS = (
    *("Sit. Rise.", "Mind this:", "Go on", "**Bold:** text", "1. A 2. B"),
    *("Steps:", "Mistakes:", "Note: well", "**Tips**"),
)

LABELS = Path(__file__).parents[2] / "layouts" / "labels"

MISTAKES = {
    **{"en": "Common mistakes", "de": "Häufige Fehler", "es": "Errores comunes"},
    **{"fr": "Erreurs fréquentes", "it": "Errori comuni", "pt": "Erros comuns"},
    **{"ar": "أخطاء شائعة", "he": "טעויות נפוצות"},
}


def _fields(html: str) -> object:
    return directions(from_html(html)[0], "en").fields


def test_text_before_a_numbered_list_says_what_it_is_for() -> None:
    assert _fields("<p>Strong legs.</p><ol><li>Sit</li><li>Stand</li></ol><p>Rest.</p>") == {
        "summary": "Strong legs.",
        "execution": ["Sit", "Stand", "Rest."],
    }


def test_heads_begin_the_parts_that_they_name() -> None:
    html = (
        "<p>Starting position:</p><p>Lie down. Bend your knees.</p>"
        "<p><b>Steps</b></p><ul><li>Rise</li></ul><h4>Common mistakes</h4><p>Do not sway.</p>"
    )
    assert _fields(html) == {
        "setup": ["Starting position: Lie down.", "Bend your knees."],
        "execution": ["Steps: Rise"],
        "tips": ["Common mistakes: Do not sway."],
    }


def test_a_head_that_sheets_in_its_language_print_themselves_is_not_said_again() -> None:
    passages = [Passage("head", "Ausführung"), Passage("step", "Steh auf.")]
    assert directions(passages, "de-CH").execution == ("Steh auf.",)
    assert directions(passages, "en").execution == ("Ausführung: Steh auf.",)


def test_heads_that_sheets_print_are_those_of_the_labels() -> None:
    for language in languages(LABELS):
        words = labels_for(LABELS, language).words
        for part, head in PRINTED[language].items():
            assert head.casefold() in words[part].casefold()
            assert head_of(head) == Head(part, head)


def test_every_mistake_says_that_it_is_one_and_has_a_cross() -> None:
    html = "<ol><li>Sit</li></ol><p>Common mistakes:</p><ul><li>Slump</li><li>Knees: in</li></ul>"
    assert _fields(html) == {
        "execution": ["Sit"],
        "tips": ["Common mistakes: Slump", "Common mistakes: Knees: in"],
    }
    for language, head in MISTAKES.items():
        assert head_of(head) == Head("mistakes", head)
        assert labels_for(LABELS, language).is_warning(f"{head}: x")


def test_a_head_within_a_part_leads_its_cue_and_keeps_the_words_of_both() -> None:
    html = "<p>Steps:</p><p>Grip:</p><p>Hold firmly.</p><p><b>Feet:</b> wide</p>"
    assert _fields(html) == {"execution": [{"Steps: Grip": "Hold firmly."}, {"Feet": "wide"}]}


def test_a_head_of_a_part_in_which_nothing_is_said_is_told() -> None:
    passages = [Passage("head", "Execution"), Passage("step", "Setup:"), Passage("item", "Sit")]
    told = directions(passages, "en")
    assert (told.setup, told.unsaid) == (("Sit",), ("Execution",))


def test_a_step_with_a_colon_leads_the_one_below_it() -> None:
    html = "<ol><li>Feet:<ul><li>apart</li><li>flat</li></ul></li><li>Rise</li></ol>"
    assert _fields(html) == {"execution": [{"Feet": "apart"}, "flat", "Rise"]}


def test_a_head_in_the_summary_keeps_its_colon() -> None:
    html = "<h3>Benefits</h3><p>Strong legs.</p><ol><li>Sit</li></ol>"
    assert _fields(html) == {"summary": "Benefits: Strong legs.", "execution": ["Sit"]}


def test_paragraphs_that_are_numbered_are_steps_without_their_numbers() -> None:
    assert _fields("<p>1. Sit</p><p>2. Stand</p><p><b>3.</b> Rest</p>") == {
        "execution": ["Sit", "Stand", "Rest"]
    }


def test_a_passage_that_begins_with_a_head_is_of_that_part() -> None:
    html = "<p><b>Setup:</b> Sit. Relax.</p><ol><li>Rise</li><li>Note: do not sway</li></ol>"
    assert _fields(html) == {
        "setup": ["Sit.", "Relax."],
        "execution": ["Rise"],
        "tips": ["Note: do not sway"],
    }


def test_a_head_that_names_no_part_leads_the_cue_below_it() -> None:
    assert _fields("<p><b>Position:</b></p><p>Lie on your side. Rest.</p>") == {
        "execution": [{"Position": "Lie on your side."}, "Rest."]
    }


def test_a_head_with_nothing_below_it_is_a_cue() -> None:
    assert _fields("<p>Rise.</p><p><b>Done!</b></p>") == {"execution": ["Rise.", "Done!"]}


def test_the_sentences_of_running_text_are_cues() -> None:
    assert _fields("<p>Lie down. Hold for approx. 5 s, e.g. Ten breaths. Rise!</p>") == {
        "execution": ["Lie down.", "Hold for approx. 5 s, e.g. Ten breaths.", "Rise!"]
    }


def test_numbered_text_is_parted_at_its_numbers() -> None:
    assert plain_cues("1. Lie down. Relax. 2. Rise 3. Repeat 2 times") == [
        "Lie down. Relax.",
        "Rise",
        "Repeat 2 times",
    ]
    assert plain_cues("Keep 2. 5 kg near") == ["Keep 2.", "5 kg near"]


def test_lines_are_cues_without_their_numbers_and_dashes() -> None:
    assert plain_cues("1) Sit\n\n2) Stand\n- Rest") == ["Sit", "Stand", "Rest"]
    assert steps(["1.- Sit", "Stand", ""]) == ["Sit", "Stand"]


def test_tips_alone_are_what_there_is_to_do() -> None:
    passages = [Passage("head", "Tips"), Passage("item", "Rise")]
    assert directions(passages, "en").execution == ("Rise",)


def test_a_bold_beginning_with_a_colon_is_a_lead() -> None:
    assert cue_of("**Elbows:** keep them in") == {"Elbows": "keep them in"}
    assert cue_of("**Elbows**: keep them in") == {"Elbows": "keep them in"}
    assert cue_of("Keep **very** still: now") == "Keep **very** still: now"


def test_a_step_too_long_for_a_cue_is_parted_at_its_sentences() -> None:
    long = "Move one step to the side. " * 60
    cues = steps([long])
    assert len(cues) > 1
    assert " ".join(cues).split() == long.split()
    assert max(map(len, cues)) <= LONGEST_CUE


def test_a_word_without_end_before_many_abbreviations_takes_no_hours() -> None:
    text = "x" * 10_000 + " e.g." * 1_900
    assert sentences(text) == [text]


@given(
    st.lists(
        st.sampled_from(["Sit.", "e.g.", "Rise!", "a", "3.", "Über", "站。", "?"]), max_size=12
    )
)
def test_sentences_lose_no_character(words: list[str]) -> None:
    text = " ".join(words)
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "")


@given(
    st.lists(
        st.builds(
            Passage,
            st.sampled_from(["paragraph", "head", "item", "step"]),
            st.sampled_from(
                [
                    "Sit. Rise.",
                    "Mind this:",
                    "Go on",
                    "**Bold:** text",
                    "1. A 2. B",
                    "Steps:",
                    "Mistakes:",
                    "Note: well",
                ]
            ),
        ),
        max_size=8,
    ),
    st.sampled_from(["en", "de", "zh"]),
)
def test_directions_lose_no_word(passages: list[Passage], language: str) -> None:
    told = directions(passages, language)
    said = " ".join([*told.summary, *told.setup, *told.execution, *told.tips, *told.unsaid])
    for passage in passages:
        for word in passage.text.replace("*", "").replace(":", "").split():
            assert word in said or word in ("1.", "2.")
