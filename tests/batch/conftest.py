"""What tests of the batch share: a library of many small exercises."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts import resources
from handouts.batch.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a run over eight exercises, ``a`` to ``h``."""
    folder = tmp_path / "data" / "exercises"
    folder.mkdir(parents=True)
    for name in "abcdefgh":
        text = f"exercise: Exercise {name}\nexecution: [Move.]\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Settings(
        data=(tmp_path / "data",),
        layouts=resources.libraries("layouts"),
        labels=resources.labels(),
        fonts=resources.fonts(),
    )
