import { createPrivateKey, createPublicKey } from 'node:crypto';
import { createSigner, createVerifier, httpbis } from 'http-message-signatures';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  contentDigest,
  signRequest,
  signResponse,
  verifyRequest,
  verifyResponse,
} from '../../src/signed-messages/index.ts';
import { bytes, keysOf, NOW, type Pair, pairOf, random, request, signed, URI } from './parties.ts';

/** What the other library knows an algorithm as. */
const KINDS = [
  ['Ed25519', 'ed25519'],
  ['P-256', 'ecdsa-p256-sha256'],
] as const;

const plainOf = (headers: Headers): Record<string, string> => Object.fromEntries(headers);

describe.each(KINDS)('with %s', (kind, algorithm) => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await pairOf(kind, 'key-1');
  });
  const lookUp = async () => ({
    verify: createVerifier(
      createPublicKey({ key: pair.publicJwk as never, format: 'jwk' }),
      algorithm,
    ),
  });
  const theirKey = () =>
    createSigner(
      createPrivateKey({ key: pair.privateJwk as never, format: 'jwk' }),
      algorithm,
      'key-1',
    );

  test('our request is good for the other library', async () => {
    const headers = await signRequest(request(), { key: pair.key, now: NOW, random });
    const isGood = await httpbis.verifyMessage(
      {
        keyLookup: lookUp,
        notAfter: new Date(NOW),
        requiredFields: ['@method', '@target-uri', 'authorization', 'content-digest'],
        requiredParams: ['created', 'keyid', 'nonce', 'tag'],
      },
      { method: 'POST', url: URI, headers: plainOf(headers) },
    );
    expect(isGood).toBe(true);
  });

  test('a request of the other library is good for us', async () => {
    const plain = request();
    plain.headers.set('Content-Digest', await contentDigest(plain.body));
    const { headers } = await httpbis.signMessage(
      {
        key: theirKey(),
        name: 'ow',
        fields: [
          '@method',
          '@target-uri',
          'authorization',
          'content-digest',
          'content-type',
          'idempotency-key',
        ],
        params: ['created', 'keyid', 'nonce', 'tag'],
        paramValues: {
          created: new Date(NOW),
          nonce: 'AAECAwQFBgcICQoLDA0ODw==',
          tag: 'openwaybill-request',
        },
      },
      { method: 'POST', url: URI, headers: plainOf(plain.headers) },
    );
    const verdict = await verifyRequest(
      { ...plain, headers: new Headers(headers as Record<string, string>) },
      { keyOf: keysOf(pair), now: NOW },
    );
    expect(verdict).toEqual({ ok: true, keyid: 'key-1', nonce: 'AAECAwQFBgcICQoLDA0ODw==' });
  });

  test('our response is good for the other library', async () => {
    const asked = await signed(pair);
    const said = {
      status: 201,
      headers: new Headers({ 'Content-Type': 'application/json' }),
      body: bytes('{"revealId":"rv_1"}'),
    };
    const headers = await signResponse(said, asked, { key: pair.key, now: NOW });
    const isGood = await httpbis.verifyMessage(
      { keyLookup: lookUp, notAfter: new Date(NOW), requiredFields: ['@status'] },
      { status: 201, headers: plainOf(headers) },
      { method: 'POST', url: URI, headers: plainOf(asked.headers) },
    );
    expect(isGood).toBe(true);
  });

  test('a response of the other library is good for us', async () => {
    const asked = await signed(pair);
    const body = bytes('{"revealId":"rv_1"}');
    const { headers } = await httpbis.signMessage(
      {
        key: theirKey(),
        name: 'ow',
        fields: [
          '@status',
          'content-digest',
          'content-type',
          '"@method";req',
          '"@target-uri";req',
          '"signature";key="ow";req',
        ],
        params: ['created', 'keyid', 'tag'],
        paramValues: { created: new Date(NOW), tag: 'openwaybill-response' },
      },
      {
        status: 201,
        headers: {
          'Content-Type': 'application/json',
          'Content-Digest': await contentDigest(body),
        },
      },
      { method: 'POST', url: URI, headers: plainOf(asked.headers) },
    );
    const verdict = await verifyResponse(
      { status: 201, headers: new Headers(headers as Record<string, string>), body },
      asked,
      { keyOf: keysOf(pair), now: NOW },
    );
    expect(verdict).toBe('VALID');
  });
});
