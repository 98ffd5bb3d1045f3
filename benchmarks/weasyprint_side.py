"""WeasyPrint's side: the card as HTML with a stylesheet, tagged as PDF/UA-1, at one size of type.

Prepared once: the fonts and the parsed stylesheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import yaml
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.sides import PrintCard

STYLESHEET = Path(__file__).with_name("weasyprint_card.css")
FACES = {
    400: "AtkinsonHyperlegibleNext_400Regular.ttf",
    500: "AtkinsonHyperlegibleNext_500Medium.ttf",
    600: "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    700: "AtkinsonHyperlegibleNext_700Bold.ttf",
}

BRAND = "Northside Physio &amp; Strength"

Card = Mapping[str, Any]


def prepare(library: Path, fonts: Path) -> PrintCard:
    """A function that prints a card of ``library``."""
    configuration = FontConfiguration()
    faces = CSS(string=_font_faces(fonts), font_config=configuration)
    stylesheet = CSS(filename=STYLESHEET, font_config=configuration)

    def print_card(name: str, target: Path) -> None:
        source = library / "exercises" / f"{name}.yaml"
        card = yaml.load(source.read_bytes(), Loader=yaml.CSafeLoader)
        HTML(string=page(card)).write_pdf(
            target,
            stylesheets=[faces, stylesheet],
            font_config=configuration,
            pdf_variant="pdf/ua-1",
        )

    return print_card


def _font_faces(fonts: Path) -> str:
    return "".join(
        f'@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {weight};'
        f" src: url({(fonts / file).as_uri()}) }}"
        for weight, file in FACES.items()
    )


def page(card: Card) -> str:
    """The card as an HTML document."""
    return f"""<!doctype html>
<html lang="en"><head><title>{escape(card["exercise"])}</title></head><body>
<header><span>Date</span><span>Coach</span><span>For</span><b>{BRAND}</b></header>
{_title_block(card)}
{_facts(card)}
<p class="checkpoint"><b>Form checkpoint</b>{escape(card["checkpoint"])}</p>
<div class="halves"><div>
<h2>Setup</h2>{_steps(card["setup"], "setup")}
<p class="safety small"><b>Safety.</b> {escape(card["safety"])}</p>
</div><div>
<h2>Execution</h2>{_steps(card["execution"], "execution")}
</div></div>
<div class="halves"><div>
<h2>How much</h2>{_doses(card)}
<p class="small"><b>To progress:</b> {escape(card["progression"])}</p>
{_ladder(card)}
</div><div>
<h2>Tips and common mistakes</h2>
<ul class="tips">{"".join(f"<li>{_cue(tip)}</li>" for tip in card["tips"])}</ul>
<h2>Coach’s notes</h2><div class="line"></div><div class="line"></div>
</div></div>
<footer>{escape(card["disclaimer"])}</footer>
</body></html>"""


def _title_block(card: Card) -> str:
    chips = "".join(f"<span>{escape(tag)}</span>" for tag in card["tags"])
    return f"""<p class="kicker">{escape(card["category"])} · {card["level"].title()} {chips}</p>
<h1>{escape(card["exercise"])}</h1>
<p class="summary">{escape(card["summary"])}</p>"""


def _facts(card: Card) -> str:
    muscles = card["muscles"]
    return f"""<div class="facts small">
{_fact("Works", f"<b>{_listed(muscles['primary'])}</b> with {_listed(muscles['secondary'])}")}
{_fact("You need", f"<b>{_listed(card['equipment'])}</b>")}
{_fact("Level", f"<b>{card['level'].title()}</b>")}
</div>"""


def _fact(label: str, value: str) -> str:
    return f'<p><span class="quiet">{label}</span><br>{value}</p>'


def _listed(words: list[str]) -> str:
    return escape(", ".join(words))


def _steps(cues: list[dict[str, str]], name: str) -> str:
    items = (f"<li><i>{number}</i>{_cue(cue)}</li>" for number, cue in enumerate(cues, 1))
    return f'<ol class="{name}">{"".join(items)}</ol>'


def _cue(cue: dict[str, str]) -> str:
    ((lead, detail),) = cue.items()
    return f"<b>{escape(lead)}.</b> {escape(detail)}"


def _doses(card: Card) -> str:
    rows = (
        f"<tr><td>{escape(goal.capitalize())}</td>"
        f"<td>{_span(dose['sets'])} × {_span(dose['reps'])}</td><td>{_detail(dose)}</td></tr>"
        for goal, dose in card["goals"].items()
    )
    columns = ("Goal", "Sets × reps", "Tempo and help")
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _detail(dose: Card) -> str:
    parts = [f"{key} {_span(dose[key])}" for key in ("tempo", "lowering", "rest") if key in dose]
    return ", ".join([*parts, escape(dose["note"])])


def _span(value: str) -> str:
    return value.replace("-", "–")


def _ladder(card: Card) -> str:
    easier, harder = (_neighbour(card, key) for key in ("easier", "harder"))
    return f'<div class="ladder small">{easier}{harder}</div>'


def _neighbour(card: Card, key: str) -> str:
    if key not in card:
        return "<p></p>"
    title = card[key][0].replace("-", " ").title()
    return f'<p class="{key}"><span class="quiet">{key.title()}</span><br><b>{title}</b></p>'
