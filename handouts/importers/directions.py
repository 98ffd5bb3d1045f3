"""Passages of text to what a card says: a summary, cues for the setup and the execution, tips.

A list's items are cues. Of running text each sentence is one, and so is each numbered part. What
stands before a numbered list says what it is for. A head that names a part of ours begins it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from handouts.dataclass import dataclass
from handouts.importers.draft import Fields, Value
from handouts.importers.markup import Passage

LONGEST_CUE = 1000
"""Characters that the detail of a cue may have."""

LONGEST_LEAD = 120
LONGEST_HEAD = 60
LONGEST_SUMMARY = 2000

SECTIONS = {
    "setup": (
        *("setup", "set-up", "preparation", "starting position", "start position", "start"),
        *("ausgangsposition", "ausgangsstellung", "startposition", "vorbereitung"),
        *("posición inicial", "preparación", "position de départ", "préparation"),
        *("posizione iniziale", "posizione di partenza", "posição inicial", "preparação"),
        *("وضعية البداية", "وضع البداية", "תנוחת מוצא", "αρχική θέση", "起始姿势"),
    ),
    "execution": (
        *("execution", "steps", "instructions", "how to", "how to do it", "how to perform"),
        *("directions", "procedure", "technique", "description", "movement"),
        *("ausführung", "durchführung", "schritte", "anleitung", "bewegung"),
        *("ejecución", "pasos", "instrucciones", "cómo hacerlo", "cómo realizarlo", "movimiento"),
        *("exécution", "étapes", "instructions d'exécution", "mouvement"),
        *("esecuzione", "passi", "istruzioni", "passaggi", "come eseguirlo", "movimento"),
        *("execução", "passos", "instruções", "como fazer", "stappen", "kroky", "langkah"),
        *("adımlar", "шаги", "выполнение", "βήματα", "الخطوات", "שלבים", "步骤"),
    ),
    "tips": (
        *("tips", "tip", "notes", "note", "hints", "common mistakes", "mistakes", "form tips"),
        *("tipps", "tipp", "hinweise", "hinweis", "häufige fehler", "consejos", "consejo"),
        *("notas", "errores comunes", "conseils", "remarques", "erreurs fréquentes"),
        *("consigli", "suggerimenti", "errori comuni", "dicas", "erros comuns"),
        *("советы", "συμβουλές", "نصائح", "טיפים", "提示"),
    ),
}
"""Heads that name a part of a card."""

_BY_HEAD = {head: section for section, heads in SECTIONS.items() for head in heads}
_NUMBER = re.compile(r"(?:^|\s)(?:\w+ )?\(?(\d{1,2})(?:[.)][-–]?|\s?[-–:])\s+", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.!?…؟])[\"”’»)\]]*\s+|(?<=[。！？])(?=.)")
_LAST_WORD = re.compile(r"(\S+)\s*$")
_LEAD = re.compile(r"\*\*(?P<lead>[^*]+?)\s*(?:[:.]\*\*|\*\*\s*:)\s*(?P<detail>\S.*)", re.DOTALL)
_ABBREVIATIONS = frozenset(
    {
        *("approx", "ca", "cf", "d.h", "dr", "e.g", "ecc", "ej", "es", "etc", "evtl", "ex", "fig"),
        *("bzw", "ggf", "i.e", "inkl", "max", "min", "no", "nr", "p.ej", "st", "usw", "vs", "z.b"),
    }
)


@dataclass(frozen=True, slots=True)
class Directions:
    """What a card says of a movement: each text is a cue, but for those of the summary."""

    summary: tuple[str, ...] = ()
    setup: tuple[str, ...] = ()
    execution: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()

    @property
    def fields(self) -> Fields:
        """The keys of a file."""
        fields: Fields = {"summary": " ".join(self.summary)} if self.summary else {}
        for key, cues in (
            ("setup", self.setup),
            ("execution", self.execution),
            ("tips", self.tips),
        ):
            if cues:
                fields[key] = [cue_of(cue) for cue in cues]
        return fields


def directions(passages: Sequence[Passage]) -> Directions:
    """The directions that some passages give, in their order."""
    first_step = next((n for n, each in enumerate(passages) if each.kind == "step"), 0)
    parts: dict[str, list[str]] = {"summary": [], "setup": [], "execution": [], "tips": []}
    section, head = "", ""
    for number, passage in enumerate(passages):
        if named := _section(passage):
            section = named
        elif within := _headed(passage):
            part, text = within
            parts[part] += _cues(Passage(passage.kind, text))
        elif not section and number < first_step and passage.kind in ("paragraph", "head"):
            parts["summary"].append(passage.text)
        elif _is_head(passage):
            parts[section or "execution"] += _plain_head(head)
            head = passage.text
        else:
            parts[section or "execution"] += _under(head, [*_cues(passage)])
            head = ""
    parts[section or "execution"] += _plain_head(head)
    return Directions(**{part: tuple(texts) for part, texts in _balanced(parts).items()})


def _balanced(parts: dict[str, list[str]]) -> dict[str, list[str]]:
    """The parts with something to do among them, and a summary that is short enough for one."""
    summary = " ".join(parts["summary"])
    if len(summary) > LONGEST_SUMMARY:
        return {**parts, "summary": [], "execution": [*sentences(summary), *parts["execution"]]}
    if parts["setup"] or parts["execution"]:
        return parts
    if summary:
        return {**parts, "summary": [], "execution": sentences(summary)}
    return {**parts, "execution": parts["tips"], "tips": []}


def _under(head: str, cues: list[str]) -> list[str]:
    """Cues whose first has a head for its lead, or below the head where it has a lead itself."""
    if not head or not cues:
        return [*_plain_head(head), *cues]
    first, *others = cues
    if _LEAD.fullmatch(first):
        return [*_plain_head(head), *cues]
    return [f"**{_words(head)}:** {first}", *others]


def _plain_head(head: str) -> list[str]:
    return [_words(head)] if head else []


def _words(head: str) -> str:
    """A head without its marks."""
    return head.replace("**", "").strip().rstrip(":：").strip()


def plain_cues(text: str) -> list[str]:
    """The cues of a text without markup: its lines, numbered parts or sentences."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        return [cue for line in lines for cue in _short(_unnumbered(line))]
    return [cue for line in lines for cue in _cues(Passage("paragraph", line))]


def steps(texts: Iterable[str]) -> list[str]:
    """The cues of a list whose items are one each, however long."""
    return [cue for text in texts for cue in _short(_unnumbered(text))]


def cue_of(text: str) -> Value:
    """A cue as YAML says it: a bold beginning with a colon or full stop is its lead."""
    found = _LEAD.fullmatch(text)
    if found is None or len(found["lead"]) > LONGEST_LEAD:
        return text
    return {found["lead"]: found["detail"]}


def sentences(text: str) -> list[str]:
    """The sentences of a text: a full stop after an abbreviation, or before a small letter, ends
    none."""
    found = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if _goes_on(text[start : end.start()], text[end.end() :]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [each for each in (*found, text[start:].strip()) if each]


def _goes_on(before: str, after: str) -> bool:
    word = _LAST_WORD.search(before)
    last = word[1].strip("(\"'“„").casefold().rstrip(".") if word else ""
    stops = before.rstrip().endswith(".") and (
        last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())
    )
    return after[:1].islower() or (stops and not before.rstrip().endswith("..."))


def _is_head(passage: Passage) -> bool:
    text = passage.text.replace("**", "").strip()
    stands_over = passage.kind == "head" or text.endswith((":", "："))
    return stands_over and len(text) <= LONGEST_HEAD and passage.kind != "step"


def _section(passage: Passage) -> str | None:
    """The part of a card that a passage is the head of."""
    return _BY_HEAD.get(_words(passage.text).rstrip(".").casefold()) if _is_head(passage) else None


def _headed(passage: Passage) -> tuple[str, str] | None:
    """The part of a card that a passage begins with the head of, and the rest of the passage."""
    head, _, text = passage.text.replace("：", ":", 1).partition(":")
    part = _BY_HEAD.get(_words(head).casefold())
    text = text.removeprefix("**").strip()
    return (part, text) if part and text else None


def _cues(passage: Passage) -> Iterator[str]:
    if passage.kind in ("step", "item", "head"):
        yield from _short(passage.text)
        return
    for part in _numbered_parts(passage.text) or sentences(passage.text):
        yield from _short(part)


def _short(text: str) -> list[str]:
    """A cue as it is; sentence by sentence when it is too long for one."""
    if len(text) <= LONGEST_CUE:
        return [text] if text else []
    return [part for sentence in sentences(text) for part in _wrapped(sentence)]


def _wrapped(sentence: str) -> list[str]:
    """A sentence in parts that a cue can hold, cut at spaces."""
    from textwrap import wrap

    return wrap(sentence, LONGEST_CUE) if len(sentence) > LONGEST_CUE else [sentence]


def _numbered_parts(text: str) -> list[str]:
    """The parts of ``1. Lie down. 2. Rise.``, without their numbers; none of other texts."""
    starts: list[re.Match[str]] = []
    for found in _NUMBER.finditer(text):
        if int(found[1]) == len(starts) + 1 and (starts or found.start() == 0):
            starts.append(found)
    if not starts:
        return []
    ends = [found.start() for found in starts[1:]] + [len(text)]
    return [text[s.end() : end].strip() for s, end in zip(starts, ends, strict=True)]


def _unnumbered(text: str) -> str:
    """A line of a list without its number or dash."""
    return re.sub(r"^(?:\(?\d{1,2}[.)][-–]?\s+|[-–•*]\s+)", "", text)
