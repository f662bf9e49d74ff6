"""Whether sealed fields are for their use. It is judged before they are opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Tuple, Union

from ..runtime.values import parse_json
from .opener import Opener, base64url
from .tables import ALGORITHM, CRITICAL, ENCRYPTION, TYPE


@dataclass(frozen=True)
class SealedUse:
    """What a recipient uses sealed fields for."""

    # who sealed them, and the recipient itself, by their party ids
    issuer: str
    recipient: str
    waybill_no: str
    purpose: str
    reveal_id: str


@dataclass(frozen=True)
class SealRefused:
    """Sealed fields that are refused: what of them did not fit, and nothing of what was in them.

    `fault` is FORM, ISSUER, AUDIENCE, WAYBILL, PURPOSE, REVEAL, EXPIRED or KEY.
    """

    fault: str

    ok = False


def _is_whole(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == int(value)


def _names_each(crit: Any) -> bool:
    return (
        isinstance(crit, list)
        and len(crit) == len(CRITICAL)
        and all(claim in crit for claim in CRITICAL)
    )


def seal_fault(
    header: Mapping[str, Any], use: SealedUse, now_milliseconds: int
) -> Optional[str]:
    """What of a header does not fit the use; nothing where all of it does."""
    is_of_form = (
        header.get("alg") == ALGORITHM
        and header.get("enc") == ENCRYPTION
        and header.get("typ") == TYPE
        and _is_whole(header.get("iat"))
        and _is_whole(header.get("exp"))
        and _names_each(header.get("crit"))
    )
    if not is_of_form:
        return "FORM"
    bound: Tuple[Tuple[str, str, str], ...] = (
        ("iss", use.issuer, "ISSUER"),
        ("aud", use.recipient, "AUDIENCE"),
        ("waybillNo", use.waybill_no, "WAYBILL"),
        ("purpose", use.purpose, "PURPOSE"),
        ("revealId", use.reveal_id, "REVEAL"),
    )
    for claim, wanted, fault in bound:
        if header.get(claim) != wanted:
            return fault
    return "EXPIRED" if header["exp"] * 1000 <= now_milliseconds else None


def _header_of(compact_jwe: str) -> Optional[Mapping[str, Any]]:
    parts = compact_jwe.split(".")
    if len(parts) != 5:
        return None
    try:
        header = parse_json(base64url(parts[0]))
    except (ValueError, RecursionError):
        return None
    return header if isinstance(header, dict) else None


def open_sealed(
    compact_jwe: str, use: SealedUse, opener: Opener, now_milliseconds: int
) -> Union[Mapping[str, Any], SealRefused]:
    """What was sealed, where it is for this use and not expired; anything else is refused before it is opened."""
    header = _header_of(compact_jwe)
    if header is None:
        return SealRefused("FORM")
    fault = seal_fault(header, use, now_milliseconds)
    if fault is not None:
        return SealRefused(fault)
    key_id = header.get("kid")
    if not isinstance(key_id, str):
        return SealRefused("KEY")
    try:
        opened = opener.open(compact_jwe, key_id)
    except Exception:  # what was raised may hold bytes of what was sealed, so it goes no further
        return SealRefused("KEY")
    try:
        payload = parse_json(opened)
    except (ValueError, RecursionError):
        return SealRefused("FORM")
    return payload if isinstance(payload, dict) else SealRefused("FORM")
