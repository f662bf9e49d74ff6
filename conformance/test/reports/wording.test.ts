import { expect, test } from 'vitest';
import { reasonText } from '../../src/reports/wording.ts';

test.each([
  ['a code has words', { given: 'NO_TRAFFIC', want: '未见相关往来' }],
  ['a sentence keeps its names', { given: 'binds platform, isv', want: '约束 platform, isv' }],
  ['a class keeps its name', { given: 'class pricing is not claimed', want: '未声明类别 pricing' }],
  ['a reason that nobody named stays', { given: 'SOLAR_FLARE', want: 'SOLAR_FLARE' }],
])('%s', (_title, { given, want }) => expect(reasonText(given).zh).toBe(want));
