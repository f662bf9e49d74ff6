import type { Text } from '@openwaybill/schemas';

/** What a setting of a disturbance may be, and what it is where nobody says. */
export type Setting =
  | { readonly is: 'WHOLE'; readonly min: number; readonly max: number; readonly default: number }
  | { readonly is: 'FLAG'; readonly default: boolean }
  | { readonly is: 'DURATION'; readonly default: string }
  | { readonly is: 'TEXT'; readonly default: string };

/** What disturbances are told apart by: where they happen, and what they belong to. */
export const GROUPS = {
  HTTP: { en: 'Over HTTP', zh: 'HTTP 层' },
  EVENTS: { en: 'Over events', zh: '事件层' },
  SCHEMA: { en: 'A later minor', zh: '更高次版本' },
  CONTINUITY: { en: 'Continuity', zh: '连续性' },
} as const satisfies Readonly<Record<string, Text>>;

type Group = keyof typeof GROUPS;

type KindOf = {
  /** What it can befall: a call of an operation, the delivery of an event, or either. */
  readonly over: 'CALL' | 'EVENT' | 'BOTH';
  /** What it is a part of, for whoever chooses. */
  readonly group: Group;
  /** What befalls whom, in a few words. */
  readonly text: Text;
  readonly settings: Readonly<Record<string, Setting>>;
  /** How often it happens where nobody says; absent: whenever its rule matches. */
  readonly times?: number;
};

const whole = <const D extends number>(min: number, max: number, usual: D) =>
  ({ is: 'WHOLE', min, max, default: usual }) as const;
const text = (en: string, zh: string): Text => ({ en, zh });
const duration = (usual: string) => ({ is: 'DURATION', default: usual }) as const;

const HOUR_OF_SECONDS = 3600;
const YEAR_OF_SECONDS = 366 * 24 * HOUR_OF_SECONDS;
const TWO_MINUTES = 120_000;

/** Everything that a conforming party may meet and that this mock can make it meet. None of it violates the standard. */
export const KINDS = {
  /** So many milliseconds, or about as many where it spreads (lognormal). */
  latency: {
    over: 'CALL',
    group: 'HTTP',
    text: text('the answer takes its time', '应答缓慢'),
    settings: { milliseconds: whole(0, TWO_MINUTES, 4000), spreadPercent: whole(0, 300, 0) },
  },
  status: {
    over: 'CALL',
    group: 'HTTP',
    text: text('a problem of the operation in place of the work', '以错误代替处理'),
    settings: { status: whole(400, 599, 503), retryAfter: whole(0, HOUR_OF_SECONDS, 2) },
  },
  'rate-limit': {
    over: 'CALL',
    group: 'HTTP',
    text: text('too many requests: 429', '请求过多：429'),
    settings: { retryAfter: whole(0, HOUR_OF_SECONDS, 2) },
  },
  reset: {
    over: 'CALL',
    group: 'HTTP',
    text: text('the connection is cut before the work', '处理前断开连接'),
    settings: {},
  },
  'commit-then-drop': {
    over: 'CALL',
    group: 'HTTP',
    text: text('the work is done, the answer is lost', '处理成功但应答丢失'),
    settings: {},
  },
  truncate: {
    over: 'CALL',
    group: 'HTTP',
    text: text('the connection is cut within the body', '报文体被截断'),
    settings: { percent: whole(0, 99, 50) },
  },
  drip: {
    over: 'CALL',
    group: 'HTTP',
    text: text('the body comes slowly, piece by piece', '逐段缓慢应答'),
    settings: { bytes: whole(1, 65_536, 16), milliseconds: whole(0, TWO_MINUTES, 100) },
  },
  /** Something between server and caller gives it. */
  'wrong-content-type': {
    over: 'CALL',
    group: 'HTTP',
    text: text('the body has the name of another type', '错误的内容类型'),
    settings: { type: { is: 'TEXT', default: 'text/html; charset=utf-8' } },
  },
  /** One that every such body has. */
  'schema-invalid': {
    over: 'CALL',
    group: 'HTTP',
    text: text('a member of the body is lost on its way', '报文体在途中丢失字段'),
    settings: {},
  },
  /** A cache between tells it. */
  'stale-etag': {
    over: 'CALL',
    group: 'HTTP',
    text: text('the ETag of the revision before', '上一修订的 ETag'),
    settings: {},
  },
  'clock-skew': {
    over: 'CALL',
    group: 'HTTP',
    text: text('the answer is dated by a wrong clock', '应答日期有偏差'),
    settings: { seconds: whole(0, YEAR_OF_SECONDS, 600), ahead: { is: 'FLAG', default: true } },
  },
  /** The next one comes by the schedule. */
  drop: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('an attempt is lost on its way', '投递丢失'),
    settings: {},
  },
  duplicate: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('it arrives again at once, signed anew', '立即重复投递'),
    settings: { copies: whole(1, 10, 1) },
  },
  /** So many are held; what waits longer leaves anyway. */
  reorder: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('several leave in another order', '乱序投递'),
    settings: { window: whole(2, 50, 5), hold: duration('PT6H') },
  },
  delay: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('it arrives late', '延迟投递'),
    settings: { by: duration('PT1H') },
  },
  forge: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('somebody else sends, with a signature that is none', '他人伪造投递'),
    settings: {},
  },
  /** Signature and all. */
  stale: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('somebody repeats what left long ago', '他人重放旧投递'),
    settings: { seconds: whole(301, YEAR_OF_SECONDS, 600) },
  },
  /** For a day two signatures, then the new one alone. */
  rotate: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('the signing key is replaced', '更换签名密钥'),
    settings: {},
    times: 1,
  },
  'unknown-key': {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('somebody else signs with a key of their own', '未知密钥签名'),
    settings: {},
  },
  oversize: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('somebody else sends more than any event may be', '超出大小上限'),
    settings: { bytes: whole(262_145, 4_194_304, 300_000) },
  },
  /** No sender follows it. */
  redirect: {
    over: 'EVENT',
    group: 'EVENTS',
    text: text('what stands before the receiver sends it elsewhere', '接收方之前的重定向'),
    settings: { status: whole(300, 308, 307) },
  },
  'extra-member': {
    over: 'BOTH',
    group: 'SCHEMA',
    text: text('one more member in every object', '对象中多出未知字段'),
    settings: {},
  },
  'unknown-code': {
    over: 'BOTH',
    group: 'SCHEMA',
    text: text('a code that no list of this one has', '列表中没有的代码'),
    settings: {},
  },
  'unknown-event': {
    over: 'EVENT',
    group: 'SCHEMA',
    text: text('a type of events that this one does not know', '未知的事件类型'),
    settings: {},
    times: 1,
  },
  'unknown-problem': {
    over: 'CALL',
    group: 'SCHEMA',
    text: text('a problem code that this one does not know', '未知的错误码'),
    settings: { status: whole(400, 599, 503), retryAfter: whole(0, HOUR_OF_SECONDS, 2) },
  },
  interrupt: {
    over: 'CALL',
    group: 'CONTINUITY',
    text: text('data stop, with notice in time or without any', '数据中断，可有或无预告'),
    settings: { notice: { is: 'FLAG', default: true }, duration: duration('PT2H') },
    times: 1,
  },
  backlog: {
    over: 'EVENT',
    group: 'CONTINUITY',
    text: text('events wait, and come all at once', '事件积压后一并到达'),
    settings: { by: duration('PT2H') },
  },
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
