"""Records of our own making, in the shapes that other people's have."""

from __future__ import annotations

from typing import Any

FREE_EXERCISE_DB: list[dict[str, Any]] = [
    {
        "name": "3/4 Wall Sit",
        "force": "static",
        "level": "expert",
        "mechanic": None,
        "equipment": "body only",
        "primaryMuscles": ["quadriceps"],
        "secondaryMuscles": ["glutes", "fibularis"],
        "instructions": ["Lean on the wall.", "Slide down,\nslowly. Hold.", "  "],
        "category": "strength",
        "images": ["Wall_Sit/0.jpg", "Wall_Sit/1.jpg"],
        "id": "Wall_Sit",
    },
    {"name": "Nothing To Do", "instructions": [], "id": "Nothing"},
]

EVERKINETIC: list[dict[str, Any]] = [
    {
        "id": "0001",
        "name": "towel-curl",
        "title": "Towel\u00a0Curl",
        "primer": "Wakes up the “small” muscles of the foot.",
        "type": "isolation, isometric",
        "primary": ["soleus"],
        "secondary": [],
        "equipment": ["towel"],
        "steps": ["1. Sit.", "2. Pull the towel towards you."],
        "tips": ["Stop if the foot cramps."],
        "references": ["Lee 2019"],
        "svg": ["svg/0001-start.svg"],
        "png": ["png/0001-start.png"],
    }
]

EXERCISE_API: list[dict[str, Any]] = [
    {
        "id": "step_over",
        "name": "Step Over",
        "primary_muscle": "side_delts",
        "secondary_muscles": ["lower_back"],
        "pattern": "side_step",
        "equipment": ["none_bodyweight"],
        "default_rep_low": 8,
        "default_rep_high": 12,
        "unilateral": True,
        "modality": "warm_up",
        "tier": "core",
        "progression_group": None,
        "cues": "Lift the knee, step across. Come back.",
    }
]


def translation(language: Any, name: str, description: str, **others: Any) -> dict[str, Any]:
    """A translation as wger exports it."""
    return {
        "pk": 7,
        "language": language,
        "name": name,
        "description": description,
        "comments": [],
        "aliases": [],
        "license": "CC-BY-SA 4",
        "license_author": "ann",
        "license_object_url": "",
        "uuid": "u",
        **others,
    }


WGER: list[dict[str, Any]] = [
    {
        "id": 41,
        "uuid": "x",
        "category": "Legs",
        "equipment": ["Barbell"],
        "muscles": ["Soleus"],
        "muscles_secondary": [],
        "license": "CC-BY-SA 3",
        "license_author": "everyone",
        "translations": [
            translation(
                "de",
                "Zehenstand",
                "<ol><li>Steh <b>ganz</b> gerade</li><li>Heb die Fersen</li></ol>",
                comments=["Nicht wippen"],
                license_author="bert",
            ),
            translation(
                "en",
                "Toe Stand",
                "<p>ignored</p>",
                description_source="1. Stand **quite** tall\n2. Lift your heels",
                comments=["Do not bounce"],
                aliases=["Heel lift"],
            ),
            translation(
                4,
                "Puntillas",
                "<p>Ponte de pie. Sube. Baja. Repite.</p>",
                license="",
                license_author="",
            ),
            translation("fr", "Pointes", ""),
        ],
    }
]
