import { expect, test } from 'vitest';
import { geo1 } from '../src/index.ts';

const point = { longitudeMicrodegrees: 1, latitudeMicrodegrees: 2 };
const assigned = { role: 'courier', facet: 'LAST_MILE', assigned: true, stage: 'OUT_FOR_DELIVERY' };

test.each([
  ['the assigned delivery person has the point', assigned, point],
  ['a merchant has no point', { ...assigned, role: 'merchant' }, undefined],
  ['another delivery person has no point', { ...assigned, assigned: false }, undefined],
  ['the headquarters have no point', { ...assigned, facet: 'CORE' }, undefined],
  ['after delivery there is no point', { ...assigned, stage: 'DELIVERED' }, undefined],
])('%s', (_title, viewer, want) => {
  expect(geo1(point, viewer)).toEqual(want);
});
