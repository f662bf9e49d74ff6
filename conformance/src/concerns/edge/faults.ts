import {
  alterAnswers,
  alterDeliveries,
  alterRequests,
  type Delivery,
  fresh,
  problemResponse,
  requestWith,
  withMember,
} from '../../faults/bend.ts';
import type { Bend, Fault } from '../../words.ts';

const hand = { kind: 'hand', role: 'courier' } as const;
const SUBSCRIBE = ['createEventSubscription'];

const claimOf = (request: Request, name: string): unknown => {
  const [, payload = ''] = (request.headers.get('Authorization') ?? '').split('.');
  try {
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))[name];
  } catch {
    return undefined;
  }
};

type Jwk = { readonly kid: string; readonly use: string };
type KeySet = {
  readonly keys: readonly Jwk[];
  /** The key that signed at first. */
  readonly first: Jwk | undefined;
  /** Its id, once another one signs. */
  readonly former: string | undefined;
  /** Whether the clock was moved since. */
  readonly hasMoved: boolean;
};

/** Alters the key set that is published, by what it was at first. */
const alterKeySet = (alter: (set: KeySet) => readonly Jwk[]): Bend =>
  fresh(() => {
    let first: Jwk | undefined;
    let hasRotated = false;
    let hasMoved = false;
    return alterAnswers(
      'courier',
      ({ operation, body }) => {
        if (operation === 'advanceTestClock') hasMoved ||= hasRotated;
        if (operation !== 'getKeys') return undefined;
        const keys: readonly Jwk[] = body.keys;
        const [current] = keys;
        first ??= current;
        hasRotated ||= current?.kid !== first?.kid;
        const altered = alter({
          keys,
          first,
          former: hasRotated ? first?.kid : undefined,
          hasMoved,
        });
        return altered.length === keys.length ? undefined : { body: { ...body, keys: altered } };
      },
      ['getKeys', 'advanceTestClock'],
    );
  });

/** Faults of what stands at the edge of every system. */
export const edgeFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'ssrf-unchecked',
    title: { en: 'takes a target of its own network', zh: '接受内网地址作为投递目标' },
    violates: ['WHK-004'],
    bend: fresh(() => {
      let outside: string | undefined;
      return alterRequests(
        'courier',
        async (request, body, _operation, next) => {
          outside ??= body?.callbackUrl;
          if (outside === undefined || typeof body?.callbackUrl !== 'string') return undefined;
          const isRight = new URL(body.callbackUrl).host === new URL(outside).host;
          // what is no URL of a receiver is refused before anybody asks where it leads
          if (isRight || /^ftp:|[@#]/.test(body.callbackUrl)) return undefined;
          const answer = await next(
            requestWith(request, { body: { ...body, callbackUrl: outside } }),
          );
          const text = await answer.text();
          return new Response(text.replaceAll(outside, body.callbackUrl), answer);
        },
        SUBSCRIBE,
      );
    }),
  },
  {
    ...hand,
    id: 'rotation-hard',
    title: { en: 'signs with the new key alone at once', zh: '立即只用新密钥签名' },
    violates: ['WHK-006'],
    bend: alterDeliveries((delivery) => {
      const [first, second] = (delivery.headers['webhook-signature'] ?? '').split(' ');
      return first === undefined || second === undefined
        ? undefined
        : [{ ...delivery, headers: { ...delivery.headers, 'webhook-signature': first } }];
    }),
  },
  {
    ...hand,
    id: 'rotation-unpublished',
    title: { en: 'publishes the new key alone at once', zh: '立即只公布新密钥' },
    violates: ['WHK-006', 'DSC-008'],
    bend: alterKeySet(({ keys, former }) => keys.filter(({ kid }) => kid !== former)),
  },
  {
    ...hand,
    id: 'rotation-forgets',
    title: { en: 'withdraws a key on the day after its last use', zh: '旧密钥停用次日即撤下' },
    violates: ['WHK-006'],
    bend: alterKeySet(({ keys, former, hasMoved }) =>
      hasMoved ? keys.filter(({ kid }) => kid !== former) : keys,
    ),
  },
  {
    ...hand,
    id: 'rotation-endless',
    title: { en: 'publishes its former keys for ever', zh: '旧密钥永不撤下' },
    violates: ['WHK-006'],
    bend: alterKeySet(({ keys, first }) =>
      keys.some(({ kid }) => kid === first?.kid) || first === undefined ? keys : [...keys, first],
    ),
  },
  {
    ...hand,
    id: 'gone-ignored',
    title: { en: 'goes on sending to a receiver that is gone', zh: '接收方已下线仍继续推送' },
    violates: ['WHK-006'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        send: async (delivery: Delivery) => {
          const answer = await options.send(delivery);
          if (answer.status !== 410) return answer;
          switchOn.fired();
          return { ...answer, status: 500 };
        },
      }),
    },
  },
  {
    ...hand,
    id: 'secret-listed',
    title: { en: 'shows the secret again', zh: '再次显示密钥' },
    violates: ['WHK-007'],
    bend: fresh(() => {
      const secrets = new Map<string, string>();
      return alterAnswers(
        'courier',
        ({ operation, body }) => {
          if (operation === 'createEventSubscription' && body?.secret !== undefined)
            secrets.set(body.subscriptionId, body.secret);
          const secret = secrets.get(body?.subscriptionId);
          return operation === 'getEventSubscription' && secret !== undefined
            ? { body: { ...body, secret } }
            : undefined;
        },
        ['createEventSubscription', 'getEventSubscription'],
      );
    }),
  },
  {
    ...hand,
    id: 'key-global',
    title: { en: 'shares its idempotency keys among organisations', zh: '幂等键跨单位共用' },
    violates: ['IDM-002'],
    bend: fresh(() => {
      const users = new Map<string, unknown>();
      return alterRequests(
        'courier',
        async (request) => {
          const key = request.headers.get('Idempotency-Key');
          const by = claimOf(request, 'ow_org');
          if (key === null || by === undefined) return undefined;
          const first = users.get(key) ?? by;
          users.set(key, first);
          return first === by ? undefined : problemResponse('IDEMPOTENCY_KEY_REUSED');
        },
        SUBSCRIBE,
      );
    }),
  },
  {
    ...hand,
    id: 'stack-trace',
    title: { en: 'passes on what was thrown', zh: '将异常原样返回' },
    violates: ['ERR-004'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 422 && body?.errors?.[0] !== undefined
          ? {
              body: withMember(
                body,
                ['errors', 0, 'message'],
                () => 'TypeError at parse (/srv/app/orders.js:10:5)',
              ),
            }
          : undefined,
      SUBSCRIBE,
    ),
  },
  {
    ...hand,
    id: 'walk-free',
    title: { en: 'lets anybody try all numbers', zh: '任人逐号遍历' },
    violates: ['ENU-001'],
    bend: alterRequests(
      'courier',
      async (request, _body, _operation, next) => {
        const answer = await next(request);
        return answer.status === 429 ? problemResponse('NOT_FOUND') : answer;
      },
      ['getParcel'],
    ),
  },
];
