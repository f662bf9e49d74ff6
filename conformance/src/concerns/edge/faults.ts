import {
  alterAnswers,
  alterRequests,
  type Delivery,
  fresh,
  problemResponse,
  requestWith,
  withMember,
} from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

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
