import {
  alterAnswers,
  alterOwnCalls,
  alterRequests,
  underNewKey,
  withMember,
} from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const hand = { kind: 'hand', role: 'warehouse' } as const;

/** Faults of module `warehouse`. */
export const warehouseFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'reserved-counted-available',
    title: { en: 'counts what is promised as available', zh: '将预占计入可用' },
    violates: ['WHS-001', 'DSC-021'],
    bend: alterAnswers(
      'warehouse',
      ({ body }) => {
        const items: readonly { readonly onHandCount: number; readonly reservedCount: number }[] =
          body?.items ?? [];
        return items.some(({ reservedCount }) => reservedCount > 0)
          ? {
              body: {
                ...body,
                items: items.map((item) => ({ ...item, availableCount: item.onHandCount })),
              },
            }
          : undefined;
      },
      ['getStock'],
    ),
  },
  {
    ...hand,
    id: 'stock-drifts',
    title: { en: 'holds a piece that no change brought', zh: '库存多出流水之外的一件' },
    violates: ['WHS-002'],
    bend: alterAnswers(
      'warehouse',
      ({ body }) =>
        body?.items?.length > 0
          ? {
              body: withMember(body, ['items', 0], (item) => ({
                ...item,
                onHandCount: item.onHandCount + 1,
                availableCount: item.availableCount + 1,
              })),
            }
          : undefined,
      ['getStock'],
    ),
  },
  {
    ...hand,
    id: 'ledger-repeats',
    title: { en: 'gives two changes one number', zh: '两条流水同号' },
    violates: ['WHS-003', 'DSC-021'],
    bend: alterAnswers(
      'warehouse',
      ({ body }) =>
        body?.items?.length > 1
          ? { body: withMember(body, ['items', 1, 'ledgerSeq'], (seq) => seq - 1) }
          : undefined,
      ['listStockChanges'],
    ),
  },
  {
    ...hand,
    id: 'stock-oversold',
    title: { en: 'takes orders that it has no goods for', zh: '无货仍受理出库单' },
    violates: ['WHS-004'],
    bend: alterRequests(
      'warehouse',
      async (request, body, _operation, next) => {
        const answer = await next(request.clone());
        if (answer.status !== 409 || !(await answer.clone().text()).includes('OFFER_EXHAUSTED'))
          return undefined;
        const packages: readonly { readonly items: readonly object[] }[] = body.packages;
        const taken = await next(
          underNewKey(request, {
            ...body,
            packages: packages.map((one) => ({
              ...one,
              items: one.items.map((item) => ({ ...item, quantity: { value: 1, unit: 'C62' } })),
            })),
          }),
        );
        return taken.status === 201 ? taken : undefined;
      },
      ['createOutbound'],
    ),
  },
  {
    ...hand,
    id: 'receipt-loses-pieces',
    title: { en: 'leaves pieces out of a receipt', zh: '收货单漏计件数' },
    violates: ['WHS-006', 'DSC-021'],
    bend: alterAnswers(
      'warehouse',
      ({ body }) =>
        body?.receivedLines === undefined
          ? undefined
          : {
              body: withMember(body, ['receivedLines', 0, 'shortCount'], (count) => count + 1),
            },
      ['getInbound'],
    ),
  },
  {
    kind: 'hand',
    role: 'platform',
    id: 'outbound-names-consignee',
    title: { en: 'names the consignee to a warehouse', zh: '出库单写明收件人姓名' },
    violates: ['WHS-005', 'DSC-023', 'MSK-001'],
    bend: alterOwnCalls('createOutbound', (body) =>
      withMember(body, ['consignee', 'contactMasked', 'nameMasked'], () => '张三丰'),
    ),
  },
];
