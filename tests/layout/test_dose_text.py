"""How often, in words of print."""

import pytest
from sheets import labels

from handouts.layout.dose_text import how_often
from handouts.model.dose import Dose, parse_frequency


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1/week", "once a week"),
        ("daily", "once a day"),
        ("2/day", "2\N{NO-BREAK SPACE}times a day"),
        ("1-2/week", "1–2\N{NO-BREAK SPACE}times a week"),
    ],
)
def test_how_often_reads_as_people_say_it(written: str, printed: str) -> None:
    assert how_often(Dose(frequency=parse_frequency(written)), labels()) == printed
