"""However a licence is written, it prints by its short name, or as it was written."""

from __future__ import annotations

import pytest

from handouts.importers.format.credits import credit
from handouts.importers.format.licence import licence_name
from handouts.importers.record import Record
from handouts.model.credit import Credit


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("CC-BY-SA 4", "CC BY-SA 4.0"),
        ("cc by 3.0", "CC BY 3.0"),
        ("Creative Commons BY-NC-SA 4.0 International", "CC BY-NC-SA 4.0"),
        ("Creative Commons Attribution Share Alike 4", "CC BY-SA 4.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC BY-SA 4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"),
        ("http://creativecommons.org/licenses/by-nc/3.0/deed.de", "CC BY-NC 3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "public domain"),
        ("CC0", "CC0"),
        ("Public Domain", "Public Domain"),
        ("All rights reserved", "All rights reserved"),
        ("ask Ann", "ask Ann"),
    ],
)
def test_a_licence_has_a_short_name(written: str, name: str) -> None:
    assert licence_name(written) == name


@pytest.mark.parametrize(
    ("licence", "printed"),
    [
        ("CC BY 4.0", "Ann (CC BY 4.0, creativecommons.org/licenses/by/4.0)"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", None),
        ("public domain", None),
        ("the clinic's own", "Ann (the clinic's own)"),
        ("", "Ann"),
    ],
)
def test_what_a_licence_asks_for_is_printed_and_no_more(licence: str, printed: str | None) -> None:
    told = credit(Record({"author": "Ann", "licence": licence}), source=None)
    whose = Credit(**{key: str(value) for key, value in told.items()})
    assert (str(whose) if whose.is_owed else None) == printed
