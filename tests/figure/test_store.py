from __future__ import annotations

import json
from pathlib import Path

import pytest
from posing import PUSH_UP, figure

from handouts.figure import draw as draw_module
from handouts.figure.draw import draw
from handouts.figure.drawing import Strip
from handouts.figure.store import as_json, from_json, key_of, strip_of


@pytest.fixture(scope="module")
def strip() -> Strip:
    return draw(figure(PUSH_UP))


def forbid_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> Strip:
        raise AssertionError("drawn again")

    monkeypatch.setattr(draw_module, "draw", refuse)


def test_a_strip_survives_being_kept(strip: Strip) -> None:
    assert from_json(as_json(strip), figure(PUSH_UP)) == strip


def test_a_figure_is_drawn_once(
    tmp_path: Path, strip: Strip, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert strip_of(figure(PUSH_UP), tmp_path) == strip
    forbid_drawing(monkeypatch)
    assert strip_of(figure(PUSH_UP), tmp_path) == strip


def test_a_ready_made_strip_is_not_drawn(
    tmp_path: Path, strip: Strip, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = tmp_path / "ready"
    ready.mkdir()
    (ready / f"{key_of(figure(PUSH_UP))}.json").write_text(as_json(strip), encoding="utf-8")
    forbid_drawing(monkeypatch)
    assert strip_of(figure(PUSH_UP), None, [ready]) == strip


def test_a_broken_strip_is_drawn_anew(tmp_path: Path, strip: Strip) -> None:
    kept = tmp_path / f"{key_of(figure(PUSH_UP))}.json"
    kept.write_text('{"frames": 3', encoding="utf-8")
    assert strip_of(figure(PUSH_UP), tmp_path) == strip
    assert from_json(kept.read_text(encoding="utf-8"), figure(PUSH_UP)) == strip


@pytest.mark.parametrize(
    "shape",
    [
        ["M 0 0 Q BT /F1 9 Tf ET q", "ink", None, 1],
        ["M 0 0 L 5 5", "ink cs 1 sc /x", None, 1],
        ["M 0 0 L 5 5", "ink", ["ink"], 1],
        ["M 0 0 L 5 5", None, "ink", 1e9],
        ["M 0 0 L 5 5", None, "ink", float("nan")],
        ["M 0 0 L 5 5", None, "ink", "1 w"],
        ["M \u0663 0", "ink", None, 1],
        [7, None, None, 1],
        [],
    ],
)
def test_a_kept_drawing_holds_shapes_or_is_drawn_anew(
    shape: list[object], tmp_path: Path, strip: Strip
) -> None:
    kept = tmp_path / f"{key_of(figure(PUSH_UP))}.json"
    written = json.loads(as_json(strip))
    written["frames"][0]["shapes"][0] = shape
    kept.write_text(json.dumps(written), encoding="utf-8")
    assert strip_of(figure(PUSH_UP), tmp_path) == strip


@pytest.mark.parametrize("size", [[100, 100, 0], ["9", 9, 9], [9, 9], [-1, 9, 9], [9, 9, 1.5]])
def test_a_kept_drawing_has_a_size_or_is_drawn_anew(
    size: list[object], tmp_path: Path, strip: Strip
) -> None:
    kept = tmp_path / f"{key_of(figure(PUSH_UP))}.json"
    written = json.loads(as_json(strip))
    written["frames"][0]["size"] = size
    kept.write_text(json.dumps(written), encoding="utf-8")
    assert strip_of(figure(PUSH_UP), tmp_path) == strip


def test_a_kept_drawing_that_is_too_deep_is_drawn_anew(tmp_path: Path, strip: Strip) -> None:
    kept = tmp_path / f"{key_of(figure(PUSH_UP))}.json"
    kept.write_text("[" * 200_000, encoding="utf-8")
    assert strip_of(figure(PUSH_UP), tmp_path) == strip


def test_the_key_changes_with_the_pose_and_not_with_its_place() -> None:
    assert key_of(figure(PUSH_UP)) == key_of(figure("\n\n" + PUSH_UP))
    assert key_of(figure(PUSH_UP)) != key_of(figure(PUSH_UP.replace("105", "104")))


def test_other_words_need_no_other_drawing(
    tmp_path: Path, strip: Strip, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip_of(figure(PUSH_UP), tmp_path)
    forbid_drawing(monkeypatch)
    german = strip_of(figure(PUSH_UP.replace("Chest down", "Brust ab, steps: 3")), tmp_path)
    assert german.frames[1].caption == "Brust ab"
    assert [str(steps) for steps in german.frames[1].steps] == ["3"]
    assert "Brust ab" in german.description
    assert german.frames[1].drawing == strip.frames[1].drawing


def test_nothing_but_the_strip_is_left_in_the_folder(tmp_path: Path) -> None:
    strip_of(figure("{frames: [{}]}"), tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]
