import { CompactSign, type CryptoKey, importJWK, type JWK } from 'jose';

const encoder = new TextEncoder();

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const imported = new Map<string, Promise<CryptoKey>>();
const keyOf = (jwk: JWK): Promise<CryptoKey> => {
  const name = JSON.stringify([jwk.kid, jwk.x, jwk.d]);
  const known = imported.get(name);
  if (known !== undefined) return known;
  const made = importJWK(jwk, 'EdDSA') as Promise<CryptoKey>;
  imported.set(name, made);
  return made;
};

const signedBytes = (id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const prefix = encoder.encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(prefix.length + body.length);
  signed.set(prefix);
  signed.set(body, prefix.length);
  return signed;
};

/** The `v1a` signature of Standard Webhooks: Ed25519 over id, timestamp and raw body. */
export const signV1a = async (
  key: JWK,
  id: string,
  timestamp: string,
  body: Uint8Array,
): Promise<string> =>
  `v1a,${base64(await crypto.subtle.sign('Ed25519', await keyOf(key), signedBytes(id, timestamp, body)))}`;

/** What a delivery's signature is worth by the published keys: every `v1a` of it must verify. */
export const verifyV1a = async (
  keys: readonly JWK[],
  headers: Headers,
  body: Uint8Array,
): Promise<{
  readonly signature: 'VALID' | 'INVALID' | 'ABSENT';
  readonly signatureCount: number;
}> => {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const given = (headers.get('webhook-signature') ?? '')
    .split(' ')
    .filter((one) => one.startsWith('v1a,'))
    .map((one) => fromBase64(one.slice('v1a,'.length)));
  if (given.length === 0) return { signature: 'ABSENT', signatureCount: 0 };
  const signed = signedBytes(id, timestamp, body);
  const signing = keys.filter(({ crv, use }) => crv === 'Ed25519' && use !== 'enc');
  for (const signature of given) {
    let verifies = false;
    for (const jwk of signing)
      if (
        signature !== undefined &&
        (await crypto.subtle.verify('Ed25519', await keyOf(jwk), signature, signed))
      )
        verifies = true;
    if (!verifies) return { signature: 'INVALID', signatureCount: given.length };
  }
  return { signature: 'VALID', signatureCount: given.length };
};

/** A compact JWS (RFC 7515) over a value as JSON. */
export const signedBy = async (
  key: JWK,
  value: unknown,
): Promise<{ readonly keyId: string; readonly signature: string }> => {
  const keyId = String(key.kid);
  const signature = await new CompactSign(encoder.encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'EdDSA', kid: keyId })
    .sign(await keyOf(key));
  return { keyId, signature };
};
