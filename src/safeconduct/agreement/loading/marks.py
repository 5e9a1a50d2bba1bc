"""From YAML to the tree.

Only what a plain reader expects of such a file is read: mappings, lists and text. Every scalar
stays the text that was written, so that no date becomes a number and no ``no`` a false. Aliases,
anchors, tags, directives and further documents are refused at the event that brings them, before
anything could expand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import yaml

from safeconduct.agreement.loading.characters import invisible, naming, read_characters
from safeconduct.agreement.loading.findings import error, quote
from safeconduct.agreement.loading.syntax import explained
from safeconduct.agreement.loading.tree import Entry, Mapping, Mark, Node, Scalar, Sequence
from safeconduct.basics import Finding, Location, Message

DEEPEST = 20
"""Levels of mappings and lists. The format itself needs about ten."""

_NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_marks(data: bytes, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read a file's bytes into a tree, or say where and why they are none.

    Returns:
        The tree and no finding, or None and at least one.
    """
    text, findings = read_characters(data, file)
    if findings:
        return None, findings
    return _Builder(file).tree(text)


class _Refused(Exception):  # noqa: N818 - a finding on its way, and no error of ours
    """Ends the reading: what follows cannot be understood."""

    def __init__(self, message: Message, mark: Mark) -> None:
        self.message = message
        self.mark = mark


class _Builder:
    """Turns parser events into nodes and keeps the findings after which reading can go on."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._findings: list[Finding] = []

    def tree(self, text: str) -> tuple[Node | None, tuple[Finding, ...]]:
        root: Node | None = None
        try:
            root = self._document(yaml.parse(text, Loader=_Loader))
        except _Refused as refused:
            self._find(refused.message, refused.mark)
        except yaml.YAMLError as fault:
            self._find(*explained(fault))
        return (None if self._findings else root), tuple(self._findings)

    def _document(self, events: Iterator[yaml.Event]) -> Node:
        next(events)
        start = next(events)
        if isinstance(start, yaml.StreamEndEvent):
            raise _Refused(Message.of("agreement.file-empty"), Mark(1, 1))
        if not isinstance(start, yaml.DocumentStartEvent) or start.version or start.tags:
            raise _Refused(Message.of("agreement.directive"), Mark(1, 1))
        root = self._node(next(events), events, depth=0)
        next(events)
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Refused(Message.of("agreement.several-documents"), _mark(after))
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        if depth > DEEPEST:
            raise _Refused(Message.of("agreement.too-deep", limit=DEEPEST), _mark(event))
        _refuse_expanding(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        mark = _mark(event)
        if not event.style and event.value in _NO_VALUE:
            self._find(Message.of("agreement.no-value"), mark)
        for _, _, character in islice(invisible(event.value), 1):
            self._find(naming(character), mark)
        return Scalar(event.value, mark)

    def _sequence(
        self, event: yaml.SequenceStartEvent, events: Iterator[yaml.Event], depth: int
    ) -> Sequence:
        items = []
        while not isinstance(following := next(events), yaml.SequenceEndEvent):
            items.append(self._node(following, events, depth + 1))
        return Sequence(tuple(items), _mark(event))

    def _mapping(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(following := next(events), yaml.MappingEndEvent):
            key = self._key(following)
            value = self._node(next(events), events, depth + 1)
            first = entries.setdefault(key.text, Entry(key, value))
            if first.key is not key:
                line = first.key.mark.line
                message = Message.of(
                    "agreement.duplicate-key", key=quote(key.text), first_line=line
                )
                self._find(message, key.mark)
        return Mapping(tuple(entries.values()), _mark(event))

    def _key(self, event: yaml.Event) -> Scalar:
        _refuse_expanding(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused(Message.of("agreement.key-not-text"), _mark(event))
        return self._scalar(event)

    def _find(self, message: Message, mark: Mark) -> None:
        self._findings.append(error(message, Location(self._file, mark.line, mark.column)))


def _refuse_expanding(event: yaml.Event) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(Message.of("agreement.alias", name=quote(event.anchor or "")), _mark(event))
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        raise _Refused(Message.of("agreement.anchor", name=quote(event.anchor)), _mark(event))
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        raise _Refused(Message.of("agreement.tag", tag=quote(event.tag)), _mark(event))


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return Mark(1, 1) if mark is None else Mark(mark.line + 1, mark.column + 1)
