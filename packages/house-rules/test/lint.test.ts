import { lintWire, patternsOf } from '@openwaybill/emit';
import { lintPrivacy } from '@openwaybill/privacy';
import { registry } from '@openwaybill/schemas';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';

test('no schema, text or list of the standard leaves the interop profile', () => {
  expect(lintWire(registry)).toEqual([]);
});

test('every member says what it means for privacy, and keeps to it', () => {
  expect(lintPrivacy(registry)).toEqual([]);
});

test('every pattern runs in linear time', () => {
  const patterns = [...patternsOf(registry)];
  expect(patterns.length).toBeGreaterThan(20);
  const slow = patterns.filter(([, pattern]) => checkSync(pattern, '').status !== 'safe');
  expect(slow).toEqual([]);
});
