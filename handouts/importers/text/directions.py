"""Passages of text to what a card says: a summary, cues for the setup and the execution, tips.

A list's items are cues. Of running text each sentence is one, and so is each numbered part. What
stands before a numbered list says what it is for. A head that names a part of ours begins it; its
words stay with the first cue, where they are not what sheets print there anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handouts.dataclass import dataclass
from handouts.importers.draft import Fields
from handouts.importers.text.cues import below, cue_of, led, running_cues, steps
from handouts.importers.text.heads import Head, bare, head_of, headed, is_printed
from handouts.importers.text.markup import Passage

LONGEST_HEAD = 60
LONGEST_SUMMARY = 2000


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
        self._texts[head.key] += below(self._unprinted(head), [*cues], every=head.is_for_all)

    def lead(self, words: str) -> None:
        """Have a head that begins no part lead the cue below it."""
        self._flush()
        self._lead = words

    def add(self, cues: Iterable[str]) -> None:
        """Add cues to the part that was begun, the first below the heads that wait."""
        found = led(self._lead, [*cues])
        if not found:
            return
        head = self._begun
        words = self._unprinted(head) if self._is_empty or head.is_for_all else ""
        self._texts[head.key] += below(words, found, every=head.is_for_all)
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


def _balanced(parts: dict[str, list[str]]) -> dict[str, list[str]]:
    """The parts with something to do among them, and a summary that is short enough for one."""
    summary = " ".join(parts["summary"])
    if len(summary) > LONGEST_SUMMARY:
        return {**parts, "summary": [], "execution": [*running_cues(summary), *parts["execution"]]}
    if parts["setup"] or parts["execution"]:
        return parts
    if summary:
        return {**parts, "summary": [], "execution": running_cues(summary)}
    return {**parts, "execution": parts["tips"], "tips": []}


def _is_head(passage: Passage) -> bool:
    text = passage.text.replace("**", "").strip()
    stands_over = passage.kind == "head" or text.endswith((":", "："))
    return stands_over and len(text) <= LONGEST_HEAD


def _cues(passage: Passage) -> list[str]:
    return running_cues(passage.text) if passage.kind == "paragraph" else steps([passage.text])
