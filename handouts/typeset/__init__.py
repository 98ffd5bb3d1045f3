"""Blocks to pages: fonts, shaping, line breaking, measuring, fitting and placing."""
