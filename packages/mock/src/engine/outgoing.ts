import { SignJWT } from 'jose';
import type { SigningKey } from '../identity/keys.ts';
import { uuid7 } from './invent.ts';
import type { Counterparty, MockOptions, Random } from './options.ts';

export type OutgoingRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A repeat of the same command keeps its key. */
  readonly idempotencyKey?: string;
};
export type OutgoingAnswer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what another system answered is narrowed where it is read
  readonly body: any;
};

/** This system as a caller of another one, with a token of its own and the headers that the standard asks for. */
export type Outgoing = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

type Token = { readonly value: string; readonly expiresAt: number };

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export const outgoingTo = (
  to: Counterparty,
  key: SigningKey,
  options: MockOptions,
  random: Random,
): Outgoing => {
  const { baseUrl } = to;
  if (baseUrl === undefined) throw new Error(`${to.partyId} has no interface to call`);
  let token: Token | undefined;

  const fetchToken = async (): Promise<Token> => {
    const discovery = await options.fetch(new Request(`${baseUrl}/.well-known/openwaybill`));
    const document = (await discovery.json()) as { readonly endpoints: { readonly token: string } };
    const endpoint = document.endpoints.token;
    const now = Math.floor(options.wallClock() / 1000);
    const assertion = await new SignJWT({ jti: uuid7(random, options.wallClock()) })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'JWT' })
      .setIssuer(options.partyId)
      .setSubject(options.partyId)
      .setAudience(endpoint)
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(key.privateKey);
    const answer = await options.fetch(
      new Request(endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: ASSERTION_TYPE,
          client_assertion: assertion,
        }).toString(),
      }),
    );
    if (answer.status !== 200) throw new Error(`${to.partyId} gave no token: ${answer.status}`);
    const { access_token, expires_in } = (await answer.json()) as {
      readonly access_token: string;
      readonly expires_in: number;
    };
    return { value: access_token, expiresAt: options.wallClock() + (expires_in - 30) * 1000 };
  };

  return async (request) => {
    if (token === undefined || token.expiresAt <= options.wallClock()) token = await fetchToken();
    const headers = new Headers({
      Accept: 'application/json, application/problem+json',
      Authorization: `Bearer ${token.value}`,
      'OpenWaybill-Version': '1.0',
      ...request.headers,
    });
    if (request.method === 'POST')
      headers.set('Idempotency-Key', request.idempotencyKey ?? uuid7(random, options.wallClock()));
    if (request.body !== undefined) headers.set('Content-Type', 'application/json');
    const response = await options.fetch(
      new Request(`${baseUrl}${request.path}`, {
        method: request.method,
        headers,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        redirect: 'manual',
      }),
    );
    const text = await response.text();
    if (response.status === 401) token = undefined;
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
};
