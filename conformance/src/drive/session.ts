import type { JWK } from 'jose';
import type { LabelReader } from '../labels/label-reading.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Recorder } from '../transcript/recorder.ts';
import type { Redactor } from '../transcript/redact.ts';
import type { Claim } from '../words.ts';
import type { AllCredentials } from './identity.ts';
import type { People } from './people.ts';
import type { WatchedShore } from './watched-shore.ts';
import type { Ways } from './ways.ts';

/** An event that the runner addressed to the system. */
export type SentEvent = {
  readonly type: string;
  readonly sequence: string;
  readonly [attribute: string]: unknown;
};

/** What all parts of the runner share while a run lasts. */
export type Session = {
  readonly shore: WatchedShore;
  readonly recorder: Recorder;
  readonly redactor: Redactor;
  readonly credentials: AllCredentials;
  readonly claim: Claim;
  /** Base address of the system, without a path. */
  readonly baseUrl: string;
  readonly seed: number;
  readonly runId: string;
  /** The people whose values the runner gives away, to see where they come back. */
  readonly people: People;
  /** Eight characters that stand in every id of the run. */
  readonly short: string;
  readonly readLabel: LabelReader;
  readonly timeoutMilliseconds: number;
  readonly maxWaitMilliseconds: number;
  /** The ways to a state that the run may go, and what it has taken of what stood there. */
  readonly ways: Ways;
  /** Factor of every wait that the standard has no number for. */
  readonly patience: number;
  /** The signing keys that the system publishes; read again when a signature does not verify. */
  readonly keys: { current: readonly JWK[] };
  /** The key that takes the place of the runner's own where a scenario replaces it; published from then on. */
  readonly nextKey: { current: JWK | undefined };
  /** Whether the system claims class `signed-messages`: then whatever has a token is signed. */
  readonly isSigned: boolean;
  /** Events of ours that are right, in the order of their sequence: what a replay gives. */
  readonly sent: SentEvent[];
  /** The scenario that runs now. */
  readonly active: { scenario: string | undefined; step: number };
  /** Messages of ours that were not sent, because we would not have taken them. */
  readonly harness: { readonly at: number; readonly issue: string }[];
};

/** The place of an exchange in the run. */
export const placeOf = (session: Session): Pick<Exchange, 'scenario' | 'step'> =>
  session.active.scenario === undefined
    ? {}
    : { scenario: session.active.scenario, step: session.active.step };
