import { problems, problemType, SPOKEN_VERSION } from '@openwaybill/schemas';
import { FAR_MINOR, OTHER_MAJOR } from '../../drive/far-versions.ts';
import type { Fault } from '../../words.ts';
import {
  alterAnswers,
  alterRequests,
  fresh,
  problemResponse,
  requestWith,
  underNewKey,
  withMember,
} from '../bend.ts';

const hand = { kind: 'hand', role: 'courier' } as const;
const SUBSCRIBE = ['createEventSubscription'];

/** What a lenient parser would have read. */
const subscriptionIn = (text: string): unknown => {
  const taken = (name: string) =>
    new RegExp(`"${name}":("[^"]*"|\\[[^\\]]*\\])`).exec(text)?.[1] ?? 'null';
  return Object.fromEntries(
    ['subscriptionId', 'callbackUrl', 'eventTypes', 'signing'].map((name) => [
      name,
      JSON.parse(taken(name)),
    ]),
  );
};

/** Takes bytes that hold a text, as if it were not there. */
const bytesTaken = (mark: string) =>
  ({
    fetch: (next, switchOn) => async (request) => {
      const text = await request.clone().text();
      if (!request.url.endsWith('/v1/event-subscriptions') || !text.includes(mark))
        return next(request);
      switchOn.fired();
      return next(requestWith(request, { body: subscriptionIn(text) }));
    },
  }) satisfies Fault['bend'];

/** What test control would answer. */
const CONTROL: Readonly<Record<string, unknown>> = {
  '/v1/test-controls': { commands: [{ name: 'CLOCK' }] },
  '/v1/test-controls/clock': { now: '2026-11-22T00:00:00Z', mode: 'FROZEN' },
  '/v1/test-controls/parcels': { items: [] },
};

/** Faults of module `discovery` as a server. */
export const discoveryFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'discovery-needs-token',
    title: { en: 'wants a token for its capability document', zh: '读取能力文档须令牌' },
    violates: ['DSC-001'],
    bend: fresh(() => {
      let isFirst = true;
      return alterRequests(
        'courier',
        async (request) => {
          // the first read is the runner finding out where tokens are had
          const answers = isFirst || request.headers.has('Authorization');
          isFirst = false;
          return answers ? undefined : problemResponse('UNAUTHENTICATED');
        },
        ['getCapabilities'],
      );
    }),
  },
  {
    ...hand,
    id: 'route-missing',
    title: { en: 'a claimed route is not there', zh: '声明的路由不存在' },
    violates: ['DSC-002'],
    bend: alterRequests('courier', async () => {
      const answer = problemResponse('METHOD_NOT_ALLOWED');
      answer.headers.set('Allow', 'POST');
      return answer;
    }, ['getWaybillBalance']),
  },
  {
    ...hand,
    id: 'control-in-production',
    title: { en: 'test control in production', zh: '生产环境存在测试控制' },
    violates: ['DSC-004'],
    masks: ['DSC-002'],
    bend: {
      options: (options) => ({ ...options, environment: 'PRODUCTION', unknownMembers: 'TOLERANT' }),
      fetch: (next, switchOn) => async (request) => {
        const { pathname } = new URL(request.url);
        const body = CONTROL[pathname];
        if (body === undefined) return next(request);
        switchOn.fired();
        return new Response(JSON.stringify(body), {
          headers: { 'Content-Type': 'application/json', 'OpenWaybill-Version': SPOKEN_VERSION },
        });
      },
    },
  },
  {
    ...hand,
    id: 'sandbox-unmarked',
    title: { en: 'leaves the mark of a sandbox out', zh: '沙箱应答未加标记' },
    violates: ['DSC-005'],
    bend: alterAnswers('courier', ({ headers }) => {
      headers.delete('OpenWaybill-Sandbox');
      return { headers };
    }),
  },
  {
    ...hand,
    id: 'minor-refused',
    title: { en: 'refuses a newer minor', zh: '拒绝较新的次版本' },
    violates: ['DSC-006'],
    bend: alterRequests(
      'courier',
      async (request) =>
        request.headers.get('OpenWaybill-Version') === FAR_MINOR
          ? problemResponse('UNSUPPORTED_VERSION')
          : undefined,
      ['getHealth'],
    ),
  },
  {
    ...hand,
    id: 'major-served',
    title: { en: 'serves a major that it does not have', zh: '服务未支持的主版本' },
    violates: ['DSC-006'],
    bend: alterRequests(
      'courier',
      async (request) =>
        request.headers.get('OpenWaybill-Version') === OTHER_MAJOR
          ? requestWith(request, { headers: { 'OpenWaybill-Version': SPOKEN_VERSION } })
          : undefined,
      ['getHealth'],
    ),
  },
  {
    ...hand,
    id: 'limit-flattered',
    title: { en: 'claims a greater body than it takes', zh: '声明的报文上限大于实际' },
    violates: ['DSC-002'],
    bend: alterAnswers(
      'courier',
      ({ body }) => ({
        body: withMember(body, ['limits', 'maxBodyBytes'], (bytes: number) => bytes * 2),
      }),
      ['getCapabilities'],
    ),
  },
  {
    ...hand,
    id: 'idempotency-lax',
    title: { en: 'takes another body under a used key', zh: '同键异文仍受理' },
    violates: ['DSC-013'],
    bend: alterRequests(
      'courier',
      async (request, body, _operation, next) => {
        const answer = await next(request.clone());
        const text = await answer.clone().text();
        return text.includes('IDEMPOTENCY_KEY_REUSED') ? next(underNewKey(request, body)) : answer;
      },
      SUBSCRIBE,
    ),
  },
  {
    ...hand,
    id: 'replay-other-status',
    title: { en: 'answers a replay with another body', zh: '重放时应答不同' },
    violates: ['DSC-013'],
    bend: alterAnswers(
      'courier',
      ({ headers, body }) =>
        headers.get('Idempotency-Replayed') === 'true'
          ? { body: withMember(body, ['failureCount'], () => 7) }
          : undefined,
      SUBSCRIBE,
    ),
  },
  {
    ...hand,
    id: 'problem-as-json',
    title: { en: 'application/json for problems', zh: '问题文档使用 application/json' },
    violates: ['DSC-014'],
    bend: alterAnswers('courier', ({ status, headers }) => {
      if (status < 400) return undefined;
      headers.set('Content-Type', 'application/json');
      return { headers };
    }),
  },
  {
    ...hand,
    id: 'echo-error-value',
    title: { en: 'repeats the value that it refuses', zh: '错误信息回显输入值' },
    violates: ['DSC-014'],
    bend: alterAnswers(
      'courier',
      ({ status, body, asked }) =>
        status === 422 && typeof asked?.subscriptionId === 'string'
          ? {
              body: withMember(body, ['errors', 0, 'message'], () => asked.subscriptionId),
            }
          : undefined,
      SUBSCRIBE,
    ),
  },
  {
    ...hand,
    id: '404-vs-403',
    title: { en: 'tells what exists from what does not', zh: '区分存在与不存在' },
    violates: ['DSC-015'],
    bend: fresh(() => {
      const known = new Set<string>();
      return alterAnswers(
        'courier',
        ({ operation, asked, status, request }) => {
          if (operation === 'createEventSubscription' && status === 201)
            known.add(asked?.subscriptionId);
          const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
          return operation === 'getEventSubscription' && status === 404 && known.has(id)
            ? {
                status: 403,
                body: {
                  type: 'https://openwaybill.org/problems/ROLE_NOT_PERMITTED',
                  code: 'ROLE_NOT_PERMITTED',
                  title: 'Role not permitted',
                  status: 403,
                  retryable: false,
                },
              }
            : undefined;
        },
        ['createEventSubscription', 'getEventSubscription'],
      );
    }),
  },
  {
    ...hand,
    id: 'limit-clamped',
    title: { en: '201 quietly becomes 200', zh: '201 被静默改为 200' },
    violates: ['DSC-016'],
    bend: alterRequests(
      'courier',
      async (request) =>
        request.url.includes('limit=201')
          ? requestWith(request, { url: request.url.replace('limit=201', 'limit=200') })
          : undefined,
      ['listEventSubscriptions'],
    ),
  },
  {
    ...hand,
    id: 'page-skips',
    title: { en: 'loses one item at a page edge', zh: '翻页处丢失一项' },
    violates: ['DSC-016'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 && body?.nextCursor !== undefined
          ? { body: { ...body, items: body.items.slice(0, -1) } }
          : undefined,
      ['listEventSubscriptions'],
    ),
  },
  {
    ...hand,
    id: 'null-accepted',
    title: { en: 'takes null for an absent member', zh: '接受 null' },
    violates: ['DSC-019'],
    bend: alterAnswers(
      'courier',
      ({ status, asked }) =>
        status === 422 && JSON.stringify(asked)?.includes('null')
          ? {
              status: 200,
              headers: new Headers({
                'Content-Type': 'application/json',
                'OpenWaybill-Version': SPOKEN_VERSION,
                'OpenWaybill-Sandbox': 'true',
              }),
              body: {
                results: [{ reachable: false, products: [], restrictions: [], terminalModes: [] }],
              },
            }
          : undefined,
      ['checkServiceability'],
    ),
  },
  {
    ...hand,
    id: 'float-rounded',
    title: { en: 'rounds a float', zh: '对小数取整' },
    violates: ['DSC-019'],
    bend: alterRequests(
      'courier',
      async (request, body) => {
        const weight = body?.lanes?.[0]?.weightGrams;
        return typeof weight === 'number' && !Number.isInteger(weight)
          ? requestWith(request, {
              body: withMember(body, ['lanes', 0, 'weightGrams'], Math.round),
            })
          : undefined;
      },
      ['checkServiceability'],
    ),
  },
  {
    ...hand,
    id: 'proto-pollution',
    title: { en: 'takes the key __proto__', zh: '接受键 __proto__' },
    violates: ['LIM-002'],
    bend: bytesTaken('"__proto__"'),
  },
  {
    ...hand,
    id: 'no-depth-limit',
    title: { en: 'takes any depth', zh: '不限制嵌套深度' },
    violates: ['LIM-001'],
    bend: bytesTaken('[['),
  },
  {
    ...hand,
    id: 'duplicate-keys-last-wins',
    title: { en: 'takes the last of two equal keys', zh: '重复键取最后值' },
    violates: ['LIM-002'],
    bend: bytesTaken('"signing":"V1A","signing":"V1A"'),
  },
  {
    ...hand,
    id: 'answer-extra-member',
    title: { en: 'an undeclared member in a waybill', zh: '运单含未声明成员' },
    violates: ['DSC-021'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status < 300 ? { body: { ...body, internalState: 'WAITING' } } : undefined,
      ['getWaybill'],
    ),
  },
  {
    ...hand,
    id: 'created-as-200',
    title: { en: '200 for 201', zh: '以 200 代替 201' },
    violates: ['DSC-024'],
    bend: alterAnswers(
      'courier',
      ({ status }) => (status === 201 ? { status: 200 } : undefined),
      SUBSCRIBE,
    ),
  },
  {
    ...hand,
    id: 'etag-missing',
    title: { en: 'no ETag', zh: '缺少 ETag' },
    violates: ['DSC-024'],
    bend: alterAnswers(
      'courier',
      ({ headers }) => {
        headers.delete('ETag');
        return { headers };
      },
      ['getOrder'],
    ),
  },
  {
    ...hand,
    id: 'weight-in-kilograms',
    title: { en: 'grams come back as kilograms', zh: '克变为千克' },
    violates: ['DSC-026'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200
          ? {
              body: withMember(body, ['packages', 0, 'weightGrams'], (grams) =>
                Math.max(1, Math.round(grams / 1000)),
              ),
            }
          : undefined,
      ['getOrder'],
    ),
  },
  {
    ...hand,
    id: 'bound-unchecked',
    title: { en: 'takes a value beyond its bound', zh: '接受超限的值' },
    violates: ['DSC-027'],
    bend: alterRequests(
      'courier',
      async (request, body) => {
        const weight = body?.lanes?.[0]?.weightGrams;
        return Number.isInteger(weight) && weight > 200_000
          ? requestWith(request, {
              body: withMember(body, ['lanes', 0, 'weightGrams'], () => 200_000),
            })
          : undefined;
      },
      ['checkServiceability'],
    ),
  },
  {
    ...hand,
    id: 'pointer-wrong',
    title: { en: 'points to the parent', zh: '指针指向上级' },
    violates: ['DSC-027'],
    bend: alterAnswers('courier', ({ body }) =>
      body?.code === 'CODE_UNKNOWN'
        ? {
            body: withMember(body, ['errors', 0, 'pointer'], (pointer) =>
              pointer.slice(0, pointer.lastIndexOf('/')),
            ),
          }
        : undefined,
    ),
  },
  {
    ...hand,
    id: 'check-digit-as-rule',
    title: { en: 'calls a wrong check digit a broken rule', zh: '校验位错误答为规则错误' },
    violates: ['DSC-027'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.code === 'CHECK_DIGIT_INVALID'
          ? {
              body: {
                ...body,
                code: 'RULE_VIOLATION',
                type: problemType('RULE_VIOLATION'),
                title: problems.RULE_VIOLATION.title.en,
              },
            }
          : undefined,
      ['submitOrder'],
    ),
  },
  {
    ...hand,
    id: 'void-after-void',
    title: { en: 'voids a voided waybill again', zh: '再次作废已作废运单' },
    violates: ['DSC-028'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 409 && body?.from === 'VOIDED'
          ? {
              status: 200,
              headers: new Headers({
                'Content-Type': 'application/json',
                'OpenWaybill-Version': SPOKEN_VERSION,
                'OpenWaybill-Sandbox': 'true',
              }),
              body: { outcome: 'VOIDED', status: 'VOIDED', revision: 9 },
            }
          : undefined,
      ['cancelWaybill'],
    ),
  },
  {
    ...hand,
    id: 'schema-before-agreement',
    title: { en: 'looks at the body before what comes first', zh: '先校验报文体' },
    violates: ['DSC-031'],
    bend: alterRequests(
      'courier',
      async (request, body) =>
        !request.headers.has('Idempotency-Key') &&
        body?.subscriptionId === undefined &&
        body !== undefined
          ? problemResponse('SCHEMA_VIOLATION')
          : undefined,
      SUBSCRIBE,
    ),
  },
];
