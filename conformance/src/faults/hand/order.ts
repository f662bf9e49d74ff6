import type { Fault } from '../../words.ts';
import { alterAnswers, alterRequests, withMember } from '../bend.ts';

/** Faults of module `order` (CONFORMANCE 20). */
export const orderFaults: readonly Fault[] = [
  {
    id: 'order-duplicated',
    kind: 'hand',
    role: 'courier',
    title: { en: 'makes a second order for the same number', zh: '同一单号另建新单' },
    violates: ['ORD-003'],
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
    id: 'package-case-folded',
    kind: 'hand',
    role: 'courier',
    title: { en: 'takes a1 and A1', zh: '接受仅大小写不同的包裹号' },
    violates: ['ORD-004'],
    bend: alterRequests(
      'courier',
      async (request, body, _operation, _next) => {
        const ids: readonly string[] = (body?.packages ?? []).map(
          (one: { readonly packageId?: string }) => String(one.packageId),
        );
        if (new Set(ids.map((id) => id.toLowerCase())).size === ids.length) return undefined;
        return new Request(request, {
          body: JSON.stringify({
            ...body,
            packages: body.packages.map((one: object, index: number) => ({
              ...one,
              packageId: `P${index}`,
            })),
          }),
        });
      },
      ['submitOrder'],
    ),
  },
  {
    id: 'batch-reordered',
    kind: 'hand',
    role: 'courier',
    title: { en: 'answers a batch in another order', zh: '批量结果次序颠倒' },
    violates: ['ORD-011'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 ? { body: { ...body, results: [...body.results].reverse() } } : undefined,
      ['submitOrderBatch'],
    ),
  },
];
