"""The catalogue holds each code that the program makes, and no other."""

import re
from pathlib import Path

import pytest
from codes import Source, source_of

from handouts.preflight.catalogue import CATALOGUE, GROUPS
from handouts.preflight.rule import Rule

ROOT = Path(__file__).parents[2]

RULES = [rule for rules in GROUPS.values() for rule in rules]


def test_every_code_is_in_the_catalogue_and_no_other() -> None:
    made = source_of(ROOT / "handouts").codes()
    assert len(made) > 100
    assert {code: place for code, place in made.items() if code not in CATALOGUE} == {}
    assert sorted(CATALOGUE.keys() - made) == []


def test_every_rule_is_as_grave_as_its_problems() -> None:
    severities = source_of(ROOT / "handouts").severities()
    assert len(severities) > 100
    wrong = {
        code: sorted(found)
        for code, found in severities.items()
        if (rule := CATALOGUE.get(code))
        and found != {rule.severity.name, *(["WARNING"] if rule.may_warn else [])}
    }
    assert wrong == {}


def test_no_code_has_two_rules() -> None:
    assert len(RULES) == len(CATALOGUE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_each_thing_in_a_sentence(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    for text in (rule.finds, rule.why, rule.mend):
        assert text[-1] in ".?:”" and text == text.strip()


def test_codes_are_followed_through_the_functions_that_pass_them_on() -> None:
    one = """
CODE = "by-name"
def _say(message, code): return Problem(code, message)
def ask(what): return Problem(f"no-{what}", "")
_say("", "through-a-function")
_say("", code="by-keyword")
Problem(CODE, "")
raise Unreadable("")
"""
    other = 'from a.one import ask\nask("token" if x else "style")\n'
    found = Source({"a/one.py": one, "a/other.py": other}).codes()
    assert set(found) == {
        *("by-name", "through-a-function", "by-keyword", "value", "no-token", "no-style"),
    }


def test_a_code_that_cannot_be_followed_is_told() -> None:
    with pytest.raises(LookupError, match=r"a\.py:1: codes\[0\]"):
        Source({"a.py": "Problem(codes[0], '')"}).codes()
