"""Credits: what is owed prints, and where, is told in words."""

from __future__ import annotations

import pytest
from sheets import exercise, labels

from handouts.layout.sheet import Sheet
from handouts.model.credit import Credit


@pytest.mark.parametrize(
    ("credit", "line"),
    [
        (
            Credit(author="Ann", licence="CC BY-SA 4.0", source="https://www.example.org/9/"),
            "Ann, example.org/9 (CC BY-SA 4.0, creativecommons.org/licenses/by-sa/4.0)",
        ),
        (Credit(author="Ann", licence="MIT"), "Ann (MIT)"),
        (Credit(source="A Book, 1999"), "A Book, 1999"),
        (Credit(licence="CC BY 4.0"), "CC BY 4.0, creativecommons.org/licenses/by/4.0"),
        (Credit(), ""),
    ],
)
def test_a_credit_says_whose_from_where_and_on_what_terms(credit: Credit, line: str) -> None:
    assert str(credit) == line


@pytest.mark.parametrize("licence", ["CC0", "CC0 1.0", "cc-0", "Unlicense", "Public domain"])
def test_who_gave_up_all_rights_is_owed_nothing(licence: str) -> None:
    assert not Credit(author="Ann", licence=licence).is_owed


@pytest.mark.parametrize("licence", [None, "CC BY 4.0", "CC BY-SA 3.0", "All rights reserved"])
def test_everybody_else_is_owed_a_line(licence: str | None) -> None:
    assert Credit(author="Ann", licence=licence).is_owed


def test_a_sheet_has_the_credits_that_are_owed_once() -> None:
    ann = "{author: Ann, licence: CC BY 4.0}"
    one = f"exercise: A\nexecution: [Sit.]\ncredit: [{ann}, {ann}, {{licence: CC0}}, {{}}]\n"
    two = "exercise: B\nexecution: [Sit.]\ncredit: {author: Bob}\n"
    sheet = Sheet(exercise(one), labels())
    line = "Ann (CC BY 4.0, creativecommons.org/licenses/by/4.0)"
    assert sheet.value("credits") == (line,)
    gathered = Sheet(
        exercise(one), labels(), gathered=(sheet, Sheet(exercise(two), labels()), sheet)
    )
    assert gathered.value("credits") == (line, "Bob")
