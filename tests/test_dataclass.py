"""Our ``dataclass`` against the standard library's."""

from __future__ import annotations

import dataclasses
import pickle
import re
from pathlib import Path
from typing import Any, cast

import pytest

import handouts
from handouts.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    line: int
    column: int = 1
    note: str = dataclasses.field(default="", compare=False, repr=False)
    seen: dict[str, int] = dataclasses.field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Block:
    name: str | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Stack(Block):
    gap: float


@dataclass(slots=True)
class Pen:
    at: float


def test_equal_values_are_one_in_a_set() -> None:
    assert {Place(1), Place(1, 1, "another")} == {Place(1)}
    assert Place(1) != Place(2)
    another: object = Pen(1.0)
    assert Place(1) != another


def test_what_is_not_hashed_is_compared() -> None:
    assert hash(Place(1, seen={"a": 1})) == hash(Place(1))
    assert Place(1, seen={"a": 1}) != Place(1)


def test_values_without_equality_are_told_apart_by_identity() -> None:
    one, other = Stack(gap=1.0), Stack(gap=1.0)
    assert one != other
    assert {one, other} == {other, one}
    assert len({one, other}) == 2


def test_a_value_that_changes_is_compared_and_not_hashed() -> None:
    assert Pen(1.0) == Pen(1.0)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Pen(1.0))


def test_it_is_shown_as_the_standard_library_does() -> None:
    fields = [(field.name, field.type, field) for field in dataclasses.fields(Place)]
    twin = dataclasses.make_dataclass("Place", fields)
    assert repr(Place(3, 4, "left out")) == repr(twin(3, 4)) == "Place(line=3, column=4, seen={})"


def test_options_of_fields_and_classes_hold() -> None:
    assert Stack(gap=2.0).name is None
    positional: Any = Stack
    with pytest.raises(TypeError):
        positional(2.0)
    with pytest.raises(TypeError, match="__dict__"):
        vars(Pen(1.0))
    assert Place(1).seen is not Place(1).seen


def test_the_second_value_of_a_type_is_made_as_the_first() -> None:
    @dataclass(slots=True, kw_only=True)
    class Tally:
        of: str
        counts: list[int] = dataclasses.field(default_factory=list)

    given, unnamed = [1], cast(Any, Tally)
    for _ in range(2):
        tally = Tally(of="sets", counts=given)
        assert tally.counts is given
        assert Tally(of="sets").counts == []
        with pytest.raises(TypeError, match="of"):
            unnamed()


def test_values_can_be_replaced_and_sent_to_another_process() -> None:
    assert dataclasses.replace(Place(1), column=5) == Place(1, 5)
    assert pickle.loads(pickle.dumps(Place(2, 3))) == Place(2, 3)


def test_the_whole_project_uses_it() -> None:
    """The standard library's cannot inherit from it, nor does it start as fast."""
    files = sorted(Path(handouts.__file__).parent.rglob("*.py"))
    theirs = [
        file.name
        for file in files
        if re.search(r"^from dataclasses import .*\bdataclass\b", file.read_text("utf-8"), re.M)
    ]
    assert len(files) > 100
    assert theirs == [], "import it from handouts.dataclass"
