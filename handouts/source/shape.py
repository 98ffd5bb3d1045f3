"""Shapes: what a piece of YAML may look like, said once.

From one declaration come the reader (nodes to values, every problem at once, each in its place)
and the JSON Schema that editors use; starter files and manuals are made from the same words.

Own code because the kept-up libraries know nothing of places, nor speak to people who are not
programmers; msgspec also stops at the first fault. CPU to start, and for one card: pydantic 89 ms
and 0.01, cattrs 34 and 0.02, msgspec 18 and 0.003; this 45 and 0.18, the grammar of doses and the
reading of YAML among them.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field as dataclass_field
from dataclasses import replace
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from handouts.dataclass import dataclass
from handouts.source.node import Mapping as MappingNode
from handouts.source.node import Node, Sequence, Text
from handouts.source.problem import Place, Problem, has_error
from handouts.source.wording import did_you_mean, listed, nearest, shortened

__all__ = [
    "ByKind",
    "Choice",
    "Deferred",
    "Field",
    "Line",
    "ListOf",
    "Located",
    "MappingOf",
    "Named",
    "OneOrList",
    "Pair",
    "Parsed",
    "Prose",
    "Record",
    "Schema",
    "Shape",
    "Unreadable",
    "did_you_mean",
    "is_blank",
    "listed",
    "nearest",
    "shortened",
    "words",
    "wrong_kind",
]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")
Schema = dict[str, object]

_SPACES = re.compile(r"[ \t\r\n\x85\u2028\u2029]+")


_BARE_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Shape(Protocol[T_co]):
    """Reads one node into a value, and says as JSON Schema what it reads.

    ``name`` is what messages call the value (``tips``, ``item 2 of tips``).
    """

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T_co | None:
        """The value; ``None`` when it cannot be read, and then ``problems`` has a new error."""
        ...

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        """The JSON Schema (2020-12). Named shapes put theirs into ``definitions``."""
        ...


class Unreadable(Exception):
    """Raised by the function of a ``Parsed`` shape.

    ``message`` goes on from the value's name (``runs backwards: 10-6``). ``start`` and ``length``
    mark the characters at fault within the text; without a length it is all of the text.
    """

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        start: int = 0,
        length: int | None = None,
        code: str = "value",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.start = start
        self.length = length
        self.code = code


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line: white space runs become one space. At most ``limit`` characters."""

    limit: int = 300

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> str | None:
        text = _trimmed(node, self.limit, problems, name)
        return None if text is None else _SPACES.sub(" ", text)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return Prose(self.limit).schema(definitions)


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of any number of lines, its ends trimmed. At most ``limit`` characters."""

    limit: int = 4000

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> str | None:
        return _trimmed(node, self.limit, problems, name)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": self.limit}


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """Text with a grammar of its own, read by a function that raises ``Unreadable``.

    ``pattern`` is for editors: a regular expression (ECMA 262) that what can be read matches. A
    bare number is allowed where the pattern matches a digit.
    """

    parse: Callable[[str], T]
    pattern: str
    examples: tuple[str, ...]
    limit: int = 200

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T | None:
        text = _trimmed(node, self.limit, problems, name)
        if text is None or not isinstance(node, Text):
            return None
        try:
            return self.parse(text)
        except Unreadable as fault:
            problems.append(_fault(node, name, fault))
            return None

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        numbers = [*string.digits, *filter(_BARE_NUMBER.fullmatch, self.examples)]
        bare = any(re.search(self.pattern, number) for number in numbers)
        kinds = ["string", "number"] if bare else ["string"]
        return {"type": kinds, "pattern": self.pattern, "examples": list(self.examples)}


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One of some words, each standing for a value."""

    values: Mapping[str, T]

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T | None:
        text = Line().read(node, problems, name)
        if text is None:
            return None
        if text not in self.values:
            message = f"{name} cannot be {shortened(text)}"
            problems.append(Problem("unknown-word", message, node.place, self._hint(text)))
            return None
        return self.values[text]

    def _hint(self, text: str) -> str:
        near = None if text.isdecimal() else did_you_mean(text, self.values)  # 11 is not nearly 1
        return near or f"write {listed(self.values)}"

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {"enum": [*self.values, *_as_yaml_resolves(self.values)]}


def _as_yaml_resolves(choices: Iterable[str]) -> list[object]:
    """What editors see in place of those words that YAML has values of its own for."""
    resolved: list[object] = []
    for word in choices:
        if word in ("true", "false"):
            resolved.append(word == "true")
        elif word.isdecimal():
            resolved.append(int(word))
    return resolved


YES_NO = Choice({"true": True, "false": False, "yes": True, "no": False})
"""Yes or no, as YAML writes it, and as people do."""


def words(*choices: str) -> Choice[str]:
    """A choice of words that stand for themselves."""
    return Choice({word: word for word in choices})


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list, each item of one shape; items that cannot be read are problems of their own.

    At most ``limit`` items.
    """

    item: Shape[T]
    limit: int = 500

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> tuple[T, ...] | None:
        if not isinstance(node, Sequence):
            problems.append(wrong_kind(node, name, "a list"))
            return None
        if len(node.items) > self.limit:
            problems.append(_too_many(node, name, self.limit))
            return None
        values = [
            self.item.read(item, problems, f"item {number} of {name}")
            for number, item in enumerate(node.items, 1)
        ]
        read = tuple(value for value in values if value is not None)
        return read if len(read) == len(values) else None

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {"type": "array", "items": self.item.schema(definitions)}


@dataclass(frozen=True, slots=True)
class OneOrList(Generic[T]):
    """A list of at most ``limit`` items, or a single item written without one."""

    item: Shape[T]
    limit: int = 500

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> tuple[T, ...] | None:
        if isinstance(node, Sequence):
            return ListOf(self.item, self.limit).read(node, problems, name)
        value = self.item.read(node, problems, name)
        return None if value is None else (value,)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {
            "anyOf": [self.item.schema(definitions), ListOf(self.item).schema(definitions)],
        }


@dataclass(frozen=True, slots=True)
class MappingOf(Generic[T]):
    """Keys of the writer's own choosing, each with a value of one shape, in the order written."""

    value: Shape[T]
    key: Shape[str] = Line(80)

    def read(
        self, node: Node, problems: list[Problem], name: str = "this"
    ) -> tuple[tuple[str, T], ...] | None:
        if not isinstance(node, MappingNode):
            problems.append(wrong_kind(node, name, "keys with values"))
            return None
        pairs = [
            (self.key.read(key, problems, f"a key of {name}"), self._value(key, value, problems))
            for key, value in node.entries
        ]
        read = tuple((key, value) for key, value in pairs if key is not None and value is not None)
        return read if len(read) == len(pairs) else None

    def _value(self, key: Text, value: Node, problems: list[Problem]) -> T | None:
        return self.value.read(value, problems, shortened(key.value))

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        value = self.value.schema(definitions)
        return {"type": "object", "additionalProperties": value}


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """``Lead: detail``; ``constructor`` takes both, and the place of the lead."""

    constructor: Callable[[str, str, Place], T]
    lead: Line = Line()
    detail: Prose = Prose()

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T | None:
        if not isinstance(node, MappingNode):
            problems.append(wrong_kind(node, name, "a lead and its detail"))
            return None
        if len(node.entries) != 1:
            problems.append(_not_one_pair(node, name))
            return None
        key, value = node.entries[0]
        if is_blank(value):
            message = f"{name} has nothing after its colon"
            problems.append(Problem("empty", message, key.place, "write the detail after it"))
            return None
        lead = self.lead.read(key, problems, f"the lead of {name}")
        detail = self.detail.read(value, problems, f"the detail of {name}")
        if lead is None or detail is None:
            return None
        return self.constructor(lead, detail, key.place)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": {"maxLength": self.lead.limit},
            "additionalProperties": self.detail.schema(definitions),
        }


@dataclass(frozen=True, slots=True)
class ByKind(Generic[T]):
    """Text, a list or keys with values, each with a shape of its own, or none where not allowed."""

    text: Shape[T] | None = None
    sequence: Shape[T] | None = None
    mapping: Shape[T] | None = None

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T | None:
        shape = self._shape_for(node)
        if shape is None:
            problems.append(wrong_kind(node, name, self._expected()))
            return None
        return shape.read(node, problems, name)

    def _shape_for(self, node: Node) -> Shape[T] | None:
        match node:
            case Text():
                return self.text
            case Sequence():
                return self.sequence
            case MappingNode():
                return self.mapping

    def _expected(self) -> str:
        kinds = {"text": self.text, "a list": self.sequence, "keys with values": self.mapping}
        return listed(kind for kind, shape in kinds.items() if shape)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        shapes = [shape for shape in (self.text, self.sequence, self.mapping) if shape]
        return {"anyOf": [shape.schema(definitions) for shape in shapes]}


@dataclass(frozen=True, slots=True)
class Located(Generic[T, U]):
    """A value together with its place: ``constructor`` takes both."""

    shape: Shape[T]
    constructor: Callable[[T, Place], U]

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> U | None:
        value = self.shape.read(node, problems, name)
        return None if value is None else self.constructor(value, node.place)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return self.shape.schema(definitions)


@dataclass(frozen=True, slots=True)
class Deferred:
    """A node as it is, for another room to read by a shape that is loaded only for its schema."""

    shape: Callable[[], Shape[Any]]

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Node:
        return node

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return self.shape().schema(definitions)


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """A shape that has a name in the schema, so that it can be used often and within itself."""

    name: str
    shape: Callable[[], Shape[T]]

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T | None:
        return self.shape().read(node, problems, name)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        if self.name not in definitions:
            definitions[self.name] = {}
            definitions[self.name] = self.shape().schema(definitions)
        return {"$ref": f"#/$defs/{self.name}"}


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record: its shape, what it is for in a sentence, and an example as YAML."""

    key: str
    shape: Shape[Any]
    doc: str
    required: bool = False
    example: str | None = None

    @property
    def attribute(self) -> str:
        """The name of the value in Python: the key with ``-`` and spaces as ``_``."""
        return re.sub(r"[- ]", "_", self.key)


MOST_KEYS = 12
"""Keys that a hint names."""


@dataclass(frozen=True)
class Record(Generic[T]):
    """Known keys, each with a shape of its own; unknown ones are errors.

    ``constructor`` is given by keyword what was written and could be read, nothing else. With
    ``places`` it is also given ``places``, the place of each key that was written. ``instead`` says
    what to write for keys that people expect and that are not there.
    """

    constructor: Callable[..., T]
    fields: tuple[Field, ...]
    places: bool = False
    instead: Mapping[str, str] = dataclass_field(default_factory=dict)

    @cached_property
    def _by_key(self) -> dict[str, tuple[Field, str]]:
        return {field.key: (field, field.attribute) for field in self.fields}

    @cached_property
    def _required(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.required)

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T | None:
        if not isinstance(node, MappingNode):
            wrong = wrong_kind(node, name, "keys with values")
            problems.append(replace(wrong, hint=self._how()))
            return None
        before = len(problems)
        values: dict[str, Any] = {}
        places: dict[str, Place] = {}
        for key, value in node.entries:
            self._read_entry(key, value, values, places, problems)
        self._report_missing(node, values, places, problems)
        if has_error(problems[before:]):
            return None
        if self.places:
            values["places"] = places
        return self.constructor(**values)

    def _read_entry(
        self,
        key: Text,
        value: Node,
        values: dict[str, Any],
        places: dict[str, Place],
        problems: list[Problem],
    ) -> None:
        if key.value not in self._by_key:
            unknown = self._unknown(key)
            problems.append(unknown)
            if unknown.key:  # what was meant is not missing
                values.setdefault(self._by_key[unknown.key][1], None)
            return
        field, attribute = self._by_key[key.value]
        places[attribute] = key.place
        if not is_blank(value):
            values[attribute] = field.shape.read(value, problems, field.key)

    def _how(self) -> str:
        """How keys with values are written, with the first that there are."""
        keys = [field.key for field in self.fields]
        more = ", …" if len(keys) > MOST_KEYS else ""
        return f"write key: value, one to a line; the keys are {', '.join(keys[:MOST_KEYS])}{more}"

    def _unknown(self, key: Text) -> Problem:
        if key.value in self.instead:
            hint, meant = self.instead[key.value], None
        elif meant := nearest(key.value, self._by_key):
            hint = f"did you mean {meant}?"
        else:
            hint = f"the keys are {', '.join(self._by_key)}"
        message = f"unknown key {shortened(key.value)}"
        return Problem("unknown-key", message, key.place, hint, key=meant)

    def _report_missing(
        self,
        node: MappingNode,
        values: Mapping[str, object],
        places: Mapping[str, Place],
        problems: list[Problem],
    ) -> None:
        for field in self._required:
            if field.attribute in values:
                continue
            state = "empty" if field.attribute in places else "missing"
            place = places.get(field.attribute, node.place)
            hint = f"write {field.key}: {field.example}" if field.example else None
            message = f"{field.key} is {state}"
            problems.append(Problem(f"{state}-key", message, place, hint, key=field.key))

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        schema: Schema = {
            "type": "object",
            "properties": {field.key: _property(field, definitions) for field in self.fields},
            "additionalProperties": False,
        }
        if self._required:
            schema["required"] = [field.key for field in self._required]
        return schema


def _trimmed(node: Node, limit: int, problems: list[Problem], name: str) -> str | None:
    """A text without the space around it; none, and a problem, where there is none or too much."""
    if not isinstance(node, Text):
        problems.append(wrong_kind(node, name, "text"))
        return None
    text = node.value.strip()
    if not text:
        hint = "write something, or take it out"
        problems.append(Problem("empty", f"{name} is empty", node.place, hint))
        return None
    if len(text) > limit:
        problems.append(_too_long(node, name, len(text), limit))
        return None
    return text


def is_blank(node: Node) -> bool:
    """Whether a value was left empty (``tips:`` or ``tips: ""``), which counts as not given."""
    return isinstance(node, Text) and not node.value.strip()


def wrong_kind(node: Node, name: str, expected: str) -> Problem:
    """The problem of a value of another kind than expected, in plain words."""
    found = {Text: "text", Sequence: "a list", MappingNode: "keys with values"}[type(node)]
    verb = "these are" if isinstance(node, MappingNode) else "this is"
    message = f"{name} must be {expected}, {verb} {found}"
    return Problem("wrong-kind", message, node.place, _KIND_HINTS.get(expected))


_KIND_HINTS = {
    "a list": "begin each item on a line of its own with a dash, or write [one, two]",
    "text": 'write one text; put it in quotes "..." if it holds [ ] { } or a colon',
    "keys with values": "write key: value, one to a line",
    "a lead and its detail": "write the lead, a colon and the detail",
}


def _too_long(node: Text, name: str, length: int, limit: int) -> Problem:
    message = f"{name} is {length} characters long, {limit} are the most"
    return Problem("too-long", message, node.place, "shorten it")


def _too_many(node: Sequence, name: str, limit: int) -> Problem:
    message = f"{name} has {len(node.items):,} items, {limit} are the most"
    return Problem("too-long", message, node.place, "shorten it, or split the file")


def _fault(node: Text, name: str, fault: Unreadable) -> Problem:
    leading = len(node.value) - len(node.value.lstrip())
    place = node.place
    if fault.length is not None:
        place = node.part(leading + fault.start, fault.length)
    return Problem(fault.code, f"{name} {fault.message}", place, fault.hint)


def _not_one_pair(node: MappingNode, name: str) -> Problem:
    count = len(node.entries)
    message = f"{name} has {count or 'no'} leads, it must have one"
    place = node.entries[1][0].place if count > 1 else node.place
    return Problem("not-one-pair", message, place, "begin each with a dash of its own")


def _property(field: Field, definitions: dict[str, Schema]) -> Schema:
    """A field's schema with its description; where it may be left out, it may be left empty."""
    schema: Schema = field.shape.schema(definitions)
    if not field.required:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"description": field.doc, **schema}
