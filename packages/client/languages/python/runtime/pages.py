"""Lists, whatever the size of their pages."""

from __future__ import annotations

from typing import Any, Callable, Iterator, Optional, Set

from .outcome import Outcome, Refused, RefusedError


def items(read: Callable[[Optional[str]], Outcome[Any]]) -> Iterator[Any]:
    """Every item of a list. It ends where a page has no cursor, or one that was there before. Raises RefusedError."""
    walked: Set[str] = set()
    cursor: Optional[str] = None
    while True:
        outcome = read(cursor)
        if isinstance(outcome, Refused):
            raise RefusedError(outcome)
        yield from outcome.value.items
        cursor = outcome.value.next_cursor
        if cursor is None or cursor in walked:
            return
        walked.add(cursor)
