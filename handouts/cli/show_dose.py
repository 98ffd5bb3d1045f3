"""A dose as ``show`` says it."""

from __future__ import annotations

from dataclasses import fields

from handouts.model.dose import Dose


def dose_values(dose: Dose) -> dict[str, str]:
    """What a dose says, by its keys, with the signs it prints with."""
    keys = (field.name for field in fields(dose) if field.name != "places")
    return {key: str(value) for key in keys if (value := getattr(dose, key)) is not None}


def dose_in_words(dose: Dose) -> str:
    """Sets and reps as they print, the rest by its keys: ``3–4 × 3–5, lowering 3–6 s``."""
    said = dose_values(dose)
    amount = [said.pop(key) for key in ("sets", "reps") if key in said]
    rest = [f"{key.replace('_', ' ')} {value}" for key, value in said.items()]
    return ", ".join([" × ".join(amount), *rest]) if amount else ", ".join(rest)
