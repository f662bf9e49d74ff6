import { fileURLToPath } from 'node:url';
import { type Contract, diffContracts, waiversIn } from '@openwaybill/emit/diff';
import { POLICY, registry, toContract } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import recorded from '../../schemas/decisions/waivers.json' with { type: 'json' };
import { nodeIo } from '../src/io.ts';
import { frozenContracts, newestBefore } from '../src/release/frozen-contracts.ts';

const { frozen, touched } = await frozenContracts(
  fileURLToPath(new URL('../..', import.meta.url)),
  nodeIo(),
);

const { views, matrix } = POLICY;
const now: Contract = { ...toContract(registry), policy: { views, matrix } };
const majorOf = ({ version }: Pick<Contract, 'version'>): string => version.split('.')[0] ?? '';

const read = waiversIn(recorded);
const waivers = read.ok ? read.waivers : [];

/** What of the standard as it is now the next minor may not carry, and nobody has waived for it. */
const breaksSince = (published: Contract): readonly string[] =>
  majorOf(published) === majorOf(now)
    ? diffContracts(published, now, { waivers })
        .findings.filter(({ verdict }) => verdict === 'major' || verdict === 'forbidden')
        .filter(({ waiver }) => waiver === undefined)
        .map(({ rule, subject, pointer }) => `${rule} ${subject.name} ${pointer}`)
    : [];

test('what was published is as it was sealed', () => {
  expect(touched).toEqual([]);
  expect(frozen.map(({ version }) => version)).toContain('1.0.0');
});

test('the number of the working contract is not taken yet', () => {
  expect(frozen.map(({ version }) => version)).not.toContain(now.version);
});

test.each([
  ['1.0.0', undefined],
  ['1.0.1-draft', '1.0.0'],
  ['9.0.0', frozen.at(-1)?.version],
])('what comes before %s is %s', (version, want) => {
  expect(newestBefore(frozen, version)?.version).toBe(want);
});

test('nothing that was published since is broken', () => {
  expect(frozen.slice(-1).flatMap(({ contract }) => breaksSince(contract))).toEqual([]);
});

test('an operation at another address is a break', () => {
  const operations = now.operations.map((one) =>
    one.name === 'get-health' ? { ...one, path: '/v1/well-being' as const } : one,
  );
  expect(breaksSince({ ...now, operations })).toEqual(['CMP-057 get-health ']);
});
