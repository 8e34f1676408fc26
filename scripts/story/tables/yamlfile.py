"""YAML read with the place of every value, so that a fault can point at its line."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

Mark = tuple[int, int]
"""Line and column, from 1."""
Marks = dict[tuple, Mark]
"""Where each value stands, keyed by its path: `("facts", 0, "unit", "zh")`."""


UNCLOSED = "a quotation mark is never closed"
_OPENS = re.compile(r"""(\s*(?:- )*(?:[\w-]+: +)?)(['"])(.*)""")
_DOUBLED = re.compile(r"""''|\\.""")
"""A quotation mark as typed inside of quotation marks."""
_VALUE_BEGINS = re.compile(r"(?:: +|- +|[\[{,] *)\Z")


class YamlFault(Exception):
    """The text is not YAML, or repeats a key. `mark` says where, `problem` what (English).

    `lines` are the line of the mark and the one above it: the parser often
    notices a fault only on the line after.
    """

    def __init__(self, problem: str, mark: Mark, lines: Sequence[str] = ()):
        super().__init__(problem)
        self.problem, self.mark, self.lines = problem, mark, list(lines)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """As the safe loader, but a date stays the text the editor typed and `no` is a word."""


_KEPT = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null"}
_Loader.yaml_implicit_resolvers = {
    first: kept
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if (kept := [(tag, regexp) for tag, regexp in resolvers if tag in _KEPT])
}

_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def parse(text: str, only: str = "") -> tuple[Any, Marks]:
    """Return the data of one YAML document and the mark of every value in it.

    With `only`, nothing but the value of that key is looked at: the rest may hold tags that are unknown here.
    Raises `YamlFault` where the text cannot be read or a key stands twice.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        marks: Marks = {}
        if node is None:
            return None, marks
        if only and isinstance(node, yaml.MappingNode):
            node.value = [(key, value) for key, value in node.value if key.value == only]
        _collect(node, (), marks, set())
        return loader.construct_document(node), marks
    except yaml.MarkedYAMLError as error:
        raise _fault(error, text) from None
    except RecursionError:
        raise YamlFault("entries are set in too deep", (1, 1)) from None
    except yaml.reader.ReaderError as error:
        raise YamlFault(str(error.reason), _place(text, error.position)) from None
    finally:
        loader.dispose()


def mark_of(marks: Marks, path: tuple) -> Mark:
    """The mark of `path`, or of the nearest value around it that exists."""
    while path not in marks and path:
        path = path[:-1]
    return marks.get(path, (1, 1))


def _collect(node: yaml.Node, path: tuple, marks: Marks, seen: set[int]) -> None:
    if id(node) in seen:  # a few of them within each other make a file that no memory holds
        raise YamlFault("an alias (*name) stands for entries from elsewhere", _mark(node.start_mark))
    seen.add(id(node))
    marks[path] = _mark(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            _collect(child, (*path, index), marks, seen)
    elif isinstance(node, yaml.MappingNode):
        _refuse_repeats(node)
        for key, child in node.value:
            _collect(child, (*path, key.value), marks, seen)


def _refuse_repeats(node: yaml.MappingNode) -> None:
    seen = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise YamlFault("a list or fields where a name is expected", _mark(key.start_mark))
        if str(key.value) in seen:
            raise YamlFault(f"the key “{key.value}” stands twice", _mark(key.start_mark))
        seen.add(str(key.value))


def _mark(mark: yaml.Mark) -> Mark:
    return mark.line + 1, mark.column + 1


def _place(text: str, position: int) -> Mark:
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def _fault(error: yaml.MarkedYAMLError, text: str) -> YamlFault:
    noticed = error.problem_mark or error.context_mark
    mark, lines = _mark(noticed) if noticed else (1, 1), text.splitlines()
    if opened := _unclosed(lines, mark[0]):
        return YamlFault(UNCLOSED, opened, [lines[opened[0] - 1]])
    shown = [line for line in lines[: mark[0]] if not line.lstrip().startswith("#") and line.strip()][-2:]
    return YamlFault(error.problem or str(error), mark, shown)


def _unclosed(lines: list[str], last: int) -> Mark | None:
    """The quotation mark that opens a value and is never closed, looking upwards.

    The parser stops at the next one, far below.
    """
    for number in range(min(last, len(lines)), 0, -1):
        match = _OPENS.match(lines[number - 1])
        if match and match[2] not in _DOUBLED.sub("", match[3]):
            inside, closed, _ = _DOUBLED.sub("", "\n".join(lines[number:])).partition(match[2])
            return None if closed and not _VALUE_BEGINS.search(inside) else (number, match.start(2) + 1)
    return None
