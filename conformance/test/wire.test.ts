import { expect, test } from 'vitest';
import type { Outcome, Result } from '../src/index.ts';
import { check } from '../src/run.ts';
import type { Bend, CapabilityDocument } from '../src/words.ts';
import { IN_REAL_TIME, type ReferenceRole, reference } from './reference.ts';
import { witnessPlatform } from './witness.ts';

/** A document that offers only these commands of test control, where it offered more. */
const offering = (commands: readonly string[]): Bend => ({
  fetch: (next) => async (request) => {
    const answer = await next(request);
    if (!request.url.endsWith('/.well-known/openwaybill')) return answer;
    const { testControl, ...document } = (await answer.json()) as CapabilityDocument;
    return Response.json(
      {
        ...document,
        ...(commands.length === 0 ? {} : { testControl: { ...testControl, commands } }),
      },
      answer,
    );
  },
});

const coreOf = ({ verdicts, exit }: Result) => ({
  verdict: verdicts.find((one) => one.class === 'core' && one.part === undefined)?.verdict,
  exit,
});

test('a platform whose test control is taken away is conformant at the wire', async () => {
  const { result } = await check({
    ...(await reference('platform', IN_REAL_TIME)),
    role: 'platform',
    depth: 'WIRE',
  });
  expect(coreOf(result)).toEqual({ verdict: 'conformant', exit: 0 });
});

test('a platform written from the documents alone is conformant at the wire', async () => {
  const system = await witnessPlatform();
  const { result } = await check({ ...system, role: 'platform', depth: 'WIRE' });
  expect(coreOf(result)).toEqual({ verdict: 'conformant', exit: 0 });
  expect(system.defects).toEqual([]);
});

const ALL = ['CLOCK', 'SCANS', 'PARCELS', 'ACTIONS', 'INTERRUPTIONS', 'RESET'];
const without = (command: string): readonly string[] => ALL.filter((one) => one !== command);

test.each<
  readonly [
    string,
    { readonly role: ReferenceRole; readonly id: string; readonly commands: readonly string[] },
    { readonly outcome: Outcome; readonly reason?: string; readonly exit: number },
  ]
>([
  [
    'what the wire shows of a requirement is enough without test control',
    { role: 'courier', id: 'CTY-012', commands: [] },
    { outcome: 'passed', exit: 0 },
  ],
  [
    'the whole of it is asked of whoever lets itself be interrupted',
    { role: 'courier', id: 'CTY-012', commands: ALL },
    { outcome: 'passed', exit: 0 },
  ],
  [
    'test control without interruptions leaves it open',
    { role: 'courier', id: 'CTY-012', commands: without('INTERRUPTIONS') },
    { outcome: 'inconclusive', exit: 4 },
  ],
  [
    'what only scans show is above the wire',
    { role: 'courier', id: 'WBL-011', commands: [] },
    { outcome: 'untested', reason: 'ABOVE_DEPTH', exit: 0 },
  ],
  [
    'test control without scans leaves it open',
    { role: 'courier', id: 'WBL-011', commands: without('SCANS') },
    { outcome: 'inconclusive', exit: 4 },
  ],
  [
    'what only orders of a platform show is above the wire',
    { role: 'platform', id: 'RVL-002', commands: [] },
    { outcome: 'untested', reason: 'ABOVE_DEPTH', exit: 0 },
  ],
  [
    'test control without actions leaves it open',
    { role: 'platform', id: 'RVL-002', commands: ['CLOCK', 'PARCELS'] },
    { outcome: 'inconclusive', exit: 4 },
  ],
  [
    'nobody asks a platform for scans',
    { role: 'platform', id: 'AGR-003', commands: without('SCANS') },
    { outcome: 'passed', exit: 0 },
  ],
])('%s', async (_title, { role, id, commands }, want) => {
  const { result } = await check({
    ...(await reference(role, offering(commands))),
    role,
    only: [id],
  });
  const { outcome, reason } = result.requirements.find((one) => one.id === id) ?? {};
  expect({ outcome, ...(reason === undefined ? {} : { reason }), exit: result.exit }).toEqual(want);
});

/** Shown by what happens to stand at a system: of one that shows nothing it is not asked. */
const BY_CHANCE = ['CTY-013', 'TRK-010'];

test.each<readonly [ReferenceRole, number]>([
  ['courier', 500],
  ['platform', 404],
])('a %s that answers everything with %i is excused from nothing more', async (role, status) => {
  const failing: Bend = {
    fetch: (next) => async (request) =>
      /openwaybill$|token$/.test(request.url) ? next(request) : new Response(null, { status }),
  };
  const [sound, broken] = await Promise.all(
    [IN_REAL_TIME, failing].map(async (bend) => {
      const system = await reference(role, bend);
      return (await check({ ...system, role, depth: 'WIRE', only: ['VEW-*', 'TRK-*', 'DSC-009'] }))
        .result;
    }),
  );
  const excused = (result: Result | undefined): readonly string[] =>
    result?.requirements.flatMap(({ id, reason }) =>
      reason === 'ABOVE_DEPTH' && !BY_CHANCE.includes(id) ? [id] : [],
    ) ?? [];
  expect(excused(broken)).toEqual(excused(sound));
  expect([sound?.exit, broken?.exit]).toEqual([0, 4]);
});
