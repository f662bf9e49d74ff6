"""How long is waited before a request is repeated."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Optional

from .ambient import Randomness

# the first pause is at most this; every further one may be twice as long, up to the last
FIRST_MILLISECONDS = 200
LAST_MILLISECONDS = 20_000


def retry_after(header: Optional[str], now: int) -> Optional[int]:
    """Retry-After in milliseconds from now: seconds or a date (RFC 9110 section 10.2.3)."""
    if header is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", header):
        return int(header) * 1000
    try:
        at = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    return max(0, int(at.timestamp() * 1000) - now)


def back_off(tried: int, random: Randomness) -> int:
    """Exponential, with full jitter: many callers that were refused at once do not come back at once."""
    ceiling = min(LAST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (tried - 1))
    return round(ceiling * int.from_bytes(random(2), "big") / 0xFFFF)
