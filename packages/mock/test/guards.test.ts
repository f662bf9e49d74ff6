import { registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { problemAnswer } from '../src/engine/answer.ts';
import { seededRandom } from '../src/engine/invent.ts';
import { demandGuard } from '../src/engine/lifecycle.ts';
import { Refusal } from '../src/engine/refusal.ts';

const guarded = registry.lifecycles.flatMap((lifecycle) =>
  lifecycle.transitions.flatMap(({ on, from, guard }) =>
    guard?.problem === undefined
      ? []
      : [{ title: `${lifecycle.entity} ${on} ${guard.name}`, lifecycle, on, from, guard }],
  ),
);

const refusalOf = (work: () => void): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

test('some guards have a problem', () => expect(guarded.length).toBeGreaterThan(20));

test.each(guarded)('a refusal is a valid problem: $title', ({ lifecycle, on, from, guard }) => {
  const [status] = from;
  const refusal = refusalOf(() =>
    demandGuard(lifecycle, on, guard.name, false, status === undefined ? {} : { status }),
  );
  const { body } = problemAnswer(refusal, seededRandom(1), 0);
  expect(judge('Problem', body)).toMatchObject({ ok: true });
});
