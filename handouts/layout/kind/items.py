"""What a program is made of, week by week: the rows of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from handouts.dataclass import dataclass
from handouts.layout.context import Context
from handouts.layout.dose_text import figures
from handouts.layout.kind.session import in_words
from handouts.layout.labels import Labels
from handouts.layout.quantity_text import figures_of, load_in_short, with_unit
from handouts.model.program.schedule import Group, Schedule, Session, Task


@dataclass(frozen=True, slots=True)
class Item:
    """An exercise of a session, or a session that has none, and what is done in each week.

    ``always`` is what is the same in all of them, where the rest is not. ``task`` has the picture.
    """

    session: str
    title: str
    by_week: Mapping[int, Sequence[str]]
    always: str = ""
    task: Task | None = None


def items_of(schedule: Schedule, context: Context) -> list[Item]:
    """Give everything that is done, session by session, each piece of work once."""
    return [
        item
        for title, sessions in _by_title(schedule).items()
        for item in _items(title, sessions, context)
    ]


def _by_title(schedule: Schedule) -> dict[str, dict[int, list[Session]]]:
    found: dict[str, dict[int, list[Session]]] = {}
    for week in schedule.weeks:
        for session in week.sessions:
            found.setdefault(session.title, {}).setdefault(week.number, []).append(session)
    return found


def _items(title: str, sessions: dict[int, list[Session]], context: Context) -> Iterator[Item]:
    """Give the exercises of a session; one that has none is a single item in words."""
    every = [session for week in sessions.values() for session in week]
    if not any(task.exercise for session in every for task in session.tasks):
        by_week = {week: _runs(several, context) for week, several in sessions.items()}
        yield Item(title, title, by_week)
        return
    for (name, _), tasks in _tasks(sessions).items():
        yield _item(title, name, tasks, context)


def _runs(sessions: Sequence[Session], context: Context) -> Sequence[str]:
    """Say what is done part by part; sessions of a week that differ follow one another."""
    said = (tuple(t for part in each.work for t in in_words(part, context)) for each in sessions)
    return [text for texts in dict.fromkeys(said) for text in texts]


def _tasks(sessions: dict[int, list[Session]]) -> dict[tuple[str, int], dict[int, list[Task]]]:
    """Give tasks by title, and by how often the title came before in their session."""
    found: dict[tuple[str, int], dict[int, list[Task]]] = {}
    for week, several in sessions.items():
        for session in several:
            seen: dict[str, int] = {}
            for task in _work(session):
                number = seen[task.title] = seen.get(task.title, 0) + 1
                found.setdefault((task.title, number), {}).setdefault(week, []).append(task)
    return found


def _work(session: Session) -> Iterator[Task]:
    for part in session.work:
        yield from part.tasks if isinstance(part, Group) else (part,)


def _item(session: str, title: str, tasks: dict[int, list[Task]], context: Context) -> Item:
    """Say figures and loads of each week; figures that never change are said once."""
    amounts = {
        week: _each_once(figures(task.dose, context.labels) for task in several)
        for week, several in tasks.items()
    }
    loads = {week: _loads(several, context.labels) for week, several in tasks.items()}
    first = next(iter(tasks.values()))[0]
    always, *others = set(amounts.values())
    if not others and len(set(loads.values())) > 1 and all(loads.values()):
        return Item(session, title, {week: (load,) for week, load in loads.items()}, always, first)
    by_week = {week: tuple(filter(None, (amounts[week], loads[week]))) for week in tasks}
    return Item(session, title, by_week, task=first)


def _loads(tasks: Sequence[Task], labels: Labels) -> str:
    """Say the loads of one week's sessions, with the unit once where it is one: 20 / 22.5 kg."""
    loads = [load for task in tasks if (load := task.dose.load) and load.amount]
    units = {amount.unit for load in loads if load.amount for amount in load.amount.amounts}
    if len(units) != 1:
        return _each_once(load_in_short(load, labels) for load in loads)
    return with_unit(_each_once(figures_of(load, labels) for load in loads), units.pop(), labels)


def _each_once(texts: Iterable[str]) -> str:
    """Join what differs between the sessions of one week."""
    return " / ".join(filter(None, dict.fromkeys(texts)))
