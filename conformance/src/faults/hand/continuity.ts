import type { Fault } from '../../words.ts';
import {
  alterAnswers,
  alterDeliveries,
  type Delivery,
  fresh,
  operationIn,
  requestWith,
  underNewKey,
  withMember,
} from '../bend.ts';
import { problemAnswer } from '../problem-answer.ts';

const NOTICED = 'org.openwaybill.continuity.interruption.noticed';
const CLOSED = 'org.openwaybill.continuity.interruption.closed';
const NOWHERE = 'ntc_0000000000000000000000';

/** The start of an interruption of a class was asked for. */
const isStartOf = async (request: Request, noticeClass: string): Promise<boolean> =>
  request.url.endsWith('/v1/test-controls/interruptions') &&
  ((await request.clone().json()) as { readonly noticeClass: string }).noticeClass === noticeClass;

/** A regulator's answer that the reference gives itself. */
const receipt = (): Response =>
  new Response(
    JSON.stringify({ preReportId: crypto.randomUUID(), receivedAt: '2026-11-22T00:00:00Z' }),
    { status: 201, headers: { 'Content-Type': 'application/json' } },
  );

const isPreReport = (request: Request): boolean =>
  operationIn('regulator', request) === 'submitPreReport';

/** What left, by id: only that can be seen to be missing from a replay. */
const delivered = new Set<string>();
/** Where the accounts of interruptions say that a replay begins. */
const cursors = new Set<string>();

const noteCursor = ({ body }: Delivery): void => {
  if (!body.includes(CLOSED)) return;
  const { data } = JSON.parse(body) as { readonly data: { readonly replayCursor: string } };
  cursors.add(data.replayCursor);
};

/** Faults of module `continuity`. */
export const continuityFaults: readonly Fault[] = [
  {
    id: '503-bare',
    kind: 'hand',
    role: 'courier',
    title: { en: 'names a notice that nobody can read', zh: '503 所列通知号不可读取' },
    violates: ['CTY-001'],
    bend: alterAnswers('courier', ({ status, body }) =>
      status === 503 && body?.code === 'INTERRUPTED'
        ? { body: { ...body, noticeId: NOWHERE } }
        : undefined,
    ),
  },
  {
    id: 'notice-late',
    kind: 'hand',
    role: 'courier',
    title: { en: 'tells of a planned interruption when it begins', zh: '计划中断开始时才通知' },
    violates: ['CTY-002'],
    bend: {
      options: (options, switchOn) => {
        const held = new Set<string>();
        return {
          ...options,
          send: async (delivery: { readonly body: string; readonly url: string }) => {
            const isPlanned =
              delivery.body.includes(NOTICED) && delivery.body.includes('"PLANNED"');
            if (!isPlanned || held.has(delivery.body)) return options.send(delivery);
            held.add(delivery.body);
            switchOn.fired();
            return { status: 0, body: '' };
          },
        };
      },
    },
  },
  {
    id: 'drain-cut',
    kind: 'hand',
    role: 'courier',
    title: { en: 'stops before the drain is over', zh: '排空前即停止服务' },
    violates: ['CTY-003'],
    bend: {
      fetch: (next, switchOn) => {
        let noticeId: string | undefined;
        return async (request) => {
          const isStart = await isStartOf(request, 'TERMINATION');
          if (request.url.endsWith('/reset')) noticeId = undefined;
          if (
            noticeId !== undefined &&
            request.method === 'GET' &&
            new URL(request.url).pathname.startsWith('/v1/parcels/')
          ) {
            switchOn.fired();
            return problemAnswer('INTERRUPTED', { noticeId }, { 'Retry-After': '60' });
          }
          const answer = await next(request);
          if (isStart && answer.status === 201)
            noticeId = ((await answer.clone().json()) as { readonly noticeId: string }).noticeId;
          return answer;
        };
      },
    },
  },
  {
    id: 'outage-unannounced',
    kind: 'hand',
    role: 'courier',
    title: { en: 'never tells of an outage', zh: '突发中断不通知' },
    violates: ['CTY-004'],
    bend: alterDeliveries((delivery, event) =>
      event?.type === NOTICED && delivery.body.includes('"UNPLANNED"') ? [] : undefined,
    ),
  },
  {
    id: 'notice-before-report',
    kind: 'hand',
    role: 'courier',
    title: { en: 'reports to the regulator after the notice', zh: '先通知后预报告' },
    violates: ['CTY-005'],
    bend: {
      options: (options, switchOn) => {
        const held: Request[] = [];
        return {
          ...options,
          fetch: async (request: Request) => {
            if (!isPreReport(request)) return options.fetch(request);
            held.push(request);
            switchOn.fired();
            return receipt();
          },
          send: async (delivery: Delivery) => {
            const answer = await options.send(delivery);
            if (delivery.body.includes(NOTICED))
              for (const request of held.splice(0)) await options.fetch(request);
            return answer;
          },
        };
      },
    },
  },
  {
    id: 'notice-unreported',
    kind: 'hand',
    role: 'courier',
    title: { en: 'tells of what the regulator took no report of', zh: '预报告未收悉仍通知' },
    violates: ['CTY-005'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        fetch: async (request: Request) => {
          const answer = await options.fetch(request);
          if (!isPreReport(request) || answer.status === 201) return answer;
          switchOn.fired();
          return receipt();
        },
      }),
    },
  },
  {
    id: 'replay-gap',
    kind: 'hand',
    role: 'courier',
    title: { en: 'leaves a delivered event out of the replay', zh: '重放遗漏已推送事件' },
    violates: ['CTY-006'],
    bend: {
      options: (options) => ({
        ...options,
        send: async (delivery: Delivery) => {
          delivered.add(delivery.headers['webhook-id'] ?? '');
          noteCursor(delivery);
          return options.send(delivery);
        },
      }),
      ...alterAnswers(
        'courier',
        ({ status, request, body }) => {
          const cursor = new URL(request.url).searchParams.get('cursor') ?? '';
          if (status !== 200 || cursors.has(cursor)) return undefined;
          const events: readonly { readonly id: string }[] = body.events;
          const at = events.findLastIndex(
            ({ id }, index) => index > 0 && index < events.length - 1 && delivered.has(id),
          );
          return at < 0
            ? undefined
            : { body: { ...body, events: events.filter((_, index) => index !== at) } };
        },
        ['replayEvents'],
      ),
    },
  },
  {
    id: 'cursor-silent',
    kind: 'hand',
    role: 'courier',
    title: { en: 'an empty page for an expired cursor', zh: '过期游标返回空页' },
    violates: ['CTY-007'],
    bend: alterAnswers(
      'courier',
      ({ status, headers }) => {
        if (status !== 410) return undefined;
        headers.set('Content-Type', 'application/json');
        return {
          status: 200,
          headers,
          body: { events: [], nextCursor: 'bm9uZQ', complete: true },
        };
      },
      ['replayEvents'],
    ),
  },
  {
    id: 'backlog-lost',
    kind: 'hand',
    role: 'courier',
    title: { en: 'has nothing of the backlog that it states', zh: '积压事件缺失却称无丢失' },
    violates: ['CTY-008'],
    bend: {
      options: (options) => ({
        ...options,
        send: async (delivery: Delivery) => {
          noteCursor(delivery);
          return options.send(delivery);
        },
      }),
      ...alterAnswers(
        'courier',
        ({ status, request, body }) =>
          status === 200 && cursors.has(new URL(request.url).searchParams.get('cursor') ?? '')
            ? { body: { ...body, events: [] } }
            : undefined,
        ['replayEvents'],
      ),
    },
  },
  {
    id: 'notices-down-too',
    kind: 'hand',
    role: 'courier',
    title: { en: 'notices cannot be read during an interruption', zh: '中断期间通知不可读取' },
    violates: ['CTY-009'],
    masks: ['DSC-017'],
    bend: {
      fetch: (next, switchOn) => async (request) => {
        const url = new URL(request.url);
        if (url.pathname !== '/v1/interruption-notices' || !url.searchParams.has('active'))
          return next(request);
        switchOn.fired();
        return problemAnswer('INTERNAL', {}, { 'Retry-After': '60' });
      },
    },
  },
  {
    id: 'notice-names-person',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a person in a notice', zh: '通知含个人姓名' },
    violates: ['CTY-010'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 ? { body: { ...body, text: '请联系张**' } } : undefined,
      ['getInterruptionNotice'],
    ),
  },
  {
    id: 'degraded-wider',
    kind: 'hand',
    role: 'courier',
    title: { en: 'shows more during an interruption', zh: '中断期间放宽视图' },
    violates: ['CTY-011'],
    bend: {
      fetch: (next, switchOn) => {
        let isDown = false;
        const wider = alterAnswers(
          'courier',
          ({ status, body }) =>
            status === 200 && isDown
              ? { body: withMember(body, ['consignee', 'addressMasked', 'road'], () => '人民路') }
              : undefined,
          ['getOrder'],
        ).fetch?.(async (request) => {
          const answer = await next(request);
          if (answer.status === 503) isDown = true;
          if (request.url.endsWith('/clock/advance')) isDown = false;
          return answer;
        }, switchOn);
        return wider ?? next;
      },
    },
  },
  {
    id: 'repeat-creates',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a repeated command has a second effect', zh: '重发命令产生二次效果' },
    violates: ['CTY-012', 'DSC-013'],
    bend: {
      fetch: (next, switchOn) => {
        const keys = new Set<string>();
        return async (request) => {
          const key = request.headers.get('Idempotency-Key') ?? '';
          if (request.method !== 'POST' || new URL(request.url).pathname !== '/v1/agreements')
            return next(request);
          if (!keys.has(key)) {
            keys.add(key);
            return next(request);
          }
          switchOn.fired();
          const headers = { 'Idempotency-Key': crypto.randomUUID() };
          return next(requestWith(request, { headers, body: await request.clone().json() }));
        };
      },
    },
  },
  {
    id: 'lost-answer-forgotten',
    kind: 'hand',
    role: 'courier',
    title: {
      en: 'forgets the key of a proposal whose caller has hung up',
      zh: '调用方断开后遗忘该提议的幂等键',
    },
    violates: ['CTY-012'],
    bend: {
      fetch: (next, switchOn) => async (request) => {
        const isProposal =
          request.method === 'POST' && new URL(request.url).pathname === '/v1/agreements';
        if (!isProposal || !request.signal.aborted) return next(request);
        switchOn.fired();
        return next(underNewKey(request, await request.clone().json()));
      },
    },
  },
  {
    id: 'refusal-stored',
    kind: 'hand',
    role: 'courier',
    title: { en: 'repeats the 503 of a key for ever', zh: '同键一直重复 503' },
    violates: ['CTY-012', 'DSC-013'],
    bend: fresh(() => {
      const refused = new Map<string, Response>();
      return {
        fetch: (next, switchOn) => async (request) => {
          const key = request.headers.get('Idempotency-Key');
          const known = key === null ? undefined : refused.get(key);
          if (known !== undefined) {
            switchOn.fired();
            return known.clone();
          }
          const answer = await next(request);
          if (key !== null && answer.status === 503) refused.set(key, answer.clone());
          return answer;
        },
      };
    }),
  },
  {
    id: 'risk-flattered',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a level below its scores', zh: '风险等级低于评分' },
    violates: ['CTY-013', 'DSC-021'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.items?.length > 0
          ? { body: withMember(body, ['items', 0, 'riskLevel'], () => 'LOW') }
          : undefined,
      ['listRiskAssessments'],
    ),
  },
  {
    id: 'risk-stale',
    kind: 'hand',
    role: 'courier',
    title: { en: 'an assessment of two years ago', zh: '两年前的风险评估' },
    violates: ['CTY-014'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.items?.length > 0
          ? { body: withMember(body, ['items', 0, 'updatedAt'], () => '2024-11-01T00:00:00Z') }
          : undefined,
      ['listRiskAssessments'],
    ),
  },
  {
    id: 'notice-lists-parties',
    kind: 'hand',
    role: 'courier',
    title: { en: 'names the other counterparties', zh: '披露其他对手方' },
    violates: ['CTY-016'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200
          ? {
              body: withMember(body, ['scope', 'counterparties'], () => ['PLATFORM1', 'PLATFORM2']),
            }
          : undefined,
      ['getInterruptionNotice'],
    ),
  },
  {
    id: 'health-always-up',
    kind: 'hand',
    role: 'courier',
    title: { en: 'says that all is well', zh: '始终显示正常' },
    violates: ['DSC-017'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.activeNoticeIds?.length > 0
          ? {
              body: {
                ...body,
                status: 'OK',
                activeNoticeIds: [],
                modules: body.modules.map((one: object) => ({ ...one, status: 'OK' })),
              },
            }
          : undefined,
      ['getHealth'],
    ),
  },
  {
    id: 'timer-lazy',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a timer runs only when somebody looks again', zh: '定时任务延至再次读取' },
    violates: ['DSC-018'],
    bend: {
      fetch: (next, switchOn) => {
        const last = new Map<string, string>();
        let isLazy = false;
        return async (request) => {
          const answer = await next(request);
          const { pathname } = new URL(request.url);
          if (pathname.endsWith('/clock/advance')) isLazy = true;
          if (request.method !== 'GET' || !pathname.startsWith('/v1/interruption-notices/'))
            return answer;
          if (answer.status !== 200) return answer;
          const text = await answer.clone().text();
          const before = last.get(pathname);
          last.set(pathname, text);
          if (!isLazy || before === undefined || before === text) return answer;
          isLazy = false;
          switchOn.fired();
          const headers = new Headers(answer.headers);
          const { revision } = JSON.parse(before) as { readonly revision: number };
          headers.set('ETag', `"${revision}"`);
          return new Response(before, { status: 200, headers });
        };
      },
    },
  },
];
