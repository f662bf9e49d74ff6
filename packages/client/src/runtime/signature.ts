import { fromBase64, secretBytes } from './secret-text.ts';

/** A public key that signs events: a JWK of Ed25519, or `whpk_…`. Keys of other kinds are passed over. */
export type VerifyingKey =
  | string
  | { readonly kty: string; readonly crv: string; readonly x: string; readonly use?: string };

const importPublic = (key: VerifyingKey) => {
  if (typeof key === 'string')
    return crypto.subtle.importKey('raw', secretBytes('whpk', key), 'Ed25519', false, ['verify']);
  const { kty, crv, x } = key;
  return crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
};

const signs = (key: VerifyingKey): boolean =>
  typeof key === 'string' || (key.kty === 'OKP' && key.crv === 'Ed25519' && key.use !== 'enc');

/** `id.timestamp.body`, the body byte for byte as it came. */
const signedContent = (
  id: string,
  timestamp: string,
  body: Uint8Array,
): Uint8Array<ArrayBuffer> => {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
};

/** The signatures of one scheme in a header that may hold several, apart by spaces. */
const signaturesOf = (header: string, scheme: 'v1' | 'v1a'): readonly Uint8Array<ArrayBuffer>[] =>
  header.split(' ').flatMap((one) => {
    const bytes = one.startsWith(`${scheme},`)
      ? fromBase64(one.slice(scheme.length + 1))
      : undefined;
    return bytes === undefined ? [] : [bytes];
  });

/** The headers that name and sign a delivery. */
export type Delivery = {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
};

/** Whether one of the signatures is by one of the keys (`v1a`), or by one of the shared secrets (`v1`). */
export const isSigned = async (
  { id, timestamp, signature }: Delivery,
  body: Uint8Array,
  by: { readonly keys: readonly VerifyingKey[]; readonly secrets: readonly string[] },
): Promise<boolean> => {
  const content = signedContent(id, timestamp, body);
  const asymmetric = signaturesOf(signature, 'v1a');
  for (const key of asymmetric.length === 0 ? [] : by.keys.filter(signs)) {
    const imported = await importPublic(key);
    for (const one of asymmetric)
      if (await crypto.subtle.verify('Ed25519', imported, one, content)) return true;
  }
  const symmetric = signaturesOf(signature, 'v1');
  for (const secret of symmetric.length === 0 ? [] : by.secrets) {
    const imported = await crypto.subtle.importKey(
      'raw',
      secretBytes('whsec', secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['verify'],
    );
    for (const one of symmetric)
      if (await crypto.subtle.verify('HMAC', imported, one, content)) return true;
  }
  return false;
};
