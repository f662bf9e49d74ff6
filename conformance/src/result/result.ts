import type { Emptiness, ExitCode } from '../outcome.ts';
import type { EndReason } from '../transcript/format.ts';
import type {
  CaseId,
  CaseState,
  Depth,
  Level,
  Observation,
  Outcome,
  Position,
  RequirementId,
  Role,
  Text,
  Tier,
  Verdict,
} from '../words.ts';

export type CaseResult = {
  readonly id: CaseId;
  readonly state: CaseState;
  readonly isObligatory: boolean;
  readonly unsteady?: true;
  /** Why it could not be judged. */
  readonly reason?: string;
  readonly observations: readonly Observation[];
};

export type RequirementResult = {
  readonly id: RequirementId;
  readonly level: Level;
  readonly position: Position;
  readonly class: string;
  readonly part?: string;
  readonly module: string;
  readonly tier: Tier;
  readonly text: Text;
  readonly clause: string;
  readonly outcome: Outcome;
  readonly reason?: string;
  /** The baseline says so: it does not count for the exit code. */
  readonly expected?: true;
  readonly cases: readonly CaseResult[];
};

/** One violated case, ready for a card. */
export type FindingCard = {
  readonly requirement: RequirementId;
  readonly level: Level;
  readonly text: Text;
  readonly clause: string;
  readonly case: CaseId;
  readonly scenario?: string;
  readonly operation?: string;
  readonly expected: string;
  readonly actual: string;
  readonly pointer?: string;
  readonly surface?: string;
  readonly rule?: string;
  /** Numbers of the exchanges that show it. */
  readonly at: readonly number[];
  /** Other requirements that the same exchange violates. */
  readonly alsoViolates: readonly RequirementId[];
  readonly isWarning: boolean;
};

export type VerdictRow = {
  readonly class: string;
  readonly part?: string;
  readonly depth: Depth;
  readonly verdict: Verdict;
  /** Why a claimed class left nothing to judge; such a verdict is no shortcoming of the run. */
  readonly reason?: Emptiness;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly aboveDepth: number;
};

export type Warning = {
  readonly code: string;
  readonly text: Text;
  readonly at?: readonly number[];
};

/** Everything that a run found; every report is a function of it and of the transcript. */
export type Result = {
  readonly format: 'openwaybill-result/1';
  readonly run: {
    readonly runId: string;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly complete: boolean;
    readonly seed: number;
    readonly depth: Depth;
    readonly patience: number;
    readonly mode: 'CHECK' | 'BETWEEN' | 'JUDGE';
    readonly selection?: readonly string[];
    /** Conformance classes that were chosen; absent: all. */
    readonly classes?: readonly string[];
    readonly shard?: { readonly index: number; readonly count: number };
    /** Why it ended before its end. */
    readonly ending?: EndReason;
    /** What of the environment ended it. */
    readonly failure?: Text;
  };
  readonly suite: { readonly name: '@openwaybill/conformance'; readonly version: string };
  readonly set: { readonly version: string; readonly stage: 'PROVISIONAL' | 'GENERAL' | 'NEXT' };
  readonly system: {
    readonly role: Role;
    readonly software: { readonly name: string; readonly version: string };
    readonly organisation: string;
    readonly claimDigest: string;
    readonly environment: 'SANDBOX' | 'PRODUCTION';
    readonly url?: string;
  };
  readonly transcript: { readonly digest: string; readonly entryCount: number };
  readonly verdicts: readonly VerdictRow[];
  readonly requirements: readonly RequirementResult[];
  readonly findings: readonly FindingCard[];
  readonly warnings: readonly Warning[];
  readonly coverage: {
    readonly operations: { readonly seen: readonly string[]; readonly unseen: readonly string[] };
    readonly events: { readonly seen: readonly string[]; readonly unseen: readonly string[] };
  };
  readonly prepared: readonly {
    readonly need: string;
    readonly rung: string;
    readonly result: string;
  }[];
  readonly harness: readonly { readonly at: number; readonly issue: string }[];
  /** The user's file of expected failures, where one was given: it turns the exit code and nothing else. */
  readonly baseline?: {
    readonly digest: string;
    /** How many of its entries are as they say. */
    readonly matched: number;
    /** Entries that are to be removed or repaired, each with what to do. */
    readonly stale: readonly Text[];
  };
  readonly exit: ExitCode;
};
