import { describe, expect, test } from 'vitest';
import { requirements } from '../src/catalogue/catalogue.ts';
import { Misuse } from '../src/claim.ts';
import { askedBy } from '../src/plan/choose.ts';
import { planOf, type Selection } from '../src/plan/plan.ts';
import { shardsOf } from '../src/plan/shards.ts';
import { check } from '../src/run.ts';
import { scenarios } from '../src/scenarios/index.ts';
import { type CapabilityDocument, type Claim, Unanswered } from '../src/words.ts';
import { reference } from './reference.ts';

const courier = async (): Promise<Claim> => {
  const { running, url } = await reference('courier');
  const answer = await running.fetch(new Request(`${url}/.well-known/openwaybill`));
  const document = (await answer.json()) as CapabilityDocument;
  const commands = document.testControl?.commands ?? [];
  return { role: 'courier', document, digest: '', commands };
};

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] =>
  all.map(({ id }) => id);

describe('a plan', () => {
  test.each<[string, { given: Selection; want: readonly string[] }]>([
    ['has the scenario that is named', { given: { only: ['label'] }, want: ['label'] }],
    [
      'has what shows a requirement',
      { given: { only: ['WBL-001'] }, want: ['waybill-natural-key'] },
    ],
    [
      'has nothing of a module that no scenario for this role touches',
      { given: { only: ['locker'] }, want: [] },
    ],
    [
      'keeps what moves the clock behind what does not',
      {
        given: { only: ['erasure', 'label', 'lists'], first: ['erasure', 'label'] },
        want: ['label', 'lists', 'erasure'],
      },
    ],
  ])('%s', async (_title, { given, want }) =>
    expect(idsOf(planOf(await courier(), given).chosen)).toEqual(want),
  );

  test('of a class has only scenarios that touch it', async () => {
    const of = new Map(requirements.map((one) => [one.id, one.class]));
    const { chosen } = planOf(await courier(), { classes: ['test-control'] });
    expect(chosen.length).toBeGreaterThan(0);
    expect(
      chosen.filter(({ touches }) => touches.every((id) => of.get(id) !== 'test-control')),
    ).toEqual([]);
  });

  test.each([1, 2, 3, 5, 7])('in %i shards is every scenario once', async (count) => {
    const claim = await courier();
    const whole = idsOf(planOf(claim).chosen);
    const parts = Array.from({ length: count }, (_, index) =>
      idsOf(planOf(claim, { shard: { index: index + 1, count } }).chosen),
    );
    expect(parts.flat().sort()).toEqual([...whole].sort());
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });

  test('puts the heaviest scenario of all into a shard with few others', () => {
    const [first, ...rest] = shardsOf(scenarios, 4);
    expect(idsOf(first ?? [])).toContain('negatives');
    expect(rest.every((shard) => shard.length > (first?.length ?? 0))).toBe(true);
  });
});

test.each([
  ['one requirement by its id', { given: ['WBL-001'], want: /^WBL-001$/ }],
  ['a prefix', { given: ['WBL-*'], want: /^WBL-/ }],
  ['a module', { given: ['locker'], want: /^LCK-/ }],
])('%s asks about that alone', (_title, { given, want }) => {
  const asked = askedBy(given);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((id) => !want.test(id))).toEqual([]);
});

describe('a part of the suite', () => {
  test('is judged by what it was asked about, and is complete', async () => {
    const system = await reference('courier');
    const { result } = await check({ ...system, role: 'courier', only: ['WBL-001'] });
    expect(result.exit).toBe(0);
    expect(
      result.requirements.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id),
    ).toEqual(['WBL-001']);
    expect(result.run).toMatchObject({ complete: true, selection: ['waybill-natural-key'] });
  });

  test('that has nothing is wrong use', async () => {
    const system = await reference('courier');
    await expect(check({ ...system, role: 'courier', only: [] })).rejects.toBeInstanceOf(Misuse);
  });

  test('without what it needs of test control cannot be told', async () => {
    const system = await reference('courier');
    const shore = {
      ...system.shore,
      fetch: async (request: Request, limit: { readonly milliseconds: number }) => {
        const answer = await system.shore.fetch(request, limit);
        if (!request.url.endsWith('/.well-known/openwaybill')) return answer;
        const document = (await answer.json()) as CapabilityDocument;
        const commands = ['CLOCK', 'ACTIONS'];
        return Response.json({ ...document, testControl: { ...document.testControl, commands } });
      },
    };
    const { result } = await check({ ...system, shore, role: 'courier', only: ['return-leg'] });
    expect(result.exit).toBe(4);
  });
});

/** Scenarios after which a courier has shown that it lives. */
const ALIVE = ['discovery', 'order-natural-key'];

describe('a run that ends before its end', () => {
  test('stops when its user says so, and judges what it saw', async () => {
    const system = await reference('courier');
    const stop = new AbortController();
    const { result, transcript } = await check({
      ...system,
      role: 'courier',
      signal: stop.signal,
      first: ALIVE,
      onEntry: (entry) => {
        if (entry.kind === 'mark' && entry.scenario === 'hygiene') stop.abort();
      },
    });
    expect(transcript.entries.at(-1)).toMatchObject({
      kind: 'end',
      complete: false,
      reason: 'INTERRUPTED',
    });
    expect(result.run).toMatchObject({ complete: false, ending: 'INTERRUPTED' });
    expect(result.findings).toEqual([]);
    const of = new Map(result.requirements.map((one) => [one.id, one]));
    expect(of.get('DSC-006')?.outcome).toBe('passed');
    expect(of.get('DSC-020')).toMatchObject({ outcome: 'untested', reason: 'INTERRUPTED' });
    expect(result.exit).toBe(4);
  });

  test('stops after the scenario that found something', async () => {
    const system = await reference('courier', {
      fetch: (next) => async (request) => {
        const answer = await next(request);
        const headers = new Headers(answer.headers);
        headers.delete('OpenWaybill-Version');
        return new Response(answer.body, { status: answer.status, headers });
      },
    });
    const { result, transcript } = await check({ ...system, role: 'courier', failFast: true });
    expect(result).toMatchObject({ exit: 1, run: { complete: false, ending: 'FAIL_FAST' } });
    const played = transcript.entries.flatMap((entry) =>
      entry.kind === 'mark' && entry.edge === 'END' ? [entry.scenario] : [],
    );
    expect(played.at(-1)).toBe('order-natural-key');
  });

  test.each([
    ['a system that goes away is no finding', { given: 'label', want: 5 }],
    ['one that goes away over bad bytes is', { given: 'hygiene', want: 'DSC-020' }],
  ])('%s', async (_title, { given, want }) => {
    const system = await reference('courier');
    let isGone = false;
    let scenario: string | undefined;
    const shore = {
      ...system.shore,
      fetch: async (request: Request, limit: { readonly milliseconds: number }) => {
        const isDeadly = given === 'hygiene' ? request.url.includes('event-subscriptions') : true;
        if (scenario === given && isDeadly && seen++ > 2) isGone = true;
        if (isGone) throw new Unanswered('REFUSED');
        return system.shore.fetch(request, limit);
      },
    };
    let seen = 0;
    const { result } = await check({
      ...system,
      shore,
      role: 'courier',
      only: [...ALIVE, given],
      first: ALIVE,
      onEntry: (entry) => {
        if (entry.kind === 'mark') scenario = entry.scenario;
      },
    });
    expect(result.run.ending).toBe('SYSTEM_LOST');
    expect(result.exit).toBe(5);
    const failed = result.requirements.filter(({ outcome }) => outcome === 'failed');
    if (want === 5) expect(failed).toEqual([]);
    else expect(failed.map(({ id }) => id)).toContain(want);
  });
});
