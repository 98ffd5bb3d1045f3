"""Line breaks in scripts that have no spaces: Chinese and Japanese (UAX 14, classes ID, CL, OP).

A line may break on either side of an ideograph, but none begins with closing punctuation or ends
with opening punctuation (kinsoku shori, JIS X 4051).
"""

from __future__ import annotations

import re

_IDEOGRAPHS = (
    "\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_NOT_FIRST = (
    "、。，．：；？！・…‥ー〜～々〻ヽヾゝゞ）」』】》〉〕〗〙〛］｝｠｣’”)\\]}%,.:;!?％℃°"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ–—"
)
_NOT_LAST = "（「『【《〈〔〖〘〚［｛｟｢‘“(\\[{"

_BREAK = re.compile(
    f"(?:(?<=[{_IDEOGRAPHS}])|(?=[{_IDEOGRAPHS}]))(?<![{_NOT_LAST}])(?![{_NOT_FIRST}])(?<!^)(?!$)"
)


def parted(text: str) -> list[str]:
    """Part what has no spaces in it wherever a line may break."""
    return _BREAK.split(text)
