"""The plain part of YAML that cards are written in: mappings, lists and scalars, nothing clever.

Scalars follow YAML 1.2's core schema, so the language code `no` stays a text and a date stays as written. Anchors,
aliases, tags and repeated keys are refused: they hide slips, and a card needs none of them. Works on the C parser's
events, three times as fast as building yaml's own nodes first.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
MAX_DEPTH = 12


class PlainYamlError(ValueError):
    """`line` counts from 1; `reason` is English, technical and short."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def read_plain(text: str) -> Any:
    """The one document in `text` as dicts, lists, str, int, float, bool and None. Raises PlainYamlError."""
    try:
        events = list(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise PlainYamlError(mark.line + 1 if mark else 1, str(error.problem or "not YAML")) from error
    except yaml.YAMLError as error:
        raise PlainYamlError(1, "a character that YAML does not allow") from error
    if sum(isinstance(event, yaml.DocumentStartEvent) for event in events) != 1:
        raise PlainYamlError(1, "exactly one document is expected")
    value, _ = _build(events, 2, 0)
    return value


def _build(events: list[Any], at: int, depth: int) -> tuple[Any, int]:
    """The value that starts at event number `at`, and the number of the event after it."""
    event = events[at]
    if depth > MAX_DEPTH:
        raise PlainYamlError(event.start_mark.line + 1, f"nested deeper than {MAX_DEPTH} levels")
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None or event.tag is not None:
        raise PlainYamlError(event.start_mark.line + 1, "anchors, aliases and tags are not allowed")
    at += 1
    if isinstance(event, yaml.ScalarEvent):
        return (_scalar(event.value) if event.implicit[0] else event.value), at
    if isinstance(event, yaml.SequenceStartEvent):
        members = []
        while not isinstance(events[at], yaml.SequenceEndEvent):
            member, at = _build(events, at, depth + 1)
            members.append(member)
        return members, at + 1
    mapping: dict[str, Any] = {}
    while not isinstance(events[at], yaml.MappingEndEvent):
        line = events[at].start_mark.line + 1
        if not isinstance(events[at], yaml.ScalarEvent):
            raise PlainYamlError(line, "a key must be a plain text")
        key = events[at].value
        if key in mapping:
            raise PlainYamlError(line, f"the key {key!r} appears twice")
        mapping[key], at = _build(events, at + 1, depth + 1)
    return mapping, at + 1


def _scalar(text: str) -> bool | int | float | str | None:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in "0123456789.-+":
        if _INTEGER.fullmatch(text):
            return int(text) if len(text) < 30 else text
        if _FLOAT.fullmatch(text):
            return float(text)
    return text
