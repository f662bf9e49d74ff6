import { registry } from '@openwaybill/schemas';
import { describe as told } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { createDisturbances } from '../../src/disturbances/disturbances.ts';
import { KINDS, type Kind } from '../../src/disturbances/kinds.ts';
import { type Rule, readRule } from '../../src/disturbances/rule.ts';
import { readWrittenRule } from '../../src/disturbances/written-rule.ts';
import { createHappenings } from '../../src/engine/happenings.ts';
import { createTimeline } from '../../src/timeline/timeline.ts';

const AT = '2026-11-10T16:00:00.000Z';

test.each<[string, { given: unknown; want: readonly (readonly [string, string])[] }]>([
  ['a rule is an object', { given: [], want: [['', 'type']] }],
  ['a rule says what it does', { given: {}, want: [['', 'required']] }],
  [
    'a kind is one that there is',
    { given: { do: { kind: 'flood' } }, want: [['/do/kind', 'enum']] },
  ],
  ['an action has a kind', { given: { do: {} }, want: [['/do', 'required']] }],
  [
    'a setting belongs to its kind',
    { given: { do: { kind: 'reset', status: 503 } }, want: [['/do', 'additionalProperties']] },
  ],
  [
    'every fault of a rule is named',
    {
      given: {
        do: { kind: 'latency', milliseconds: -1 },
        times: 0,
        rate: 2,
        seed: 'x',
        on: 'all',
        until: 'noon',
      },
      want: [
        ['', 'additionalProperties'],
        ['/do/milliseconds', 'minimum'],
        ['/times', 'minimum'],
        ['/rate', 'maximum'],
        ['/seed', 'type'],
        ['/until', 'format'],
      ],
    },
  ],
  [
    'an operation is one of the standard',
    {
      given: { match: { operation: 'createWaybill' }, do: { kind: 'reset' } },
      want: [['/match/operation', 'enum']],
    },
  ],
  [
    'what befalls calls is matched by no event',
    {
      given: { match: { eventType: 'tracking.event.recorded' }, do: { kind: 'reset' } },
      want: [['/match', 'additionalProperties']],
    },
  ],
  [
    'what befalls events is matched by no operation',
    {
      given: { match: { operation: 'get-order' }, do: { kind: 'drop' } },
      want: [['/match', 'additionalProperties']],
    },
  ],
  [
    'a status is one that the operation answers',
    {
      given: { match: { operation: 'get-order' }, do: { kind: 'status', status: 418 } },
      want: [['/do/status', 'enum']],
    },
  ],
  [
    'a duration is one',
    { given: { do: { kind: 'delay', by: 'an hour' } }, want: [['/do/by', 'pattern']] },
  ],
])('%s', (_title, { given, want }) => {
  const read = readRule(given, registry);
  if (read.ok) throw new Error('the rule was taken');
  expect(read.issues.map(({ pointer, rule }) => [pointer, rule])).toEqual(want);
  for (const issue of read.issues) expect(told(issue, 'zh').message).toMatch(/[一-鿿]/);
});

test('what a rule does not say follows from its kind', () => {
  expect(
    readRule({ match: { eventType: 'tracking.event.recorded' }, do: { kind: 'rotate' } }, registry),
  ).toEqual({
    ok: true,
    rule: {
      match: { eventType: 'org.openwaybill.tracking.event.recorded' },
      do: { kind: 'rotate' },
      times: 1,
    },
  });
});

test.each<[string, { given: string; want: unknown }]>([
  [
    'a header befalls one call',
    {
      given: 'kind=status; status=503; retry-after=5',
      want: { match: {}, do: { kind: 'status', status: 503, retryAfter: 5 }, times: 1 },
    },
  ],
  [
    'a header may befall repeats of the call too',
    {
      given: 'kind=reset;times=2',
      want: { match: {}, do: { kind: 'reset' }, times: 2 },
    },
  ],
  [
    'a flag is written out',
    {
      given: 'kind=clock-skew; ahead=false; seconds=90',
      want: { match: {}, do: { kind: 'clock-skew', seconds: 90, ahead: false }, times: 1 },
    },
  ],
])('%s', (_title, { given, want }) => {
  expect(readWrittenRule(given, registry)).toEqual({ ok: true, rule: want });
});

test.each(['', 'kind', 'kind=flood', 'kind=status; status=many', 'kind=reset; colour=red'])(
  'the header %j is refused',
  (given) => {
    expect(readWrittenRule(given, registry).ok).toBe(false);
  },
);

const rule = (more: Partial<Rule> = {}): Rule => ({ match: {}, do: { kind: 'reset' }, ...more });

/** Which of ten calls are befallen. */
const befallen = (given: Rule, seed = 1): string => {
  const disturbances = createDisturbances({ seed }, createTimeline(createHappenings()));
  disturbances.add(given, 'A');
  return Array.from({ length: 10 }, () =>
    disturbances.take('reset', { tenant: 'A', at: AT, operation: 'get-order' }) ? 'x' : '.',
  ).join('');
};

test.each<[string, { given: Rule; want: string }]>([
  ['a rule befalls all that match', { given: rule(), want: 'xxxxxxxxxx' }],
  ['a rule is over at its instant', { given: rule({ until: AT }), want: '..........' }],
  [
    'and holds until then',
    { given: rule({ until: '2026-11-10T16:00:00.001Z' }), want: 'xxxxxxxxxx' },
  ],
  ['times are counted', { given: rule({ times: 3 }), want: 'xxx.......' }],
  [
    'the nth call is the first',
    { given: rule({ match: { nth: 4 }, times: 2 }), want: '...xx.....' },
  ],
  ['nothing of a rate of none', { given: rule({ rate: 0 }), want: '..........' }],
  [
    'another operation is left alone',
    { given: rule({ match: { operation: 'x' } }), want: '..........' },
  ],
])('%s', (_title, { given, want }) => expect(befallen(given)).toBe(want));

test('a rate is drawn by the seed of its rule', () => {
  const half = rule({ rate: 0.5, seed: 7 });
  expect(befallen(half)).toBe(befallen(half, 2));
  expect(befallen(half)).not.toBe(befallen({ ...half, seed: 8 }));
  expect(befallen(half)).toMatch(/(?=.*x)(?=.*[.])/);
});

test('one rule changes nothing of another', () => {
  const disturbances = createDisturbances({ seed: 1 }, createTimeline(createHappenings()));
  const subject = { tenant: 'A', at: AT };
  disturbances.add(rule({ rate: 0.5, seed: 7 }), 'A');
  disturbances.add(rule({ do: { kind: 'stale-etag' }, rate: 0.5 }), 'A');
  const drawn = Array.from({ length: 10 }, () => {
    disturbances.take('stale-etag', subject);
    return disturbances.take('reset', subject) ? 'x' : '.';
  });
  expect(drawn.join('')).toBe(befallen(rule({ rate: 0.5, seed: 7 })));
});

test('a tenant sees and ends its own rules alone', () => {
  const disturbances = createDisturbances({ seed: 1 }, createTimeline(createHappenings()));
  const { id } = disturbances.add(rule(), 'A');
  expect(disturbances.list('B')).toEqual([]);
  expect(disturbances.remove('B', id)).toBe(0);
  expect(disturbances.take('reset', { tenant: 'B', at: AT })).toBeUndefined();
  expect(disturbances.list('A')).toHaveLength(1);
  expect(disturbances.remove('A')).toBe(1);
  expect(disturbances.areNone).toBe(true);
});

test('every firing stands on the timeline with its rule', () => {
  const timeline = createTimeline(createHappenings());
  const disturbances = createDisturbances({ seed: 1 }, timeline);
  const { id } = disturbances.add(rule(), 'A');
  disturbances.take('reset', { tenant: 'A', at: AT, operation: 'get-order' });
  const about = { faultId: id, kind: 'reset', operation: 'get-order' };
  expect(timeline.after('A', 0)).toEqual([{ seq: 1, at: AT, kind: 'fault', record: about }]);
  expect(disturbances.firings('A')).toEqual([{ seq: 1, at: AT, ...about }]);
});

test('every kind can be asked for by its name alone', () => {
  for (const kind of Object.keys(KINDS) as Kind[])
    expect([kind, readRule({ do: { kind } }, registry).ok]).toEqual([kind, true]);
});
