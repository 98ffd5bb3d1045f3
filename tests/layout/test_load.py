"""Layout files: what they inherit, and what is wrong with them, in its place."""

import re
from pathlib import Path

import pytest
from sheets import LAYOUTS, labels, layout, layout_of, layouts, problems_of

from handouts.layout import chain, declare
from handouts.layout.kind import KINDS
from handouts.layout.load import Layouts
from handouts.source.node import Node
from handouts.source.problem import Problem
from handouts.source.report import in_order
from handouts.source.yaml import read


def codes(text: str, folder: Path) -> list[str]:
    return [problem.code for problem in problems_of(text, folder)]


@pytest.mark.parametrize("name", layouts().names())
def test_every_shipped_layout_reads_without_a_problem(name: str) -> None:
    assert layout(name).name == name


def test_the_library_has_the_card_and_the_handout() -> None:
    assert {"card", "handout"} <= set(layouts().names())
    assert layout("card").default
    assert not layout("handout").default


def test_a_layout_of_three_lines_works(tmp_path: Path) -> None:
    mine = layout_of(
        "layout: mine\nfor: exercise\nbody: [{block: text, of: summary, style: body}]\n", tmp_path
    )
    assert mine.styles["title"].size == 31
    assert mine.most_pages is None


def test_a_token_is_changed_and_all_else_inherited(tmp_path: Path) -> None:
    mine = layout_of('layout: mine\nextends: card\ntokens: {accent: "#000000"}\n', tmp_path)
    assert mine.colours["accent"].green == 0
    assert mine.colours["ink"] == layout("card").colours["ink"]
    assert mine.body == layout("card").body
    assert not mine.default


def test_ones_own_token_replaces_what_a_paper_has_of_it_further_up(tmp_path: Path) -> None:
    papers = layout_of("layout: mine\nextends: card\ntokens: {section-gap: 16}\n", tmp_path).papers
    assert "section-gap" not in papers["a4"].tokens
    assert papers["a4"].tokens["cue-gap"] == 6


def test_what_a_layout_says_of_a_paper_itself_holds_on_that_paper(tmp_path: Path) -> None:
    text = (
        "layout: mine\nextends: card\ntokens: {section-gap: 16}\n"
        "paper: {a4: {tokens: {section-gap: 20}}}\n"
    )
    mine = layout_of(text, tmp_path)
    assert mine.tokens["section-gap"] == 16
    assert mine.papers["a4"].tokens["section-gap"] == 20


def test_a_larger_paper_on_its_side_stands_in_for_one_that_is_asked_for(tmp_path: Path) -> None:
    text = (
        "layout: mine\nextends: card\npaper: {letter: {size: tabloid, turned: true, margins: 9}}\n"
    )
    papers = layout_of(text, tmp_path).papers
    assert (papers["letter"].width, papers["letter"].height) == (1224, 792)
    assert papers["letter"].margins == (9, 9, 9, 9)
    assert (papers["a4"].width, papers["a4"].height) == (595.28, 841.89)


def test_a_style_is_changed_value_by_value(tmp_path: Path) -> None:
    mine = layout_of(
        "layout: mine\nextends: card\nstyles: {cue: {size: 12, leading: 16}}\n", tmp_path
    )
    assert (mine.styles["cue"].size, mine.styles["cue"].leading) == (12, 16)
    assert mine.styles["title"] == layout("card").styles["title"]


def test_a_named_block_is_changed(tmp_path: Path) -> None:
    mine = layout_of("layout: mine\nextends: card\nchange: {summary: {style: body}}\n", tmp_path)
    assert '"summary"' in repr(mine.body).replace("'", '"')
    assert mine.body != layout("card").body


@pytest.mark.parametrize(("word", "order"), [("before", [0, 1]), ("after", [1, 0])])
def test_blocks_go_before_and_after_a_named_one(
    word: str, order: list[int], tmp_path: Path
) -> None:
    new = "{block: text, name: new, of: progression, style: body}"
    mine = layout_of(f"layout: mine\nextends: card\n{word}: {{checkpoint: [{new}]}}\n", tmp_path)
    names = [spec.name for spec in mine.body]
    pair = [names.index("new"), names.index("checkpoint")]
    assert [pair.index(place) for place in sorted(pair)] == order
    assert abs(pair[0] - pair[1]) == 1


def test_a_file_is_read_once_however_many_layouts_extend_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files: list[str] = []

    def counted(path: Path, file: str) -> tuple[Node | None, list[Problem]]:
        files.append(path.name)
        return read(path, file)

    monkeypatch.setattr(chain, "read", counted)
    fresh = Layouts([LAYOUTS], labels())
    for name in fresh.names():
        fresh.load(name)
    assert sorted(files) == sorted(path.name for path in LAYOUTS.glob("*.yaml"))


def test_a_layout_that_extends_its_own_name_extends_the_one_that_it_hides(tmp_path: Path) -> None:
    (tmp_path / "card.yaml").write_text("layout: card\nextends: card\ntokens: {section-gap: 31}\n")
    own = Layouts([tmp_path, LAYOUTS], labels())
    found, problems = own.load("card")
    assert found is not None and not problems, problems
    assert found.tokens["section-gap"] == 31
    assert found.body == layout("card").body
    assert {tmp_path / "card.yaml", LAYOUTS / "card.yaml"} <= {*own.files("card")}
    by_path, problems = own.load(str(tmp_path / "card.yaml"))
    assert by_path is not None and not problems, problems


def test_a_layout_that_extends_its_own_name_and_hides_none_is_a_circle(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("layout: mine\nextends: mine\n")
    found, [problem] = Layouts([tmp_path, LAYOUTS], labels()).load("mine")
    assert found is None
    assert (problem.code, problem.message) == (
        "extends-circle",
        "layouts extend in a circle: mine → mine",
    )


def test_layouts_that_extend_in_a_circle_are_named(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("layout: one\nextends: two\n")
    (tmp_path / "two.yaml").write_text("layout: two\nextends: one\n")
    found, [problem] = Layouts([tmp_path, LAYOUTS], labels()).load("one")
    assert found is None
    assert problem.code == "extends-circle"
    assert "one → two → one" in problem.message
    assert problem.place is not None and problem.place.line == 2


def test_an_unknown_layout_has_a_suggestion() -> None:
    found, [problem] = layouts().load("crad")
    assert found is None
    assert problem.hint is not None and "card" in problem.hint


def test_a_layouts_name_is_no_way_out_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("layout: secret\n")
    (tmp_path / "inner").mkdir()
    for name in ("../secret", "..\\secret", ".secret"):
        found, [problem] = Layouts([tmp_path / "inner", LAYOUTS], labels()).load(name)
        assert found is None
        assert problem.code == "unknown-layout"


BODY = "layout: mine\nfor: exercise\nbody:\n  - "


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        (BODY + "{block: txet, of: summary, style: body}", "unknown-block", 4, 13),
        (BODY + "{block: text, of: sumary, style: body}", "unknown-field", 4, 19),
        (BODY + "{block: text, of: summary, style: bdy}", "unknown-style", 4, 32),
        (BODY + "{block: text, of: summary, style: body, sytle: x}", "unknown-key", 4, 45),
        (BODY + "{block: text, of: summary, style: body, when: fqa}", "unknown-field", 4, 45),
        (BODY + "{block: text, label: nothing, style: body}", "unknown-label", 4, 19),
        (BODY + "{block: space, height: gap}", "unknown-token", 4, 20),
        (BODY + "{block: rule, thickness: 1, colour: pink}", "unknown-colour", 4, 33),
        (BODY + "{block: row, tracks: [1fr], blocks: []}", "tracks", 4, 18),
        (BODY + "{block: row, tracks: [0fr], blocks: []}", "value", 4, 27),
        (BODY + "{block: steps, of: summary}", "wrong-field", 4, 20),
        (BODY + "{block: text, of: goals, style: body}", "wrong-field", 4, 19),
        (BODY + "{block: pictures, of: tags, height: 9}", "wrong-field", 4, 23),
        (BODY + "{block: text, of: muscles, style: body}", "wrong-field", 4, 19),
        (BODY + "{of: summary}", "missing-key", 4, 5),
        (BODY + "text", "wrong-kind", 4, 5),
        ("layout: mine\npages: two\n", "value", 2, 8),
        ("layout: mine\ntokens: {gap: 3 furlongs}\n", "value", 2, 15),
        ('layout: mine\ntokens: {ink: "#12345"}\n', "value", 2, 15),
        ("layout: mine\nstyles: {tiny: {size: 6, leading: 8}}\n", "type-floor", 2, 17),
        ("layout: mine\nstyles: {tight: {size: 12, leading: 8}}\n", "leading", 2, 18),
        ("layout: mine\nfit: [{leave out: nothing}]\n", "unknown-block", 2, 19),
        ("layout: mine\nextends: card\nfit: [{leave out: safety}]\n", "protected", 3, 19),
        ("layout: mine\nextends: card\nfit: [{leave out: cues}]\n", "protected", 3, 19),
        ("layout: mine\nfit: [{tokens: {gap: 3}}]\n", "unknown-token", 2, 17),
        ("layout: mine\nextends: card\nchange: {sumary: {style: body}}\n", "unknown-name", 3, 10),
        ("layout: mine\npaper: {a3: {margins: 20}}\n", "unknown-paper", 2, 9),
        ("layout: mine\npaper: {a4: {size: a5}}\n", "unknown-word", 2, 20),
        ("layout: mine\npaper: {a4: {margins: edge}}\n", "unknown-token", 2, 14),
        ('layout: mine\ntokens: {section-gap: "#FFFFFF"}\n', "token-kind", 2, 23),
        ("layout: mine\ntokens: {ink: 5}\n", "token-kind", 2, 15),
        (BODY + "{block: space, height: 3, priority: 1}", "missing-name", 4, 31),
        ("layout: mine\nstyles: {note: {colour: pnik}}\n", "unknown-colour", 2, 17),
        ("layout: mine\nfit: {styles: {cue: {colour: inc}}}\n", "unknown-colour", 2, 22),
        ("layout: mine\nextends: card\ntokens: {acent: 5}\n", "unused-name", 3, 10),
        ("layout: mine\nextend: crad\n", "unknown-layout", 2, 9),
        ("- a list\n", "wrong-kind", 1, 1),
        ("body: []\n", "missing-key", 1, 1),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    text: str, code: str, line: int, column: int, tmp_path: Path
) -> None:
    found = problems_of(text, tmp_path)
    assert code in [problem.code for problem in found], found
    [problem] = [problem for problem in found if problem.code == code]
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (line, column)
    assert problem.place.file.endswith("mine.yaml")


@pytest.mark.parametrize("word", declare._MEANT)
def test_another_word_for_what_a_block_does_leads_to_the_block(word: str, tmp_path: Path) -> None:
    [problem] = problems_of(BODY + f"{{block: {word}, of: summary}}\n", tmp_path)
    assert problem.hint
    assert problem.hint.startswith("write ")
    assert KINDS.keys() & set(re.split(r",? or |, | with", problem.hint.removeprefix("write ")))


def test_all_problems_are_found_at_once(tmp_path: Path) -> None:
    text = BODY + "{block: text, of: sumary, style: bdy}\n  - {block: txet}\n"
    assert "unknown-block" in codes(text, tmp_path)
    two = BODY + "{block: text, of: sumary, style: bdy}\n  - {block: text, style: bddy}\n"
    assert sorted(codes(two, tmp_path)) == ["unknown-field", "unknown-style", "unknown-style"]


def test_a_fault_hides_no_other_and_makes_none_up(tmp_path: Path) -> None:
    text = """\
layout: [mine]
for: exercise
tokens: {mine: red}
styles: {note: {size: 4, fnt: x}}
body:
  - {block: text, of: summary, style: nobody}
  - {block: stack, gap: mine, blocks: [{block: text, of: nothing, style: body}]}
  - {block: stack, name: [a], blocks: []}
  - {block: text, of: tips, style: body, instead of: a}
  - {block: txt}
"""
    told = in_order(problems_of(text, tmp_path))
    assert [(each.place.line, each.code) for each in told if each.place] == [
        (1, "wrong-kind"),
        (3, "value"),
        (4, "type-floor"),
        (4, "unknown-key"),
        (6, "unknown-style"),
        (7, "unknown-field"),
        (8, "wrong-kind"),
        (9, "wrong-field"),
        (10, "unknown-block"),
    ]


def test_the_files_of_a_layout_are_those_it_extends_wherever_they_may_come_to_lie(
    tmp_path: Path,
) -> None:
    beside, first = tmp_path / "beside", tmp_path / "first"
    beside.mkdir()
    mine = beside / "mine.yaml"
    mine.write_text("layout: mine\nextends: card\n", encoding="utf-8")
    assert Layouts([first, LAYOUTS], labels()).files(str(mine)) == [
        mine,
        *(folder / "card.yaml" for folder in (beside, first, LAYOUTS)),
        LAYOUTS / "base.yaml",
    ]


def test_a_layout_that_extends_in_a_circle_has_no_files(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("layout: mine\nextends: mine\n", encoding="utf-8")
    assert Layouts([tmp_path], labels()).files("mine") == []


@pytest.mark.parametrize("length", ["-3", "-5 mm", "1e9", "nan", "3 furlongs"])
def test_a_length_is_a_number_of_known_units_from_0_up(length: str, tmp_path: Path) -> None:
    assert codes(f"layout: mine\ntokens: {{cue-gap: {length}}}\n", tmp_path) == ["value"]


def test_nobody_puts_a_base_of_their_own_under_a_layout(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("layout: base\n")
    mine = layout_of("layout: mine\n", tmp_path)
    assert mine.styles == layout("card").styles


def test_blocks_of_a_priority_are_left_out_together(tmp_path: Path) -> None:
    blocks = (
        "{block: space, name: one, height: 3, priority: 1}, {block: space, name: two, height: 3}"
    )
    mine = layout_of(
        f"layout: mine\nbody: [{blocks}]\nfit: [{{leave out: priority 1}}]\n", tmp_path
    )
    assert mine.fit[0].leave_out == ("one",)


def test_a_condition_with_no_is_told_to_be_written_with_not(tmp_path: Path) -> None:
    text = BODY + "{block: text, of: summary, style: body, when: no faq}"
    [problem] = problems_of(text, tmp_path)
    assert problem.hint == "write not faq"


def test_steps_of_fitting_that_came_with_another_body_are_no_problem(tmp_path: Path) -> None:
    text = "layout: mine\nfor: exercise\nextends: card\nbody: [{block: steps, of: execution}]\n"
    assert problems_of(text, tmp_path) == []
    [problem] = problems_of(f"{text}fit: [{{leave out: tipps}}]\n", tmp_path)
    assert (problem.code, problem.place and problem.place.line) == ("unknown-block", 5)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("page: {margins: 40}", "paper: {letter: {margins: 28 36}"),
        ("type: {body: 12}", "styles: {body: {size: 12"),
        ("cut marks: no", "sheet: {cut marks: no}"),
    ],
)
def test_keys_that_people_expect_are_answered_with_what_to_write(
    tmp_path: Path, written: str, said: str
) -> None:
    (problem,) = problems_of(f"layout: mine\nextends: card\n{written}\n", tmp_path)
    assert problem.code == "unknown-key"
    assert said in (problem.hint or "")
    pasted = "paper: {letter: {margins: 28 36}, a4: {margins: 34 32}}\nsheet: {cut marks: no}\n"
    more = "styles: {body: {size: 12, leading: 16}}\n"
    assert problems_of(f"layout: mine\nextends: card\n{pasted}{more}", tmp_path) == []
