"""What whole runs are measured with: copies of the shipped cards, and a booklet."""

from pathlib import Path

from benchmarks import booklet
from benchmarks.copies import write_copies
from handouts.batch.artwork import Artwork
from handouts.figure.drawing import Strip
from handouts.model.exercise import Exercise
from handouts.model.library import Library


def test_copies_of_cards_have_their_own_titles_and_their_drawings(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    write_copies(230, folder)
    library = Library((folder,))
    items = [library.read(entry) for entry in library.entries]
    assert [problems for _, problems in items if problems] == []
    exercises = [item for item, _ in items if isinstance(item, Exercise)]
    assert len({exercise.title for exercise in exercises}) == 230
    artwork = Artwork((folder,), kept=tmp_path / "made")
    figures = [exercise.figure for exercise in exercises[:20] if exercise.figure]
    assert all(isinstance(artwork.strip(figure), Strip) for figure in figures)
    assert len(figures) > 10
    assert not (tmp_path / "made").exists(), "some had to be drawn"


def test_the_booklet_has_as_many_pages_as_it_is_called(tmp_path: Path) -> None:
    assert booklet.seconds(tmp_path) > 0
    assert (tmp_path / f"{booklet.NAME}.pdf").is_file()
