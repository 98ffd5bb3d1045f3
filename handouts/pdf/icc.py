"""The colour profile of every file: sRGB, described in a few hundred bytes (ICC.1:2010).

Made here and not taken from a library, whose profiles carry the day they were made.
"""

from __future__ import annotations

from struct import pack

_D50 = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (
    (0.43607, 0.22249, 0.01392),
    (0.38515, 0.71687, 0.09708),
    (0.14307, 0.06061, 0.71410),
)
_BRADFORD_D65_TO_D50 = (
    *(1.04788, 0.02292, -0.05022),
    *(0.02959, 0.99048, -0.01707),
    *(-0.00925, 0.01508, 0.75168),
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_DATED = (2024, 1, 1, 0, 0, 0)


def srgb() -> bytes:
    """Give an sRGB display profile (IEC 61966-2-1) of ICC version 4.3."""
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("CC0"),
        b"wtpt": _xyz(_D50),
        b"chad": b"sf32" + bytes(4) + _fixed(*_BRADFORD_D65_TO_D50),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _tag_table(tags)
    return _header(128 + len(table) + len(data)) + table + data


def _header(size: int) -> bytes:
    return b"".join(
        (
            pack(">I4sI", size, bytes(4), 0x04300000),
            b"mntrRGB XYZ ",
            pack(">6H", *_DATED),
            b"acsp",
            bytes(28),
            _fixed(*_D50),
            bytes(48),
        )
    )


def _tag_table(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Give the table and the data it points into; tags of the same data share it."""
    start = 128 + 4 + 12 * len(tags)
    table, data, places = [pack(">I", len(tags))], b"", dict[bytes, int]()
    for name, body in tags.items():
        if body not in places:
            places[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table.append(name + pack(">II", places[body], len(body)))
    return b"".join(table), data


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II4sII", 1, 12, b"enUS", len(encoded), 28) + encoded


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*values)


def _fixed(*values: float) -> bytes:
    return pack(f">{len(values)}i", *(round(value * 65536) for value in values))
