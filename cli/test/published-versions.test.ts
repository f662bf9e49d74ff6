import { fileURLToPath } from 'node:url';
import { POLICY, registry, toContract } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { frozenContracts } from '../src/release/frozen-contracts.ts';

const { frozen, touched } = await frozenContracts(
  fileURLToPath(new URL('../..', import.meta.url)),
  nodeIo(),
);

test('what was published is as it was sealed', () => {
  expect(touched).toEqual([]);
});

test('a change of a published version has a version of its own', () => {
  const same = frozen.filter(({ version }) => version === registry.version);
  // whoever comes here: raise VERSION in schemas/src/define/schema.ts; openwaybill diff says to which
  for (const { contract } of same) {
    const { views, matrix } = POLICY;
    const now = { ...toContract(registry), policy: { views, matrix } };
    expect(JSON.parse(JSON.stringify(now))).toEqual(contract);
  }
});
