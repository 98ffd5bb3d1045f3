"""The roster: who gets what, in which language, and into which folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from handouts.batch.files import safe_name
from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.language import lookup
from handouts.model.library import Entry, Library
from handouts.model.naming import folded
from handouts.source.problem import Problem, Severity
from handouts.source.shape import did_you_mean, listed, shortened

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Packet:
    """What one client gets, and the folder for it; ``whole`` where it is all that was asked for."""

    client: Client
    entries: tuple[Entry, ...]
    out: Path
    whole: bool = True


def packets(
    clients: Sequence[Client],
    default: Sequence[Entry],
    library: Library,
    out: Path,
    whole: bool = True,
) -> tuple[list[Packet], list[Problem]]:
    """A packet for each client, who gets what is meant for them, or else ``default``, which is
    ``whole`` where all was found of it.

    Names that the library does not have are problems. Somebody with a dose or a maximum for an
    exercise that is not there gets nothing: what was meant for them is not known. Nor does
    somebody who is not sound, or whose folder is another's.
    """
    packed: dict[str, Packet] = {}
    problems: list[Problem] = []
    for client in clients:
        entries = tuple(_entries(client, library, problems)) if client.build else tuple(default)
        known = _known(client, library, problems)
        problems += _on_several_ladders(client, entries)
        folder = out / safe_name(client.client) if client.client else out
        if known is None or not known.sound:
            continue
        found_all = len(entries) == len(client.build) if client.build else whole
        packet = Packet(known, entries, folder, found_all)
        first = packed.setdefault(str(folder).casefold(), packet)
        if first is not packet:
            problems.append(_one_folder(first, packet))
    return list(packed.values()), problems


def pick(clients: Iterable[Client], name: str) -> Client | Problem:
    """The client of a list who is called so, whatever the capitals."""
    by_name = {folded(client.client or ""): client for client in clients}
    if client := by_name.get(folded(name)):
        return client
    hint = did_you_mean(name, [client.client or "" for client in by_name.values()])
    message = f"no client of the list is called {shortened(name)}"
    return Problem("unknown-client", message, hint=hint)


def speaking(
    clients: Iterable[Client], languages: Sequence[str]
) -> tuple[list[Client], list[Problem]]:
    """The clients, of whom those are not sound in whose language there are no labels."""
    spoken: list[Client] = []
    problems: list[Problem] = []
    for client in clients:
        if client.lang is None or lookup(client.lang, languages):
            spoken.append(client)
        else:
            spoken.append(replace(client, sound=False))
            message = f"there are no labels in {client.lang}"
            place, hint = client.places.get("lang"), f"write {listed(languages)}"
            problems.append(Problem("unknown-language", message, place, hint))
    return spoken, problems


def _entries(client: Client, library: Library, problems: list[Problem]) -> Iterator[Entry]:
    for name in client.build:
        if entry := _find(name, "build", client, library, problems):
            yield entry


def _known(client: Client, library: Library, problems: list[Problem]) -> Client | None:
    """The client with exercises called as the library calls them, ``None`` where it has not all."""
    maxima = _by_name("maxima", client.maxima, client, library, problems)
    doses = _by_name("doses", client.doses, client, library, problems)
    if len(maxima) < len(client.maxima) or len(doses) < len(client.doses):
        return None
    return replace(client, maxima=maxima, doses=doses)


def _by_name(
    key: str, values: Mapping[str, T], client: Client, library: Library, problems: list[Problem]
) -> dict[str, T]:
    found = ((_find(name, key, client, library, problems), value) for name, value in values.items())
    return {entry.name: value for entry, value in found if entry}


def _find(
    name: str, key: str, client: Client, library: Library, problems: list[Problem]
) -> Entry | None:
    entry = library.find(name)
    if isinstance(entry, Entry):
        return entry
    problems.append(replace(entry, place=client.places.get(f"{key}.{name}")))
    return None


def _on_several_ladders(client: Client, entries: Sequence[Entry]) -> Iterator[Problem]:
    """A number marks that rung of every ladder, which is hardly where somebody stands on each."""
    ladders = [entry.name for entry in entries if entry.kind.word == "ladder"]
    if len(ladders) > 1 and client.rung and client.rung.isdecimal():
        message = f"rung {client.rung} is marked on {len(ladders)} ladders: {', '.join(ladders)}"
        place, hint = client.places.get("rung"), "write the name of the exercise on that rung"
        yield Problem("several-ladders", message, place, hint, Severity.WARNING)


def _one_folder(first: Packet, second: Packet) -> Problem:
    one, other = first.client.client, second.client.client
    message = f"{one} and {other} would share the folder {second.out}"
    hint = "write something into a name that tells them apart"
    return Problem("same-folder", message, second.client.places.get("client"), hint)
