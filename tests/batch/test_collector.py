"""The collector is off during a batch, and as it was afterwards."""

import gc

import pytest

from handouts.batch.collector import rarely_collecting, without_collector


def test_the_collector_is_off_while_items_are_worked_on() -> None:
    seen = [(item, gc.isenabled()) for item in without_collector("abc")]
    assert seen == [("a", False), ("b", False), ("c", False)]
    assert gc.isenabled()


def test_the_collector_is_back_after_a_fault() -> None:
    with pytest.raises(RuntimeError):
        for _ in without_collector([1, 2]):
            raise RuntimeError
    gc.collect()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        assert list(without_collector([1])) == [1]
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_runs_rarely_for_a_while() -> None:
    before = gc.get_threshold()
    with rarely_collecting():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
