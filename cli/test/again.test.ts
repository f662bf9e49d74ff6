import { expect, test } from 'vitest';
import { againOf } from '../src/check/again.ts';
import type { CheckCommandOptions } from '../src/check/options.ts';

const SAID = { language: 'en', json: false } as const;

test.each<[string, { given: Partial<CheckCommandOptions>; want: string }]>([
  ['nothing but the seed', { given: {}, want: '--seed 7' }],
  [
    'the address first',
    {
      given: { role: 'courier', url: 'http://a.test' },
      want: 'http://a.test --role courier --seed 7',
    },
  ],
  [
    'what was said beside a file',
    { given: { config: 'a.json', strict: true }, want: '--config a.json --strict --seed 7' },
  ],
  [
    'by which ways, and that nobody is asked',
    {
      given: { use: 'ids.json', onlyRungs: ['construct', 'operator'], prompt: false },
      want: '--use ids.json --only-rungs construct,operator --no-prompt --seed 7',
    },
  ],
  ['its own seed in place of the one that was given', { given: { seed: 3 }, want: '--seed 7' }],
  [
    'lists as they are written',
    {
      given: { class: ['core', 'locker'], only: ['WBL-*', 'label'] },
      want: "--class core,locker --only 'WBL-*' label --seed 7",
    },
  ],
  [
    'every measure of the run',
    {
      given: { patience: 2, modelRuns: 0, maxWait: 'PT5S' },
      want: '--patience 2 --model-runs 0 --max-wait PT5S --seed 7',
    },
  ],
  [
    'nothing that is about this time alone',
    {
      given: { watch: true, watchPath: ['src'], writeBaseline: true, reason: 'a b' },
      want: '--seed 7',
    },
  ],
])('the command that repeats a run has %s', (_title, { given, want }) =>
  expect(againOf({ ...given, ...SAID }, 7)).toBe(`openwaybill check ${want}`),
);
