"""Any layout that the language can say is set, or it is told in its place why not."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import LAYOUTS, NoArtwork, exercise, labels, layout, shaper

from handouts.layout.compose import compose
from handouts.layout.kind import KINDS
from handouts.layout.load import Layouts
from handouts.layout.sheet import Sheet, paths
from handouts.pdf.printer import Printer
from handouts.source.shape import Choice, Field, ListOf, Parsed
from handouts.typeset.typeset import typeset_all

TOLD = exercise("""\
exercise: Told
category: Strength
level: beginner
tags: [one, two]
summary: What it is for.
muscles: {primary: [hamstrings], secondary: [calves]}
equipment: [chair]
safety: Stop when it hurts.
goals: {strength: {sets: 3, reps: 8, frequency: 3/week}, control: {sets: 2, reps: 4-6}}
progression: One more each week.
setup: [Sit down., "Feet flat: Both of them."]
execution: [Stand up., Sit down slowly.]
checkpoint: Knees over toes.
tips: [Breathe., Do not hurry.]
faq: [{How often?: Three times a week.}]
video: https://example.org/told
""")
PLAIN = {"label": list(labels().words), "lead": list(labels().words), "text": ["words"]}


def block(random: Random, depth: int = 0) -> str:
    """A block with some of its properties, and others within it where it holds any."""
    kind = KINDS[random.choice(list(KINDS))]
    within = [block(random, depth + 1) for _ in range(random.randrange(4 if depth < 3 else 1))]
    said = [f"block: {kind.word}"]
    for field in kind.record.fields[1:]:
        if field.key == "blocks":
            said.append(f"blocks: [{', '.join(within)}]")
        elif field.key == "tracks":
            tracks = [random.choice(["1fr", "auto", "30", "20%"]) for _ in within]
            said.append(f"tracks: [{', '.join(tracks)}]")
        elif field.required or random.random() < (0.8 if field.key == "of" else 0.2):
            said += [f"{field.key}: {value}" for value in values(field, random)]
    return "{" + ", ".join(said) + "}"


def values(field: Field, random: Random) -> list[str]:
    """A value for a property, none for what is not tried."""
    base = layout("card")
    if field.key.endswith("style"):
        return [random.choice(list(base.styles))]
    if field.key in ("colour", "fill"):
        return [random.choice(list(base.colours))]
    if field.key == "of":
        return [random.choice(sorted(paths("exercise")))]
    if field.key == "when":
        return [random.choice(["yes", "no", "faq", "not faq", "neither figure nor picture"])]
    if field.key in PLAIN:
        return [random.choice(PLAIN[field.key])]
    match field.shape:
        case Choice(values=words):
            return [random.choice(list(words))]
        case Parsed(examples=examples):
            return [random.choice([*examples, "0", "1", "300"])]
        case ListOf(item=Choice(values=words)):
            return [f"[{', '.join(random.sample(list(words), random.randint(0, len(words))))}]"]
    return []


@settings(max_examples=150, deadline=None)
@given(random=st.randoms(use_true_random=False), grid=st.booleans())
def test_a_layout_is_set_or_told_why_not(
    random: Random,
    grid: bool,
    check_pdf: Callable[[bytes], None],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("layouts") / "mine.yaml"
    text = f"layout: mine\nfor: exercise\nbody:\n  - {block(random)}\n"
    file.write_text(text, encoding="utf-8")
    chosen, problems = Layouts([LAYOUTS], labels()).load(str(file))
    assert all(each.place and each.place.file == str(file) for each in problems), problems
    assert all(each.hint for each in problems), problems
    if chosen is None:
        return
    documents, _ = compose(chosen, Sheet(TOLD, labels(), grid=grid), NoArtwork())
    if not documents:
        return
    result = typeset_all(documents, shaper())
    if result.pages is None:
        assert [each.code for each in result.problems] == ["too-long"]
    else:
        check_pdf(Printer().print(result.pages))
