import {
  alterAnswers,
  alterOutgoing,
  alterRequests,
  fresh,
  requestWith,
  withMember,
} from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const hand = { kind: 'hand', role: 'courier' } as const;

type Money = { readonly currency: string; readonly minor: number };

const more =
  (difference: number) =>
  (old: Money): Money => ({ ...old, minor: old.minor + difference });

/** A quote or an advice whose first line, and so its total, is dearer. */
const dearer = (priced: unknown, difference: number): unknown =>
  withMember(
    withMember(priced, ['total'], more(difference)),
    ['lines', 0, 'amount'],
    more(difference),
  );

const platform = { kind: 'hand', role: 'platform' } as const;

/** Faults of module `pricing`. */
export const pricingFaults: readonly Fault[] = [
  {
    ...platform,
    id: 'charge-sum-off',
    title: { en: 'sends charges that do not add up', zh: '发送不平的费用' },
    violates: ['PRC-001', 'DSC-023'],
    bend: alterOutgoing(async (request, body) =>
      body?.charges === undefined
        ? undefined
        : [requestWith(request, { body: withMember(body, ['charges', 'total'], more(1)) })],
    ),
  },
  {
    ...platform,
    id: 'delivery-hidden',
    title: { en: 'hides the price of a free delivery', zh: '包邮时隐去快递价' },
    violates: ['PRC-003'],
    bend: alterOutgoing(async (request, body) => {
      const { charges } = body ?? {};
      if (charges?.freeShipping?.applies !== true) return undefined;
      const nothing = { ...charges.express, minor: 0 };
      const discounts = [{ scope: 'EXPRESS', amount: nothing }];
      return [
        requestWith(request, {
          body: { ...body, charges: { ...charges, express: nothing, discounts } },
        }),
      ];
    }),
  },
  {
    ...hand,
    id: 'charge-sum-unchecked',
    title: { en: 'takes charges that do not add up', zh: '接受不平的费用' },
    violates: ['PRC-002'],
    bend: alterRequests(
      'courier',
      async (request, body) => {
        const { charges } = body ?? {};
        if (charges === undefined) return undefined;
        const minor =
          charges.commodity.minor + charges.express.minor - charges.discounts[0].amount.minor;
        return charges.total.minor === minor
          ? undefined
          : requestWith(request, {
              body: { ...body, charges: { ...charges, total: { ...charges.total, minor } } },
            });
      },
      ['submitOrder'],
    ),
  },
  {
    ...hand,
    id: 'quote-not-honoured',
    title: { en: 'charges more than it quoted', zh: '收费高于报价' },
    violates: ['PRC-004'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 && body.items.length > 0
          ? {
              body: {
                ...body,
                items: body.items.map((one: { readonly quoteId?: string }) =>
                  one.quoteId === undefined
                    ? one
                    : withMember(dearer(one, 100), ['varianceMinor'], (old) => old + 100),
                ),
              },
            }
          : undefined,
      ['listChargeAdvices'],
    ),
  },
  {
    ...hand,
    id: 'tariff-gap',
    title: { en: 'has a tariff without a price for some weights', zh: '资费区间断档' },
    violates: ['PRC-005', 'DSC-021'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200
          ? {
              body: withMember(
                body,
                ['items', 0, 'brackets', 1, 'fromGrams'],
                (old: number) => old + 1,
              ),
            }
          : undefined,
      ['listTariffs'],
    ),
  },
  {
    ...hand,
    id: 'quote-drifts',
    title: { en: 'quotes more each time it is asked', zh: '同条件报价逐次上涨' },
    violates: ['PRC-006', 'DSC-026', 'DSC-013'],
    bend: fresh(() => {
      const asked = new Map<string, number>();
      return alterAnswers(
        'courier',
        ({ status, asked: request, body }) => {
          const key = JSON.stringify(request);
          const times = asked.get(key) ?? 0;
          asked.set(key, times + 1);
          return status === 201 && times > 0 ? { body: dearer(body, times) } : undefined;
        },
        ['createQuote'],
      );
    }),
  },
  {
    ...hand,
    id: 'service-unasked',
    title: { en: 'quotes a service that nobody asked for', zh: '报价含未选择的服务' },
    violates: ['PRC-007'],
    bend: alterAnswers(
      'courier',
      ({ status, asked, body }) =>
        status === 201 && asked?.vas?.length === 0
          ? {
              body: {
                ...body,
                lines: [
                  ...body.lines,
                  {
                    component: 'VAS',
                    basis: 'PIECE',
                    vasCode: 'CALL_BEFORE',
                    amount: { currency: body.total.currency, minor: 50 },
                  },
                ],
                total: more(50)(body.total),
              },
            }
          : undefined,
      ['createQuote'],
    ),
  },
];
