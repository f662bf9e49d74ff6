import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import type { Fault } from '../../words.ts';
import { alterAnswers, alterDeliveries, alterRequests, requestWith, withMember } from '../bend.ts';
import { problemAnswer } from '../problem-answer.ts';
import { alterStored } from '../stored.ts';

const TRACKED = 'org.openwaybill.tracking.event.recorded';
const SLOW = 90_000;

/** What a scan by test control asks for. */
type Asked = {
  readonly waybillNo: string;
  readonly eventCode: string;
  readonly occurredAt?: string;
  readonly correctsEventId?: string;
};

/** An event as the reference stores it. */
type Stored = { readonly type?: string; readonly data?: { readonly eventCode?: string } };

/** The last segment of `/v1/parcels/{carrierCode}/{waybillNo}`. */
const waybillIn = (request: Request): string => new URL(request.url).pathname.split('/')[4] ?? '';

/** One observation that leaves no trace in what is sent or replayed. */
const lost = alterStored(['event', 'delivery'], (row, switchOn) => {
  const body = row.body as Stored & { readonly event?: Stored };
  const { type, data } = body.event ?? body;
  if (type !== TRACKED || data?.eventCode !== 'DEPARTED_HUB') return row;
  switchOn.fired();
  return undefined;
});

/** Faults of module `tracking`, of a server and a sender. */
export const trackingFaults: readonly Fault[] = [
  {
    id: 'arrival-order',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a late scan counts as the last', zh: '迟到扫描被当作最新' },
    violates: ['TRK-001'],
    bend: {
      fetch: (next, switchOn) => {
        const latest = new Map<string, string>();
        const late = new Set<string>();
        return async (request) => {
          const isScan = request.url.endsWith('/v1/test-controls/scans');
          const asked = isScan ? ((await request.clone().json()) as Asked) : undefined;
          const answer = await next(request);
          if (asked?.occurredAt !== undefined && asked.correctsEventId === undefined) {
            const before = latest.get(asked.waybillNo);
            if (
              before !== undefined &&
              asked.occurredAt < before &&
              asked.eventCode !== 'DELIVERED'
            )
              late.add(asked.waybillNo);
            else latest.set(asked.waybillNo, asked.occurredAt);
          }
          if (
            request.method !== 'GET' ||
            !/^\/v1\/parcels\/[^/]+\/[^/]+$/.test(new URL(request.url).pathname)
          )
            return answer;
          if (!late.has(waybillIn(request)) || answer.status !== 200) return answer;
          switchOn.fired();
          const body = { ...((await answer.json()) as object), status: 'IN_TRANSIT' };
          return new Response(JSON.stringify(body), {
            status: 200,
            headers: answer.headers,
          });
        };
      },
    },
  },
  {
    id: 'scan-refused',
    kind: 'hand',
    role: 'courier',
    title: { en: 'refuses a scan after the delivery', zh: '拒收签收后的扫描' },
    violates: ['TRK-002'],
    masks: ['TRK-007'],
    bend: {
      fetch: (next, switchOn) => {
        const delivered = new Set<string>();
        return async (request) => {
          if (!request.url.endsWith('/v1/test-controls/scans')) return next(request);
          const { waybillNo, eventCode, occurredAt } = (await request.clone().json()) as Asked;
          if (delivered.has(waybillNo) && eventCode === 'OUT_FOR_DELIVERY') {
            switchOn.fired();
            return problemAnswer('NOT_FOUND');
          }
          const answer = await next(request);
          // scans with an instant of their own may arrive in any order
          if (eventCode === 'DELIVERED' && occurredAt === undefined) delivered.add(waybillNo);
          return answer;
        };
      },
    },
  },
  {
    id: 'correction-ignored',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a withdrawn scan still counts', zh: '被更正的扫描仍计入' },
    violates: ['TRK-005'],
    bend: alterRequests(
      'courier',
      async (request, body) =>
        body?.correctionReason === 'DID_NOT_OCCUR'
          ? requestWith(request, {
              body: {
                carrierCode: body.carrierCode,
                waybillNo: body.waybillNo,
                eventCode: 'INFO',
              },
            })
          : undefined,
      ['recordTestScan'],
    ),
  },
  {
    id: 'correction-deletes',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a withdrawn scan is no longer readable', zh: '被更正的扫描不可读取' },
    violates: ['TRK-005'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) => {
        const items: readonly { readonly eventId: string; readonly correctsEventId?: string }[] =
          body?.items ?? [];
        const gone = items.flatMap(({ correctsEventId }) => correctsEventId ?? []);
        return status !== 200 || gone.length === 0
          ? undefined
          : { body: { ...body, items: items.filter(({ eventId }) => !gone.includes(eventId)) } };
      },
      ['listParcelEvents'],
    ),
  },
  {
    id: 'return-resurrects',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a parcel on its way back is in transit', zh: '退回途中显示运输中' },
    violates: ['TRK-006'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.status === 'RETURNING' && body.leg === 'RETURN'
          ? { body: { ...body, status: 'IN_TRANSIT' } }
          : undefined,
      ['getParcel'],
    ),
  },
  {
    id: 'terminal-moves',
    kind: 'hand',
    role: 'courier',
    title: { en: 'a delivered parcel goes out again', zh: '已签收包裹再次派件' },
    violates: ['TRK-007'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.status === 'DELIVERED' && body.anomalyCount > 0
          ? { body: { ...body, status: 'OUT_FOR_DELIVERY', terminal: false } }
          : undefined,
      ['getParcel'],
    ),
  },
  {
    id: 'skipped-milestone-untold',
    kind: 'hand',
    role: 'courier',
    title: { en: 'leaves out one of the skipped milestones', zh: '漏报一个被跳过的节点' },
    violates: ['TRK-001'],
    bend: alterAnswers(
      'courier',
      ({ body }) => {
        const told: readonly string[] = body?.inferredMilestones ?? [];
        return told.length === 0
          ? undefined
          : { body: { ...body, inferredMilestones: told.slice(1) } };
      },
      ['getParcel'],
    ),
  },
  {
    id: 'milestone-invented',
    kind: 'hand',
    role: 'courier',
    title: { en: 'inserts a scan that nobody made', zh: '虚构扫描事件' },
    violates: ['TRK-008', 'TRK-001'],
    bend: alterAnswers(
      'courier',
      ({ body }) => {
        const items: readonly { readonly eventCode: string }[] = body?.items ?? [];
        const [picked, delivered] = items;
        return items.length === 2 &&
          picked?.eventCode === 'PICKED_UP' &&
          delivered?.eventCode === 'DELIVERED'
          ? {
              body: {
                ...body,
                items: [
                  picked,
                  {
                    ...picked,
                    eventCode: 'ARRIVED_HUB',
                    statusAfter: 'IN_TRANSIT',
                    eventId: '01935b8a-7c00-7a11-8a01-0000000000ff',
                  },
                  delivered,
                ],
              },
            }
          : undefined;
      },
      ['listParcelEvents'],
    ),
  },
  {
    id: 'naive-time',
    kind: 'hand',
    role: 'courier',
    title: { en: 'takes a time without an offset as UTC', zh: '将无时区时间当作 UTC' },
    violates: ['TRK-009'],
    bend: alterRequests(
      'courier',
      async (request, body) =>
        /T\d\d:\d\d:\d\d$/.test(body?.occurredAt ?? '')
          ? requestWith(request, { body: { ...body, occurredAt: `${body.occurredAt}Z` } })
          : undefined,
      ['recordTestScan'],
    ),
  },
  {
    id: 'text-with-phone',
    kind: 'hand',
    role: 'courier',
    title: { en: "a courier's phone in a text", zh: '文本含派件员电话' },
    violates: ['TRK-010', 'DSC-021'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.items?.length > 0
          ? { body: withMember(body, ['items', 0, 'text'], () => '派件员 199 0000 1234 派送中') }
          : undefined,
      ['listParcelEvents'],
    ),
  },
  {
    id: 'public-tracking-detail',
    kind: 'hand',
    role: 'courier',
    title: { en: 'shows anybody the whole parcel', zh: '公开查询返回完整包裹' },
    violates: ['TRK-011', 'VEW-006'],
    bend: alterAnswers(
      'courier',
      ({ request, body }) =>
        request.headers.has('Authorization') || body?.results?.[0]?.events === undefined
          ? undefined
          : {
              body: withMember(body, ['results', 0, 'parcel'], () => ({
                carrierCode: TEST_CARRIER,
                waybillNo: 'ZZ9999999999',
                status: 'IN_TRANSIT',
                leg: 'FORWARD',
                sinceAt: '2026-11-22T00:00:00Z',
                terminal: false,
                gap: false,
                stale: false,
                overdue: false,
                anomalyCount: 0,
                eventCount: 2,
                stage: 'IN_TRANSIT',
                revision: 3,
              })),
            },
      ['queryParcels'],
    ),
  },
  {
    id: 'proof-oracle',
    kind: 'hand',
    role: 'courier',
    title: { en: 'says that a proof is wrong', zh: '提示凭据错误' },
    violates: ['TRK-012'],
    bend: alterAnswers(
      'courier',
      ({ asked, body }) =>
        asked?.parcels?.[0]?.proof !== undefined && body?.results?.[0]?.events !== undefined
          ? { body: withMember(body, ['results', 0, 'events'], () => []) }
          : undefined,
      ['queryParcels'],
    ),
  },
  {
    id: 'event-lost',
    kind: 'hand',
    role: 'courier',
    title: { en: 'an observation neither arrives nor is replayed', zh: '观测既未送达也不可重放' },
    violates: ['TRK-014', 'DSC-012'],
    bend: lost,
  },
  {
    id: 'relay-loses-event',
    kind: 'hand',
    role: 'hub',
    title: { en: 'a relay keeps an observation to itself', zh: '转发方未转发一条观测' },
    violates: ['TRK-014', 'DSC-012'],
    bend: lost,
  },
  {
    id: 'relay-heeds-no-proof',
    kind: 'hand',
    role: 'hub',
    title: { en: 'a relay takes no proof', zh: '转发方不认可任何凭据' },
    violates: ['TRK-012'],
    bend: alterAnswers(
      'hub',
      ({ asked, body }) =>
        asked?.parcels?.[0]?.proof !== undefined && body?.results?.[0]?.parcel !== undefined
          ? {
              body: withMember(body, ['results', 0], ({ parcel: _, ...rest }) => ({
                ...rest,
                events: [],
              })),
            }
          : undefined,
      ['queryParcels'],
    ),
  },
  {
    id: 'tie-by-arrival',
    kind: 'hand',
    role: 'courier',
    title: { en: 'orders scans of one instant by arrival', zh: '同一时刻按到达排序' },
    violates: ['TRK-015'],
    bend: {
      fetch: (next, switchOn) => {
        const last = new Map<string, { readonly at: string; readonly code: string }>();
        const tied = new Set<string>();
        return async (request) => {
          const isScan = request.url.endsWith('/v1/test-controls/scans');
          const asked = isScan ? ((await request.clone().json()) as Asked) : undefined;
          const answer = await next(request);
          if (asked?.occurredAt !== undefined) {
            const before = last.get(asked.waybillNo);
            if (before?.at === asked.occurredAt && before?.code === 'OUT_FOR_DELIVERY')
              tied.add(asked.waybillNo);
            last.set(asked.waybillNo, { at: asked.occurredAt, code: asked.eventCode });
          }
          if (!/^\/v1\/parcels\/[^/]+\/[^/]+$/.test(new URL(request.url).pathname)) return answer;
          if (!tied.has(waybillIn(request)) || answer.status !== 200) return answer;
          switchOn.fired();
          const body = { ...((await answer.json()) as object), status: 'AT_DESTINATION' };
          return new Response(JSON.stringify(body), { status: 200, headers: answer.headers });
        };
      },
    },
  },
  {
    id: 'pod-link-reusable',
    kind: 'hand',
    role: 'courier',
    title: { en: 'an attachment without a grant', zh: '未授权即返回附件' },
    violates: ['TRK-016'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200
          ? {
              body: {
                ...body,
                attachments: [
                  {
                    attachmentId: '019398a0-0000-7000-8000-000000000001',
                    mediaType: 'image/png',
                    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
                    sizeBytes: 48_213,
                  },
                ],
              },
            }
          : undefined,
      ['getProofOfDelivery'],
    ),
  },
  {
    id: 'delivery-late',
    kind: 'hand',
    role: 'courier',
    title: { en: 'delivers after a minute and a half', zh: '九十秒后才推送' },
    violates: ['TRK-017'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        send: async (delivery: { readonly body: string }) => {
          if (delivery.body.includes(TRACKED)) {
            switchOn.fired();
            await switchOn.wait(SLOW);
          }
          return options.send(delivery);
        },
      }),
    },
  },
  {
    id: 'intercept-silent',
    kind: 'hand',
    role: 'courier',
    title: { en: 'never says what became of an intercept', zh: '从不告知拦截结果' },
    violates: ['WBL-011'],
    bend: alterDeliveries((_, event) =>
      event?.type === 'org.openwaybill.waybill.intercept.resolved' ? [] : undefined,
    ),
  },
];
