import { SERVING_ROLES } from '@openwaybill/schemas';
import { nullSystems } from '../null-systems/null-systems.ts';
import { weakSystems } from '../null-systems/weak-systems.ts';
import type { Fault, Role } from '../words.ts';
import type { Done, Job } from './job.ts';
import { inLanes, type Piece } from './lanes.ts';
import type { Accepted, FaultRow, Prove } from './report.ts';
import { reportOf } from './report-of.ts';
import { sampleOf } from './sample.ts';

/** What is to be proven. */
export type Asked = {
  readonly kinds: readonly Fault['kind'][];
  /** Ids of faults, or of requirements that they violate; absent: all. */
  readonly only?: readonly string[];
  /** So many of the derived faults; absent: all. */
  readonly sample?: number;
  readonly seed: number;
};

/** How far it is. */
export type Advance = {
  readonly key: string;
  readonly done: number;
  readonly total: number;
  /** What is left, by what was done so far. */
  readonly estimateMilliseconds: number;
};

/** What a proof is made with. */
export type Means = {
  readonly faults: readonly Fault[];
  readonly accepted: readonly Accepted[];
  /** Does one piece, here or in another thread. */
  readonly run: (job: Job) => Promise<Done>;
  /** How many pieces are done side by side. */
  readonly lanes: number;
  readonly witnesses: readonly Role[];
  readonly goldens: readonly string[];
  /** What was done before, by key. */
  readonly kept: ReadonlyMap<string, Done>;
  /** Keeps what was done. */
  readonly keep: (key: string, done: Done) => Promise<void>;
  /** Rows of an earlier proof; one whose sources are the same is not run again. */
  readonly earlier?: readonly FaultRow[];
  /** Digest of the sources that a fault stands on when it is looked for in some scenarios. */
  readonly digestOf: (fault: Fault, scenarios: readonly string[]) => string;
  readonly digests: Prove['digests'];
  readonly tell: (advance: Advance) => void;
  /** Resolves when nothing more is to be begun. */
  readonly stop: Promise<unknown>;
  readonly now: () => number;
  readonly elapsed: () => number;
};

/** The two roles of the core exchange: what says nothing, remembers nothing or draws lots is tried as these. */
const CORE: readonly Role[] = ['courier', 'platform'];

type Variant = { readonly role: Role; readonly claims?: Fault['claims'] };

/** Every reference that is to be clean, the longest runs first. */
const VARIANTS: readonly Variant[] = [
  ...CORE.map((role) => ({ role })),
  ...CORE.map((role) => ({ role, claims: 'signed-messages' as const })),
  ...SERVING_ROLES.filter((role) => !CORE.includes(role)).map((role) => ({ role })),
];

const keyOf = ({ role, claims }: Variant): string =>
  `reference:${role}${claims === undefined ? '' : `+${claims}`}`;

/** The faults that were asked for. */
export const chosenOf = (faults: readonly Fault[], asked: Asked): readonly Fault[] => {
  const { kinds, only, sample, seed } = asked;
  const wanted = faults.filter(
    ({ id, kind, violates }) =>
      kinds.includes(kind) &&
      (only === undefined || only.some((word) => word === id || violates.some((v) => v === word))),
  );
  if (sample === undefined) return wanted;
  const derived = wanted.filter(({ kind }) => kind !== 'hand');
  const drawn = new Set(sampleOf(derived, sample, seed));
  return wanted.filter((fault) => fault.kind === 'hand' || drawn.has(fault));
};

/** Proves the suite: everything that must be clean is, everything broken is seen. Nothing, where it was stopped. */
export const prove = async (asked: Asked, means: Means): Promise<Prove | undefined> => {
  const { kept, earlier = [], elapsed } = means;
  const startedAt = new Date(means.now()).toISOString();
  const began = elapsed();
  const chosen = chosenOf(means.faults, asked);
  const before = new Map(earlier.map((row) => [row.id, row]));
  const rows = new Map<string, FaultRow>();
  for (const fault of chosen) {
    const row = before.get(fault.id);
    if (row !== undefined && row.digest === means.digestOf(fault, row.scenarios))
      rows.set(fault.id, row);
  }
  const faults = chosen.filter(({ id }) => !rows.has(id));
  const isPart = asked.only !== undefined || means.earlier !== undefined;
  const needed = new Set(faults.map(keyOf));
  const variants = VARIANTS.filter((variant) => !isPart || needed.has(keyOf(variant)));

  const done = new Map<string, Done>();
  const referenceOf = (variant: Variant): Extract<Done, { readonly kind: 'REFERENCE' }> => {
    const found = done.get(keyOf(variant));
    if (found?.kind !== 'REFERENCE') throw new Error(`${keyOf(variant)} was not run`);
    return found;
  };
  const jobs: readonly (readonly [key: string, after: Variant | undefined, make: () => Job])[] = [
    ...variants.map(
      (variant) =>
        [keyOf(variant), undefined, (): Job => ({ kind: 'REFERENCE', ...variant })] as const,
    ),
    ...faults.map(
      (fault) =>
        [
          `fault:${fault.id}`,
          fault,
          (): Job => {
            const { clean } = referenceOf(fault);
            return { kind: 'FAULT', id: fault.id, clean };
          },
        ] as const,
    ),
    ...(isPart
      ? []
      : [
          ...CORE.flatMap((role) => [
            [
              `again:${role}`,
              { role },
              (): Job => ({ kind: 'AGAIN', role, facts: referenceOf({ role }).facts }),
            ] as const,
            ...[
              ...nullSystems.map(({ id }) => ({ kind: 'NULL', id }) as const),
              ...weakSystems.map(({ id }) => ({ kind: 'WEAK', id }) as const),
            ].map(
              ({ kind, id }) =>
                [
                  `${kind.toLowerCase()}:${id}:${role}`,
                  { role },
                  (): Job => ({
                    kind,
                    id,
                    role,
                    document: referenceOf({ role }).clean.claim.document,
                  }),
                ] as const,
            ),
          ]),
          ...means.witnesses.map(
            (role) =>
              [`witness:${role}`, undefined, (): Job => ({ kind: 'WITNESS', role })] as const,
          ),
          ...means.goldens.map(
            (id) => [`golden:${id}`, undefined, (): Job => ({ kind: 'GOLDEN', id })] as const,
          ),
        ]),
  ];

  let count = 0;
  const pieces = jobs.map(
    ([key, after, make]): Piece<Done> => ({
      key,
      ...(after === undefined ? {} : { after: keyOf(after) }),
      start: async () => kept.get(key) ?? means.run(make()),
    }),
  );
  const fresh = pieces.filter(({ key }) => !kept.has(key)).length;
  let worked = 0;
  const ending = await inLanes(pieces, means.lanes, means.stop, async (key, one) => {
    done.set(key, one);
    count += 1;
    if (kept.has(key)) return;
    worked += 1;
    // a clean run is needed whole by whatever follows, and is quickly made again
    if (one.kind !== 'REFERENCE') await means.keep(key, one);
    means.tell({
      key,
      done: count,
      total: pieces.length,
      estimateMilliseconds: ((elapsed() - began) / worked) * (fresh - worked),
    });
  });
  if (ending === 'STOPPED') return undefined;

  for (const fault of faults) {
    const one = done.get(`fault:${fault.id}`);
    if (one?.kind !== 'FAULT') continue;
    const { row } = one;
    rows.set(fault.id, { ...row, digest: means.digestOf(fault, row.scenarios) });
  }
  return reportOf({
    run: {
      startedAt,
      endedAt: new Date(means.now()).toISOString(),
      milliseconds: Math.round(elapsed() - began),
      seed: asked.seed,
      kinds: asked.kinds,
      whole:
        !isPart &&
        asked.sample === undefined &&
        asked.kinds.length === 3 &&
        means.witnesses.length > 0,
      ...(asked.only === undefined ? {} : { only: asked.only }),
      ...(asked.sample === undefined ? {} : { sample: asked.sample }),
    },
    digests: means.digests,
    done: [...done.values()],
    rows: chosen.flatMap(({ id }) => rows.get(id) ?? []),
    faults: means.faults,
    chosen,
    accepted: means.accepted,
    isPart,
  });
};
