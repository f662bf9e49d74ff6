import { describe, expect, test } from 'vitest';
import { claimOf, Misuse } from '../src/claim.ts';
import { documentMisfits } from '../src/config/document-form.ts';
import { wholeClaim } from '../src/coverage/whole-claim.ts';

const { document } = wholeClaim('courier');

describe('a capability document is enough to begin with', () => {
  test.each<[string, { given: unknown; want: readonly string[] }]>([
    ['with all that a run reads', { given: document, want: [] }],
    ['with members of its own', { given: { ...document, region: 'CN' }, want: [] }],
    ['unless it is none', { given: [], want: [''] }],
    [
      'unless its environment is unknown',
      { given: { ...document, environment: 'LIVE' }, want: ['/environment'] },
    ],
    ['unless a member is absent', { given: { ...document, limits: undefined }, want: ['/limits'] }],
    [
      'unless a claim has no modules',
      {
        given: { ...document, claims: [{ role: 'courier', conformanceClass: 'core' }] },
        want: ['/claims/0', '/claims/0'],
      },
    ],
    [
      'unless an endpoint is no address',
      {
        given: { ...document, endpoints: { ...document.endpoints, keys: '/v1/keys' } },
        want: ['/endpoints/keys'],
      },
    ],
    [
      'unless its events are no lists',
      { given: { ...document, events: { sends: 'all', receives: [] } }, want: ['/events/sends'] },
    ],
    [
      'unless it names no organisation',
      { given: { ...document, organisation: {} }, want: ['/organisation', '/organisation'] },
    ],
  ])('%s', (_title, { given, want }) =>
    expect(documentMisfits(given).map(({ pointer }) => pointer)).toEqual(want),
  );
});

const served = (text: string) =>
  claimOf({
    url: 'https://courier.test',
    shore: { fetch: async () => new Response(text, { headers: { 'Content-Type': 'text/html' } }) },
  });

test.each([
  [
    'a document that cannot be used names the place',
    { given: JSON.stringify({ ...document, limits: {} }), want: /cannot be used at \/limits: / },
  ],
  [
    'anything else is told with its length alone',
    {
      given: '<p>welcome</p>',
      want: /14 characters of text\/html that are no capability document/,
    },
  ],
])('%s', async (_title, { given, want }) => {
  const error = await served(given).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(Misuse);
  expect(String(error)).toMatch(want);
});
