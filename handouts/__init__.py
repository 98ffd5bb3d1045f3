"""Printable exercise handouts: coaching cards, programs and regression sheets as tagged PDF."""
