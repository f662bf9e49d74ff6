import type { Canary } from '@openwaybill/privacy/scan';
import type { OperationEntry, Role } from '@openwaybill/schemas';
import type { Exchange, Intent, ParcelStage } from '../transcript/format.ts';
import type { Blocked, Claim, Text } from '../words.ts';
import type { Identity } from './identity.ts';
import type { Invent } from './invent.ts';
import type { Outgoing } from './outgoing.ts';
import type { Need, Prepared } from './prepare.ts';
import type { Random } from './random.ts';
import type { Ways } from './ways.ts';

/** What a scenario says of one request; everything left out is as the standard asks. */
export type CallInput = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly body?: unknown;
  /** Bytes in place of a body. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  /** `null` leaves a header out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** `null`: none; absent: a new one where the operation wants one. */
  readonly idempotencyKey?: string | null;
  /** A revision, a raw value, or `null` for none. */
  readonly ifMatch?: number | string | null;
  readonly intent?: Intent;
  /** The stable word by which the checks of a scenario find the exchange. */
  readonly probe?: string;
  /** Number of the accepted twin. */
  readonly twinOf?: number;
  /** A token in place of the identity's own; `null`: none. */
  readonly token?: string | null;
  /** The identity's own token also where none is needed. */
  readonly withToken?: true;
  /** `null`: no signature; absent: a right one, where the system claims the class. */
  readonly signature?: SignatureWish | null;
  /** Another method or path than the operation's, for probes of the router. */
  readonly method?: string;
  readonly target?: string;
  /** The label in the answer is read, codes and all, and what it says is written down. */
  readonly readsLabel?: true;
  /** The body is meant to have members that the system does not know. */
  readonly isFuture?: true;
  /** The answer is waited for as long as the run has patience. */
  readonly isLong?: true;
  /** The runner hangs up as soon as the request has left: the answer is lost. */
  readonly isHungUp?: true;
};

/** How the signature of a request is to be wrong, where the system claims class `signed-messages`. */
export type SignatureWish = {
  /** Whose key signs; absent: that of whoever calls. */
  readonly by?: Identity;
  readonly keyid?: string;
  /** When it was made, counted from now. */
  readonly offsetSeconds?: number;
  /** What is covered in place of everything that must be. */
  readonly covers?: readonly string[];
  /** A second signature for the same use. */
  readonly isDoubled?: true;
  /** What happens to the request once it is signed; what comes back is sent. */
  readonly alter?: (signed: Outgoing) => Outgoing;
};

/** What the runner answers when the system calls. */
export type Answer =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'RESET'
  | 'SILENCE';

/** A request of the system to the runner's own interface. */
export type PeerRequest = {
  readonly operation: OperationEntry;
  readonly path: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a body is narrowed where it is read
  readonly body: any;
  readonly headers: Headers;
};

/** An answer, or how one is made; `usual` is what the runner answers when nothing is laid out. */
export type AnswerMaker = Answer | ((request: PeerRequest, usual: () => Answer) => Answer);

/** Where the events of one scenario arrive. */
export type Inbox = {
  readonly url: string;
  /** How the next deliveries are answered, one each; then 204, and challenges with themselves. */
  readonly answerNext: (...answers: readonly InboxAnswer[]) => void;
  /** How every challenge is answered from now on. */
  readonly answerChallenges: (how: 'RIGHT' | 'WRONG' | 'NOT' | 'GONE') => void;
};

export type InboxAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** For how long the answer is held back. */
      readonly afterMilliseconds?: number;
    }
  | 'RESET'
  | 'SILENCE';

/** An event as a scenario writes it; the envelope fills in what is left out. */
export type EventDraft = {
  readonly type: string;
  readonly data: unknown;
  readonly id?: string;
  readonly time?: string;
  readonly subject?: string;
  readonly source?: string;
  readonly sequence?: string;
  /** Further members of the envelope, for messages of the future. */
  readonly more?: Readonly<Record<string, unknown>>;
};

/** What happens to a delivery on its way. */
export type Disturbance = {
  /** Which part of the runner sends it, if not the first. */
  readonly as?: Exclude<Identity, 'nobody'>;
  readonly probe?: string;
  readonly intent?: Intent;
  readonly twinOf?: number;
  readonly timestampOffsetSeconds?: number;
  readonly timestamp?: string;
  readonly signature?:
    | 'RIGHT'
    | 'BIT_FLIPPED'
    | 'OTHER_KEY'
    | 'NONE'
    | 'V1_ONLY'
    | 'VALID_AND_INVALID'
    | 'BOTH_KEYS'
    | 'NEXT_KEY';
  /** Bytes in place of the signed ones, sent under the signature of the right ones. */
  readonly alterBody?: (body: string) => string;
  /** Bytes in place of the event, and signed. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly isFuture?: true;
};

/** What a scenario waits for: the first exchange from the system that fits. */
export type Awaited = {
  readonly operation?: string;
  readonly eventType?: string;
  readonly after?: number;
  readonly matches?: (exchange: Exchange) => boolean;
};

/** What a scenario may use. Nothing here returns a judgement. */
export type Stage = {
  readonly claim: Claim;
  readonly scenario: string;
  readonly invent: Invent;
  readonly random: Random;
  readonly run: {
    readonly races: number;
    readonly negatives: number;
    /** Drawn walks a lifecycle. */
    readonly modelRuns: number;
    readonly maxWaitMilliseconds: number;
  };
  /** The runner as caller, in its own role or, where that may not call the operation, in one that may. */
  readonly call: (operation: string, input?: CallInput) => Promise<Exchange>;
  /** The same in another organisation or role, or without a token. */
  readonly callAs: (identity: Identity, operation: string, input?: CallInput) => Promise<Exchange>;
  /** Whether there are credentials of an identity. */
  readonly has: (identity: Identity) => boolean;
  /** The role in which an identity speaks. */
  readonly roleOf: (identity: Identity) => Role | undefined;
  /** The key to which fields are sealed for an identity, by its `kid`; nothing where it has none. */
  readonly sealingKeyId: (identity: Identity) => string | undefined;
  /** The name of the organisation, or of the person, that the runner speaks for. */
  readonly nameOf: (identity: Identity) => string | undefined;
  /** The organisation that the runner speaks for. */
  readonly partyId: (identity?: Identity) => string;
  /** Requests released together; how many were in flight at once is recorded. */
  readonly together: <T>(starts: readonly (() => Promise<T>)[]) => Promise<readonly T[]>;
  /** The runner as server: the next request of that operation is answered so. */
  readonly serve: (operation: string, ...answers: readonly AnswerMaker[]) => void;
  /** Base address of the runner's own interface. */
  readonly peerUrl: string;
  /** A fresh place where events arrive. */
  readonly inbox: () => Inbox;
  /** The runner as sender of an event. */
  readonly deliver: (event: EventDraft, disturbance?: Disturbance) => Promise<Exchange>;
  /** The runner publishes the key that is to follow its own: the ids of both, the new one first. */
  readonly publishNextKey: () => Promise<readonly string[]>;
  /** The same event, lost on its way: it is counted and kept for replay, and nothing is sent. */
  readonly lose: (event: EventDraft) => void;
  readonly await: (what: Awaited, deadlineMilliseconds: number) => Promise<Exchange | undefined>;
  /** Everything that was exchanged in the run so far, in whatever scenario. */
  readonly earlier: () => readonly Exchange[];
  /** Lets everything that goes on behind answers come to an end. */
  readonly settle: () => Promise<void>;
  readonly prepare: <K extends keyof Need>(
    need: K,
    wish?: Need[K]['wish'],
  ) => Promise<Prepared<K> | { readonly blocked: Blocked }>;
  readonly offers: (command: string) => boolean;
  /** The ways to a state that this run may go. */
  readonly ways: Ways;
  /** Somebody at a terminal is asked to do something, and says whether it is done, unless that shows by itself. */
  readonly ask: (prompt: Text, isShown?: () => boolean) => Promise<'DONE' | 'CANNOT'>;
  /** The instant of the system's data. */
  readonly now: () => Promise<number>;
  /** Moves the clock of the system; a scenario whose system does not follow ends here. */
  readonly advance: (by: string) => Promise<{ readonly blocked: Blocked } | undefined>;
  /** A person of whom the system is given something, at a stage of the parcel; without one, before any. */
  readonly person: (label: string, stage?: ParcelStage) => Canary;
  /** A compact JWS (RFC 7515) of a value by the key of the runner, or of another part of it. */
  readonly sign: (
    value: unknown,
    as?: Exclude<Identity, 'nobody'>,
  ) => Promise<{ readonly keyId: string; readonly signature: string }>;
  /** A text that only the runner can open (compact JWE); nothing where it has no key for that. */
  readonly seal: (text: string) => Promise<string | undefined>;
  /** The access token of an identity, as the system issued it; a new one where asked. */
  readonly token: (identity?: Identity, isFresh?: 'FRESH') => Promise<string>;
  /** A JWT by the runner's own key, which nobody issues tokens by; its public half is brought along where asked. */
  readonly forge: (
    claims: Readonly<Record<string, unknown>>,
    header: Readonly<Record<string, unknown>>,
    brings?: 'JWK',
  ) => Promise<string>;
  /** The client that the runner is at the token endpoint. */
  readonly clientId: () => string;
  /** Real time in milliseconds, by which signatures and tokens are judged. */
  readonly wallNow: () => number;
  readonly note: (text: string) => void;
  /** How many wrong requests were made of a right one, and how many of them were thrown away. */
  readonly tally: (count: Readonly<{ operation: string; made: number; discarded: number }>) => void;
  /** Ends a scenario early, with the reason. */
  readonly leaveOut: (title: Text, reason: string) => void;
};
