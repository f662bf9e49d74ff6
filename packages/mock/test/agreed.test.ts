import type { Agreement } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { letsAllGo } from '../src/consignees/agreed.ts';
import { viewOf } from '../src/consignees/view.ts';
import type { Counterparty } from '../src/engine/options.ts';
import { memoryStore } from '../src/index.ts';
import { recordRow } from '../src/store/resource.ts';
import { Unit } from '../src/store/unit.ts';

type Grant = Agreement['grants'][number];

const NOW = '2026-11-11T00:00:00.000Z';
const COURIER: Counterparty = {
  partyId: 'COURIER1',
  role: 'courier',
  name: 'COURIER1',
  clientId: 'COURIER1',
  keys: [],
};

const grant = (pointer: string, maxClass: Grant['maxClass'], more: Partial<Grant> = {}): Grant => ({
  messageName: 'RevealGrant',
  pointer,
  toRole: 'courier',
  maxClass,
  ...more,
});

const agreed = (...grants: readonly Grant[]) =>
  ({ status: 'EFFECTIVE', purposes: [], grants }) as unknown as Agreement;

test.each([
  {
    given: 'one grant for all of it',
    agreements: [agreed(grant('', 'personal'))],
    fields: ['NAME', 'ADDRESS'],
    want: true,
  },
  {
    given: 'a closer grant that is lower',
    agreements: [agreed(grant('', 'personal'), grant('/fields/name', 'business'))],
    fields: ['NAME'],
    want: false,
  },
  {
    given: 'two grants that are equally close',
    agreements: [agreed(grant('', 'business'), grant('', 'personal'))],
    fields: ['NAME'],
    want: true,
  },
  {
    given: 'half of the fields in each of two agreements',
    agreements: [
      agreed(grant('/fields/name', 'personal')),
      agreed(grant('/fields/address', 'personal')),
    ],
    fields: ['NAME', 'ADDRESS'],
    want: false,
  },
  {
    given: 'an identity number and a grant for personal data',
    agreements: [agreed(grant('', 'personal'))],
    fields: ['ID_NUMBER'],
    want: false,
  },
  {
    given: 'an identity number and a grant for sensitive data',
    agreements: [agreed(grant('', 'sensitive'))],
    fields: ['ID_NUMBER'],
    want: true,
  },
  {
    given: 'a grant to another role',
    agreements: [agreed(grant('', 'personal', { toRole: 'merchant' }))],
    fields: ['NAME'],
    want: false,
  },
] as const)('$given lets the fields go: $want', ({ agreements, fields, want }) => {
  expect(letsAllGo(agreements, COURIER, fields)).toBe(want);
});

test.each([
  { given: 'no widest view', views: [undefined], want: 'MASKED' },
  { given: 'a narrower widest view', views: ['REFERENCE'], want: 'REFERENCE' },
  { given: 'a wide agreement after a narrow one', views: ['REFERENCE', 'MASKED'], want: 'MASKED' },
  { given: 'a narrow agreement after a wide one', views: ['MASKED', 'REFERENCE'], want: 'MASKED' },
] as const)('a courier with $given sees the view $want', async ({ views, want }) => {
  const unit = new Unit(memoryStore());
  for (const [index, maxView] of views.entries()) {
    const more = maxView === undefined ? {} : { maxView };
    const body = agreed(grant('', 'personal', { messageName: 'ConsigneeView', ...more }));
    unit.put(recordRow('agreement', `A-${index}`, COURIER.partyId, NOW, body));
  }
  const entry = { address: { region: { countryCode: 'CN' } } } as Parameters<typeof viewOf>[2];
  const standing = {
    stage: 'ACCEPTED',
    isAfterSales: false,
    isTerminal: false,
    isDelivered: false,
    carrier: COURIER.partyId,
  } as const;
  expect(await viewOf(unit, COURIER, entry, standing, NOW)).toBe(want);
});
