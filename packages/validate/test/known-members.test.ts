import { expect, test } from 'vitest';
import { knownMembers } from '../src/index.ts';

test.each([
  [
    'an unknown member goes at every depth',
    'TimeWindow',
    { fromAt: 'x', zz: 1, toAt: { zz: 2 } },
    { fromAt: 'x', toAt: { zz: 2 } },
  ],
  [
    'members of members',
    'ItemLine',
    { lineNo: 1, quantity: { value: 1, unit: 'C62', zz: 1 }, zz: [] },
    { lineNo: 1, quantity: { value: 1, unit: 'C62' } },
  ],
  [
    'members of items',
    'ChargeSplit',
    { vas: [{ vasCode: 'COD', zz: 1 }] },
    { vas: [{ vasCode: 'COD' }] },
  ],
  [
    'extensions are kept whole',
    'Order',
    { zz: 1, extensions: { 'example.shop': { any: [1] } } },
    { extensions: { 'example.shop': { any: [1] } } },
  ],
])('%s', (_title, name, given, want) => expect(knownMembers(name, given)).toEqual(want));
