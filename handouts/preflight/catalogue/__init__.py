"""The catalogue: every code that a problem can have, by the room of the house that finds it."""

from __future__ import annotations

from collections.abc import Mapping

from handouts.preflight.catalogue import (
    allowing,
    clients,
    completeness,
    doses,
    figures,
    files,
    finished,
    imports,
    languages,
    layouts,
    library,
    pictures,
    programs,
    reading,
    words,
)
from handouts.preflight.rule import Rule

GROUPS: Mapping[str, tuple[Rule, ...]] = {
    "Reading a file": reading.RULES,
    "Doses and numbers": doses.RULES,
    "Exercises and their links": library.RULES,
    "Programs": programs.RULES,
    "Words people read": words.RULES,
    "What a handout should have": completeness.RULES,
    "Figures": figures.RULES,
    "Pictures": pictures.RULES,
    "Languages": languages.RULES,
    "Clients and brands": clients.RULES,
    "Layouts": layouts.RULES,
    "Commands and files": files.RULES,
    "Finished PDFs": finished.RULES,
    "Importing": imports.RULES,
    "Allowing": allowing.RULES,
}
"""The rules under the headings of the manual."""

CATALOGUE: Mapping[str, Rule] = {rule.code: rule for rules in GROUPS.values() for rule in rules}
"""Every rule by its code."""
