import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { eventIdOf, type Observation } from '../src/event-id.ts';

const seen: Observation = {
  vocabulary: 'sf-route',
  version: '1',
  carrier: 'SF',
  waybillNo: 'SF0000000000001',
  code: '80',
  subCode: '',
  occurredAt: '2026-11-24T10:00:00+08:00',
  facility: '大连市',
};

const PARTS = [
  'vocabulary',
  'version',
  'carrier',
  'waybillNo',
  'code',
  'subCode',
  'occurredAt',
  'facility',
] as const;

const bitsOf = (hex: string): string =>
  [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');

test('an id is a UUID of version 8', () => {
  expect(eventIdOf(seen)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('an id holds the first 122 bits of the hash', () => {
  const hash = createHash('sha256')
    .update(PARTS.map((part) => seen[part]).join('\u001f'))
    .digest('hex');
  const bits = bitsOf(eventIdOf(seen).replaceAll('-', ''));
  expect(bits.slice(0, 48) + bits.slice(52, 64) + bits.slice(66)).toBe(bitsOf(hash).slice(0, 122));
});

test('the same observation has the same id', () => {
  expect(eventIdOf({ ...seen })).toBe(eventIdOf(seen));
});

test.each(PARTS)('another %s gives another id', (part) => {
  expect(eventIdOf({ ...seen, [part]: `${seen[part]}1` })).not.toBe(eventIdOf(seen));
});

test('text moved from one part to the next gives another id', () => {
  const moved = { ...seen, waybillNo: 'SF000000000000', code: '180' };
  expect(eventIdOf(moved)).not.toBe(eventIdOf(seen));
});
