"""Reads what is to be revealed as NDJSON, asks with the generated client, and answers what it saw as NDJSON."""

import copy
import json
import logging
import sys

import openwaybill
from openwaybill.reveal import OpenerByCryptography, Revealed, Revealer, SealRefused


def exposed(fields):
    names = ("name", "phone", "address", "delivery_note", "id_number")
    held = {name: getattr(fields, name) for name in names if getattr(fields, name) is not None}
    values = {name: one.expose() for name, one in held.items()}
    return {name: one if isinstance(one, str) else one.to_wire() for name, one in values.items()}


def forms(result):
    fields = result.fields
    log = logging.LogRecord("openwaybill", logging.INFO, "", 0, "%s %r", (result, fields), None)
    held = [vars(fields)[name] for name in vars(fields)]
    return "\n".join(
        [log.getMessage(), f"{fields}", repr(result), json.dumps(vars(fields)), repr(copy.deepcopy(held))]
        + ["%s" % one + "{:>20}".format(one) + "" .join(one) for one in held if one is not None]
    )


def told(result):
    if isinstance(result, SealRefused):
        return {"ok": False, "fault": result.fault, "shown": repr(result)}
    if not isinstance(result, Revealed):
        pointers = [found.pointer for found in result.problem.errors]
        return {"ok": False, "code": result.problem.code, "pointers": pointers, "shown": repr(result)}
    seen = {"ok": True, "uses": result.grant.remaining_use_count}
    if result.fields is None:
        return seen
    return {**seen, "fields": exposed(result.fields), "shown": forms(result)}


for line in sys.stdin:
    asked = json.loads(line)
    revealer = Revealer(
        openwaybill.connect(asked["baseUrl"], token=lambda refused: asked["token"]),
        issuer=asked["issuer"],
        recipient=asked["recipient"],
        key_id=asked["key"]["kid"],
        opener=OpenerByCryptography([asked["key"]]),
        now=lambda: asked["now"],
    )
    use = {"waybill_no": asked["waybillNo"], "purpose": asked["purpose"]}
    results = [
        revealer.reveal(
            **use,
            fields=asked["fields"],
            actor=asked["actor"],
            authentication="MFA",
            consignee_ref=asked["consigneeRef"],
            in_clear=asked["inClear"],
        )
    ]
    if asked["again"] and results[0].ok:
        results.append(revealer.read(results[0].grant.reveal_id, **use))
    print(json.dumps({"results": [told(one) for one in results]}), flush=True)
