"""How sealed fields are opened. The algorithms are those of a library."""

from __future__ import annotations

import base64
import json
from typing import Any, Dict, Mapping, Protocol, Sequence


class Opener(Protocol):
    """Holds the private keys of the recipient."""

    def open(self, compact_jwe: str, key_id: str) -> bytes:
        """The bytes that were sealed to the key of that id. Raises where there is no such key, or it does not fit."""


def base64url(text: str) -> bytes:
    """The bytes of a part of a compact JWE. Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


class OpenerByCryptography:
    """Opens by the package `cryptography`: ECDH-ES+A256KW on P-256, A256GCM (RFC 7518 sections 4.6 and 5.3).

    `keys` are private keys (JWK) with their `kid`. Keys of other curves, or in a module of hardware, need an opener
    of your own; `jwcrypto` is one call.
    """

    def __init__(self, keys: Sequence[Mapping[str, Any]]) -> None:
        self._keys: Dict[str, Mapping[str, Any]] = {str(key["kid"]): key for key in keys}

    def __repr__(self) -> str:
        return f"OpenerByCryptography({sorted(self._keys)})"

    def open(self, compact_jwe: str, key_id: str) -> bytes:
        """See Opener."""
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
        from cryptography.hazmat.primitives.keywrap import aes_key_unwrap

        def sized(data: bytes) -> bytes:
            return len(data).to_bytes(4, "big") + data

        def number(jwk: Mapping[str, Any], name: str) -> int:
            return int.from_bytes(base64url(jwk[name]), "big")

        def point(jwk: Mapping[str, Any]) -> ec.EllipticCurvePublicNumbers:
            if jwk["kty"] != "EC" or jwk["crv"] != "P-256":
                raise ValueError("The key is not one of P-256; hand in an opener of your own.")
            return ec.EllipticCurvePublicNumbers(number(jwk, "x"), number(jwk, "y"), ec.SECP256R1())

        protected, wrapped, iv, sealed, tag = compact_jwe.split(".")
        header = json.loads(base64url(protected))
        own = self._keys[key_id]
        private = ec.EllipticCurvePrivateNumbers(number(own, "d"), point(own)).private_key()
        shared = private.exchange(ec.ECDH(), point(header["epk"]).public_key())
        parties = [base64url(header.get(name, "")) for name in ("apu", "apv")]
        info = b"".join(sized(one) for one in (header["alg"].encode(), *parties))
        derived = ConcatKDFHash(SHA256(), 32, info + (256).to_bytes(4, "big")).derive(shared)
        key = aes_key_unwrap(derived, base64url(wrapped))
        data = base64url(sealed) + base64url(tag)
        return AESGCM(key).decrypt(base64url(iv), data, protected.encode())
