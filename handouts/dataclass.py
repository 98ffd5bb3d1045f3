"""``dataclass`` as in the standard library, for a program made of hundreds of small values' types.

It differs in what happens at run time alone. That a value is frozen is the type checker's to see
to: a frozen one takes four times as long to make, which was a tenth of setting a booklet. And
``__eq__``, ``__hash__`` and ``__repr__`` are the same few functions for all types, where the
standard library compiles them for each: 75 of 390 milliseconds of a run that prints one card.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen=False, eq=True, slots=False, kw_only=False):
        """Make a class a dataclass; the options mean what they mean in the standard library."""

        def made(cls):
            cls = dataclasses.dataclass(repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            return _with_methods(cls, eq, hashable=frozen)

        return made


__all__ = ["dataclass"]


def _with_methods(cls: Any, eq: bool, hashable: bool) -> Any:
    """Give a dataclass the methods that go through its fields."""
    fields = dataclasses.fields(cls)
    cls.__repr__ = _repr([each.name for each in fields if each.repr])
    if eq:
        cls.__eq__ = _equals(_taken([each.name for each in fields if each.compare]))
        hashed = [each.name for each in fields if _is_hashed(each)]
        cls.__hash__ = _hash(_taken(hashed)) if hashable else None
    return cls


def _is_hashed(field: dataclasses.Field[Any]) -> bool:
    return field.compare if field.hash is None else field.hash


def _taken(names: Sequence[str]) -> Callable[[Any], object]:
    """Give the function that takes these attributes from a value."""
    return attrgetter(*names) if names else lambda value: ()


def _equals(compared: Callable[[Any], object]) -> Callable[[Any, Any], object]:
    def equals(self: Any, other: Any) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    return equals


def _hash(hashed: Callable[[Any], object]) -> Callable[[Any], int]:
    return lambda self: hash(hashed(self))


def _repr(names: Sequence[str]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({values})"

    return shown
