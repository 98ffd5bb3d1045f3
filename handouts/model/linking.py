"""Linking: what is wrong with a program once the exercises that it names are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from handouts.model.dose import Dose, disagreements
from handouts.model.exercise import Exercise
from handouts.model.program.dosing import dosage, goal_dose
from handouts.model.program.growth import course, grows_maximum, start_of
from handouts.model.program.loading import PERCENT_OF_TRAINING_MAX
from handouts.model.program.plan import PlannedGroup, PlannedTask
from handouts.model.program.program import Program
from handouts.model.program.progression import Clause, Progression
from handouts.model.program.weeks import LONGEST
from handouts.model.reference import Reference
from handouts.source.problem import Problem
from handouts.source.shape import did_you_mean, listed

Find = Callable[[Reference], Exercise | Problem]
"""Gives the exercise of a name, or what is wrong with the name."""


def unlinked(program: Program, find: Find) -> Iterator[Problem]:
    """Exercises and goals that there are not, and doses that do not agree with themselves."""
    for task, weeks in _tasks(program):
        exercise = find(task.exercise) if task.exercise else None
        if isinstance(exercise, Problem):
            yield replace(exercise, hint=exercise.hint or "for work without a card write do:")
            exercise = None
        elif exercise:
            yield from _goal(task, exercise)
        if task.max and isinstance(missing := find(task.max), Problem):
            yield replace(missing, hint=missing.hint or "name an exercise of the library")
        if exercise or task.goal is None:
            yield from _doses(task, exercise, weeks, program)


def _tasks(program: Program) -> Iterator[tuple[PlannedTask, Sequence[int]]]:
    """Every task with the weeks in which it is done; where there are no weeks, with one."""
    whole = range(1, (program.weeks or LONGEST) + 1)
    for session in program.plan:
        for part in session.parts:
            for task in part.tasks if isinstance(part, PlannedGroup) else (part,):
                some = (each.weeks.numbers for each in (session, part, task) if each.weeks)
                weeks = sorted(frozenset(whole).intersection(*some))
                yield task, weeks if program.weeks else weeks[:1]


def _goal(task: PlannedTask, exercise: Exercise) -> Iterator[Problem]:
    if task.goal is None or goal_dose(task, exercise):
        return
    goals = [name for name, _ in exercise.goals]
    message = f"{exercise.name} has no goal called {task.goal.name}"
    hint = did_you_mean(task.goal.name, goals)
    if hint is None:
        hint = f"its goals are {listed(goals)}" if goals else "write the dose here"
    yield Problem("unknown-goal", message, task.goal.place, hint)


def _doses(
    task: PlannedTask, exercise: Exercise | None, weeks: Sequence[int], program: Program
) -> Iterator[Problem]:
    """What is wrong with a task's doses, each told for the first week that has it."""
    doses = dosage(program, task, exercise)
    first: dict[int, tuple[int, Dose]] = {}
    for week in weeks:
        first.setdefault(id(doses.at(week)), (week, doses.at(week)))
    varies = any(value.varies for value in task.values.values())
    told: set[Problem] = set()
    for week, dose in first.values():
        for problem in _of_dose(dose, task.progression, program):
            if problem not in told:
                told.add(problem)
                message = f"{problem.message} in week {week}" if varies else problem.message
                yield replace(problem, message=message)


def _of_dose(dose: Dose, rule: Progression | None, program: Program) -> Iterator[Problem]:
    yield from disagreements(dose)
    amounts = dose.load.amount.amounts if dose.load and dose.load.amount else ()
    if program.training_max is None and any(
        amount.unit == PERCENT_OF_TRAINING_MAX for amount in amounts
    ):
        message = f"{dose.load} is of a training maximum that the program does not give"
        hint = "write training_max: 90% at the top"
        yield Problem("missing-maximum", message, dose.places.get("load"), hint)
    if rule:
        yield from _of_rule(rule, dose)


def _of_rule(rule: Progression, dose: Dose) -> Iterator[Problem]:
    for clause in rule.clauses:
        if found := _of_clause(clause, dose):
            message, hint = found
            yield Problem("progression", f"progression {message}", rule.place, hint)


def _of_clause(clause: Clause, dose: Dose) -> tuple[str, str] | None:
    """What is wrong with a clause for the dose that it starts at, and what to do about it."""
    if grows_maximum(clause, dose) and clause.until is not None:
        return "cannot end at a load that is in percent", "take until out"
    start = start_of(clause, dose)
    if start is None:
        return None
    first = start.amounts[0]
    if first.low is not None and course(clause, dose) is None:
        return f"adds {clause.unit} to {start}", f"write the step in {first.unit}"
    if clause.what == "sets" and _per_set(dose):
        return "adds sets, but there is a value for each set", "write one value for all sets"
    return None


def _per_set(dose: Dose) -> bool:
    load = dose.load.amount if dose.load else None
    spans = (dose.reps, dose.hold, dose.rest, dose.time, dose.distance, load)
    return any(span.per_set for span in spans if span)
