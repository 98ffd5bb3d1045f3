"""Pictures that a file names: where they are, what they show, and that they are ours to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from pathlib import Path, PureWindowsPath

from handouts.dataclass import dataclass
from handouts.source.bounds import leads_out, outside
from handouts.source.disk import is_file
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    ByKind,
    Field,
    Line,
    Located,
    OneOrList,
    Parsed,
    Record,
    Unreadable,
    did_you_mean,
    words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRef:
    """A picture on disk, and what its file says of it.

    ``steps`` are the cues it shows, as printed on their discs (``1``, ``2-3``, ``setup 1-5``).
    ``fit`` is ``whole``, or ``fill`` to crop it to its frame.
    """

    path: Path
    place: Place = field(compare=False)
    caption: str | None = None
    alt: str | None = None
    steps: tuple[str, ...] = ()
    fit: str = "whole"


@dataclass(frozen=True, slots=True)
class Home:
    """Where a file lives: ``folder``, from which its paths go out, to folders within ``bounds``."""

    folder: Path
    bounds: tuple[Path, ...]


def parse_path(text: str) -> Path:
    """A path from the folder of the file that names it, or from the top of the disk."""
    if "://" in text:
        raise Unreadable("must be a file, this is an address", "save it beside this file")
    if text.startswith(("//", "~")) or PureWindowsPath(text).drive:
        name = PureWindowsPath(text).name
        hint = f"put it beside this file, say in photos, and write photos/{name}"
        raise Unreadable("must be a path from this file's folder", hint, code="picture-path")
    if "\\" in text:
        hint = f"write {text.replace(chr(92), '/')}"
        raise Unreadable("has backslashes in its path", hint, code="picture-path")
    return Path(text)


def _described(
    file: PictureRef,
    caption: str | None = None,
    alt: str | None = None,
    steps: tuple[str, ...] = (),
    fit: str = "whole",
) -> PictureRef:
    return replace(file, caption=caption, alt=alt, steps=steps, fit=fit)


def _parse_steps(text: str) -> str:
    return text.replace("–", "-")


PATH = r"^(?!//|~)[^\\]+$"
"""What paths look like, for editors."""

_FILE = Located(
    Parsed(parse_path, PATH, ("photos/start.jpg",), limit=400),
    lambda path, place: PictureRef(path=path, place=place),
)
_STEPS = Parsed(
    _parse_steps, r"^((setup|execution) )?\d{1,2}([-–]\d{1,2})?$", ("1", "2-3", "setup 1-5")
)
_FIELDS = (
    Field("file", _FILE, "The picture, from this file's folder.", True, "photos/start.jpg"),
    Field("caption", Line(120), "A few words under the picture."),
    Field("alt", Line(400), "What the picture shows, for those who cannot see it."),
    Field("steps", OneOrList(_STEPS), "The numbers of the cues it shows.", example="[1, 2]"),
    Field("fit", words("whole", "fill"), "Show it whole, or fill its frame and crop it."),
)

PICTURE: ByKind[PictureRef] = ByKind(text=_FILE, mapping=Record(_described, _FIELDS))
"""The shape of one picture: a path, or a path with what there is to say of it."""


def resolve(
    pictures: Iterable[PictureRef], home: Home, problems: list[Problem]
) -> tuple[PictureRef, ...]:
    """The pictures with the paths at which they can be opened.

    A path that leads out of its bounds, by ``..`` or by a link, is a problem, and so is a picture
    that is not there.
    """
    resolved = []
    for picture in pictures:
        found = _resolved(picture, home)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            resolved.append(replace(picture, path=found))
    return tuple(resolved)


def _resolved(picture: PictureRef, home: Home) -> Path | Problem:
    path = home.folder / picture.path
    if leads_out(path, home.bounds):
        return outside(picture.path.as_posix(), picture.place)
    if not is_file(path):
        message = f"there is no picture {picture.path.as_posix()}"
        return Problem("picture-missing", message, picture.place, _nearest(path))
    return path


def _nearest(path: Path) -> str | None:
    """The picture in the same folder that was most likely meant."""
    try:
        if path.exists():
            return "it is a folder or a device, not a picture"
        names = [other.name for other in path.parent.iterdir()]
    except OSError:
        return f"there is no folder {path.parent.name}, seen from this file: put the picture there"
    return did_you_mean(path.name, names) or "put it there: the path goes out from this file"
