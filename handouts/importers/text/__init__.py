"""Texts of other people, in HTML, Markdown or plain, to what a card says.

``markup`` gives the passages of a text, ``directions`` makes a summary, cues and tips of them,
``cues`` and ``dosing`` read what stands in a cell or an item of a list.
"""
