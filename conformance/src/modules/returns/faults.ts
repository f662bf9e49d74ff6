import type { OrderSubmission } from '@openwaybill/schemas';
import { alterAnswers, alterRow, requestWith, withMember } from '../../faults/bend.ts';
import { alterStored, bendStore } from '../../faults/stored.ts';
import type { Bend, Fault } from '../../words.ts';

const courier = { kind: 'hand', role: 'courier' } as const;
const platform = { kind: 'hand', role: 'platform' } as const;

const REFUNDED = 'org.openwaybill.returns.refund.triggered';

/** The reference cannot find the rows of a collection when it looks for all of them. */
const withoutList = (collection: string): Bend =>
  bendStore((store, switchOn) => ({
    list: async (selection) => {
      const rows = await store.list(selection);
      if (selection.collection !== collection || rows.length === 0) return rows;
      switchOn.fired();
      return [];
    },
  }));

/** Sends a return under the reference of the last delivery. */
const reusedReference: Bend = {
  options: (options, switchOn) => {
    let last: unknown;
    return {
      ...options,
      fetch: async (request: Request) => {
        const { pathname } = new URL(request.url);
        if (request.method !== 'POST' || !['/v1/orders', '/v1/returns'].includes(pathname))
          return options.fetch(request);
        const body = (await request.clone().json()) as OrderSubmission;
        if (pathname === '/v1/orders') {
          last = body.consignee?.consigneeRef;
          return options.fetch(request);
        }
        switchOn.fired();
        return options.fetch(
          requestWith(request, { body: withMember(body, ['consignorRef'], () => last) }),
        );
      },
    };
  },
};

/** Faults of module `returns`. */
export const returnsFaults: readonly Fault[] = [
  {
    ...courier,
    id: 'return-unrelated',
    title: { en: 'a return waybill does not name the original', zh: '退货运单未关联原单' },
    violates: ['RTN-001'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.relatedWaybills?.[0]?.relation === 'RETURN'
          ? { body: withMember(body, ['relatedWaybills'], () => undefined) }
          : undefined,
      ['getParcel'],
    ),
  },
  {
    ...courier,
    id: 'return-relation-forward',
    title: { en: 'a return is related as a forwarding', zh: '退货关系误作转投' },
    violates: ['RTN-001'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.relatedWaybills?.[0]?.relation === 'RETURN'
          ? { body: withMember(body, ['relatedWaybills', 0, 'relation'], () => 'FORWARD') }
          : undefined,
      ['getParcel'],
    ),
  },
  {
    ...courier,
    id: 'live-returns-forgotten',
    title: { en: 'returns under way are not counted', zh: '未计入在途退货' },
    violates: ['RTN-003'],
    bend: withoutList('returns'),
  },
  {
    ...courier,
    id: 'return-cancelled-late',
    title: { en: 'a return is called off after pickup', zh: '揽收后仍可取消退货' },
    violates: ['RTN-004', 'DSC-028'],
    bend: alterRow('return', 'cancel-return', (row) => ({ from: [...row.from, 'IN_TRANSIT'] })),
  },
  {
    ...platform,
    id: 'return-reference-reused',
    title: { en: 'a return has the reference of the delivery', zh: '退货沿用交付时的引用' },
    violates: ['RTN-002'],
    bend: reusedReference,
  },
  {
    ...platform,
    id: 'refund-unfounded',
    title: { en: 'a refund follows a rule that nobody agreed', zh: '依未约定的规则退款' },
    violates: ['RTN-005'],
    bend: alterStored(['event', 'delivery'], (row, switchOn) => {
      const path = row.collection === 'event' ? [] : ['event'];
      const stored = row.body as { readonly type?: string; readonly event?: { type?: string } };
      if ((stored.type ?? stored.event?.type) !== REFUNDED) return row;
      switchOn.fired();
      return { ...row, body: withMember(row.body, [...path, 'data', 'basis'], () => 'PICKUP') };
    }),
  },
  {
    ...platform,
    id: 'refund-twice',
    title: { en: 'a second inspection refunds again', zh: '重复质检再次退款' },
    violates: ['RTN-005'],
    bend: alterRow('return', 'report-return-inspection', (row) => ({
      from: [...row.from, 'REFUNDED'],
    })),
  },
];
