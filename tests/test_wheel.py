"""The program as it is installed: a wheel, in an environment and a folder that know no checkout."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAME = "self-assisted-inverse-leg-curl"


def _run(*command: str | Path, cwd: Path) -> str:
    words = [str(word) for word in command]
    ended = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that has the wheel; its dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("installed")
    build = ("-m", "build", "--no-isolation", "--outdir", folder)  # the wheel out of the sdist
    _run(sys.executable, *build, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    paths = {"base": str(environment), "platbase": str(environment)}
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = ("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet")
    _run(sys.executable, *pip, wheel, cwd=folder)
    packages = Path(sysconfig.get_path("purelib", "venv", paths))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.with_name("handouts")


def test_an_installed_program_prints_its_own_library_from_any_folder(
    installed: Path, tmp_path: Path, check_pdf: Callable[[bytes], None]
) -> None:
    said = _run(installed, NAME, cwd=tmp_path)
    assert said.splitlines()[0] == f"out/card/{NAME}.pdf"
    check_pdf((tmp_path / "out" / "card" / f"{NAME}.pdf").read_bytes())


def test_an_installed_program_prints_the_bytes_that_a_checkout_prints(
    installed: Path, tmp_path: Path
) -> None:
    _run(installed, NAME, "--out", "one", "--quiet", cwd=tmp_path)
    _run(sys.executable, ROOT / "make_pdfs.py", NAME, "--out", "other", "--quiet", cwd=tmp_path)
    file = f"card/{NAME}.pdf"
    assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()


def test_an_installed_program_uses_the_library_in_the_current_folder(
    installed: Path, tmp_path: Path
) -> None:
    _run(installed, "new", "exercise", "wall-sit", cwd=tmp_path)
    assert (tmp_path / "data" / "exercises" / "wall-sit.yaml").is_file()
    listed = _run(installed, "list", cwd=tmp_path)
    assert "wall-sit" in listed
    assert NAME in listed
