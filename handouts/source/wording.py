"""Words for messages: what was most likely meant, choices in a sentence, text made short."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_GUESS = 60

OTHERWISE = 0.65
"""How much alike two words have to be that begin with another letter each."""


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word that is close enough to what was written to be what was meant."""
    import difflib  # only where something is wrong

    by_lower = {word.lower(): word for word in known}
    wanted = written[:LONGEST_GUESS].lower()
    guesses = difflib.get_close_matches(wanted, by_lower, n=3)
    likely = [guess for guess in guesses if guess[:1] == wanted[:1]]  # few slip at the first letter
    found = likely or difflib.get_close_matches(wanted, by_lower, n=1, cutoff=OTHERWISE)
    return by_lower[found[0]] if found else None


def did_you_mean(written: str, known: Iterable[str]) -> str | None:
    """``did you mean reps?``, when a known word is close to what was written."""
    guess = nearest(written, known)
    return f"did you mean {guess}?" if guess else None


def listed(choices: Iterable[str]) -> str:
    """Choices in a sentence: ``a, b or c``."""
    *rest, last = choices
    return f"{', '.join(rest)} or {last}" if rest else last


def shortened(text: str, limit: int = 40) -> str:
    """Text for a message: on one line, its end cut when it is long."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
