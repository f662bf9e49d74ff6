"""What the run time needs of an operation and of a problem that a receiver answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple


@dataclass(frozen=True)
class Operation:
    """One operation; what is not said is false or empty."""

    method: str
    path: str
    # name of the message of the answer
    answer: Optional[str] = None
    # the call is named by an idempotency key
    keyed: bool = False
    no_store: bool = False
    # called without a token
    anonymous: bool = False
    # where the body has plain text of a person or a place
    plain: Tuple[str, ...] = ()


@dataclass(frozen=True)
class InboxProblem:
    """A refusal of a receiver of events."""

    status: int
    title: str
    retryable: bool
