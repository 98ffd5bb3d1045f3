"""YAML text to values that know where they stand, and the problems found on the way."""
