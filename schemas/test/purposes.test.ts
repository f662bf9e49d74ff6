import { expect, test } from 'vitest';
import { codesOf, PURPOSE_LIMITS, RevealPurpose } from '../src/index.ts';

const purposes = Object.keys(codesOf(RevealPurpose));
const purposesWhere = (holds: (row: (typeof PURPOSE_LIMITS)[number]) => boolean) => [
  ...new Set(PURPOSE_LIMITS.filter(holds).map(({ purpose }) => purpose)),
];

test('every purpose has a row, and no row is of another', () => {
  expect(purposesWhere(() => true)).toEqual(purposes);
});

test.each([
  [
    'real phones leave for two purposes',
    {
      given: purposesWhere(({ phone }) => phone === 'REAL'),
      want: ['COMPLIANCE_AUTHORITY', 'CUSTOMS_DECLARATION'],
    },
  ],
  [
    'an identity number leaves for customs alone',
    {
      given: purposesWhere(({ fields }) => fields.includes('ID_NUMBER')),
      want: ['CUSTOMS_DECLARATION'],
    },
  ],
  [
    'three purposes are served sealed',
    {
      given: purposesWhere(({ sealed }) => sealed === true),
      want: ['FULFIL_LABEL', 'FULFIL_DELIVER', 'CUSTOMS_DECLARATION'],
    },
  ],
  [
    'purposes without fields grant no use',
    {
      given: purposesWhere(({ useCount }) => useCount === 0),
      want: purposesWhere(({ fields }) => fields.length === 0),
    },
  ],
  [
    'before a waybill is bound no field leaves',
    {
      given: purposesWhere(({ stages, fields }) => stages.includes('ORDERED') && fields.length > 0),
      want: [],
    },
  ],
])('%s', (_title, { given, want }) => {
  expect(given).toEqual(want);
});
