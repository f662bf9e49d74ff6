/** The bytes of base64 text, or nothing when it is not base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** A shared secret has 24 to 64 bytes, a public key 32 (Standard Webhooks, "Signature scheme"). */
const FORMS = { whsec: [24, 64], whpk: [32, 32] } as const;

/** The bytes of a secret or key as Standard Webhooks writes them: `whsec_…`, `whpk_…`. Throws when it is no such text. */
export const secretBytes = (prefix: keyof typeof FORMS, text: string): Uint8Array<ArrayBuffer> => {
  const [least, most] = FORMS[prefix];
  const bytes = text.startsWith(`${prefix}_`)
    ? fromBase64(text.slice(prefix.length + 1))
    : undefined;
  if (bytes === undefined || bytes.length < least || bytes.length > most)
    throw new TypeError(
      `The text is no ${prefix}_ key. It is ${prefix}_ and the base64 of ${least} to ${most} bytes; copy it whole.`,
    );
  return bytes;
};
