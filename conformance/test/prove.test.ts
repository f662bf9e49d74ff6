import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { describe, expect, test } from 'vitest';
import { requirementOf } from '../src/catalogue/catalogue.ts';
import { ACCEPTED } from '../src/prove/accepted.ts';
import { allFaults } from '../src/prove/all-faults.ts';
import type { Done, Job, World } from '../src/prove/job.ts';
import { work } from '../src/prove/job.ts';
import { type Asked, type Means, prove } from '../src/prove/prove.ts';
import { renderProve } from '../src/prove/render.ts';
import type { FaultRow } from '../src/prove/report.ts';
import { AcceptedForm, ProveForm } from '../src/prove/report-schema.ts';
import { maker } from './reference.ts';

const faults = allFaults();
/** The role with the fewest operations: its clean run is the shortest. */
const ROLE = 'customs-agent';
const FAULT = 'reply-code-dropped';

const world: World<Parameters<typeof maker.start>[0]> = {
  maker,
  witnesses: {},
  goldens: [],
  faultOf: (id) => faults.find((fault) => fault.id === id),
  elapsed: () => 0,
  seed: 1,
};
const DIGEST = `sha256:${'0'.repeat(64)}`;
const asked: Asked = { kinds: ['hand'], only: [FAULT], seed: 1 };

const never = new Promise<never>(() => {
  // nobody stops it
});

/** One clean run serves every test. */
let clean: Promise<Done> | undefined;

const meansOf = (more: Partial<Means> = {}) => {
  const kept = new Map<string, Done>();
  const run: Job[] = [];
  const means: Means = {
    faults,
    accepted: [],
    run: (job) => {
      run.push(job);
      if (job.kind !== 'REFERENCE') return work(job, world);
      clean ??= work(job, world);
      return clean;
    },
    lanes: 2,
    witnesses: [],
    goldens: [],
    kept,
    keep: async (key, done) => {
      kept.set(key, done);
    },
    digestOf: () => DIGEST,
    digests: { suite: DIGEST, set: DIGEST, reference: DIGEST },
    tell: ({ done, total }) => expect(done).toBeLessThanOrEqual(total),
    stop: never,
    now: () => Date.UTC(2026, 10, 22),
    elapsed: () => 0,
    ...more,
  };
  return { means, kept, run };
};

describe('a proof with one fault', async () => {
  const { means, kept, run } = meansOf();
  const proven = await prove(asked, means);

  test('is of the form that is published', () => {
    expect([...Value.Errors(ProveForm, proven)].map(({ path }) => path)).toEqual([]);
  });

  test('has the reference clean and the fault killed', () => {
    expect(proven).toMatchObject({
      run: { complete: true, whole: false },
      parts: { reference: [{ role: ROLE, accused: [], open: [], defects: [] }] },
      faults: [{ id: FAULT, judgement: 'KILLED' }],
      totals: { faults: 1, killed: 1, sensitive: 1, specific: 1 },
      worklist: [],
      exit: 0,
    });
  });

  test('is told in both languages', () => {
    if (proven === undefined) throw new Error('it was stopped');
    expect(renderProve(proven, { lang: 'en' })).toContain('1/1 killed');
    expect(renderProve(proven, { lang: 'zh' })).toContain('1/1 发现');
  });

  test('is not made again where its sources are the same', async () => {
    const again = meansOf({ earlier: proven?.faults ?? [] });
    const second = await prove(asked, again.means);
    expect(again.run).toEqual([]);
    expect(second?.faults).toEqual(proven?.faults);
  });

  test('goes on where it was stopped', async () => {
    const again = meansOf({ kept: new Map(kept) });
    const second = await prove(asked, again.means);
    expect(run.map(({ kind }) => kind)).toEqual(['REFERENCE', 'FAULT']);
    expect(again.run.map(({ kind }) => kind)).toEqual(['REFERENCE']);
    expect(second?.faults).toEqual(proven?.faults);
  });

  test('is nothing where it is stopped', async () => {
    const stopped = meansOf({ stop: Promise.resolve(), run: () => never });
    expect(await prove(asked, stopped.means)).toBeUndefined();
  });
});

describe('a proof that finds something', () => {
  const row: FaultRow = {
    id: FAULT,
    kind: 'hand',
    role: ROLE,
    title: { en: 'a fault', zh: '缺陷' },
    violates: ['XBD-001'],
    dependants: [],
    masks: [],
    fired: 1,
    failed: [],
    inconclusive: [],
    judgement: 'SURVIVED',
    evidence: [],
    scenarios: [],
    milliseconds: 1,
    digest: DIGEST,
  };
  test.each<[string, { given: Partial<FaultRow>; want: { exit: number; unmet: string[] } }]>([
    ['fails with a survivor', { given: {}, want: { exit: 1, unmet: ['FAULTS', 'WORKLIST'] } }],
    [
      'is our own failure where the suite broke down',
      { given: { judgement: 'CRASHED' }, want: { exit: 3, unmet: ['FAULTS', 'WORKLIST'] } },
    ],
    [
      'fails with a written fault that did nothing',
      {
        given: { judgement: 'INVALID', because: 'NEVER_FIRED' },
        want: { exit: 1, unmet: ['FAULTS', 'WORKLIST'] },
      },
    ],
  ])('%s', async (_title, { given, want }) => {
    const { means } = meansOf({ earlier: [{ ...row, ...given }] });
    const proven = await prove(asked, means);
    expect(proven?.exit).toBe(want.exit);
    expect(proven?.demands.flatMap(({ id, isMet }) => (isMet ? [] : [id]))).toEqual(want.unmet);
  });
});

test('every acceptance is of a fault, a requirement and a reason', () => {
  expect([...Value.Errors(Type.Array(AcceptedForm), ACCEPTED)].map(({ path }) => path)).toEqual([]);
  for (const { fault, requirement } of ACCEPTED) {
    expect(faults.map(({ id }) => id)).toContain(fault);
    expect(requirementOf(requirement).id).toBe(requirement);
  }
});
