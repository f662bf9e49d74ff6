import { createHash } from 'node:crypto';
import type { Contract } from '@openwaybill/schemas';
import { fromContract } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { publish, QUALITY, recheck } from '../src/index.ts';
import { FACTS } from './_quality.ts';
import { SMALL_CONTRACT } from './_small.ts';

const by = (algorithm: string) => (bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest('hex');

/** Texts of a release of a contract that was changed, with what was handed in. */
const released = (
  change: (contract: Contract) => void = () => {},
  handedIn: ReadonlyMap<string, string> = new Map(),
  previous?: Contract,
): ReadonlyMap<string, string> => {
  const contract = JSON.parse(JSON.stringify(SMALL_CONTRACT));
  change(contract);
  return publish(
    fromContract(contract),
    {
      version: '1.0.1',
      status: 'published',
      publishedOn: '2026-11-22',
      handedIn,
      ...(previous === undefined ? {} : { previous }),
    },
    { sha256: by('sha256'), sm3: by('sm3') },
    '0.1.0',
  );
};

type Examples = { valid: Record<string, unknown>; invalid: Record<string, { value: unknown }> };
const examplesIn = (contract: Contract): Examples =>
  contract.schemas.WaybillCancellation?.examples as unknown as Examples;

test.each<[string, { given: () => ReadonlyMap<string, string>; want: readonly string[] }]>([
  ['a release that holds', { given: () => released(), want: [] }],
  [
    'a valid example that is not',
    {
      given: () =>
        released((contract) => {
          examplesIn(contract).valid.wrong = { reason: 7 };
        }),
      want: ['contract.json: WaybillCancellation /examples/valid/wrong'],
    },
  ],
  [
    'an invalid example that is valid',
    {
      given: () =>
        released((contract) => {
          const { valid, invalid } = examplesIn(contract);
          const [value] = Object.values(valid);
          for (const one of Object.values(invalid)) one.value = value;
        }),
      want: ['contract.json: WaybillCancellation /examples/invalid/'],
    },
  ],
  [
    'a link that leads nowhere',
    {
      given: () =>
        released(
          undefined,
          new Map([
            [QUALITY, JSON.stringify(FACTS)],
            ['docs/a.html', '<a href="b.html">'],
          ]),
        ),
      want: ['docs/a.html: a link leads nowhere: docs/a.html -> docs/b.html'],
    },
  ],
  [
    'a version that is too low for what changed',
    {
      given: () =>
        released(
          (contract) => {
            const schema = contract.schemas.WaybillCancellation?.schema as unknown as {
              properties: Record<string, object>;
              required: string[];
            };
            schema.properties.note = { type: 'string', minLength: 1, maxLength: 10 };
            schema.required.push('note');
          },
          undefined,
          SMALL_CONTRACT,
        ),
      want: ['diff-from-previous.json: the version must be at least 2.0.0'],
    },
  ],
])('%s is judged again', (_title, { given, want }) => {
  const found = recheck(given()).map(({ path, text }) => `${path}: ${text.en}`);
  for (const one of want)
    expect(
      found.some((line) => line.startsWith(one)),
      one,
    ).toBe(true);
  expect(found.length > 0).toBe(want.length > 0);
});
