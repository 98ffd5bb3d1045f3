"""Words of the gym in the plain words of the library that ships; others stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

LEVELS = {
    "beginner": "beginner",
    "novice": "beginner",
    "easy": "beginner",
    "intermediate": "intermediate",
    "medium": "intermediate",
    "advanced": "advanced",
    "expert": "advanced",
    "hard": "advanced",
}

MUSCLES = {
    "abdominals": "belly",
    "abductors": "sides of the hips",
    "abs": "belly",
    "adductors": "inner thighs",
    "anterior deltoid": "front of the shoulders",
    "biceps": "front of the arms",
    "biceps brachii": "front of the arms",
    "biceps femoris": "back of the thighs",
    "brachialis": "front of the arms",
    "calves": "calves",
    "chest": "chest",
    "core": "belly",
    "deltoid": "shoulders",
    "deltoids": "shoulders",
    "erector spinae": "lower back",
    "forearm": "forearms",
    "forearms": "forearms",
    "front delts": "front of the shoulders",
    "gastrocnemius": "calves",
    "glutaeus maximus": "buttocks",
    "glutes": "buttocks",
    "gluteus maximus": "buttocks",
    "hamstrings": "back of the thighs",
    "hip abductors": "sides of the hips",
    "hip flexors": "front of the hips",
    "ischiocrural muscles": "back of the thighs",
    "lats": "sides of the back",
    "latissimus dorsi": "sides of the back",
    "lower back": "lower back",
    "middle back": "upper back",
    "neck": "neck",
    "obliques": "sides of the waist",
    "obliquus externus abdominis": "sides of the waist",
    "pectoralis major": "chest",
    "quadriceps": "front of the thighs",
    "quadriceps femoris": "front of the thighs",
    "quads": "front of the thighs",
    "rear delts": "back of the shoulders",
    "rectus abdominis": "belly",
    "rhomboids": "upper back",
    "shoulders": "shoulders",
    "side delts": "shoulders",
    "soleus": "calves",
    "tibialis anterior": "shins",
    "trapezius": "top of the shoulders",
    "traps": "top of the shoulders",
    "triceps": "back of the arms",
    "triceps brachii": "back of the arms",
    "upper back": "upper back",
}
"""Muscles, as the exercises that ship name them."""

NO_EQUIPMENT = "no equipment"

EQUIPMENT = {
    "ab wheel": "ab wheel",
    "bands": "resistance band",
    "barbell": "barbell",
    "bench": "bench",
    "bench: decline": "decline bench",
    "bench: flat": "flat bench",
    "bench: incline": "incline bench",
    "body only": NO_EQUIPMENT,
    "body": NO_EQUIPMENT,
    "bodyweight": NO_EQUIPMENT,
    "cable stack": "cable machine",
    "cable": "cable machine",
    "dumbbell": "dumbbell",
    "dumbbells": "dumbbells",
    "e-z curl bar": "curl bar",
    "exercise ball": "gym ball",
    "exercise band": "resistance band",
    "ez curl bar": "curl bar",
    "foam roll": "foam roller",
    "gym mat": "mat",
    "incline bench": "incline bench",
    "kettlebell": "kettlebell",
    "kettlebells": "kettlebell",
    "none (bodyweight exercise)": NO_EQUIPMENT,
    "none bodyweight": NO_EQUIPMENT,
    "none": NO_EQUIPMENT,
    "pull-up bar": "pull-up bar",
    "pullup bar": "pull-up bar",
    "resistance band": "resistance band",
    "resistance bands": "resistance band",
    "stability ball": "gym ball",
    "swiss ball": "gym ball",
    "sz-bar": "curl bar",
}


def muscles(names: Iterable[str]) -> list[str]:
    """Muscles in plain words, each once."""
    return _each_once(MUSCLES.get(name.casefold(), name) for name in names)


def equipment(names: Iterable[str]) -> list[str]:
    """What is needed in plain words, each once; ``NO_EQUIPMENT`` where nothing is."""
    return _each_once(EQUIPMENT.get(name.casefold(), name) for name in names)


def level(name: str) -> str | None:
    """The level a word stands for."""
    return LEVELS.get(name.casefold())


def is_known(name: str) -> bool:
    """Whether a muscle has plain words, so that it is worth no mention."""
    return name.casefold() in MUSCLES


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
