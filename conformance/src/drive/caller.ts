import { mustNotBeCached, registry, takesIdempotencyKey, takesIfMatch } from '@openwaybill/schemas';
import type { Exchange, Intent } from '../transcript/format.ts';
import type { Text } from '../words.ts';
import { exchange } from './exchange.ts';
import { FAR_MINOR } from './far-versions.ts';
import type { Credentials, Identity } from './identity.ts';
import { NoCredentials } from './no-credentials.ts';
import { operationOf, pathOf } from './operations.ts';
import type { Outgoing } from './outgoing.ts';
import { demandOwnMessage, requestSchemaOf } from './own-message.ts';
import { uuid4 } from './random.ts';
import type { Session } from './session.ts';
import { signedOutgoing } from './signed-messages.ts';
import { spokenWith } from './spoken-with.ts';
import type { CallInput } from './stage.ts';
import { assertionOf, tokenRequest } from './tokens.ts';

/** Milliseconds before its end at which a token is fetched anew. */
const MARGIN = 30_000;

/** There is no token with these credentials: nothing can be judged, and it is no finding. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** The runner as a caller: tokens of its own, headers as the standard asks, and nothing smoothed over. */
export type Caller = {
  readonly tokenOf: (identity: Identity, isFresh?: 'FRESH') => Promise<string | undefined>;
  readonly call: (identity: Identity, operationId: string, input?: CallInput) => Promise<Exchange>;
};

const intentOf = (input: CallInput, method: string): Intent =>
  input.intent ??
  (input.twinOf === undefined ? (method === 'GET' ? 'READ_BACK' : 'PROBE') : 'NEGATIVE');

type Grant = { readonly access_token?: unknown; readonly expires_in?: unknown };

/** The members of a token answer (RFC 6749 section 5.1); none where it is no JSON. */
const grantIn = (text: string): Grant => {
  try {
    return (JSON.parse(text) ?? {}) as Grant;
  } catch {
    return {};
  }
};

export const createCaller = (session: Session): Caller => {
  const { shore, claim } = session;
  const spoken = spokenWith(claim.document.specVersions);
  const tokens = new Map<Identity, { readonly value: string; readonly until: number }>();

  const fetchToken = async (credentials: Credentials) => {
    const endpoint = claim.document.endpoints.token;
    const assertion = await assertionOf(credentials, {
      now: shore.now(),
      secure: shore.secure,
      audience: endpoint,
    });
    const response = await shore.fetch(tokenRequest(endpoint, assertion), {
      milliseconds: session.timeoutMilliseconds,
    });
    const text = await response.text();
    if (response.status !== 200)
      throw new NoToken({
        en: `the token endpoint answered ${response.status} to ${credentials.clientId}`,
        zh: `令牌端点对 ${credentials.clientId} 返回 ${response.status}`,
      });
    const { access_token, expires_in } = grantIn(text);
    if (typeof access_token !== 'string' || typeof expires_in !== 'number')
      throw new NoToken({
        en: `the token endpoint gave ${credentials.clientId} no access_token`,
        zh: `令牌端点未给 ${credentials.clientId} access_token`,
      });
    return { value: access_token, until: shore.now() + expires_in * 1000 - MARGIN };
  };

  const tokenOf: Caller['tokenOf'] = async (identity, isFresh) => {
    if (identity === 'nobody') return undefined;
    const credentials = session.credentials[identity];
    if (credentials === undefined) throw new NoCredentials(identity);
    const known = tokens.get(identity);
    if (isFresh === undefined && known !== undefined && known.until > shore.now())
      return known.value;
    const fresh = await fetchToken(credentials);
    tokens.set(identity, fresh);
    return fresh.value;
  };

  return {
    tokenOf,
    call: async (identity, operationId, input = {}) => {
      const operation = operationOf(operationId);
      const intent = intentOf(input, operation.method);
      const schema = requestSchemaOf(operation);
      if (schema !== undefined && input.body !== undefined && intent !== 'NEGATIVE')
        demandOwnMessage(session, schema, input.body, input.isFuture ? 'receiver' : 'sender');
      const headers = new Map<string, string>();
      headers.set('Accept', 'application/json, application/problem+json');
      headers.set('OpenWaybill-Version', input.isFuture ? FAR_MINOR : spoken);
      const token =
        input.token === undefined
          ? operation.token === 'none' && input.withToken !== true
            ? undefined
            : await tokenOf(identity)
          : (input.token ?? undefined);
      if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
      const key = input.idempotencyKey;
      if (takesIdempotencyKey(operation) && key !== null)
        headers.set('Idempotency-Key', key ?? uuid4(shore.secure));
      if (takesIfMatch(operation) && input.ifMatch !== null && input.ifMatch !== undefined)
        headers.set(
          'If-Match',
          typeof input.ifMatch === 'number' ? `"${input.ifMatch}"` : input.ifMatch,
        );
      if (mustNotBeCached(registry.schemas, operation)) headers.set('Cache-Control', 'no-store');
      const body = input.raw ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
      if (body !== undefined) headers.set('Content-Type', 'application/json');
      for (const [name, value] of Object.entries(input.headers ?? {})) {
        for (const known of [...headers.keys()])
          if (known.toLowerCase() === name.toLowerCase()) headers.delete(known);
        if (value !== null) headers.set(name, value);
      }
      const query = input.query ?? [];
      const search = new URLSearchParams(
        Array.isArray(query)
          ? query.map(([name, value]: readonly [string, string]): [string, string] => [name, value])
          : { ...(query as Record<string, string>) },
      ).toString();
      const target = input.target ?? pathOf(operation, input.path);
      const outgoing: Outgoing = {
        method: input.method ?? operation.method,
        url: `${session.baseUrl}${target}${search === '' ? '' : `?${search}`}`,
        headers: [...headers],
        ...(body === undefined ? {} : { body }),
      };
      const credentials = identity === 'nobody' ? undefined : session.credentials[identity];
      const isSigned =
        session.isSigned &&
        token !== undefined &&
        credentials !== undefined &&
        input.signature !== null;
      const leaving = isSigned
        ? await signedOutgoing(session, outgoing, credentials, input.signature ?? {})
        : outgoing;
      return exchange(session, leaving, {
        intent,
        from: identity,
        to: 'sut',
        operation: operationId,
        ...(input.probe === undefined ? {} : { probe: input.probe }),
        ...(input.twinOf === undefined ? {} : { twinOf: input.twinOf }),
        ...(input.readsLabel === undefined ? {} : { readsLabel: input.readsLabel }),
        ...(input.isHungUp === undefined ? {} : { isHungUp: input.isHungUp }),
        ...(input.isLong === undefined ? {} : { isLong: input.isLong }),
      });
    },
  };
};
