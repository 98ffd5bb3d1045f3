"""What tests of every room share."""

from __future__ import annotations

from collections.abc import Callable

import page
import pdf_walk
import pytest


@pytest.fixture(scope="session")
def check_pdf() -> Callable[[bytes], None]:
    """Give the check that every PDF made in a test goes through: both standards, and the walk."""
    return _check


def _check(data: bytes) -> None:
    for profile in ("ua1", "2a"):
        report = page.validate_pdf_bytes(data, profile=profile)
        failures = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
        assert report.is_compliant, "\n".join((profile, *failures))
    pdf_walk.check(data)
