"""Cards from layouts and data: everything there, in order, within the page, and never too small."""

import string
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import exercise, labels, laid_out, layout, layout_of, lines_of, text_of, width_of

from handouts.layout.sheet import Sheet
from handouts.model.brand import Brand
from handouts.model.client import Client
from handouts.model.exercise import Cue, Exercise
from handouts.source.problem import Place
from handouts.typeset.page import Element, Line, Page
from handouts.typeset.typeset import Typeset

FULL = """
exercise: Wall Push-Up
category: Push
level: beginner
tags: [wall, shoulders]
summary: Push away from a wall.
muscles: {primary: [chest], secondary: [arms, shoulders]}
equipment: [wall]
safety: Stop at sharp pain.
goals:
  strength: {sets: 3-4, reps: 4-6, note: slow}
  endurance: {sets: 2, reps: 12-15, rest: 60 s}
progression: Step further back.
setup:
  - Face the wall: Stand an arm away.
  - Place your hands: As wide as your shoulders.
execution:
  - Bend your elbows: Bring the chest near the wall.
  - Push back: Slowly.
checkpoint: One straight line.
tips:
  - Keep still: Only the arms move.
  - Avoid shrugging: Shoulders stay low.
faq:
  - How often?: Three days a week.
easier: [breathing]
harder: [knee-push-up]
"""


def card(text: str, client: Client | None = None, brand: Brand | None = None) -> Typeset:
    sheet = Sheet(exercise(text), labels(), client or Client(), brand or Brand())
    return laid_out(sheet)


def roles(element: Element) -> Iterator[str]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield kid.role
            yield from roles(kid)


def test_everything_stands_on_the_card_in_reading_order() -> None:
    text = text_of(card(FULL))
    parts = [
        "Push · Beginner",
        "Wall Push-Up",
        "Push away from a wall.",
        "Chest",
        "arms, shoulders",
        "Form checkpoint",
        "Setup 1 Face the wall. Stand an arm away. 2 Place your hands.",
        "Safety: Stop at sharp pain.",
        "Execution 1 Bend your elbows.",
        "Strength 3–4\u00a0× 4–6 slow".replace("\u00a0", " "),
        "Endurance 2 × 12–15 rest 60 s",
        "To progress: Step further back.",
        "Breathing",
        "Knee push up",
        "Keep still. Only the arms move.",
        "not medical advice",
    ]
    text = text.replace("\u00a0", " ")
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)
    assert "Three days a week" not in text


def test_the_structure_has_headings_lists_and_a_table() -> None:
    result = card(FULL)
    assert result.pages is not None
    found = list(roles(result.pages.structure))
    assert found.count("H1") == 1
    assert found.count("H2") == 5
    assert found.count("Lbl") >= 4
    assert {"Table", "TR", "TH", "TD", "L", "LI", "LBody"} <= set(found)
    outline = [(entry.level, entry.title) for entry in result.pages.outline]
    assert outline[:2] == [(0, "Wall Push-Up"), (1, "Setup")]


def test_the_handout_has_the_questions_on_its_back() -> None:
    result = laid_out(Sheet(exercise(FULL), labels()), "handout")
    assert result.pages is not None
    assert len(result.pages.pages) == 2
    text = text_of(result)
    assert "How often? Three days a week." in text
    assert "overleaf" in text and "Page 2 of 2" in text
    assert text.count("not medical advice") == 2


def test_the_clients_goal_is_large_and_the_others_stay() -> None:
    result = card(
        FULL, client=Client(client="Jo", goal="Endurance", coach="Max", note="Mind the wrist.")
    )
    text = text_of(result)
    assert "Your goal 2 sets × 12–15 reps" in text.replace("\u00a0", " ")
    assert "Strength" in text
    assert all(word in text for word in ("Jo", "Max", "Mind the wrist."))
    assert result.pages is not None
    sizes = {round(line.size, 2) for line in lines_of(result.pages.pages[0])}
    assert 22 in sizes


def test_a_brand_adds_its_words_and_its_colour() -> None:
    brand = Brand(
        name="North & Co.", contact=("12 Mill Lane",), disclaimer="Call 112.", footer="See you"
    )
    text = text_of(card(FULL, brand=brand))
    assert all(part in text for part in ("North & Co.", "12 Mill Lane", "Call 112.", "See you"))


def test_markup_in_text_is_text() -> None:
    text = text_of(card("exercise: A <b>&amp; %s {x}\nexecution: ['<script>1 < 2 & 3']\n"))
    assert "A <b>&amp; %s {x}" in text
    assert "<script>1 < 2 & 3" in text


def test_bold_and_italic_are_the_only_marks() -> None:
    result = card("exercise: X\nexecution: ['A **bold** and *slanted* 2 * 3 * 4 **open']\n")
    assert "A bold and slanted 2 * 3 * 4 **open" in text_of(result)
    assert result.pages is not None
    faces = {
        (word.font.weight, word.font.italic)
        for line in lines_of(result.pages.pages[0])
        for word in line.words
        if word.text in ("bold", "slanted")
    }
    assert faces == {(700, False), (400, True)}


def test_sections_without_content_have_no_heading() -> None:
    text = text_of(card("exercise: X\nexecution: [Do it.]\n"))
    assert "Setup" not in text and "How much" not in text and "Tips" not in text


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_layout_that_forgets_safety_and_disclaimer_gets_them(tmp_path: Path, paper: str) -> None:
    mine = layout_of(
        "layout: mine\nfor: exercise\nheader: []\nfooter: []\nalways: []\n"
        "body: [{block: heading, of: exercise, style: title}]\n",
        tmp_path,
    )
    result = laid_out(Sheet(exercise(FULL), labels(), paper=paper), chosen=mine)
    text = text_of(result)
    assert "Stop at sharp pain." in text
    assert "not medical advice" in text


SAFETY = "{block: callout, of: safety, style: safety}"


@pytest.mark.parametrize(
    "body",
    [
        "[{block: callout, of: safety, style: safety, when: video}]",
        "[{block: stack, when: video, blocks: [" + SAFETY + "]}]",
        "[{block: space, name: gone, height: 1}, {block: stack, instead of: gone, blocks: ["
        + SAFETY
        + "]}]",
    ],
)
def test_safety_that_stands_there_only_at_times_is_not_enough(body: str, tmp_path: Path) -> None:
    body = body.replace("[", "[{block: text, of: exercise, style: body}, ", 1)
    mine = layout_of(f"layout: mine\nfor: exercise\nbody: {body}\n", tmp_path)
    text = text_of(laid_out(Sheet(exercise(FULL), labels()), chosen=mine))
    assert text.count("Stop at sharp pain.") == 1


def test_a_disclaimer_in_the_body_is_not_enough_where_there_are_more_pages(tmp_path: Path) -> None:
    after = "{block: text, of: summary, style: body}"
    body = "[{block: disclaimer, style: footer}, {block: page break}, " + after + "]"
    for pages, count in (("exactly 1", 1), ("any", 3)):
        text = (
            f"layout: mine\nfor: exercise\nheader: []\nfooter: []\npages: {pages}\nbody: {body}\n"
        )
        chosen = layout_of(
            text if count > 1 else text.replace(", {block: page break}", ""), tmp_path
        )
        result = laid_out(Sheet(exercise(FULL), labels()), chosen=chosen)
        assert text_of(result).count("not medical advice") == count


def test_a_card_that_cannot_fit_names_the_longest_part_and_by_how_much() -> None:
    text = "exercise: X\nexecution:\n" + ("  - " + "word " * 150 + "\n") * 12
    result = card(text)
    assert result.pages is None
    [problem] = result.problems
    assert problem.code == "too-long"
    assert "execution" in problem.message and "points" in problem.message
    assert problem.place is not None and problem.place.line == 2


def test_a_note_that_makes_a_card_too_long_is_told_where_it_was_written() -> None:
    place = Place("clients.csv", 3, 20)
    client = Client(note="Mind the wrist. " * 500, places={"note": place})
    [problem] = card(FULL, client).problems
    assert "its tallest parts are note (" in problem.message
    assert "too long for one page of " in problem.message
    assert problem.place == place


def test_a_note_stays_where_nearly_everything_else_gives_way() -> None:
    result = card(FULL, Client(note="Mind the wrist. " * 140))
    assert "tips" in result.left_out
    assert text_of(result).count("Mind the wrist.") == 140


def test_a_note_stands_below_the_cues_where_there_is_no_setup() -> None:
    text = "exercise: X\nexecution:\n" + "  - Go.\n" * 30
    result = card(text, Client(note="Mind the wrist."))
    assert "Mind the wrist." in text_of(result)


def within(page: Page, margins: tuple[float, float, float, float]) -> None:
    """Every line of text inside the margins, and no two over one another."""
    top, end, bottom, start = margins
    boxes = []
    for line in lines_of(page):
        right = line.x + width_of(line)
        upper, lower = line.y - 0.72 * line.size, line.y + 0.2 * line.size
        assert line.x >= start - 0.1 and right <= page.width - end + 0.1, line
        assert upper >= top - 1 and lower <= page.height - bottom + 1, line
        boxes.append((upper, lower, line.x, right, line))
    boxes.sort(key=lambda box: box[0])
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other[0] > one[1] - 0.5:
                break
            overlapping = one[2] < other[3] - 0.5 and other[2] < one[3] - 0.5
            assert not overlapping, (spelled(one[4]), spelled(other[4]))


def spelled(line: Line) -> str:
    return "".join(word.text for word in line.words)


ALPHABET = string.ascii_letters + "äßéжλ’-–,.()<&*%"
WORDS = st.sampled_from(["a", "the", "hips", "slowly", "hamstrings"]) | st.text(
    ALPHABET, min_size=1, max_size=16
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
CUES = st.lists(st.builds(Cue, st.none() | SENTENCES, SENTENCES), max_size=9).map(tuple)
TEXTS = st.none() | SENTENCES
SHEETS = st.builds(
    Exercise,
    exercise=st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    category=TEXTS,
    tags=st.lists(WORDS, max_size=6).map(tuple),
    summary=TEXTS,
    equipment=st.lists(WORDS, max_size=6).map(tuple),
    safety=TEXTS,
    progression=TEXTS,
    setup=CUES,
    execution=CUES,
    checkpoint=TEXTS,
    tips=CUES,
    faq=CUES,
    disclaimer=TEXTS,
)


@settings(max_examples=60, deadline=None)
@given(SHEETS, st.sampled_from(["letter", "a4"]), st.sampled_from(["card", "handout"]))
def test_whatever_is_written_stays_on_the_page_or_is_a_problem(
    item: Exercise, paper: str, name: str
) -> None:
    result = laid_out(Sheet(item, labels(), paper=paper), name)
    if result.pages is None:
        assert [problem.code for problem in result.problems] == ["too-long"]
        return
    chosen = layout(name)
    assert len(result.pages.pages) <= (chosen.most_pages or 99)
    for page in result.pages.pages:
        within(page, chosen.papers[paper].margins)
        assert all(line.size >= 8.6 for line in lines_of(page))
    assert result.type_size >= 9.5
    text = "".join(text_of(result).split())
    kept = [item.safety, item.checkpoint, *(cue.detail for cue in (*item.setup, *item.execution))]
    for sentence in filter(None, kept):
        assert "".join(sentence.replace("*", "").split()) in text.replace("*", "")


def test_lines_are_a_leading_apart() -> None:
    result = card("exercise: X\nexecution: ['" + "word " * 60 + "']\n")
    assert result.pages is not None
    cues = [line for line in lines_of(result.pages.pages[0]) if line.size == 10.5 and line.x > 50]
    steps = {round(b.y - a.y, 2) for a, b in pairwise(cues) if b.y > a.y and b.x == a.x}
    assert steps == {14.0}


def test_how_often_is_said_once_when_it_is_the_same_for_all_goals() -> None:
    same = "{sets: 3, reps: 8, frequency: 2/week}"
    text = "exercise: X\nexecution: [Go.]\ngoals:\n  one: " + same + "\n  two: " + same + "\n"
    assert text_of(card(text)).count("times a week") == 1
    other = text.replace("2/week", "3/week", 1)
    assert text_of(card(other)).count("times a week") == 2


def test_a_dose_that_does_not_say_how_often_leaves_a_line_to_write_on() -> None:
    text = "exercise: X\nexecution: [Go.]\ngoals: {one: {sets: 3, reps: 8}}\n"
    assert "Days a week:" in text_of(card(text))


def test_a_block_higher_than_a_page_is_said_where_any_number_of_pages_will_do(
    tmp_path: Path,
) -> None:
    body = "[{block: lines, count: 80}, {block: text, of: summary, style: body}]"
    mine = layout_of(f"layout: mine\nfor: exercise\npages: any\nbody: {body}\n", tmp_path)
    result = laid_out(Sheet(exercise(FULL), labels()), chosen=mine)
    [problem] = result.problems
    assert problem.code == "too-long"
    assert "None" not in problem.message and "a page" in problem.message


def test_a_page_number_may_have_any_label(tmp_path: Path) -> None:
    footer = "[{block: page number, label: figure-of, style: footer}]"
    body = (
        "[{block: text, of: summary, style: body}, {block: page break}, {block: space, height: 9}]"
    )
    text = f"layout: mine\nfor: exercise\npages: any\nbody: {body}\nfooter: {footer}\n"
    chosen = layout_of(text, tmp_path)
    assert laid_out(Sheet(exercise(FULL), labels()), chosen=chosen).pages is not None


def test_the_address_of_a_video_is_a_link_in_words() -> None:
    result = card(FULL + "video: https://example.org/push\n")
    assert "example.org/push" in text_of(result)
    assert result.pages is not None
    links = result.pages.pages[0].links
    assert [link.address for link in links] == ["https://example.org/push"] * 2


def test_what_is_too_long_and_has_no_name_is_told_where_the_item_begins(tmp_path: Path) -> None:
    text = (
        "layout: mine\nfor: exercise\npages: exactly 1\n"
        "body: [{block: steps, of: execution, style: cue, columns: 9}]\n"
        "styles: {cue: {size: 40, leading: 90}}\n"
    )
    result = laid_out(
        Sheet(exercise("# A remark\n" + FULL), labels()), chosen=layout_of(text, tmp_path)
    )
    (problem,) = result.problems
    assert problem.code == "too-long"
    assert "of mine by" in problem.message
    assert problem.place and problem.place.line == 3
