"""The words in which wger sorts exercises, in the languages that sheets are printed in.

wger has them in English alone; its muscles are called in Latin, which is the same everywhere.
"""

from __future__ import annotations

LANGUAGES = ("es", "fr", "de", "pt", "it", "ar", "he")

_WORDS = {
    "Abs": ("Abdomen", "Abdominaux", "Bauch", "Abdômen", "Addome", "البطن", "בטן"),
    "Arms": ("Brazos", "Bras", "Arme", "Braços", "Braccia", "الذراعان", "זרועות"),
    "Back": ("Espalda", "Dos", "Rücken", "Costas", "Schiena", "الظهر", "גב"),
    "Calves": (
        *("Pantorrillas", "Mollets", "Waden", "Panturrilhas", "Polpacci"),
        *("ربلة الساق", "שוקיים"),
    ),
    "Cardio": ("Cardio", "Cardio", "Ausdauer", "Cardio", "Cardio", "تمارين القلب", "אירובי"),
    "Chest": ("Pecho", "Poitrine", "Brust", "Peito", "Petto", "الصدر", "חזה"),
    "Legs": ("Piernas", "Jambes", "Beine", "Pernas", "Gambe", "الساقان", "רגליים"),
    "Shoulders": ("Hombros", "Épaules", "Schultern", "Ombros", "Spalle", "الكتفان", "כתפיים"),
    "Barbell": ("barra", "barre", "Langhantel", "barra", "bilanciere", "بار حديدي", "מוט"),
    "Bench": ("banco", "banc", "Bank", "banco", "panca", "مقعد", "ספסל"),
    "Dumbbell": ("mancuerna", "haltère", "Kurzhantel", "halter", "manubrio", "دمبل", "משקולת יד"),
    "Gym mat": ("colchoneta", "tapis", "Matte", "colchonete", "tappetino", "حصيرة", "מזרן"),
    "Incline bench": (
        *("banco inclinado", "banc incliné", "Schrägbank", "banco inclinado"),
        *("panca inclinata", "مقعد مائل", "ספסל משופע"),
    ),
    "Kettlebell": (
        *("pesa rusa", "kettlebell", "Kettlebell", "kettlebell", "kettlebell"),
        *("كيتل بل", "קטלבל"),
    ),
    "Pull-up bar": (
        *("barra de dominadas", "barre de traction", "Klimmzugstange", "barra fixa"),
        *("sbarra per trazioni", "عارضة العقلة", "מתח"),
    ),
    "Resistance band": (
        *("banda elástica", "bande élastique", "Widerstandsband", "faixa elástica"),
        *("banda elastica", "شريط مطاطي", "גומיית התנגדות"),
    ),
    "SZ-Bar": (
        "barra Z",
        "barre EZ",
        "SZ-Stange",
        "barra W",
        "bilanciere EZ",
        "بار زجزاج",
        "מוט W",
    ),
    "Swiss Ball": (
        *("pelota suiza", "ballon suisse", "Gymnastikball", "bola suíça", "palla svizzera"),
        *("كرة سويسرية", "כדור פיזיו"),
    ),
    "no equipment": (
        *("sin material", "sans matériel", "ohne Geräte", "sem equipamento", "senza attrezzi"),
        *("بدون معدات", "ללא ציוד"),
    ),
}


def translated(word: str, language: str) -> str | None:
    """A word in a language; none where it is not known."""
    words = _WORDS.get(word)
    if words is None or language not in LANGUAGES:
        return None
    return words[LANGUAGES.index(language)]
