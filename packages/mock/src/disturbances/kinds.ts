/** What a setting of a disturbance may be, and what it is where nobody says. */
export type Setting =
  | { readonly is: 'WHOLE'; readonly min: number; readonly max: number; readonly default: number }
  | { readonly is: 'FLAG'; readonly default: boolean }
  | { readonly is: 'DURATION'; readonly default: string }
  | { readonly is: 'TEXT'; readonly default: string };

type KindOf = {
  /** What it can befall: a call of an operation, the delivery of an event, or either. */
  readonly over: 'CALL' | 'EVENT' | 'BOTH';
  readonly settings: Readonly<Record<string, Setting>>;
  /** How often it happens where nobody says; absent: whenever its rule matches. */
  readonly times?: number;
};

const whole = <const D extends number>(min: number, max: number, usual: D) =>
  ({ is: 'WHOLE', min, max, default: usual }) as const;
const duration = (usual: string) => ({ is: 'DURATION', default: usual }) as const;

const HOUR_OF_SECONDS = 3600;
const YEAR_OF_SECONDS = 366 * 24 * HOUR_OF_SECONDS;
const TWO_MINUTES = 120_000;

/** Everything that a conforming party may meet and that this mock can make it meet. None of it violates the standard. */
export const KINDS = {
  /** The answer takes its time: so many milliseconds, or about as many where it spreads (lognormal). */
  latency: {
    over: 'CALL',
    settings: { milliseconds: whole(0, TWO_MINUTES, 4000), spreadPercent: whole(0, 300, 0) },
  },
  /** A problem of the operation in place of the work. */
  status: {
    over: 'CALL',
    settings: { status: whole(400, 599, 503), retryAfter: whole(0, HOUR_OF_SECONDS, 2) },
  },
  'rate-limit': { over: 'CALL', settings: { retryAfter: whole(0, HOUR_OF_SECONDS, 2) } },
  /** The connection is lost before the work. */
  reset: { over: 'CALL', settings: {} },
  /** The work is done, and its answer is lost. */
  'commit-then-drop': { over: 'CALL', settings: {} },
  /** The connection is lost within the body. */
  truncate: { over: 'CALL', settings: { percent: whole(0, 99, 50) } },
  /** The body comes slowly. */
  drip: {
    over: 'CALL',
    settings: { bytes: whole(1, 65_536, 16), milliseconds: whole(0, TWO_MINUTES, 100) },
  },
  /** Something between gives the body another media type. */
  'wrong-content-type': {
    over: 'CALL',
    settings: { type: { is: 'TEXT', default: 'text/html; charset=utf-8' } },
  },
  /** Something between loses a member that every such body has. */
  'schema-invalid': { over: 'CALL', settings: {} },
  /** A cache between tells the revision before. */
  'stale-etag': { over: 'CALL', settings: {} },
  /** The clock by which the answer is dated goes wrong, ahead or behind. */
  'clock-skew': {
    over: 'CALL',
    settings: {
      seconds: whole(0, YEAR_OF_SECONDS, 600),
      ahead: { is: 'FLAG', default: true },
    },
  },
  /** An attempt is lost on its way; the next one comes by the schedule. */
  drop: { over: 'EVENT', settings: {} },
  /** The delivery comes again at once, signed anew. */
  duplicate: { over: 'EVENT', settings: { copies: whole(1, 10, 1) } },
  /** So many deliveries are held and leave in another order; what waits longer leaves anyway. */
  reorder: { over: 'EVENT', settings: { window: whole(2, 50, 5), hold: duration('PT6H') } },
  delay: { over: 'EVENT', settings: { by: duration('PT1H') } },
  /** Somebody else sends an event in our name, under a signature that is none. */
  forge: { over: 'EVENT', settings: {} },
  /** Somebody repeats what left long ago, signature and all. */
  stale: { over: 'EVENT', settings: { seconds: whole(301, YEAR_OF_SECONDS, 600) } },
  /** The signing key is replaced: for a day two signatures, then the new one alone. */
  rotate: { over: 'EVENT', settings: {}, times: 1 },
  /** Somebody else sends an event in our name, signed with a key of their own. */
  'unknown-key': { over: 'EVENT', settings: {} },
  /** Somebody else sends more than any event may be. */
  oversize: { over: 'EVENT', settings: { bytes: whole(262_145, 4_194_304, 300_000) } },
  /** What stands before the receiver sends the delivery elsewhere, which no sender follows. */
  redirect: { over: 'EVENT', settings: { status: whole(300, 308, 307) } },
  /** A later minor has one more member in every object. */
  'extra-member': { over: 'BOTH', settings: {} },
  /** A later minor has a code that no list of this one has. */
  'unknown-code': { over: 'BOTH', settings: {} },
  /** A later minor has a type of events that this one does not know. */
  'unknown-event': { over: 'EVENT', settings: {}, times: 1 },
  /** A later minor has a problem code that this one does not know. */
  'unknown-problem': {
    over: 'CALL',
    settings: { status: whole(400, 599, 503), retryAfter: whole(0, HOUR_OF_SECONDS, 2) },
  },
  /** Data stop, with notice in time or without any. */
  interrupt: {
    over: 'CALL',
    settings: { notice: { is: 'FLAG', default: true }, duration: duration('PT2H') },
    times: 1,
  },
  /** Events wait, and come all at once. */
  backlog: { over: 'EVENT', settings: { by: duration('PT2H') } },
} as const satisfies Readonly<Record<string, KindOf>>;

/** The name of a kind of disturbance. */
export type Kind = keyof typeof KINDS;

type ValueOf<S> = S extends { is: 'WHOLE' } ? number : S extends { is: 'FLAG' } ? boolean : string;

/** What a kind is to do, every setting said. */
export type Doing<K extends Kind = Kind> = K extends Kind
  ? { readonly kind: K } & {
      readonly [N in keyof (typeof KINDS)[K]['settings']]: ValueOf<
        (typeof KINDS)[K]['settings'][N]
      >;
    }
  : never;

/** A kind as the reader of rules sees it. */
export const kindOf = (name: string): KindOf | undefined =>
  Object.hasOwn(KINDS, name) ? KINDS[name as Kind] : undefined;
