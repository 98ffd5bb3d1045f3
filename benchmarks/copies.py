"""Large libraries to measure with: the shipped exercises under changed names, drawings included."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from handouts import resources

_TITLE = re.compile(r"^exercise: .*$", re.MULTILINE)


def write_copies(count: int, folder: Path) -> None:
    """Write a library of ``count`` exercises into ``folder``; none has another's title or name.

    The first have their own names, which the links of all lead to.
    """
    shipped = resources.libraries("data")[0]
    files = [file for file in sorted((shipped / "exercises").glob("*.yaml")) if _is_original(file)]
    texts = [(file.stem, file.read_text(encoding="utf-8")) for file in files]
    shutil.copytree(shipped / "drawings", folder / "drawings")
    exercises = folder / "exercises"
    exercises.mkdir()
    for number in range(count):
        copy, place = divmod(number, len(texts))
        name, text = texts[place]
        if copy:
            name, text = f"{name}-{copy}", _TITLE.sub(rf"\g<0> {copy}", text, count=1)
        (exercises / f"{name}.yaml").write_text(text, encoding="utf-8")


def _is_original(file: Path) -> bool:
    """Whether a file is not a translation of another."""
    return "." not in file.stem
