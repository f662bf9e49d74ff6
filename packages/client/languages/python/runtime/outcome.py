"""A value or a problem; a refusal is never raised."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, Mapping, Optional, Tuple, TypeVar, Union

Value = TypeVar("Value")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a value. It never holds the value."""

    pointer: str
    rule: str
    message: str


@dataclass(frozen=True)
class Problem:
    """A refusal (RFC 9457).

    `code` is one of the operation's, one that a later minor release added, or one of the client itself: NO_ANSWER,
    TIMED_OUT, ANSWER_INVALID, NOT_A_PROBLEM, NO_TOKEN, REQUEST_INVALID. `status` is 0 where nothing came back.
    """

    code: str
    status: int
    retryable: bool
    errors: Tuple[Finding, ...] = ()
    # the interruption notice that a 503 names
    notice_id: Optional[str] = None
    # every member as it came
    members: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Ok(Generic[Value]):
    """What was asked for."""

    value: Value
    status: int
    # the answer to an earlier call with the same key
    replayed: bool = False
    # from the entity tag; what `if_match` takes
    revision: Optional[int] = None

    ok = True


@dataclass(frozen=True)
class Refused:
    """What stands in its way."""

    problem: Problem
    # what was raised, where nothing came back or there was no token
    cause: Optional[BaseException] = None

    ok = False


Outcome = Union[Ok[Value], Refused]


class RefusedError(Exception):
    """Raised by an iterator, which has no other way to hand out a refusal."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(f"The list ended with {refused.problem.code}.")
        self.problem = refused.problem
