"""Sets by goal."""

from handouts.layout.spec import Kind

KINDS: tuple[Kind, ...] = ()
