"""An example of what rules find, for docs/checks.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docs.manual import merged

_FILES = {
    "exercise": """\
exercise: Chair Stand
summary: Strong legs make it easy to get up.
safety: Stop if your knee gives way.
goals: {strength: {sets: 2, reps: 8, frequency: 3/week}}
setup: [Sit tall on a chair.]
execution: ["Stand up: Push through your heels.", Sit down slowly.]
picture: {file: chair.jpg, caption: Stand up}
""",
    "program": """\
program: Strong Legs
summary: Strong legs make it easy to get up.
stop_if: [Your knee gives way.]
weeks: 2
sessions:
  - {session: One, per_week: 2, work: [{do: Walk, time: 5 min}]}
""",
}
"""Files with nothing wrong in them."""

PICTURE = "chair.jpg"
"""The picture that lies beside them."""


@dataclass(frozen=True, slots=True)
class Example:
    """Keys that a file has besides, or anew, and those that it lacks."""

    keys: str = ""
    without: str | None = None
    kind: str = "exercise"

    @property
    def name(self) -> str:
        """What the file is called."""
        return {"exercise": "chair-stand", "program": "strong-legs"}[self.kind]


def written(example: Example) -> str:
    """The file of an example."""
    lines = merged(_FILES[example.kind], example.keys).splitlines(keepends=True)
    gone = f"{example.without}:"
    return "".join(line for line in lines if not line.startswith(gone))


def _dose(dose: str) -> Example:
    return Example(f"goals: {{strength: {{{dose}, frequency: 3/week}}}}\n")


def _cue(cue: str) -> Example:
    return Example(f'execution: ["{cue}"]\n')


EXAMPLES: Mapping[str, Example] = {
    "alias": Example("summary: *Strong\n"),
    "comment": Example("progression: Take band #2 next.\n"),
    "comma": Example("goals: {strength: {sets: 3, reps: 12, 10, 8}}\n"),
    "empty-key": Example("exercise:\n"),
    "missing-key": Example("setup: []\nexecution: []\n"),
    "duplicate-key": Example("tips:\n  - Rest: Often.\n    Rest: Seldom.\n"),
    "unknown-key": Example("saftey: Stop if it hurts.\n"),
    "wrong-kind": Example("tips: Look ahead.\n"),
    "unknown-word": Example("level: beginer\n"),
    "date": Example("start: 3/4/2027\n", kind="program"),
    "address": Example("video: example.org\n"),
    "tag": Example("summary: !Strong legs\n"),
    "null": Example("tags: [legs, ]\nsafety: ~\n"),
    "dose": _dose("sets: some"),
    "dose-range": _dose("reps: 10-6"),
    "dose-size": _dose("effort: RIR 12"),
    "dose-sets": _dose('sets: 4, reps: "12, 10, 8"'),
    "dose-zero": _dose("sets: 0"),
    "dose-unit": _dose("hold: 30"),
    "dose-number": _dose("distance: '1,5 km'"),
    "dose-large": _dose("sets: 2, reps: 800"),
    "dose-wide": _dose("reps: 5-50"),
    "dose-small": _dose("rest: 0 s"),
    "dose-tempo": _dose("tempo: 30-1-1-0"),
    "dose-effort": _dose("effort: RPE 12"),
    "pain": Example("pain: {ease_off: 6, stop: 3, source: Smith 2020}\n"),
    "reading-level": Example(
        "summary: >-\n  This exercise facilitates considerable improvements in muscular endurance"
        " and postural control, particularly throughout repeated transitional movements. It is"
        " recommended for individuals experiencing progressive deterioration of mobility.\n"
    ),
    "cue-length": _cue(
        "Push through both of your heels and come up to standing without any help from your hands"
        " or from the arms of the chair."
    ),
    "verb-first": _cue("Your back stays straight."),
    "several-actions": _cue("Lean forward, push through your heels and then stand up."),
    "passive-voice": _cue("Stand up: The back should be kept straight."),
    "jargon": _cue("Lie supine."),
    "unfinished": _cue("TODO: how to breathe."),
    "doubled-word": _cue("Lift the the leg."),
    "capitals": _cue("NEVER LET GO OF THE CHAIR."),
    "italics": Example('progression: "*Add one repetition each week for as long as you can.*"\n'),
    "missing-summary": Example(without="summary"),
    "missing-stop": Example(without="safety"),
    "missing-picture": Example(without="picture"),
    "missing-alt": Example("picture: chair.jpg\n"),
    "missing-dose": Example(without="goals"),
    "missing-frequency": Example("goals: {strength: {sets: 2, reps: 8}}\n"),
    "picture-missing": Example("picture: {file: chiar.jpg, caption: Stand up}\n"),
    "unknown-code": Example("allow: {missing-sumary: it is short}\n"),
    "allowed-nothing": Example("allow: {jargon: they know it}\n"),
    "weeks-uncovered": Example(
        "sessions:\n  - session: One\n    per_week: {1: 2}\n    work: [{do: Walk, time: 5 min}]\n",
        kind="program",
    ),
    "days": Example(
        "sessions:\n  - session: One\n    days: [Mon, Mon]\n    work: [{do: Walk, time: 5 min}]\n",
        kind="program",
    ),
    "unknown-exercise": Example(
        "sessions:\n  - {session: One, per_week: 2, work: [{exercise: squat, sets: 2}]}\n",
        kind="program",
    ),
}
"""A file for each of many codes."""
