"""Rules of doses and other numbers."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "dose",
        "A part of a dose cannot be read.",
        "A dose that is understood otherwise than it was meant can hurt somebody.",
        "Write it as the hint shows: 3-4, 5+, max, 30 s, RPE 8, 2/day.",
    ),
    Rule(
        "dose-range",
        "A range runs backwards.",
        "“10–6 reps” leaves it open whether 6 or 10 was the slip.",
        "Write the smaller number first.",
    ),
    Rule(
        "dose-size",
        "A number is beyond its scale.",
        "RPE and RIR go to 10; more is a slip.",
        "Write a number of the scale.",
        source="Borg CR10; Zourdos et al. 2016",
    ),
    Rule(
        "dose-zero",
        "A number is 0 where nothing would be done.",
        "No sets, or none of something, is no dose.",
        "Write at least 1, or take the key out.",
    ),
    Rule(
        "dose-unit",
        "A number lacks its unit, or has one that does not belong to it.",
        "“Hold 30” may be seconds or breaths, and 20 may be kilograms or pounds.",
        "Write the unit that the hint names.",
    ),
    Rule(
        "dose-number",
        "A number is no whole one, or can be read in two ways.",
        "“1,5 km” is one and a half for some, and for others two values.",
        "Write it as the hint shows.",
    ),
    Rule(
        "dose-sets",
        "There are more or fewer values than sets.",
        "With “12, 10, 8” and four sets, nobody knows what the fourth is.",
        "Give one value for each set, or one for all.",
    ),
    Rule(
        "dose-large",
        "A dose is more than anybody does: over 12 sets, 100 reps, 5 minutes of holding.",
        "It is mostly a slip of the finger, and somebody would try it.",
        "Mend the number; if it is meant, allow it with the reason.",
        Severity.WARNING,
    ),
    Rule(
        "dose-wide",
        "A range goes up to more than four times where it starts.",
        "“5–50 reps” leaves the dose to the reader.",
        "Give a narrower range, or a goal for each.",
        Severity.WARNING,
    ),
    Rule(
        "dose-small",
        "A rest is shorter than ten seconds.",
        "Nobody can tell it from none.",
        "Take it out, or write a rest that can be taken.",
        Severity.WARNING,
    ),
    Rule(
        "dose-tempo",
        "A tempo makes one repetition last longer than twenty seconds.",
        "It is mostly a slip: 30-1-1-0 for 3-0-1-1.",
        "Write seconds down, at the bottom, up, and at the top.",
        Severity.WARNING,
    ),
    Rule(
        "dose-effort",
        "An effort is rated above 10, on Borg’s first scale from 6 to 20.",
        "On the scale that people know, 12 does not exist.",
        "Write it on the scale from 0 to 10.",
        Severity.WARNING,
        "Borg CR10; Zourdos et al. 2016",
    ),
    Rule(
        "number",
        "A whole number belongs here.",
        "Half a week or half a session cannot be planned.",
        "Write a whole number.",
    ),
    Rule(
        "not-a-number",
        "A number belongs here.",
        "Without it the figure cannot be drawn.",
        "Write a number, or one of the words that the hint names.",
    ),
    Rule(
        "number-range",
        "A number is too large, too small or below 0.",
        "It is mostly a slip, and what it would draw makes no sense.",
        "Write a number within the limits that the message names.",
    ),
    Rule(
        "frequency",
        "How often is said twice, in two ways that do not agree.",
        "Somebody would do too much, or too little.",
        "Keep one of the two.",
    ),
    Rule(
        "pain",
        "The limits of a pain light do not go up.",
        "What says ease off in one line must not say carry on in the next.",
        "Write ease_off below stop.",
        source="Silbernagel et al. 2007",
    ),
)
"""The rules of doses."""
