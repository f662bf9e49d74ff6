"""Reads what is to be done as NDJSON, does it with the generated client, and answers what it saw as NDJSON."""

import base64
import io
import json
import os
import re
import sys

import openwaybill
from openwaybill import Message, Refused, RefusedError


def snake_case(name):
    snake = re.sub("[A-Z]", lambda match: "_" + match[0].lower(), name)
    return snake + "_" if snake in ("from", "type") else snake


def told(problem):
    seen = {
        "ok": False,
        "code": problem.code,
        "status": problem.status,
        "retryable": problem.retryable,
        "pointers": [found.pointer for found in problem.errors],
    }
    return {**seen, "noticeId": problem.notice_id} if problem.notice_id else seen


def wire(value):
    return value.to_wire(with_additional=True) if isinstance(value, Message) else value


def call(given):
    pauses, handed_back, clock = [], [], [given["now"]]
    tokens = list(given["tokens"]) * (9 if given.get("all") else 1)

    def token(refused):
        if refused is not None:
            handed_back.append(refused)
        return tokens.pop(0)

    def wait(milliseconds):
        pauses.append(milliseconds)
        clock[0] += milliseconds

    # what is read is always judged here
    options = {name: one for name, one in given["connection"].items() if name != "validate"}
    party = openwaybill.connect(
        given["baseUrl"],
        token=token,
        now=lambda: clock[0],
        # pauses are as long as they may be; keys are random
        random=lambda count: b"\xff\xff" if count == 2 else os.urandom(count),
        wait=wait,
        **{snake_case(name): one for name, one in options.items()},
    )
    arguments = {
        snake_case(name): one
        for name, one in {**given.get("path", {}), **given.get("query", {})}.items()
    }
    for name in ("body", "ifMatch", "idempotencyKey"):
        if name in given:
            arguments[snake_case(name)] = given[name]
    method = snake_case(given["operation"])
    if given.get("all"):
        items = []
        try:
            for item in getattr(party, method + "_items")(**arguments):
                items.append(wire(item))
                if len(items) == given.get("take"):
                    break
        except RefusedError as refused:
            return {**told(refused.problem), "items": items, "pauses": pauses}
        return {"ok": True, "items": items, "pauses": pauses}
    outcome = getattr(party, method)(**arguments)
    if isinstance(outcome, Refused):
        return {**told(outcome.problem), "pauses": pauses, "handedBack": handed_back}
    return {
        "ok": True,
        "status": outcome.status,
        "value": wire(outcome.value),
        "replayed": outcome.replayed,
        "revision": outcome.revision,
        "shown": repr(outcome),
        "pauses": pauses,
        "handedBack": handed_back,
    }


def receive(given):
    handled, unknown, data = [], [], []
    failures, clock = [given["failures"]], [0]

    def handler(event):
        failures[0] -= 1
        if failures[0] >= 0:
            raise RuntimeError("the store is down")
        handled.append(f"{event.type} {event.id}")
        data.append(wire(event.data))

    keys_url = given.get("keysUrl")
    keys = openwaybill.keys_at(keys_url, now=lambda: clock[0]) if keys_url else given["keys"]
    receiver = openwaybill.create_receiver(
        keys=keys,
        secrets=given["secrets"],
        source=given.get("source"),
        now=lambda: clock[0],
        handlers={name: handler for name in given["handles"]},
        unknown=lambda event: unknown.append(f"{event.type} {event.id}"),
    )
    answers = []
    for delivery in given["deliveries"]:
        clock[0] = delivery["now"]
        body = base64.b64decode(delivery["bodyBase64"])
        environ = {
            "HTTP_" + name.upper().replace("-", "_"): text
            for name, text in delivery["headers"].items()
        }
        environ.update(
            {"REQUEST_METHOD": delivery["method"], "CONTENT_LENGTH": str(len(body))}
        )
        status = []
        told_body = b"".join(
            receiver.wsgi(
                {**environ, "wsgi.input": io.BytesIO(body)},
                lambda line, headers: status.append(int(line[:3])),
            )
        )
        parsed = json.loads(told_body) if told_body else {}
        answers.append({"status": status[0], "code": parsed.get("code"), "body": parsed})
    return {"answers": answers, "handled": handled, "unknown": unknown, "data": data}


def known(given):
    code = openwaybill.known(given["list"], given["raw"])
    seen = {"isKnown": code.is_known, "raw": str(code)}
    return seen if code.meaning is None else {**seen, "code": code.meaning}


DONE_BY = {"call": call, "receive": receive, "known": known}

for line in sys.stdin:
    ((what, asked),) = json.loads(line).items()
    print(json.dumps(DONE_BY[what](asked)), flush=True)
