"""What tests of the documents share: each manual, followed once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from docs.manual import MANUALS, Step, follow


@pytest.fixture(scope="session")
def followed() -> Mapping[Path, list[Step]]:
    """What came of each manual."""
    return {path: follow(path.read_text("utf-8")) for path in MANUALS}
