import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

const answer = JSON.stringify({
  nu: '75300000000001',
  com: 'zhongtong',
  state: '5',
  data: [{ ftime: '2026-11-24 08:05:00', statusCode: '5', context: '正在派件' }],
});

test('a document of another vocabulary becomes one event a line', async () => {
  const io = memoryIo({ '-': answer });
  expect(await main(['crosswalk', '-', '--from', 'kuaidi100'], io)).toBe(0);
  expect(io.stdout.map((line) => JSON.parse(line).eventCode)).toEqual(['OUT_FOR_DELIVERY']);
  expect(io.stderr.join('\n')).toContain('OFFSET_ASSUMED');
});

test('a program is told all in one document', async () => {
  const io = memoryIo({ '-': answer });
  expect(await main(['crosswalk', '-', '--from', 'kuaidi100/2', '--json'], io)).toBe(0);
  expect(Object.keys(JSON.parse(io.stdout.join('')))).toEqual(['events', 'unmapped', 'warnings']);
  expect(io.stderr).toEqual([]);
});

test('events go on to EPCIS', async () => {
  const io = memoryIo({ '-': answer });
  expect(await main(['crosswalk', '-', '--from', 'kuaidi100', '--to', 'epcis'], io)).toBe(0);
  expect(JSON.parse(io.stdout.join('\n')).type).toBe('EPCISDocument');
});

test.each([
  ['an unknown vocabulary', { given: ['crosswalk', '-', '--from', 'kuaidi10'], want: 'kuaidi100' }],
  ['what is no JSON', { given: ['crosswalk', 'a.txt', '--from', 'kuaidi100'], want: 'a.txt' }],
  ['no file', { given: ['crosswalk', 'none', '--from', 'kuaidi100'], want: 'none' }],
])('%s is wrong use', async (_title, { given, want }) => {
  const io = memoryIo({ '-': answer, 'a.txt': 'no' });
  expect(await main(given, io)).toBe(2);
  expect(io.stderr.join('\n')).toContain(want);
});
