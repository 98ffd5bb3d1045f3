from argparse import Namespace

import pytest

from handouts.cli.ending import Exit, WrongCommand
from handouts.cli.parser import Parser


def _parser() -> Parser:
    parser = Parser("build", "print handouts as PDF")
    parser.add_argument("what", nargs="*")
    parser.add_argument("--paper", choices=["letter", "a4"])
    parser.add_argument("--json", action="store_true")
    return parser


def _refusal(*words: str) -> WrongCommand:
    with pytest.raises(WrongCommand) as caught:
        _parser().read(words, Namespace())
    return caught.value


def test_names_and_options_come_in_any_order() -> None:
    options = _parser().read(["plank", "--paper", "a4", "squat", "--json"], Namespace())
    assert options.what == ["plank", "squat"]
    assert options.paper == "a4"
    assert options.json is True


def test_an_option_that_is_nearly_right_is_suggested() -> None:
    problem = _refusal("plank", "--papr", "a4").problem
    assert problem.message == "there is no option --papr"
    assert problem.hint == "did you mean --paper?"


def test_an_option_with_its_value_attached_is_named_without_it() -> None:
    assert _refusal("--papr=a4").problem.message == "there is no option --papr"


def test_an_option_is_never_shortened() -> None:
    assert _refusal("--pap", "a4").problem.message == "there is no option --pap"


def test_an_option_like_no_other_points_to_the_help() -> None:
    problem = _refusal("--zzzzzz").problem
    assert problem.hint == "handouts build --help shows what it takes"


def test_a_value_that_is_no_choice_names_the_choices() -> None:
    message = _refusal("--paper", "a5").problem.message
    assert "a5" in message
    assert "letter" in message


def test_a_wrong_command_ends_with_two() -> None:
    assert WrongCommand.exit is Exit.COMMAND
    assert _refusal("--nothing").exit == 2
