import { expect, test } from 'vitest';
import { alterOutgoing, requestWith } from '../src/faults/bend.ts';
import { check } from '../src/run.ts';
import { reference } from './reference.ts';

const RETURNS = ['discovery', 'agreement-life', 'returns-refund'];

/** A platform that authorises returns in another form. */
const misforming = (alter: (body: object) => object) =>
  alterOutgoing(async (request, body) =>
    new URL(request.url).pathname === '/v1/returns'
      ? [requestWith(request, { body: alter(body) })]
      : undefined,
  );

test.each([
  [
    'a request without its list',
    { given: ({ items: _, ...rest }: { readonly items?: unknown }) => rest },
  ],
  ['a number that is no text', { given: (body: object) => ({ ...body, rmaNo: 5 }) }],
])('%s ends its scenario, and is the fault of who sent it', async (_title, { given }) => {
  const system = await reference('platform', misforming(given));
  const { result, transcript } = await check({ ...system, role: 'platform', only: RETURNS });
  const outcomes = new Map(result.requirements.map(({ id, outcome }) => [id, outcome]));
  expect(result).toMatchObject({ harness: [], exit: 1, run: { complete: true } });
  expect(outcomes.get('DSC-023')).toBe('failed');
  expect(outcomes.get('RTN-005')).toBe('inconclusive');
  expect(
    transcript.entries.flatMap((entry) =>
      entry.kind === 'mark' && entry.edge === 'LEFT_OUT' ? [[entry.scenario, entry.reason]] : [],
    ),
  ).toEqual([['returns-refund', 'NOT_OBSERVABLE']]);
});

test('an error of ours is thrown where every message has its form', async () => {
  const system = await reference('courier');
  let isBroken = false;
  const shore = {
    ...system.shore,
    secure: (bytes: number) => {
      if (isBroken) throw new TypeError('the source of chance is gone');
      return system.shore.secure(bytes);
    },
  };
  await expect(
    check({
      ...system,
      shore,
      role: 'courier',
      only: ['order-natural-key'],
      onEntry: (entry) => {
        isBroken ||= entry.kind === 'mark' && entry.scenario === 'order-natural-key';
      },
    }),
  ).rejects.toThrow('the source of chance is gone');
});
