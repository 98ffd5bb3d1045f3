"""The bidirectional algorithm (Unicode Standard Annex #9): how deep each character is embedded.

Even levels run left to right, odd ones right to left. Of the rules, X1 to X10, W1 to W7, N0 to N2,
I1 and I2 are here, and L2 for whatever stands on a line; L1 is left to who knows where lines end,
and mirrored characters (L4) to the shaper. No library that is kept up gives levels: python-bidi
gives reordered text alone, or does not know isolates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple
from unicodedata import bidirectional

from handouts.dataclass import dataclass

DEEPEST = 125
"""The deepest level of embedding (BD2)."""

MOST_BRACKETS = 63
"""Opening brackets that may be open at once, before all are taken for mere signs (BD16)."""

Strong = Literal["L", "R"]

_ISOLATE, _END = "\u2066", "\u2069"

_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_EMBEDDINGS = frozenset(("LRE", "RLE", "LRO", "RLO"))
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_NEUTRAL = frozenset(("WS", "ON", "PDI")) | _ISOLATES
_BLANK = {"B": "WS", "S": "WS"}
"""A text is one paragraph: what would part it is a blank, as it prints."""

_BRACKETS = "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟦⟧⟨⟩⟪⟫⦃⦄⦅⦆⸢⸣⸤⸥⸨⸩〈〉《》「」『』【】〔〕〖〗（）［］｛｝"
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}

_UNIT = r"(?:[ \u00a0\u202f]?[A-Za-z]+)?"
_NUMBER = rf"(?:(?<!\w)[+−-])?(?:\([0-9]+\)|[0-9]+(?:[.,:/][0-9]+)*)[%°′″+]?{_UNIT}"
_EXPRESSION = re.compile(
    rf"((?:(?<![A-Za-z])[A-Za-z]+[ \u00a0\u202f])?{_NUMBER}"
    rf"(?:[ \u00a0\u202f]?(?:[-–—−×/±@][ \u00a0\u202f]?)?{_NUMBER})*)"
)
"""Numbers with what goes between them and the Latin words beside them: loads, doses, telephones."""


def base_level(text: str, mirrored: bool) -> int:
    """Give a paragraph's level: its page's, unless all of its letters run the other way.

    The first letter does not say it (as P2 has it): a sentence may begin with a foreign name. And
    what is all foreign, such as an address, keeps its full stop at its own end.
    """
    classes = set(map(bidirectional, text))
    if classes.isdisjoint(("R", "AL")):
        return 0
    return 1 if mirrored or "L" not in classes else 0


def embedding_levels(text: str, base: int) -> list[int]:
    """Give the level of each character of a paragraph whose own level is ``base``.

    Expressions of numbers are isolated as if that had been written (HL3): ``3–4 × 8`` reads the
    same way in any text.
    """
    parts = _EXPRESSION.split(text)
    if len(parts) == 1:
        return levels(text, base)
    marked = "".join(
        f"{_ISOLATE}{part}{_END}" if index % 2 else part for index, part in enumerate(parts)
    )
    found = iter(levels(marked, base))
    kept: list[int] = []
    for index, part in enumerate(parts):
        isolated = index % 2
        if isolated:
            next(found)
        kept += [next(found) for _ in part]
        if isolated:
            next(found)
    return kept


def levels(text: str, base: int) -> list[int]:
    """Give the level of each character by the rules alone; what prints nothing has its neighbour's.

    ``base`` is the level of the paragraph, 0 or 1.
    """
    explicit = _Explicit(text, base)
    resolved = explicit.levels
    for sequence in list(_sequences(explicit, base)):  # all of them before any level changes
        _resolve(sequence, text, explicit)
    last = base
    for index, kind in enumerate(explicit.written):
        if kind in _REMOVED:
            resolved[index] = last
        last = resolved[index]
    return resolved


def visual_order(levels: Sequence[int]) -> list[int]:
    """Give the order in which what has these levels stands from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        turned: list[int] = []
        for deep, run in groupby(order, key=lambda index: levels[index] >= level):
            indices = list(run)
            turned += reversed(indices) if deep else indices
        order = turned
    return order


class _Status(NamedTuple):
    """An embedding that is open: its level, the class that it forces on characters, if any."""

    level: int
    override: Strong | None = None
    isolate: bool = False


class _Explicit:
    """Embeddings and isolates as they are written (X1 to X8).

    ``written`` are the characters' own classes, ``classes`` those that overrides leave;
    ``partners`` leads from an isolate to its end.
    """

    def __init__(self, text: str, base: int) -> None:
        self.written = [_class_of(character) for character in text]
        self.classes = list(self.written)
        self.partners = _partners(self.written)
        self._open = [_Status(base)]
        self._too_deep_isolates = self._too_deep_embeddings = 0
        self.levels = [self._level(index, kind) for index, kind in enumerate(self.written)]

    def _level(self, index: int, kind: str) -> int:
        if kind in _EMBEDDINGS:
            self._embed(kind)
        elif kind == "PDF":
            self._end_embedding()
        elif kind in _ISOLATES:
            level = self._own(index)
            self._isolate(index, kind)
            return level
        elif kind == "PDI":
            self._end_isolate()
        return self._own(index)

    def _own(self, index: int) -> int:
        """Give a character the level and the override that it stands in."""
        level, override, _ = self._open[-1]
        if override and self.written[index] not in _REMOVED:
            self.classes[index] = override
        return level

    def _next(self, kind: str) -> int:
        """Give the next deeper level in the direction of a control."""
        level = self._open[-1].level
        return (level + 1) | 1 if kind in ("RLE", "RLO", "RLI") else (level + 2) & ~1

    def _embed(self, kind: str) -> None:
        level = self._next(kind)
        if level > DEEPEST or self._too_deep_isolates or self._too_deep_embeddings:
            self._too_deep_embeddings += not self._too_deep_isolates
            return
        override: dict[str, Strong] = {"LRO": "L", "RLO": "R"}
        self._open.append(_Status(level, override.get(kind)))

    def _end_embedding(self) -> None:
        if self._too_deep_isolates:
            return
        if self._too_deep_embeddings:
            self._too_deep_embeddings -= 1
        elif not self._open[-1].isolate and len(self._open) > 1:
            self._open.pop()

    def _isolate(self, index: int, kind: str) -> None:
        if kind == "FSI":
            end = self.partners.get(index, len(self.written))
            kind = "RLI" if _first_strong(self.written[index + 1 : end]) == "R" else "LRI"
        level = self._next(kind)
        if level > DEEPEST or self._too_deep_isolates or self._too_deep_embeddings:
            self._too_deep_isolates += 1
        else:
            self._open.append(_Status(level, isolate=True))

    def _end_isolate(self) -> None:
        if self._too_deep_isolates:
            self._too_deep_isolates -= 1
        elif any(status.isolate for status in self._open):
            self._too_deep_embeddings = 0
            while not self._open.pop().isolate:
                pass


def _class_of(character: str) -> str:
    kind = bidirectional(character) or "L"
    return _BLANK.get(kind, kind)


def _partners(classes: Sequence[str]) -> dict[int, int]:
    """Match isolates with their ends (BD9)."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            partners[waiting.pop()] = index
    return partners


def _first_strong(classes: Sequence[str]) -> Strong | None:
    """Give the direction of the first letter that is not within an isolate (P2, P3)."""
    depth = 0
    for kind in classes:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return "L" if kind == "L" else "R"
    return None


@dataclass(slots=True, eq=False)
class _Sequence:
    """Characters of one level that are read as if they stood together (BD13).

    ``before`` and ``after`` are the directions at its ends.
    """

    indices: list[int]
    level: int
    before: Strong = "L"
    after: Strong = "L"

    @property
    def direction(self) -> Strong:
        """The direction of the embedding."""
        return _direction(self.level)


def _direction(level: int) -> Strong:
    return "R" if level % 2 else "L"


def _sequences(explicit: _Explicit, base: int) -> Iterator[_Sequence]:
    """Give the isolating run sequences, and the directions at their ends (X10)."""
    kept = [index for index, kind in enumerate(explicit.written) if kind not in _REMOVED]
    levels = explicit.levels
    place = {index: at for at, index in enumerate(kept)}
    for sequence in _joined_runs(kept, explicit):
        first, last = place[sequence.indices[0]], place[sequence.indices[-1]]
        open_ended = explicit.written[kept[last]] in _ISOLATES
        before = levels[kept[first - 1]] if first else base
        after = base if open_ended or last + 1 == len(kept) else levels[kept[last + 1]]
        sequence.before = _direction(max(before, sequence.level))
        sequence.after = _direction(max(after, sequence.level))
        yield sequence


def _joined_runs(kept: Sequence[int], explicit: _Explicit) -> Sequence[_Sequence]:
    """Join runs of one level that isolates part."""
    sequences: list[_Sequence] = []
    going_on: dict[int, _Sequence] = {}
    for level, run in groupby(kept, key=explicit.levels.__getitem__):
        indices = list(run)
        sequence = going_on.pop(indices[0], None)
        if sequence is None:
            sequence = _Sequence([], level)
            sequences.append(sequence)
        sequence.indices += indices
        if (end := explicit.partners.get(indices[-1])) is not None:
            going_on[end] = sequence
    return sequences


def _resolve(sequence: _Sequence, text: str, explicit: _Explicit) -> None:
    """Resolve one sequence: weak characters, brackets, what is neutral, then the levels."""
    characters = [text[index] for index in sequence.indices]
    written = [explicit.classes[index] for index in sequence.indices]
    classes = _weak(written, sequence.before)
    _pair_brackets(characters, written, classes, sequence)
    _neutral(classes, sequence)
    for index, kind in zip(sequence.indices, classes, strict=True):
        odd = sequence.level % 2
        if kind == "R":
            explicit.levels[index] += 1 - odd
        else:
            explicit.levels[index] += odd if kind == "L" else 2 - odd


def _weak(written: Sequence[str], before: Strong) -> list[str]:
    """Resolve marks and numbers with what goes with them (W1 to W7)."""
    classes = list(written)
    last: str = before
    for index, kind in enumerate(classes):  # W1
        if kind == "NSM":
            classes[index] = "ON" if last == "PDI" or last in _ISOLATES else last
        last = classes[index]
    strong: str = before
    for index, kind in enumerate(classes):  # W2, W3
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            classes[index] = "AN"
        elif kind == "AL":
            classes[index] = "R"
    _separators(classes)
    strong = before
    for index, kind in enumerate(classes):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            classes[index] = "L"
    return classes


def _separators(classes: list[str]) -> None:
    """Take separators and terminators to the numbers they belong to (W4 to W6)."""
    for index in range(1, len(classes) - 1):  # W4
        one, kind, other = classes[index - 1 : index + 2]
        if one == other and ((kind == "ES" and one == "EN") or kind == "CS"):
            classes[index] = one if one in ("EN", "AN") else kind
    start = 0
    for kind, run in groupby(list(classes)):  # W5
        stop = start + len(list(run))
        if kind == "ET" and "EN" in (
            *classes[max(start - 1, 0) : start],
            *classes[stop : stop + 1],
        ):
            classes[start:stop] = ["EN"] * (stop - start)
        start = stop
    for index, kind in enumerate(classes):  # W6
        if kind in ("ES", "ET", "CS"):
            classes[index] = "ON"


def _pair_brackets(
    characters: Sequence[str], written: Sequence[str], classes: list[str], sequence: _Sequence
) -> None:
    """Give both brackets of a pair the direction of what is in them, or goes before (N0)."""
    for opening, closing in _pairs(characters, classes):
        inside = {_COUNTS_AS.get(kind) for kind in classes[opening + 1 : closing]} - {None}
        direction: Strong | None = sequence.direction if sequence.direction in inside else None
        if direction is None and inside:
            before = next(filter(None, map(_COUNTS_AS.get, classes[opening - 1 :: -1])), None)
            context = before if opening and before else sequence.before
            direction = context if context in inside else sequence.direction
        if direction is not None:
            for at in (opening, closing):
                classes[at] = direction
                _follow(written, classes, at)


def _follow(written: Sequence[str], classes: list[str], at: int) -> None:
    """Give marks that stand on a bracket its direction."""
    for index in range(at + 1, len(classes)):
        if written[index] != "NSM":
            return
        classes[index] = classes[at]


def _pairs(characters: Sequence[str], classes: Sequence[str]) -> list[tuple[int, int]]:
    """Find the pairs of brackets, in the order of their first ones (BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for index, (character, kind) in enumerate(zip(characters, classes, strict=True)):
        if kind != "ON":
            continue
        if character in _CLOSING:
            if len(opened) == MOST_BRACKETS:
                return []
            opened.append((character, index))
        elif character in _OPENING:
            matches = [at for at, (each, _) in enumerate(opened) if each == _OPENING[character]]
            if matches:
                pairs.append((opened[matches[-1]][1], index))
                del opened[matches[-1] :]
    return sorted(pairs)


_COUNTS_AS: Mapping[str, Strong] = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""The direction that a class has among what is neutral."""


def _neutral(classes: list[str], sequence: _Sequence) -> None:
    """Give what is neutral the direction on both of its sides, else that of the embedding (N1)."""
    start = 0
    for neutral, run in groupby(list(classes), key=_NEUTRAL.__contains__):
        stop = start + len(list(run))
        if neutral:
            before = _COUNTS_AS.get(classes[start - 1]) if start else sequence.before
            after = _COUNTS_AS.get(classes[stop]) if stop < len(classes) else sequence.after
            direction = before if before == after and before else sequence.direction
            classes[start:stop] = [direction] * (stop - start)
        start = stop
