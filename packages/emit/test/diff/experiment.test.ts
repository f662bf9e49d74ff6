import fc from 'fast-check';
import { expect, test } from 'vitest';
import { experimentOn } from '../../src/diff/experiment.ts';
import { diffContracts } from '../../src/diff/index.ts';
import { sideOf } from '../../src/diff/side.ts';
import { contractWith, type Draft, parcel } from './_contract.ts';

const OPTIONS = { samples: 50, seed: 1 };

test('a refusal that no rule foresees is found', () => {
  const before = contractWith();
  const now = contractWith((draft) => {
    parcel(draft).properties.note.maxLength = 5;
  });
  const { findings } = diffContracts(before, now, { samples: 0 });
  const [old, young] = [sideOf(before), sideOf(now)];
  expect(experimentOn(findings, old, young, OPTIONS).contradictions).toEqual([]);
  const denied = findings.map((finding) => ({ ...finding, oldToNew: 'ok' as const }));
  expect(experimentOn(denied, old, young, OPTIONS).contradictions).toEqual([
    {
      direction: 'old-to-new',
      schema: 'Parcel',
      refusal: { pointer: '/note', rule: 'maxLength' },
    },
  ]);
});

test('constraints that leave no value are compared, and nothing hangs', () => {
  const diff = diffContracts(
    contractWith(),
    contractWith((draft) => {
      Object.assign(parcel(draft).properties.parcelNo, { pattern: '^([A-Z]{9})$', maxLength: 3 });
    }),
  );
  expect(diff.verdict).toBe('major');
});

/** Constraints of one member that may differ between two releases in any way. */
const constraints = fc.record({
  minLength: fc.integer({ min: 0, max: 2 }),
  maxLength: fc.integer({ min: 3, max: 6 }),
  pattern: fc.constantFrom('^([a-c]{0,9})$', '^([a-d]{0,9})$', '^([b-e]{1,6})$', '^((a|b)*)$'),
  values: fc.option(fc.subarray(['a', 'bb', 'ccc'], { minLength: 1 }), { nil: undefined }),
  isRequired: fc.boolean(),
  isThere: fc.boolean(),
});

const withNote =
  ({ values, isRequired, isThere, ...bounds }: Draft) =>
  (draft: Draft): void => {
    const { properties, required } = parcel(draft);
    properties.note = { ...properties.note, ...bounds, ...(values ? { enum: values } : {}) };
    if (!isThere) delete properties.note;
    else if (isRequired) required.push('note');
  };

test('whatever changes in a member, what the rules call compatible passes', () => {
  fc.assert(
    fc.property(constraints, constraints, (old, young) => {
      const { experiment, findings } = diffContracts(
        contractWith(withNote(old)),
        contractWith(withNote(young)),
        OPTIONS,
      );
      expect(experiment.contradictions).toEqual([]);
      for (const { evidence, oldToNew, newToOld } of findings)
        if (evidence?.kind === 'body')
          expect(evidence.example.direction === 'old-to-new' ? oldToNew : newToOld).toBe('refused');
    }),
    { numRuns: 12 },
  );
});
