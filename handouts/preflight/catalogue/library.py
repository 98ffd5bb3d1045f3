"""Rules of the library: exercises, ladders, and what leads from one item to another."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "file-name",
        "A file of the library does not end in .yaml.",
        "It is not read: nothing of it prints.",
        "Name it as the hint says.",
        Severity.WARNING,
    ),
    Rule(
        "unread-file",
        "An item lies in a folder of a library where nobody looks for it.",
        "It is not read: nothing of it prints.",
        "Put it into the folder that the hint names.",
        Severity.WARNING,
    ),
    Rule(
        "duplicate-name",
        "Two files of the library have one name.",
        "A name would mean two things.",
        "Rename one of them.",
    ),
    Rule(
        "missing-folder",
        "The folder of the library is not there.",
        "There is nothing to read from.",
        "Name another one with --data.",
    ),
    Rule(
        "empty-library",
        "There is nothing in the library.",
        "There is nothing to print.",
        "handouts new exercise NAME writes a file to start from.",
    ),
    Rule(
        "unknown-name",
        "A name is not in the library, or is no block of a layout.",
        "It cannot be printed, or the change to it has no effect.",
        "Mend the spelling; the hint names the nearest.",
    ),
    Rule(
        "unknown-exercise",
        "A program or a ladder names an exercise that the library does not have.",
        "The row would have neither picture nor dose.",
        "Mend the spelling; for work that needs no card write do:.",
    ),
    Rule(
        "unread-exercise",
        "An exercise that is used here has an error of its own.",
        "What it adds to this sheet is not known.",
        "Mend that file first; handouts check NAME says what is wrong.",
    ),
    Rule(
        "missing-link",
        "An easier or harder exercise is not in the library, or is no exercise.",
        "A ladder made of such links has a rung missing.",
        "Add the exercise, or mend the name.",
        may_warn=True,
    ),
    Rule(
        "one-way-link",
        "One exercise calls another easier, and that one does not call it harder.",
        "The way up the ladder and the way down would not be the same.",
        "Name each in the other’s file.",
        may_warn=True,
    ),
    Rule(
        "link-circle",
        "Easier and harder run in a circle.",
        "A client who follows it never gets further.",
        "Take one of the links out.",
        may_warn=True,
    ),
    Rule(
        "rung-order",
        "A rung’s exercise is easier than that of the rung below, by what their own files say.",
        "Whoever moves up gets less to do, or one of the files is wrong.",
        "Write the easier one first, or mend easier and harder in the files.",
        Severity.WARNING,
    ),
    Rule(
        "same-title",
        "Two items of a kind have one title, or differ in capitals and signs alone.",
        "On paper, and on the phone, nobody can tell them apart.",
        "Write into one of them what tells them apart.",
        Severity.WARNING,
    ),
    Rule(
        "rungs",
        "A ladder has fewer than two rungs.",
        "There is nowhere to climb.",
        "Add a rung, each beginning with a dash.",
    ),
    Rule(
        "unknown-goal",
        "A goal is none of those that the exercise has.",
        "Its dose is not known: another one, or none, would print.",
        "Take one of the goals that the hint names.",
        may_warn=True,
    ),
    Rule(
        "unknown-rung",
        "The ladder has no such rung.",
        "The sheet would not show where somebody stands.",
        "Write the rung’s number, or its exercise.",
        Severity.WARNING,
    ),
    Rule(
        "no-ladder",
        "The exercise has nothing easier and nothing harder.",
        "There is no chain to print.",
        "Name another exercise under easier or harder.",
    ),
    Rule(
        "no-dose",
        "A dose is changed for a client, of an exercise that has none.",
        "The change would not print.",
        "Write goals into the exercise’s file.",
        Severity.WARNING,
    ),
    Rule(
        "unknown-muscle",
        "A muscle is none of those that can be drawn.",
        "It could not be coloured in the figure.",
        "Take one of the names that the hint gives.",
    ),
)
"""The rules of the library."""
