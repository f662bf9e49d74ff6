"""Where the keys of a party are read."""

from __future__ import annotations

import threading
from typing import Callable, Optional, Sequence, Tuple

from .ambient import Clock, HttpRequest, Transport, system_now, urllib_transport
from .signatures import VerifyingKey
from .values import parse_json

# Gives the keys of a party; asked with True when none of those that it gave has signed a delivery.
KeyLoader = Callable[[bool], Sequence[VerifyingKey]]

# as long as a capability document may be cached
KEPT_MILLISECONDS = 300_000
# forged deliveries must not make many requests for keys
PAUSE_MILLISECONDS = 60_000
TIMEOUT_MILLISECONDS = 10_000


def keys_at(
    url: str, *, transport: Transport = urllib_transport, now: Clock = system_now
) -> KeyLoader:
    """The key set at an address, such as `endpoints.keys` of a capability document. It is kept for a while."""
    kept: Optional[Tuple[Sequence[VerifyingKey], int]] = None
    reading = threading.Lock()

    def load(fresh: bool) -> Sequence[VerifyingKey]:
        nonlocal kept
        with reading:
            allowed = PAUSE_MILLISECONDS if fresh else KEPT_MILLISECONDS
            if kept is not None and now() - kept[1] < allowed:
                return kept[0]
            asked = HttpRequest("GET", url, {"accept": "application/json"})
            response = transport(asked, TIMEOUT_MILLISECONDS)
            if response.status != 200:
                raise OSError(
                    f"The key set at {url} was answered with {response.status}. Check the address."
                )
            kept = (parse_json(response.body)["keys"], now())
            return kept[0]

    return load
