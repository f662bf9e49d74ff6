import { signatureProfile, verifyingKeyOf } from '@openwaybill/privacy/signed-messages';
import { exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { connect } from '../src/index.ts';
import { signedMessages } from '../src/signed.ts';

const NOW = Date.UTC(2026, 10, 11);

const pairOf = async (kid: string) => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', {
    crv: 'Ed25519',
    extractable: true,
  });
  return {
    publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' },
    privateJwk: { ...(await exportJWK(privateKey)), kid },
    key: { kid, privateKey },
  };
};

/** A party that claims the class, or not; what it was sent, and how it signs its answers. */
const partyOf = async (claims: readonly string[], signs: 'THIS' | 'NOTHING') => {
  const [own, mine] = [await pairOf('party-1'), await pairOf('me-1')];
  const verdicts: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/.well-known/openwaybill')
      return Response.json({ claims: claims.map((conformanceClass) => ({ conformanceClass })) });
    if (pathname === '/v1/keys') return Response.json({ keys: [own.publicJwk] });
    const asked = {
      method: request.method,
      targetUri: request.url,
      headers: request.headers,
      body: new Uint8Array(await request.arrayBuffer()),
    };
    const verdict = await signatureProfile.verifyRequest(asked, {
      keyOf: async () => (await verifyingKeyOf(mine.publicJwk)) ?? 'UNKNOWN',
      now: NOW,
    });
    verdicts.push(verdict.ok ? 'SIGNED' : verdict.code);
    const body = new TextEncoder().encode('{"items":[]}');
    const headers = new Headers({ 'Content-Type': 'application/json' });
    return new Response(body, {
      headers:
        signs === 'THIS' && verdict.ok
          ? await signatureProfile.signResponse({ status: 200, headers, body }, asked, {
              key: own.key as never,
              now: NOW,
            })
          : headers,
    });
  };
  const baseUrl = 'https://courier.test';
  const surroundings = { fetch, now: () => NOW };
  const client = connect({
    baseUrl,
    token: 'token',
    ...surroundings,
    signing: signedMessages({ baseUrl, key: mine.privateJwk, ...surroundings }),
  });
  return { client, verdicts };
};

test('a party that claims the class is sent signed requests', async () => {
  const { client, verdicts } = await partyOf(['core', 'signed-messages'], 'THIS');
  const answer = await client.listAgreements();
  expect([answer.ok, verdicts]).toEqual([true, ['SIGNED']]);
});

test('every other party is sent what it was always sent', async () => {
  const { client, verdicts } = await partyOf(['core'], 'NOTHING');
  const answer = await client.listAgreements();
  expect([answer.ok, verdicts]).toEqual([true, ['SIGNATURE_INVALID']]);
});

test('agreements that are not signed are not believed', async () => {
  const { client } = await partyOf(['signed-messages'], 'NOTHING');
  expect(await client.listAgreements()).toMatchObject({
    ok: false,
    problem: { code: 'ANSWER_INVALID' },
  });
});

test('what need not be signed is taken without a signature', async () => {
  const { client } = await partyOf(['signed-messages'], 'NOTHING');
  expect((await client.listOrders()).ok).toBe(true);
});
