"""Signatures of deliveries (Standard Webhooks)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import Any, Callable, List, Mapping, Sequence, Union

# Whether a signature of Ed25519 is by a public key over a content: (public key, signature, content).
Verify = Callable[[bytes, bytes, bytes], bool]
# A public key that signs events: a JWK of Ed25519, or `whpk_…`. Keys of other kinds are passed over.
VerifyingKey = Union[str, Mapping[str, Any]]


def verify_by_cryptography(public_key: bytes, signature: bytes, content: bytes) -> bool:
    """Ed25519 by the package `cryptography`, which is needed for nothing else."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except InvalidSignature:
        return False
    return True


def secret_bytes(prefix: str, text: str, least: int, most: int) -> bytes:
    """The bytes of a secret or key as Standard Webhooks writes them. Raises ValueError."""
    try:
        data = base64.b64decode(text[len(prefix) :], validate=True)
    except binascii.Error:
        data = b""
    if not text.startswith(prefix) or not least <= len(data) <= most:
        raise ValueError(
            f"The text is no {prefix} key. It is {prefix} and the base64 of {least} to {most} bytes; copy it whole."
        )
    return data


def _public_bytes(key: VerifyingKey) -> List[bytes]:
    if isinstance(key, str):
        return [secret_bytes("whpk_", key, 32, 32)]
    if key.get("kty") != "OKP" or key.get("crv") != "Ed25519" or key.get("use") == "enc":
        return []
    x = str(key.get("x", ""))
    return [base64.urlsafe_b64decode(x + "=" * (-len(x) % 4))]


def _signatures_of(header: str, scheme: str) -> List[bytes]:
    found = []
    for one in header.split(" "):
        if one.startswith(f"{scheme},"):
            try:
                found.append(base64.b64decode(one[len(scheme) + 1 :], validate=True))
            except binascii.Error:
                continue
    return found


def is_signed(
    delivery: Sequence[str],
    body: bytes,
    keys: Sequence[VerifyingKey],
    secrets: Sequence[str],
    verify: Verify,
) -> bool:
    """Whether one of the signatures is by one of the keys (`v1a`), or by one of the shared secrets (`v1`).

    A delivery is its id, its time and its signatures; what is signed is the body byte for byte as it came.
    """
    name, timestamp, header = delivery
    content = f"{name}.{timestamp}.".encode("utf-8") + body
    for signature in _signatures_of(header, "v1a"):
        for key in keys:
            if any(verify(one, signature, content) for one in _public_bytes(key)):
                return True
    for signature in _signatures_of(header, "v1"):
        for secret in secrets:
            shared = secret_bytes("whsec_", secret, 24, 64)
            wanted = hmac.new(shared, content, hashlib.sha256).digest()
            if hmac.compare_digest(wanted, signature):
                return True
    return False
