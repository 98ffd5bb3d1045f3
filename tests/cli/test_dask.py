"""A Dask cluster does the same jobs as one process: same files, same words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handouts import resources

pytest.importorskip("distributed", reason="it comes with handouts[dask]")

Command = Callable[..., Any]

_ON_TWO_WORKERS = """
import sys
from pathlib import Path
from distributed import LocalCluster
from handouts.cli.main import main

PLANK = Path("data/exercises/plank.yaml")

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        words = ["--data", "data", "--out", "there", "--dask", cluster.scheduler_address]
        codes = [main([*words, "--json"]), main([*words, "--quiet"])]
        PLANK.write_text(PLANK.read_text().replace("slowly", "at ease"))
        codes += [main([*words, "--quiet"])]
    print(*map(int, codes), file=sys.stderr)
"""


def _pdfs(folder: str) -> dict[str, bytes]:
    files = (path for path in Path(folder).rglob("*.pdf"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_cluster_gives_what_one_process_gives_and_reads_changed_files_anew(
    library: Path, handouts: Command, check_pdf: Callable[[bytes], None]
) -> None:
    exercises = library / "exercises"
    for name in "abcdefgh":
        (exercises / f"{name}.yaml").write_bytes((exercises / "plank.yaml").read_bytes())
    (exercises / "h.yaml").write_text("exercise: [", encoding="utf-8")
    words = ("--data", "data", "--out", "here", "--jobs", "1")
    before = handouts(*words, "--json").json
    old = _pdfs("here")["card/plank.pdf"]
    Path("cluster.py").write_text(_ON_TWO_WORKERS, encoding="utf-8")
    there = subprocess.run(
        [sys.executable, "cluster.py"],
        env={**os.environ, "PYTHONPATH": str(resources.root())},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stderr.splitlines()[-1] == "1 1 1"
    assert json.loads(there.stdout.replace("there/", "here/")) == before
    handouts(*words)
    assert _pdfs("there") == _pdfs("here")
    assert _pdfs("here")["card/plank.pdf"] != old
    check_pdf(_pdfs("there")["card/plank.pdf"])


def test_where_no_scheduler_answers_the_command_is_wrong(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handouts.batch.cluster.PATIENCE", "1s")
    ended = handouts("--data", "data", "--dask", "tcp://127.0.0.1:9")
    assert ended.code == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in ended.err
    assert "8786" in ended.err


def test_without_distributed_the_command_says_what_to_install(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handouts.cli.options.find_spec", lambda name: None)
    ended = handouts("--data", "data", "--dask", "tcp://127.0.0.1:9")
    assert ended.code == 2
    assert "pip install distributed" in ended.err
