"""Whatever we print is found to have nothing wrong, by a check that knows only the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handouts import resources
from handouts.cli.main import main
from handouts.layout.labels import load_labels
from handouts.layout.load import Layouts

NAMES = ("glute-bridge", "plank", "sit-to-stand-ladder", "couch-to-5k")
LAYOUTS = Layouts(resources.libraries("layouts"), load_labels(resources.labels(), "en")).names()


@pytest.mark.parametrize(
    "how",
    [
        ("--paper", "letter"),
        ("--paper", "a4", "--grey"),
        ("--brand", "alder-and-wren"),
        ("--client", "Ana Pereira", "--note", "Breathe out on the way up", "--pack"),
        ("--lang", "ar"),
    ],
    ids=" ".join,
)
def test_all_that_we_print_passes(
    how: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_all = [word for name in LAYOUTS for word in ("--layout", name)]
    main([*NAMES, *in_all, *how, "--weeks", "1", "--out", str(tmp_path), "--jobs", "1", "--quiet"])
    capsys.readouterr()
    files = sorted(map(str, tmp_path.rglob("*.pdf")))
    assert files
    code = main(["check", *files, "--strict", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert [(each["file"], each["message"]) for each in said["problems"]] == []
    assert code == 0
    assert len(said["checked"]) == len(files)
    assert sum(each["pages"] for each in said["checked"]) > 20
