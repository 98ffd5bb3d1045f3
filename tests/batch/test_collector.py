"""The collector is off during a batch, and as it was afterwards."""

import gc

import pytest

from handouts.batch.collector import without_collector


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
