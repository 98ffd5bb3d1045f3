"""The drawings that ship: there is a fresh one of every figure, and none that nobody uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handouts.batch.artwork import DRAWINGS
from handouts.batch.ready import figures, make_ready, posed
from handouts.batch.settings import KEPT
from handouts.figure.draw import draw
from handouts.figure.lint import lint
from handouts.figure.sound import FILE, as_text, sound_figures
from handouts.figure.store import as_json

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
FIGURES = figures(DATA)
DRAWN = sorted(FIGURES)[:: max(1, len(FIGURES) // 6)]
"""As many as are drawn soon enough for a test, from the whole library."""

POSED = "exercise: {title}\nexecution: [Stand.]\nfigure: {{frames: [{{knee: {knee}}}]}}\n"


def library(folder: Path, *knees: int) -> Path:
    exercises = folder / "exercises"
    exercises.mkdir(parents=True)
    for knee in knees:
        text = POSED.format(title=f"Squat {knee}", knee=knee)
        (exercises / f"squat-{knee}.yaml").write_text(text, encoding="utf-8")
    return folder


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / DRAWINGS).glob("*.json")}


def test_every_figure_that_ships_has_its_drawing_and_no_drawing_is_left_over() -> None:
    assert len(FIGURES) >= 4
    assert set(kept(DATA)) == set(FIGURES), "run python -m handouts.batch.ready data"


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_that_ships_is_as_drawn_now(name: str) -> None:
    shipped = (DATA / DRAWINGS / name).read_bytes()
    assert shipped == as_json(draw(FIGURES[name])).encode(), (
        "run python -m handouts.batch.ready data"
    )


def test_every_figure_that_ships_is_known_to_be_sound() -> None:
    shipped = (DATA / DRAWINGS / FILE).read_text("ascii")
    assert shipped == as_text(posed(DATA)), "run python -m handouts.batch.ready data"


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_that_is_known_to_be_sound_is(name: str) -> None:
    assert lint(FIGURES[name]) == []


def test_a_figure_that_looks_wrong_is_not_known_to_be_sound(tmp_path: Path) -> None:
    folder = library(tmp_path, 20, 175)
    make_ready(folder)
    assert len(sound_figures([folder / DRAWINGS])) == 1
    assert sound_figures([tmp_path / "nowhere"]) == frozenset()


def test_a_card_that_ships_is_printed_without_drawing(tmp_path: Path) -> None:
    words = ["self-assisted-inverse-leg-curl", "--out", str(tmp_path), "--quiet"]
    code = (
        f"import sys; from handouts.cli.main import main; ended = main({words}); "
        "print(ended, [name for name in ('numpy', 'shapely') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "0 []\n", done.stderr
    assert not (tmp_path / KEPT / DRAWINGS).exists()


def test_making_ready_draws_what_is_new_and_removes_what_is_left_over(tmp_path: Path) -> None:
    folder = library(tmp_path, 20, 60)
    make_ready(folder)
    both = kept(folder)
    assert set(both) == set(figures(folder)) and len(both) == 2
    (folder / "exercises" / "squat-60.yaml").unlink()
    make_ready(folder)
    assert set(kept(folder)) == set(figures(folder))
    assert len(kept(folder)) == 1


def test_making_ready_mends_a_drawing_that_is_stale(tmp_path: Path) -> None:
    folder = library(tmp_path, 20)
    make_ready(folder)
    fresh = kept(folder)
    for name in fresh:
        (folder / DRAWINGS / name).write_text("{}", encoding="utf-8")
    make_ready(folder)
    assert kept(folder) == fresh


@pytest.mark.parametrize(("old", "new"), [("knee", "kne"), ("exercise:", "exercises:")])
def test_a_library_that_cannot_be_read_is_not_made_ready(
    old: str, new: str, tmp_path: Path
) -> None:
    folder = library(tmp_path, 20)
    path = folder / "exercises" / "squat-20.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match="unknown-key"):
        make_ready(folder)
