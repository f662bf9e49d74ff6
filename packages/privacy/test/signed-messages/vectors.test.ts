import { readFileSync } from 'node:fs';
import { createSignature, verifySignature } from 'http-message-sig';
import { expect, test } from 'vitest';
import {
  signerOf,
  signingKeyFrom,
  verifierOf,
  verifyingKeyOf,
} from '../../src/signed-messages/keys.ts';

// published vectors: what reads them must not be ours alone
const { keys, messages, signatures } = JSON.parse(
  readFileSync(new URL('../../../../seeds/real/rfc9421/appendix-b.json', import.meta.url), 'utf8'),
) as {
  readonly keys: readonly Readonly<Record<string, string>>[];
  readonly messages: Readonly<
    Record<
      'request' | 'response',
      { readonly startLine: string; readonly headers: readonly (readonly [string, string])[] }
    >
  >;
  readonly signatures: readonly {
    readonly id: string;
    readonly title: string;
    readonly message: 'request' | 'response';
    readonly keyId: string;
    readonly signatureInput: string;
    readonly signature: string;
  }[];
};

const keyOf = (id: string) => {
  const found = keys.find(({ kid }) => kid === id);
  if (found === undefined) throw new Error(`no key ${id}`);
  return found;
};

const messageOf = (kind: 'request' | 'response', more: readonly (readonly [string, string])[]) => {
  const { startLine, headers } = messages[kind];
  const fields = [...headers, ...more].map(([name, value]) => ({ name, value }));
  const [first = '', second = ''] = startLine.split(' ');
  return kind === 'request'
    ? { kind, method: first, targetUri: `https://example.com${second}`, fields }
    : { kind, status: Number(second), fields };
};

const policyOf = {
  algorithms: ['ed25519', 'ecdsa-p256-sha256'],
  requiredComponents: [],
  requiredParameters: ['created', 'keyid'],
  now: 1_618_884_480,
};

test.each(signatures.map((one) => [one.title, one] as const))('%s verifies', async (_, one) => {
  const publicKey = await verifyingKeyOf(keyOf(one.keyId));
  if (publicKey === undefined) throw new Error('the key does not sign');
  const verified = await verifySignature(
    messageOf(one.message, [
      ['Signature-Input', one.signatureInput],
      ['Signature', one.signature],
    ]),
    { policy: policyOf, resolveVerifier: () => verifierOf(publicKey) },
  );
  expect(verified.label).toBe(one.id);
});

test('Ed25519 gives the published bytes', async () => {
  const signer = signerOf(await signingKeyFrom(keyOf('test-key-ed25519')));
  const { signature, signatureInput } = await createSignature(messageOf('request', []), {
    label: 'sig-b26',
    components: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
    parameters: { created: 1_618_884_473, keyid: 'test-key-ed25519' },
    signer,
  });
  const want = signatures.find(({ id }) => id === 'sig-b26');
  expect({ signature, signatureInput }).toEqual({
    signature: want?.signature,
    signatureInput: want?.signatureInput,
  });
});
