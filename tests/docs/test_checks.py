"""docs/checks.md is as the catalogue has it today, and its examples are found."""

import re

import pytest

from docs.check_examples import EXAMPLES
from docs.checks import PAGE, found, page
from handouts.preflight.catalogue import CATALOGUE

TEXT = PAGE.read_text("utf-8")


def test_the_page_is_as_it_would_be_written_now() -> None:
    assert page() == TEXT, "run python -m docs.checks"


def test_every_code_has_a_heading_of_its_own() -> None:
    headings = re.findall(r"^### (.+)$", TEXT, re.MULTILINE)
    assert sorted(headings) == sorted(CATALOGUE)


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_shows_what_it_is_for(code: str) -> None:
    assert code in {problem.code for problem in found(EXAMPLES[code])}


def test_links_lead_to_headings() -> None:
    anchors = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^##+ (.+)$", TEXT, re.MULTILINE)
    }
    links = re.findall(r"\]\(#([^)]+)\)", TEXT)
    assert len(links) > 10 and set(links) <= anchors
