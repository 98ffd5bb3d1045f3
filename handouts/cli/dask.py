"""Runs on a Dask cluster: loaded only when one is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from handouts.batch.cluster import Unreachable, run_on_cluster
from handouts.batch.job import Job, Outcome
from handouts.batch.press import Press
from handouts.batch.run import Report, Work
from handouts.cli.ending import WrongCommand


def on_cluster(
    jobs: Sequence[Job], press: Press, work: Work, report: Report, address: str
) -> list[Outcome]:
    """As ``run``, on the cluster at ``address``. Raises ``WrongCommand`` when there is none."""
    try:
        return run_on_cluster(jobs, press, work, report, address)
    except Unreachable:
        hint = "dask scheduler says it when it starts: tcp://host:8786"
        raise WrongCommand(f"no Dask scheduler answers at {address}", hint) from None
