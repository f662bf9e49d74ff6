"""Asks for fields of one person and one parcel for one purpose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Dict, Mapping, Optional, Sequence, Union

from .. import codes, messages
from ..client import Client
from ..runtime.ambient import Clock, system_now
from ..runtime.outcome import Finding, Outcome, Problem, Refused
from ..runtime.values import Unreadable
from .opener import Opener
from .personal import Personal
from .sealed import SealedUse, SealRefused, open_sealed
from .tables import FIELDS, SEALED


@dataclass(frozen=True)
class RevealedFields:
    """Fields of a person, each held: only `expose()` of one shows it."""

    name: Optional[Personal[str]] = None
    phone: Optional[Personal[str]] = None
    # whether `phone` is the real number or stands for it
    phone_kind: Optional[codes.PhoneKind] = None
    address: Optional[Personal[messages.Address]] = None
    delivery_note: Optional[Personal[str]] = None
    id_number: Optional[Personal[str]] = None


@dataclass(frozen=True)
class Revealed:
    """A grant, with its fields where it showed them: not while it is to be approved, nor where a use is not shown again."""

    grant: messages.RevealGrant
    fields: Optional[RevealedFields] = None

    ok = True


RevealResult = Union[Revealed, Refused, SealRefused]


def _held(value: Any) -> Any:
    return None if value is None else Personal(value)


def _fields_of(clear: messages.RevealGrantFields) -> RevealedFields:
    # an id number is in no clear answer: the message does not know it
    id_number = clear.additional.get("idNumber")
    return RevealedFields(
        name=_held(clear.name),
        phone=_held(clear.phone),
        phone_kind=clear.phone_kind,
        address=_held(clear.address),
        delivery_note=_held(clear.delivery_note),
        id_number=_held(id_number) if isinstance(id_number, str) else None,
    )


def _over_asked(purpose: str, fields: Sequence[str], in_clear: bool) -> Sequence[Finding]:
    allowed = FIELDS.get(purpose)
    if allowed is None:
        wanted = ", ".join(FIELDS)
        return [Finding("/purpose", "purpose", f"This purpose shows no fields; these do: {wanted}.")]
    if not fields:
        return [Finding("/fields", "purpose", f"No field is asked for; name some of {', '.join(allowed)}.")]
    found = [
        Finding(f"/fields/{at}", "purpose", f"{purpose} allows {', '.join(allowed)} alone; leave it out.")
        for at, field in enumerate(fields)
        if field not in allowed
    ]
    if in_clear and purpose in SEALED:
        found.append(
            Finding("/sealToKeyId", "purpose", f"Fields for {purpose} come sealed alone; leave in_clear out.")
        )
    return found


class Revealer:
    """Seals by default, verifies what it is given, and lets no plain value into an error.

    `issuer` is the platform and `recipient` the caller itself, by their party ids; `key_id` is the key that answers
    are sealed to, and `opener` opens them.
    """

    def __init__(
        self,
        platform: Client,
        *,
        issuer: str,
        recipient: str,
        key_id: str,
        opener: Opener,
        now: Clock = system_now,
    ) -> None:
        self._platform = platform
        self._issuer = issuer
        self._recipient = recipient
        self._key_id = key_id
        self._opener = opener
        self._now = now

    def reveal(
        self,
        *,
        waybill_no: str,
        purpose: str,
        fields: Sequence[str],
        actor: Mapping[str, Any],
        authentication: str,
        consignee_ref: Optional[str] = None,
        consignor_ref: Optional[str] = None,
        justification: Optional[str] = None,
        in_clear: bool = False,
        idempotency_key: Optional[str] = None,
    ) -> RevealResult:
        """Asks once. What a purpose does not allow is refused before it is sent (REQUEST_INVALID, status 0)."""
        over_asked = _over_asked(purpose, fields, in_clear)
        if over_asked:
            return Refused(Problem("REQUEST_INVALID", 0, False, tuple(over_asked)))
        may: Dict[str, Optional[str]] = {
            "consigneeRef": consignee_ref,
            "consignorRef": consignor_ref,
            "justification": justification,
            "sealToKeyId": None if in_clear else self._key_id,
        }
        body: Any = {
            "waybillNo": waybill_no,
            "purpose": purpose,
            "fields": list(fields),
            "actor": actor,
            "authentication": authentication,
            **{name: one for name, one in may.items() if one is not None},
        }
        outcome = self._platform.request_reveal(body, idempotency_key=idempotency_key)
        return self._taken(outcome, waybill_no, purpose)

    def read(self, reveal_id: str, *, waybill_no: str, purpose: str) -> RevealResult:
        """Uses a grant once more: after its approval, or while uses are left."""
        return self._taken(self._platform.read_reveal(reveal_id), waybill_no, purpose)

    def _taken(
        self, outcome: Outcome[messages.RevealGrant], waybill_no: str, purpose: str
    ) -> RevealResult:
        if isinstance(outcome, Refused):
            return outcome
        given = outcome.value
        grant = replace(given, fields=None, sealed_fields=None)
        if given.fields is not None:
            return Revealed(grant, _fields_of(given.fields))
        if given.sealed_fields is None:
            return Revealed(grant)
        use = SealedUse(self._issuer, self._recipient, waybill_no, purpose, given.reveal_id)
        opened = open_sealed(given.sealed_fields, use, self._opener, self._now())
        if isinstance(opened, SealRefused):
            return opened
        try:
            return Revealed(grant, _fields_of(messages.RevealGrantFields.from_wire(opened)))
        except Unreadable:
            return SealRefused("FORM")
