"""Writes docs/checks.md: the page of the manual with every rule of the catalogue.

Run it from the project's root after a change to the catalogue: python -m docs.checks
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from docs.check_examples import EXAMPLES, PICTURE, Example, written
from handouts.model.library import Library
from handouts.preflight.allowing import idle
from handouts.preflight.catalogue import GROUPS
from handouts.preflight.copy import copy_of
from handouts.preflight.items import OF_DOSES, OF_WHAT_IS_THERE, OF_WORDS, look_at
from handouts.preflight.pemat import ITEMS, Criterion
from handouts.preflight.rule import Rule
from handouts.preflight.words import Vocabulary
from handouts.source.problem import Problem
from handouts.source.report import render

PAGE = Path(__file__).with_name("checks.md")

_HEAD = """\
# What check finds

`handouts check` looks at everything that can be found wrong without printing: files, words, doses,
figures, layouts, brands, clients, and the pages as they would be set. It writes nothing. Each thing
that it finds has a code: `--verbose` names it behind the message, `--json` in `code`. Here is a
heading for each.

An **error** keeps a handout from being printed. A **warning** is worth mending: the handout prints
all the same, unless `--strict` makes errors of warnings. What is meant as it is, a file may allow
for itself, with the reason; errors cannot be allowed:

```yaml
allow: {cue-length: a quotation that has to stay as it is}
```

With `--clients`, `--brand` or `--layout` the handouts are looked at as that run would print them,
and what it would not print (no client gets it, or the list, the brand or the layout cannot be
read) as it is printed by itself. Of an error that keeps other files from being looked at, one line
says so.

`handouts check FILE.pdf` looks at a file that has been printed, ours or anyone's: at its tags and
fonts, and at type, contrast, margins and disclaimers as they are on the page. Type is held to the
floors of the layout whose folder the file is in, or of the one that `--layout` names. Files that
mean harm do none: each is read apart, and given up after so much time or memory.

Words of your own, be it of your trade or verbs that we do not know, go into `words/en.yaml` of your
library:

```yaml
jargon: {RDL: deadlift with almost straight legs}
plain: [hypertrophy]
verbs: [yoyo]
```
"""

_PEMAT = """\
## PEMAT: how easy a handout is to understand and to act on

`handouts check --pemat` holds each handout against the Patient Education Materials Assessment Tool
for printed material of the Agency for Healthcare Research and Quality. It scores what a program can
tell from the file and from the page as it was set, and lists the rest for a person to judge; nobody
should call a handout's PEMAT score done before they have.
"""


def page() -> str:
    """The page as it should be now."""
    parts = [_HEAD, _contents()]
    for title, rules in GROUPS.items():
        parts += [f"## {title}", *map(_rule, rules)]
    parts += [_PEMAT, _criteria(ITEMS)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def found(example: Example) -> list[Problem]:
    """What is found in an example by itself, whatever it is printed in."""
    with TemporaryDirectory() as folder, chdir(folder):
        path = Path("data", f"{example.kind}s", f"{example.name}.yaml")
        path.parent.mkdir(parents=True)
        path.write_text(written(example), encoding="utf-8")
        Image.new("RGB", (900, 900)).save(path.with_name(PICTURE))
        library = Library([Path("data")])
        [entry] = library.entries
        item, read = library.read(entry)
        problems = list(read)
        if item is not None:
            copy = copy_of(item, Vocabulary([]).of(item.lang)[0])
            problems += look_at(copy, (*OF_WORDS, *OF_DOSES, *OF_WHAT_IS_THERE))
            problems += idle(item, {problem.code for problem in problems})
        return problems


def _contents() -> str:
    links = (f"- [{title}](#{_anchor(title)}) ({len(rules)})" for title, rules in GROUPS.items())
    return "\n".join((*links, f"- [{_title(_PEMAT)}](#{_anchor(_title(_PEMAT))})"))


def _title(part: str) -> str:
    return part.splitlines()[0].removeprefix("## ")


def _anchor(title: str) -> str:
    """The anchor that GitHub gives a heading."""
    kept = "".join(each for each in title.lower() if each.isalnum() or each in " -")
    return kept.replace(" ", "-")


def _rule(rule: Rule) -> str:
    weight = f"{rule.severity}, in places a warning" if rule.may_warn else f"{rule.severity}"
    source = f" ({rule.source})" if rule.source else ""
    parts = [
        f"### {rule.code}",
        f"{weight.capitalize()}. {rule.finds}",
        f"*Why:* {rule.why}{source}",
        f"*What to do:* {rule.mend}",
    ]
    if example := EXAMPLES.get(rule.code):
        parts.append(f"```text\n{_shown(rule.code, example)}\n```")
    return "\n\n".join(parts)


def _shown(code: str, example: Example) -> str:
    """A problem as it is printed."""
    problem, *_ = [each for each in found(example) if each.code == code]
    assert problem.place
    return render(problem, written(example).splitlines()[problem.place.line - 1])


def _criteria(criteria: Iterable[Criterion]) -> str:
    rows = (f"| {each.number} | {each.says} | {each.judged_by} |" for each in criteria)
    return "\n".join(("| item | what it asks | who judges |", "|---|---|---|", *rows))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
