"""Passages of text to what a card says: a summary, cues for the setup and the execution, tips.

A list's items are cues. Of running text each sentence is one, and so is each numbered part. What
stands before a numbered list says what it is for. A head that names a part of ours begins it; its
words stay with the first cue, where they are not what sheets print there anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from handouts.dataclass import dataclass
from handouts.importers.draft import Fields, Value
from handouts.importers.text.heads import Head, bare, head_of, headed, is_printed
from handouts.importers.text.markup import Passage
from handouts.importers.text.numbering import numbered_parts, unnumbered
from handouts.importers.text.sentences import sentences

LONGEST_CUE = 1000
"""Characters that the detail of a cue may have."""

LONGEST_LEAD = 120
LONGEST_HEAD = 60
LONGEST_SUMMARY = 2000

_LEAD = re.compile(r"\*\*(?P<lead>[^*]+?)\s*(?:[:.]\*\*|\*\*\s*:)\s*(?P<detail>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Directions:
    """What a card says of a movement: each text is a cue, but for those of the summary.

    ``unsaid`` are heads of parts that nothing was said in.
    """

    summary: tuple[str, ...] = ()
    setup: tuple[str, ...] = ()
    execution: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()

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


def directions(passages: Sequence[Passage], language: str) -> Directions:
    """The directions that some passages in a language give, in their order."""
    first_step = next((n for n, each in enumerate(passages) if each.kind == "step"), 0)
    parts = _Parts(language)
    for number, passage in enumerate(passages):
        if _is_head(passage) and (head := head_of(passage.text)):
            parts.begin(head)
        elif within := headed(passage.text):
            parts.insert(within[0], _cues(Passage(passage.kind, within[1])))
        elif parts.is_new and number < first_step and passage.kind in ("paragraph", "head"):
            parts.introduce(passage)
        elif _is_head(passage):
            parts.lead(bare(passage.text))
        else:
            parts.add(_cues(passage))
    return parts.directions()


def plain_cues(text: str) -> list[str]:
    """The cues of a text without markup.

    They are its lines; of one line its numbered parts, what stands between semicolons or bars if
    that is one sentence each, or its sentences.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        lines = numbered_parts(lines[0]) or _listed(lines[0]) or sentences(lines[0])
    return steps(lines)


def _listed(text: str) -> list[str]:
    """What stands between signs that part a list; nothing where they part but a sentence."""
    for sign in (";", "|"):
        parts = [part.strip() for part in text.split(sign) if part.strip()]
        if sign in text and all(len(sentences(part)) == 1 for part in parts):
            return parts
    return []


def steps(texts: Iterable[str]) -> list[str]:
    """The cues of a list whose items are one each, however long."""
    return [cue for text in texts for cue in _short(unnumbered(text))]


def cue_of(text: str) -> Value:
    """A cue as YAML says it: a bold beginning with a colon or full stop is its lead."""
    found = _LEAD.fullmatch(text)
    if found is None or len(found["lead"]) > LONGEST_LEAD:
        return text
    return {found["lead"]: found["detail"]}


_NO_HEAD = Head("execution", "")
"""Before any head there is something to do."""


class _Parts:
    """The parts of a card as they fill, in a language; heads wait for the cue below them."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._texts: dict[str, list[str]] = {
            key: [] for key in ("summary", "setup", "execution", "tips")
        }
        self._unsaid: list[str] = []
        self._begun = _NO_HEAD
        self._is_empty = False
        self._lead = ""

    @property
    def is_new(self) -> bool:
        """Whether no head has begun a part yet."""
        return self._begun is _NO_HEAD

    def introduce(self, passage: Passage) -> None:
        """Add a passage to the summary."""
        is_head = passage.kind == "head"
        self._texts["summary"].append(f"{bare(passage.text)}:" if is_head else passage.text)

    def begin(self, head: Head) -> None:
        """Begin a part."""
        self._end()
        self._begun = head
        self._is_empty = True

    def insert(self, head: Head, cues: Iterable[str]) -> None:
        """Add cues to a part, and go on with the one that was begun."""
        self._flush()
        self._texts[head.key] += _below(self._unprinted(head), [*cues], head.is_for_all)

    def lead(self, words: str) -> None:
        """Have a head that begins no part lead the cue below it."""
        self._flush()
        self._lead = words

    def add(self, cues: Iterable[str]) -> None:
        """Add cues to the part that was begun, the first below the heads that wait."""
        led = _led(self._lead, [*cues])
        if not led:
            return
        head = self._begun
        words = self._unprinted(head) if self._is_empty or head.is_for_all else ""
        self._texts[head.key] += _below(words, led, head.is_for_all)
        self._lead = ""
        self._is_empty = False

    def directions(self) -> Directions:
        """All that was added."""
        self._end()
        texts = {key: tuple(texts) for key, texts in _balanced(self._texts).items()}
        return Directions(**texts, unsaid=tuple(self._unsaid))

    def _unprinted(self, head: Head) -> str:
        """The words of a head, none where sheets print them anyway."""
        return "" if is_printed(head, self._language) else head.words

    def _flush(self) -> None:
        """Have a head without a cue below it be one."""
        lead, self._lead = self._lead, ""
        self.add([lead] if lead else [])

    def _end(self) -> None:
        self._flush()
        if self._is_empty:
            self._unsaid.append(self._begun.words)


def _led(lead: str, cues: list[str]) -> list[str]:
    """Cues whose first has a lead, or follows it where it has one itself."""
    if not lead or not cues:
        return cues
    first, *others = cues
    return [lead, *cues] if _LEAD.fullmatch(first) else [f"**{lead}:** {first}", *others]


def _below(words: str, cues: list[str], every: bool) -> list[str]:
    """Cues the first of which, or every one, says the words that stand over them."""
    count = (len(cues) if every else 1) if words else 0
    told = [*(_said(words, cue) for cue in cues[:count]), *cues[count:]]
    return [part for cue in told for part in _short(cue)]


def _said(words: str, cue: str) -> str:
    """A cue that says some words first, within its lead where it has one."""
    found = _LEAD.fullmatch(cue)
    return f"**{words}: {found['lead']}:** {found['detail']}" if found else f"{words}: {cue}"


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


def _is_head(passage: Passage) -> bool:
    text = passage.text.replace("**", "").strip()
    stands_over = passage.kind == "head" or text.endswith((":", "："))
    return stands_over and len(text) <= LONGEST_HEAD


def _cues(passage: Passage) -> Iterator[str]:
    if passage.kind in ("step", "item", "head"):
        yield from _short(unnumbered(passage.text))
        return
    text = passage.text
    for part in numbered_parts(text) or sentences(unnumbered(text)):
        yield from _short(part)


def _short(text: str) -> list[str]:
    """A cue as it is; sentence by sentence when it is too long for one."""
    if len(text) <= LONGEST_CUE:
        return [text] if text else []
    return [part for sentence in sentences(text) for part in _wrapped(sentence)]


def _wrapped(sentence: str) -> list[str]:
    """A sentence in parts that a cue can hold, cut at spaces."""
    return wrap(sentence, LONGEST_CUE) if len(sentence) > LONGEST_CUE else [sentence]
