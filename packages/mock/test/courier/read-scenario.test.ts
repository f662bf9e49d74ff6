import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { readScenario } from '../../src/world/read-scenario.ts';

const steps = [
  { after: 'PT0S', code: 'ORDER_PLACED' },
  { after: 'PT2H', code: 'PICKED_UP' },
  { after: 'PT24H', code: 'DELIVERED' },
];
const file = {
  id: '21',
  title: { en: 'Mine', zh: '自定' },
  steps,
  ends: { parcel: 'DELIVERED', order: 'COMPLETED' },
};
const read = (more: Readonly<Record<string, unknown>>) =>
  readScenario({ ...file, ...more }, registry);
const withStep = (step: Readonly<Record<string, unknown>>) => ({ steps: [...steps, step] });

test('a file of three scans can be played', () => {
  expect(read({})).toEqual({ ok: true, scenario: file });
});

test.each([
  ['a number of one digit', { given: { id: '7' }, want: '/id' }],
  ['no Chinese title', { given: { title: { en: 'Mine' } }, want: '/title' }],
  ['no steps', { given: { steps: [] }, want: '/steps' }],
  ['a member of no meaning', { given: { speed: 2 }, want: '' }],
  [
    'an unknown code',
    { given: withStep({ after: 'PT30H', code: 'FLOWN' }), want: '/steps/3/code' },
  ],
  ['no duration', { given: withStep({ after: '30 h', code: 'INFO' }), want: '/steps/3/after' }],
  [
    'a step before the last',
    { given: withStep({ after: 'PT3H', code: 'INFO' }), want: '/steps/3/after' },
  ],
  [
    'an unknown reason',
    {
      given: withStep({ after: 'PT30H', code: 'INFO', with: { reason: 'X' } }),
      want: '/steps/3/with/reason',
    },
  ],
  [
    'a place that is none',
    {
      given: withStep({ after: 'PT30H', code: 'INFO', with: { location: { region: 'here' } } }),
      want: '/steps/3/with/location/region',
    },
  ],
  [
    'a name that nothing has',
    {
      given: withStep({ after: 'PT30H', code: 'INFO', with: { corrects: 'first' } }),
      want: '/steps/3/with/corrects',
    },
  ],
  [
    'an operation that nobody serves',
    { given: withStep({ after: 'PT30H', does: 'flyAway' }), want: '/steps/3/does' },
  ],
  [
    'a body that the operation does not take',
    {
      given: withStep({
        after: 'PT30H',
        does: 'cancelWaybill',
        with: { path: { waybillNo: '{{waybillNo}}' }, body: {} },
      }),
      want: '/steps/3/with/body',
    },
  ],
  [
    'a path that the operation does not have',
    {
      given: withStep({
        after: 'PT30H',
        does: 'cancelWaybill',
        with: { path: {}, body: { reason: 'OTHER' } },
      }),
      want: '/steps/3/with/path',
    },
  ],
  [
    'a name in braces that stands for nothing',
    {
      given: withStep({
        after: 'PT30H',
        does: 'cancelWaybill',
        with: { path: { waybillNo: '{{number}}' }, body: { reason: 'OTHER' } },
      }),
      want: '/steps/3/with',
    },
  ],
  [
    'a disturbance that is none',
    { given: { disturbances: [{ do: {} }] }, want: '/disturbances/0/do' },
  ],
  [
    'an end that the steps do not lead to',
    { given: { ends: { parcel: 'LOST', order: 'COMPLETED' } }, want: '/ends/parcel' },
  ],
  [
    'an anomaly that is not meant',
    {
      given: {
        steps: [...steps, { after: 'PT30H', code: 'OUT_FOR_DELIVERY' }],
        ends: { parcel: 'DELIVERED', order: 'COMPLETED' },
      },
      want: '/ends/anomalyCount',
    },
  ],
])('%s is told at its place, in both languages', (_title, { given, want }) => {
  const result = read(given);
  const faults = result.ok ? [] : result.faults;
  expect(faults.map(({ pointer }) => pointer)).toEqual([want]);
  for (const { seen, remedy } of faults)
    expect([seen.en, seen.zh, remedy.en, remedy.zh].every((text) => text !== '')).toBe(true);
});
