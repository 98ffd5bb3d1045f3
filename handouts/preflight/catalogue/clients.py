"""Rules of lists of clients, and of brands."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "duplicate-client",
        "Two rows of a list have one name.",
        "One client’s sheets would be written over another’s.",
        "Write something into a name that tells them apart.",
    ),
    Rule(
        "unknown-client",
        "No client of the list is called so.",
        "Nobody’s sheet would be made.",
        "Mend the name; the hint gives the nearest.",
    ),
    Rule(
        "same-folder",
        "Two clients, or two brands, would share one folder.",
        "One client’s sheets must never stand among another’s.",
        "Write something into a name that tells them apart.",
    ),
    Rule(
        "several-ladders",
        "A rung’s number is given to somebody with more than one ladder.",
        "They hardly stand on the same rung of each.",
        "Write the name of the exercise on that rung.",
        Severity.WARNING,
    ),
    Rule(
        "unknown-language",
        "There are no labels in that language.",
        "Half the sheet would be in another language.",
        "Take one of the languages that the hint names.",
    ),
    Rule(
        "long-contact",
        "A brand’s contact and website are more than one line.",
        "They stand at the head of every first page, and take the room of the picture.",
        "Leave out what nobody writes or calls.",
        Severity.WARNING,
    ),
    Rule(
        "spaced-website",
        "A brand’s website has a space in it.",
        "No address has one: whoever types it, or reads the QR code, gets nowhere.",
        "Write the address as a browser shows it.",
        Severity.WARNING,
    ),
    Rule(
        "long-website",
        "A brand’s website is longer than 60 characters.",
        "Its QR code grows, and nobody types it.",
        "Write a short address.",
        Severity.WARNING,
    ),
    Rule(
        "contrast",
        "A colour of text is too near to what is beneath it.",
        "People with poor sight, and poor printers, lose it.",
        "Take the nearest colour that passes; of a brand’s, the hint names it.",
        source="WCAG 2.1, 1.4.3: 4.5 to 1; large type 3 to 1",
        may_warn=True,
    ),
    Rule(
        "colour",
        "A colour is not written as one.",
        "It cannot be printed.",
        'Write it as "#0B4A5B", in quotes.',
    ),
)
"""The rules of clients and brands."""
