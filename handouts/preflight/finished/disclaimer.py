"""Whether a page says that it is no doctor: known by what such texts have in common.

A disclaimer has many wordings, and an exercise may have its own. All of them say what the sheet is
(information, general advice, no replacement) and whom to ask instead, in one breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from unicodedata import normalize

from handouts.preflight.finished.finding import Finding
from handouts.preflight.finished.printed import PrintedPage, Text
from handouts.source.problem import Severity

_WHAT_IT_IS = (
    *("advice", "inform", "guide", "general", "replace", "substitute", "tips", "not medical"),
    *("allgemein", "ersatz", "ersetz", "hinweis", "ratschl"),
    *("consejo", "reemplaza", "sustituye", "guía"),
    *("conseil", "avis", "remplace", "général"),
    *("sostitui", "consigli", "parere", "generali"),
    *("substitui", "orienta", "conselho", "geral", "gerais", "dicas"),
    *("توعية", "تغني", "نصائح", "معلومات", "بديل"),
    *("מידע", "תחליף", "ייעוץ", "עצות", "כללי"),
)
"""Beginnings of words that say what a handout is, and what it is not."""

_WHOM_TO_ASK = (
    *("doctor", "physician", "clinician", "therap", "surgeon", "midwife", "nurse", "medical"),
    *("arzt", "ärzt", "hebamme"),
    *("médic", "fisioterap", "matrona", "parteira"),
    *("médecin", "kinésithérap", "chirurg", "sage-femme"),
    *("medico", "ostetric"),
    *("طبيب", "علاج طبيعي", "قابلة"),
    *("רופא", "רפוא", "פיזיותרפ", "מיילדת"),
)
"""Beginnings of words for those who know."""

_ONE_BREATH = 250
"""Characters between the two."""

_FOOT = 300
"""Characters at the end of a page's text."""

_SAME = 0.9
"""Part of its words by which a text is known again, however its lines break."""


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


_SAID = re.compile(
    f"(?:{_either(_WHAT_IT_IS)}).{{0,{_ONE_BREATH}}}?(?:{_either(_WHOM_TO_ASK)})"
    f"|(?:{_either(_WHOM_TO_ASK)}).{{0,{_ONE_BREATH}}}?(?:{_either(_WHAT_IT_IS)})"
)


def has_disclaimer(text: str) -> bool:
    """Whether a text has a disclaimer in it, in one of the languages that labels are in."""
    words = normalize("NFKC", text).casefold().split()
    return any(_SAID.search(each) for each in (" ".join(words), _turned(words)))


def _turned(words: Sequence[str]) -> str:
    """Give words letter by letter from their ends: some that run from right to left come so."""
    return " ".join(word[::-1] for word in words)


class Disclaimers:
    """What a file says that its disclaimers are, as ours do; of one that does not, words tell.

    ``titled`` is all content of elements that are titled so, by page and MCID. On the pages after
    it, the same words or a short form may stand at the foot as decoration, so pages are asked about
    in order.
    """

    def __init__(self, titled: Set[tuple[int, int]], ours: bool) -> None:
        self._titled = titled
        self._severity = Severity.ERROR if ours else Severity.WARNING
        self._wordings: set[frozenset[str]] = set()
        self._without: list[int] = []
        self._asked = 0

    def look(self, page: PrintedPage) -> None:
        """Look for one on a page; a blank one needs none."""
        if page.is_blank:
            return
        self._asked += 1
        in_words = page.reading[-_FOOT:] if self._titled else page.reading
        if not (self._is_said_on(page) or has_disclaimer(in_words)):
            self._without.append(page.number)

    def missing(self) -> Iterator[tuple[int, Finding]]:
        """Find the pages without one among those looked at, by number; 0 where all are."""
        hint = "pages come apart: each says that it is no medical advice, and whom to ask"
        everywhere = 1 < self._asked == len(self._without)
        what = "no page has a disclaimer" if everywhere else "this page has no disclaimer"
        finding = Finding("no-disclaimer", what, hint, self._severity)
        for number in (0,) if everywhere else self._without:
            yield number, finding

    def other_text(self, page: PrintedPage) -> list[Text]:
        """Give what a page says besides, and besides what repeats on every page."""
        texts = (text for text in page.read if not text.tag.artifact)
        return [text for text in texts if not self._is_one(page, text)]

    def _is_one(self, page: PrintedPage, text: Text) -> bool:
        """Whether a text is part of a disclaimer, where the file says so."""
        return text.tag.mcid is not None and (page.number, text.tag.mcid) in self._titled

    def _is_said_on(self, page: PrintedPage) -> bool:
        """Whether a page has one that is titled, or the same words as decoration."""
        said = _words(text for text in page.read if self._is_one(page, text))
        if said:
            self._wordings.add(said)
            return True
        repeated = _words(text for text in page.read if text.tag.artifact)
        return any(len(wording & repeated) >= _SAME * len(wording) for wording in self._wordings)


def _words(texts: Iterable[Text]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.words.split())
