"""The formats: for each a ``draft`` that makes an exercise in our keys of one of its records."""
