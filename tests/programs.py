"""Programs for tests: read from YAML, worked out, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from textwrap import dedent

from handouts.model.client import Client
from handouts.model.exercise import EXERCISE, Exercise
from handouts.model.program.file import PROGRAM
from handouts.model.program.program import Program
from handouts.model.program.schedule import Count, Schedule
from handouts.model.program.scheduling import work_out
from handouts.model.quantity import Amount
from handouts.source.problem import Problem
from handouts.source.yaml import parse

NB = "\N{NO-BREAK SPACE}"


def read(source: str) -> tuple[Program | None, list[Problem]]:
    """The program of a text, and what is wrong with it."""
    node, problems = parse(dedent(source).encode(), "f.yaml")
    assert node is not None and problems == []
    return PROGRAM.read(node, problems, "a program"), problems


def program(source: str) -> Program:
    """The program of a text with nothing wrong in it."""
    value, problems = read(source)
    assert problems == []
    assert value is not None
    return value


def exercise(name: str, goals: str = "") -> Exercise:
    """An exercise, with goals as YAML."""
    source = f"exercise: {name.title()}\nexecution: [Move.]\n" + (goals and f"goals: {goals}\n")
    node, problems = parse(source.encode(), f"{name}.yaml")
    assert node is not None
    value = EXERCISE.read(node, problems)
    assert value is not None and problems == []
    return Exercise(exercise=value.exercise, goals=value.goals, name=name)


def scheduled(
    source: str, client: Client | None = None, exercises: Mapping[str, Exercise] | None = None
) -> Schedule:
    """A program worked out with nothing missing."""
    schedule, problems = work_out(program(source), exercises or {}, client or Client())
    assert problems == []
    return schedule


def kilograms(**maxima: int) -> dict[str, Amount]:
    """One-repetition maxima by exercise."""
    return {name: Amount(Decimal(kg), Decimal(kg), "kg") for name, kg in maxima.items()}


def exactly(number: float | str | Decimal) -> Count:
    """So many, and not one more or less."""
    return Count(Decimal(str(number)), Decimal(str(number)))


def between(low: float, high: float | None) -> Count:
    """From so many to so many, or to any number."""
    return Count(Decimal(str(low)), None if high is None else Decimal(str(high)))


def marked(source: str, problem: Problem) -> str:
    """What a problem's place marks in its text."""
    place = problem.place
    assert place is not None
    line = dedent(source).split("\n")[place.line - 1]
    return line[place.column - 1 :][: place.length]
