from __future__ import annotations

import subprocess
import sys

import pytest

MODULES = ("read", "describe", "store", "drawing", "strip", "arrange", "palette", "pose")


@pytest.mark.parametrize("module", MODULES)
def test_numpy_and_shapely_are_imported_only_to_draw(module: str) -> None:
    code = (
        f"import sys, handouts.figure.{module}; "
        "print([name for name in ('numpy', 'shapely') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
