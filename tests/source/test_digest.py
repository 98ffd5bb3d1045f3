"""Digests tell contents apart, and never say that something newer was read than was."""

from __future__ import annotations

from pathlib import Path

from handouts.source.digest import NOTHING, Digests, digest


def test_alike_contents_have_one_digest_and_others_another(tmp_path: Path) -> None:
    for name, text in (("a", "plank"), ("b", "plank"), ("c", "blank")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    digests = Digests()
    first, second, third = (digests.of(tmp_path / name) for name in "abc")
    assert first == second == digest(b"plank")
    assert third != first


def test_a_digest_stays_as_it_was_first_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "plank.yaml"
    file.write_text("old", encoding="utf-8")
    digests = Digests()
    assert digests.of(file) == digest(b"old")
    file.write_text("new", encoding="utf-8")
    assert digests.of(file) == digest(b"old")
    assert Digests().of(file) == digest(b"new")


def test_what_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert [Digests().of(path) for path in (tmp_path, tmp_path / "gone", "x" * 5000, "\0")] == [
        NOTHING
    ] * 4


def test_an_empty_file_is_not_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert Digests().of(tmp_path / "empty") != NOTHING
