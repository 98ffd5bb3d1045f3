"""Layout definitions, and layouts × data to a tree of blocks."""
