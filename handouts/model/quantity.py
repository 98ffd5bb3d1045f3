"""Quantities as coaches write them: ``3``, ``3-4``, ``5+``, ``max``, ``12, 10, 8``, ``3-6 s``.

Numbers are decimals, never floats. ``str`` gives them with the signs of good typography: an en
dash in ranges, a no-break space before units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from handouts.dataclass import dataclass
from handouts.source.shape import Parsed, Unreadable, listed, shortened

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

SECONDS = {"s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s"}
TIME = {
    **SECONDS,
    **dict.fromkeys(("min", "mins", "minute", "minutes"), "min"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
}
DISTANCE = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("km", "kms"), "km"),
    **dict.fromkeys(("mi", "mile", "miles"), "mi"),
}
LOAD = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "lb"),
    "%": "%",
    "% tm": "% TM",
}
"""Unit words of each dimension, in lower case, with the unit they mean."""

LARGEST = {
    "": 10_000,
    "s": 86_400,
    "min": 1_440,
    "h": 24,
    "m": 100_000,
    "km": 1_000,
    "mi": 1_000,
    "kg": 2_000,
    "lb": 4_000,
    "%": 300,
    "% TM": 300,
}
"""The most that can be meant, by unit; more is a slip of the finger."""

_FRACTIONS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_NUMBER = r"\d+(?:\.\d+)?[¼½¾]?|[¼½¾]"
_UNIT = r"(?!to\b)[A-Za-z]+|%(?: ?[Tt][Mm]\b)?"
_AMOUNT = rf"({_NUMBER}) ?({_UNIT})?(?: ?(?:[-–—]|to) ?({_NUMBER}))? ?(\+)? ?({_UNIT})? ?(\+)?"
_EACH_SIDE = re.compile(
    r"\b(?:each|per|every|both|a) ?(?:side|leg|arm|hand|foot)s?\b", re.IGNORECASE
)
_AMOUNT_PATTERN = re.compile(_AMOUNT)
_ITEM = re.compile(r"[^,\s](?:[^,]*[^,\s])?")
_GLUED_COMMA = re.compile(r"\d,\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, or a range of them, with a unit.

    ``low`` and ``high`` are equal for a single number; ``high`` is ``None`` when it is open
    (``5+``), and both are when it is as much as can be done (``max``). A count has no ``unit``.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str = ""

    def __str__(self) -> str:
        unit = f"{'' if self.unit.startswith('%') else NO_BREAK_SPACE}{self.unit}"
        return f"{self.number}{unit.replace(' ', NO_BREAK_SPACE)}" if self.unit else self.number

    @property
    def number(self) -> str:
        """The number in words of print, without its unit: ``3–4``, ``5+``, ``max``."""
        if self.low is None:
            return "max"
        low = _decimal(self.low, self.unit)
        if self.high is None:
            return f"{low}+"
        return low if self.high == self.low else f"{low}–{_decimal(self.high, self.unit)}"


@dataclass(frozen=True, slots=True)
class Span:
    """One amount for all sets, or one for each set (``12, 10, 8``)."""

    amounts: tuple[Amount, ...]

    def __str__(self) -> str:
        first, *_ = self.amounts
        one_unit = all(amount.unit == first.unit for amount in self.amounts)
        if one_unit and not first.unit.startswith("%"):
            *rest, last = self.amounts
            return ", ".join([*(amount.number for amount in rest), str(last)])
        return ", ".join(map(str, self.amounts))

    @property
    def per_set(self) -> bool:
        """Whether each set has an amount of its own."""
        return len(self.amounts) > 1


def _decimal(value: Decimal, unit: str) -> str:
    """A number without needless zeros; halves of times as ``½``, which patients read better."""
    whole = int(value)
    if unit in TIME and value - whole == _FRACTIONS["½"]:
        return f"{whole or ''}½"
    return f"{value.normalize():f}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The grammar of one kind of quantity: calling it reads a text into a ``Span``.

    ``units`` are the words it may have; without any it is a bare number. ``verb`` goes with what
    is read in messages (reps run, a rest runs). Raises ``Unreadable``.
    """

    units: Mapping[str, str]
    examples: tuple[str, ...]
    whole: bool = False
    zero: bool = False
    per_set: bool = True
    maximum: bool = True
    verb: str = "runs"

    def __call__(self, text: str) -> Span:
        if glued := _GLUED_COMMA.search(text):
            raise self._comma(text, glued)
        items = list(_ITEM.finditer(text))
        if len(items) != text.count(",") + 1 or (len(items) > 1 and not self.per_set):
            raise self._unreadable(text, 0, len(text))
        unit = self._unit_for_all(items)
        return Span(tuple(self._amount(item, unit) for item in items))

    def shape(self) -> Parsed[Span]:
        """The shape that reads it."""
        amount = rf"(?:{_AMOUNT}|[Mm][Aa][Xx])" if self.maximum else rf"(?:{_AMOUNT})"
        amounts = rf"(?!.*\d,\d){amount}(?:\s*,\s*{amount})*" if self.per_set else amount
        with_unit = "(?=.*[A-Za-z%])" if self.units else ""
        pattern = f"^{with_unit}{amounts}$"
        return Parsed(self, pattern, self.examples)

    def _unit_for_all(self, items: list[re.Match[str]]) -> str:
        """The unit of the last of several amounts, when no other has one: ``20, 25, 30 kg``."""
        *rest, last = (_AMOUNT_PATTERN.fullmatch(item[0]) for item in items)
        if last is None or any(match and (match[2] or match[5]) for match in rest):
            return ""
        return last[5] or last[2] or ""

    def _amount(self, item: re.Match[str], unit_for_all: str) -> Amount:
        start, text = item.start(), item[0]
        if self.maximum and text.lower() == "max":
            return Amount(None, None)
        match = _AMOUNT_PATTERN.fullmatch(text)
        open_ended = match and (match[4] or match[6])
        if not match or (match[3] and open_ended):
            raise self._unreadable(text, start, len(text))
        unit = self._unit(match, start, unit_for_all)
        low = self._number(match[1], unit, start)
        if match[3] is None:
            return Amount(low, None if open_ended else low, unit)
        high = self._number(match[3], unit, start + match.start(3))
        if high <= low:
            raise self._backwards(match, start)
        return Amount(low, high, unit)

    def _unit(self, match: re.Match[str], start: int, unit_for_all: str) -> str:
        written = match[5] or match[2] or unit_for_all
        unit = self._meaning(written)
        if unit is None:
            group = 5 if match[5] else 2
            at = start + match.start(group) if match[group] else start
            raise self._wrong_unit(match[0], written, at)
        if match[2] and match[5] and (first := self._meaning(match[2])) != unit:
            if first is not None:
                raise _two_units(match[0], start, first, unit)
            raise self._wrong_unit(match[0], match[2], start + match.start(2))
        return unit

    def _meaning(self, written: str) -> str | None:
        if not self.units:
            return None if written else ""
        return self.units.get(re.sub(r"% ?(?=t)", "% ", written.lower()))

    def _number(self, written: str, unit: str, start: int) -> Decimal:
        fraction = _FRACTIONS.get(written[-1])
        whole = Decimal((written[:-1] or "0") if fraction else written)
        value = whole + (fraction or 0)
        if value > LARGEST[unit]:
            message = f"cannot be so much: {shortened(written)}"
            hint = f"{LARGEST[unit]:,} {unit}".rstrip() + " is the most"
            raise Unreadable(message, hint, start, len(written), "dose-size")
        if value == 0 and not self.zero:
            hint = "write at least 1, or take the key out"
            raise Unreadable("cannot be 0", hint, start, len(written), "dose-zero")
        if self.whole and value != int(value):
            message = f"must be a whole number: {written}"
            raise Unreadable(message, None, start, len(written), "dose-number")
        return value

    def _backwards(self, match: re.Match[str], start: int) -> Unreadable:
        written = match[0]
        low, high, tail = match[1], match[3], written[match.end(3) :]
        if low == high:
            message, hint = f"{self.verb} from {low} to {high}", f"write {low}{tail}"
        else:
            message, hint = f"{self.verb} backwards: {written}", f"write {high}-{low}{tail}"
        return Unreadable(message, hint, start, len(written), "dose-range")

    def _wrong_unit(self, text: str, written: str, start: int) -> Unreadable:
        if not self.units:
            message = f"cannot have a unit: {shortened(text)}"
            side = ", and side: each" if _EACH_SIDE.search(text) else ""
            hint = f"write the number alone{side}"
            return Unreadable(message, hint, start, len(written), "dose-unit")
        units = list(dict.fromkeys(self.units.values()))
        if not written:
            number = text.rstrip("+")
            hint = f"write {listed(f'{number} {unit}' for unit in units)}".replace(" %", "%")
            message = f"needs a unit: {text}"
            return Unreadable(message, hint, start, len(text), "dose-unit")
        message = f"cannot be in {shortened(written)}"
        return Unreadable(message, f"write {listed(units)}", start, len(written), "dose-unit")

    def _comma(self, text: str, glued: re.Match[str]) -> Unreadable:
        message = f"can be read in two ways: {shortened(text)}"
        one, other = text.replace(",", "."), re.sub(r",(?=\d)", ", ", text)
        hint = f"write {other}"
        if text.count(",") == 1:
            hint = f"write {one}, or {other} for two sets"
        return Unreadable(message, hint, glued.start(), len(glued[0]), "dose-number")

    def _unreadable(self, text: str, start: int, length: int) -> Unreadable:
        message = f"cannot be read: {shortened(text)}"
        return Unreadable(message, f"write it like {listed(self.examples)}", start, length, "dose")


def _two_units(written: str, start: int, first: str, second: str) -> Unreadable:
    hint = f"write both numbers in {first} or both in {second}"
    return Unreadable(f"has two units: {written}", hint, start, len(written), "dose-unit")
