"""Heads of other people's texts: which part of a card each begins."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handouts.dataclass import dataclass
from handouts.model.language import lookup

PARTS: Mapping[str, tuple[str, ...]] = {
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
        *("adımlar", "шаги", "выполнение", "βήματα", "طريقة الأداء", "الخطوات", "ביצוע"),
        *("שלבים", "步骤"),
    ),
    "tips": (
        *("tips", "tip", "notes", "note", "hints", "form tips", "tipps", "tipp", "hinweise"),
        *("hinweis", "consejos", "consejo", "notas", "conseils", "remarques", "consigli"),
        *("suggerimenti", "dicas", "советы", "συμβουλές", "نصائح", "טיפים", "提示"),
    ),
    "mistakes": (
        *("common mistakes", "common mistake", "mistakes", "common errors", "errors", "avoid"),
        *("häufige fehler", "fehler", "errores comunes", "errores", "erreurs fréquentes"),
        *("erreurs", "errori comuni", "errori", "erros comuns", "erros", "أخطاء شائعة"),
        *("טעויות נפוצות", "常见错误"),
    ),
}
"""Heads by the part they begin; what is said of mistakes stands among the tips."""

PRINTED: Mapping[str, Mapping[str, str]] = {
    "en": {"setup": "Setup", "execution": "Execution", "tips": "Tips"},
    "es": {"setup": "Posición inicial", "execution": "Ejecución", "tips": "Consejos"},
    "fr": {"setup": "Position de départ", "execution": "Exécution", "tips": "Conseils"},
    "de": {"setup": "Ausgangsstellung", "execution": "Ausführung", "tips": "Tipps"},
    "pt": {"setup": "Posição inicial", "execution": "Execução", "tips": "Dicas"},
    "it": {"setup": "Posizione di partenza", "execution": "Esecuzione", "tips": "Consigli"},
    "ar": {"setup": "وضع البداية", "execution": "طريقة الأداء", "tips": "نصائح"},
    "he": {"setup": "תנוחת מוצא", "execution": "ביצוע", "tips": "טיפים"},
}
"""Heads that sheets in a language print of their own accord, by their part."""

_BY_HEAD = {head: part for part, heads in PARTS.items() for head in heads}
_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class Head:
    """A head that begins a part of a card, and its words."""

    part: str
    words: str

    @property
    def key(self) -> str:
        """The key of the part in a file."""
        return "tips" if self.part == "mistakes" else self.part

    @property
    def is_for_all(self) -> bool:
        """Whether each cue below must say it: a mistake without it reads as something to do."""
        return self.part == "mistakes"


def head_of(text: str) -> Head | None:
    """The head that a text is, if it begins a part of a card."""
    words = bare(text)
    part = _BY_HEAD.get(words.rstrip(".").casefold())
    return Head(part, words) if part else None


def headed(text: str) -> tuple[Head, str] | None:
    """The head that a text begins with, ``Setup: Sit down.``, and the rest of it."""
    colon = _COLON.search(text)
    if colon is None:
        return None
    head = head_of(text[: colon.start()])
    rest = text[colon.end() :].removeprefix("**").strip()
    return (head, rest) if head and rest else None


def bare(text: str) -> str:
    """The words of a head, without its marks and colon."""
    return text.replace("**", "").strip().rstrip(":：").strip()


def is_printed(head: Head, language: str) -> bool:
    """Whether a sheet in a language says these words itself, above the part."""
    tag = lookup(language, PRINTED)
    return tag is not None and PRINTED[tag].get(head.part, "").casefold() == head.words.casefold()
