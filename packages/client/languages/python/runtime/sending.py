"""One call: the same request, with the same idempotency key, until it has an answer that is final."""

from __future__ import annotations

import http.client
import re
import uuid
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Mapping, Optional, Tuple, Union
from urllib.parse import quote, urlencode

from .ambient import (
    Clock,
    HttpRequest,
    HttpResponse,
    Randomness,
    TimedOut,
    Transport,
    Wait,
    system_now,
    system_random,
    system_wait,
    urllib_transport,
)
from .fitness import unfit_to_send
from .outcome import Finding, Ok, Outcome, Problem, Refused
from .pauses import back_off, retry_after
from .tables import Operation
from .values import Unreadable, json_text, message_named, parse_json, plain

# Where tokens come from. A token that was refused is handed back, so that a source that remembers does not give it
# again.
TokenSource = Union[str, Callable[[Optional[str]], str]]

# refusals after which the same request may be made again, whoever on the way gave them
_PASSING = frozenset((408, 425, 429, 502, 503, 504))


@dataclass(frozen=True)
class Settings:
    """What every call of one connection has in common."""

    base_url: str
    version: str
    token: Optional[TokenSource] = None
    # for one attempt, up to the last byte of its answer
    timeout_milliseconds: int = 10_000
    # for all attempts of a call with the pauses between them
    deadline_milliseconds: int = 60_000
    # how often a call may be repeated
    retries: int = 3
    transport: Transport = urllib_transport
    now: Clock = system_now
    random: Randomness = system_random
    wait: Wait = system_wait


@dataclass(frozen=True)
class Given:
    """What a call was given, whatever its operation."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None
    if_match: Optional[int] = None
    idempotency_key: Optional[str] = None


def _text_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ",".join(str(one) for one in value)
    return str(value)


def _url_of(base_url: str, operation: Operation, given: Given) -> str:
    filled = re.sub(
        r"\{(\w+)\}", lambda match: quote(given.path[match[1]], safe=""), operation.path
    )
    asked = urlencode(
        {name: _text_of(one) for name, one in given.query.items() if one is not None}
    )
    return f"{base_url.rstrip('/')}{filled}{'?' if asked else ''}{asked}"


def _headers_of(
    operation: Operation, given: Given, version: str, token: Optional[str], key: Optional[str]
) -> Dict[str, str]:
    headers = {
        "accept": "application/json, application/problem+json",
        "openwaybill-version": version,
    }
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    if given.body is not None:
        headers["content-type"] = "application/json"
    if key is not None:
        headers["idempotency-key"] = key
    if given.if_match is not None:
        headers["if-match"] = f'"{given.if_match}"'
    if operation.no_store:
        headers["cache-control"] = "no-store"
    return headers


def _findings(errors: Any) -> Tuple[Finding, ...]:
    rows = [one for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []
    return tuple(
        Finding(str(one.get("pointer", "")), str(one.get("rule", "")), str(one.get("message", "")))
        for one in rows
    )


def _problem_in(response: HttpResponse) -> Problem:
    """The problem in a refusal. One whose code is unknown is still told by its status and `retryable`."""
    status = response.status
    try:
        members = parse_json(response.body)
    except ValueError:
        members = None
    if not isinstance(members, dict) or not isinstance(members.get("code"), str):
        return Problem("NOT_A_PROBLEM", status, status in _PASSING)
    retryable = members.get("retryable")
    notice_id = members.get("noticeId")
    return Problem(
        members["code"],
        status,
        retryable if isinstance(retryable, bool) else status in _PASSING,
        _findings(members.get("errors")),
        notice_id if isinstance(notice_id, str) else None,
        members,
    )


def _may_be_repeated(problem: Problem) -> bool:
    """Whether the same request may be made again. A stale revision, say, needs a read first."""
    if not problem.retryable:
        return False
    if problem.code in ("NO_ANSWER", "TIMED_OUT"):
        return True
    if problem.status == 409:
        return problem.code == "REQUEST_IN_PROGRESS"
    return problem.status == 500 or problem.status in _PASSING


def _read_answer(operation: Operation, response: HttpResponse) -> Outcome[Any]:
    status = response.status
    if not 200 <= status < 300:
        return Refused(_problem_in(response))
    value = None
    if operation.answer is not None:
        try:
            value = message_named(operation.answer).from_wire(parse_json(response.body))
        except Unreadable as cause:
            found = Finding(cause.pointer, cause.rule, cause.message)
            return Refused(Problem("ANSWER_INVALID", status, False, (found,)))
        except ValueError as cause:
            return Refused(Problem("ANSWER_INVALID", status, False), cause)
    revision = re.fullmatch(r'"([0-9]{1,16})"', response.headers.get("etag", ""))
    return Ok(
        value,
        status,
        response.headers.get("idempotency-replayed") == "true",
        None if revision is None else int(revision[1]),
    )


def _try_once(
    operation: Operation, request: HttpRequest, settings: Settings, milliseconds: int
) -> Tuple[Outcome[Any], Optional[int]]:
    try:
        response = settings.transport(request, milliseconds)
    except TimedOut as cause:
        return Refused(Problem("TIMED_OUT", 0, True), cause), None
    except (OSError, http.client.HTTPException) as cause:
        return Refused(Problem("NO_ANSWER", 0, True), cause), None
    pause = retry_after(response.headers.get("retry-after"), settings.now())
    return _read_answer(operation, response), pause


def _token_of(source: Optional[TokenSource], refused: Optional[str] = None) -> Optional[str]:
    return source(refused) if callable(source) else source


def _body_of(body: Any) -> Optional[bytes]:
    return None if body is None else json_text(body).encode("utf-8")


def send(operation: Operation, given: Given, settings: Settings) -> Outcome[Any]:
    """One call. Only reads and calls with a key are repeated; a refusal is handed out and not raised."""
    unfit = unfit_to_send(operation, plain(given.body))
    if unfit is not None:
        return Refused(unfit)
    until = settings.now() + settings.deadline_milliseconds
    key = None
    if operation.keyed:
        # made once a call and never derived from data
        key = given.idempotency_key or str(uuid.UUID(bytes=settings.random(16), version=4))
    source = None if operation.anonymous else settings.token
    body = _body_of(given.body)
    refused_token: Optional[str] = None
    renewed = False
    tried = 0
    token: Optional[str] = None
    asks_for_token = True
    while True:
        if asks_for_token:
            try:
                token = _token_of(source, refused_token)
            except Exception as cause:  # a source may raise whatever it likes
                return Refused(Problem("NO_TOKEN", 0, True), cause)
            asks_for_token = False
        tried += 1
        request = HttpRequest(
            operation.method,
            _url_of(settings.base_url, operation, given),
            _headers_of(operation, given, settings.version, token, key),
            body,
        )
        left = max(1, until - settings.now())
        outcome, asked_pause = _try_once(
            operation, request, settings, min(settings.timeout_milliseconds, left)
        )
        if isinstance(outcome, Ok):
            return outcome
        problem = outcome.problem
        if problem.code == "UNAUTHENTICATED" and callable(source) and not renewed:
            renewed, refused_token, asks_for_token = True, token, True
            continue
        repeatable = operation.method == "GET" or key is not None
        if not repeatable or not _may_be_repeated(problem) or tried > settings.retries:
            return outcome
        pause = back_off(tried, settings.random) if asked_pause is None else asked_pause
        if settings.now() + pause >= until:
            return outcome
        settings.wait(pause)
