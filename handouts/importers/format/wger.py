"""wger: exercises in many languages, whose descriptions are HTML or Markdown.

https://github.com/wger-project/wger: an export, or what the API says under ``exerciseinfo``.
"""

from __future__ import annotations

import re

from handouts.dataclass import dataclass
from handouts.importers.draft import Draft, Fields, Refused, Value
from handouts.importers.format import fields, vocabulary, wger_words
from handouts.importers.format.credits import credit
from handouts.importers.format.vocabulary import NO_EQUIPMENT
from handouts.importers.record import Record
from handouts.importers.text.directions import directions
from handouts.importers.text.markup import from_html, from_markdown, missing, plain_text

SOURCE = "https://wger.de/en/exercise/{}/view/"
FIRST_LANGUAGE = "en"

LANGUAGES = {
    **{"1": "de", "2": "en", "3": "bg", "4": "es", "5": "ru", "6": "nl", "7": "pt", "8": "el"},
    **{"9": "cs", "10": "sv", "11": "no", "12": "fr", "13": "it", "14": "pl", "15": "uk"},
    **{"16": "tr", "17": "ar"},
}
"""Languages by the numbers that the API gives them."""

LICENCES = {
    "1": "CC BY-SA 3.0",
    "2": "CC BY-SA 4.0",
    "3": "CC0",
    "4": "CC BY 4.0",
}
"""Licences by the numbers that the API gives them."""

_TEXTS = ("description", "description_source", "comments", "notes")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class _Sorting:
    """What an exercise is filed under, in the words of wger."""

    category: str | None
    equipment: tuple[str, ...]
    primary: tuple[str, ...]
    secondary: tuple[str, ...]

    def fields(self, language: str) -> Fields:
        """The keys of a file in a language; what wger has no word for is not there."""
        return self._in_english() if language == FIRST_LANGUAGE else self._in(language)

    def _in_english(self) -> Fields:
        return {
            **fields.given(category=self.category),
            **fields.needs(self.equipment),
            **fields.muscles(self.primary, self.secondary),
        }

    def _in(self, language: str) -> Fields:
        needed = self._needed()
        words = [wger_words.translated(each, language) for each in needed]
        named: dict[str, Value] = {"primary": [*self.primary], "secondary": [*self.secondary]}
        muscles: Value = {key: names for key, names in named.items() if names}
        key = "equipment" if needed == self.equipment else "tags"
        return {
            **fields.given(category=wger_words.translated(self.category or "", language)),
            **({key: [word for word in words if word]} if words and all(words) else {}),
            **fields.given(muscles=muscles),
        }

    def _needed(self) -> tuple[str, ...]:
        """The equipment; where it is none, that."""
        plain = vocabulary.equipment(self.equipment)
        return (NO_EQUIPMENT,) if plain == [NO_EQUIPMENT] else self.equipment


def draft(record: Record) -> Draft:
    """Make an exercise of a record, with its texts in each other language.

    The original is English where there is any. Raises ``Refused``.
    """
    record.skip("id", "uuid", "variation_group", "created", "last_update", "last_update_global")
    record.skip("license_author_history", "total_authors_history", "author_history")
    record.skip_within("id", "is_front", "name_en", "image_url_main", "image_url_secondary")
    record.skip_within("full_name", "url")
    texts = _texts(record)
    sorting = _sorting(record)
    texts = {lang: {**text, **sorting.fields(lang), "lang": lang} for lang, text in texts.items()}
    language = FIRST_LANGUAGE if FIRST_LANGUAGE in texts else next(iter(texts))
    original = texts.pop(language)
    if language == FIRST_LANGUAGE:
        del original["lang"]
    pictures, painters = _pictures(record)
    return Draft(fields=original, translations=texts, pictures=pictures, painters=painters)


def _sorting(record: Record) -> _Sorting:
    names = ("equipment", "muscles", "muscles_secondary")
    needed, primary, secondary = (record.texts(name) for name in names)
    fields.keep_unknown_muscles(record, "muscles", [*primary, *secondary])
    return _Sorting(record.text("category"), tuple(needed), tuple(primary), tuple(secondary))


def _texts(record: Record) -> dict[str, Fields]:
    """What there is in each language; a name alone says nothing, and is left.

    Raises ``Refused`` when that is nothing.
    """
    number = record.text("id") or ""
    source = SOURCE.format(number) if number.isdecimal() else "https://wger.de"
    whole = _credit(record, source)
    texts: dict[str, Fields] = {}
    names: list[str] = []
    for part in record.records("translations") or record.records("exercises"):
        part.skip("pk", "id", "uuid", "exercise", "created", "last_update", "author_history")
        part.skip("last_update_global", "description_source_language")
        part.skip_within("id", "uuid", "translation", "full_name", "url")
        language, name = _language(part), part.text("name")
        names += [name] if name else []
        is_new = language is not None and language not in texts
        told = _told(part, language) if language and is_new and name else {}
        if language and name and told:
            texts[language] = {"exercise": name, **told, "credit": _own_credit(part, whole)}
        else:
            part.skip("license", "license_author", "license_object_url")
            part.give_back("name", *_TEXTS, *([] if is_new else ["language"]))
    if not texts:
        whose = f" of {names[0]}" if names else ""
        raise Refused(f"the description{whose} is empty in every language", fields.NOTHING_TO_DO)
    return texts


def _own_credit(part: Record, whole: dict[str, Value]) -> dict[str, Value]:
    """The credit of a translation; what it has none for holds for the whole record."""
    own = _credit(part, part.text("license_object_url"))
    return {**({"source": whole["source"]} if "licence" in own else whole), **own}


def _credit(record: Record, source: str | None) -> dict[str, Value]:
    """A credit whose licence is named; a number that is none of wger's has no place."""
    whose = credit(record, source=source)
    number = str(whose.get("licence", ""))
    if not number.isdecimal():
        return whose
    if number in LICENCES:
        return {**whose, "licence": LICENCES[number]}
    record.leave("license", [number])
    return {key: value for key, value in whose.items() if key != "licence"}


def _language(part: Record) -> str | None:
    """The language tag of a translation: as it is written, or by its number."""
    language = part.text("language") or ""
    language = LANGUAGES.get(language, language)
    return language if _TAG.fullmatch(language) else None


def _told(part: Record, language: str) -> Fields:
    """What a translation says: its description, and its comments as tips.

    The Markdown is what was written, the HTML was made of it, so that one is enough as long as it
    has the same words.
    """
    markdown, html = part.prose("description_source"), part.prose("description") or ""
    passages, lost = from_markdown(markdown) if markdown else from_html(html)
    kept = " ".join([*(passage.text for passage in passages), *lost])
    given = directions(passages, language)
    part.leave("description", [*lost, *missing(plain_text(html), kept), *given.unsaid])
    told = given.fields
    comments = fields.cues(part, "comments") or fields.cues(part, "notes")
    if comments:
        key = "tips" if "execution" in told or "setup" in told else "execution"
        cues = told.get(key, [])
        told[key] = [*(cues if isinstance(cues, list) else []), *comments]
    return told


def _pictures(record: Record) -> tuple[tuple[tuple[str, ...], ...], tuple[Value, ...]]:
    """Pictures that lie beside the export under the names their addresses end in, and whose."""
    names, painters = [], []
    for image in record.records("images"):
        image.skip("id", "uuid", "exercise", "exercise_uuid", "is_main", "style", "created")
        name = image.text("image", "file")
        painter = _credit(image, image.text("license_object_url"))
        if name:
            names.append((name.rsplit("/", 1)[-1],))
            painters.append(painter)
    return tuple(names), tuple(painter for painter in painters if painter)
