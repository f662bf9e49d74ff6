import { expect, test } from 'vitest';
import { secondsOf } from '../src/index.ts';

test.each([
  ['P1DT2H3M4S', 93_784],
  ['PT15M', 900],
  ['P10D', 864_000],
  ['P1W', Number.NaN],
  ['15M', Number.NaN],
])('%s is %d seconds', (given, want) => expect(secondsOf(given)).toBe(want));
