import { expect, test } from 'vitest';
import {
  BODY_PROBLEMS,
  COMMON_PROBLEMS,
  CONDITIONAL_PROBLEMS,
  IDEMPOTENCY_PROBLEMS,
  type ProblemCode,
  problemSetOf,
  problems,
  Revision,
} from '../src/index.ts';

type Case = {
  readonly given: Parameters<typeof problemSetOf>[0];
  readonly want: readonly ProblemCode[];
};

test.each<[string, Case]>([
  [
    'a read answers the common set and asks for an agreement',
    { given: { method: 'GET', problems: [] }, want: ['AGREEMENT_MISSING'] },
  ],
  [
    'a POST with a body adds the idempotency three and the body two',
    {
      given: { method: 'POST', request: Revision, problems: ['NOT_FOUND'] },
      want: ['AGREEMENT_MISSING', 'NOT_FOUND', ...BODY_PROBLEMS, ...IDEMPOTENCY_PROBLEMS],
    },
  ],
  [
    'the POST without a key adds none of the three',
    {
      given: { method: 'POST', idempotencyKey: 'none', token: 'none', problems: [] },
      want: [],
    },
  ],
  [
    'a PATCH asks for If-Match',
    {
      given: { method: 'PATCH', request: Revision, problems: [] },
      want: ['AGREEMENT_MISSING', ...BODY_PROBLEMS, ...CONDITIONAL_PROBLEMS],
    },
  ],
  [
    'an operation without a token asks for no agreement',
    { given: { method: 'GET', token: 'none', problems: [] }, want: [] },
  ],
  [
    'an operation may be exempt from an agreement',
    { given: { method: 'DELETE', agreement: 'none', problems: [] }, want: [] },
  ],
  [
    'a problem that is named twice is answered once',
    {
      given: { method: 'GET', agreement: 'none', problems: ['PARAMETER_INVALID'] },
      want: [],
    },
  ],
])('%s', (_title, { given, want }) => {
  const expected = new Set<string>([...COMMON_PROBLEMS, ...want]);
  expect(problemSetOf(given)).toEqual(Object.keys(problems).filter((code) => expected.has(code)));
});

test('a problem that may succeed after something says after what', () => {
  const wrong = Object.entries(problems).filter(
    ([, problem]) => 'after' in problem && !problem.retryable,
  );
  expect(wrong).toEqual([]);
});
