"""Finished PDFs for tests: a card of ours, and copies of it that somebody has spoilt."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from handouts.layout.declare import TypeSource
from handouts.preflight.finished.inspect import inspect
from handouts.source.problem import Problem

Object = Any
Spoil = Callable[[pikepdf.Pdf], None]


def problems(data: bytes, folder: Path, floors: TypeSource | None = None) -> list[Problem]:
    """What is wrong with a file."""
    path = folder / "sheet.pdf"
    path.write_bytes(data)
    steps = inspect(path, floors or TypeSource())
    return [problem for step in steps for problem in step.problems]


def codes(data: bytes, folder: Path, floors: TypeSource | None = None) -> set[str]:
    """The codes of what is wrong with a file."""
    return {problem.code for problem in problems(data, folder, floors)}


def spoilt(data: bytes, spoil: Spoil) -> bytes:
    """Give a copy of a file that has been changed."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        spoil(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def elements(pdf: pikepdf.Pdf, role: str) -> list[Object]:
    """Give the structure elements of a role."""
    return [each for each in _below(pdf.Root.StructTreeRoot.K) if str(each.S) == f"/{role}"]


def titled(pdf: pikepdf.Pdf, title: str) -> Object:
    """Give the first structure element of a title."""
    return next(each for each in _below(pdf.Root.StructTreeRoot.K) if each.get("/T") == title)


def _below(element: Object) -> Iterator[Object]:
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _below(kid)


def change_content(change: Callable[[bytes], bytes]) -> Spoil:
    """Change what the first page paints."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(change(page.Contents.read_bytes()))

    return spoil


def before(operators: bytes) -> Spoil:
    """Have operators go before all that the first page paints."""
    return change_content(lambda content: operators + b"\n" + content)


def after(operators: bytes) -> Spoil:
    """Have operators follow all that the first page paints."""
    return change_content(lambda content: content + b"\n" + operators)


def scaled_type(by: float) -> Spoil:
    """Have all type smaller or larger."""
    size = re.compile(rb" ([\d.]+) Tf")
    return change_content(
        lambda content: size.sub(lambda found: b" %.2f Tf" % (float(found[1]) * by), content)
    )


def without(mcid: int) -> Spoil:
    """Take what an MCID marks away from the first page."""
    marked = re.compile(rb"/\w+<</MCID %d>>BDC.*?EMC" % mcid, re.DOTALL)
    return change_content(lambda content: marked.sub(b"", content))


def raw(*objects: bytes) -> bytes:
    """Write a file from its objects, whatever they are; the first one is the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(out))
    )


def stream(data: bytes, times: int = 1) -> bytes:
    """Write a stream that is deflated, and that again so many times."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = b"/FlateDecode" * times
    return b"<</Length %d/Filter[%b]>>stream\n%b\nendstream" % (len(data), filters, data)


def one_page(content: bytes, *others: bytes, box: Sequence[int] = (0, 0, 612, 792)) -> bytes:
    """Write a file of one page, with a stream that is its content and other objects from 5 on."""
    return raw(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%d %d %d %d]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>" % tuple(box),
        content,
        *others,
    )
