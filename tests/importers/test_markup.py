"""HTML and Markdown become passages, and no word of them is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.importers.text.markup import Passage, from_html, from_markdown

WORDS = st.text("abc ñ<&", min_size=1, max_size=12)


def test_lists_heads_and_paragraphs_are_passages_of_their_kind() -> None:
    html = "<h3>Steps</h3><p>First this.</p><ol><li>Bend</li><li>Rise</li></ol><ul><li>Breathe</ul>"
    passages, lost = from_html(html)
    assert passages == [
        Passage("head", "Steps"),
        Passage("paragraph", "First this."),
        Passage("step", "Bend"),
        Passage("step", "Rise"),
        Passage("item", "Breathe"),
    ]
    assert lost == []


def test_a_line_break_parts_passages_and_a_bold_paragraph_is_a_head() -> None:
    passages, _ = from_html("<p><strong>Tips:</strong><br>One<br/>Two</p>")
    assert [(each.kind, each.text) for each in passages] == [
        ("head", "**Tips:**"),
        ("paragraph", "One"),
        ("paragraph", "Two"),
    ]


def test_emphasis_stands_close_to_its_words() -> None:
    passages, _ = from_html("Keep <b> very </b>still and <em>slow</em>, 3*4")
    assert passages[0].text == "Keep **very** still and *slow*, 3*4"


def test_italics_within_a_word_leave_no_stars() -> None:
    assert from_html("un<i>even</i>ly")[0][0].text == "unevenly"


def test_what_is_not_text_is_told() -> None:
    passages, lost = from_html(
        '<script>alert(1)</script>Go<img src="a.png" alt="A squat"><a href="https://x.org">on</a>'
    )
    assert " ".join(each.text for each in passages) == "Go on" or passages[0].text == "Goon"
    assert lost == ["alert(1)", "a.png", "A squat", "https://x.org"]


def test_a_picture_in_a_sentence_does_not_part_it() -> None:
    passages, lost = from_html('Look <img src="a.png" alt="A squat"> ahead<br>Go')
    assert [each.text for each in passages] == ["Look ahead", "Go"]
    assert lost == ["a.png", "A squat"]


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("Go<!-- keep low --> on", ["keep low"]),
        ("<![CDATA[hidden]]>Go on", ["hidden"]),
        ("<?php echo 1 ?>Go on", ["php echo 1 ?"]),
        ('<abbr title="Range of motion">Go</abbr> on', ["Range of motion"]),
        ('<input value="typed" placeholder="type">Go on', ["typed", "type"]),
        ("Go on<script>never closed. Words", ["never closed. Words"]),
    ],
)
def test_words_that_do_not_print_are_told(html: str, left: list[str]) -> None:
    passages, lost = from_html(html)
    assert [each.text for each in passages] == ["Go on"]
    assert lost == left


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("<tr><th>Sets<th>Reps</tr><tr><td> 3 </td>\n<td>10</td></tr>", ["Sets: 3, Reps: 10"]),
        ("<tr><td>a</td><td><p>b</p><p>c</p></td></tr><tr><td>d</td></tr>", ["a, b c", "d"]),
        ("<tr><th>Sets</th><td>3</td></tr>", ["Sets, 3"]),
        ("<tr><th>A</th><th>B</th></tr><tr><td>c</td></tr>", ["A, B", "c"]),
        ("<tr><th>A</th></tr>", ["A"]),
        ("<tr><th>A</th><th></th></tr><tr><td></td><td>x</td></tr>", ["A, x"]),
    ],
)
def test_a_row_of_a_table_is_an_item_that_says_what_its_cells_are(
    rows: str, lines: list[str]
) -> None:
    passages, _ = from_html(f"<p>Before</p><table>{rows}</table>After")
    items = [Passage("item", line) for line in lines]
    assert passages == [Passage("paragraph", "Before"), *items, Passage("paragraph", "After")]


def test_a_table_in_markdown_is_one() -> None:
    passages, _ = from_markdown("| Sets | Reps |\n|---|---|\n| 3 | 10 |\n\nRest")
    assert passages == [Passage("item", "Sets: 3, Reps: 10"), Passage("paragraph", "Rest")]


def test_a_line_with_a_bold_beginning_is_a_paragraph_of_its_own_in_markdown() -> None:
    passages, _ = from_markdown("**Grip:** firm\nand dry\n**Feet**: wide")
    assert [each.text for each in passages] == ["**Grip:** firm and dry", "**Feet**: wide"]


def test_a_year_at_the_start_of_a_line_is_no_number_of_a_list() -> None:
    assert from_markdown("1986. A great year")[0] == [Passage("paragraph", "1986. A great year")]


def test_broken_markup_loses_no_word() -> None:
    for html in ("a <b", "<!-- open x", "<p>one<p>two<li>three", "</p>x</div>", "2<3 & 5>4"):
        passages, lost = from_html(html)
        kept = " ".join([*(each.text for each in passages), *lost])
        assert set(re.findall(r"\w+", html)) - {"p", "div", "li"} <= set(re.findall(r"\w+", kept))


def test_depth_is_no_danger() -> None:
    passages, _ = from_html("<div>" * 3000 + "deep" + "</div>" * 3000)
    assert [each.text for each in passages] == ["deep"]


def test_markdown_lists_and_emphasis_are_read() -> None:
    passages, lost = from_markdown("Intro **now**\n\n1. Bend\n2. Rise\n\n- Breathe")
    assert passages == [
        Passage("paragraph", "Intro **now**"),
        Passage("step", "Bend"),
        Passage("step", "Rise"),
        Passage("item", "Breathe"),
    ]
    assert lost == []


def test_what_markdown_drops_for_its_depth_is_told() -> None:
    passages, lost = from_markdown("> " * 200 + "hidden")
    assert "hidden" in " ".join([*(each.text for each in passages), *lost])


@given(st.lists(WORDS, max_size=6))
def test_html_of_any_escaped_words_gives_them_back(words: list[str]) -> None:
    from html import escape

    passages, _ = from_html("".join(f"<p>{escape(word)}</p>" for word in words))
    assert [each.text for each in passages] == [" ".join(w.split()) for w in words if w.strip()]


TAGS = (
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "</th>", "<p>", "</p>"),
    *("<ul><li>", "</ul>", "<b>", "</b>", "<br>", "<i>", "</i>"),
)


@given(st.lists(st.sampled_from((*TAGS, "one", "two")), max_size=25))
def test_no_order_of_tags_loses_or_doubles_a_word(parts: list[str]) -> None:
    text = "".join(
        f"{part}{number} " if part[0] != "<" else part for number, part in enumerate(parts)
    )
    passages, _ = from_html(text)
    words = sorted(re.findall(r"\w+", re.sub("<[^>]*>", " ", text)))
    said = " ".join(passage.text for passage in passages)
    if "<th>" in parts:
        assert {*words} <= {*re.findall(r"\w+", said)}
    else:
        assert sorted(re.findall(r"\w+", said)) == words


@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    for passages, _ in (from_html(text), from_markdown(text)):
        assert all(each.text == each.text.strip() and each.text for each in passages)
