"""How messages are read, shown and written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, ClassVar, Dict, FrozenSet, List, Mapping, Optional, Tuple, Type, TypeVar

# RFC 8259 section 6: beyond this, receivers read other numbers than were sent
LARGEST_SAFE_INTEGER = 2**53 - 1

_INSTANT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII
)


class Unreadable(Exception):
    """Raised where a value is not what its message says."""

    def __init__(self, pointer: str, rule: str, message: str) -> None:
        super().__init__(f"{pointer}: {message}")
        self.pointer = pointer
        self.rule = rule
        self.message = message


class Instant(str):
    """A date and time with its offset, as it came (RFC 3339)."""

    @property
    def at(self) -> datetime:
        """The same as a datetime that knows its offset. Raises ValueError where the text is no instant."""
        match = _INSTANT.fullmatch(self)
        if match is None:
            raise ValueError("The text is no instant of RFC 3339 with seconds and an offset.")
        year, month, day, hour, minute, second = (int(match[part]) for part in range(1, 7))
        microsecond = int((match[7] or "0").ljust(6, "0"))
        offset = timedelta(hours=int(match[9] or 0), minutes=int(match[10] or 0))
        zone = timezone(-offset if match[8] == "-" else offset)
        return datetime(year, month, day, hour, minute, second, microsecond, zone)


class Code(str):
    """A code of a list as it came, which may be one that a later minor release added."""

    CODES: ClassVar[FrozenSet[str]] = frozenset()
    FALLBACK: ClassVar[Optional[str]] = None

    @property
    def is_known(self) -> bool:
        """Whether the list of this release has it."""
        return str(self) in self.CODES

    @property
    def meaning(self) -> Optional[str]:
        """Itself, or the fallback of its list; nothing where a receiver ignores what it does not know."""
        return str(self) if self.is_known else self.FALLBACK


@dataclass(frozen=True)
class Member:
    """One member of a message: its name on the wire and here, and what it is.

    `kind` is text, instant, whole, flag or any, the name of a code list or message, or one of these in brackets.
    """

    wire: str
    name: str
    kind: str
    required: bool = False
    personal: bool = False


M = TypeVar("M", bound="Message")
_codes: Dict[str, Type[Code]] = {}
_messages: Dict[str, Type["Message"]] = {}


class Message:
    """An object of the standard. What a later minor release added to it is in `additional`."""

    MEMBERS: ClassVar[Tuple[Member, ...]] = ()
    additional: Mapping[str, Any]

    @classmethod
    def from_wire(cls: Type[M], value: Any, pointer: str = "") -> M:
        """Reads parsed JSON. Raises Unreadable."""
        if not isinstance(value, dict):
            raise Unreadable(pointer, "type", "This is no object.")
        read: Dict[str, Any] = {}
        for member in cls.MEMBERS:
            if member.wire in value:
                read[member.name] = _read(
                    member.kind, value[member.wire], f"{pointer}/{member.wire}"
                )
            elif member.required:
                raise Unreadable(pointer, "required", f"The member {member.wire} is missing.")
        known = {member.wire for member in cls.MEMBERS}
        additional = {name: one for name, one in value.items() if name not in known}
        return cls(**read, additional=additional)

    def to_wire(self, *, with_additional: bool = False) -> Dict[str, Any]:
        """The same as plain JSON; what this release does not know is left out unless it is asked for."""
        written = {
            member.wire: _write(getattr(self, member.name), with_additional)
            for member in self.MEMBERS
            if getattr(self, member.name) is not None
        }
        return {**written, **self.additional} if with_additional else written

    def __repr__(self) -> str:
        shown = [
            f"{member.name}={'[personal]' if member.personal else repr(getattr(self, member.name))}"
            for member in self.MEMBERS
            if getattr(self, member.name) is not None
        ]
        # nobody says of an unknown member whether it is personal
        unknown = [f"additional={sorted(self.additional)}"] if self.additional else []
        return f"{type(self).__name__}({', '.join(shown + unknown)})"


def code_list(cls: Type[Code]) -> Type[Code]:
    """Makes a code list known to the reader of messages by its name."""
    _codes[cls.__name__] = cls
    return cls


def message(cls: Type[M]) -> Type[M]:
    """Makes a message known to the reader of messages by its name."""
    _messages[cls.__name__] = cls
    return cls


def code_list_named(name: str) -> Type[Code]:
    """The code list of that name. Raises KeyError."""
    return _codes[name]


def message_named(name: str) -> Type[Message]:
    """The message of that name. Raises KeyError."""
    return _messages[name]


def _read(kind: str, value: Any, pointer: str) -> Any:
    if kind == "any":
        return value
    if kind == "whole":
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise Unreadable(pointer, "type", "This is no whole number.")
    if kind == "flag":
        if isinstance(value, bool):
            return value
        raise Unreadable(pointer, "type", "This is neither true nor false.")
    if kind.startswith("["):
        if not isinstance(value, list):
            raise Unreadable(pointer, "type", "This is no list.")
        return [_read(kind[1:-1], one, f"{pointer}/{at}") for at, one in enumerate(value)]
    if kind in _messages:
        return _messages[kind].from_wire(value, pointer)
    if not isinstance(value, str):
        raise Unreadable(pointer, "type", "This is no text.")
    if kind == "text":
        return value
    return Instant(value) if kind == "instant" else _codes[kind](value)


def _write(value: Any, with_additional: bool) -> Any:
    if isinstance(value, Message):
        return value.to_wire(with_additional=with_additional)
    if isinstance(value, (list, tuple)):
        return [_write(one, with_additional) for one in value]
    return value


def _safe(text: str) -> int:
    number = int(text)
    if abs(number) > LARGEST_SAFE_INTEGER:
        raise ValueError("A number has more digits than are kept.")
    return number


def _finite(text: str) -> float:
    number = float(text)
    if abs(number) > LARGEST_SAFE_INTEGER:
        raise ValueError("A number has more digits than are kept.")
    return number


def _no_constant(text: str) -> Any:
    raise ValueError(f"{text} is no JSON.")


def parse_json(data: bytes) -> Any:
    """JSON whose numbers keep all of their digits. Raises ValueError."""
    return json.loads(
        data.decode("utf-8"), parse_int=_safe, parse_float=_finite, parse_constant=_no_constant
    )


def json_text(value: Any) -> str:
    """Compact JSON, every character as itself."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return value.to_wire()
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value


def plain(value: Any) -> Any:
    """A body as plain JSON: what was received can be sent back."""
    return _plain(value)


def members_at(value: Any, pointer: str) -> List[Tuple[str, Any]]:
    """Every place that a pointer with `*` for any item names, and what stands there."""
    found = [("", value)]
    for step in pointer.split("/")[1:]:
        following: List[Tuple[str, Any]] = []
        for path, one in found:
            if step == "*" and isinstance(one, list):
                following += [(f"{path}/{at}", item) for at, item in enumerate(one)]
            elif isinstance(one, dict) and step in one:
                following.append((f"{path}/{step}", one[step]))
        found = following
    return found
