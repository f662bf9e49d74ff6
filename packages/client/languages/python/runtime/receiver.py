"""An endpoint for events: size, signature over the raw bytes, time, JSON, envelope, payload, then once its handler."""

from __future__ import annotations

import http.client
import json
import re
import threading
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Protocol, Sequence, Tuple, Union

from .ambient import Clock, system_now
from .keys import KeyLoader
from .outcome import Finding
from .signatures import Verify, VerifyingKey, is_signed, verify_by_cryptography
from .tables import InboxProblem
from .values import Unreadable, message_named, parse_json

# older or newer than this is refused (Standard Webhooks)
TOLERANCE_MILLISECONDS = 300_000
# a whole event has at most this
MAX_BYTES = 20_000
# after this a sender has given up
SEEN_MILLISECONDS = 72 * 3_600_000
CHALLENGE = "org.openwaybill.discovery.subscription.challenged"


@dataclass(frozen=True)
class Event:
    """An event. `data` is the message of its type, or plain JSON where the type is not known."""

    id: str
    source: str
    type: str
    subject: Optional[str]
    time: Optional[str]
    data: Any


@dataclass(frozen=True)
class Reply:
    """What a delivery is answered with."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Seen(Protocol):
    """Remembers what was handled, so that an event that comes again is not handled again."""

    def has(self, key: str) -> bool: ...

    def add(self, key: str, until: int) -> None: ...


class SeenInMemory:
    """A memory that a restart loses; one that is shared between processes is better."""

    def __init__(self, now: Clock = system_now) -> None:
        self._now = now
        self._kept: Dict[str, int] = {}

    def has(self, key: str) -> bool:
        """Whether it was handled."""
        return key in self._kept

    def add(self, key: str, until: int) -> None:
        """Remembers until then, in milliseconds since 1970."""
        for old in [one for one, end in self._kept.items() if end <= self._now()]:
            del self._kept[old]
        self._kept[key] = until


Handler = Callable[[Event], None]


class Receiver:
    """Takes deliveries. A handler that raises makes the sender try again."""

    def __init__(
        self,
        *,
        keys: Union[Sequence[VerifyingKey], KeyLoader],
        handlers: Mapping[str, Handler],
        payloads: Mapping[str, str],
        problems: Mapping[str, InboxProblem],
        version: str,
        secrets: Sequence[str] = (),
        source: Optional[str] = None,
        unknown: Optional[Handler] = None,
        failed: Optional[Callable[[Exception, Event], None]] = None,
        seen: Optional[Seen] = None,
        max_bytes: int = MAX_BYTES,
        now: Clock = system_now,
        verify: Verify = verify_by_cryptography,
    ) -> None:
        self._keys = keys
        self._handlers = handlers
        self._payloads = payloads
        self._problems = problems
        self._headers = {"openwaybill-version": version}
        self._secrets = secrets
        self._source = source
        self._unknown = unknown
        self._failed = failed
        self._seen: Seen = SeenInMemory(now) if seen is None else seen
        self._max_bytes = max_bytes
        self._now = now
        self._verify = verify
        # by event: who has it, and how many want it
        self._running: Dict[str, Tuple[threading.Lock, int]] = {}
        self._guard = threading.Lock()

    def handle(self, method: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """Answers one delivery; the body is byte for byte as it came."""
        if method != "POST":
            return self._refused("METHOD_NOT_ALLOWED")
        if len(body) > self._max_bytes:
            return self._refused("BODY_TOO_LARGE")
        named = {name.lower(): value for name, value in headers.items()}
        delivery = [named.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature")]
        is_whole = all(delivery) and re.fullmatch(r"[0-9]{1,12}", delivery[1]) is not None
        if not is_whole or not self._is_trusted(delivery, body):
            return self._refused("SIGNATURE_INVALID")
        if abs(self._now() - int(delivery[1]) * 1000) > TOLERANCE_MILLISECONDS:
            return self._refused("TIMESTAMP_SKEW")
        try:
            envelope = parse_json(body)
        except ValueError:
            return self._refused("MALFORMED_JSON")
        try:
            event = self._event_in(envelope, delivery[0])
        except Unreadable as cause:
            found = Finding(cause.pointer, cause.rule, cause.message)
            return self._refused("SCHEMA_VIOLATION", [found])
        if self._source is not None and event.source != self._source:
            return self._refused("SIGNATURE_INVALID")
        if event.type == CHALLENGE:
            return self._reply(200, {"challenge": envelope["data"]["challenge"]})
        return self._dispatch_once(event)

    def wsgi(
        self, environ: Mapping[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """The same as an application of WSGI (PEP 3333)."""
        headers = {
            name[len("HTTP_") :].replace("_", "-").lower(): value
            for name, value in environ.items()
            if name.startswith("HTTP_")
        }
        length = environ.get("CONTENT_LENGTH") or "0"
        # one byte more than may come is enough to know
        body = environ["wsgi.input"].read(min(int(length), self._max_bytes + 1))
        reply = self.handle(environ["REQUEST_METHOD"], headers, body)
        reason = http.client.responses.get(reply.status, "")
        start_response(f"{reply.status} {reason}", list(reply.headers.items()))
        return [reply.body]

    def _is_trusted(self, delivery: List[str], body: bytes) -> bool:
        if not callable(self._keys):
            return is_signed(delivery, body, self._keys, self._secrets, self._verify)
        known = self._keys(False)
        if is_signed(delivery, body, known, self._secrets, self._verify):
            return True
        fresh = self._keys(True)
        return fresh is not known and is_signed(delivery, body, fresh, (), self._verify)

    def _event_in(self, envelope: Any, delivery_id: str) -> Event:
        if not isinstance(envelope, dict):
            raise Unreadable("", "type", "The event is no object.")
        for name in ("id", "source", "type"):
            if not isinstance(envelope.get(name), str):
                raise Unreadable("", "required", f"The event has no {name}.")
        # an id that differs would be taken for another event
        if envelope["id"] != delivery_id:
            raise Unreadable("/id", "const", "The id is not the webhook-id of the delivery.")
        if not isinstance(envelope.get("data"), dict):
            raise Unreadable("", "required", "The event has no data.")
        payload = self._payloads.get(envelope["type"])
        data = envelope["data"]
        return Event(
            envelope["id"],
            envelope["source"],
            envelope["type"],
            envelope.get("subject"),
            envelope.get("time"),
            data if payload is None else message_named(payload).from_wire(data, "/data"),
        )

    def _dispatch_once(self, event: Event) -> Reply:
        """Two deliveries at the same time are one event: the second waits for what the first comes to."""
        key = json.dumps([event.source, event.id])
        with self._guard:
            lock, wanted = self._running.get(key, (threading.Lock(), 0))
            self._running[key] = (lock, wanted + 1)
        try:
            with lock:
                return self._reply(204) if self._seen.has(key) else self._dispatch(event, key)
        finally:
            with self._guard:
                wanted = self._running.pop(key)[1] - 1
                if wanted > 0:
                    self._running[key] = (lock, wanted)

    def _dispatch(self, event: Event, key: str) -> Reply:
        handler = self._handlers.get(event.type, self._unknown)
        try:
            if handler is not None:
                handler(event)
        except Exception as cause:  # whatever it was, the sender is told only to come again
            if self._failed is not None:
                self._failed(cause, event)
            return self._refused("INTERNAL")
        self._seen.add(key, self._now() + SEEN_MILLISECONDS)
        return self._reply(204)

    def _reply(self, status: int, body: Any = None, media_type: str = "application/json") -> Reply:
        if body is None:
            return Reply(status, self._headers, b"")
        text = json.dumps(body, ensure_ascii=False).encode("utf-8")
        return Reply(status, {**self._headers, "content-type": media_type}, text)

    def _refused(self, code: str, errors: Sequence[Finding] = ()) -> Reply:
        row = self._problems[code]
        problem: Dict[str, Any] = {
            "type": f"https://openwaybill.org/problems/{code}",
            "code": code,
            "title": row.title,
            "status": row.status,
            "retryable": row.retryable,
        }
        if errors:
            problem["errors"] = [vars(one) for one in errors[:100]]
        reply = self._reply(row.status, problem, "application/problem+json")
        allow = {"allow": "POST"} if row.status == 405 else {}
        return Reply(reply.status, {**reply.headers, **allow}, reply.body)
