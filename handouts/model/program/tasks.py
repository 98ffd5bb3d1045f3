"""Tasks: what is asked for of an exercise in one session, its rule and its load worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import replace
from decimal import Decimal

from handouts.model.client import Client
from handouts.model.dose import Dose, Load, disagreements
from handouts.model.exercise import Exercise
from handouts.model.naming import folded
from handouts.model.program.dosing import Dosage, dosage
from handouts.model.program.growth import Grown, grown, grows_maximum, start_of
from handouts.model.program.loading import growth, is_percentage, plates, worked_out
from handouts.model.program.plan import PlannedTask
from handouts.model.program.program import Program
from handouts.model.program.progression import Clause, Pace
from handouts.model.program.schedule import Task
from handouts.model.quantity import Span
from handouts.model.reference import Reference
from handouts.source.problem import Place, Problem

WHOLE = Decimal(100)


class Tasks:
    """Makes tasks of plans, session after session; equal ones are the same object.

    ``problems`` are maxima that are missing, each where its percentage is written, and changes of
    a client's that do not agree with the dose.
    """

    def __init__(self, program: Program, exercises: Mapping[str, Exercise], client: Client) -> None:
        self.problems: list[Problem] = []
        self._program = program
        self._exercises = exercises
        self._client = client
        self._dosages: dict[int, Dosage] = {}
        self._made: dict[tuple[int, str, int, int], Task] = {}
        self._steps = _Steps()
        self._maxima = {folded(name): maximum for name, maximum in client.maxima.items()}
        self._missing: set[str] = set()

    def task(self, planned: PlannedTask, week: int, label: str) -> Task:
        """A task as it is done in a week of the cycle, in the session that comes next."""
        dose = self._dosage(planned).at(week)
        steps = self._steps.of(planned, dose)
        key = id(planned), label, id(dose), steps
        if key not in self._made:
            self._made[key] = self._make(planned, label, dose, steps)
            self._check_change(planned, dose)
        return self._made[key]

    def over(self, pace: Pace) -> None:
        """A session, a week or a cycle is over: the rules that stood in it take their step."""
        self._steps.take(pace)

    def _dosage(self, planned: PlannedTask) -> Dosage:
        if id(planned) not in self._dosages:
            exercise = self._exercises.get(planned.exercise.name) if planned.exercise else None
            over = self._client.doses.get(self._name(planned.exercise) or "")
            self._dosages[id(planned)] = dosage(self._program, planned, exercise, over)
        return self._dosages[id(planned)]

    def _name(self, reference: Reference | None) -> str | None:
        """The name of an exercise, in the capitals and small letters of the library."""
        if reference is None:
            return None
        exercise = self._exercises.get(reference.name)
        return exercise.name if exercise else reference.name

    def _make(self, planned: PlannedTask, label: str, dose: Dose, steps: int) -> Task:
        rule = planned.progression
        found = grown(dose, rule, steps) if rule else Grown(dose)
        load = self._load(planned, found)
        return Task(
            label=label,
            title=self._title(planned),
            dose=replace(found.dose, load=load) if load else found.dose,
            exercise=self._name(planned.exercise),
            percentage=found.dose.load if load else None,
            rule=rule.words if rule else None,
            place=planned.place,
        )

    def _title(self, planned: PlannedTask) -> str:
        if planned.title or planned.exercise is None:
            return planned.title or planned.do or ""
        exercise = self._exercises.get(planned.exercise.name)
        return exercise.title if exercise else planned.exercise.name

    def _load(self, planned: PlannedTask, found: Grown) -> Load | None:
        """The load that a percentage is for the client, where the maximum is known."""
        load = found.dose.load
        of = self._name(planned.max or planned.exercise)
        if load is None or not is_percentage(load) or of is None:
            return None
        maximum = self._maxima.get(folded(of))
        if maximum is None:
            self._report(of, found.dose.places.get("load"))
            return None
        plate = plates(self._program.round, maximum.unit)
        training_max = self._program.training_max or WHOLE
        return worked_out(load, maximum, training_max, plate, _added(found, maximum.unit, plate))

    def _check_change(self, planned: PlannedTask, dose: Dose) -> None:
        """What a client's change of a dose has made of values for each set."""
        if self._name(planned.exercise) in self._client.doses:
            self.problems += [each for each in disagreements(dose) if each not in self.problems]

    def _report(self, name: str, place: Place | None) -> None:
        """A client needs the maxima of all percentages; without a client these stay as they are."""
        client = self._client.client
        if client is None or folded(name) in self._missing:
            return
        self._missing.add(folded(name))
        message = f"this is a part of a maximum that is not known for {client}"
        hint = f"give it with --max {name}=100kg, or in a column 1rm {name} of the clients"
        self.problems.append(Problem("missing-maximum", message, place, hint))


def _added(found: Grown, unit: str, plate: Decimal) -> Decimal:
    """What the rule has added to the maximum so far."""
    if found.step is None or found.step.low is None:
        return Decimal(0)
    return growth(found.step.low, found.step.unit, unit, plate) * found.times


def _start(clause: Clause, dose: Dose) -> Span | None:
    """Where a clause starts; what grows the maximum starts at nothing, whatever part is taken."""
    return None if grows_maximum(clause, dose) else start_of(clause, dose)


class _Steps:
    """Counts the steps of rules: one for an exercise, its rule and where it starts."""

    def __init__(self) -> None:
        self._keys: dict[tuple[int, int], Hashable] = {}
        self._counts: Counter[Hashable] = Counter()
        self._standing: dict[Pace, set[Hashable]] = {pace: set() for pace in Pace}

    def of(self, planned: PlannedTask, dose: Dose) -> int:
        """How many steps a task has taken; from now on it stands in the session at hand."""
        rule = planned.progression
        if rule is None:
            return 0
        key = id(planned), id(dose)
        if key not in self._keys:
            starts = tuple(_start(clause, dose) for clause in rule.clauses)
            what = planned.exercise.name if planned.exercise else planned.do
            self._keys[key] = what, rule.pace, rule.clauses, starts
        self._standing[rule.pace].add(self._keys[key])
        return self._counts[self._keys[key]]

    def take(self, pace: Pace) -> None:
        self._counts.update(self._standing[pace])
        self._standing[pace].clear()
