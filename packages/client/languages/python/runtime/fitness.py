"""What is wrong with a body that no receiver could take as it is meant; it is not sent."""

from __future__ import annotations

import re
from typing import Any, List, Optional

from .outcome import Finding, Problem
from .tables import Operation
from .values import LARGEST_SAFE_INTEGER, members_at

# stars, circles, blocks and crosses with which others hide characters, and a face that one platform prints
_MASK = re.compile(
    "[*\u2217\u2731\u066d\ufe61\uff0a\u25cf\u25cb\u25ef\u2b24\u2588\u2587\u25a0\u25a1\u00d7\u2715\u2716]"
    r"|\(\^_\^\)"
)


def _inexact(value: Any, pointer: str) -> List[Finding]:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if abs(value) <= LARGEST_SAFE_INTEGER:
            return []
        return [Finding(pointer, "safe-integer", "The number has more digits than are kept.")]
    if isinstance(value, dict):
        return [
            found
            for name, one in value.items()
            for found in _inexact(
                one, f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
            )
        ]
    if isinstance(value, list):
        return [
            found for at, one in enumerate(value) for found in _inexact(one, f"{pointer}/{at}")
        ]
    return []


def _masked(value: Any, operation: Operation) -> List[Finding]:
    return [
        Finding(place, "masked-input", "A masked value stands in a plain member.")
        for pointer in operation.plain
        for place, text in members_at(value, pointer)
        if isinstance(text, str) and _MASK.search(text)
    ]


def unfit_to_send(operation: Operation, body: Any) -> Optional[Problem]:
    """The problem with a body, or none."""
    inexact = _inexact(body, "")
    if inexact:
        return Problem("REQUEST_INVALID", 0, False, tuple(inexact))
    masked = _masked(body, operation)
    if masked:
        return Problem("MASKED_VALUE_AS_INPUT", 0, False, tuple(masked))
    return None
