import type { Stage } from '@openwaybill/schemas';
import type { Identity } from '../drive/identity.ts';
import type { LabelReading } from '../labels/label-reading.ts';
import type { Blocked, Depth, Role, Supplement, Text } from '../words.ts';

/** Why an exchange took place. */
export type Intent =
  | 'PREPARE'
  | 'CONTROL'
  | 'PROBE'
  | 'NEGATIVE'
  | 'READ_BACK'
  | 'SERVE'
  | 'DELIVERY'
  | 'TEST_CONTROL'
  | 'OBSERVED';

/** The raw bytes of a message; never serialised again. */
export type RecordedBody =
  | { readonly utf8: string }
  | { readonly base64: string }
  /** Too long to keep; without its digest where it passed by, or could be of a person. */
  | { readonly length: number; readonly sha256?: string; readonly head?: string };

export type HeaderList = readonly (readonly [name: string, value: string])[];

export type RecordedRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body?: RecordedBody;
  readonly sentAt: string;
};

export type RecordedResponse = {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body?: RecordedBody;
  readonly receivedAt: string;
};

/** What must be known before redaction, or cannot be computed again: a closed list. */
export type Facts = {
  readonly signature?: 'VALID' | 'INVALID' | 'ABSENT';
  readonly signatureCount?: number;
  /** What the signature of an answer that must have one is worth (class `signed-messages`). */
  readonly answerSignature?: 'VALID' | 'ABSENT' | 'UNBOUND' | 'INVALID';
  readonly tokenAudienceRight?: boolean;
  readonly tokenLifetimeSeconds?: number;
  /** Whether each label of an answer has the digest of its content. */
  readonly labelDigests?: readonly ('RIGHT' | 'WRONG')[];
  /** Whether what is sealed in a request of the system opens with the runner's key. */
  readonly opens?: boolean;
  /** Whether each audit receipt of an answer proves that its entry is in the signed log. */
  readonly receipts?: readonly ('VALID' | 'INVALID')[];
  /** What each sealed payload of an answer held, by member; `UNOPENED` where the key that was named does not open it. */
  readonly sealed?: readonly (readonly string[] | 'UNOPENED')[];
  /** What was read from the label of an answer, its pictures drawn and scanned. */
  readonly label?: LabelReading;
  /** Real milliseconds between the last byte sent and the last byte received. */
  readonly milliseconds?: number;
  /** Nothing but method, route and status was written: the rest seemed to tell of a person. */
  readonly isReduced?: true;
  /** Where the messages of such an exchange were wrong. */
  readonly faults?: readonly {
    readonly of: 'request' | 'response';
    readonly pointer: string;
    readonly rule: string;
  }[];
};

/** The parties of a run by the names that exchanges give them. */
export type Party = Identity | 'sut' | 'other';

/** One request with its response, or with the reason why there is none; a delivered event is one too. */
export type Exchange = {
  readonly kind: 'exchange';
  readonly seq: number;
  readonly at: string;
  readonly scenario?: string;
  readonly step?: number;
  readonly intent: Intent;
  /** The stable word by which the checks of a scenario find it. */
  readonly probe?: string;
  /** Links a negative with its accepted twin. */
  readonly twinOf?: number;
  readonly from: Party;
  readonly to: Party;
  readonly operation?: string;
  readonly eventType?: string;
  readonly request: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly unanswered?: 'DNS' | 'REFUSED' | 'TLS' | 'RESET' | 'TIMEOUT';
  readonly facts?: Facts;
};

/** A public key, as `getKeys` shows it. */
export type PublishedKey = { readonly crv?: string; readonly x?: string };

export type Head = {
  readonly kind: 'head';
  readonly seq: number;
  readonly at: string;
  readonly format: 'openwaybill-transcript/1';
  readonly runId: string;
  readonly suite: { readonly version: string };
  readonly set: string;
  readonly mode: 'CHECK' | 'BETWEEN' | 'RECORD';
  readonly seed: number;
  readonly depth: Depth;
  /** What the run looks into beside the wire. */
  readonly instruments?: readonly ('LABELS' | 'LOG')[];
  readonly patience: number;
  /** What the run set out to do; absent: the transcript is of no run of the suite. */
  readonly plan?: {
    /** Ids, in the order in which they are played. */
    readonly scenarios: readonly string[];
    /** Something that applies was left out by choice. */
    readonly isPart: boolean;
    /** Requirements that were asked about, by name or by the scenario that shows them; absent: all. */
    readonly requirements?: readonly string[];
    /** Conformance classes that were chosen; absent: all. */
    readonly classes?: readonly string[];
    readonly shard?: { readonly index: number; readonly count: number };
    /** Why the system was only read. */
    readonly refused?: 'PRODUCTION';
    /** A SHOULD that is not kept counts. */
    readonly isStrict?: true;
  };
  readonly claims: readonly {
    readonly role: Role;
    readonly document: unknown;
    readonly supplement?: Supplement;
    readonly digest: string;
    /** SHA-256 over what was built, by the claim file. */
    readonly build?: string;
    /** What a party that was only watched published when the watch began. */
    readonly keys?: readonly PublishedKey[];
  }[];
  readonly parties: readonly {
    readonly id: Party;
    readonly role: Role;
    readonly seat: 'SYSTEM' | 'RUNNER' | 'OBSERVED';
    readonly organisation: string;
  }[];
  readonly redaction: { readonly policy: 'CHECK' | 'RECORD'; readonly version: string };
  /** Messages by themselves: nothing is known of the exchanges that they were part of. */
  readonly carries?: 'MESSAGES';
};

export type Mark = {
  readonly kind: 'mark';
  readonly seq: number;
  readonly at: string;
  readonly scenario: string;
  readonly step?: number;
  readonly title: Text;
  readonly edge: 'BEGIN' | 'END' | 'LEFT_OUT';
  readonly reason?: string;
};

export type Rung = 'CONSTRUCT' | 'DISCOVER' | 'TEST_CONTROL' | 'OPERATOR';

export type PreparedEntry = {
  readonly kind: 'prepared';
  readonly seq: number;
  readonly at: string;
  readonly scenario?: string;
  readonly need: string;
  readonly rung?: Rung;
  readonly tried: readonly {
    readonly rung: Rung;
    readonly why: string;
    /** The same in Chinese. */
    readonly zh?: string;
  }[];
  /** Ids only. */
  readonly result?: Readonly<Record<string, string>>;
  readonly blocked?: Blocked;
};

export type ClockEntry = {
  readonly kind: 'clock';
  readonly seq: number;
  readonly at: string;
  readonly scenario?: string;
  readonly system: Party;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  readonly firedCount?: number;
};

/** A stage of a parcel, as the standard has them. */
export type ParcelStage = (typeof Stage)['static'];

/**
 * An invented person whose values the runner is about to give to somebody. The values follow from seed and id of the
 * run and from the number; wherever one of them is found, it came from here.
 */
export type CanaryEntry = {
  readonly kind: 'canary';
  readonly seq: number;
  readonly at: string;
  readonly scenario?: string;
  readonly number: number;
  readonly label: string;
  readonly holder: {
    readonly party: Party;
    readonly organisation: string;
    readonly role: Role;
    readonly stage: ParcelStage;
  };
};

/** What the system wrote to its log while the run lasted. */
export type LogEntry = {
  readonly kind: 'log';
  readonly seq: number;
  readonly at: string;
  readonly lines: readonly string[];
};

/** A message of ours that we would not have taken ourselves; it was not sent. */
export type HarnessEntry = {
  readonly kind: 'harness';
  readonly seq: number;
  readonly at: string;
  readonly scenario?: string;
  readonly issue: string;
};

/** Requests that were made wrong out of an accepted one: those that were not wrong in exactly one way were not sent. */
export type NegativesEntry = {
  readonly kind: 'negatives';
  readonly seq: number;
  readonly at: string;
  readonly scenario?: string;
  readonly operation: string;
  readonly made: number;
  readonly discarded: number;
};

export type NoteEntry = {
  readonly kind: 'note';
  readonly seq: number;
  readonly at: string;
  readonly text: string;
};

/** Why a run ended before its end. */
export type EndReason = 'INTERRUPTED' | 'FAIL_FAST' | 'NO_TOKEN' | 'SYSTEM_LOST';

export type End = {
  readonly kind: 'end';
  readonly seq: number;
  readonly at: string;
  readonly entryCount: number;
  readonly complete: boolean;
  readonly reason?: EndReason;
  /** What was seen, in both languages. */
  readonly detail?: Text;
};

export type Entry =
  | Head
  | Mark
  | Exchange
  | PreparedEntry
  | ClockEntry
  | CanaryEntry
  | LogEntry
  | HarnessEntry
  | NegativesEntry
  | NoteEntry
  | End;

/** The append-only record of a run. On disk each line also holds the digest of the line before it. */
export type Transcript = {
  readonly entries: readonly Entry[];
  /** Of its file, where it was read from one. */
  readonly digest?: string;
};

export const headOf = (transcript: Transcript): Head => {
  const [head] = transcript.entries;
  if (head?.kind !== 'head') throw new Error('a transcript begins with its head');
  return head;
};

export const exchangesOf = (transcript: Transcript): readonly Exchange[] =>
  transcript.entries.filter((entry) => entry.kind === 'exchange');
