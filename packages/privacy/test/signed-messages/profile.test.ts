import { appendSignature, createSignature } from 'http-message-sig';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  contentDigest,
  type SignedRequest,
  signRequest,
  signResponse,
  verifyRequest,
  verifyResponse,
} from '../../src/signed-messages/index.ts';
import { signerOf } from '../../src/signed-messages/keys.ts';
import { requestDescriptor, responseDescriptor } from '../../src/signed-messages/message.ts';
import { requestComponents } from '../../src/signed-messages/profile.ts';
import { bytes, keysOf, NOW, type Pair, pairOf, random, request, signed } from './parties.ts';

let pair: Pair;
let other: Pair;
beforeAll(async () => {
  pair = await pairOf('Ed25519', 'key-1');
  other = await pairOf('P-256', 'key-2');
});

const verdictOf = async (message: SignedRequest, now = NOW) => {
  const verdict = await verifyRequest(message, { keyOf: keysOf(pair, other), now });
  return verdict.ok ? 'OK' : verdict.code;
};

const withHeaders = (message: SignedRequest, change: Readonly<Record<string, string | null>>) => {
  const headers = new Headers(message.headers);
  for (const [name, value] of Object.entries(change))
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  return { ...message, headers };
};

const rewritten = (message: SignedRequest, edit: (input: string) => string) =>
  withHeaders(message, {
    'Signature-Input': edit(message.headers.get('Signature-Input') ?? ''),
  });

describe('a signed request is good', () => {
  test.each([
    ['with a body, by Ed25519', () => signed(pair)],
    ['with a body, by P-256', () => signed(other)],
    [
      'without a body',
      () =>
        signed(pair, {
          method: 'GET',
          headers: new Headers({ Authorization: 'Bearer token' }),
          body: new Uint8Array(),
        }),
    ],
    ['made 300 seconds ago', () => signed(pair, {}, NOW - 300_000)],
    ['made 30 seconds ahead', () => signed(pair, {}, NOW + 30_000)],
    [
      'beside the signature of a proxy',
      async () => {
        const message = await signed(pair);
        return withHeaders(message, {
          Signature: `${message.headers.get('Signature')}, proxy=:AAAA:`,
          'Signature-Input': `${message.headers.get('Signature-Input')}, proxy=("@method");tag="proxy"`,
        });
      },
    ],
  ] as const)('%s', async (_, given) => {
    expect(await verdictOf(await given())).toBe('OK');
  });
});

describe('a signed request is refused', () => {
  type Case = {
    readonly given: string;
    readonly alter: (message: SignedRequest) => SignedRequest | Promise<SignedRequest>;
    readonly want: string;
  };
  const refused = (given: string, alter: Case['alter'], want = 'SIGNATURE_INVALID'): Case => ({
    given,
    alter,
    want,
  });
  const cases: readonly Case[] = [
    refused('with no signature', (one) =>
      withHeaders(one, { Signature: null, 'Signature-Input': null }),
    ),
    refused('with a signature and no input', (one) =>
      withHeaders(one, { 'Signature-Input': null }),
    ),
    refused('with fields that are no structured fields', (one) => rewritten(one, () => '((')),
    refused('with another method', (one) => ({ ...one, method: 'PUT' })),
    refused('with another query', (one) => ({ ...one, targetUri: `${one.targetUri}&limit=1` })),
    refused('with another host', (one) => ({
      ...one,
      targetUri: one.targetUri.replace('courier', 'c'),
    })),
    refused('with another token', (one) => withHeaders(one, { Authorization: 'Bearer other' })),
    refused('with another key of the command', (one) =>
      withHeaders(one, { 'Idempotency-Key': 'x' }),
    ),
    refused('without the key of the command', (one) =>
      withHeaders(one, { 'Idempotency-Key': null }),
    ),
    refused('with another body', (one) => ({ ...one, body: bytes('{"orderNo":"SO-2"}') })),
    refused('without its body', (one) => ({ ...one, body: new Uint8Array() })),
    refused('with the digest of another body', async (one) => {
      const body = bytes('{}');
      const { headers } = await signed(pair, { body });
      return withHeaders({ ...one, body }, { 'Content-Digest': headers.get('Content-Digest') });
    }),
    refused('with a nonce of fifteen bytes', (one) => rewritten(one, short)),
    refused('with a tag of another use', (one) =>
      rewritten(one, (input) => input.replace('-request', '-response')),
    ),
    refused('with another label', async (one) => relabelled(one)),
    refused('with an algorithm that is not the key’s', (one) =>
      rewritten(one, (input) => `${input};alg="ecdsa-p256-sha256"`),
    ),
    refused('with another time', (one) =>
      rewritten(one, (input) => input.replace(/created=\d+/, `created=${NOW / 1000 - 1}`)),
    ),
    refused(
      'by an unknown key',
      (one) => rewritten(one, (input) => input.replace('key-1', 'key-9')),
      'KEY_UNKNOWN',
    ),
    refused('by the id of another key', (one) =>
      rewritten(one, (input) => input.replace('key-1', 'key-2')),
    ),
    refused('signed twice', signedTwice),
  ];
  test.each(cases)('$given', async ({ alter, want }) => {
    expect(await verdictOf(await alter(await signed(pair)))).toBe(want);
  });

  test.each([
    ['301 seconds ago', -301_000],
    ['31 seconds ahead', 31_000],
  ] as const)('made %s', async (_, offset) => {
    expect(await verdictOf(await signed(pair, {}, NOW + offset))).toBe('TIMESTAMP_SKEW');
  });

  test('by a key of another organisation', async () => {
    const verdict = await verifyRequest(await signed(pair), {
      keyOf: async () => 'FOREIGN',
      now: NOW,
    });
    expect(verdict).toEqual({ ok: false, code: 'SIGNATURE_INVALID' });
  });
});

const short = (input: string): string =>
  input.replace(/nonce="[^"]+"/, `nonce="${'A'.repeat(20)}"`);

const relabelled = (message: SignedRequest): SignedRequest =>
  withHeaders(message, {
    Signature: message.headers.get('Signature')?.replace(/^ow=/, 'sig1=') ?? null,
    'Signature-Input': message.headers.get('Signature-Input')?.replace(/^ow=/, 'sig1=') ?? null,
  });

/** A second good signature with the same tag, under another label. */
async function signedTwice(message: SignedRequest): Promise<SignedRequest> {
  const again = relabelled(await signed(pair));
  return withHeaders(message, {
    Signature: `${message.headers.get('Signature')}, ${again.headers.get('Signature')}`,
    'Signature-Input': `${message.headers.get('Signature-Input')}, ${again.headers.get('Signature-Input')}`,
  });
}

test.each([
  '@method',
  '@target-uri',
  'authorization',
  'content-digest',
  'content-type',
  'idempotency-key',
])('a signature without %s covers too little', async (component) => {
  const plain = request();
  plain.headers.set('Content-Digest', await contentDigest(plain.body));
  const fields = await createSignature(requestDescriptor(plain), {
    label: 'ow',
    components: requestComponents(plain.headers, true).filter((one) => one !== component),
    parameters: {
      created: NOW / 1000,
      keyid: 'key-1',
      nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
      tag: 'openwaybill-request',
    },
    signer: signerOf(pair.key),
  });
  const partial = { ...plain, headers: appendSignature(plain.headers, fields) };
  expect(await verdictOf(partial)).toBe('SIGNATURE_INVALID');
});

test('a repeat has another nonce', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const headers = await signRequest(request(), { key: pair.key, now: NOW, random });
      return /nonce="([^"]+)"/.exec(headers.get('Signature-Input') ?? '')?.[1];
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

describe('a signed response', () => {
  const plain = () => ({
    status: 200,
    headers: new Headers({ 'Content-Type': 'application/json' }),
    body: bytes('{"agreementId":"agr_1"}'),
  });
  const answered = async () => {
    const asked = await signed(pair);
    const said = plain();
    const headers = await signResponse(said, asked, { key: other.key, now: NOW });
    return { asked, said: { ...said, headers } };
  };
  const verdict = (said: Parameters<typeof verifyResponse>[0], asked: SignedRequest) =>
    verifyResponse(said, asked, { keyOf: keysOf(other), now: NOW });

  test('is good for its request', async () => {
    const { asked, said } = await answered();
    expect(await verdict(said, asked)).toBe('VALID');
  });

  test('is not good for another request', async () => {
    const { said } = await answered();
    expect(await verdict(said, await signed(pair))).toBe('INVALID');
  });

  test.each([
    ['another status', { status: 201 }],
    ['another body', { body: bytes('{}') }],
  ] as const)('with %s is invalid', async (_, change) => {
    const { asked, said } = await answered();
    expect(await verdict({ ...said, ...change }, asked)).toBe('INVALID');
  });

  test('without a signature is told apart', async () => {
    const { asked } = await answered();
    expect(await verdict(plain(), asked)).toBe('ABSENT');
  });

  test('that covers nothing of the request is unbound', async () => {
    const asked = await signed(pair);
    const said = plain();
    said.headers.set('Content-Digest', await contentDigest(said.body));
    const fields = await createSignature(responseDescriptor(said, asked), {
      label: 'ow',
      components: ['@status', 'content-digest', 'content-type'],
      parameters: { created: NOW / 1000, keyid: 'key-2', tag: 'openwaybill-response' },
      signer: signerOf(other.key),
    });
    const unbound = { ...said, headers: appendSignature(said.headers, fields) };
    expect(await verdict(unbound, asked)).toBe('UNBOUND');
  });
});
