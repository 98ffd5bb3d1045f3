"""The command as the shell sees it: processes, pipes, and the door of a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

DOOR = Path(__file__).parents[2] / "make_pdfs.py"


def _run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DOOR), *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_the_door_prints_the_checkouts_library_from_any_folder(tmp_path: Path) -> None:
    ended = _run("self-assisted-inverse-leg-curl", "--quiet", cwd=tmp_path)
    assert ended.returncode == 0
    assert ended.stdout == ""
    assert (tmp_path / "out" / "card" / "self-assisted-inverse-leg-curl.pdf").is_file()


def test_the_exit_code_reaches_the_shell(tmp_path: Path) -> None:
    assert _run("--papr", cwd=tmp_path).returncode == 2


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, str(DOOR), "schema", "exercise"]
    ended = subprocess.run(
        command, cwd=tmp_path, stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(write)
    assert ended.returncode == 0
    assert ended.stderr == ""


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")
def test_a_report_that_there_is_no_room_for_ends_with_3_and_a_reason(tmp_path: Path) -> None:
    command = [sys.executable, str(DOOR), "list", "plank"]
    with FULL.open("w") as full:
        ended = subprocess.run(
            command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 3
    assert ended.stderr.startswith("error: standard output cannot be written: ")


@pytest.mark.skipif(os.name != "posix", reason="the shell's way of closing a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_the_shell_has_closed_is_no_error(closed: str, tmp_path: Path) -> None:
    command = ["sh", "-c", f'exec "$0" "$@" {closed}', sys.executable, str(DOOR), "plank"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "out" / "card" / "plank.pdf").is_file()


def test_what_a_command_does_not_need_is_not_loaded(tmp_path: Path) -> None:
    door = "import sys; from handouts.cli.main import main"
    code = f"{door}; main(['--version']); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(DOOR.parent)}
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ended.stdout.split())
    assert "handouts.cli.main" in loaded
    heavy = {"reportlab", "yaml", "uharfbuzz", "PIL", "rich", "numpy", "shapely", "argparse"}
    assert loaded & heavy == set()
