"""The library and the layouts that a command works on."""

from __future__ import annotations

from handouts import resources
from handouts.layout.labels import load_labels
from handouts.layout.load import Layouts


def open_layouts() -> Layouts:
    """The layouts that names on the command line are looked up in."""
    return Layouts(resources.libraries("layouts"), load_labels(resources.labels(), "en"))
