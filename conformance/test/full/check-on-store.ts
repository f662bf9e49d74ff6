import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStore, type Store } from '@openwaybill/mock';
import { openFileStore, postgresStore } from '@openwaybill/mock/node';
import { referenceOf } from '../../src/prove/reference.ts';
import { check } from '../../src/run.ts';
import { maker, type ReferenceRole } from '../reference.ts';

/** A process of its own: the whole check of one role over one store; it prints what came of every requirement. */
const [, , role = 'courier', kind = 'memory', schema] = process.argv;

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-checked-'));

const open = async (): Promise<Store> => {
  if (kind === 'memory') return memoryStore();
  return kind === 'sqlite'
    ? openFileStore(join(folder, 'checked.sqlite'))
    : postgresStore(process.env.OPENWAYBILL_POSTGRES_URL ?? '', schema);
};

const store = await open();
try {
  const system = await referenceOf(
    { ...maker, start: (options, log) => maker.start({ ...options, store }, log) },
    { role: role as ReferenceRole, isPrinting: true },
  );
  // every scenario and every requirement; what is drawn at random is drawn once, for each store has a whole run
  const { result } = await check({
    ...system,
    role: role as ReferenceRole,
    modelRuns: 1,
    negatives: 1,
    races: 2,
  });
  await system.running.settled();
  const told = {
    outcomes: result.requirements.map(({ id, outcome }) => `${id} ${outcome}`),
    findings: result.findings.map((one) => `${one.requirement} ${one.case} ${one.actual}`),
    defects: system.defects.map((one) => (one instanceof Error ? one.stack : String(one))),
  };
  process.stdout.write(JSON.stringify(told));
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}
