"""All rules about one item: whatever people write, they find problems and do not fall over."""

from copies import words
from hypothesis import example, given
from hypothesis import strategies as st

from handouts.model.exercise import Cue, Exercise
from handouts.preflight.catalogue import CATALOGUE
from handouts.preflight.copy import copy_of
from handouts.preflight.items import OF_DOSES, OF_WHAT_IS_THERE, OF_WORDS, look_at
from handouts.source.problem import Place, Severity

PIECES = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    ["be bent", "supine", "and then", "Lift", "YOUR", ". ", ", ", "; ", "*", "(", "\n", " "]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join)
PLACE = Place("chair.yaml")


@given(TEXTS, TEXTS, st.sampled_from(["en", "en-GB", "de", "ar"]))
def test_any_text_is_looked_at(lead: str, detail: str, lang: str) -> None:
    item = Exercise(
        exercise="Chair",
        summary=detail,
        setup=(Cue(None, detail, PLACE),),
        execution=(Cue(lead, detail, PLACE),),
        lang=lang,
        places={"exercise": PLACE, "summary": PLACE},
    )
    copy = copy_of(item, words(lang.partition("-")[0]))
    for problem in look_at(copy, (*OF_WORDS, *OF_DOSES, *OF_WHAT_IS_THERE)):
        assert problem.code in CATALOGUE and problem.place == PLACE
        assert problem.severity is Severity.WARNING and problem.hint


@given(TEXTS)
@example("¼")
def test_the_sentences_of_a_text_hold_all_its_words(text: str) -> None:
    item = Exercise(exercise="Chair", summary=text, places={"summary": PLACE})
    copy = copy_of(item)
    found = [word for sentence in copy.sentences() for word in sentence.words]
    assert all(word in text for word in found)
    assert bool(found) == any(character.isalpha() for character in text)
