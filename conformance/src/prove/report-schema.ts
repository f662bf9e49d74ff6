import { type RequirementId, ROLES, type Role } from '@openwaybill/schemas';
import { Type } from '@sinclair/typebox';
import { EXIT_CODES, OUTCOMES } from '../outcome.ts';
import { At, BothTexts, Count, closed, Digest, oneOf } from '../result/form.ts';
import { InChinese } from '../result/result-schema.ts';

const Id = Type.Unsafe<RequirementId>(Type.String({ pattern: '^[A-Z]{3}-[0-9]{3}$' }));
const Ids = Type.Array(Id);
const AnyRole = oneOf(Object.keys(ROLES) as Role[]);
const Kind = oneOf(['hand', 'wire', 'behaviour']);
const Exit = oneOf(EXIT_CODES.map(({ code }) => code));

/** One number for each of some names. */
const counts = <const Name extends string>(names: readonly Name[]) =>
  closed(Object.fromEntries(names.map((name) => [name, Count])) as Record<Name, typeof Count>);

/**
 * What became of a fault, and of the suite by it: `KILLED` all that it violates failed, and nothing else; `ACCUSED`
 * something failed that it does not violate; `PARTLY_SURVIVED` and `SURVIVED` some or all of what it violates did not
 * fail; `BLINDS` it hides requirements without saying so; `INVALID` it proves nothing, and is counted apart; `CRASHED` the
 * suite itself broke down over it.
 */
const JUDGEMENTS = [
  'KILLED',
  'ACCUSED',
  'PARTLY_SURVIVED',
  'SURVIVED',
  'BLINDS',
  'INVALID',
  'CRASHED',
] as const;
export const JudgementForm = oneOf(JUDGEMENTS);

/** Why a fault proves nothing. */
const INVALIDITIES = ['NEVER_FIRED', 'BROKE_REFERENCE', 'EQUIVALENT'] as const;
export const InvalidityForm = oneOf(INVALIDITIES);

/** Where one requirement was seen to fail under a fault. */
export const EvidenceForm = closed({
  requirement: Id,
  case: Type.String(),
  scenario: Type.Optional(Type.String()),
  operation: Type.Optional(Type.String()),
  pointer: Type.Optional(Type.String()),
  expected: Type.String(),
  actual: Type.String(),
  zh: InChinese,
  /** Method and path of the message that shows it. */
  request: Type.Optional(Type.String()),
  status: Type.Optional(Type.Integer()),
});

/** Everything that the run with one fault came to: one row of the kill matrix. */
export const FaultRowForm = closed({
  id: Type.String(),
  kind: Kind,
  role: AnyRole,
  claims: Type.Optional(Type.String()),
  title: BothTexts,
  violates: Ids,
  /** What failed beside it, and truthfully: where it was seen to fail, the fault had changed something. */
  dependants: Ids,
  /** What it may hide. */
  masks: Type.Union([Ids, Type.Literal('all')]),
  /** How often it changed anything. */
  fired: Count,
  /** Requirements of any level that failed with it. */
  failed: Ids,
  /** Requirements that pass without it, whose every scenario ran, and that could not be told with it. */
  inconclusive: Ids,
  judgement: JudgementForm,
  /** Why it proves nothing. */
  because: Type.Optional(InvalidityForm),
  /** What the suite broke down with. */
  crash: Type.Optional(Type.String()),
  evidence: Type.Array(EvidenceForm),
  scenarios: Type.Array(Type.String()),
  milliseconds: Count,
  /** Of the sources that it stands on. */
  digest: Digest,
});

/** A system that must be clean, and what it was not. */
export const CleanRowForm = closed({
  role: AnyRole,
  claims: Type.Optional(Type.String()),
  counts: counts(OUTCOMES),
  /** Requirements that failed. */
  accused: Ids,
  /** Requirements that were left open, though nothing kept them from being told. */
  open: Ids,
  /** Messages of ours that were wrong, and defects of the system. */
  defects: Type.Array(Type.String()),
  milliseconds: Count,
});

/** A system that is no implementation, or none with a memory. */
export const HollowRowForm = closed({
  id: Type.String(),
  role: AnyRole,
  /** Requirements that bind and passed all the same. */
  passed: Ids,
  /** Those among them that are not known to be passed by it. */
  unforeseen: Ids,
  /** Classes found conformant. */
  conformant: Type.Array(Type.String()),
  /** Exit code of `check`. */
  exit: Exit,
  milliseconds: Count,
});

/** Two runs of one system with one seed, and what differs but for times and ids. */
export const DeterminismRowForm = closed({
  role: AnyRole,
  differences: Type.Array(Type.String()),
  milliseconds: Count,
});

/** A stored transcript, and where it gives other outcomes than stand beside it. */
export const GoldenRowForm = closed({
  id: Type.String(),
  role: AnyRole,
  differences: Type.Array(Type.String()),
  milliseconds: Count,
});

/** Over valid faults: how many violate, and how many of these were caught; how many others accused. */
export const SumForm = closed({ violated: Count, caught: Count, accused: Count });

const totals = {
  faults: Count,
  valid: Count,
  killed: Count,
  /** Valid faults of which all that they violate failed. */
  sensitive: Count,
  /** Valid faults with which nothing else failed. */
  specific: Count,
  invalid: counts(INVALIDITIES),
  judgements: counts(JUDGEMENTS),
};
export const TotalsForm = closed(totals);

/** A fault that may stay as it is for now, with the reason in writing. */
export const AcceptedForm = closed({
  fault: Type.String(),
  judgement: oneOf(['ACCUSED', 'PARTLY_SURVIVED', 'SURVIVED', 'BLINDS']),
  /** The requirement that it is about. */
  requirement: Id,
  reason: BothTexts,
  /** Day on which it was accepted. */
  date: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
});

/** One demand of the proof, and whether it is met. */
export const DemandForm = closed({
  id: oneOf([
    'REFERENCE',
    'WITNESS',
    'FAULTS',
    'WORKLIST',
    'NULL',
    'WEAK',
    'GOLDENS',
    'DETERMINISM',
    'ACCEPTED',
    'COMPLETE',
  ]),
  isMet: Type.Boolean(),
  text: BothTexts,
});

/** Everything that a proof of the suite found; the kill matrix and every table are functions of it. */
export const ProveForm = Type.Object(
  {
    format: Type.Literal('openwaybill-prove/1'),
    run: closed({
      startedAt: At,
      endedAt: At,
      milliseconds: Count,
      seed: Type.Integer(),
      /** Whether every chosen fault was judged. */
      complete: Type.Boolean(),
      /** Whether everything was chosen: what a release needs. */
      whole: Type.Boolean(),
      kinds: Type.Array(Kind),
      only: Type.Optional(Type.Array(Type.String())),
      sample: Type.Optional(Count),
    }),
    suite: closed({ name: Type.Literal('@openwaybill/conformance'), version: Type.String() }),
    digests: closed({ suite: Digest, set: Digest, reference: Digest }),
    parts: closed({
      reference: Type.Array(CleanRowForm),
      witness: Type.Array(CleanRowForm),
      nullSystems: Type.Array(HollowRowForm),
      weakSystems: Type.Array(HollowRowForm),
      goldens: Type.Array(GoldenRowForm),
      determinism: Type.Array(DeterminismRowForm),
    }),
    faults: Type.Array(FaultRowForm),
    totals: closed({
      ...totals,
      kinds: closed({ hand: TotalsForm, wire: TotalsForm, behaviour: TotalsForm }),
    }),
    /** By requirement, as far as a fault is about it. */
    requirements: Type.Record(Type.String(), SumForm, { additionalProperties: false }),
    modules: Type.Record(Type.String(), SumForm, { additionalProperties: false }),
    /** Requirements that bind, within reach, and that no fault was killed by. */
    worklist: Ids,
    accepted: Type.Array(AcceptedForm),
    /** Acceptances that no longer hold, and why. */
    stale: Type.Array(closed({ fault: Type.String(), why: BothTexts })),
    demands: Type.Array(DemandForm),
    exit: Exit,
  },
  {
    $id: 'https://openwaybill.org/schemas/prove/1.json',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Proof of the conformance suite',
    additionalProperties: false,
  },
);
