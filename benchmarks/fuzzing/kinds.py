"""The kinds of cases: what is mutated, the files it becomes, and the command that meets them.

A case is a function of its kind, its number and the seed, so that each can be made again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from struct import pack, unpack_from
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape
from zlib import compress, crc32, decompress, error

import pikepdf
import yaml
from PIL import Image

from benchmarks.fuzzing.mutation import NASTY, Tree, mutated_bytes, mutated_text, mutated_tree
from handouts import resources
from handouts.cli.main import main

Files = Mapping[str, bytes]
"""Files by their paths in the folder of a run."""

DATA = ("--data", "data", "--data", str(resources.root() / "data"))
BUILD = ("build", "--jobs", "1", "--force", "--out", "out")

_PLAIN = """\
exercise: {name}
setup: [Lie down.]
execution: ['Press up: Lift your hips.']
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case. ``files`` are those of one, called by its name; ``words`` are the command of
    a run over several, of which there are ``at_once``. ``share`` is how many of a thousand cases
    are of this kind.
    """

    word: str
    share: int
    at_once: int
    files: Callable[[str, Random], Files]
    words: Callable[[Sequence[str], Random], Sequence[str]]


def _command(random: Random) -> list[str]:
    if random.random() < 0.15:
        return ["check", "--jobs", "1", *DATA]
    more = random.choice(((), (), (), ("--grey",), ("--paper", "a4"), ("--strict",)))
    return [*BUILD, *DATA, *more]


# Items of a library


@cache
def _texts(folder: str, ending: str = ".yaml") -> list[str]:
    """The shipped files of a folder."""
    found = sorted((resources.root() / folder).rglob(f"*{ending}"))
    return [path.read_text("utf-8") for path in found]


@cache
def _trees(folder: str) -> list[Tree]:
    return [yaml.load(text, Loader=yaml.BaseLoader) for text in _texts(folder)]


def _yaml(folder: str, random: Random) -> bytes:
    """A YAML file of a folder that ships, mutated as bytes, as text or as a tree."""
    way = random.random()
    if way < 0.15:
        return mutated_bytes(random.choice(_texts(folder)).encode(), random)
    if way < 0.45:
        return _encoded(mutated_text(random.choice(_texts(folder)), random))
    trees = _trees(folder)
    tree = mutated_tree(random.choice(trees), trees, random)
    return _encoded(yaml.safe_dump(tree, allow_unicode=random.random() < 0.8, sort_keys=False))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _item(folder: str, shipped: str, name: str, random: Random) -> Files:
    return {f"data/{folder}/{name}.yaml": _yaml(shipped, random)}


def _by_name(names: Sequence[str], random: Random) -> list[str]:
    layout = random.choice(((), (), (), ("--layout", random.choice(_layouts()))))
    return [*_command(random), *names, *layout]


def _on_cards(names: Sequence[str], random: Random) -> list[str]:
    return [*_command(random), *names, "--layout", random.choice(("card", "card", "handout"))]


@cache
def _layouts() -> list[str]:
    return sorted(path.stem for path in (resources.root() / "layouts").glob("*.yaml"))


_TRANSLATED = ("exercise", "category", "summary", "safety", "setup", "execution", "tips", "faq")


def _translation(name: str, random: Random) -> Files:
    original = random.choice(_texts("data/exercises"))
    tree = yaml.load(original, Loader=yaml.BaseLoader)
    texts = {key: tree[key] for key in _TRANSLATED if key in tree}
    mutated = mutated_tree(texts, _trees("data/exercises"), random)
    return {
        f"data/exercises/{name}.yaml": original.encode(),
        f"data/exercises/{name}.es.yaml": _encoded(yaml.safe_dump(mutated, sort_keys=False)),
    }


def _in_spanish(names: Sequence[str], random: Random) -> list[str]:
    return [*_command(random), *names, "--lang", "es"]


def _pose(name: str, random: Random) -> Files:
    figures = [
        t["figure"] for t in _trees("data/exercises") if isinstance(t, dict) and "figure" in t
    ]
    figure = mutated_tree(random.choice(figures), figures, random)
    written = yaml.safe_dump({"figure": figure}, allow_unicode=True, sort_keys=False)
    text = _PLAIN.format(name=name) + written
    return {f"data/exercises/{name}.yaml": _encoded(text)}


# What decides how items print


def _layout(name: str, random: Random) -> Files:
    if random.random() < 0.3:
        return {f"mine/{name}.yaml": _yaml("layouts", random)}
    trees = [tree for tree in _trees("layouts") if isinstance(tree, dict) and "layout" in tree]
    tree = mutated_tree(random.choice(trees), trees, random)
    named = {**tree, "layout": name} if isinstance(tree, dict) else tree
    return {f"mine/{name}.yaml": _encoded(yaml.safe_dump(named, sort_keys=False))}


def _with_layouts(names: Sequence[str], random: Random) -> list[str]:
    items = ["plank", *random.choice((["bird-dog"], [])), *_some("programs"), *_some("ladders")]
    named = (word for name in names for word in ("--layout", f"mine/{name}.yaml"))
    return [*_command(random), *items, *named]


@cache
def _some(folder: str) -> list[str]:
    return [sorted((resources.root() / "data" / folder).glob("*.yaml"))[0].stem]


def _brand(name: str, random: Random) -> Files:
    folder = resources.root() / "data" / "brands"
    logos = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".yaml"}
    return {**logos, f"{name}.yaml": _yaml("data/brands", random)}


def _with_brands(names: Sequence[str], random: Random) -> list[str]:
    named = (word for name in names for word in ("--brand", f"{name}.yaml"))
    return [*_command(random), "plank", "--layout", "card", *named]


_CLIENTS = """\
client;build;goal;rung;start;date;lang;note;coach;1rm plank
Ana Pereira;plank; strength;2;2027-01-04;;es;"Careful; slowly";Sam;100 kg
Bo;"plank; bird-dog";;;;3 May;;Breathe out;;90 kg
"""
_CLIENT_LIST: list[Tree] = [
    [
        {"client": "Ana", "build": ["plank"], "goal": "strength", "1rm": {"plank": "90 kg"}},
        {"client": "Bo", "build": "plank; bird-dog", "doses": {"plank": {"sets": "2"}}},
    ]
]


def _table_of_clients(name: str, random: Random) -> Files:
    return {f"{name}.csv": _encoded(mutated_text(_CLIENTS, random))}


def _list_of_clients(name: str, random: Random) -> Files:
    tree = mutated_tree(_CLIENT_LIST[0], _CLIENT_LIST, random)
    return {f"{name}.yaml": _encoded(yaml.safe_dump(tree, allow_unicode=True))}


def _with_clients(ending: str, names: Sequence[str], random: Random) -> list[str]:
    more = random.choice(((), ("--client", "Ana"), ("--layout", "home"), ("--layout", "card")))
    return [*_command(random), "plank", "--clients", f"{names[0]}{ending}", *more]


# Pictures and fonts


@cache
def _bitmaps() -> list[bytes]:
    made = []
    for mode, format in (("RGB", "PNG"), ("P", "PNG"), ("LA", "PNG"), ("I;16", "PNG")):
        made.append(_saved(Image.new(mode, (60, 40)), format))
    for mode, format in (("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("RGB", "WEBP")):
        made.append(_saved(Image.effect_noise((60, 40), 90).convert(mode), format))
    made.append(_saved(Image.new("RGB", (60, 40)), "GIF"))
    return made


def _saved(image: Image.Image, format: str) -> bytes:
    file = BytesIO()
    image.save(file, format)
    return file.getvalue()


def _bitmap(name: str, random: Random) -> Files:
    ending = random.choice((".png", ".jpg", ".webp", ".jpeg"))
    data = random.choice(_bitmaps())
    if data.startswith(_PNG) and random.random() < 0.8:
        return _pictured(name, ending, _png_with_sums(data, random))
    return _pictured(name, ending, mutated_bytes(data, random))


_PNG = b"\x89PNG\r\n\x1a\n"


def _png_with_sums(data: bytes, random: Random) -> bytes:
    """A PNG file with chunks that have changed, gone or come again, all with the sums they need."""
    chunks: list[tuple[bytes, bytes]] = []
    at = len(_PNG)
    while at < len(data):
        length, name = unpack_from(">I4s", data, at)
        chunks.append((name, data[at + 8 : at + 8 + length]))
        at += length + 12
    for _ in range(random.choice((1, 1, 2))):
        number = random.randrange(len(chunks))
        name, inner = chunks[number]
        if name == b"IDAT" and random.random() < 0.5:
            with suppress(error):  # its pixels may be spoilt already
                inner = compress(mutated_bytes(decompress(inner), random))
        chunks[number : number + 1] = random.choice(
            (
                [(name, mutated_bytes(inner, random))],
                [(name, inner), (name, mutated_bytes(inner, random))],
                [
                    (random.choice((b"tRNS", b"iCCP", b"zTXt", b"PLTE", b"eXIf", b"acTL")), inner),
                    chunks[number],
                ],
                [],
            )
        )
    return _PNG + b"".join(
        pack(">I4s", len(inner), name) + inner + pack(">I", crc32(name + inner))
        for name, inner in chunks
    )


_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  viewBox="0 0 200 100" width="40mm">
<style>.a{fill:#ff0000} rect, #b > g {stroke: blue; stroke-width: 2}</style>
<defs><g id="b"><circle cx="50" cy="50" r="40"/></g><clipPath id="c"><rect width="9" height="9"/>
</clipPath></defs><use xlink:href="#b" x="10"/><use href="#b" transform="rotate(20 3 4) scale(.5)"/>
<g clip-path="url(#c)" class="a"><path d="M0 0 A 5 5 0 0 1 9 9 q 1 2 3 4 t 5 5 s 1 2 3 4 z"/></g>
<polygon points="0,0 9,0 9,9"/><polyline points="0,0 9,0" stroke="red" stroke-dasharray="2 1"/>
<ellipse cx="5%" cy="50" rx="40" ry="20" style="fill: rgb(1, 2, 3); opacity: 1"/>
<line x2="50" y2="50" stroke="black" transform="matrix(1 0 0 1 5 5) skewX(3)"/></svg>
"""


_VALUE = re.compile(r'(?<==")[^"]*(?=")')


def _revalued(svg: str, random: Random) -> str:
    """An SVG file that is well formed, with one or two of its values changed."""
    for _ in range(random.choice((1, 1, 2))):
        place = random.choice([*_VALUE.finditer(svg)][1:])  # the first names the language
        value = random.choice((mutated_text(place[0], random), _renumbered(place[0], random)))
        svg = svg[: place.start()] + escape(value, {'"': "&quot;"}) + svg[place.end() :]
    return svg


def _renumbered(value: str, random: Random) -> str:
    factor = random.choice((-1, 0, 0.5, 1.1, 10, 1e9))
    return re.sub(r"\d+", lambda found: f"{int(found[0]) * factor:g}", value, count=1)


def _svg(name: str, random: Random) -> Files:
    if random.random() < 0.7:
        return _pictured(name, ".svg", _encoded(_revalued(_SVG, random)))
    mutated = mutated_text(_SVG, random)
    if random.random() < 0.3:
        data = mutated_bytes(_SVG.encode(), random)
    elif random.random() < 0.3:
        depth = random.choice((10, 300, 5000))
        data = _encoded(mutated.replace("<use ", "<g>" * depth + "<use ", 1))
    else:
        data = _encoded(mutated)
    return _pictured(name, ".svg", data)


def _pictured(name: str, ending: str, data: bytes) -> Files:
    text = _PLAIN.format(name=name) + f"picture: {name}{ending}\n"
    return {
        f"data/exercises/{name}.yaml": text.encode(),
        f"data/exercises/{name}{ending}": data,
    }


@cache
def _fonts() -> list[bytes]:
    found = sorted(resources.fonts().rglob("*.ttf"), key=lambda path: path.stat().st_size)
    return [path.read_bytes() for path in found[:2]]


def _font(name: str, random: Random) -> Files:
    return {f"{name}.ttf": mutated_bytes(random.choice(_fonts()), random)}


def _with_fonts(names: Sequence[str], random: Random) -> list[str]:
    named = (word for name in names for word in ("--font", f"{name}.ttf"))
    return [*BUILD, *DATA, "plank", "--layout", "card", *named]


# Other people's data

_RECORDS: Mapping[str, Tree] = {
    "free-exercise-db": [
        {
            "id": "Toe_Stand",
            "name": "Toe Stand",
            "level": "beginner",
            "equipment": "body only",
            "primaryMuscles": ["calves"],
            "instructions": ["Stand tall.", "Rise: up on your toes."],
            "images": ["a/0.jpg"],
        }
    ],
    "exercise-api": [
        {
            "name": "Toe Stand",
            "cues": "Stand tall. Rise. Come down.",
            "primary_muscle": "calves",
            "default_rep_low": 8,
            "default_rep_high": 12,
            "modality": "strength",
        }
    ],
    "everkinetic": [
        {"id": "1", "title": "Toe Stand", "steps": ["Stand tall.", "Rise."], "tips": ["Slowly."]}
    ],
    "wger": {
        "results": [
            {
                "uuid": "x",
                "category": {"name": "Legs"},
                "muscles": [{"name_en": "Calves"}],
                "translations": [
                    {"language": "2", "name": "Toe Stand", "description": "<p>Rise.</p><ol><li>a"},
                    {"language": "1", "name": "Zehenstand", "description": "<p>Steig.</p>"},
                ],
                "images": [{"image": "http://127.0.0.1/a.png"}],
                "license": {"short_name": "CC-BY-SA 4"},
                "license_author": "x",
            }
        ]
    },
}
_TABLE = (
    "name,execution,setup,level,picture\nToe Stand,Stand tall. Rise.,Shoes off,beginner,a.png\n"
)


def _records(word: str, name: str, random: Random) -> Files:
    if word == "csv":
        return {f"{name}.in": _encoded(mutated_text(_TABLE, random))}
    tree = _RECORDS[word]
    if random.random() < 0.3:
        return {f"{name}.in": _encoded(mutated_text(json.dumps(tree, indent=1), random))}
    mutated = mutated_tree(tree, [*_RECORDS.values()], random)
    return {f"{name}.in": _encoded(json.dumps(mutated, ensure_ascii=random.random() < 0.5))}


def _import(word: str, names: Sequence[str], random: Random) -> list[str]:
    return ["import", word, f"{names[0]}.in", "--into", "out"]


def _mapped(names: Sequence[str], random: Random) -> list[str]:
    columns = mutated_text("name=name,execution=execution,setup=setup,picture=picture", random)
    return [*_import("csv", names, random), "--map", columns.replace("\0", "")]


# The words of the command itself, and what is kept from run to run


def _nothing(name: str, random: Random) -> Files:
    return {}


def _words(names: Sequence[str], random: Random) -> list[str]:
    free = ("--client", "--coach", "--note", "--goal", "--as")
    if random.random() < 0.6:
        options = random.sample(free, random.choice((1, 2)))
        said = [word for each in options for word in (each, random.choice(NASTY))]
        return [*BUILD, *DATA, "plank", "--layout", "home", *(w.replace("\0", "") for w in said)]
    return _any_words(random)


def _any_words(random: Random) -> list[str]:
    options = (
        "--client",
        "--coach",
        "--date",
        "--note",
        "--goal",
        "--rung",
        "--as",
        "--set",
        "--max",
    )
    more = ("--weeks", "--session", "--lang", "--layout", "--brand", "--shard", "--png", "--jobs")
    words = [*_command(random), random.choice(("plank", *NASTY))]
    for _ in range(random.choice((1, 2, 3))):
        option, value = random.choice((*options, *options, *more)), random.choice(NASTY)
        words += [option, value.replace("\0", "")]
    return [*words, "--layout", random.choice(("card", "home"))]


def _drawing(name: str, random: Random) -> Files:
    """A drawing that lies ready, under the name that a figure looks for."""
    drawings = sorted((resources.root() / "data" / "drawings").glob("*.json"))
    chosen = random.choice(drawings[:20])
    mutated = mutated_bytes(chosen.read_bytes(), random)
    if random.random() < 0.5:
        tree = mutated_tree(json.loads(chosen.read_bytes()), [[]], random)
        mutated = _encoded(json.dumps(tree))
    return {f"data/drawings/{chosen.name}": mutated}


def _everything_pictured(names: Sequence[str], random: Random) -> list[str]:
    return [*_command(random), "--layout", "card", *_drawn()]


@cache
def _drawn() -> list[str]:
    return [path.stem for path in sorted((resources.root() / "data/exercises").glob("*.yaml"))[:20]]


def _words_and_sound(name: str, random: Random) -> Files:
    """What a library has beside its items: words of the trade, and a list of sound figures."""
    sound = (resources.root() / "data" / "drawings" / "sound.txt").read_bytes()
    return {
        **_item("exercises", "data/exercises", name, random),
        "data/words/en.yaml": _yaml("data/words", random),
        "data/drawings/sound.txt": mutated_bytes(sound, random),
    }


def _checked(names: Sequence[str], random: Random) -> list[str]:
    return ["check", "--jobs", "1", *DATA, *names]


@cache
def _page() -> bytes:
    """A page of ours: tagged, with fonts and a drawing."""
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        own = ("--data", str(resources.root() / "data"))
        main(["build", "--jobs", "1", "--out", folder, *own, "plank", "--layout", "card"])
        return (Path(folder) / "card" / "plank.pdf").read_bytes()


def _printed(name: str, random: Random) -> Files:
    """A finished file with changed bytes, packed, or in the open where a byte changes words."""
    data = _page()
    if random.random() < 0.7:
        plain = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(
                plain,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
            )
        data = plain.getvalue()
    return {f"{name}.pdf": mutated_bytes(data, random)}


def _finished(names: Sequence[str], random: Random) -> list[str]:
    return ["check", "--jobs", "1", *(f"{name}.pdf" for name in names)]


def _record(name: str, random: Random) -> Files:
    record: dict[str, object] = {
        "trace": {"key": "0", "sources": {"names": ["plank"], "files": ["x"]}, "origins": []},
        "files": {"plank.pdf": "0"},
        "clients": None,
        "png": None,
        "pages": 1,
        "type_size": 10.5,
        "left_out": [],
        "problems": [],
    }
    data = mutated_bytes(json.dumps(record).encode(), random)
    return {"out/.handouts/state/card/plank.pdf.json": data}


def _again(names: Sequence[str], random: Random) -> list[str]:
    prune = ("--prune",) if random.random() < 0.5 else ()
    return ["build", "--jobs", "1", "--out", "out", *DATA, "plank", "--layout", "card", *prune]


_EXERCISE = partial(_item, "exercises", "data/exercises")

KINDS = (
    Kind("exercise", 160, 8, _EXERCISE, _by_name),
    Kind("program", 120, 6, partial(_item, "programs", "data/programs"), _by_name),
    Kind("ladder", 60, 8, partial(_item, "ladders", "data/ladders"), _by_name),
    Kind("translation", 40, 8, _translation, _in_spanish),
    Kind("pose", 20, 8, _pose, _by_name),
    Kind("layout", 130, 6, _layout, _with_layouts),
    Kind("brand", 50, 6, _brand, _with_brands),
    Kind("clients, CSV", 50, 1, _table_of_clients, partial(_with_clients, ".csv")),
    Kind("clients, YAML", 40, 1, _list_of_clients, partial(_with_clients, ".yaml")),
    Kind("bitmap", 80, 10, _bitmap, _on_cards),
    Kind("SVG", 60, 10, _svg, _on_cards),
    Kind("font", 20, 2, _font, _with_fonts),
    Kind(
        "import, JSON",
        10,
        1,
        partial(_records, "free-exercise-db"),
        partial(_import, "free-exercise-db"),
    ),
    Kind("import, wger", 20, 1, partial(_records, "wger"), partial(_import, "wger")),
    Kind(
        "import, everkinetic",
        10,
        1,
        partial(_records, "everkinetic"),
        partial(_import, "everkinetic"),
    ),
    Kind(
        "import, exercise-api",
        10,
        1,
        partial(_records, "exercise-api"),
        partial(_import, "exercise-api"),
    ),
    Kind("import, CSV", 10, 1, partial(_records, "csv"), partial(_import, "csv")),
    Kind("import, columns", 10, 1, partial(_records, "csv"), _mapped),
    Kind("command line", 20, 1, _nothing, _words),
    Kind("words and sound", 20, 4, _words_and_sound, _checked),
    Kind("finished file", 40, 4, _printed, _finished),
    Kind("drawing", 10, 5, _drawing, _everything_pictured),
    Kind("record", 10, 1, _record, _again),
)
"""All kinds; their shares are of a thousand."""
