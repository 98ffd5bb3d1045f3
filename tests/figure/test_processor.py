"""A figure is drawn alike on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from posing import BRIDGE, CURL, PUSH_UP, figure

from handouts.figure.draw import draw
from handouts.figure.store import as_json

ROOT = Path(__file__).parents[2]
DRAW = """
from posing import BRIDGE, CURL, PUSH_UP, figure
from handouts.figure.draw import draw
from handouts.figure.store import as_json
for text in (BRIDGE, CURL, PUSH_UP):
    print(as_json(draw(figure(text))))
"""


def test_the_arithmetic_of_another_processor_makes_the_same_drawing() -> None:
    """Where numpy multiplies by OpenBLAS, its oldest code is asked for; elsewhere nothing is."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    environment = {**os.environ, "OPENBLAS_CORETYPE": "Nehalem", "PYTHONPATH": paths}
    done = subprocess.run(
        [sys.executable, "-c", DRAW], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.splitlines() == [
        as_json(draw(figure(text))) for text in (BRIDGE, CURL, PUSH_UP)
    ]
