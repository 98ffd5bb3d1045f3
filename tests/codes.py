"""The codes of problems as the source makes them, found without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

MAKERS = {"Problem": 0, "Finding": 0, "Unreadable": 4}
"""The calls that give a problem its code, and which of their arguments it is."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Call:
    """A call, the function it stands in and the module."""

    node: ast.Call
    within: Function | None
    module: str

    @property
    def name(self) -> str:
        """The last word of what is called."""
        function = self.node.func
        if isinstance(function, ast.Attribute):
            return function.attr
        return function.id if isinstance(function, ast.Name) else ""


class Source:
    """The modules of a package, and the codes that are made in them."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._trees = {name: ast.parse(text) for name, text in modules.items()}
        self._calls = [
            call for name, tree in self._trees.items() for call in _calls(tree, None, name)
        ]

    def codes(self) -> dict[str, str]:
        """Each code with a place where it is made. Raises ``LookupError`` where it is not known."""
        return {
            code: f"{call.module}:{call.node.lineno}"
            for call in self._makers()
            for code in self._codes_of(call)
        }

    def severities(self) -> dict[str, set[str]]:
        """The severities that each code is made with, of those whose calls say so."""
        found: dict[str, set[str]] = {}
        for call in self._makers():
            severity = _argument(call.node, "severity", 4) if call.name == "Problem" else None
            if call.name != "Finding" and not isinstance(severity, ast.Name):
                said = "WARNING" if severity and "WARNING" in ast.unparse(severity) else "ERROR"
                for code in self._codes_of(call):
                    found.setdefault(code, set()).add(said)
        return found

    def _makers(self) -> Iterator[Call]:
        return (call for call in self._calls if call.name in MAKERS)

    def _codes_of(self, call: Call) -> set[str]:
        code = _argument(call.node, "code", MAKERS[call.name])
        if code is None:
            return {"value"} if call.name == "Unreadable" else set()  # unless said
        return self._values(code, call)

    def _values(self, written: ast.expr, call: Call) -> set[str]:
        """All that an expression may be, as far as strings go."""
        match written:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.IfExp():
                return self._values(written.body, call) | self._values(written.orelse, call)
            case ast.JoinedStr():
                parts = [self._values(part, call) for part in written.values]
                return {"".join(each) for each in product(*parts)}
            case ast.FormattedValue():
                return self._values(written.value, call)
            case ast.Attribute(attr="code"):
                return set()  # of a finding, or a problem, which has it from where it was made
            case ast.Name():
                return self._named(written.id, call)
        raise LookupError(f"{call.module}:{call.node.lineno}: {ast.unparse(written)}")

    def _named(self, name: str, call: Call) -> set[str]:
        if call.within and name in (names := _parameters(call.within)):
            return self._given(call, name, names.index(name))
        scopes: list[ast.AST] = [call.within] if call.within else []
        for scope in (*scopes, *self._trees.values()):
            for node in ast.walk(scope):
                if isinstance(node, ast.Assign) and _assigns(node, name):
                    return self._values(node.value, call)
        raise LookupError(f"{call.module}:{call.node.lineno}: {name}")

    def _given(self, call: Call, name: str, index: int) -> set[str]:
        """What the function that a call stands in is given for one of its parameters."""
        assert call.within
        called, found = call.within.name, set[str]()
        for other in self._calls:
            if other.name == called and self._sees(other.module, call.module, called):
                given = _argument(other.node, name, index)
                if given is not None:
                    found |= self._values(given, other)
        return found

    def _sees(self, module: str, of: str, name: str) -> bool:
        """Whether a name in a module is that of another one."""
        return module == of or any(
            isinstance(node, ast.ImportFrom)
            and f"{node.module}".replace(".", "/") == of.removesuffix(".py")
            and name in {alias.name for alias in node.names}
            for node in ast.walk(self._trees[module])
        )


def source_of(package: Path) -> Source:
    """The source of a package on disk."""
    files = sorted(package.rglob("*.py"))
    return Source({f.relative_to(package.parent).as_posix(): f.read_text("utf-8") for f in files})


def _calls(node: ast.AST, within: Function | None, module: str) -> Iterator[Call]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield Call(child, within, module)
        yield from _calls(child, child if isinstance(child, Function) else within, module)


def _argument(call: ast.Call, name: str, index: int) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[index] if index < len(call.args) else None


def _parameters(function: Function) -> list[str]:
    names = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
    return names[1:] if names[:1] == ["self"] else names


def _assigns(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
