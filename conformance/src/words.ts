import type {
  Condition,
  Level,
  Position,
  RequirementEntry,
  RequirementId,
  Role,
  Text,
  Tier,
} from '@openwaybill/schemas';
import type { Identity } from './drive/identity.ts';
import type { Random } from './drive/random.ts';
import type { Stage } from './drive/stage.ts';
import type { Exchange, Transcript } from './transcript/format.ts';

export type { Condition, Level, Position, RequirementId, Role, Text, Tier };

/** A requirement as the registry has it. */
export type Requirement = RequirementEntry;

/** The kind of evidence that a run can give: black box, with test control, with a sink for logs. */
export type Depth = 'WIRE' | 'CONTROLLED' | 'INSTRUMENTED';
export type Outcome = 'passed' | 'failed' | 'inapplicable' | 'inconclusive' | 'untested';
export type Verdict = 'conformant' | 'nonconformant' | 'undetermined' | 'not-claimed';
export type CaseState = 'held' | 'violated' | 'blocked' | 'silent';

/** Permanent inside its requirement, `[a-zA-Z0-9_.-]{1,80}`. */
export type CaseId = string;

/** Why a case could not be judged. */
export type Blocked =
  | 'NO_SIGN_OF_LIFE'
  | 'STATE_NOT_REACHED'
  | 'NO_FACILITY'
  | 'TWIN_NOT_ACCEPTED'
  | 'NO_TRAFFIC'
  | 'TOO_FEW_SAMPLES'
  | 'NOT_OBSERVABLE'
  | 'OPERATOR_CANNOT'
  | 'PEER_NOT_REACHABLE'
  | 'CLOCK_STANDS_STILL'
  | 'NOISY'
  | 'HARNESS'
  | 'INTERRUPTED'
  | 'REDACTED'
  | 'NOT_KEPT';

export type Surface = 'body' | 'header' | 'url' | 'status' | 'timing' | 'label' | 'log' | 'absence';

/** What a check says about one case, before the case has a name. Texts never hold personal data. */
export type Finding = {
  /** Numbers (`seq`) of the exchanges that show it. */
  readonly at: readonly number[];
  /** RFC 6901, into the message at `at[0]`. */
  readonly pointer?: string;
  readonly surface?: Surface;
} & (
  | { readonly says: 'HOLDS' }
  | {
      readonly says: 'VIOLATED';
      readonly expected: string;
      readonly actual: string;
      /** The same two in Chinese, where they are not codes and figures alone. */
      readonly zh?: { readonly expected: string; readonly actual: string };
      readonly rule?: string;
    }
  | { readonly says: 'BLOCKED'; readonly reason: Blocked; readonly detail?: string }
);

/** One statement about one case of one requirement. */
export type Observation = Finding & {
  readonly requirement: RequirementId;
  readonly case: CaseId;
};

/** What the system says that it implements. */
export type Claim = {
  readonly role: Role;
  /** The capability document, as it was served or as the claim file has it. */
  readonly document: CapabilityDocument;
  readonly supplement?: Supplement;
  /** SHA-256 over the bytes of the document. */
  readonly digest: string;
  /** SHA-256 over what was built, by the claim file: what a statement is bound to. */
  readonly build?: string;
  /** The test commands that the run may use; empty at depth WIRE. */
  readonly commands: readonly string[];
  /** Its traffic is watched and not caused: whatever it does of its own accord is judged. */
  readonly isObserved?: true;
  /** Somebody let it order of the runner by hand: what it does as a caller was caused, and is judged. */
  readonly ordersByHand?: true;
};

/** The members of the capability document that the suite reads. */
export type CapabilityDocument = {
  readonly specVersions: readonly string[];
  readonly environment: 'SANDBOX' | 'PRODUCTION';
  readonly organisation: { readonly partyId: string; readonly name: string };
  readonly software: { readonly name: string; readonly version: string };
  readonly claims: readonly {
    readonly role: Role;
    readonly conformanceClass: string;
    readonly modules: readonly string[];
    readonly requirementSet: string;
  }[];
  readonly limits: {
    readonly maxBodyBytes: number;
    readonly maxBatchItemCount: number;
    readonly maxPageItemCount: number;
    readonly unknownMembers: 'STRICT' | 'TOLERANT';
    readonly eventRetentionSeconds: number;
  };
  readonly endpoints: {
    readonly api: string;
    readonly token: string;
    readonly keys: string;
    readonly eventInbox?: string;
  };
  readonly events: { readonly sends: readonly string[]; readonly receives: readonly string[] };
  readonly labelFormats?: readonly string[];
  readonly reveal?: { readonly purposes: readonly string[] };
  readonly testControl?: { readonly version: string; readonly commands: readonly string[] };
  readonly revision: number;
};

/** What a document on the wire cannot say. */
export type Supplement = {
  readonly declines?: readonly string[];
  /** Where two parties agreed on other times than the standard has. */
  readonly agreedTimes?: { readonly orderDecision?: string };
};

/** A pure function from transcript and claim to observations; more than one requirement: a twin pair. */
export type Check = {
  readonly requirements: readonly [RequirementId, ...RequirementId[]];
  /** The obligatory cases; never empty where the requirement applies. */
  readonly cases: (claim: Claim) => readonly CaseId[];
  /** Cases that would be obligatory if the run had the commands of test control that they need. */
  readonly beyond?: (claim: Claim) => readonly CaseId[];
  /** Cases that it may speak of beside them: judged where they are seen. */
  readonly further?: (claim: Claim) => readonly CaseId[];
  readonly judge: (transcript: Transcript, claim: Claim) => Iterable<Observation>;
};

/** A program that only drives; it judges nothing. */
export type Scenario = {
  /** kebab-case, permanent, the name of its file. */
  readonly id: string;
  readonly title: Text;
  /** The roles that it can be played against. */
  readonly system: Role | 'any' | readonly Role[];
  readonly when?: Condition;
  /** The least that makes sense; what is above the depth of the run is left out. */
  readonly tier: Tier;
  /** Test commands without which the scenario shows nothing. */
  readonly needs?: readonly string[];
  /** Moves the clock of the system, so it runs after all that do not. */
  readonly movesClock?: true;
  readonly touches: readonly RequirementId[];
  readonly run: (stage: Stage) => AsyncGenerator<Step, void>;
};

export type Step = {
  readonly title: Text;
  readonly does: 'CALL' | 'SERVE' | 'DELIVER' | 'AWAIT' | 'ADVANCE' | 'PREPARE';
};

/** What the runner may do to the world; the command line supplies it over sockets, tests in memory. */
export type Shore = {
  /** Throws `Unanswered`; `isHungUp`: the connection is closed once the request has left, and no answer is heard. */
  readonly fetch: (
    request: Request,
    limit: { readonly milliseconds: number; readonly isHungUp?: true },
  ) => Promise<Response>;
  readonly listen: (
    handler: (request: Request) => Promise<Response | 'RESET' | 'SILENCE'>,
    at?: { readonly port?: number },
  ) => Promise<{
    readonly url: string;
    /** Hangs up on whom silence was said to: nobody looks for how long they wait any more. */
    readonly hangUp: () => void;
    readonly close: () => Promise<void>;
  }>;
  /** Real time in milliseconds. */
  readonly now: () => number;
  /** Milliseconds since some start, by a clock that nobody sets or hastens: how long an answer took. */
  readonly elapsed: () => number;
  /** Lets time go by; over sockets `sooner` ends it. */
  readonly wait: (milliseconds: number, sooner?: Promise<unknown>) => Promise<void>;
  /** Lets time go by while an answer of the runner's is held back: whoever waits for it is not waited for. */
  readonly hold: (milliseconds: number) => Promise<void>;
  /** A seeded stream of numbers in [0, 1). Keys and nonces use `secure`. */
  readonly random: Random;
  readonly secure: (bytes: number) => Uint8Array<ArrayBuffer>;
  /**
   * An operator at a terminal, for so long; without one, or without an answer, `CANNOT`. Where what was asked for shows by
   * itself, nobody need say so.
   */
  readonly ask: (
    prompt: Text,
    limit: { readonly milliseconds: number; readonly shown?: Promise<void> },
  ) => Promise<'DONE' | 'CANNOT'>;
  readonly tell: (progress: Progress) => void;
};

/** One line of what is going on. */
export type Progress =
  | { readonly kind: 'SCENARIO'; readonly id: string; readonly title: Text }
  | { readonly kind: 'STEP'; readonly scenario: string; readonly title: Text }
  | { readonly kind: 'LEFT_OUT'; readonly scenario: string; readonly reason: string };

/** The parts of a reference that a fault may bend; structural, so that nothing of the reference is imported. */
export type Bendable = {
  // biome-ignore lint/suspicious/noExplicitAny: a reference brings its own options
  readonly options: any;
  readonly fetch: (request: Request) => Promise<Response>;
};

export type FaultSwitch = {
  /** Called whenever the fault changed anything. */
  readonly fired: () => void;
  /** Called instead where the change came out as what was there, or still meets the form that it is to break. */
  readonly equivalent: () => void;
  readonly random: Random;
  readonly wait: (milliseconds: number) => Promise<void>;
};

export type Bend = {
  /** Edits a lifecycle row, the randomness, the sender of events. */
  readonly options?: (options: Bendable['options'], switchOn: FaultSwitch) => Bendable['options'];
  /** Alters, repeats, forgets, answers instead. */
  readonly fetch?: (next: Bendable['fetch'], switchOn: FaultSwitch) => Bendable['fetch'];
};

/** What a fault would change in a run, and the scenarios that show it. */
export type Reach = {
  readonly meeting: 'CHANGED' | 'EQUIVALENT' | 'ABSENT';
  readonly scenarios: readonly string[];
};

/** A violation of the standard that one switch puts into the reference. */
export type Fault = {
  /** kebab-case, permanent. */
  readonly id: string;
  readonly kind: 'hand' | 'wire' | 'behaviour';
  readonly title: Text;
  /** The reference that is bent. */
  readonly role: Role;
  /** A class that this reference claims, where the fault is against it. */
  readonly claims?: 'signed-messages';
  readonly violates: readonly [RequirementId, ...RequirementId[]];
  /** May become inconclusive, because the fault destroys what they need. */
  readonly masks?: readonly RequirementId[] | 'all';
  /** May fail as well, truthfully: what they ask for is told by the changed message alone, and no longer found in it. */
  readonly dependants?: readonly RequirementId[];
  /** What it would change in a clean run; absent: it is looked for in what is done for what it violates. */
  readonly reach?: (transcript: Transcript, claim: Claim) => Reach;
  /** Whether an exchange has what it changes: another requirement that fails there fails truthfully. */
  readonly changes?: (exchange: Exchange) => boolean;
  readonly bend: Bend;
};

export type { Identity, Random, Stage, Transcript };

/** Thrown by expectations. Anything else that escapes a check is our bug, not theirs. */
export class Nonconformance extends Error {
  override readonly name = 'Nonconformance';
}

/** There was no answer to a request. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly how: 'DNS' | 'REFUSED' | 'TLS' | 'RESET' | 'TIMEOUT';
  constructor(how: Unanswered['how']) {
    super(how);
    this.how = how;
  }
}
