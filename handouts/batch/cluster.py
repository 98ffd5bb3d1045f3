"""Jobs over the workers of a Dask cluster, which read and write the same folders."""

from __future__ import annotations

from collections.abc import Sequence

from distributed import Client

from handouts.batch.job import Job, Outcome
from handouts.batch.pool import spread
from handouts.batch.press import Press
from handouts.batch.run import Report, Work

PATIENCE = "10s"
"""How long a scheduler may take to answer."""


class Unreachable(Exception):
    """There is no scheduler at an address, or none that answers."""


def run_on_cluster(
    jobs: Sequence[Job], press: Press, work: Work, report: Report, address: str
) -> list[Outcome]:
    """As ``run``, by the workers of the scheduler at ``address``.

    Raises ``Unreachable`` and ``Interrupted``.
    """
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise Unreachable(address) from error
    with client, client.get_executor(pure=False) as executor:
        processes = max(1, len(client.nthreads()))
        return spread(jobs, press.settings, work, executor, processes, report, _leave_it)


def _leave_it() -> None:
    """What no worker has begun is cancelled; what one has begun is small, and soon finished."""
