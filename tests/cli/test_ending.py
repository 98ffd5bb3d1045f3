import pytest

from handouts.cli.ending import Exit, exit_for
from handouts.source.problem import Problem, Severity

ERROR = Problem("dose-range", "reps run backwards: 10-6")
WARNING = Problem("missing-link", "no such exercise", severity=Severity.WARNING)
UNREADABLE = Problem("unreadable-file", "cannot be read: permission denied")
UNWRITABLE = Problem("unwritable-file", "out/x.pdf cannot be written: no space left on device")
BUG = Problem("bug", "handouts failed")


@pytest.mark.parametrize(
    ("problems", "code"),
    [
        ([], Exit.DONE),
        ([WARNING], Exit.DONE),
        ([WARNING, ERROR], Exit.INPUT),
        ([ERROR, UNREADABLE], Exit.DISK),
        ([UNWRITABLE, ERROR], Exit.DISK),
        ([UNWRITABLE, BUG, ERROR], Exit.BUG),
    ],
)
def test_the_gravest_error_decides_the_exit_code(problems: list[Problem], code: Exit) -> None:
    assert exit_for(problems) is code


def test_the_codes_are_those_that_scripts_rely_on() -> None:
    assert {exit.name: exit.value for exit in Exit} == {
        "DONE": 0,
        "INPUT": 1,
        "COMMAND": 2,
        "DISK": 3,
        "BUG": 70,
        "INTERRUPTED": 130,
    }
