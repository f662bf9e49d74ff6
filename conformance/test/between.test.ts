import { describe, expect, test } from 'vitest';
import { driveBetween } from '../src/between/drive.ts';
import { type BetweenResult, betweenResult } from '../src/between/result.ts';
import type { Hand } from '../src/between/steps.ts';
import { observedHead } from '../src/record/observed-head.ts';
import { createRecording } from '../src/record/recording.ts';
import { toText } from '../src/transcript/chain.ts';
import type { PublishedKey } from '../src/transcript/format.ts';
import { fromText } from '../src/transcript/read.ts';
import { createRecorder } from '../src/transcript/recorder.ts';
import type { CapabilityDocument } from '../src/words.ts';
import { type Bends, pair, RELAYS } from './pair.ts';
import { wrongLines } from './transcript-form.ts';

const SIDES = ['courier', 'platform'] as const;

const between = async (
  bends: Bends = {},
  offers: Hand['offers'] = () => true,
): Promise<BetweenResult> => {
  const recorder = createRecorder(() => Date.UTC(2026, 10, 22));
  let take: Parameters<typeof pair>[0] = async () => {
    throw new Error('nobody listens yet');
  };
  const system = await pair((observed) => take(observed), bends);
  const recording = createRecording({
    recorder,
    redact: 'off',
    parties: SIDES.map((role) => ({ role, partyId: `${role.toUpperCase()}9` })),
    keysOf: (role) => system.keysOf(role),
  });
  take = async (observed) => {
    await recording.take(observed);
  };
  recorder.record(
    observedHead({
      runId: '01a2008d-7400-7c39-b36c-e79cca8efa47',
      mode: 'BETWEEN',
      redact: 'off',
      parties: await Promise.all(
        SIDES.map(async (role) => ({
          role,
          document: (await (
            await system.fetch(new Request(`https://${role}.test/.well-known/openwaybill`))
          ).json()) as CapabilityDocument,
          keys: (await system.keysOf(role)) as readonly PublishedKey[],
        })),
      ),
    }),
  );
  await driveBetween(
    { call: system.call, reachedAt: RELAYS, wait: async () => system.settled(), offers },
    recorder,
  );
  recorder.record({ kind: 'end', entryCount: recorder.entries.length + 1, complete: true });
  const text = toText(recorder);
  expect(wrongLines(text)).toEqual([]);
  const read = fromText(text);
  if (!read.ok) throw new Error(read.text.en);
  return betweenResult(read.transcript);
};

const findingsOf = ({ parties }: BetweenResult): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    parties.map(({ system, findings }) => [
      system.role,
      findings.map((one) => `${one.requirement} ${one.case}`),
    ]),
  );

const withBody =
  (path: string, bend: (body: Record<string, unknown>) => unknown): NonNullable<Bends['courier']> =>
  (next) =>
  async (request) => {
    const answer = await next(request);
    if (new URL(request.url).pathname !== path || !answer.ok) return answer;
    const body = (await answer.json()) as Record<string, unknown>;
    return new Response(JSON.stringify(bend(body)), {
      status: answer.status,
      headers: answer.headers,
    });
  };

describe('between two systems', () => {
  test('that are right nothing is found, and all steps work', async () => {
    const result = await between();
    expect(findingsOf(result)).toEqual({ courier: [], platform: [] });
    expect(result.steps.filter(({ state }) => state !== 'WORKED')).toEqual([]);
    expect(result.exit).toBe(0);
    const worked = new Map(
      result.interoperability.map((one) => [`${one.from} ${one.name}`, one.workedCount]),
    );
    expect(worked.get('platform submitOrder')).toBe(2);
    expect(worked.get('platform createWaybill')).toBe(1);
    expect(worked.get('platform cancelOrder')).toBe(1);
    expect(worked.get('courier org.openwaybill.tracking.event.recorded')).toBe(4);
    expect(worked.get('courier requestReveal')).toBe(1);
    expect(result.parties.map(({ run }) => run.mode)).toEqual(['BETWEEN', 'BETWEEN']);
  });

  test.each<[string, Bends, 'courier' | 'platform', string]>([
    [
      'the courier, where its answer has a member too many',
      { courier: withBody('/v1/waybills', (body) => ({ ...body, colour: 'red' })) },
      'courier',
      'DSC-021 shape.Waybill',
    ],
    [
      'the platform, where its answers lack a header',
      {
        platform: (next) => async (request) => {
          const answer = await next(request);
          const headers = new Headers(answer.headers);
          headers.delete('OpenWaybill-Version');
          return new Response(answer.body, { status: answer.status, headers });
        },
      },
      'platform',
      'DSC-024 version',
    ],
  ])('a fault names %s', async (_title, bends, role, want) => {
    const result = await between(bends);
    const found = findingsOf(result);
    expect(found[role]).toContain(want);
    expect(found[role === 'courier' ? 'platform' : 'courier']).toEqual([]);
    expect(result.exit).toBe(1);
  });

  test.each<[string, unknown]>([
    ['no JSON', undefined],
    ['nothing', null],
    ['a word', 'started'],
    ['no number of the action', {}],
  ])('an answer of test control that is %s fails its step', async (_title, body) => {
    const marks: unknown[] = [];
    const hand: Hand = {
      call: async () => ({ status: 202, body }),
      reachedAt: RELAYS,
      wait: async () => undefined,
      offers: () => true,
    };
    const recorder = createRecorder(
      () => 0,
      (entry) => void (entry.kind === 'mark' && entry.edge === 'END' && marks.push(entry.reason)),
    );
    await driveBetween(hand, recorder);
    expect(new Set(marks)).toEqual(new Set(['FAILED NO_ACTION_ID', 'FAILED 202']));
  });

  test('what cannot be driven is left out, and the run is incomplete', async () => {
    const result = await between({}, (_side, command) => command !== 'SCANS');
    expect(result.steps.filter(({ state }) => state === 'LEFT_OUT').map(({ id }) => id)).toEqual([
      'between-scans-picked-up',
      'between-scans-delivered',
    ]);
    expect(findingsOf(result)).toEqual({ courier: [], platform: [] });
    expect(result.exit).toBe(4);
  });
});
