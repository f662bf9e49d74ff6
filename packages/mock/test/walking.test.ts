import { expect, test } from 'vitest';
import { createWalkGuard } from '../src/engine/walking.ts';

const guardAt = () => {
  let now = 0;
  const guard = createWalkGuard(() => now);
  return {
    passes: (milliseconds: number) => {
      now += milliseconds;
    },
    misses: (who: string, from: number, count: number) =>
      Array.from({ length: count }, (_, at) => guard(who, `ZZ${from + at}`)).filter(
        (refusal) => refusal !== undefined,
      ),
  };
};

test('number 101 within a minute is refused, with the wait', () => {
  const { misses, passes } = guardAt();
  expect(misses('one', 0, 100)).toEqual([]);
  passes(20_000);
  const [refusal] = misses('one', 100, 1);
  expect([refusal?.code, refusal?.details.headers]).toEqual([
    'RATE_LIMITED',
    { 'Retry-After': '40' },
  ]);
});

test('a number that was tried before is no further one', () => {
  const { misses } = guardAt();
  misses('one', 0, 100);
  expect(misses('one', 0, 100)).toEqual([]);
});

test('a minute later, and for somebody else, all is free', () => {
  const { misses, passes } = guardAt();
  misses('one', 0, 100);
  expect(misses('two', 200, 100)).toEqual([]);
  passes(60_000);
  expect(misses('one', 200, 100)).toEqual([]);
});
