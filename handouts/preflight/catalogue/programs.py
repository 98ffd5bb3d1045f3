"""Rules of programs: weeks, days, loads, and how they grow."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "weeks",
        "Weeks cannot be read.",
        "It is not known when the value holds.",
        "Write 1, 1-4, or 1, 3, 5-8.",
    ),
    Rule(
        "weeks-uncovered",
        "A value says nothing for some of its weeks.",
        "In those weeks the sheet would have no dose.",
        "Give every week a value.",
    ),
    Rule(
        "weeks-twice",
        "A week has two values.",
        "Which one holds would be a guess.",
        "Give each week one value.",
    ),
    Rule(
        "weeks-range",
        "Weeks are named that the program does not have.",
        "They would never print.",
        "Mend the numbers, or the program’s length.",
    ),
    Rule(
        "no-weeks",
        "Something changes by week in a program that has no weeks.",
        "A home program goes on as it is, so there is no week 2.",
        "Write weeks: and how many, or give one value.",
    ),
    Rule(
        "days",
        "The days of a session do not go together.",
        "Two sessions would fall on one day, or a day is not in the week.",
        "Mend the days as the hint says.",
    ),
    Rule(
        "per-week",
        "A session is more often in a week than the week has days.",
        "It cannot be done.",
        "For more than once a day write per_day into the exercise.",
    ),
    Rule(
        "progression",
        "The rule of growth cannot be followed.",
        "Nobody can work out what week 5 asks for.",
        "Write what the hint shows, such as: sets +1 every 2 weeks.",
    ),
    Rule(
        "missing-maximum",
        "A load is a part of a client’s maximum, and that is not known.",
        "A load cannot be worked out, and a wrong one is dangerous.",
        "Add the column 1rm NAME to the list of clients, or print it without a client.",
    ),
    Rule(
        "unknown-session",
        "The program has no session of that name.",
        "Nothing would print for it.",
        "Take one of the names that the hint gives.",
    ),
    Rule(
        "unknown-week",
        "The program has no such week.",
        "Nothing would print for it.",
        "Take one of its weeks.",
    ),
    Rule(
        "weekly-jump",
        "A week asks for more than half as much again as any of the four weeks before it.",
        "Muscles keep up with small steps, tendons with smaller ones. A set more is never a jump.",
        "Spread the rise over more weeks. Of a published protocol, allow: says whose it is.",
        Severity.WARNING,
        "Gabbett, British Journal of Sports Medicine 2016; the line is judgement",
    ),
    Rule(
        "many-exercises",
        "A sheet for home asks for more than four exercises; more than six are far too many.",
        "People who got two exercises did them better than those who got five or eight.",
        "Leave out what matters least, or give it later.",
        Severity.WARNING,
        "Henry, Rosemond and Eckert, Physical Therapy 1999",
    ),
)
"""The rules of programs."""
