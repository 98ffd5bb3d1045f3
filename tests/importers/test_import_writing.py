"""What is written reads back as it was meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handouts.importers.draft import Unplaced, Value
from handouts.importers.reading_back import readable
from handouts.importers.writing import ORDER, as_yaml
from handouts.model.exercise import FIELDS
from handouts.source import yaml
from handouts.source.node import Mapping, Node, Sequence, Text

TEXTS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"])
        | st.sampled_from(" :#-'\"*&!%@`{}[],?|>\\~"),
        min_size=1,
        max_size=120,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
CUES = st.lists(TEXTS | st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=1), min_size=1)


def _value(node: Node) -> Value:
    match node:
        case Text(value):
            return value
        case Sequence(items):
            return [_value(item) for item in items]
        case Mapping(entries):
            return {key.value: _value(value) for key, value in entries}


def _read(text: str) -> Value:
    node, problems = yaml.parse(text.encode(), "x.yaml")
    assert problems == []
    assert node is not None
    return _value(node)


@given(TEXTS, TEXTS, CUES, st.lists(TEXTS, min_size=1, max_size=5), st.dictionaries(TEXTS, TEXTS))
def test_any_fields_read_back_without_a_problem(
    title: str, summary: str, cues: list[Value], tags: list[Value], credit: dict[str, Value]
) -> None:
    fields: dict[str, Value] = {
        "exercise": title,
        "tags": tags,
        "summary": summary,
        "execution": cues,
        "credit": {"author": title, **credit},
    }
    assert _read(as_yaml(fields)) == fields


def test_words_that_yaml_has_values_for_need_no_quotes_but_null_does() -> None:
    text = as_yaml({"exercise": "no", "summary": "1:30", "tags": ["on", "0x10"], "safety": "null"})
    assert text == 'exercise: no\ntags: [on, 0x10]\nsummary: 1:30\nsafety: "null"\n'


def test_keys_stand_in_the_order_of_the_manual_and_lists_of_cues_take_lines() -> None:
    fields: dict[str, Value] = {
        "credit": {"author": "Sam"},
        "execution": ["Sit", {"Stand": "slowly"}],
        "goals": {"strength": {"reps": "8-15"}},
        "exercise": "Sit: stand",
    }
    assert as_yaml(fields) == (
        'exercise: "Sit: stand"\n'
        "goals:\n  strength: {reps: 8-15}\n"
        "execution:\n  - Sit\n  - Stand: slowly\n"
        "credit: {author: Sam}\n"
    )


def test_the_order_knows_keys_of_exercises_alone() -> None:
    assert set(ORDER) <= {field.key for field in FIELDS}


def test_what_our_reader_does_not_take_is_left_with_its_reason_and_all_its_words() -> None:
    dose: dict[str, Value] = {"sets": "3", "reps": "12/10/8"}
    fields: dict[str, Value] = {"exercise": "A", "execution": ["Sit."], "goals": {"strong": dose}}
    assert readable(fields) == (
        {"exercise": "A", "execution": ["Sit."]},
        [Unplaced("goals", "strong: sets: 3, reps: 12/10/8 (reps cannot be read: 12/10/8)")],
    )
