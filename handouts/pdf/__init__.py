"""Pages to the bytes of a tagged PDF: the only room that knows the format.

Nothing is measured, wrapped or chosen here. ``printer`` is the way in; ``document`` lays out the
file, ``content`` writes what is painted, ``structure`` what it means.
"""
