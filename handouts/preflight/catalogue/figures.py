"""Rules of figures: poses that cannot be drawn, and those that would look wrong."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "no-figure",
        "There is no figure in the file.",
        "There is nothing to draw.",
        "Write figure: with its frames.",
    ),
    Rule(
        "frame-count",
        "A figure has no frame, or more than fit in a row.",
        "A strip of many small pictures cannot be read from the floor.",
        "Split the exercise, or leave frames out.",
    ),
    Rule(
        "same-name",
        "Two things in a figure have one name.",
        "What touches it would be a guess.",
        "Name one of them otherwise.",
    ),
    Rule(
        "unknown-part",
        "There is no such part of the body.",
        "The pose cannot be drawn.",
        "Take one of the names that the hint gives.",
    ),
    Rule(
        "unknown-surface",
        "There is nothing of that name to touch.",
        "The body would hang in the air.",
        "Add it to the figure’s equipment, or touch the floor.",
    ),
    Rule(
        "no-bar",
        "Somebody hangs, and there is no bar.",
        "The body would hang in the air.",
        "Add bar to the equipment.",
    ),
    Rule(
        "band-ends",
        "A band has one end only.",
        "It cannot be drawn from one point.",
        "Name both ends.",
    ),
    Rule(
        "line-ends",
        "The line of the body does not name two parts.",
        "A line needs two ends.",
        "Write line: [knee, head].",
    ),
    Rule(
        "loop-place",
        "A loop band is worn where none can be.",
        "It could not be drawn there.",
        "Take one of the places that the hint names.",
    ),
    Rule(
        "cannot-reach",
        "A part of the body is told to reach that cannot.",
        "Only hands and feet reach for something.",
        "Name a hand or a foot.",
    ),
    Rule(
        "stay-first",
        "A part is to stay where it was, in the first frame.",
        "There is no frame before it.",
        "Say where it goes.",
    ),
    Rule(
        "moves-first",
        "An arrow shows a movement in the first frame.",
        "There is nothing that it moved from.",
        "Put the arrow into the frame that it leads to.",
    ),
    Rule(
        "steps",
        "A picture shows a cue that is not there.",
        "The number under the picture would lead nowhere.",
        "Correct the numbers after steps.",
        may_warn=True,
    ),
    Rule(
        "steps-gap",
        "The pictures show the cues before and after one, and not that one.",
        "A cue was put in or taken out, most likely, and the numbers under the pictures are of "
        "others now.",
        "Count the cues again. If a cue is not to be shown, allow: says why.",
        Severity.WARNING,
    ),
    Rule(
        "steps-range",
        "The cues that a picture shows are counted backwards.",
        "It cannot be told which cues were meant.",
        "Count from 1 upward.",
    ),
    Rule(
        "muscle-hidden",
        "A muscle that is to be coloured cannot be seen in any frame.",
        "The picture would not show what works.",
        "Turn the figure, or leave the muscle out.",
        Severity.WARNING,
    ),
    Rule(
        "range-of-motion",
        "A joint is bent further than people can.",
        "A client would try to do what the picture shows.",
        "Bend it less.",
        Severity.WARNING,
    ),
    Rule(
        "out-of-reach",
        "A hand or a foot cannot get to where it is to be.",
        "The picture would show it short of its place.",
        "Move the body, or bend another joint.",
        Severity.WARNING,
    ),
    Rule(
        "no-contact",
        "A part does not touch what it is to touch.",
        "The body would hang in the air.",
        "Change the joint that the hint names.",
        Severity.WARNING,
    ),
    Rule(
        "off-balance",
        "Nobody could stand like this without falling.",
        "The picture looks wrong, and shows what cannot be done.",
        "Bring the weight over the feet.",
        Severity.WARNING,
    ),
    Rule(
        "below-floor",
        "A part of the body is below the floor.",
        "The picture looks wrong.",
        "Let it touch the floor, or bend the joint above it.",
        Severity.WARNING,
    ),
    Rule(
        "inside-wall",
        "A part of the body is within a wall.",
        "The picture looks wrong.",
        "Move the wall, or lean less.",
        Severity.WARNING,
    ),
    Rule(
        "hips-rest",
        "The hips rest on the floor in a frame that says they do not.",
        "The picture shows what the cue warns of.",
        "Lift them, or mend the caption.",
        Severity.WARNING,
    ),
    Rule(
        "same-frame",
        "Two frames that follow each other are the same.",
        "The second one shows nothing new.",
        "Change a joint, or leave it out.",
        Severity.WARNING,
    ),
)
"""The rules of figures."""
