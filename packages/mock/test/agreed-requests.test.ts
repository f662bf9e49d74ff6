import type { Agreement } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { COURIER, exchange } from './exchange.ts';

type Terms = Pick<Agreement, 'status' | 'grants'>;

const grant = (pointer: string, maxClass: Terms['grants'][number]['maxClass']) => ({
  messageName: 'OrderSubmission',
  pointer,
  toRole: 'courier' as const,
  maxClass,
});

const and =
  (...more: Terms['grants']) =>
  ({ grants }: Terms): Partial<Terms> => ({ grants: [...grants, ...more] });

/** A platform with other terms than its first ones is made to submit an order: what leaves, and how it ends. */
const submitted = async (alter: (agreement: Terms) => Partial<Terms>) => {
  const parties = await exchange();
  await parties.platform.system.transact(COURIER, async (unit) => {
    for (const row of await unit.list({ collection: 'agreement', owner: COURIER })) {
      const agreement = row.body as Terms;
      unit.put({ ...row, body: { ...agreement, ...alter(agreement) } });
    }
  });
  const sent: unknown[] = [];
  parties.intervene(async (request) => {
    if (new URL(request.url).pathname === '/v1/orders') sent.push(await request.json());
    return undefined;
  });
  const { state, result } = await parties.act('platform', 'SUBMIT_ORDER', {
    orderNo: 'SO-1',
    consigneeSeed: 'person-1',
  });
  const [order] = sent as readonly { readonly consignee: { readonly addressMasked: object } }[];
  return {
    district: order && 'districtName' in order.consignee.addressMasked,
    count: sent.length,
    end: state === 'FAILED' ? result.code : state,
    faults: parties.faults,
  };
};

test.each([
  {
    given: 'the first terms',
    alter: and(),
    want: { district: true, count: 1, end: 'SUCCEEDED' },
  },
  {
    given: 'a closer grant that is lower than the district',
    alter: and(grant('/consignee/addressMasked/districtName', 'business')),
    want: { district: false, count: 1, end: 'SUCCEEDED' },
  },
  {
    given: 'two grants that are equally close',
    alter: and(
      grant('/consignee/addressMasked/districtName', 'business'),
      grant('/consignee/addressMasked/districtName', 'pseudonymous'),
    ),
    want: { district: true, count: 1, end: 'SUCCEEDED' },
  },
  {
    given: 'a grant that is lower than a required member',
    alter: and(grant('/consignee/consigneeRef', 'business')),
    want: { district: undefined, count: 0, end: 'AGREEMENT_MISSING' },
  },
  {
    given: 'no grant of the message',
    alter: ({ grants }: Terms) => ({
      grants: grants.filter(({ messageName }) => messageName !== 'OrderSubmission'),
    }),
    want: { district: undefined, count: 0, end: 'AGREEMENT_MISSING' },
  },
  {
    given: 'terms that are suspended',
    alter: (): Partial<Terms> => ({ status: 'SUSPENDED' }),
    want: { district: undefined, count: 0, end: 'AGREEMENT_MISSING' },
  },
])('of an order under $given leaves what is granted', async ({ alter, want }) => {
  expect(await submitted(alter)).toEqual({ ...want, faults: [] });
});
