import {
  type SignedRequest,
  signRequest,
  verifyResponse,
} from '@openwaybill/privacy/signed-messages';
import { answerIsSigned, type CapabilityDocument, SPOKEN_VERSION } from '@openwaybill/schemas';
import { SignJWT } from 'jose';
import type { Keys } from '../identity/keys.ts';
import { keyOfCaller } from '../identity/signed-messages.ts';
import { uuid7 } from './invent.ts';
import type { Counterparty, MockOptions, Random } from './options.ts';
import { routerOf } from './route.ts';

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

/** An answer that the other party must sign, and that is not signed for this request. It counts as none. */
export class AnswerUnsigned extends Error {
  override readonly name = 'AnswerUnsigned';
}

/** This system as a caller of another one, with a token of its own and the headers that the standard asks for. */
export type Outgoing = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

type Token = {
  readonly value: string;
  readonly expiresAt: number;
  /** Whether the other party claims class `signed-messages`. */
  readonly isSigned: boolean;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export const outgoingTo = (
  to: Counterparty,
  keys: Pick<Keys, 'current'>,
  options: MockOptions,
  random: Random,
): Outgoing => {
  const { baseUrl } = to;
  if (baseUrl === undefined) throw new Error(`${to.partyId} has no interface to call`);
  let token: Token | undefined;

  const fetchToken = async (): Promise<Token> => {
    const discovery = await options.fetch(
      new Request(`${baseUrl}/.well-known/openwaybill`, {
        headers: { 'OpenWaybill-Version': SPOKEN_VERSION },
      }),
    );
    const { endpoints, claims } = (await discovery.json()) as CapabilityDocument;
    const endpoint = endpoints.token;
    const now = Math.floor(options.wallClock() / 1000);
    const key = keys.current;
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
    return {
      value: access_token,
      expiresAt: options.wallClock() + (expires_in - 30) * 1000,
      isSigned: claims.some(
        ({ role, conformanceClass }) => role === to.role && conformanceClass === 'signed-messages',
      ),
    };
  };

  const route = routerOf(options.registry, to.role);
  const sign = async (plain: Request, bytes: Uint8Array): Promise<SignedRequest> => {
    const { method, url: targetUri, headers } = plain;
    const asked = { method, targetUri, headers, body: bytes };
    const now = options.wallClock();
    return { ...asked, headers: await signRequest(asked, { key: keys.current, now, random }) };
  };
  const demandSigned = async (
    response: Response,
    body: Uint8Array,
    asked: SignedRequest,
  ): Promise<void> => {
    const { operation } = route(asked.method, new URL(asked.targetUri).pathname);
    // the signature of a request that is refused for itself has nothing to be bound to
    if (response.status === 401 || !answerIsSigned(options.registry.schemas, operation)) return;
    const { status, headers } = response;
    // its keys as they are now
    const signer = options.counterparties.find(({ clientId }) => clientId === to.clientId) ?? to;
    const verdict = await verifyResponse({ status, headers, body }, asked, {
      keyOf: keyOfCaller(signer, []),
      now: options.wallClock(),
    });
    if (verdict !== 'VALID')
      throw new AnswerUnsigned(`${to.partyId} answered with a signature that is ${verdict}`);
  };

  return async (request) => {
    if (token === undefined || token.expiresAt <= options.wallClock()) token = await fetchToken();
    const headers = new Headers({
      Accept: 'application/json, application/problem+json',
      Authorization: `Bearer ${token.value}`,
      'OpenWaybill-Version': SPOKEN_VERSION,
      ...request.headers,
    });
    if (request.method === 'POST')
      headers.set('Idempotency-Key', request.idempotencyKey ?? uuid7(random, options.wallClock()));
    if (request.body !== undefined) headers.set('Content-Type', 'application/json');
    const text = request.body === undefined ? undefined : JSON.stringify(request.body);
    const plain = new Request(`${baseUrl}${request.path}`, {
      method: request.method,
      headers,
      ...(text === undefined ? {} : { body: text }),
      redirect: 'manual',
    });
    const asked = token.isSigned ? await sign(plain, encoder.encode(text)) : undefined;
    const response = await options.fetch(
      asked === undefined ? plain : new Request(plain, { headers: asked.headers }),
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (asked !== undefined) await demandSigned(response, bytes, asked);
    if (response.status === 401) token = undefined;
    return {
      status: response.status,
      headers: response.headers,
      body: bytes.length === 0 ? undefined : JSON.parse(decoder.decode(bytes)),
    };
  };
};
