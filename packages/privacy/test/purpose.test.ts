import { PURPOSE_LIMITS, type StageColumn } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { columnOf, holdsIn } from '../src/index.ts';

test.each([
  { purpose: 'FULFIL_LABEL', column: 'ACCEPTED', want: true },
  { purpose: 'FULFIL_LABEL', column: 'DELIVERED', want: false },
  // after a sale, what was for the delivery is over
  { purpose: 'FULFIL_LABEL', column: 'AFTER_SALES', want: false },
  { purpose: 'SERVICE_AFTER_SALES', column: 'AFTER_SALES', want: true },
  // every stage, so beside an open case, too
  { purpose: 'COMPLIANCE_AUTHORITY', column: 'AFTER_SALES', want: true },
  { purpose: 'COMPLIANCE_AUTHORITY', column: 'CLOSED', want: true },
] as const)('$purpose in $column holds: $want', ({ purpose, column, want }) => {
  const rows = PURPOSE_LIMITS.filter((limit) => limit.purpose === purpose);
  expect(rows.some((limit) => holdsIn(limit, column))).toBe(want);
});

test.each([
  { given: { stage: 'DELIVERED' }, want: 'DELIVERED' },
  { given: { stage: 'DELIVERED', isAfterSales: true }, want: 'AFTER_SALES' },
] as const satisfies readonly { given: object; want: StageColumn }[])(
  'the column of $given.stage is $want',
  ({ given, want }) => {
    expect(columnOf(given)).toBe(want);
  },
);
