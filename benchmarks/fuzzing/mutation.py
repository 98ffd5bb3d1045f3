"""Mutations: sound bytes, texts and trees with something in them that should not be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from random import Random

Tree = str | int | float | None | list["Tree"] | dict[str, "Tree"]
"""What a YAML file holds, or a JSON file."""

Path = tuple[str | int, ...]
"""The keys and the numbers of items on the way to a part of a tree."""

NASTY = (
    *(
        "",
        " ",
        "~",
        "null",
        "true",
        "-",
        ":",
        "#",
        "*",
        "&a",
        "!!python/object:os.system",
        "|",
        ">",
    ),
    *("{x.__class__}", "{0}", "{", "}", "{client.client}", "%s%n%d", "${HOME}", "`id`", "$(id)"),
    *("<script>alert(1)</script>", "<b>&amp;", "[x](javascript:alert(1))", "**", "*a", "**a*b**c*"),
    *(
        "../../../etc/passwd",
        "/etc/passwd",
        "/dev/zero",
        "//server/x",
        "C:\\con",
        "~/x",
        "con.yaml",
    ),
    *("http://127.0.0.1:9/x.png", "file:///etc/passwd", "data:image/png;base64,AA", "javascript:1"),
    *(
        "0",
        "-1",
        "1e999",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "99999999999999999999",
        "½",
        "²",
        "٣",
    ),
    *(
        "3-4",
        "4-3",
        "3–4",
        "5+",
        "max",
        "12, 10, 8",
        "1:30",
        "1/0",
        "0/0",
        "100 kg",
        "75%",
        "RPE 8",
    ),
    *(
        "3-1-1-0",
        "2/day",
        "each",
        "2027-02-30",
        "0000-00-00",
        "9999-12-31",
        "Mon",
        "1-52",
        "1-9999",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\r",
        "\n\n",
        "\t",
        "\u2028",
        "\ud7ff",
    ),
    *("\u0645\u0631\u062d\u0628\u0627", "\u05e9\u05dc\u05d5\u05dd 12", "e" + "\u0301" * 60),
    *("\U0001f600", "\U0001f469\u200d\U0001f4bb", "\uffff", "\ufb03", "\u1e9e", "\u0130", "\u4e2d"),
    *("a" * 301, "a" * 5000, "a " * 3000, "W" * 90, "\u00ad" * 40, "-" * 200, "=cmd|' /C calc'!A0"),
    *("exercise", "sets", "when", "of", "extends", "body", "text", "figure", "auto", "fr", "100fr"),
    *(
        "1e-300",
        "-0",
        "1e308pt",
        "50%",
        "1000%",
        "0pt",
        "10mm",
        "1e9mm",
        "#FFF",
        "#000000",
        "#GGGGGG",
    ),
)
"""Texts that somewhere mean something else than themselves."""

BYTES = (
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x80",
    b"\xed\xa0\x80",
    b"\x1b",
    b"\r",
    b'"',
)
NUMBERS = (b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00")


def mutated_bytes(data: bytes, random: Random) -> bytes:
    """Bytes with a few of them changed, gone, come or come again."""
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        data = random.choice(_BYTE_STEPS)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(BYTES) + data[at:]


def _overwrite(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(NUMBERS) + data[at + 4 :]


def _cut(data: bytes, random: Random) -> bytes:
    start, length = random.randint(0, len(data)), random.choice((1, 4, 64, len(data)))
    return data[:start] + data[start + length :]


def _repeat(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    part = data[start : start + random.choice((1, 16, 256))]
    return data[:start] + part * random.choice((2, 3, 20)) + data[start:]


_BYTE_STEPS: Sequence[Callable[[bytes, Random], bytes]] = (
    *(_flip, _flip, _insert, _overwrite),
    *(_cut, _repeat),
)


def mutated_text(text: str, random: Random) -> str:
    """A text with a few nasty parts in it, and lines or words that have changed their place."""
    for _ in range(random.choice((1, 1, 2, 4))):
        text = random.choice(_TEXT_STEPS)(text, random)
    return text


def _with_nasty(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(NASTY) + text[at + random.choice((0, 0, 1, 8)) :]


_SIGNS: Sequence[str] = ("", *":-,{}[]\"'\n #")


def _without_sign(text: str, random: Random) -> str:
    signs = [at for at, sign in enumerate(text) if sign in _SIGNS]
    if not signs:
        return text
    at = random.choice(signs)
    return text[:at] + random.choice(_SIGNS) + text[at + 1 :]


def _with_lines_moved(text: str, random: Random) -> str:
    lines = text.split("\n")
    line = random.choice(lines)
    for _ in range(random.choice((0, 1, 1, 30))):
        lines.insert(random.randint(0, len(lines)), " " * random.choice((0, 0, 2)) + line)
    if random.random() < 0.3:
        lines.remove(line)
    return "\n".join(lines)


_TEXT_STEPS: Sequence[Callable[[str, Random], str]] = (
    _with_nasty,
    _with_nasty,
    _without_sign,
    _with_lines_moved,
)


def mutated_tree(tree: Tree, others: Sequence[Tree], random: Random) -> Tree:
    """A tree with a few of its parts changed: half of the trees in a way that may well be sound."""
    change = random.choice((_varied, _broken))
    for _ in range(random.choice((1, 1, 2, 4))):
        path = random.choice(_paths(tree))
        other = random.choice(others)
        tree = _replaced(tree, path, partial(change, path=path, other=other, random=random))
    return tree


def _varied(part: Tree, path: Path, other: Tree, random: Random) -> Tree:
    """A part as others have it under the same key, or a little less, more or other of itself."""
    alike = [each for each in _paths(other) if each[-1:] == path[-1:]]
    if alike and random.random() < 0.5:
        return _at(other, random.choice(alike))
    if isinstance(part, list):
        return [each for each in part for _ in range(random.choice((0, 1, 1, 1, 2)))]
    if isinstance(part, dict):
        return {key: value for key, value in part.items() if random.random() < 0.8}
    if number := _NUMBER.fullmatch(str(part)):
        factor = random.choice((-1, 0, 0.5, 1.1, 2, 10))
        return f"{float(number[1]) * factor:g}{number[2]}"
    words = str(part).split(" ")
    return " ".join(each for each in words for _ in range(random.choice((0, 1, 1, 1, 2))))


def _broken(part: Tree, path: Path, other: Tree, random: Random) -> Tree:
    """A part that most likely does not belong where it stands."""
    match random.randrange(7):
        case 0 | 1:
            return random.choice(NASTY)
        case 2:
            return _at(other, random.choice(_paths(other)))
        case 3:
            return [part] * random.choice((0, 1, 2, 60))
        case 4:
            return {random.choice(NASTY): part}
        case 5 if isinstance(part, dict):
            return {mutated_text(key, random): value for key, value in part.items()}
        case _:
            return mutated_text(part, random) if isinstance(part, str) else [part, part]


_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)( ?[a-z%]*)")


def _paths(tree: Tree) -> list[Path]:
    """The ways to all parts of a tree."""
    if not isinstance(tree, dict | list):
        return [()]
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [(), *((key, *path) for key, part in parts for path in _paths(part))]


def _at(tree: Tree, path: Sequence[str | int]) -> Tree:
    for key in path:
        if isinstance(tree, dict):
            tree = tree[str(key)]
        elif isinstance(tree, list):
            tree = tree[int(key)]
    return tree


def _replaced(tree: Tree, path: Path, change: Callable[[Tree], Tree]) -> Tree:
    if not path:
        return change(tree)
    key, rest = path[0], path[1:]
    if isinstance(tree, dict):
        return {k: _replaced(v, rest, change) if k == key else v for k, v in tree.items()}
    assert isinstance(tree, list)
    return [_replaced(v, rest, change) if k == key else v for k, v in enumerate(tree)]
