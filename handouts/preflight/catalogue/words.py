"""Rules of words: whether a text can be read and understood."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "reading-level",
        "The text is hard to read: its grade at school is above 6, or a sentence's above 12.",
        "Half of all grown-ups read at grade 8 or below; in pain or in a hurry, lower still.",
        "Shorten the sentence that is named, and take plainer words for those that are.",
        Severity.WARNING,
        "Kincaid et al. 1975; CDC Clear Communication Index",
    ),
    Rule(
        "cue-length",
        "A sentence of a cue has more than 20 words.",
        "People read a cue, look up and move. What is longer is forgotten on the way.",
        "Cut it in two, or move the reason for it into the tips.",
        Severity.WARNING,
        "CDC Clear Communication Index; AHRQ, PEMAT-P 8",
    ),
    Rule(
        "verb-first",
        "A step of setup or execution does not begin with what to do.",
        "“Your back is flat” describes; “Flatten your back” can be done. English only.",
        "Begin with a verb, or with when to do it: As you breathe out, lift. A verb that we do not "
        "know goes into words/en.yaml of your library, under verbs.",
        Severity.WARNING,
        "AHRQ, PEMAT-P 20 to 22",
    ),
    Rule(
        "several-actions",
        "A step asks for more than two things.",
        "The third is the one that is left out. English only.",
        "Make each a step of its own.",
        Severity.WARNING,
        "AHRQ, PEMAT-P 22",
    ),
    Rule(
        "passive-voice",
        "A sentence says what should be done, and not to whom it says so.",
        "“The knee should be bent” leaves open who bends it. English only.",
        "Say it to the reader: Bend your knee.",
        Severity.WARNING,
        "AHRQ, PEMAT-P 5",
    ),
    Rule(
        "jargon",
        "A word of the trade is used and not explained.",
        "Most people do not know “supine”, and few will ask.",
        "Take the plain words that the hint gives, or say in brackets what it means. What your "
        "readers know goes into words/en.yaml of your library, under plain.",
        Severity.WARNING,
        "AHRQ, PEMAT-P 3 and 4",
    ),
    Rule(
        "doubled-word",
        "A word stands twice in a row.",
        "A slip, most often of a word that was put in another’s place. English only.",
        "Take one of them out, and read the sentence again.",
        Severity.WARNING,
    ),
    Rule(
        "unfinished",
        "A text holds the place of another: TODO, TBD, ??.",
        "It would print. English only: in Spanish, todo is a word.",
        "Write what belongs there, or take it out.",
        Severity.WARNING,
    ),
    Rule(
        "capitals",
        "Four words or more stand in capitals.",
        "Words in capitals have no shape to know them by; they read slowly, and shout.",
        "Write them small, and make what matters bold.",
        Severity.WARNING,
        "RNIB, Clear print",
    ),
    Rule(
        "italics",
        "More than eight words stand in italics.",
        "Slanted letters are hard for people with poor sight.",
        "Take the stars out.",
        Severity.WARNING,
        "RNIB, Clear print",
    ),
    Rule(
        "missing-character",
        "No font has a character.",
        "It would print as an empty box.",
        "Write it in other characters, or name a font that has it.",
    ),
    Rule(
        "font-missing",
        "There is no font where a brand says there is.",
        "What is written in its characters could not be printed.",
        "Mend the name; the hint gives the nearest.",
    ),
    Rule(
        "unusable-font",
        "A font cannot be printed with.",
        "It is broken, has no outlines, or its maker does not let it be embedded.",
        "Take another one: a TTF file with a free licence.",
    ),
)
"""The rules of words."""
