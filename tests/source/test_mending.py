"""Mending: as little as can be is cut out of a tree with faults, and what is gone is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.source.mending import Remains
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem, Severity
from handouts.source.yaml import parse

SOURCE = """\
name: a b
weeks: 8
days: [Mon, Tue]
sets: {1-4: 2, 5-8: 3}
work:
  - name: first
    reps: 5
  - [one]
"""


def tree(source: str) -> Node:
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None and problems == []
    return node


def plain(node: Node | None) -> object:
    match node:
        case Text(value):
            return value
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.value: plain(value) for key, value in entries}
        case None:
            return None


def place_of(text: str, source: str = SOURCE) -> Place:
    """The place of a text that stands in a source once."""
    assert source.count(text) == 1
    before = source[: source.index(text)]
    column = len(before) - before.rfind("\n")
    return Place("f.yaml", before.count("\n") + 1, column, len(text))


def fault(text: str, code: str = "value", key: str | None = None) -> Problem:
    return Problem(code, "is wrong", place_of(text), key=key)


def without(*faults: Problem) -> tuple[Remains, dict[str, object]]:
    """What is left of the source, and as far as it is other than before."""
    before, remains = plain(tree(SOURCE)), Remains(tree(SOURCE)).without(faults, ["name"])
    after = plain(remains.root)
    assert isinstance(before, dict) and isinstance(after, dict)
    keys = dict.fromkeys([*before, *after])
    return remains, {key: after.get(key) for key in keys if before.get(key) != after.get(key)}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tue", {"days": ["Mon"]}),
        ("[Mon, Tue]", {"days": None}),
        ("days", {"days": None}),
        ("5-8", {"sets": {"1-4": "2"}}),
        ("one", {"work": [{"name": "first", "reps": "5"}]}),
        ("reps", {"work": [{"name": "first"}, ["one"]]}),
        ("b", {"name": "this name"}),
        ("first", {"work": [{"name": "this name", "reps": "5"}, ["one"]]}),
    ],
)
def test_the_innermost_key_or_item_goes(text: str, left: dict[str, object]) -> None:
    if text == "b":  # a part of a text
        text = "a b"
    assert without(fault(text))[1] == left


def test_a_part_of_a_text_stands_for_all_of_it() -> None:
    place = place_of("a b")
    part = Problem("value", "is wrong", Place(place.file, place.line, place.column + 2, 1))
    assert without(part)[1] == {"name": "this name"}


def test_a_key_is_read_as_what_was_meant_unless_that_is_there_too() -> None:
    remains, left = without(fault("weeks", "unknown-key", "week"))
    assert left == {"weeks": None, "week": "8"}
    assert remains.is_guess(Place("f.yaml", 2, 8, 1))
    assert without(fault("weeks", "unknown-key", "days"))[1] == {"weeks": None}


def test_a_name_that_is_missing_is_made_up() -> None:
    source = "- {reps: 5}\n- {sets: 3}\n"
    missing = Problem("missing-key", "", place_of("{reps: 5}", source), key="name")
    other = Problem("missing-key", "", place_of("{sets: 3}", source), key="reps")
    remains = Remains(tree(source)).without([missing, other], ["name"])
    assert plain(remains.root) == [{"reps": "5", "name": "this name"}]


def test_what_is_gone_is_known_on_the_way_to_a_place() -> None:
    remains, _ = without(fault("weeks"), fault("5-8"), fault("reps"))
    assert remains.lacks(place_of("first"), ["weeks"])
    assert remains.lacks(place_of("first"), ["reps"])
    assert not remains.lacks(place_of("Mon"), ["reps", "work"])
    assert remains.has_lost_any("reps")
    assert remains.is_torn(place_of("{1-4: 2, 5-8: 3}"))
    assert not remains.is_torn(place_of("[Mon, Tue]"))


def test_a_tree_that_is_not_whole_may_lack_any_key_at_the_top() -> None:
    remains = Remains(tree(SOURCE), whole=False)
    assert remains.lacks(place_of("first"), ["week"])
    assert not remains.lacks(place_of("first"), ["weeks"])


def test_an_alias_goes_with_what_it_stands_for() -> None:
    source = "- &a {reps: x}\n- *a\n- {sets: 3}\n"
    wrong = Problem("value", "", place_of("reps", source))
    assert plain(Remains(tree(source)).without([wrong]).root) == [{"sets": "3"}]


def test_warnings_cost_nothing() -> None:
    root = tree(SOURCE)
    warning = Problem("value", "", place_of("Tue"), severity=Severity.WARNING)
    assert Remains(root).without([warning]).root is root


def places(node: Node) -> list[Place]:
    match node:
        case Text():
            return [node.place]
        case Sequence(items):
            return [node.place, *(each for item in items for each in places(item))]
        case Mapping(entries):
            parts = (part for entry in entries for part in entry)
            return [node.place, *(each for part in parts for each in places(part))]


@given(faults=st.sets(st.sampled_from(sorted(places(tree(SOURCE)), key=str))))
def test_nothing_at_fault_is_left_and_no_more_goes_than_must(faults: set[Place]) -> None:
    root = tree(SOURCE)
    left = Remains(root).without([Problem("value", "", place) for place in faults]).root
    kept = set(places(left)) if left else set()
    assert not kept & faults
    assert kept <= set(places(root))
    assert faults or left is root
