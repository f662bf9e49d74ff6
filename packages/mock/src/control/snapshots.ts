import { digestOf } from '../engine/idempotency.ts';
import { randomId } from '../engine/invent.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import { recordRow } from '../store/resource.ts';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import type { ControlRoute } from './route.ts';

/** Everything of one tenant at one moment: what it needs to go on as if nothing had been between. */
export type Snapshot = {
  readonly format: 'openwaybill-mock-snapshot/1';
  readonly contract: string;
  readonly role: string;
  readonly partyId: string;
  readonly tenant: string;
  readonly seed: number;
  /** Where the stream of invention is; absent where randomness is the system's. */
  readonly random?: number;
  readonly clock: string;
  readonly state: readonly Row[];
  readonly outbox: readonly Row[];
  readonly log: readonly Row[];
  /** Numbers that are given out one after another, to any tenant. */
  readonly counters: readonly Row[];
};

export type KeptSnapshot = { readonly id: string; readonly digest: string; readonly at: string };

type Kept = KeptSnapshot & { readonly document: Snapshot };

const COLLECTION = 'snapshot';
const COUNTERS = 'counter';
const OUTBOX: readonly string[] = ['event', 'delivery', 'timer'];
const LOGS: readonly string[] = ['log', 'log-length'];

const documentOf = async (
  { options, random }: System,
  unit: Unit,
  now: string,
  tenant: string,
): Promise<Snapshot> => {
  const rows = await unit.owned(tenant);
  const position = random.position?.();
  const isState = ({ collection }: Row): boolean =>
    !OUTBOX.includes(collection) && !LOGS.includes(collection);
  return {
    format: 'openwaybill-mock-snapshot/1',
    contract: options.registry.version,
    role: options.role,
    partyId: options.partyId,
    tenant,
    seed: options.seed,
    ...(position === undefined ? {} : { random: position }),
    clock: now,
    state: rows.filter(isState),
    outbox: rows.filter(({ collection }) => OUTBOX.includes(collection)),
    log: rows.filter(({ collection }) => LOGS.includes(collection)),
    counters: await unit.list({ collection: COUNTERS }),
  };
};

/** Takes a snapshot of a tenant and keeps it, outside of what a reset or another restore touches. */
export const takeSnapshot = (system: System, tenant: string): Promise<KeptSnapshot> =>
  system.transact(tenant, async (unit, now) => {
    const document = await documentOf(system, unit, now, tenant);
    const digest = await digestOf(
      system.options,
      new TextEncoder().encode(JSON.stringify(document)),
    );
    // not drawn from the stream of invention: a snapshot changes nothing of what comes after it
    const id = randomId((count) => crypto.getRandomValues(new Uint8Array(count)), 'snp_');
    const body: Kept = { id, digest, at: now, document };
    unit.put(recordRow(COLLECTION, id, '', now, body, tenant));
    return { id, digest, at: now };
  });

const keptIn = async (unit: Unit, tenant: string, id: string): Promise<Kept> => {
  const row = await unit.row(COLLECTION, id);
  if (row?.parent === tenant) return row.body as Kept;
  throw refuse('NOT_FOUND', {
    seen: { en: 'there is no such snapshot of this tenant', zh: '该租户没有此快照' },
    remedy: {
      en: 'Take one with POST /_mock/snapshots, or list them with GET.',
      zh: '请用 POST /_mock/snapshots 创建，或用 GET 列出。',
    },
  });
};

/** The snapshots of a tenant, oldest first. */
export const listSnapshots = (system: System, tenant: string): Promise<readonly KeptSnapshot[]> =>
  system.transact(tenant, async (unit) =>
    (await unit.list({ collection: COLLECTION, parent: tenant })).map(({ body }) => {
      const { id, digest, at } = body as Kept;
      return { id, digest, at };
    }),
  );

/** A snapshot as one document, which another mock can go on from. */
export const readSnapshot = (system: System, tenant: string, id: string): Promise<Snapshot> =>
  system.transact(tenant, async (unit) => (await keptIn(unit, tenant, id)).document);

/** What of a snapshot is not as in this mock, so that its keys and numbers would not fit. */
const strangeIn = ({ options }: System, tenant: string, document: Snapshot): string | undefined =>
  (
    [
      ['format', document.format, 'openwaybill-mock-snapshot/1'],
      ['contract', document.contract, options.registry.version],
      ['role', document.role, options.role],
      ['partyId', document.partyId, options.partyId],
      ['tenant', document.tenant, tenant],
      ['seed', document.seed, options.seed],
    ] as const
  ).find(([, given, own]) => given !== own)?.[0];

const isRunning = (row: Row): boolean => row.collection === 'clock';

/** Puts a tenant back to where a snapshot was taken: the next command does what it would have done then. */
export const restore = async (
  system: System,
  tenant: string,
  document: Snapshot,
): Promise<void> => {
  const strange = strangeIn(system, tenant, document);
  if (strange !== undefined)
    throw refuse('RULE_VIOLATION', {
      pointer: `/${strange}`,
      seen: {
        en: `the snapshot has another ${strange} than this mock`,
        zh: `快照的 ${strange} 与本模拟服务不同`,
      },
      remedy: {
        en: 'Start the mock with the seed and the role of the snapshot.',
        zh: '请以快照的种子与角色启动模拟服务。',
      },
    });
  await system.transact(tenant, async (unit) => {
    unit.clear(tenant);
    for (const row of [
      ...document.state,
      ...document.outbox,
      ...document.log,
      ...document.counters,
    ])
      unit.put(
        // real time counts from now, not from when the snapshot was taken
        isRunning(row)
          ? { ...row, body: { ...(row.body as object), wallAt: system.options.wallClock() } }
          : row,
      );
  });
  if (document.random !== undefined) system.random.seek?.(document.random);
};

/** Puts a tenant back to one of its own snapshots. */
export const restoreKept = async (system: System, tenant: string, id: string): Promise<void> =>
  restore(system, tenant, await readSnapshot(system, tenant, id));

/** Snapshots of a tenant. */
export const snapshotRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/snapshots',
    answer: async ({ system, tenant }) => ({
      snapshots: await listSnapshots(system, tenant.partyId),
    }),
  },
  {
    method: 'POST',
    path: '/_mock/snapshots',
    answer: ({ system, tenant }) => takeSnapshot(system, tenant.partyId),
  },
  {
    method: 'GET',
    path: '/_mock/snapshots/{id}',
    answer: ({ system, tenant, path }) => readSnapshot(system, tenant.partyId, path.id ?? ''),
  },
  {
    method: 'POST',
    path: '/_mock/snapshots/{id}/restore',
    answer: ({ system, tenant, path }) => restoreKept(system, tenant.partyId, path.id ?? ''),
  },
];
