import { SPOKEN_VERSION } from '@openwaybill/schemas';
import type { Fault } from '../../words.ts';
import {
  alterAnswers,
  alterDeliveries,
  alterLifecycle,
  alterRequests,
  fresh,
  problemResponse,
  requestWith,
  underNewKey,
  withMember,
} from '../bend.ts';

const hand = { kind: 'hand', role: 'courier' } as const;

/** Faults of module `order`. */
export const orderFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'plaintext-stored',
    title: { en: 'stores the order although it answers 422', zh: '应答 422 却已存储订单' },
    violates: ['ORD-002'],
    bend: alterRequests(
      'courier',
      async (request, body, _operation, next) => {
        const refused = await next(request.clone());
        const text = await refused.clone().text();
        if (!text.includes('PLAINTEXT_PERSONAL_DATA')) return undefined;
        const { road: _road, ...addressMasked } = body.consignee.addressMasked;
        await next(
          underNewKey(request, {
            ...body,
            consignee: {
              ...body.consignee,
              addressMasked,
              contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
            },
          }),
        );
        return refused;
      },
      ['submitOrder'],
    ),
  },
  {
    ...hand,
    id: 'order-duplicated',
    title: { en: 'makes a second order for the same number', zh: '同一单号另建新单' },
    violates: ['ORD-003', 'DSC-026'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200
          ? { body: withMember(body, ['carrierOrderNo'], (old) => `${old}X`) }
          : undefined,
      ['submitOrder'],
    ),
  },
  {
    ...hand,
    id: 'package-case-folded',
    title: { en: 'takes a1 and A1', zh: '接受仅大小写不同的包裹号' },
    violates: ['ORD-004'],
    bend: alterRequests(
      'courier',
      async (request, body, _operation, next) => {
        const packages: readonly { readonly packageId?: string }[] = body?.packages ?? [];
        const ids = packages.map(({ packageId }) => String(packageId));
        if (new Set(ids.map((id) => id.toLowerCase())).size === ids.length) return undefined;
        const answer = await next(
          requestWith(request, {
            body: {
              ...body,
              packages: packages.map((one, index) => ({ ...one, packageId: `P${index}` })),
            },
          }),
        );
        const made = (await answer.json()) as object;
        return new Response(JSON.stringify({ ...made, packages }), answer);
      },
      ['submitOrder'],
    ),
  },
  {
    ...hand,
    id: 'decision-never',
    title: { en: 'leaves an order pending for weeks', zh: '订单数周未决' },
    violates: ['ORD-005'],
    bend: {
      options: (options, switchOn) => {
        switchOn.fired();
        return { ...options, world: { ...options.world, decisionDelay: 'P30D' } };
      },
    },
  },
  {
    ...hand,
    id: 'lost-update',
    title: { en: 'ignores If-Match', zh: '忽略 If-Match' },
    violates: ['ORD-006'],
    bend: alterRequests(
      'courier',
      async (request, body, _operation, next) => {
        if (!request.headers.has('If-Match')) return undefined;
        const read = await next(
          new Request(request.url, {
            headers: { Authorization: request.headers.get('Authorization') ?? '' },
          }),
        );
        const current = read.headers.get('ETag');
        return current === null || current === request.headers.get('If-Match')
          ? undefined
          : requestWith(request, { body, headers: { 'If-Match': current } });
      },
      ['updateOrder'],
    ),
  },
  {
    ...hand,
    id: 'status-event-missing',
    title: { en: 'drops a status change', zh: '漏发状态变更' },
    violates: ['ORD-007'],
    bend: alterDeliveries((_delivery, event) =>
      event?.type === 'org.openwaybill.order.status.changed' && event.data.toStatus === 'ALLOCATED'
        ? []
        : undefined,
    ),
  },
  {
    ...hand,
    id: 'update-after-end',
    title: { en: 'changes a cancelled order', zh: '修改已取消的订单' },
    violates: ['ORD-008'],
    bend: alterLifecycle('order', (rows) =>
      rows.map((row) =>
        row.on === 'update-order' ? { ...row, from: [...row.from, 'CANCELLED'] } : row,
      ),
    ),
  },
  {
    ...hand,
    id: 'cancelled-after-scan',
    title: { en: 'reports CANCELLED after the first scan', zh: '首次扫描后仍报告已取消' },
    violates: ['ORD-009', 'ORD-008'],
    bend: alterAnswers(
      'courier',
      ({ status, body, asked }) =>
        status === 409 && body?.from === 'IN_FULFILMENT' && asked?.reason !== undefined
          ? {
              status: 200,
              headers: new Headers({
                'Content-Type': 'application/json',
                'OpenWaybill-Version': SPOKEN_VERSION,
                'OpenWaybill-Sandbox': 'true',
              }),
              body: {
                outcome: 'CANCELLED',
                packages: [{ packageId: 'P1', outcome: 'CANCELLED' }],
                status: 'CANCELLED',
                revision: 9,
              },
            }
          : undefined,
      ['cancelOrder'],
    ),
  },
  {
    ...hand,
    id: 'remark-returned',
    title: { en: 'returns the remark on read', zh: '读取时返回备注' },
    violates: ['ORD-010'],
    bend: fresh(() => {
      const remarks = new Map<string, string>();
      return alterAnswers(
        'courier',
        ({ operation, asked, status, body }) => {
          if (operation === 'submitOrder' && typeof asked?.remark === 'string')
            remarks.set(asked.orderNo, asked.remark);
          const remark = remarks.get(body?.orderNo);
          return operation === 'getOrder' && status === 200 && remark !== undefined
            ? { body: { ...body, extensions: { 'test.example.remark': remark } } }
            : undefined;
        },
        ['submitOrder', 'getOrder'],
      );
    }),
  },
  {
    ...hand,
    id: 'batch-reordered',
    title: { en: 'answers a batch in another order', zh: '批量结果次序颠倒' },
    violates: ['ORD-011', 'DSC-026'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 ? { body: { ...body, results: [...body.results].reverse() } } : undefined,
      ['submitOrderBatch'],
    ),
  },
  {
    ...hand,
    id: 'batch-all-or-nothing',
    title: { en: 'one bad item fails all', zh: '一项有误则全部失败' },
    violates: ['ORD-011'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) => {
        const wrong = body?.results?.find((one: { readonly status: number }) => one.status >= 400);
        return status === 200 && wrong !== undefined
          ? {
              body: {
                results: body.results.map((_one: unknown, index: number) => ({ ...wrong, index })),
              },
            }
          : undefined;
      },
      ['submitOrderBatch'],
    ),
  },
  {
    ...hand,
    id: 'consent-not-checked',
    title: { en: 'accepts a locker without consent', zh: '未经同意接受投柜' },
    violates: ['ORD-013'],
    bend: alterRequests(
      'courier',
      async (request, body) => {
        const preferences: readonly { readonly consentId?: string }[] =
          body?.deliveryPreferences ?? [];
        return preferences.length === 0 || preferences.every(({ consentId }) => consentId)
          ? undefined
          : requestWith(request, {
              body: {
                ...body,
                deliveryPreferences: preferences.map((one) => ({
                  ...one,
                  consentId: crypto.randomUUID(),
                })),
              },
            });
      },
      ['submitOrder'],
    ),
  },
  {
    ...hand,
    id: 'serviceability-optimist',
    title: { en: 'says yes, then rejects', zh: '先称可达，后又拒单' },
    violates: ['ORD-014'],
    bend: alterAnswers(
      'courier',
      ({ status, asked }) =>
        status === 200 && asked?.lanes?.[0]?.weightGrams > 100_000
          ? {
              body: {
                results: [
                  {
                    reachable: true,
                    products: ['STANDARD'],
                    restrictions: [],
                    terminalModes: ['DOOR'],
                  },
                ],
              },
            }
          : undefined,
      ['checkServiceability'],
    ),
  },
  {
    ...hand,
    id: 'order-status-stuck',
    title: { en: 'stays in IN_FULFILMENT', zh: '一直停留在履约中' },
    violates: ['ORD-015'],
    masks: ['ORD-008'],
    bend: alterLifecycle('order', (rows) => rows.filter(({ on }) => on !== 'PARCELS_TERMINAL')),
  },
  {
    ...hand,
    id: 'order-stays-complete',
    title: {
      en: 'stays complete although the delivery was taken back',
      zh: '签收更正后订单仍为已完成',
    },
    violates: ['ORD-015'],
    bend: alterLifecycle('order', (rows) => rows.filter(({ on }) => on !== 'PARCEL_CORRECTED')),
  },
  {
    ...hand,
    id: 'module-forced',
    title: {
      en: 'wants the charges of a module that is not claimed',
      zh: '强制要求未声明模块的费用',
    },
    violates: ['DSC-003'],
    masks: ['ORD-010'],
    bend: alterRequests(
      'courier',
      async (_request, body) =>
        typeof body?.remark === 'string' && body.charges === undefined
          ? problemResponse('RULE_VIOLATION')
          : undefined,
      ['submitOrder'],
    ),
  },
];
