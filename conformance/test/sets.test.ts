import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVING_ROLES } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { checks } from '../src/checks/index.ts';
import { misfitsOf } from '../src/config/misfits.ts';
import { allCases } from '../src/coverage/all-cases.ts';
import { contractDigest, requirementsDigest } from '../src/result/identity.ts';
import { check } from '../src/run.ts';
import { applied, type FrozenSet, FrozenSetForm, isIntact } from '../src/sets/frozen-set.ts';
import type { CapabilityDocument } from '../src/words.ts';
import { reference } from './reference.ts';

const FOLDER = join(import.meta.dirname, '..', 'sets');
const PUBLISHED = join(import.meta.dirname, '..', '..', 'schemas', 'published');
const versions = readdirSync(FOLDER).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name));
const read = (name: string): FrozenSet => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

describe.each(versions)('the set %s', (name) => {
  const set = read(name);

  test('is in its form and as it was written', async () => {
    expect(misfitsOf(FrozenSetForm, set)).toEqual([]);
    expect(isIntact(set)).toBe(true);
  });

  test('has no case that the suite has lost', () => {
    const cases = allCases() as ReadonlyMap<string, readonly string[]>;
    const lost = Object.entries(set.requirements).flatMap(([id, one]) =>
      one.cases.filter((each) => !cases.get(id)?.includes(each)).map((each) => `${id} ${each}`),
    );
    expect(lost).toEqual([]);
  });

  // until its release the contract is the working one; `openwaybill coverage --freeze` writes the set again
  test('is of its contract', async () => {
    const published = join(PUBLISHED, set.set, 'contract.json');
    const digest = existsSync(published)
      ? requirementsDigest(JSON.parse(readFileSync(published, 'utf8')).requirements)
      : contractDigest();
    expect(set.contract).toBe(await digest);
  });
});

test.each([
  ['a case that was added', (set: FrozenSet) => set.requirements['WBL-001']?.cases.concat('mine')],
  ['a case that was taken out', (set: FrozenSet) => set.requirements['WBL-001']?.cases.slice(1)],
])('%s is an edit, and refused', async (_title, edit) => {
  const set = read('1.0.0.json');
  const cases = edit(set) ?? [];
  const requirements = { ...set.requirements, 'WBL-001': { tier: 'W' as const, cases } };
  expect(isIntact({ ...set, requirements })).toBe(false);
});

describe('every case that is asked of a role stands in what would be frozen', () => {
  const cases = allCases() as ReadonlyMap<string, readonly string[]>;
  test.each(SERVING_ROLES)('%s', async (role) => {
    const { running, url } = await reference(role);
    const answer = await running.fetch(new Request(`${url}/.well-known/openwaybill`));
    const document = (await answer.json()) as CapabilityDocument;
    const commands = document.testControl?.commands ?? [];
    const claim = { role, document, digest: '', commands };
    expect(
      checks.flatMap((one) =>
        one.cases(claim).filter((id) => !cases.get(one.requirements[0])?.includes(id)),
      ),
    ).toEqual([]);
  });
});

describe('a run that is judged by a set', () => {
  const WITHOUT = 'WBL-001';
  const set = (cases: readonly string[] | undefined): FrozenSet => {
    const { [WITHOUT]: own, ...others } = read('1.0.0.json').requirements;
    return {
      ...read('1.0.0.json'),
      requirements:
        cases === undefined ? others : { ...others, [WITHOUT]: { tier: own?.tier ?? 'W', cases } },
    };
  };
  const whole = read('1.0.0.json').requirements[WITHOUT]?.cases ?? [];
  const run = async (given: FrozenSet, suspended: readonly string[] = []) => {
    const system = await reference('courier');
    const errata = {
      set: given.set,
      suspended: suspended.map((one) => ({
        requirement: WITHOUT,
        case: one,
        reason: 'it blames who conforms',
        on: '2026-11-22',
        golden: 'golden/wbl-001.owt.ndjson',
      })),
    };
    const { result } = await check({
      ...system,
      role: 'courier',
      only: [WITHOUT],
      set: applied(given, errata),
    });
    return result;
  };

  test('names it, its stage and its digest', async () => {
    const given = read('1.0.0.json');
    expect((await run(given)).set).toEqual({
      version: '1.0.0',
      stage: 'PROVISIONAL',
      digest: given.digest,
    });
  });

  test.each([
    [
      'passes what the set demands',
      { given: set(whole), suspended: [], want: { outcome: 'passed' } },
    ],
    [
      'does not judge what the set does not have',
      { given: set(undefined), suspended: [], want: { outcome: 'untested', reason: 'NOT_IN_SET' } },
    ],
    [
      'does not judge what is suspended whole',
      { given: set(whole), suspended: whole, want: { outcome: 'untested', reason: 'EXCLUDED' } },
    ],
  ])('%s', async (_title, { given, suspended, want }) => {
    const { requirements, exit } = await run(given, suspended);
    expect(requirements.find(({ id }) => id === WITHOUT)).toMatchObject(want);
    expect(exit).toBe(0);
  });

  test('tells of a violated case beyond the set, and blames nobody', async () => {
    const system = await reference('courier', {
      fetch: (next) => async (request) => {
        const answer = await next(request);
        const headers = new Headers(answer.headers);
        headers.delete('OpenWaybill-Version');
        return new Response(answer.body, { status: answer.status, headers });
      },
    });
    const given = read('1.0.0.json');
    const { 'DSC-024': http, ...others } = given.requirements;
    const cases = http?.cases.filter((one) => one !== 'version') ?? [];
    const { result } = await check({
      ...system,
      role: 'courier',
      only: ['order-natural-key'],
      set: applied({ ...given, requirements: { ...others, 'DSC-024': { tier: 'W', cases } } }),
    });
    expect(result.findings.filter(({ requirement }) => requirement === 'DSC-024')).toEqual([]);
    expect(result.warnings).toContainEqual(expect.objectContaining({ code: 'NEW_SINCE_SET' }));
  });
});
