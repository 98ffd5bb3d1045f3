"""Rules of reading: what YAML and tables of clients may look like."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "yaml",
        "The file cannot be read as YAML from this place on.",
        "What stands after it would be guessed at, and a guess on a handout can hurt.",
        "Do what the hint says: mostly a quote, a space or a dash is missing.",
        source="YAML 1.1",
    ),
    Rule(
        "encoding",
        "The file is not plain text in UTF-8.",
        "Letters with accents would print as other letters, or as nothing.",
        "Save it again as UTF-8; editors offer that under “save as”.",
    ),
    Rule(
        "empty-file",
        "There is nothing in the file.",
        "An empty file is mostly one that was saved by mistake.",
        "Write something into it, or take it away. handouts new writes one to start from.",
    ),
    Rule(
        "several-documents",
        "A line of three dashes begins a second document in the file.",
        "A file holds one item; the second one would be lost.",
        "Put the second item into a file of its own.",
    ),
    Rule(
        "too-large",
        "The file is larger than any handout needs.",
        "A file without a bound could fill the memory of the machine.",
        "Split it up.",
    ),
    Rule(
        "too-deep",
        "Lists stand in lists in lists, deeper than anything we read.",
        "Nesting without a bound can bring a program down.",
        "Make it simpler: nothing in a handout needs more than a few levels.",
    ),
    Rule(
        "tag",
        "A word begins with ! which YAML takes for a tag.",
        "Tags can make programs run code, so none is read.",
        "Take it out, or put the text in quotes.",
    ),
    Rule(
        "alias",
        "A text begins with * which YAML takes for something named elsewhere.",
        "The text would be lost, or replaced by another.",
        "Put the text in quotes.",
    ),
    Rule(
        "anchor",
        "Something is named with & and never used, or a text begins with &.",
        "The first word of the text is lost.",
        "Put the text in quotes.",
        Severity.WARNING,
    ),
    Rule(
        "comment",
        "A # within a line cuts off what follows it.",
        "“Band #2” prints as “Band”.",
        "Put the text in quotes, or two spaces before a comment that is meant as one.",
        Severity.WARNING,
    ),
    Rule(
        "comma",
        "Commas within braces cut a text into parts.",
        "“reps: 12, 10, 8” in braces is read as 12 alone.",
        "Put the text in quotes.",
    ),
    Rule(
        "key",
        "A colon stands without a word before it.",
        "Nobody can tell what the value is for.",
        "Write the word.",
    ),
    Rule(
        "no-value",
        "A word stands where a word with a value belongs.",
        "What it was to say is not known.",
        "Write a colon and its value after it.",
    ),
    Rule(
        "null",
        "A key has nothing after its colon.",
        "A value that was forgotten is told from one that was never meant.",
        "Write a value, or take the line out.",
    ),
    Rule(
        "duplicate-key",
        "A key is written twice in one place.",
        "One of the two would be lost without a word.",
        "Keep one of them.",
    ),
    Rule(
        "unknown-key",
        "A key is not one of those that can stand here.",
        "A slip of the pen would be left out of the handout without a word.",
        "Mend the spelling; the hint names the nearest key.",
    ),
    Rule(
        "missing-key",
        "A key that must be there is not.",
        "Without it there is nothing to print, or nobody knows for whom.",
        "Write it.",
    ),
    Rule(
        "empty-key",
        "A key that must be there has nothing after its colon.",
        "Without it there is nothing to print, or nobody knows for whom.",
        "Write its value.",
    ),
    Rule(
        "two-kinds",
        "Two keys stand side by side that cannot both hold.",
        "Which one was meant would be a guess.",
        "Keep one, or begin each with a dash of its own.",
    ),
    Rule(
        "not-one-pair",
        "A cue has two leads, where one lead and its detail belong.",
        "Two cues would run into one.",
        "Begin each with a dash of its own.",
    ),
    Rule(
        "empty",
        "A text, a list or a dose says nothing.",
        "An empty line prints as an empty line.",
        "Write something, or take it out.",
    ),
    Rule(
        "wrong-kind",
        "A list stands where a text belongs, or the other way.",
        "It cannot be told what was meant.",
        "Write it as the hint shows.",
    ),
    Rule(
        "value",
        "A value cannot be read.",
        "A value that is not understood would print wrong, or not at all.",
        "Write it as the hint shows.",
    ),
    Rule(
        "unknown-word",
        "A word is none of those that can stand here.",
        "A level, a day or a kind that nobody knows prints as nothing.",
        "Take one of the words that the hint names.",
    ),
    Rule(
        "invisible-character",
        "There is a character that cannot be seen, or one that turns the order of the text round.",
        "It changes what prints, and nobody can see why.",
        "Take it out.",
        source="Unicode Technical Report 36",
    ),
    Rule(
        "date",
        "A date is not written as year, month and day, or there is no such day.",
        "3/4 is in March for some and in April for others.",
        "Write 2027-01-04.",
        source="ISO 8601",
    ),
    Rule(
        "address",
        "The address of a video is not a whole web address.",
        "Its QR code would lead nowhere.",
        "Write it in full, from https:// on.",
    ),
    Rule(
        "quote",
        "A quote in a table is not closed, or stands in the middle of a text.",
        "All the rows after it would be read as one cell.",
        "Close it; a quote within a text is written twice.",
        source="RFC 4180",
    ),
    Rule(
        "unnamed-column",
        "A column of a table has values and no name.",
        "Nobody can tell what the values are.",
        "Name the column, or take it out.",
    ),
    Rule(
        "more-problems",
        "There are more problems in the file than are listed.",
        "After many problems, most come from the first ones.",
        "Mend the first ones, and check again.",
    ),
)
"""The rules of reading."""
