import type { ExitCode } from '../outcome.ts';
import type { Fault, Outcome, RequirementId, Role, Text } from '../words.ts';

/** What became of a fault, and of the suite by it. */
export type Judgement =
  /** All that it violates failed, and nothing else. */
  | 'KILLED'
  /** Something failed that it does not violate. */
  | 'ACCUSED'
  /** Some of what it violates failed. */
  | 'PARTLY_SURVIVED'
  /** Nothing of what it violates failed. */
  | 'SURVIVED'
  /** It hides requirements without saying so. */
  | 'BLINDS'
  /** It proves nothing, and is counted apart. */
  | 'INVALID'
  /** The suite itself broke down over it. */
  | 'CRASHED';

/** Why a fault proves nothing. */
export type Invalidity = 'NEVER_FIRED' | 'BROKE_REFERENCE' | 'EQUIVALENT';

/** Where one requirement was seen to fail under a fault. */
export type Evidence = {
  readonly requirement: RequirementId;
  readonly case: string;
  readonly scenario?: string;
  readonly operation?: string;
  readonly pointer?: string;
  readonly expected: string;
  readonly actual: string;
  /** The message that shows it, without its body. */
  readonly request?: string;
  readonly status?: number;
};

/** Everything that the run with one fault came to: one row of the kill matrix. */
export type FaultRow = {
  readonly id: string;
  readonly kind: Fault['kind'];
  readonly role: Role;
  readonly claims?: string;
  readonly title: Text;
  readonly violates: readonly RequirementId[];
  /** What failed beside it, and truthfully: where it was seen to fail, the fault had changed something. */
  readonly dependants: readonly RequirementId[];
  /** What it may hide. */
  readonly masks: readonly RequirementId[] | 'all';
  /** How often it changed anything. */
  readonly fired: number;
  /** Requirements of any level that failed with it. */
  readonly failed: readonly RequirementId[];
  /** Requirements that pass without it, whose every scenario ran, and that could not be told with it. */
  readonly inconclusive: readonly RequirementId[];
  readonly judgement: Judgement;
  /** Why it proves nothing. */
  readonly because?: Invalidity;
  /** What the suite broke down with. */
  readonly crash?: string;
  readonly evidence: readonly Evidence[];
  readonly scenarios: readonly string[];
  readonly milliseconds: number;
  /** Digest of the sources that it stands on. */
  readonly digest: string;
};

/** A system that must be clean, and what it was not. */
export type CleanRow = {
  readonly role: Role;
  readonly claims?: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Requirements that failed. */
  readonly accused: readonly RequirementId[];
  /** Requirements that were left open, though nothing kept them from being told. */
  readonly open: readonly RequirementId[];
  /** Messages of ours that were wrong, and defects of the system. */
  readonly defects: readonly string[];
  readonly milliseconds: number;
};

/** A system that is no implementation, or none with a memory. */
export type HollowRow = {
  readonly id: string;
  readonly role: Role;
  /** Requirements that bind and passed all the same. */
  readonly passed: readonly RequirementId[];
  /** Those among them that are not known to be passed by it. */
  readonly unforeseen: readonly RequirementId[];
  /** Classes found conformant. */
  readonly conformant: readonly string[];
  /** Exit code of `check`. */
  readonly exit: ExitCode;
  readonly milliseconds: number;
};

/** Two runs of one system with one seed. */
export type DeterminismRow = {
  readonly role: Role;
  /** What differs, but for times and ids. */
  readonly differences: readonly string[];
  readonly milliseconds: number;
};

/** A stored transcript and the outcomes that stand beside it. */
export type GoldenRow = {
  readonly id: string;
  readonly role: Role;
  readonly differences: readonly string[];
  readonly milliseconds: number;
};

/** Over valid faults: how many violate, and how many of these were caught; how many others accused. */
export type Sum = {
  readonly violated: number;
  readonly caught: number;
  readonly accused: number;
};

/** Sums over all faults: sensitive are those whose every violation failed, specific those that accused nothing. */
export type Totals = {
  readonly faults: number;
  readonly valid: number;
  readonly killed: number;
  readonly sensitive: number;
  readonly specific: number;
  readonly invalid: Readonly<Record<Invalidity, number>>;
  readonly judgements: Readonly<Record<Judgement, number>>;
};

/** A fault that may stay as it is for now, with the reason in writing. */
export type Accepted = {
  readonly fault: string;
  readonly judgement: Exclude<Judgement, 'KILLED' | 'INVALID' | 'CRASHED'>;
  /** The requirement that it is about. */
  readonly requirement: RequirementId;
  readonly reason: Text;
  /** Day on which it was accepted. */
  readonly date: string;
};

/** One demand of the proof, and whether it is met. */
export type Demand = {
  readonly id:
    | 'REFERENCE'
    | 'WITNESS'
    | 'FAULTS'
    | 'WORKLIST'
    | 'NULL'
    | 'WEAK'
    | 'GOLDENS'
    | 'DETERMINISM'
    | 'ACCEPTED'
    | 'COMPLETE';
  readonly isMet: boolean;
  readonly text: Text;
};

/** Everything that a proof of the suite found; the kill matrix and every table are functions of it. */
export type Prove = {
  readonly format: 'openwaybill-prove/1';
  readonly run: {
    readonly startedAt: string;
    readonly endedAt: string;
    readonly milliseconds: number;
    readonly seed: number;
    /** Whether every chosen fault was judged. */
    readonly complete: boolean;
    /** Whether everything was chosen: what a release needs. */
    readonly whole: boolean;
    readonly kinds: readonly Fault['kind'][];
    readonly only?: readonly string[];
    readonly sample?: number;
  };
  readonly suite: { readonly name: '@openwaybill/conformance'; readonly version: string };
  readonly digests: {
    readonly suite: string;
    readonly set: string;
    readonly reference: string;
  };
  readonly parts: {
    readonly reference: readonly CleanRow[];
    readonly witness: readonly CleanRow[];
    readonly nullSystems: readonly HollowRow[];
    readonly weakSystems: readonly HollowRow[];
    readonly goldens: readonly GoldenRow[];
    readonly determinism: readonly DeterminismRow[];
  };
  readonly faults: readonly FaultRow[];
  readonly totals: Totals & { readonly kinds: Readonly<Record<Fault['kind'], Totals>> };
  readonly requirements: Readonly<Record<string, Sum>>;
  readonly modules: Readonly<Record<string, Sum>>;
  /** Requirements that bind, within reach, and that no fault was killed by. */
  readonly worklist: readonly RequirementId[];
  readonly accepted: readonly Accepted[];
  /** Acceptances that no longer hold, and why. */
  readonly stale: readonly { readonly fault: string; readonly why: Text }[];
  readonly demands: readonly Demand[];
  readonly exit: ExitCode;
};
