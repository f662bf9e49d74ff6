import { type Static, Type } from '@sinclair/typebox';
import { requirements } from '../catalogue/catalogue.ts';
import { allCases } from '../coverage/all-cases.ts';
import { closed, Digest, oneOf } from '../result/form.ts';
import { contractDigest } from '../result/identity.ts';
import { digestOf } from '../transcript/chain.ts';
import type { CaseId, RequirementId } from '../words.ts';

/**
 * The cases by which a release is judged, written once and never edited afterwards. A suite may look for more: what it
 * finds then is told, and counts for nobody.
 */
export const FrozenSetForm = Type.Object(
  {
    set: Type.String({ pattern: '^[0-9]+[.][0-9]+[.][0-9]+$' }),
    stage: oneOf(['PROVISIONAL', 'GENERAL']),
    /** Of the sentences of the requirements, and of what they bind. */
    contract: Digest,
    requirements: Type.Object(
      {},
      {
        additionalProperties: closed({
          tier: oneOf(['W', 'C', 'S']),
          cases: Type.Array(Type.String()),
        }),
      },
    ),
    /** Of everything above: a set that was edited is none. */
    digest: Digest,
  },
  { $id: 'https://openwaybill.org/schemas/requirement-set/1.json', additionalProperties: false },
);
export type FrozenSet = Omit<Static<typeof FrozenSetForm>, 'requirements'> & {
  readonly requirements: Readonly<
    Record<string, { readonly tier: 'W' | 'C' | 'S'; readonly cases: readonly CaseId[] }>
  >;
};

/** Cases that were found wrong after a set was frozen: they blame who conforms, and count for nobody until restored. */
export const ErrataForm = Type.Object(
  {
    set: Type.String(),
    suspended: Type.Array(
      closed({
        requirement: Type.String({ pattern: '^[A-Z]{3}-[0-9]{3}$' }),
        case: Type.String(),
        reason: Type.String({ pattern: '\\S' }),
        on: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
        /** The transcript that shows it. */
        golden: Type.String({ pattern: '\\S' }),
      }),
    ),
  },
  {
    $id: 'https://openwaybill.org/schemas/requirement-set-errata/1.json',
    additionalProperties: false,
  },
);
export type Errata = Static<typeof ErrataForm>;

const contentOf = ({ digest: _, ...content }: FrozenSet): string => JSON.stringify(content);

/** The set of the suite as it is now. */
export const freeze = (set: string, stage: FrozenSet['stage']): FrozenSet => {
  const cases = allCases();
  const content = {
    set,
    stage,
    contract: contractDigest(),
    requirements: Object.fromEntries(
      requirements.flatMap((one) =>
        'excluded' in one
          ? []
          : [[one.id, { tier: one.tier, cases: cases.get(one.id) ?? [] }] as const],
      ),
    ),
    digest: '',
  };
  return { ...content, digest: digestOf(contentOf(content)) };
};

/** Whether a set is as it was written. */
export const isIntact = (set: FrozenSet): boolean => set.digest === digestOf(contentOf(set));

/** A set as judging looks at it. */
export type AppliedSet = {
  readonly version: string;
  readonly stage: FrozenSet['stage'];
  readonly digest: string;
  /** Whether the set has a requirement at all, also where all its cases are suspended. */
  readonly has: (id: RequirementId) => boolean;
  /** Whether a case counts. */
  readonly counts: (id: RequirementId, one: CaseId) => boolean;
};

/** A set, less what was suspended since. */
export const applied = (frozen: FrozenSet, errata?: Errata): AppliedSet => {
  const suspended = new Set(
    errata?.suspended.map(({ requirement, case: id }) => `${requirement} ${id}`) ?? [],
  );
  const counted = new Map(
    Object.entries(frozen.requirements).map(([id, { cases }]) => [id, new Set(cases)]),
  );
  return {
    version: frozen.set,
    stage: frozen.stage,
    digest: frozen.digest,
    has: (id) => counted.has(id),
    counts: (id, one) => counted.get(id)?.has(one) === true && !suspended.has(`${id} ${one}`),
  };
};
