import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handouts.cli import output
from handouts.cli.ending import WrongCommand
from handouts.source.problem import Place, Problem, Severity


def test_problems_are_shown_in_order_with_their_lines_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "squat.yaml"
    file.write_text("exercise: Squat\nreps: 10-6\n", encoding="utf-8")
    later = Problem("dose-range", "reps run backwards: 10-6", Place(str(file), 2, 7, 4))
    first = Problem("no-title", "no title", Place(str(file)), severity=Severity.WARNING)
    output.say_problems([later, first, later])
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"{file}:1:1: warning: no title",
        "    1 | exercise: Squat",
        "      | ^",
        f"{file}:2:7: error: reps run backwards: 10-6",
        "    2 | reps: 10-6",
        "      |       ^^^^",
        "1 error, 1 warning",
    ]


def test_no_problems_are_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    output.say_problems([])
    assert capsys.readouterr().out == ""


def test_a_file_that_has_gone_is_shown_without_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Place(str(tmp_path / "gone.yaml"), 3)
    output.say_problems([Problem("unreadable-file", "cannot be read", place)])
    assert capsys.readouterr().out.splitlines()[1] == "1 error"


def test_lines_are_counted_as_yaml_counts_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plank.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\xe2\x80\xa8d: 4\n")
    output.say_problems([Problem("x", "x", Place(str(file), 4))])
    assert "    4 | d: 4" in capsys.readouterr().out


def test_a_file_in_utf_16_is_told_without_the_signs_that_it_is_made_of(
    library: Path, handouts: Callable[..., Any]
) -> None:
    (library / "exercises" / "plank.yaml").write_text("exercise: Plank\n", encoding="utf-16")
    _, hint, count, *_ = handouts("check", "plank", "--data", str(library)).out.splitlines()
    assert (hint, count) == ("      = save it as UTF-8", "1 error")


def test_a_stream_of_few_characters_gets_the_others_spelt_out() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    output.say("3–4 × 6", stream)
    stream.seek(0)
    assert stream.read() == "3\\u20134 \\xd7 6\n"


def test_a_pipe_that_nobody_reads_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as stream:
        output.say("nobody hears this", stream)
        output.say("nor this", stream)


def test_a_failure_is_one_object_where_json_was_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.say_failure(WrongCommand("there is no option --papr", "did you mean --paper?"), True)
    said = json.loads(capsys.readouterr().out)
    assert said["written"] == []
    assert said["problems"][0]["hint"] == "did you mean --paper?"


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\r", "\x9b", "\x00", "\u202e", "\u2067"])
def test_no_sign_that_a_terminal_acts_on_is_sent_to_it(
    sign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output.say(f"one{sign}[31mtwo\n\tthree")
    assert capsys.readouterr().out == "one\ufffd[31mtwo\n\tthree\n"
    output.say_problems([Problem("unknown-name", f"there is no {sign}", hint=f"mean {sign}?")])
    assert sign not in capsys.readouterr().out
    output.say_json({"file": f"{sign}.pdf"})
    said = capsys.readouterr().out
    assert sign not in said and json.loads(said) == {"file": f"{sign}.pdf"}
