"""What tests of program and ladder layouts share: sheets from YAML, laid out and set."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from textwrap import dedent
from typing import Any

from sheets import exercise, labels, layout, lines_of, shaper, width_of

from handouts.batch.artwork import Artwork
from handouts.layout.block import Document
from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.model.client import Client
from handouts.model.climbing import chain, climb
from handouts.model.exercise import Exercise
from handouts.model.ladder import LADDER, Ladder
from handouts.model.program.file import PROGRAM
from handouts.model.program.scheduling import work_out
from handouts.pdf.printer import Printer
from handouts.source.yaml import parse
from handouts.typeset.page import Element, Line, Page, Pages
from handouts.typeset.typeset import Typeset, typeset_all

EXERCISE = """
exercise: TITLE
summary: What it is for.
setup: [Stand tall.]
execution: [Sit down., Stand up., Breathe.]
safety: Stop at sharp pain.
goals: {strength: {sets: 3, reps: 8}}
"""
FIGURE = """
figure:
  frames:
    - {caption: Stand, stance: standing}
    - {caption: Sit, stance: standing}
"""
DRAWN = ("squat", "bridge", "plank", "row", "press", "curl", "raise", "lunge", "hinge")


@cache
def exercises() -> dict[str, Exercise]:
    """Exercises by name: those of ``DRAWN`` with one figure, the others without any."""
    pose = exercise(EXERCISE + FIGURE).figure
    found = {}
    for name in (*DRAWN, *(f"move-{number}" for number in range(1, 12))):
        title = f"{name.title().replace('-', ' ')} Exercise"
        made = exercise(EXERCISE.replace("TITLE", title))
        figure = pose if name in DRAWN else None
        found[name] = replace(made, figure=figure, name=name, file=f"{name}.yaml")
    return found


@cache
def artwork() -> Artwork:
    """Draws the one figure, once for all tests."""
    return Artwork((), None)


def plan(text: str, client: Client | None = None, paper: str = "letter") -> Sheet:
    """The sheet of a program from its text, with nothing wrong in it."""
    node, problems = parse(dedent(text).encode(), "plan.yaml")
    assert node is not None, problems
    program = PROGRAM.read(node, problems, "a program")
    assert program is not None and not problems, problems
    used = {name: exercises()[name] for name in program.exercises}
    schedule, wrong = work_out(program, used, client or Client())
    assert not wrong, wrong
    return Sheet(
        program, labels(), client or Client(), paper=paper, exercises=used, schedule=schedule
    )


def ladder(text: str, rung: int | None = None, client: Client | None = None) -> Sheet:
    """The sheet of a ladder from its text; the client trains on the rung of that number."""
    node, problems = parse(dedent(text).encode(), "ladder.yaml")
    assert node is not None, problems
    value = LADDER.read(node, problems, "a ladder")
    assert value is not None and not problems, problems
    return _climbed(value, rung, client or Client())


def rungs(count: int, more: str = "", **rung: Any) -> str:
    """The text of a ladder of so many rungs."""
    names = sorted(exercises())[:count]
    found = [
        {
            "exercise": name,
            "as": f"Rung number {number}",
            "move_up": f"you pass test {number}",
            "step_down": f"you fail test {number}",
            **rung,
        }
        for number, name in enumerate(names, 1)
    ]
    return f"ladder: Climb\nrungs: {json.dumps(found)}\n{more}"


def chained(name: str, *harder: str) -> Sheet:
    """The sheet of the ladder that exercises make, each the harder one of that before it."""
    names = [name, *harder]
    linked = {
        each: replace(
            exercises()[each],
            easier=tuple(names[max(index - 1, 0) : index]),
            harder=tuple(names[index + 1 : index + 2]),
        )
        for index, each in enumerate(names)
    }
    value, problems = chain(linked[name], linked.get)
    assert value is not None and not problems, problems
    return _climbed(value, 1, Client())


def _climbed(value: Ladder, rung: int | None, client: Client) -> Sheet:
    used = {
        name: replace(exercises()[name], progression=f"Master the {name}.")
        for name in value.exercises
    }
    sheet = Sheet(value, labels(), client, exercises=used)
    return replace(sheet, steps=climb(value, used, rung))


def documents(sheet: Sheet, name: str | Layout) -> list[Document]:
    """The documents of a sheet in a layout, with nothing wrong in them."""
    found, problems = compose(layout(name) if isinstance(name, str) else name, sheet, artwork())
    assert not problems, problems
    return found


def set_in(sheet: Sheet, name: str | Layout) -> Typeset:
    """A sheet set in a layout."""
    return typeset_all(documents(sheet, name), shaper())


def pages_of(sheet: Sheet, name: str | Layout) -> Pages:
    """The pages of a sheet that can be set."""
    result = set_in(sheet, name)
    assert result.pages is not None, result.problems
    return result.pages


def printed(sheet: Sheet, name: str) -> bytes:
    """The file of a sheet."""
    return Printer().print(pages_of(sheet, name), grey=sheet.grey)


def spelled(line: Line) -> str:
    """What a line says, with plain spaces."""
    text = "".join(word.text for word in line.words)
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "")


def text_on(page: Page) -> str:
    """What a page says, its lines a space apart."""
    return " ".join(" ".join(spelled(line) for line in lines_of(page)).split())


def texts(pages: Pages) -> list[str]:
    """What each page says."""
    return [text_on(page) for page in pages.pages]


def elements(pages: Pages, *roles: str) -> Iterator[tuple[str, str]]:
    """The elements of some roles in reading order, each with what it says."""
    yield from _elements(pages, pages.structure, roles)


def _elements(pages: Pages, element: Element, roles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if element.role in roles:
        yield element.role, said_by(pages, element)
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _elements(pages, kid, roles)


def said_by(pages: Pages, element: Element) -> str:
    """What an element says, all within it in reading order."""
    return " ".join(" ".join(_said(pages, element)).split())


def _said(pages: Pages, element: Element) -> Iterator[str]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _said(pages, kid)
            continue
        for mark in pages.pages[kid.page].groups[kid.group].marks:
            if isinstance(mark, Line):
                yield spelled(mark)


def find(element: Element, role: str) -> Iterator[Element]:
    """All elements of a role, in reading order."""
    if element.role == role:
        yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from find(kid, role)


def places_of(element: Element) -> list[int]:
    """The pages that an element has something on, in reading order."""
    found: list[int] = []
    for kid in element.kids:
        found += places_of(kid) if isinstance(kid, Element) else [kid.page]
    return found


def check_page(page: Page, margins: tuple[float, float, float, float]) -> None:
    """Every line of text within the margins and above its floor, and none over another."""
    top, end, bottom, start = margins
    boxes: list[tuple[float, float, float, float, str]] = []
    for line in lines_of(page):
        right = line.x + width_of(line)
        above, below = line.y - 0.7 * line.size, line.y + 0.2 * line.size
        said = spelled(line)
        assert line.size >= 8.6, said
        assert line.x >= start - 0.1 and right <= page.width - end + 0.1, said
        assert above >= top - 1 and below <= page.height - bottom + 1, said
        if said.strip():
            boxes.append((above, below, line.x, right, said))
    boxes.sort()
    for index, (_, below, left, right, said) in enumerate(boxes):
        for above, _, other_left, other_right, other in boxes[index + 1 :]:
            if above > below - 0.5:
                break
            assert right <= other_left + 0.5 or other_right <= left + 0.5, (said, other)
