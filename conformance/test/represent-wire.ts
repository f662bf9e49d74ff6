import { writeFileSync } from 'node:fs';
import { registry, SERVING_ROLES } from '@openwaybill/schemas';
import { Misuse } from '../src/claim.ts';
import { type Shown, shownOf } from '../src/faults/wire/reach.ts';
import { representativesIn, written } from '../src/faults/wire/representatives.ts';
import { check } from '../src/run.ts';
import { scenarios } from '../src/scenarios/index.ts';
import { isFor } from '../src/scenarios/scenario.ts';
import type { Entry } from '../src/transcript/format.ts';
import type { Claim } from '../src/words.ts';
import { type ReferenceRole, reference } from './reference.ts';

// writes src/faults/wire/representatives.json: `node --conditions=@openwaybill/source test/represent-wire.ts`

/** Roles whose runs are short stand first: what they show is shown by them. */
const ROLES: readonly ReferenceRole[] = [
  'insurer',
  'customs-agent',
  'packaging-operator',
  'service-point',
  'locker',
  'warehouse',
  'regulator',
  'platform',
  'hub',
  'courier',
];

/** What each scenario of a role shows when it is run alone: a list that others filled is empty then. */
const shownBy = async (role: ReferenceRole): Promise<Shown> => {
  const entries: Entry[] = [];
  let claim: Claim | undefined;
  for (const { id } of scenarios.filter((scenario) => isFor(scenario, role)))
    try {
      const run = await check({ ...(await reference(role)), role, only: [id], negatives: 1 });
      claim = run.claim;
      const [head] = run.transcript.entries;
      if (entries.length === 0 && head !== undefined) entries.push(head);
      for (const entry of run.transcript.entries)
        if (entry.kind === 'exchange' && entry.scenario === id) entries.push(entry);
    } catch (error) {
      // what this role does not claim is not played
      if (!(error instanceof Misuse)) throw error;
    }
  if (claim === undefined) throw new Error(`${role} shows nothing`);
  return shownOf({ entries }, claim);
};

const shown = new Map<ReferenceRole, Shown>();
for (const role of ROLES.filter((one) => SERVING_ROLES.includes(one)))
  shown.set(role, await shownBy(role));
const found = representativesIn(registry, shown);
writeFileSync(
  new URL('../src/faults/wire/representatives.json', import.meta.url),
  `${JSON.stringify(written(found), undefined, 1)}\n`,
);
process.stdout.write(`${found.length} faults\n`);
