import { createMock, type Mock, memoryStore, sealingKeyOf, signingKeyOf } from '@openwaybill/mock';
import { type Role, registry, SPOKEN_VERSION } from '@openwaybill/schemas';
import type { JWK } from 'jose';
import type { Observed } from '../src/record/observed.ts';
import { Unanswered } from '../src/words.ts';

const PARTIES = {
  courier: { partyId: 'COURIER9', name: '海燕速运（演示）' },
  platform: { partyId: 'PLATFORM9', name: '海风商城（演示）' },
} as const;
type Side = keyof typeof PARTIES;
const SIDES: readonly Side[] = ['courier', 'platform'];
const ORIGINS: Readonly<Record<Side, string>> = {
  courier: 'https://courier.test',
  platform: 'https://platform.test',
};
/** Where each stands for the other: what goes there is seen on its way. */
export const RELAYS: Readonly<Record<Side, string>> = {
  courier: 'https://to-courier.test',
  platform: 'https://to-platform.test',
};

/** What a party is bent by. */
export type Bends = Readonly<Partial<Record<Side, (next: Mock['fetch']) => Mock['fetch']>>>;

/** A courier and a platform that know each other, with whoever stands between them. */
export type Pair = {
  readonly mocks: Readonly<Record<Side, Mock>>;
  /** Calls a party directly, as the other one. */
  readonly call: (
    to: Side,
    method: string,
    path: string,
    body?: unknown,
    // biome-ignore lint/suspicious/noExplicitAny: an answer is narrowed where it is read
  ) => Promise<{ readonly status: number; readonly body: any }>;
  /** Any request to any of the addresses. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly settled: () => Promise<void>;
  readonly keysOf: (role: Role) => Promise<readonly JWK[]>;
  readonly defects: readonly unknown[];
  readonly now: () => number;
};

const sideOf = (origin: string, origins: Readonly<Record<Side, string>>): Side | undefined =>
  SIDES.find((side) => origins[side] === origin);

/** Two references whose messages pass a third, who is told of each. */
export const pair = async (
  seen: (observed: Observed) => Promise<void>,
  bends: Bends = {},
): Promise<Pair> => {
  let clock = Date.UTC(2026, 10, 22);
  const now = (): number => clock;
  const defects: unknown[] = [];
  const mocks = new Map<Side, Mock>();
  const direct = async (side: Side, request: Request): Promise<Response> => {
    const mock = mocks.get(side);
    if (mock === undefined) throw new Unanswered('REFUSED');
    const bend = bends[side];
    return (bend === undefined ? mock.fetch : bend(mock.fetch))(request);
  };
  const relayed = async (side: Side, request: Request): Promise<Response> => {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const url = request.url.replace(RELAYS[side], ORIGINS[side]);
    const at = now();
    const answer = await direct(
      side,
      new Request(url, {
        method: request.method,
        headers: request.headers,
        ...(bytes.length === 0 ? {} : { body: bytes }),
      }),
    );
    const answered = new Uint8Array(await answer.clone().arrayBuffer());
    await seen({
      to: side,
      method: request.method,
      url,
      request: { headers: [...request.headers], bytes, at },
      response: { status: answer.status, headers: [...answer.headers], bytes: answered, at: now() },
      milliseconds: 1,
    });
    return answer;
  };
  const fetch = async (request: Request): Promise<Response> => {
    const { origin } = new URL(request.url);
    const to = sideOf(origin, ORIGINS);
    if (to !== undefined) return direct(to, request);
    const over = sideOf(origin, RELAYS);
    if (over !== undefined) return relayed(over, request);
    throw new Unanswered('REFUSED');
  };
  for (const side of SIDES) {
    const other = side === 'courier' ? 'platform' : 'courier';
    const { partyId, name } = PARTIES[other];
    mocks.set(
      side,
      await createMock({
        registry,
        role: side,
        ...PARTIES[side],
        baseUrl: ORIGINS[side],
        counterparties: [
          {
            partyId,
            role: other,
            name,
            clientId: partyId,
            keys: [(await signingKeyOf(1, partyId)).publicJwk, await sealingKeyOf(1, partyId)],
            baseUrl: RELAYS[other],
            ...(other === 'courier' ? { facet: 'CORE' as const, carrierCode: 'ZZ' } : {}),
          },
        ],
        world: {},
        movement: 'NONE',
        seed: 1,
        store: memoryStore(),
        worldStart: '2026-11-22T00:00:00.000Z',
        clockMode: 'FROZEN',
        wallClock: now,
        wait: async (milliseconds) => {
          clock += milliseconds;
        },
        send: async ({ url, headers, body }) => {
          const answer = await fetch(new Request(url, { method: 'POST', headers, body }));
          return { status: answer.status, body: await answer.text() };
        },
        fetch,
        environment: 'SANDBOX',
        unknownMembers: 'STRICT',
        developmentTokens: true,
        onDefect: (error) => defects.push(error),
      }),
    );
  }
  const mockOf = (side: Side): Mock => {
    const mock = mocks.get(side);
    if (mock === undefined) throw new Error(`there is no ${side}`);
    return mock;
  };
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1)
      for (const side of SIDES) await mockOf(side).settled();
  };
  let keyCount = 0;
  return {
    mocks: { courier: mockOf('courier'), platform: mockOf('platform') },
    call: async (to, method, path, body) => {
      const other = to === 'courier' ? 'platform' : 'courier';
      keyCount += 1;
      const answer = await direct(
        to,
        new Request(`${ORIGINS[to]}${path}`, {
          method,
          headers: {
            Authorization: `Bearer ${mockOf(to).developmentTokens.get(PARTIES[other].partyId)}`,
            'OpenWaybill-Version': SPOKEN_VERSION,
            'Idempotency-Key': `00000000-0000-4000-8000-${String(keyCount).padStart(12, '0')}`,
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      const text = await answer.text();
      await settled();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    fetch,
    settled,
    keysOf: async (role) => {
      const answer = await direct(role as Side, new Request(`${ORIGINS[role as Side]}/v1/keys`));
      return ((await answer.json()) as { readonly keys: readonly JWK[] }).keys;
    },
    defects,
    now,
  };
};

/** Makes a party act, and answers how its action ended. */
export const act = async (
  { call }: Pair,
  side: Side,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> => {
  const { body } = await call(side, 'POST', '/v1/test-controls/actions', { action, input });
  const read = await call(side, 'GET', `/v1/test-controls/actions/${body.actionId}`);
  return { state: read.body?.state, ...read.body?.result };
};
