"""What goes into one file, and how it is bound."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handouts.batch.files import safe_name
from handouts.batch.job import Handout, Job
from handouts.batch.packs import by_client, separate, together
from handouts.batch.press import Press
from handouts.batch.settings import Settings
from handouts.model.client import Client
from handouts.model.library import Library

OUT = Path("out")


def _jobs(settings: Settings, *clients: str | None) -> list[Job]:
    """Two cards for each client."""
    entries = Library(settings.data).entries[:2]
    return [
        Job(
            OUT / safe_name(client) / "card" / f"{entry.name}.pdf"
            if client
            else OUT / "card" / "x",
            (Handout((entry,), "card", "card", Client(client=client)),),
        )
        for client in clients
        for entry in entries
    ]


def test_without_packs_every_handout_is_a_file(settings: Settings) -> None:
    jobs = _jobs(settings, "Ana", "Bo")
    assert separate(jobs, OUT) == jobs


def test_a_clients_pack_holds_all_of_theirs_in_their_order(settings: Settings) -> None:
    jobs = _jobs(settings, "Ana", "Bo")
    ana, bo = by_client(jobs, OUT)
    assert [ana.file, bo.file] == [OUT / "Ana" / "pack.pdf", OUT / "Bo" / "pack.pdf"]
    assert ana.handouts == jobs[0].handouts + jobs[1].handouts
    assert {each.client.client for each in bo.handouts} == {"Bo"}


def test_one_pack_holds_everything(settings: Settings) -> None:
    jobs = _jobs(settings, "Ana", "Bo")
    (job,) = together(jobs, OUT)
    assert job.file == OUT / "pack.pdf"
    assert len(job.handouts) == 4


def test_of_nothing_there_is_no_pack() -> None:
    assert by_client([], OUT) == together([], OUT) == []


def test_nobody_in_particular_has_a_pack_without_a_folder(settings: Settings) -> None:
    (job,) = by_client(_jobs(settings, None), OUT)
    assert job.file == OUT / "pack.pdf"


def test_what_has_nothing_to_print_is_left_out_of_a_pack(
    settings: Settings, tmp_path: Path
) -> None:
    layout = tmp_path / "asks.yaml"
    body = "body: [{block: faq, of: faq, style: body}]"
    layout.write_text(f"layout: asks\nfor: exercise\npages: any\n{body}\n", encoding="utf-8")
    asked = settings.data[0] / "exercises" / "a.yaml"
    asked.write_text(asked.read_text() + "faq: [{Why?: Because.}]\n", encoding="utf-8")
    (job,) = together(_jobs(settings, "Ana"), tmp_path)
    handouts = tuple(replace(each, layout="asks", definition=str(layout)) for each in job.handouts)
    outcome = Press(settings).print(replace(job, handouts=handouts))
    assert [problem.code for problem in outcome.problems] == ["nothing-to-print"]
    assert (outcome.written, outcome.pages) == (True, 2)
