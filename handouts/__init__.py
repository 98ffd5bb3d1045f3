"""Printable exercise handouts: coaching cards, programs and regression sheets as tagged PDF."""

__version__ = "0.1.0"
