"""Who a run is for, from its options: one person, or those of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handouts import resources
from handouts.batch.roster import pick, speaking
from handouts.cli.options import ClientOptions
from handouts.layout.labels import languages
from handouts.model.client import Client
from handouts.source.problem import Problem

_FOR_ALL = ("coach", "date", "note", "goal")
"""What the command line says of everybody whose row leaves it open."""


def wanted_clients(options: ClientOptions) -> tuple[Sequence[Client], list[Problem]]:
    """The clients of a run. Without a list it is one, of whom little may be known.

    What a row says of a client counts before what the command line says of all.
    """
    common = _common(options)
    if options.clients is None:
        return [common], []
    from handouts.model.clients import read_clients

    listed, problems = read_clients(options.clients, str(options.clients))
    if options.client:
        picked = pick(listed, options.client)
        if isinstance(picked, Problem):
            return [], [*problems, picked]
        listed = (picked,)
    clients, found = speaking(listed, languages(resources.labels()))
    return [_with_common(client, common) for client in clients], [*problems, *found]


def _common(options: ClientOptions) -> Client:
    return Client(
        client=options.client,
        coach=options.coach,
        date=options.date,
        note=options.note,
        goal=options.goal,
        rung=options.rung,
        maxima=dict(options.maxima),
    )


def _with_common(client: Client, common: Client) -> Client:
    """A client with what is said of all where nothing is said of this one."""
    blank = [key for key in _FOR_ALL if getattr(client, key) is None]
    return replace(
        client,
        maxima={**common.maxima, **client.maxima},
        **{key: getattr(common, key) for key in blank},
    )
