import { type RequirementId, ROLES, type Role } from '@openwaybill/schemas';
import { Type } from '@sinclair/typebox';
import { EXIT_CODES, OUTCOMES } from '../outcome.ts';
import type { Blocked } from '../words.ts';
import { At, BothTexts, Count, closed, Digest, oneOf } from './form.ts';

const Id = Type.Unsafe<RequirementId>(Type.String({ pattern: '^[A-Z]{3}-[0-9]{3}$' }));
const AnyRole = oneOf(Object.keys(ROLES) as Role[]);
const Level = oneOf(['MUST', 'MUST NOT', 'SHOULD', 'MAY']);
const Position = oneOf(['caller', 'server', 'sender', 'receiver']);
const Depth = oneOf(['WIRE', 'CONTROLLED', 'INSTRUMENTED']);
const Surface = oneOf(['body', 'header', 'url', 'status', 'timing', 'label', 'log', 'absence']);
/** Numbers of exchanges. */
const Seqs = Type.Array(Type.Integer({ minimum: 0 }));

const REASONS = {
  NO_SIGN_OF_LIFE: true,
  STATE_NOT_REACHED: true,
  NO_FACILITY: true,
  TWIN_NOT_ACCEPTED: true,
  NO_TRAFFIC: true,
  TOO_FEW_SAMPLES: true,
  NOT_OBSERVABLE: true,
  OPERATOR_CANNOT: true,
  PEER_NOT_REACHABLE: true,
  CLOCK_STANDS_STILL: true,
  NOISY: true,
  INTERRUPTED: true,
  HARNESS: true,
  REDACTED: true,
  NOT_KEPT: true,
} as const satisfies Record<Blocked, true>;

const seen = {
  requirement: Id,
  case: Type.String(),
  at: Seqs,
  pointer: Type.Optional(Type.String()),
  surface: Type.Optional(Surface),
};

/** What was wanted and seen, in Chinese; absent where it is codes and figures alone. */
export const InChinese = Type.Optional(closed({ expected: Type.String(), actual: Type.String() }));

/** One statement of a check about one case. */
export const ObservationForm = Type.Union([
  closed({ ...seen, says: Type.Literal('HOLDS') }),
  closed({
    ...seen,
    says: Type.Literal('VIOLATED'),
    expected: Type.String(),
    actual: Type.String(),
    zh: InChinese,
    rule: Type.Optional(Type.String()),
  }),
  closed({
    ...seen,
    says: Type.Literal('BLOCKED'),
    reason: oneOf(Object.keys(REASONS) as Blocked[]),
    detail: Type.Optional(Type.String()),
  }),
]);

export const CaseForm = closed({
  id: Type.String(),
  state: oneOf(['held', 'violated', 'blocked', 'silent']),
  isObligatory: Type.Boolean(),
  unsteady: Type.Optional(Type.Literal(true)),
  /** Why it could not be judged. */
  reason: Type.Optional(Type.String()),
  observations: Type.Array(ObservationForm),
});

export const RequirementForm = closed({
  id: Id,
  level: Level,
  position: Position,
  class: Type.String(),
  part: Type.Optional(Type.String()),
  module: Type.String(),
  tier: oneOf(['W', 'C', 'S']),
  text: BothTexts,
  clause: Type.String(),
  outcome: oneOf(OUTCOMES),
  reason: Type.Optional(Type.String()),
  /** A baseline expected it; it changes the exit code and nothing else. */
  expected: Type.Optional(Type.Literal(true)),
  cases: Type.Array(CaseForm),
});

/** One violated case, ready for a card. */
export const FindingForm = closed({
  requirement: Id,
  level: Level,
  text: BothTexts,
  clause: Type.String(),
  case: Type.String(),
  scenario: Type.Optional(Type.String()),
  operation: Type.Optional(Type.String()),
  expected: Type.String(),
  actual: Type.String(),
  zh: InChinese,
  pointer: Type.Optional(Type.String()),
  surface: Type.Optional(Surface),
  rule: Type.Optional(Type.String()),
  /** Numbers of the exchanges that show it. */
  at: Seqs,
  /** Other requirements that the same exchange violates. */
  alsoViolates: Type.Array(Id),
  isWarning: Type.Boolean(),
});

export const VerdictForm = closed({
  class: Type.String(),
  part: Type.Optional(Type.String()),
  depth: Depth,
  verdict: oneOf(['conformant', 'nonconformant', 'undetermined', 'not-claimed']),
  /** Why a claimed class left nothing to judge; such a verdict is no shortcoming of the run. */
  reason: Type.Optional(oneOf(['NO_REQUIREMENT', 'ABOVE_DEPTH', 'EXCLUDED'])),
  counts: closed({
    inapplicable: Count,
    passed: Count,
    untested: Count,
    inconclusive: Count,
    failed: Count,
  }),
  aboveDepth: Count,
});

export const WarningForm = closed({
  code: Type.String(),
  text: BothTexts,
  at: Type.Optional(Seqs),
});

/** A cell of a lifecycle table: what became of a command or an observation in a state. */
export const TransitionForm = closed({
  lifecycle: Type.String(),
  state: Type.String(),
  /** The operation that commands, or the event code that is observed. */
  by: Type.String(),
  kind: oneOf(['COMMAND', 'OBSERVATION']),
  is: oneOf(['ACCEPTED', 'REFUSED', 'VIOLATED', 'NOT_REACHED']),
  /** Why it was not reached. */
  reason: Type.Optional(Type.String()),
  at: Seqs,
});

/** What of the contract a run reached. */
export const CoverageForm = closed({
  operations: Type.Array(
    closed({
      name: Type.String(),
      module: Type.String(),
      position: oneOf(['server', 'caller']),
      accepted: Count,
      refused: Count,
    }),
  ),
  events: Type.Array(
    closed({
      name: Type.String(),
      module: Type.String(),
      position: oneOf(['sender', 'receiver']),
      count: Count,
    }),
  ),
  /** Problems that the operations may answer, and how often they did. */
  problems: Type.Array(closed({ name: Type.String(), status: Type.Integer(), count: Count })),
  transitions: Type.Array(TransitionForm),
  /** Requests with one thing wrong: how many were made of an accepted one, thrown away and sent, and against what. */
  negatives: Type.Array(
    closed({
      operation: Type.String(),
      made: Count,
      discarded: Count,
      sent: Count,
      rules: Type.Array(Type.String()),
    }),
  ),
  privacy: closed({
    /** Invented people whose values the run gave away. */
    people: Count,
    /** Where they were looked for in what the system said. */
    surfaces: Type.Array(
      closed({
        of: oneOf(['ANSWER', 'REQUEST', 'PROBLEM', 'EVENT']),
        surface: Surface,
        count: Count,
      }),
    ),
    /** Who looked at a consignee in which stage, and how often a view was answered. */
    looks: Type.Array(
      closed({ viewer: Type.String(), stage: Type.String(), count: Count, answered: Count }),
    ),
  }),
});

/** Everything that a run found; every report is a function of it and of the transcript. */
export const ResultForm = Type.Object(
  {
    format: Type.Literal('openwaybill-result/1'),
    run: closed({
      runId: Type.String(),
      startedAt: At,
      endedAt: At,
      complete: Type.Boolean(),
      seed: Type.Integer(),
      depth: Depth,
      patience: Type.Number({ exclusiveMinimum: 0 }),
      mode: oneOf(['CHECK', 'BETWEEN', 'JUDGE']),
      /** Ids of the scenarios that were chosen; absent: all. */
      selection: Type.Optional(Type.Array(Type.String())),
      shard: Type.Optional(
        closed({ index: Type.Integer({ minimum: 1 }), count: Type.Integer({ minimum: 1 }) }),
      ),
      /** Conformance classes that were chosen; absent: all. */
      classes: Type.Optional(Type.Array(Type.String())),
      /** Why it ended before its end. */
      ending: Type.Optional(oneOf(['INTERRUPTED', 'FAIL_FAST', 'NO_TOKEN', 'SYSTEM_LOST'])),
      /** What of the environment ended it. */
      failure: Type.Optional(BothTexts),
    }),
    suite: closed({
      name: Type.Literal('@openwaybill/conformance'),
      version: Type.String(),
      digest: Digest,
    }),
    set: closed({
      version: Type.String(),
      stage: oneOf(['PROVISIONAL', 'GENERAL', 'NEXT']),
      digest: Digest,
    }),
    system: closed({
      role: AnyRole,
      software: closed({
        name: Type.String(),
        version: Type.String(),
        build: Type.Optional(Digest),
      }),
      organisation: Type.String(),
      claimDigest: Digest,
      environment: oneOf(['SANDBOX', 'PRODUCTION']),
      url: Type.Optional(Type.String()),
    }),
    transcript: closed({ digest: Digest, entryCount: Count }),
    verdicts: Type.Array(VerdictForm),
    requirements: Type.Array(RequirementForm),
    findings: Type.Array(FindingForm),
    warnings: Type.Array(WarningForm),
    coverage: CoverageForm,
    prepared: Type.Array(
      closed({
        need: Type.String(),
        rung: Type.String(),
        result: Type.String(),
        /** The ways before it, and why each did not do. */
        tried: Type.Optional(
          Type.Array(
            closed({ rung: Type.String(), why: Type.String(), zh: Type.Optional(Type.String()) }),
          ),
        ),
      }),
    ),
    /** The user's file of expected failures, where one was given: it turns the exit code and nothing else. */
    baseline: Type.Optional(
      closed({
        digest: Digest,
        /** How many of its entries are as they say. */
        matched: Count,
        /** Entries that are to be removed or repaired, each with what to do. */
        stale: Type.Array(BothTexts),
      }),
    ),
    /** Our own failures, for which the system is not blamed. */
    harness: Type.Array(closed({ at: Type.Integer({ minimum: 0 }), issue: Type.String() })),
    exit: oneOf(EXIT_CODES.map(({ code }) => code)),
  },
  {
    $id: 'https://openwaybill.org/schemas/result/1.json',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Result of a conformance run',
    additionalProperties: false,
  },
);
