"""Shapes: nodes to values, every problem in its place, and the schema from the same words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    ByKind,
    Choice,
    Deferred,
    Field,
    Line,
    ListOf,
    Located,
    MappingOf,
    Named,
    OneOrList,
    Pair,
    Parsed,
    Prose,
    Record,
    Schema,
    Shape,
    Unreadable,
    words,
)
from handouts.source.yaml import parse


def read(shape: Shape[object], source: str) -> tuple[object, list[Problem]]:
    """The value and the problems of a shape, the YAML itself being sound."""
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None and problems == []
    value = shape.read(node, problems, "tips")
    assert value is not None or problems
    return value, problems


def value_of(shape: Shape[object], source: str) -> object:
    value, problems = read(shape, source)
    assert problems == []
    return value


def problem_of(shape: Shape[object], source: str) -> Problem:
    value, (problem,) = read(shape, source)
    assert value is None
    return problem


@dataclass(frozen=True)
class Move:
    name: str = ""
    warm_up: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


MOVE = Record(
    Move,
    (
        Field("name", Line(20), "The name.", required=True, example="Squat"),
        Field("warm-up", ListOf(Line()), "What comes first."),
    ),
    places=True,
)


def parse_even(text: str) -> int:
    if not text.isdigit():
        raise Unreadable("is no number")
    if int(text[-1]) % 2:
        raise Unreadable(f"ends oddly: {text}", "write 2", len(text) - 1, 1, "odd")
    return int(text)


EVEN = Parsed(parse_even, r"^\d*[02468]$", ("2",))


def test_a_line_is_one_line() -> None:
    assert value_of(Line(), "|\n  one\n  two\u00a0three\n") == "one two\u00a0three"


def test_prose_keeps_its_lines_and_loses_its_ends() -> None:
    assert value_of(Prose(), "|\n  one\n\n  two\n\n") == "one\n\ntwo"


def test_text_that_is_too_long_says_by_how_much() -> None:
    problem = problem_of(Line(4), "abcde")
    assert (problem.code, problem.message) == (
        "too-long",
        "tips is 5 characters long, 4 are the most",
    )


@pytest.mark.parametrize(
    ("shape", "source", "message"),
    [
        (Line(), "[a]", "tips must be text, this is a list"),
        (Line(), "{a: b}", "tips must be text, these are keys with values"),
        (ListOf(Line()), "a", "tips must be a list, this is text"),
        (ListOf(ListOf(Line())), "[[a], b]", "item 2 of tips must be a list, this is text"),
        (MappingOf(Line()), "[a]", "tips must be keys with values, this is a list"),
        (MOVE, "a", "tips must be keys with values, this is text"),
        (
            ByKind(text=Line(), mapping=MOVE),
            "[a]",
            "tips must be text or keys with values, this is",
        ),
    ],
)
def test_a_wrong_kind_says_what_was_expected_and_what_is_there(
    shape: Shape[object], source: str, message: str
) -> None:
    problem = problem_of(shape, source)
    assert problem.code == "wrong-kind"
    assert problem.message.startswith(message)


def test_a_choice_gives_what_the_word_stands_for() -> None:
    assert value_of(Choice({"yes": 1, "no": 2}), "no") == 2


def test_a_word_that_is_no_choice_gets_the_nearest_one() -> None:
    assert problem_of(words("each", "left"), "eech").hint == "did you mean each?"


def test_a_word_unlike_any_choice_gets_them_all() -> None:
    assert problem_of(words("each", "left", "right"), "xyz").hint == "write each, left or right"


def test_every_item_that_cannot_be_read_is_a_problem() -> None:
    value, problems = read(ListOf(EVEN), "[2, x, 4, y]")
    assert value is None
    assert [problem.message for problem in problems] == [
        "item 2 of tips is no number",
        "item 4 of tips is no number",
    ]


def test_an_empty_item_is_a_problem() -> None:
    assert problem_of(ListOf(Line()), "- a\n-\n").message == "item 2 of tips is empty"


@pytest.mark.parametrize(("source", "value"), [("2", (2,)), ("[2, 4]", (2, 4)), ("[]", ())])
def test_one_may_stand_without_a_list(source: str, value: tuple[int, ...]) -> None:
    assert value_of(OneOrList(EVEN), source) == value


def test_a_mapping_keeps_the_order_of_its_keys() -> None:
    assert value_of(MappingOf(EVEN), "{z: 2, a: 4}") == (("z", 2), ("a", 4))


def test_what_is_wrong_in_a_mapping_is_named_by_its_key() -> None:
    assert problem_of(MappingOf(EVEN), "{z: x, a: 4}").message == "z is no number"


def test_the_characters_at_fault_are_marked() -> None:
    problem = problem_of(EVEN, "  '123'")
    assert problem == Problem("odd", "tips ends oddly: 123", Place("f.yaml", 1, 6, 1), "write 2")


def as_pair(lead: str, detail: str, place: Place) -> tuple[str, str, int]:
    return lead, detail, place.column


PAIR = Pair(as_pair)


def test_a_pair_is_a_lead_with_its_detail() -> None:
    assert value_of(ListOf(PAIR), "- Stand tall: Look ahead.") == (
        ("Stand tall", "Look ahead.", 3),
    )


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("{a: b, c: d}", "not-one-pair", 8),
        ("{}", "not-one-pair", 1),
        ("{a: }", "empty", 2),
        ("a b", "wrong-kind", 1),
    ],
)
def test_what_is_not_one_pair_is_a_problem(source: str, code: str, column: int) -> None:
    problem = problem_of(PAIR, source)
    assert problem.code == code
    assert problem.place and problem.place.column == column


def test_a_record_gives_only_what_was_written() -> None:
    assert value_of(MOVE, "{name: Squat}") == Move(name="Squat")


def test_a_record_knows_the_places_of_its_keys() -> None:
    move = value_of(MOVE, "warm-up: [walk]\nname: Squat\n")
    assert isinstance(move, Move)
    assert move.warm_up == ("walk",)
    assert move.places == {
        "warm_up": Place("f.yaml", 1, 1, 7),
        "name": Place("f.yaml", 2, 1, 4),
    }


def test_a_value_left_empty_counts_as_not_given() -> None:
    assert value_of(MOVE, "{name: Squat, warm-up: }") == Move(name="Squat")


def test_every_problem_of_a_record_is_reported() -> None:
    _, problems = read(MOVE, "{warmup: [a], warm-up: a, other words: b}")
    assert [(problem.message, problem.hint) for problem in problems] == [
        ("unknown key warmup", "did you mean warm-up?"),
        (
            "warm-up must be a list, this is text",
            "begin each item on a line of its own with a dash, or write [one, two]",
        ),
        ("unknown key other words", "the keys are name, warm-up"),
        ("name is missing", "write name: Squat"),
    ]


def test_a_required_key_left_empty_is_a_problem_at_the_key() -> None:
    problem = problem_of(MOVE, "{warm-up: [a], name: }")
    assert (problem.code, problem.message) == ("empty-key", "name is empty")
    assert problem.place == Place("f.yaml", 1, 16, 4)


def test_a_very_long_unknown_key_is_named_shortly() -> None:
    problem = problem_of(MOVE, f"{{name: Squat, ? {'k' * 5000} : x}}")
    assert len(problem.message) < 80


def tree() -> Shape[object]:
    return ListOf(Named("tree", tree))


def test_a_named_shape_may_hold_itself() -> None:
    assert value_of(tree(), "[[], [[]]]") == ((), ((),))


def test_a_located_value_keeps_its_place() -> None:
    located = Located(EVEN, lambda value, place: (value, place.column))
    assert value_of(OneOrList(located), "[2, 4]") == ((2, 2), (4, 5))


def test_what_another_room_reads_is_kept_as_it_is() -> None:
    def not_now() -> Shape[object]:
        raise AssertionError("loaded to read")

    node, problems = parse(b"{a: [b]}", "f.yaml")
    assert node is not None
    assert Deferred(not_now).read(node, problems) is node


def test_the_schema_of_what_another_room_reads_is_that_rooms() -> None:
    assert schema_of(Deferred(lambda: EVEN)) == schema_of(EVEN)


def schema_of(shape: Shape[object]) -> Schema:
    return shape.schema({})


def test_the_schema_of_a_record_tells_its_keys_and_what_they_are_for() -> None:
    text = {"type": ["string", "number", "boolean"], "minLength": 1}
    assert schema_of(MOVE) == {
        "type": "object",
        "properties": {
            "name": {"description": "The name.", **text, "maxLength": 20},
            "warm-up": {
                "description": "What comes first.",
                "anyOf": [
                    {"type": "array", "items": {**text, "maxLength": 300}},
                    {"type": "null"},
                ],
            },
        },
        "additionalProperties": False,
        "required": ["name"],
    }


def test_the_schema_allows_bare_numbers_where_the_pattern_does() -> None:
    assert schema_of(EVEN)["type"] == ["string", "number"]
    assert schema_of(Parsed(str, "^[a-z]+$", ("a",)))["type"] == ["string"]


def test_the_schema_of_true_allows_what_yaml_makes_of_it() -> None:
    assert schema_of(words("true", "false", "10", "auto")) == {
        "enum": ["true", "false", "10", "auto", True, False, 10]
    }


def test_the_schema_of_a_shape_within_itself_ends() -> None:
    definitions: dict[str, Schema] = {}
    reference = {"$ref": "#/$defs/tree"}
    assert Named("tree", tree).schema(definitions) == reference
    assert definitions == {"tree": {"type": "array", "items": reference}}
