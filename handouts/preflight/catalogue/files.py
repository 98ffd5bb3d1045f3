"""Rules of commands, and of reading and writing files."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "command-line",
        "The command cannot be understood.",
        "Nothing is done rather than something else.",
        "handouts --help shows what can be said.",
    ),
    Rule(
        "unreadable-file",
        "A file or a folder cannot be read.",
        "What is in it is not known.",
        "See whether it is there, and whether you may read it.",
    ),
    Rule(
        "outside-library",
        "A path or a link leads out of the folder of the library.",
        "A library that somebody hands you must not reach into the rest of your machine.",
        "Copy the file into the library, or name its folder with --allow.",
    ),
    Rule(
        "unwritable-file",
        "A file cannot be written or removed.",
        "The handout is not made; what was there before stays as it was.",
        "See whether there is room, and whether you may write there.",
    ),
    Rule(
        "unwritable-record",
        "What is kept from run to run cannot be written.",
        "The handout is made, and will be made again next time.",
        "See whether there is room, and whether you may write there.",
        Severity.WARNING,
    ),
    Rule(
        "orphan-output",
        "A handout lies in the output folder whose source has gone.",
        "Somebody prints it, though it is no longer meant to be.",
        "handouts build --prune removes it.",
        Severity.WARNING,
    ),
    Rule(
        "same-file",
        "Two handouts would be written to one file.",
        "One of them would be lost.",
        "Rename one of the items, or one of the layouts.",
    ),
    Rule(
        "bug",
        "The program failed at this handout.",
        "It is a fault of the program, not of your files. All other handouts are made.",
        "Please report it, with the file.",
    ),
)
"""The rules of commands and files."""
