"""Line breaking: nothing wider than the measure, nothing lost, nothing alone."""

from hypothesis import given
from hypothesis import strategies as st
from setting import shaper

from handouts.typeset.text import Setting, ShapedText, Shaper

PLAIN = shaper().setting((400, False, False), 0.0, 1.0, "ink")
BOLD = shaper().setting((700, False, False), 0.0, 1.0, "ink")

WORDS = st.lists(st.text("abcdefghijk-mnop", min_size=1, max_size=14), min_size=1, max_size=40)


def shaped(*texts: str, settings: tuple[Setting, ...] = (PLAIN,)) -> ShapedText:
    return shaper().shape(texts, settings)


def set_text(text: ShapedText, measure: float, balance: bool = False) -> list[str]:
    broken, lines = text.lines(measure, shaper(), balance)
    return [
        "".join(word.text for words, _, _ in broken.stretches(line) for word in words)
        for line in lines
    ]


@given(WORDS, st.floats(3, 60))
def test_no_line_is_wider_than_the_measure(words: list[str], measure: float) -> None:
    broken, lines = shaped(" ".join(words)).lines(measure, shaper())
    assert all(line.width <= measure + 1e-6 for line in lines)
    assert broken.atoms


@given(WORDS, st.floats(1, 60), st.booleans())
def test_every_character_is_set_once_and_in_order(
    words: list[str], measure: float, balance: bool
) -> None:
    text = " ".join(words)
    lines = set_text(shaped(text), measure, balance)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(WORDS, st.floats(2, 40), st.floats(2, 40))
def test_lines_for_a_measure_do_not_depend_on_what_was_measured_before(
    words: list[str], first: float, second: float
) -> None:
    text = " ".join(words)
    fresh = set_text(Shaper(shaper().fonts).shape((text,), (PLAIN,)), second)
    used = shaped(text)
    used.lines(first, shaper())
    assert used is shaped(text)
    assert set_text(used, second) == fresh


def test_a_word_does_not_stand_alone_on_the_last_line() -> None:
    text = shaped("lower the body slowly until the hands touch down lightly")
    for tenths in range(60, 260):
        lines = set_text(text, tenths / 10)
        if len(lines) > 1 and len(lines[-2].split()) > 2:
            assert len(lines[-1].split()) > 1 or tenths < 90, (tenths / 10, lines)


def test_a_line_ends_in_a_space_where_the_next_one_goes_on() -> None:
    lines = set_text(shaped("one two three four five six"), 6.0)
    assert len(lines) > 1
    assert all(line.endswith(" ") for line in lines[:-1])
    assert not lines[-1].endswith(" ")


def test_a_word_longer_than_the_measure_is_cut_between_letters() -> None:
    lines = set_text(shaped("www.example.com/averyverylongaddress"), 5.0)
    assert len(lines) > 2
    assert "".join(lines) == "www.example.com/averyverylongaddress"


def test_a_measure_narrower_than_a_letter_sets_letter_below_letter() -> None:
    for measure in (0.1, 0.0, -3.0):
        assert set_text(shaped("hips up"), measure) == ["h", "i", "p", "s ", "u", "p"]


def test_a_line_may_break_after_a_hyphen_between_letters_but_not_in_a_range() -> None:
    assert set_text(shaped("self-assisted"), 4.5) == ["self-", "assisted"]
    widest = shaped("3–4 10-12").lines(100.0, shaper())[0].width
    assert set_text(shaped("3–4 10-12"), widest * 0.9) == ["3–4 ", "10-12"]


def test_runs_that_touch_are_not_broken_apart() -> None:
    text = shaped("bold", "ly done", settings=(BOLD, PLAIN))
    assert set_text(text, text.width * 0.9) == ["boldly ", "done"]


def test_a_line_of_two_settings_has_a_stretch_for_each() -> None:
    text = shaped("Start tall. ", "Kneel upright.", settings=(BOLD, PLAIN))
    broken, [line] = text.lines(100.0, shaper())
    first, second = broken.stretches(line)
    assert (first[1], second[1]) == (BOLD, PLAIN)
    assert first[2] == 0.0
    assert second[2] > 0.0


def test_balanced_lines_are_of_like_length() -> None:
    text = shaped("Self-Assisted Inverse Leg Curl on the Floor")
    measure = text.width * 0.9
    _, ragged = text.lines(measure, shaper())
    _, balanced = text.lines(measure, shaper(), balance=True)
    assert len(balanced) == len(ragged) == 2
    assert max(line.width for line in balanced) < max(line.width for line in ragged)


def test_empty_text_has_no_lines() -> None:
    assert set_text(shaped(""), 10.0) == []
