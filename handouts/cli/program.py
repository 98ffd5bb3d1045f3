"""What starts the program, as the run at hand was started."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

SCRIPT = "make_pdfs.py"
"""The door of a checkout; what is installed is called ``handouts``."""


def program() -> str:
    """What to type before a command: ``handouts``, or ``python make_pdfs.py``."""
    script = sys.argv[0]
    return f"python {shlex.quote(script)}" if Path(script).name == SCRIPT else "handouts"
