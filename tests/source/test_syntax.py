"""The likely cause of broken YAML, in plain words, with the way to write it."""

from __future__ import annotations

import pytest

from handouts.source.problem import Problem
from handouts.source.yaml import parse


def first_problem(source: str) -> Problem:
    problem, *_ = parse(source.encode(), "a.yaml")[1]
    assert problem.code == "yaml"
    return problem


def marked(source: str, problem: Problem) -> str:
    place = problem.place
    assert place is not None
    line = source.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.length]


@pytest.mark.parametrize(
    "text",
    [
        "*Note* well",
        "**Bold** words",
        "*bold words",
        "* one",
        "& so on",
        "&amp; more",
        "!x!y z",
        "%50",
        "@home",
        "`code`",
        "| pipe",
        "> text",
        "] end",
    ],
)
@pytest.mark.parametrize("before", ["key: ", "key:\n  - "])
def test_text_that_begins_with_a_sign_of_yaml_is_to_be_quoted(before: str, text: str) -> None:
    source = f"{before}{text}\nother: x\n"
    problem = first_problem(source)
    assert problem.message == f"text cannot begin with {text[0]}, a sign of YAML's own"
    assert problem.hint == f'put the text in quotes: "{text}"'
    assert marked(source, problem) == text


def test_a_percent_sign_that_begins_the_file_is_no_directive() -> None:
    assert first_problem("%50 of it\n").message.startswith("text cannot begin with %")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Lift" your hips', "'\"Lift\" your hips'"),
        ("'Lift' your hips", "\"'Lift' your hips\""),
        ("'don't do'", '"don\'t do"'),
        ('"Lift" and don\'t drop', "'\"Lift\" and don''t drop'"),
    ],
)
def test_text_that_goes_on_after_a_quote_is_to_be_quoted_whole(text: str, quoted: str) -> None:
    problem = first_problem(f"tips:\n  - {text}\n  - x\n")
    assert problem.message == "the text goes on after its closing quote"
    assert problem.hint == f"put the whole text in quotes: {quoted}"
    node, problems = parse(f"tips:\n  - {quoted}\n".encode(), "a.yaml")
    assert node and not problems


CAUSES = {
    "a quote that never closes": ('a: "Lift\nb: x\n', '"Lift', "the quote that opens here is not"),
    "an apostrophe": ("a: 'Tis fine\nb: 1\n", "'Tis fine", "the quote that opens here is not"),
    "a quote closed by the next one": (
        'a: "Lift\nb: "x" y\n',
        '"Lift',
        "the quote that opens here is not",
    ),
    "a quote cut by a document": ('a: "b\n---\nc"\n', '"b', "the quote that opens here is not"),
    "a second colon": ("a: b: c\n", ":", "a second colon"),
    "a second colon in brackets": ("a: [b: c: d]\n", ":", "a second colon"),
    "no space after a colon": ("a:b\nc: d\n", ":", "no space after this colon"),
    "a key indented under text": ("a: b\n  c: d\n", "c: d", "this line is indented"),
    "a tab": ("a:\n\tb: c\n", "\t", "a tab"),
    "a tab before a dash": ("a:\n  - b\n\t- c\n", "\t", "a tab"),
    "a number sign in brackets": ("a: [band #2, x]\n", "#2, x]", "what follows the # is cut off"),
    "an open bracket": ("a: [x, y\nb: c\n", "[x, y", "the [ that opens here is not closed"),
    "an open bracket at the end": ("a: [x, y\n", "[x, y", "the [ that opens here is not closed"),
    "an open brace": ("a: {x: 1\nb: c\n", "{x: 1", "the { that opens here is not closed"),
    "the wrong bracket": ("a: [x, y}\n", "[x, y}", "the [ that opens here is closed by }"),
    "text after a bracket": ("a: [b] d\n", "d", "the text goes on after its closing bracket"),
    "a comma too many": ("a: [b,, c]\n", ",", "something is missing before ,"),
    "a line without a colon": ("a: b\nfoo\nc: d\n", "foo", "this line has no colon"),
    "a first line without a colon": ("foo\na: b\n", "foo", "this line has no colon"),
    "no space after a dash": ("tips:\n-a\n-b\n", "-a", "no space after this dash"),
    "a list beside its key": ("tips: - a\n", "- a", "a list cannot begin on the line of its key"),
    "a line without a dash": ("tips:\n  - a\n  b: c\n", "b: c", "this line stands among the items"),
    "a dash among keys": ("a: b\n- c\n", "- c", "a dash where a key should stand"),
    "a line out of line": ("a:\n  b: c\n d: e\n", "d: e", "this line does not line up"),
    "a line left of the first": (" a: b\nc: d\n", "c: d", "this line does not line up"),
    "a colon alone": (": b\n", ": b", "a colon without a key"),
    "a backslash": ('a: "\\d x"\n', "\\d", "the backslash"),
    "a file that goes on": ("a: b\n...\nc: d\n", "c: d", "the file goes on after its end"),
    "a long key": (f"{'a' * 2000}: b\n", f"{'a' * 2000}: b", "a key has at most 1024 characters"),
    "a question mark": ("a: ? b\n", "? b", "text cannot begin with ?"),
}


@pytest.mark.parametrize(("source", "text", "message"), CAUSES.values(), ids=CAUSES.keys())
def test_broken_yaml_names_its_cause_and_place(source: str, text: str, message: str) -> None:
    problem = first_problem(source)
    assert problem.message.startswith(message)
    assert marked(source, problem) == text
    assert problem.hint


def test_a_second_colon_shows_the_text_in_quotes() -> None:
    assert first_problem("- a: Kneel: up\n").hint == 'put the text in quotes: "Kneel: up"'


def test_a_comment_is_not_part_of_the_quoted_text() -> None:
    assert first_problem("a: @home # note\n").hint == 'put the text in quotes: "@home"'
