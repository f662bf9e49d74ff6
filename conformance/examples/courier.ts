import { isDeepStrictEqual } from 'node:util';
import { type Order, type OrderSubmission, type ProblemCode, problems } from '@openwaybill/schemas';
import { type Issue, judge, parseJson, problemOf } from '@openwaybill/validate';
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';

/** Who may call, as this courier registered it. */
export type Client = {
  readonly clientId: string;
  readonly partyId: string;
  readonly role: string;
  readonly key: JWK;
};

/** What the courier is told when it starts. */
export type Company = {
  readonly url: string;
  readonly partyId: string;
  readonly clients: readonly Client[];
  readonly now: () => number;
};

/** What a route sees of a request. */
export type Asked = {
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly header: (name: string) => string | undefined;
  /** The bytes of the body as they came: what is signed or parsed must be what was sent. */
  readonly bytes: Uint8Array;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One operation, for whatever serves HTTP. */
export type Route = {
  readonly method: 'GET' | 'POST';
  /** With its parameters as `:name`. */
  readonly path: string;
  readonly answer: (asked: Asked) => Promise<Reply>;
};

class Refusal extends Error {
  readonly code: ProblemCode;
  readonly issues: readonly Issue[];
  constructor(code: ProblemCode, issues: readonly Issue[] = []) {
    super(code);
    this.code = code;
    this.issues = issues;
  }
}

const MODULES = [
  'discovery',
  'order',
  'waybill',
  'tracking',
  'consignee',
  'continuity',
  'agreement',
];
const TOKEN_SECONDS = 600;

const reply = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: {
    'Content-Type': 'application/json',
    'OpenWaybill-Version': '1.0',
    'OpenWaybill-Sandbox': 'true',
    'Cache-Control': 'no-store',
    ...headers,
  },
  body: JSON.stringify(value),
});

const refused = ({ code, issues }: Refusal): Reply => {
  const { status, retryable, title } = problems[code];
  const problem = {
    type: `https://openwaybill.org/problems/${code}`,
    code,
    title: title.en,
    status,
    retryable,
    instance: `urn:uuid:${crypto.randomUUID()}`,
    ...(issues.length === 0
      ? {}
      : {
          errors: issues.map(({ pointer, rule }) => ({
            pointer,
            rule,
            message: 'It does not fit.',
          })),
        }),
  };
  return reply(status, problem, { 'Content-Type': 'application/problem+json' });
};

/**
 * The beginning of a courier: it can be discovered, gives tokens, and takes orders. It claims the whole core, so that
 * the suite tells what is still to be built.
 */
export const courier = async ({
  url,
  partyId,
  clients,
  now,
}: Company): Promise<readonly Route[]> => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const ownKey = { ...(await exportJWK(publicKey)), kid: 'example-1', use: 'sig', alg: 'EdDSA' };
  const spent = new Set<string>();
  const orders = new Map<string, { readonly first: OrderSubmission; readonly order: Order }>();

  const document = {
    specVersions: ['1.0'],
    environment: 'SANDBOX',
    organisation: { partyId, name: '示例快递（演示）' },
    software: { name: 'example-courier', version: '1.0.0' },
    claims: [
      { role: 'courier', conformanceClass: 'core', modules: MODULES, requirementSet: '1.0.0' },
    ],
    codeLists: [],
    regionTables: ['NBS-2023'],
    limits: {
      maxBodyBytes: 262_144,
      maxBatchItemCount: 100,
      maxPageItemCount: 200,
      requestsPerSecond: 100,
      idempotencySeconds: 86_400,
      eventRetentionSeconds: 2_592_000,
      unknownMembers: 'STRICT',
    },
    endpoints: { api: url, token: `${url}/token`, keys: `${url}/v1/keys` },
    authentication: { tokenAuthMethods: ['private_key_jwt'], signingAlgorithms: ['EdDSA'] },
    events: { sends: [], receives: [] },
    labelFormats: ['SVG_76X130'],
    retention: [{ privacyClass: 'pseudonymous', retentionClass: 'CLAIM' }],
    contactDesk: { name: '接口服务台', url: 'https://courier.example/desk' },
    revision: 1,
  };

  /** RFC 7523: the client signs who it is, and each assertion is good once. */
  const grant = async (asked: Asked): Promise<Reply> => {
    const form = new URLSearchParams(new TextDecoder().decode(asked.bytes));
    try {
      const { payload } = await jwtVerify(
        form.get('client_assertion') ?? '',
        async ({ kid }) => {
          const client = clients.find(({ key }) => key.kid === kid);
          if (client === undefined) throw new Refusal('UNAUTHENTICATED');
          return importJWK(client.key, 'EdDSA');
        },
        {
          algorithms: ['EdDSA'],
          audience: `${url}/token`,
          currentDate: new Date(now()),
          requiredClaims: ['iss', 'sub', 'exp', 'jti'],
        },
      );
      const { sub = '', iss, jti = '' } = payload;
      const client = clients.find(({ clientId }) => clientId === sub);
      if (client === undefined || iss !== sub || spent.has(jti))
        throw new Refusal('UNAUTHENTICATED');
      spent.add(jti);
      const seconds = Math.floor(now() / 1000);
      const token = await new SignJWT({ ow_org: client.partyId, ow_role: client.role })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: ownKey.kid })
        .setIssuer(url)
        .setSubject(sub)
        .setAudience(url)
        .setJti(crypto.randomUUID())
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + TOKEN_SECONDS)
        .sign(privateKey);
      return reply(200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS });
    } catch {
      // whatever is wrong with an assertion, its sender learns no more than this
      return reply(401, { error: 'invalid_client' });
    }
  };

  const callerOf = async ({ header }: Asked): Promise<Client> => {
    try {
      const { payload } = await jwtVerify(
        header('authorization')?.replace(/^Bearer /i, '') ?? '',
        publicKey,
        { algorithms: ['EdDSA'], audience: url, issuer: url, currentDate: new Date(now()) },
      );
      const client = clients.find(({ clientId }) => clientId === payload.sub);
      if (client !== undefined) return client;
    } catch {
      // told below, together with a client that is not known any more
    }
    throw new Refusal('UNAUTHENTICATED');
  };

  const submitted = (bytes: Uint8Array): OrderSubmission => {
    const parsed = parseJson(bytes);
    if (!parsed.ok) throw new Refusal(problemOf(parsed.issues), parsed.issues);
    const verdict = judge('OrderSubmission', parsed.value, 'sender');
    if (!verdict.ok) throw new Refusal(problemOf(verdict.issues), verdict.issues);
    return verdict.value;
  };

  const shown = (order: Order, status = 200, headers: Record<string, string> = {}): Reply =>
    reply(status, order, { ETag: `"${order.revision}"`, ...headers });

  const submit = async (asked: Asked): Promise<Reply> => {
    const caller = await callerOf(asked);
    if (asked.header('idempotency-key') === undefined) throw new Refusal('IDEMPOTENCY_KEY_MISSING');
    const first = submitted(asked.bytes);
    const number = `${caller.partyId} ${first.orderNo}`;
    const known = orders.get(number);
    if (known !== undefined) {
      // the number of an order is its name: the same order again is the same answer, another one is refused
      if (!isDeepStrictEqual(known.first, first)) throw new Refusal('DUPLICATE');
      return shown(known.order, 200, { 'Idempotency-Replayed': 'true' });
    }
    const at = new Date(now()).toISOString();
    const { remark: _unread, ...kept } = first;
    const order: Order = {
      ...kept,
      status: 'ACCEPTED',
      decision: 'ACCEPTED',
      carrierOrderNo: `CO-${crypto.randomUUID().slice(0, 13)}`,
      waybills: [],
      revision: 1,
      createdAt: at,
      updatedAt: at,
    };
    orders.set(number, { first, order });
    return shown(order, 201);
  };

  const get = async (asked: Asked): Promise<Reply> => {
    const caller = await callerOf(asked);
    const found = orders.get(`${caller.partyId} ${asked.parameters.orderNo}`);
    // what is not yours is not there
    if (found === undefined) throw new Refusal('NOT_FOUND');
    return shown(found.order);
  };

  const subscriptions = async (asked: Asked): Promise<Reply> => {
    await callerOf(asked);
    return reply(200, { items: [] });
  };

  const health = async (): Promise<Reply> =>
    reply(200, {
      status: 'OK',
      checkedAt: new Date(now()).toISOString(),
      modules: MODULES.map((module) => ({ module, status: 'OK' })),
      activeNoticeIds: [],
    });

  const routes: readonly Route[] = [
    { method: 'GET', path: '/.well-known/openwaybill', answer: async () => reply(200, document) },
    { method: 'GET', path: '/v1/keys', answer: async () => reply(200, { keys: [ownKey] }) },
    { method: 'GET', path: '/v1/health', answer: health },
    { method: 'POST', path: '/token', answer: grant },
    { method: 'GET', path: '/v1/event-subscriptions', answer: subscriptions },
    { method: 'POST', path: '/v1/orders', answer: submit },
    { method: 'GET', path: '/v1/orders/:orderNo', answer: get },
  ];
  return routes.map((route) => ({
    ...route,
    answer: async (asked) => {
      try {
        return await route.answer(asked);
      } catch (error) {
        if (error instanceof Refusal) return refused(error);
        throw error;
      }
    },
  }));
};

/** What a route that is not there is answered with. */
export const notFound = (): Reply => refused(new Refusal('NOT_FOUND'));
