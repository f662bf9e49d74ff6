import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodeLock, FRESH_LOCK, pickupCode, tryCode } from '../../src/locker/index.ts';

const MINUTES = 60_000;

/** Tries as (minute, right or wrong), and what came of each. */
const outcomesOf = (tries: readonly (readonly [number, boolean])[]): readonly string[] => {
  let lock: CodeLock = FRESH_LOCK;
  return tries.map(([minute, isRight]) => {
    const done = tryCode(lock, minute * MINUTES, isRight);
    lock = done.lock;
    return done.outcome;
  });
};

const wrong = (...minutes: readonly number[]) => minutes.map((at) => [at, false] as const);

describe('tries of a code', () => {
  test.each([
    ['the right one at once', [[0, true]], ['ACCEPTED']],
    [
      'the right one after four',
      [...wrong(0, 0, 0, 0), [0, true]],
      ['WRONG', 'WRONG', 'WRONG', 'WRONG', 'ACCEPTED'],
    ],
    [
      'the right one after five',
      [...wrong(0, 0, 0, 0, 0), [0, true]],
      ['WRONG', 'WRONG', 'WRONG', 'WRONG', 'WRONG', 'LOCKED'],
    ],
    [
      'the right one a moment before ten minutes',
      [...wrong(0, 0, 0, 0, 1), [10.99, true]],
      ['WRONG', 'WRONG', 'WRONG', 'WRONG', 'WRONG', 'LOCKED'],
    ],
    [
      'the right one after ten minutes',
      [...wrong(0, 0, 0, 0, 1), [11, true]],
      ['WRONG', 'WRONG', 'WRONG', 'WRONG', 'WRONG', 'ACCEPTED'],
    ],
    [
      'a try during the lock does not prolong it',
      [...wrong(0, 0, 0, 0, 0, 9), [10, true]],
      ['WRONG', 'WRONG', 'WRONG', 'WRONG', 'WRONG', 'LOCKED', 'ACCEPTED'],
    ],
    [
      'after a lock there are five again',
      [...wrong(0, 0, 0, 0, 0, 10, 10, 10, 10), [10, true]],
      [...Array<string>(9).fill('WRONG'), 'ACCEPTED'],
    ],
    [
      'and the fifth of these locks again',
      [...wrong(0, 0, 0, 0, 0, 10, 10, 10, 10, 10), [19, true]],
      [...Array<string>(10).fill('WRONG'), 'LOCKED'],
    ],
  ] as const)('%s', (_title, tries, want) => {
    expect(outcomesOf(tries as readonly (readonly [number, boolean])[])).toEqual(want);
  });

  test('no guesser gets more than five tries in ten minutes', () => {
    const gaps = fc.array(fc.nat(5 * MINUTES), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(gaps, (given) => {
        let lock: CodeLock = FRESH_LOCK;
        let at = 0;
        const tried: number[] = [];
        for (const gap of given) {
          at += gap;
          const done = tryCode(lock, at, false);
          lock = done.lock;
          if (done.outcome === 'WRONG') tried.push(at);
        }
        // the sixth judged try after any one comes a whole lock after the fifth of its row
        for (const [index, last] of tried.entries()) {
          const first = tried[index - 5];
          if (first !== undefined) expect(last - first).toBeGreaterThanOrEqual(10 * MINUTES);
        }
      }),
    );
  });

  test('a lock is never changed in place', () => {
    const lock = Object.freeze({ wrongCount: 4 });
    expect(tryCode(lock, 0, false).lock).toEqual({ wrongCount: 5, lockedUntil: 10 * MINUTES });
    expect(lock).toEqual({ wrongCount: 4 });
  });
});

describe('a pickup code', () => {
  const bytesOf = (given: readonly number[]) => {
    let place = 0;
    return (count: number) =>
      Uint8Array.from({ length: count }, () => given[place++ % given.length] ?? 0);
  };

  test.each([
    ['digits of the bytes', [0, 1, 2, 13, 24, 35, 46, 249], '01234569'],
    [
      'bytes that would favour low digits are left out',
      [250, 251, 252, 253, 254, 255, 7, 18],
      '78787878',
    ],
  ])('%s', (_title, bytes, want) => expect(pickupCode(bytesOf(bytes))).toBe(want));

  test('it is eight digits whatever the bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(249), { minLength: 1, maxLength: 50 }), (bytes) => {
        expect(pickupCode(bytesOf(bytes))).toMatch(/^[0-9]{8}$/);
      }),
    );
  });

  test('every digit is equally likely over all bytes that count', () => {
    const counts = new Array<number>(10).fill(0);
    for (let byte = 0; byte < 250; byte += 1) {
      const digit = Number(pickupCode(bytesOf([byte]))[0]);
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    expect(counts).toEqual(new Array(10).fill(25));
  });
});
