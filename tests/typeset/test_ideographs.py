"""Line breaks in text without spaces: between ideographs, but not before closing punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.typeset.ideographs import parted

TEXT = st.text("抬起臀部はいガーっ、。（）「」abc3–4%:", max_size=30)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("抬起臀部", ["抬", "起", "臀", "部"]),
        ("慢（慢）。", ["慢", "（慢）。"]),
        ("保持3–4秒abc", ["保", "持", "3–4", "秒", "abc"]),
        ("ガーッと", ["ガーッ", "と"]),
        ("abc", ["abc"]),
    ],
)
def test_text_parts_where_a_line_may_break(text: str, parts: list[str]) -> None:
    assert parted(text) == parts


@given(TEXT)
def test_no_part_begins_with_what_closes_or_ends_with_what_opens(text: str) -> None:
    parts = parted(text)
    assert "".join(parts) == text
    assert not any(part.startswith(("、", "。", "）", "」", "ー", "っ")) for part in parts[1:])
    assert not any(part.endswith(("（", "「")) for part in parts[:-1])
    assert all(parts) or not text
