"""Importers: other people's exercises to our YAML.

``reading`` gives the ``Record``s of a file, a ``Format`` makes a ``Draft`` of each, ``library``
turns drafts into files that our own reader takes, and says of everything else where it stayed.
``text`` reads what people have written, in whatever record it stands.
"""
