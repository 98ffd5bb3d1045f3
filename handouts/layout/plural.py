"""Plurals: which form of a word goes with a number, by the rules of its language.

Rules and the names of forms are those of Unicode's CLDR (UTS #35, part 3), for whole numbers:
``one: n = 1``, ``few: n % 100 = 3..10``, ``one: n = 0..1 or n = 5``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from handouts.dataclass import dataclass
from handouts.source.shape import Parsed, Unreadable, shortened

FORMS = ("zero", "one", "two", "few", "many", "other")
"""The names of forms. ``other`` is for all numbers that no rule is for."""

EXACT = frozenset(("zero", "one", "two"))
"""Forms that may leave out the number, for they say it themselves."""

Rule = Callable[[int], bool]

_RELATION = re.compile(r"n(?: ?% ?(\d+))? ?(!?=) ?(\d+(?:\.\.\d+)?(?:, ?\d+(?:\.\.\d+)?)*)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


def parse_rule(text: str) -> Rule:
    """Read a rule. Raises ``Unreadable``."""
    alternatives = [
        [_relation(part.strip(), text) for part in alternative.split(" and ")]
        for alternative in text.split(" or ")
    ]
    return lambda n: any(all(holds(n) for holds in relations) for relations in alternatives)


def _relation(text: str, rule: str) -> Rule:
    match = _RELATION.fullmatch(text)
    if match is None:
        raise Unreadable(f"is no rule: {shortened(rule)}", "write it like n % 100 = 3..10")
    divisor, sign, listed = match.groups()
    pieces = [piece.strip().partition("..") for piece in listed.split(",")]
    ranges = [range(int(low), int(high or low) + 1) for low, _, high in pieces]

    def holds(n: int) -> bool:
        value = n % int(divisor) if divisor else n
        return any(value in each for each in ranges) is (sign == "=")

    return holds


RULE = Parsed(parse_rule, r"^n( ?% ?\d+)? ?!?= ?\d", ("n = 1", "n % 100 = 3..10"))


@dataclass(frozen=True, slots=True)
class Plurals:
    """The rules of a language, by the form that each is for."""

    rules: Mapping[str, Rule]

    def form(self, figure: str, forms: Mapping[str, str]) -> str:
        """Give that of some forms which goes with a figure as it prints: ``3``, ``2–4``, ``5+``.

        A range goes with its last number, but never with a form that would say that number alone.
        """
        numbers = _FIGURE.findall(figure)
        if not numbers or not numbers[-1].isdecimal():
            return forms["other"]
        name = self._name(int(numbers[-1]))
        if name in EXACT and not figure.isdecimal():
            name = "few"
        return forms.get(name, forms["other"])

    def _name(self, number: int) -> str:
        return next((name for name, holds in self.rules.items() if holds(number)), "other")
