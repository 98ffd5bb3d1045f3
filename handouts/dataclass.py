"""``dataclass`` as in the standard library, for a program made of hundreds of small values' types.

It differs in what happens at run time alone. That a value is frozen is the type checker's to see
to: a frozen one takes four times as long to make, which was a tenth of setting a booklet. And a
run that prints one card waits for less: ``__eq__``, ``__hash__`` and ``__repr__`` are the same few
functions for all types, where the standard library compiles them for each, and ``__init__`` is
compiled for a type when its first value is made, which for most types is never.
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
            plain = dataclasses.dataclass(
                init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
            )
            return _with_methods(plain(cls), eq, hashable=frozen)

        return made


__all__ = ["dataclass"]


def _with_methods(cls: Any, eq: bool, hashable: bool) -> Any:
    """Give a dataclass the methods that go through its fields."""
    fields = dataclasses.fields(cls)
    cls.__init__ = _compiled_when_called(cls)
    cls.__repr__ = _repr([each.name for each in fields if each.repr])
    if eq:
        cls.__eq__ = _equals(_taken([each.name for each in fields if each.compare]))
        hashed = [each.name for each in fields if _is_hashed(each)]
        cls.__hash__ = _hash(_taken(hashed)) if hashable else None
    return cls


def _compiled_when_called(cls: Any) -> Callable[..., None]:
    """Give an ``__init__`` that puts the compiled one in its own place."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        cls.__init__ = _compiled_init(cls)
        cls.__init__(self, *args, **kwargs)

    return __init__


def _compiled_init(cls: Any) -> Any:
    """Compile the ``__init__`` of a dataclass: a parameter and an assignment for each field."""
    fields = dataclasses.fields(cls)
    taken = [_parameter(each) for each in fields if not each.kw_only]
    named = [_parameter(each) for each in fields if each.kw_only]
    parameters = ", ".join(["self", *taken, *(["*", *named] if named else [])])
    body = [f" self.{each.name} = {_given(each)}" for each in fields] or [" pass"]
    known: dict[str, Any] = {"_missing": dataclasses.MISSING}
    known |= {f"_default_{each.name}": each.default for each in fields}
    known |= {f"_new_{each.name}": each.default_factory for each in fields}
    exec("\n".join([f"def __init__({parameters}):", *body]), known)
    known["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return known["__init__"]


def _parameter(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=_missing"
    given = field.default is not dataclasses.MISSING
    return f"{field.name}=_default_{field.name}" if given else field.name


def _given(field: dataclasses.Field[Any]) -> str:
    """What a field is set to: a new value of its own where none is given and a factory is."""
    if field.default_factory is dataclasses.MISSING:
        return field.name
    return f"_new_{field.name}() if {field.name} is _missing else {field.name}"


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
