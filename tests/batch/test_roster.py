"""Who gets what, and into which folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handouts.batch.roster import packets, pick, speaking
from handouts.batch.settings import Settings
from handouts.model.client import Client
from handouts.model.clients import parse_maximum
from handouts.model.dose import Dose
from handouts.model.kind import KINDS
from handouts.model.library import Entry, Library
from handouts.source.problem import Place, Problem, Severity

OUT = Path("out")


def _library(settings: Settings) -> Library:
    return Library(settings.data)


def _entries(library: Library, names: str) -> tuple[Entry, ...]:
    found = [library.find(name) for name in names]
    assert all(isinstance(each, Entry) for each in found)
    return tuple(each for each in found if isinstance(each, Entry))


def test_each_client_gets_what_is_meant_for_them_or_else_the_default(settings: Settings) -> None:
    library = _library(settings)
    clients = [Client(client="Ana", build=("c", "b")), Client(client="Bo")]
    packed, problems = packets(clients, _entries(library, "a"), library, OUT)
    assert problems == []
    assert [(packet.client.client, packet.entries, packet.out) for packet in packed] == [
        ("Ana", _entries(library, "cb"), OUT / "Ana"),
        ("Bo", _entries(library, "a"), OUT / "Bo"),
    ]


def test_nobody_in_particular_has_no_folder(settings: Settings) -> None:
    library = _library(settings)
    ((packet,), _) = packets([Client()], _entries(library, "a"), library, OUT)
    assert packet.out == OUT


def test_an_unknown_name_is_a_problem_in_its_place_and_the_others_are_packed(
    settings: Settings,
) -> None:
    library = _library(settings)
    place = Place("clients.csv", 2, 5, 4)
    client = Client(client="Ana", build=("a", "nope"), places={"build.nope": place})
    packed, (problem,) = packets([client], (), library, OUT)
    assert (problem.code, problem.place) == ("unknown-name", place)
    assert packed[0].entries == _entries(library, "a")


def test_of_somebody_who_is_not_sound_nothing_is_packed_and_all_is_told(settings: Settings) -> None:
    library = _library(settings)
    place = Place("clients.csv", 2, 5, 4)
    places = {"build.nope": place, "maxima.nope": place}
    maxima = {"nope": parse_maximum("100 kg")}
    client = Client(build=("a", "nope"), maxima=maxima, sound=False, places=places)
    packed, problems = packets([client], (), library, OUT)
    assert packed == []
    assert [problem.code for problem in problems] == ["unknown-name", "unknown-name"]


def test_nothing_is_packed_where_a_dose_or_a_maximum_is_for_an_unknown_exercise(
    settings: Settings,
) -> None:
    library = _library(settings)
    place = Place("clients.csv", 1, 5, 4)
    weight = parse_maximum("100 kg")
    for client in (
        Client(client="Ana", maxima={"nope": weight}, places={"maxima.nope": place}),
        Client(client="Ana", doses={"nope": Dose()}, places={"doses.nope": place}),
    ):
        packed, (problem,) = packets([client], _entries(library, "a"), library, OUT)
        assert packed == []
        assert (problem.code, problem.place) == ("unknown-name", place)


def test_exercises_are_called_as_the_library_calls_them(settings: Settings) -> None:
    weight = parse_maximum("100 kg")
    client = Client(client="Ana", maxima={"A": weight}, doses={"B": Dose()})
    ((packet,), problems) = packets([client], (), _library(settings), OUT)
    assert problems == []
    assert (packet.client.maxima, packet.client.doses) == ({"a": weight}, {"b": Dose()})


def test_two_clients_never_share_a_folder(settings: Settings) -> None:
    place = Place("clients.csv", 3)
    clients = [Client(client="Ana: B"), Client(client="ana? b", places={"client": place})]
    ((packet,), (problem,)) = packets(clients, (), _library(settings), OUT)
    assert packet.client.client == "Ana: B"
    assert (problem.code, problem.place) == ("same-folder", place)


def test_a_number_that_marks_a_rung_of_several_ladders_is_doubtful(settings: Settings) -> None:
    place = Place("clients.csv", 2, 9, 1)
    kind = next(kind for kind in KINDS if kind.word == "ladder")
    ladders = [Entry(kind, name, OUT, name, OUT) for name in ("push-up-ladder", "plank-ladder")]
    client = Client(client="Ana", rung="3", places={"rung": place})
    library = _library(settings)
    (packet,), (problem,) = packets([client], ladders, library, OUT)
    assert packet.entries == tuple(ladders)
    assert (problem.code, problem.place) == ("several-ladders", place)
    assert problem.severity is Severity.WARNING
    named = replace(client, rung="knee-push-up")
    assert packets([named], ladders, library, OUT)[1] == []
    assert packets([client], ladders[:1], library, OUT)[1] == []


def test_a_client_is_picked_whatever_the_capitals() -> None:
    ana, bo = Client(client="Ana Pereira"), Client(client="Bo")
    assert pick([ana, bo], "ana pereira") is ana
    problem = pick([ana, bo], "Ana Perera")
    assert isinstance(problem, Problem)
    assert problem.hint == "did you mean Ana Pereira?"


def test_clients_whose_language_has_no_labels_are_not_sound() -> None:
    place = Place("clients.csv", 3, 4, 2)
    ana, bo = Client(client="Ana"), Client(client="Bo", lang="xx", places={"lang": place})
    clients, (problem,) = speaking([ana, bo], ["de", "en"])
    assert [(client.client, client.sound) for client in clients] == [("Ana", True), ("Bo", False)]
    assert (problem.code, problem.place, problem.hint) == (
        "unknown-language",
        place,
        "write de or en",
    )
