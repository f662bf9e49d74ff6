import {
  alterAnswers,
  alterLifecycle,
  alterOutgoing,
  alterRequests,
  requestWith,
} from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Fault } from '../../words.ts';

const locker = { kind: 'hand', role: 'locker' } as const;
const MINUTE = 60_000;

type Told = { readonly type?: string; readonly data?: Readonly<Record<string, unknown>> };

/** Alters the payload of events of a type, as they are kept and as they leave. */
const alterEvents = (type: string, change: (data: NonNullable<Told['data']>) => object) =>
  alterStored(['event', 'delivery'], (row, switchOn) => {
    const body = row.body as Told & { readonly event?: Told };
    const told = body.event ?? body;
    if (told.type !== type || told.data === undefined) return row;
    switchOn.fired();
    const changed = { ...told, data: change(told.data) };
    return { ...row, body: body.event === undefined ? changed : { ...body, event: changed } };
  });

/** Faults of module `locker`. */
export const lockerFaults: readonly Fault[] = [
  {
    ...locker,
    id: 'locker-asks-nobody',
    title: { en: 'reserves a cell without consent', zh: '未经同意预留格口' },
    violates: ['LCK-001'],
    bend: alterRequests(
      'locker',
      async (request, body) =>
        body?.consentId === undefined && body?.senderNamedLocker !== true && body?.waybillNo
          ? requestWith(request, { body: { ...body, senderNamedLocker: true } })
          : undefined,
      ['reserveCell'],
    ),
  },
  {
    ...locker,
    id: 'fee-in-free-time',
    title: { en: 'charges from the first minute', zh: '自投放即收费' },
    violates: ['LCK-002'],
    bend: alterAnswers(
      'locker',
      ({ status, body }) =>
        status === 200 && body?.periodCount === 0
          ? { body: { ...body, periodCount: 1, amount: { ...body.amount, minor: 50 } } }
          : undefined,
      ['getDepositFee'],
    ),
  },
  {
    ...locker,
    id: 'cell-given-twice',
    title: { en: 'reserves more cells than there are', zh: '预留超过格口数' },
    violates: ['LCK-003'],
    bend: alterLifecycle('locker-deposit', (rows) =>
      rows.map((row) => {
        if (row.on !== 'reserve-cell') return row;
        const { guard: _, ...unguarded } = row;
        return unguarded;
      }),
    ),
  },
  {
    ...locker,
    id: 'code-in-event',
    title: { en: 'writes the pickup code into an event', zh: '事件携带取件码' },
    violates: ['LCK-004'],
    bend: alterEvents('org.openwaybill.locker.deposit.notified', (data) => ({
      ...data,
      extensions: { 'example.locker.door': '48392017' },
    })),
  },
  {
    ...locker,
    id: 'code-sealed-to-nobody',
    title: { en: 'wraps a code that it does not seal', zh: '取件码仅作封装而未加密' },
    violates: ['LCK-004'],
    bend: alterOutgoing(async (request, body) =>
      request.url.endsWith('/v1/pickup-codes')
        ? [requestWith(request, { body: { ...body, sealedCode: 'e30..aXY.NDgzOTIwMTc.dGFn' } })]
        : undefined,
    ),
  },
  {
    ...locker,
    id: 'scan-beside-late',
    title: { en: 'tells the scan of a deposit with another instant', zh: '投放轨迹时刻不一致' },
    violates: ['LCK-006'],
    bend: alterEvents('org.openwaybill.tracking.event.recorded', (data) => ({
      ...data,
      occurredAt: new Date(Date.parse(String(data.occurredAt)) - MINUTE).toISOString(),
    })),
  },
  {
    ...locker,
    id: 'code-never-locks',
    title: { en: 'takes a code however many were wrong', zh: '输错多次仍受理取件码' },
    violates: ['LCK-007'],
    bend: alterLifecycle('locker-deposit', (rows) =>
      rows.map((row) => {
        if (row.on !== 'CODE_ACCEPTED') return row;
        const { guard: _, ...unguarded } = row;
        return unguarded;
      }),
    ),
  },
  {
    ...locker,
    id: 'fresh-goods-taken',
    title: { en: 'takes fresh goods without an agreement', zh: '未经约定投放生鲜' },
    violates: ['LCK-008'],
    bend: alterRequests(
      'locker',
      async (request, body) => {
        if (!Array.isArray(body?.traits) || !body.traits.includes('FRESH')) return undefined;
        const { traits: _, ...bare } = body;
        return requestWith(request, { body: bare });
      },
      ['reserveCell'],
    ),
  },
];
