"""Parts of a run are complete and disjoint, and stay as they are."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from handouts.batch.job import Job
from handouts.batch.shard import Shard

OUT = Path("out")
NAMES = st.lists(st.text("abcß-é", min_size=1), unique=True)


def _jobs(names: list[str]) -> list[Job]:
    return [Job(OUT / "card" / f"{name}.pdf", ()) for name in names]


@given(NAMES, st.integers(1, 9))
def test_each_file_is_in_one_part_and_in_its_order(names: list[str], count: int) -> None:
    jobs = _jobs(names)
    parts = [Shard(number, count).part(jobs, OUT) for number in range(1, count + 1)]
    assert sorted((job for part in parts for job in part), key=jobs.index) == jobs
    assert all(part == sorted(part, key=jobs.index) for part in parts)


@given(NAMES.filter(bool), st.integers(1, 9))
def test_a_new_file_moves_no_other(names: list[str], count: int) -> None:
    jobs = _jobs(names)
    for number in range(1, count + 1):
        shard = Shard(number, count)
        assert shard.part(jobs[1:], OUT) == [job for job in shard.part(jobs, OUT) if job != jobs[0]]


def test_a_part_is_told_below_the_output_folder_wherever_that_is() -> None:
    def names(out: Path) -> list[str]:
        jobs = [Job(out / "card" / f"{number}.pdf", ()) for number in range(40)]
        return [job.file.name for job in Shard(1, 2).part(jobs, out)]

    assert names(Path("out")) == names(Path("/elsewhere/print"))


def test_parts_of_many_files_are_about_as_large() -> None:
    jobs = _jobs([str(number) for number in range(1000)])
    sizes = [len(Shard(number, 4).part(jobs, OUT)) for number in (1, 2, 3, 4)]
    assert sum(sizes) == 1000
    assert all(200 < size < 300 for size in sizes)
