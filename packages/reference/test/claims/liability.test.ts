import { type Loss, type Verdict, verdictOf } from '@openwaybill/reference/claims';
import type { LiabilityTerm } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const cny = (minor: number) => ({ currency: 'CNY', minor });
const insured: Loss = {
  kind: 'DAMAGED',
  isInsured: true,
  claimedAmount: cny(12_800),
  declaredValue: cny(10_000),
};
const uninsured: Loss = { kind: 'LOST', isInsured: false, claimedAmount: cny(12_800) };
const seven: LiabilityTerm = { isInsured: false, rule: 'CONTRACT_LIMIT', chargeMultiple: 7 };

type Case = { terms?: readonly LiabilityTerm[]; given: Loss; want: Verdict };

describe('a claim is decided', () => {
  test.each<[string, Case]>([
    [
      'up to the declared value',
      {
        given: insured,
        want: { decision: 'PARTLY', amount: cny(10_000), rule: 'DECLARED_VALUE' },
      },
    ],
    [
      'in full below it',
      {
        given: { ...insured, claimedAmount: cny(9_999) },
        want: { decision: 'APPROVED', amount: cny(9_999), rule: 'DECLARED_VALUE' },
      },
    ],
    [
      'by the actual loss where nothing was declared',
      {
        given: { ...uninsured, assessed: cny(8_000) },
        want: { decision: 'PARTLY', amount: cny(8_000), rule: 'ACTUAL_LOSS' },
      },
    ],
    [
      'for nothing where nothing was lost',
      {
        given: { ...uninsured, assessed: cny(0) },
        want: { decision: 'REJECTED', amount: cny(0), rule: 'ACTUAL_LOSS' },
      },
    ],
    [
      'never above what was claimed',
      {
        given: { ...uninsured, assessed: cny(20_000) },
        want: { decision: 'APPROVED', amount: cny(12_800), rule: 'ACTUAL_LOSS' },
      },
    ],
    [
      'by a multiple of the charge',
      {
        terms: [seven],
        given: { ...uninsured, charge: cny(1_200) },
        want: { decision: 'PARTLY', amount: cny(8_400), rule: 'CONTRACT_LIMIT' },
      },
    ],
    [
      'not at all while the charge is unknown',
      { terms: [seven], given: uninsured, want: { undecided: 'CHARGE_UNKNOWN' } },
    ],
    [
      'by the first term that fits',
      {
        terms: [
          { kinds: ['DELAY'], isInsured: false, rule: 'CONTRACT_LIMIT', limit: cny(500) },
          { isInsured: false, rule: 'ACTUAL_LOSS' },
        ],
        given: { ...uninsured, kind: 'DELAY' },
        want: { decision: 'PARTLY', amount: cny(500), rule: 'CONTRACT_LIMIT' },
      },
    ],
    [
      'by the defaults where no term fits',
      {
        terms: [{ kinds: ['DELAY'], isInsured: true, rule: 'CONTRACT_LIMIT', limit: cny(500) }],
        given: insured,
        want: { decision: 'PARTLY', amount: cny(10_000), rule: 'DECLARED_VALUE' },
      },
    ],
    [
      'less what the claimant bears',
      {
        terms: [
          { isInsured: false, rule: 'INSURANCE', limit: cny(500_000), deductible: cny(1_000) },
        ],
        given: uninsured,
        want: { decision: 'PARTLY', amount: cny(11_800), rule: 'INSURANCE' },
      },
    ],
    [
      'for nothing within the deductible',
      {
        terms: [{ isInsured: false, rule: 'INSURANCE', deductible: cny(20_000) }],
        given: uninsured,
        want: { decision: 'REJECTED', amount: cny(0), rule: 'INSURANCE' },
      },
    ],
    [
      'not at all across currencies',
      {
        given: { ...insured, declaredValue: { currency: 'USD', minor: 10_000 } },
        want: { undecided: 'CURRENCY_MIXED' },
      },
    ],
    [
      'not at all without the declared value of what is insured',
      {
        given: { kind: 'LOST', isInsured: true, claimedAmount: cny(1) },
        want: { undecided: 'DECLARED_VALUE_UNKNOWN' },
      },
    ],
  ])('%s', (_title, { terms = [], given, want }) => expect(verdictOf(terms, given)).toEqual(want));
});

const minor = fc.integer({ min: 1, max: 1_000_000 });
const maybe = fc.option(minor, { nil: undefined });
const rules = fc.constantFrom(
  'ACTUAL_LOSS' as const,
  'CONTRACT_LIMIT' as const,
  'INSURANCE' as const,
);
const termOf = fc.record({ isInsured: fc.boolean(), rule: rules, limit: minor, deductible: maybe });

test('whatever was agreed, a decision fits its claim and its declared value', () => {
  fc.assert(
    fc.property(
      fc.array(termOf, { maxLength: 4 }),
      fc.boolean(),
      minor,
      minor,
      fc.integer({ min: 0, max: 1_000_000 }),
      (given, isInsured, claimed, declared, assessed) => {
        const terms = given.map(({ limit, deductible, ...term }) => ({
          ...term,
          limit: cny(limit),
          ...(deductible === undefined ? {} : { deductible: cny(deductible) }),
        }));
        const loss = {
          kind: 'LOST' as const,
          isInsured,
          claimedAmount: cny(claimed),
          declaredValue: cny(declared),
        };
        const decision = verdictOf(terms, { ...loss, assessed: cny(assessed) });
        const claim = {
          claimId: '019398a0-0000-7000-8000-0000000000c2',
          waybillNo: 'ZZ010000000016',
          ...loss,
          evidence: [],
          status: 'PAID',
          decisionDueAt: '2026-12-13T10:00:00Z',
          decision: { ...decision, decidedAt: '2026-11-20T09:00:00Z' },
          revision: 5,
          createdAt: '2026-11-13T10:00:00Z',
          updatedAt: '2026-11-20T09:00:00Z',
        };
        expect(judge('Claim', claim, 'sender')).toMatchObject({ ok: true });
      },
    ),
  );
});
