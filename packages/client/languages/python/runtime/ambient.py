"""Everything that a client takes from its surroundings. Each is an argument; these are the defaults."""

from __future__ import annotations

import http.client
import os
import socket
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Callable, Mapping, Optional

CHUNK_BYTES = 65_536


class TimedOut(Exception):
    """Thrown by a transport when the answer was not whole in time."""


@dataclass(frozen=True)
class HttpRequest:
    """A request as it leaves."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: Optional[bytes] = None


@dataclass(frozen=True)
class HttpResponse:
    """A whole answer; the names of its headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


# Makes one request within so many milliseconds. Raises TimedOut, or OSError or http.client.HTTPException
# when nothing came back. It follows no redirect: a token is for one audience.
Transport = Callable[[HttpRequest, int], HttpResponse]
# Milliseconds since 1970.
Clock = Callable[[], int]
# That many random bytes.
Randomness = Callable[[int], bytes]
# Ends after that many milliseconds.
Wait = Callable[[int], None]


class _AsItIs(urllib.request.HTTPErrorProcessor):
    """Hands every answer out, whatever its status."""

    def http_response(
        self, request: urllib.request.Request, response: http.client.HTTPResponse
    ) -> http.client.HTTPResponse:
        return response

    https_response = http_response


_opener = urllib.request.build_opener(_AsItIs)


def urllib_transport(request: HttpRequest, milliseconds: int) -> HttpResponse:
    """One request by urllib.request."""
    until = time.monotonic() + milliseconds / 1000
    asked = urllib.request.Request(
        request.url, data=request.body, headers=dict(request.headers), method=request.method
    )
    try:
        with _opener.open(asked, timeout=milliseconds / 1000) as response:
            chunks = []
            while True:
                chunk = response.read1(CHUNK_BYTES)
                if not chunk:
                    break
                chunks.append(chunk)
                if time.monotonic() > until:
                    raise TimedOut()
            # read1 does not tell an answer that broke off from one that ended
            if getattr(response, "length", None):
                raise http.client.IncompleteRead(b"".join(chunks), response.length)
            headers = {name.lower(): value for name, value in response.headers.items()}
            return HttpResponse(response.status, headers, b"".join(chunks))
    except urllib.error.URLError as cause:
        if isinstance(cause.reason, socket.timeout):
            raise TimedOut() from cause
        raise
    except socket.timeout as cause:
        raise TimedOut() from cause


def system_now() -> int:
    """The clock of this machine."""
    return time.time_ns() // 1_000_000


def system_random(count: int) -> bytes:
    """Random bytes of this machine."""
    return os.urandom(count)


def system_wait(milliseconds: int) -> None:
    """Lets this thread sleep."""
    time.sleep(milliseconds / 1000)
