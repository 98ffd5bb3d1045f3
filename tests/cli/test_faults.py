"""Whatever happens to a run, every PDF that is there is whole, and the next finishes the rest."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from handouts.cli.main import main
from handouts.whole import Draft

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes to kill")

CheckPdf = Callable[[bytes], None]
Prepare = Callable[[], object]

NUMBER = 60
KILLS, ROUNDS = 5, 10
OUT = Path("out")


@dataclass(frozen=True)
class Child:
    """A command line in a process of its own, in a group of its own; what it says goes to files."""

    process: int

    def kill(self) -> None:
        """End it and whatever it started at once, as an operating system short of memory does."""
        os.killpg(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)

    def interrupt(self) -> None:
        os.killpg(self.process, signal.SIGINT)

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def is_running(self) -> bool:
        return os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    @property
    def said(self) -> str:
        return Path(f"{self.process}.out").read_text(encoding="utf-8")


def _start(*words: str, prepare: Prepare = lambda: None) -> Child:
    """Run a command line in a fork of this process: everything is imported, nothing is shared."""
    process = os.fork()
    if process:
        _wait_until(lambda: os.getpgid(process) == process)
        return Child(process)
    code = 1
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for name, descriptor in (("out", 1), ("err", 2)):
            os.dup2(os.open(f"{os.getpid()}.{name}", os.O_CREAT | os.O_WRONLY), descriptor)
        with os.fdopen(1, "w", closefd=False) as out, os.fdopen(2, "w", closefd=False) as err:
            import sys

            sys.stdout, sys.stderr = out, err
            prepare()
            code = main(["--data", "data", *words])
    finally:
        os._exit(code)


def _wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(20_000):
        if is_so():
            return
        time.sleep(0.001)
    pytest.fail("it never came to that")


def _on_a_slow_disk() -> None:
    """Wait within the writing of each file, again and again, so that a kill can come there."""
    write = Draft.write

    def write_slowly(draft: Draft, data: bytes) -> None:
        write(draft, data)
        time.sleep(0.0003)

    pytest.MonkeyPatch().setattr(Draft, "write", write_slowly)


@pytest.fixture(scope="module")
def whole(
    tmp_path_factory: pytest.TempPathFactory, check_pdf: CheckPdf
) -> Iterator[dict[str, bytes]]:
    """A library of many small cards in the current folder; what each file of a whole run holds."""
    folder = tmp_path_factory.mktemp("faults")
    exercises = folder / "data" / "exercises"
    exercises.mkdir(parents=True)
    for number in range(NUMBER):
        text = f"exercise: Move {number}\nexecution: [Move {number} times.]\n"
        (exercises / f"move-{number:02}.yaml").write_text(text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    assert main(["--data", "data", "--quiet", "--out", "whole"]) == 0
    files = _pdfs(Path("whole"))
    assert len(files) == NUMBER
    for data in files.values():
        check_pdf(data)
    yield files
    os.chdir(before)


@pytest.fixture(autouse=True)
def _afresh(whole: dict[str, bytes]) -> Iterator[None]:
    yield
    shutil.rmtree(OUT, ignore_errors=True)


def _pdfs(out: Path = OUT) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.pdf")}


def _leftovers(out: Path = OUT) -> list[Path]:
    """What is there besides handouts and their records."""
    files = (path for path in out.rglob("*") if path.is_file())
    return [path for path in files if path.suffix not in {".pdf", ".json"} or path.name[0] == "."]


def _finish(whole: dict[str, bytes]) -> None:
    assert main(["--data", "data", "--quiet", "--jobs", "1"]) == 0
    assert _pdfs() == whole
    assert _leftovers() == []


def _kill_on_the_way(random: Random, jobs: int) -> None:
    """Kill a run after some more files are there, at any moment of writing the next."""
    wanted = len(_pdfs()) + random.randrange(NUMBER // KILLS)
    child = _start("--jobs", str(jobs), "--quiet", prepare=_on_a_slow_disk)
    _wait_until(lambda: len(_pdfs()) >= wanted or not child.is_running())
    time.sleep(random.random() / 100)
    child.kill()


def test_a_run_killed_at_any_moment_leaves_whole_files_and_the_next_goes_on(
    whole: dict[str, bytes],
) -> None:
    random = Random(600)
    part_way = torn = 0
    for number in range(ROUNDS):
        shutil.rmtree(OUT, ignore_errors=True)
        for _ in range(KILLS):
            _kill_on_the_way(random, jobs=1 + number % 2)
            found = _pdfs()
            assert found.items() <= whole.items()
            part_way += 0 < len(found) < NUMBER
            torn += bool(_leftovers())
        _finish(whole)
    assert part_way > KILLS * ROUNDS // 2
    assert torn


def test_two_runs_into_one_folder_at_once_both_end_well(whole: dict[str, bytes]) -> None:
    runs = [_start("--jobs", "2", "--force", prepare=_on_a_slow_disk) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert _pdfs() == whole
    assert _leftovers() == []
    last = _start()
    assert last.wait() == 0
    assert last.said == f"{NUMBER} handouts unchanged in out\n"


def test_a_limit_on_the_size_of_files_ends_with_three_and_leaves_nothing(
    whole: dict[str, bytes],
) -> None:
    limit = min(map(len, whole.values())) - 1

    def no_file_is_larger() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    run = _start("--json", prepare=no_file_is_larger)
    assert run.wait() == 3
    assert len(json.loads(run.said)["problems"]) == NUMBER
    assert _pdfs() == {}
    assert _leftovers() == []
    _finish(whole)


@pytest.fixture
def small_disk(whole: dict[str, bytes]) -> Iterator[Path]:
    """The output folder on a disk of its own, far too small for all handouts."""
    OUT.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(OUT)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield OUT
    subprocess.run(["umount", str(OUT)], check=True)


def test_a_full_disk_ends_with_three_and_what_is_there_is_whole(
    small_disk: Path, whole: dict[str, bytes]
) -> None:
    run = _start("--jobs", "2", "--json")
    assert run.wait() == 3
    found = _pdfs()
    assert 0 < len(found) < NUMBER
    assert found.items() <= whole.items()
    assert _leftovers() == []
    problems = json.loads(run.said)["problems"]
    assert {each["code"] for each in problems} <= {"unwritable-file", "unwritable-record"}
    assert "no space left on device" in problems[0]["message"]
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    _finish(whole)


def test_a_folder_that_becomes_read_only_ends_with_three(
    small_disk: Path, whole: dict[str, bytes]
) -> None:
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    assert main(["--data", "data", "--quiet", "move-00"]) == 0
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    run = _start("--json")
    assert run.wait() == 3
    said = json.loads(run.said)
    assert said["unchanged"] == ["out/card/move-00.pdf"]
    assert {each["code"] for each in said["problems"]} == {"unwritable-file"}
    assert "read-only" in said["problems"][0]["message"]
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    _finish(whole)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_and_says_what_is_done(jobs: str, whole: dict[str, bytes]) -> None:
    run = _start("--jobs", jobs, prepare=_on_a_slow_disk)
    _wait_until(lambda: len(_pdfs()) > 8)
    run.interrupt()
    assert run.wait() == 130
    found = _pdfs()
    assert 8 < len(found) < NUMBER
    assert found.items() <= whole.items()
    said = re.match(rf"interrupted: (\d+) of {NUMBER} handouts written", run.said.splitlines()[-1])
    assert said
    assert len(found) - int(said[1]) in (0, 1)  # one may be there of which it was not yet told
    _finish(whole)


def test_ctrl_c_does_not_wait_for_a_job_that_takes_minutes(whole: dict[str, bytes]) -> None:
    def last_for_minutes() -> None:
        replace = os.replace

        def replace_later(source: Path, target: Path) -> None:
            if "move-30" in target.name:
                Path("reached").touch()
                time.sleep(600)
            replace(source, target)

        pytest.MonkeyPatch().setattr(os, "replace", replace_later)

    run = _start("--jobs", "2", prepare=last_for_minutes)
    _wait_until(Path("reached").is_file)
    run.interrupt()
    assert run.wait() == 130
    assert run.said.splitlines()[-1].startswith("interrupted: ")
    assert Path(f"{run.process}.err").read_text() == ""
    assert _pdfs().items() <= whole.items()
    _finish(whole)


def test_an_output_folder_that_is_a_file_is_told_once(whole: dict[str, bytes]) -> None:
    OUT.write_text("mine")
    run = _start("--json")
    assert run.wait() == 3
    (problem,) = json.loads(run.said)["problems"]
    assert problem["message"] == "nothing can be written to out: it is a file, not a folder"
    assert OUT.read_text() == "mine"
    OUT.unlink()


def test_an_output_folder_that_is_a_link_to_nowhere_is_told_once(whole: dict[str, bytes]) -> None:
    OUT.symlink_to("unplugged")
    run = _start("--json")
    assert run.wait() == 3
    (problem,) = json.loads(run.said)["problems"]
    assert problem["message"] == "nothing can be written to out: it is a link that leads nowhere"
    OUT.unlink()
