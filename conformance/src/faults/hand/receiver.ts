import { SPOKEN_VERSION } from '@openwaybill/schemas';
import type { Bend, Fault } from '../../words.ts';
import { alterOutgoing, alterRequests, fresh, requestWith } from '../bend.ts';
import { problemAnswer } from '../problem-answer.ts';
import { alterStored } from '../stored.ts';

/** Longer than the five seconds that a receiver has. */
const SLOW = 8_000;
const UNKNOWN_CODE = /^X_/;
/** Events of one parcel after which a receiver that is flooded drops the rest. */
const FLOOD = 100;

const accepted = (): Response =>
  new Response(null, {
    status: 204,
    headers: { 'OpenWaybill-Version': SPOKEN_VERSION, 'OpenWaybill-Sandbox': 'true' },
  });

/** Deliveries that are refused for one reason are taken. */
const believing = (code: string): Bend => ({
  fetch: (next, switchOn) => async (request) => {
    const answer = await next(request);
    if (answer.status < 400 || !request.url.endsWith('/v1/event-inbox')) return answer;
    const { code: given } = (await answer.clone().json()) as { readonly code?: string };
    if (given !== code) return answer;
    switchOn.fired();
    return accepted();
  },
});

/** Every delivery that is taken is answered late. */
/** One delivery is enough: were all of a burst late, those that wait for each other would look refused. */
const answeringLate: Bend = {
  fetch: (next, switchOn) => {
    let isDue = true;
    return async (request) => {
      const answer = await next(request);
      const isTaken = request.url.endsWith('/v1/event-inbox') && answer.status < 300;
      if (!isTaken || !isDue) return answer;
      isDue = false;
      switchOn.fired();
      await switchOn.wait(SLOW);
      return answer;
    };
  },
};

/** Parcels are shown in the states that `told` says, by what the deliveries that were taken bring about. */
const shownAs = (told: (data: Told, known: Map<string, string>) => void): Bend =>
  fresh(() => {
    const known = new Map<string, string>();
    return {
      fetch: (next, switchOn) => async (request) => {
        const { pathname } = new URL(request.url);
        const text = pathname === '/v1/event-inbox' ? await request.clone().text() : '';
        const answer = await next(request);
        if (text !== '' && answer.ok) told(toldIn(text), known);
        if (pathname !== '/v1/test-controls/parcels' || known.size === 0) return answer;
        switchOn.fired();
        const page = (await answer.json()) as {
          readonly items: readonly { readonly waybillNo: string }[];
        };
        const items = page.items.map((one) => {
          const status = known.get(one.waybillNo);
          return status === undefined ? one : { ...one, status };
        });
        const { status, headers } = answer;
        return new Response(JSON.stringify({ ...page, items }), { status, headers });
      },
    };
  });

type Told = {
  readonly source?: string;
  readonly waybillNo?: string;
  readonly occurredAt?: string;
  readonly statusAfter?: string;
};

const toldIn = (text: string): Told => {
  try {
    const { source, data } = JSON.parse(text) as { readonly source: string; readonly data: Told };
    return { source, ...data };
  } catch {
    return {};
  }
};

/** Faults of a receiver of events and answers. */
export const receiverFaults: readonly Fault[] = [
  {
    id: 'event-counted-twice',
    kind: 'hand',
    role: 'platform',
    title: { en: 'a repeated event takes effect again', zh: '重复事件再次生效' },
    // what is repeated in another's name takes effect as well
    violates: ['TRK-003', 'DSC-015', 'ERR-002'],
    bend: {
      fetch: (next, switchOn) => {
        const known = new Set<string>();
        const again = new Map<string, string>();
        return async (request) => {
          const { pathname } = new URL(request.url);
          if (pathname === '/v1/event-inbox') {
            const text = await request.clone().text();
            const answer = await next(request);
            const { eventId, waybillNo, statusAfter } =
              answer.status < 300 ? JSON.parse(text).data : {};
            if (eventId !== undefined && known.has(eventId) && statusAfter !== undefined)
              again.set(waybillNo, statusAfter);
            else if (eventId !== undefined) {
              known.add(eventId);
              again.delete(waybillNo);
            }
            return answer;
          }
          const answer = await next(request);
          if (pathname !== '/v1/test-controls/parcels' || again.size === 0) return answer;
          switchOn.fired();
          const page = (await answer.json()) as {
            readonly items: readonly { waybillNo: string }[];
          };
          const items = page.items.map((one) => {
            const status = again.get(one.waybillNo);
            return status === undefined ? one : { ...one, status };
          });
          return new Response(JSON.stringify({ ...page, items }), {
            status: answer.status,
            headers: answer.headers,
          });
        };
      },
    },
  },
  {
    id: 'event-overwritten',
    kind: 'hand',
    role: 'platform',
    title: { en: 'takes another content under a known id', zh: '接受同号异文' },
    violates: ['TRK-004'],
    masks: ['TRK-013'],
    bend: believing('EVENT_ID_CONFLICT'),
  },
  {
    id: 'unknown-code-dropped',
    kind: 'hand',
    role: 'platform',
    title: { en: 'drops an event whose code it does not know', zh: '丢弃未知代码事件' },
    violates: ['TRK-013'],
    bend: alterRequests(
      'platform',
      async (_request, body) => (UNKNOWN_CODE.test(body?.data?.eventCode) ? accepted() : undefined),
      ['receiveEvent'],
    ),
  },
  {
    id: 'unknown-member-refused',
    kind: 'hand',
    role: 'platform',
    title: { en: 'refuses members that it does not know', zh: '拒绝未知成员' },
    violates: ['DSC-007'],
    bend: alterRequests(
      'platform',
      async (_request, body) =>
        body?.data?.futureMember === undefined ? undefined : problemAnswer('SCHEMA_VIOLATION'),
      ['receiveEvent'],
    ),
  },
  {
    id: 'unknown-answer-member-refused',
    kind: 'hand',
    role: 'platform',
    title: { en: 'fails on an answer with an unknown member', zh: '因应答未知成员而失败' },
    violates: ['DSC-007'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        fetch: async (request: Request) => {
          const answer: Response = await options.fetch(request);
          if (!(await answer.clone().text()).includes('futureMember')) return answer;
          switchOn.fired();
          return new Response('{}', { status: 422 });
        },
      }),
    },
  },
  {
    id: 'receiver-no-verify',
    kind: 'hand',
    role: 'platform',
    title: { en: 'believes any signature', zh: '不验证签名' },
    violates: ['DSC-009', 'DSC-020'],
    bend: believing('SIGNATURE_INVALID'),
  },
  {
    id: 'stale-accepted',
    kind: 'hand',
    role: 'platform',
    title: { en: 'believes any timestamp', zh: '不检查时间戳' },
    violates: ['DSC-009'],
    bend: believing('TIMESTAMP_SKEW'),
  },
  {
    id: 'rotation-missed',
    kind: 'hand',
    role: 'platform',
    title: { en: 'never reads the keys of a sender again', zh: '从不重新读取发送方公钥' },
    violates: ['DSC-009'],
    bend: alterOutgoing(async (request) =>
      new URL(request.url).pathname === '/v1/keys' ? [] : undefined,
    ),
  },
  {
    id: 'receiver-slow',
    kind: 'hand',
    role: 'platform',
    title: { en: 'answers a delivery after 8 s', zh: '八秒后才应答投递' },
    violates: ['DSC-029'],
    bend: answeringLate,
  },
  {
    id: 'gap-ignored',
    kind: 'hand',
    role: 'platform',
    title: { en: 'never asks for what it missed', zh: '从不请求重放' },
    violates: ['CTY-015'],
    bend: alterOutgoing(async (request) =>
      new URL(request.url).pathname === '/v1/events' ? [] : undefined,
    ),
  },
  {
    id: 'told-in-arrival-order',
    kind: 'hand',
    role: 'platform',
    title: { en: 'believes what it was told last', zh: '以最后送达的观察为准' },
    violates: ['TRK-001'],
    bend: fresh(() => {
      const latest = new Map<string, string>();
      return shownAs(({ waybillNo, occurredAt, statusAfter }, known) => {
        if (waybillNo === undefined || occurredAt === undefined || statusAfter === undefined)
          return;
        const last = latest.get(waybillNo);
        if (last === undefined || last < occurredAt) {
          latest.set(waybillNo, occurredAt);
          known.delete(waybillNo);
        } else if (occurredAt < last) known.set(waybillNo, statusAfter);
      });
    }),
  },
  {
    id: 'told-scan-refused',
    kind: 'hand',
    role: 'platform',
    title: { en: 'refuses an observation that cannot be', zh: '拒收不可能的观察' },
    violates: ['TRK-002'],
    bend: fresh(() => {
      const delivered = new Set<string>();
      return alterRequests(
        'platform',
        async (_request, body, _operation) => {
          const { waybillNo, eventCode, correctsEventId } = body?.data ?? {};
          if (correctsEventId !== undefined) delivered.delete(waybillNo);
          else if (eventCode === 'DELIVERED') delivered.add(waybillNo);
          return eventCode === 'OUT_FOR_DELIVERY' && delivered.has(waybillNo)
            ? problemAnswer('EVENT_ID_CONFLICT')
            : undefined;
        },
        ['receiveEvent'],
      );
    }),
  },
  {
    id: 'told-correction-ignored',
    kind: 'hand',
    role: 'platform',
    title: { en: 'takes a correction and leaves its target in the fold', zh: '收下更正但未生效' },
    violates: ['TRK-005'],
    bend: alterStored(['observed-event'], (row, switchOn) => {
      const { correctsEventId } = row.body as { readonly correctsEventId?: string };
      if (correctsEventId === undefined) return row;
      switchOn.fired();
      return undefined;
    }),
  },
  {
    id: 'flood-dropped',
    kind: 'hand',
    role: 'platform',
    title: { en: 'takes many events and drops most of them', zh: '大量事件送达时丢弃' },
    violates: ['TRK-003'],
    bend: fresh(() => {
      const counts = new Map<string, number>();
      return alterRequests(
        'platform',
        async (_request, body) => {
          const { waybillNo } = body?.data ?? {};
          const count = (counts.get(waybillNo) ?? 0) + 1;
          counts.set(waybillNo, count);
          return count > FLOOD ? accepted() : undefined;
        },
        ['receiveEvent'],
      );
    }),
  },
  {
    id: 'foreign-event-believed',
    kind: 'hand',
    role: 'platform',
    title: { en: 'believes any courier about any parcel', zh: '采信其他快递企业对包裹的观察' },
    violates: ['DSC-015'],
    bend: fresh(() => {
      const sources = new Map<string, string>();
      return shownAs(({ source, waybillNo, statusAfter }, known) => {
        if (source === undefined || waybillNo === undefined || statusAfter === undefined) return;
        const first = sources.get(waybillNo) ?? source;
        sources.set(waybillNo, first);
        if (first !== source) known.set(waybillNo, statusAfter);
        else known.delete(waybillNo);
      });
    }),
  },
  {
    id: 'event-of-any-media-type',
    kind: 'hand',
    role: 'platform',
    title: { en: 'takes an event as plain text', zh: '接受纯文本形式的事件' },
    violates: ['DSC-020'],
    bend: alterRequests(
      'platform',
      async (request) =>
        request.headers.get('Content-Type') === 'text/plain'
          ? requestWith(request, {
              headers: { 'Content-Type': 'application/cloudevents+json' },
              body: await request.clone().json(),
            })
          : undefined,
      ['receiveEvent'],
    ),
  },
];
