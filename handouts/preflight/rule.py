"""A rule: what a problem's code stands for, and why it is worth somebody's time."""

from __future__ import annotations

from handouts.dataclass import dataclass
from handouts.source.problem import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What one code of a problem means.

    ``finds`` says what is found, ``why`` what would come of it on paper or in somebody's training,
    ``mend`` what to do. ``severity`` is that of the gravest problem of this code. ``source`` names
    the standard, the paper or the guideline that the rule comes from, where it has one. An error
    that ``may_warn`` is a warning in places.
    """

    code: str
    finds: str
    why: str
    mend: str
    severity: Severity = Severity.ERROR
    source: str | None = None
    may_warn: bool = False

    @property
    def can_be_allowed(self) -> bool:
        """Whether a file may silence it: warnings alone can be."""
        return self.may_warn or self.severity is Severity.WARNING
