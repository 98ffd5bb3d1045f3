"""Rules of bringing other people's data into a library."""

from __future__ import annotations

from handouts.preflight.rule import Rule

RULES = (
    Rule(
        "json",
        "A file of records is not JSON from some place on.",
        "The records after that place cannot be read.",
        "Fetch or export the file anew: most often it was cut short.",
    ),
    Rule(
        "not-imported",
        "No exercise can be made of a record.",
        "It would print a sheet without a name, or without anything to do.",
        "Fill in what the message says is missing, or leave the record out.",
    ),
    Rule(
        "unknown-column",
        "A table has no column of the name that --map gives.",
        "Nothing is imported rather than the wrong column.",
        "Write the column’s name as it stands in the table’s first row.",
    ),
    Rule(
        "missing-column",
        "No column of a table says what the exercises are called, or what there is to do.",
        "No row of it would make a sheet: the columns may have names of their own, or the first row"
        " is an exercise already.",
        "Say which column it is: --map name=COLUMN,execution=COLUMN. A table needs a first row of"
        " names.",
    ),
    Rule(
        "file-there",
        "A file that an import would write is there, and says something else.",
        "What you have changed in it would be lost.",
        "Import into another folder, or write over it with --force.",
    ),
)
