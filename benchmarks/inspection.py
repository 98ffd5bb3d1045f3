"""What came out: pages, bytes, words and validity of the files that each side wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import page
import pypdfium2

VERAPDF_SAMPLE = 20
"""veraPDF takes far longer than page-validation: it sees this many files of each side."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Means over the files of one side, and how many of them pass each profile of a validator."""

    files: int
    pages: float
    bytes: float
    words: float
    passed: Mapping[str, int]
    verapdf_files: int
    verapdf_passed: Mapping[str, int]


def inspect(files: Sequence[Path], profiles: Sequence[str]) -> Inspection:
    """Look at every file."""
    contents = [_pages_and_words(file) for file in files]
    sample = files[:: len(files) // VERAPDF_SAMPLE or 1][:VERAPDF_SAMPLE]
    return Inspection(
        files=len(files),
        pages=fmean(pages for pages, _ in contents),
        bytes=fmean(file.stat().st_size for file in files),
        words=fmean(words for _, words in contents),
        passed={
            profile: sum(page.is_pdf_compliant(file, profile=profile) for file in files)
            for profile in profiles
        },
        verapdf_files=len(sample) if verapdf() else 0,
        verapdf_passed=_verapdf_passed(sample, profiles),
    )


def _pages_and_words(file: Path) -> tuple[int, int]:
    with pypdfium2.PdfDocument(file) as document:
        texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    words = (word for text in texts for word in text.split() if any(map(str.isalpha, word)))
    return len(texts), sum(1 for _ in words)


def verapdf() -> str | None:
    """A command that runs veraPDF: the one in ``VERAPDF`` (see ``.ci/run``), where there is one."""
    return shutil.which(os.environ["VERAPDF"]) if "VERAPDF" in os.environ else None


def _verapdf_passed(files: Sequence[Path], profiles: Sequence[str]) -> Mapping[str, int]:
    """How many files pass each profile; the driver writes a line of file, profile and verdict."""
    driver = verapdf()
    if not driver:
        return {}
    command = [driver, "-f", ",".join(profiles), *map(str, files)]
    report = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    rows = [line.split("\t") for line in report.splitlines() if "\t" in line]
    return Counter(profile for _, profile, verdict, *_ in rows if verdict == "PASS")
