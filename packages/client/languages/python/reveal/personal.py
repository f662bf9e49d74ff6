"""A value of a person that nothing shows by accident."""

from __future__ import annotations

from typing import Any, Callable, Generic, Tuple, TypeVar

T = TypeVar("T")
_SHOWN = "[personal]"


class Personal(str, Generic[T]):
    """Is the text `[personal]` to every printer, format, log and encoder; `expose()` gives the value.

    It is a text because the encoder of JSON asks nothing else. Two of them are the same only where they are one.
    """

    __slots__ = ("_value",)
    _value: Callable[[], T]

    def __new__(cls, value: T) -> Personal[T]:
        held = super().__new__(cls, _SHOWN)
        held._value = lambda: value
        return held

    def expose(self) -> T:
        """The value itself."""
        return self._value()

    def __repr__(self) -> str:
        return _SHOWN

    def __str__(self) -> str:
        return _SHOWN

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)

    def __reduce_ex__(self, protocol: Any) -> Tuple[Any, ...]:
        # what is copied or pickled leaves the value behind
        return (str, (_SHOWN,))
