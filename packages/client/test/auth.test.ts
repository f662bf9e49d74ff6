import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { clientCredentials } from '../src/auth.ts';
import { type Arrived, localServer, type Reply } from './local-server.ts';
import { capabilities } from './messages.ts';
import { virtualTime } from './virtual-time.ts';

const STARTS = Date.parse('2026-11-22T01:00:00Z');

/** A party with a token endpoint that gives `token-1`, `token-2`, ... and keeps the assertions. */
const party = async (algorithm: 'EdDSA' | 'ES256', refusal?: Reply) => {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const forms: URLSearchParams[] = [];
  let at = STARTS;
  const server = await localServer((request: Arrived): Reply => {
    if (request.url === '/.well-known/openwaybill') {
      const token = `http://${request.headers.host}/oauth/token`;
      return { json: { ...capabilities, endpoints: { ...capabilities.endpoints, token } } };
    }
    forms.push(new URLSearchParams(request.body));
    return (
      refusal ?? {
        headers: { 'content-type': 'application/json' },
        json: { access_token: `token-${forms.length}`, token_type: 'Bearer', expires_in: 300 },
      }
    );
  });
  const { wait: _, timeoutMilliseconds: __, ...time } = virtualTime();
  const source = clientCredentials({
    ...time,
    now: () => at,
    baseUrl: server.url,
    clientId: 'demo-platform',
    key: { ...(await exportJWK(privateKey)), kid: 'k1' },
  });
  const claims = async (): Promise<{ header: object; payload: JWTPayload }> => {
    const { protectedHeader, payload } = await jwtVerify(
      forms[0]?.get('client_assertion') ?? '',
      publicKey,
      { currentDate: new Date(STARTS), audience: `${server.url}/oauth/token` },
    );
    return { header: protectedHeader, payload };
  };
  const later = (milliseconds: number): void => {
    at += milliseconds;
  };
  return { source, forms, claims, later };
};

test.each(['EdDSA', 'ES256'] as const)('an assertion is signed with %s', async (algorithm) => {
  const { source, forms, claims } = await party(algorithm);
  expect(await source()).toBe('token-1');
  expect(forms[0]?.get('grant_type')).toBe('client_credentials');
  const { header, payload } = await claims();
  expect(header).toMatchObject({ alg: algorithm, kid: 'k1' });
  expect(payload).toMatchObject({
    iss: 'demo-platform',
    sub: 'demo-platform',
    iat: STARTS / 1000,
    exp: STARTS / 1000 + 60,
    jti: expect.any(String),
  });
});

test('calls at the same time share one request for a token', async () => {
  const { source, forms } = await party('EdDSA');
  expect(await Promise.all([source(), source(), source()])).toEqual(Array(3).fill('token-1'));
  expect(forms).toHaveLength(1);
});

test.each<[string, { given: { later: number; refused?: string }; want: string }]>([
  ['a token is kept until shortly before its end', { given: { later: 289_999 }, want: 'token-1' }],
  ['a token that is about to end is renewed', { given: { later: 290_000 }, want: 'token-2' }],
  [
    'a token that was refused is renewed',
    { given: { later: 0, refused: 'token-1' }, want: 'token-2' },
  ],
  [
    'a refusal of an older token renews nothing',
    { given: { later: 0, refused: 'token-0' }, want: 'token-1' },
  ],
])('%s', async (_title, { given, want }) => {
  const { source, later } = await party('EdDSA');
  await source();
  later(given.later);
  expect(await source(given.refused)).toBe(want);
});

test('a refusal of the token endpoint is thrown, and asked again', async () => {
  const { source, forms } = await party('EdDSA', {
    status: 401,
    headers: { 'content-type': 'application/json' },
    json: { error: 'invalid_client' },
  });
  await expect(source()).rejects.toMatchObject({ error: 'invalid_client' });
  await expect(source()).rejects.toMatchObject({ error: 'invalid_client' });
  expect(forms).toHaveLength(2);
});
