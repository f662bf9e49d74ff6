import { seededRandom } from '../engine/invent.ts';
import type { MockOptions, Random } from '../engine/options.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Doing, Kind } from './kinds.ts';
import type { Rule } from './rule.ts';

/** What may be befallen: a call of an operation or the delivery of an event. */
export type Subject = {
  readonly tenant: string;
  /** The tenant's virtual instant. */
  readonly at: string;
  readonly operation?: string;
  readonly eventType?: string;
  readonly waybillNo?: string;
  /** What the call itself asks for, by `Mock-Fault`. */
  readonly asked?: Held;
  /** What one rule may befall once and no more. */
  readonly once?: string;
};

/** A rule that holds, and what has come of it so far. */
export type Held = {
  readonly id: string;
  readonly rule: Rule;
  /** Its own stream, so that one rule changes nothing of another. */
  readonly random: Random;
  seenCount: number;
  firedCount: number;
  /** What it has befallen once, and what it holds back now. */
  readonly touched: Set<string>;
  readonly held: Map<string, readonly string[]>;
  /** Since when it holds back everything, by tenant. */
  readonly since: Map<string, string>;
};

/** A rule as the control interface shows it. */
export type ShownRule = Rule & { readonly id: string; readonly firedCount: number };

/** One time that a rule took effect. */
export type Firing = {
  readonly seq: number;
  readonly at: string;
  readonly faultId: string;
  readonly kind: Kind;
  readonly operation?: string;
  readonly eventType?: string;
  readonly waybillNo?: string;
};

/** A disturbance that befalls somebody now. */
export type Taken<K extends Kind> = { readonly doing: Doing<K>; readonly by: Held };

/** The disturbances of all tenants of one mock. They last as long as the process, and are no part of its state. */
export type Disturbances = {
  /** Whether there is none, and nothing need be asked. */
  readonly areNone: boolean;
  add(rule: Rule, tenant?: string): ShownRule;
  list(tenant: string): readonly ShownRule[];
  firings(tenant: string): readonly Firing[];
  /** Ends one rule of a tenant, or all of them; how many. */
  remove(tenant: string, id?: string): number;
  /** The rule that a call carries with it: the same one for each repeat of the call. */
  asked(call: string, rule: Rule): Held;
  /**
   * The first rule of a kind that befalls a subject now; it counts, and stands on the timeline. What cannot be done to
   * this subject befalls it not.
   */
  take<K extends Kind>(
    kind: K,
    subject: Subject,
    isPossible?: (doing: Doing<K>) => boolean,
  ): Taken<K> | undefined;
  /** The rule that holds a delivery of a tenant back. */
  holderOf(tenant: string, deliveryId: string): Held | undefined;
};

/** How many firings of a tenant, and how many rules of single calls, are remembered. */
const REMEMBERED = 1000;

const isMet = ({ match, until }: Rule, subject: Subject): boolean =>
  (until === undefined || subject.at < until) &&
  (match.tenant === undefined || match.tenant === subject.tenant) &&
  (match.operation === undefined || match.operation === subject.operation) &&
  (match.eventType === undefined || match.eventType === subject.eventType) &&
  (match.waybillNo === undefined || match.waybillNo === subject.waybillNo);

/** A share between 0 and 1 of a stream. */
export const shareOf = (random: Random): number => {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  return (((a * 256 + b) * 256 + c) * 256 + d) / 0x1_0000_0000;
};

const isDue = (held: Held): boolean => {
  const { match, times, rate } = held.rule;
  if (match.nth !== undefined && held.seenCount < match.nth) return false;
  if (times !== undefined && held.firedCount >= times) return false;
  return rate === undefined || shareOf(held.random) < rate;
};

/** No disturbance holds yet. */
export const createDisturbances = (
  { seed }: Pick<MockOptions, 'seed'>,
  timeline: Timeline,
): Disturbances => {
  let count = 0;
  let rules: Held[] = [];
  const askedFor = new Map<string, Held>();
  const fired = new Map<string, Firing[]>();

  const holding = (rule: Rule, id: string): Held => ({
    id,
    rule,
    random: seededRandom(rule.seed ?? seed * 1_000 + count),
    seenCount: 0,
    firedCount: 0,
    touched: new Set(),
    held: new Map(),
    since: new Map(),
  });
  const shown = ({ id, rule, firedCount }: Held): ShownRule => ({ id, ...rule, firedCount });
  const isOf =
    (tenant: string) =>
    ({ rule }: Held): boolean =>
      rule.match.tenant === undefined || rule.match.tenant === tenant;

  const fire = (held: Held, { tenant, at, operation, eventType, waybillNo }: Subject): void => {
    held.firedCount += 1;
    const about = {
      faultId: held.id,
      kind: held.rule.do.kind,
      ...(operation === undefined ? {} : { operation }),
      ...(eventType === undefined ? {} : { eventType }),
      ...(waybillNo === undefined ? {} : { waybillNo }),
    };
    const seq = timeline.tell(tenant, at, 'fault', about);
    const known = fired.get(tenant) ?? [];
    fired.set(tenant, [...known.slice(1 - REMEMBERED), { seq, at, ...about }]);
  };

  return {
    get areNone() {
      return rules.length === 0;
    },
    add: (rule, tenant) => {
      count += 1;
      const own = tenant === undefined ? rule : { ...rule, match: { ...rule.match, tenant } };
      const held = holding(own, `flt_${count}`);
      rules = [...rules, held];
      return shown(held);
    },
    list: (tenant) => rules.filter(isOf(tenant)).map(shown),
    firings: (tenant) => fired.get(tenant) ?? [],
    remove: (tenant, id) => {
      const before = rules.length;
      const isMine = isOf(tenant);
      rules = rules.filter((one) => !(isMine(one) && (id === undefined || one.id === id)));
      return before - rules.length;
    },
    asked: (call, rule) => {
      const known = askedFor.get(call);
      if (known !== undefined) return known;
      const [oldest] = askedFor.keys();
      if (askedFor.size >= REMEMBERED && oldest !== undefined) askedFor.delete(oldest);
      count += 1;
      const made = holding(rule, 'Mock-Fault');
      askedFor.set(call, made);
      return made;
    },
    holderOf: (tenant, deliveryId) =>
      rules.find(({ held }) => held.get(tenant)?.includes(deliveryId) === true),
    take: <K extends Kind>(
      kind: K,
      subject: Subject,
      isPossible: (doing: Doing<K>) => boolean = () => true,
    ) => {
      const candidates = subject.asked === undefined ? rules : [...rules, subject.asked];
      let taken: Held | undefined;
      for (const held of candidates) {
        if (held.rule.do.kind !== kind || !isMet(held.rule, subject)) continue;
        if (subject.once !== undefined && held.touched.has(subject.once)) continue;
        // the kind was compared before
        if (!isPossible(held.rule.do as Doing<K>)) continue;
        held.seenCount += 1;
        if (taken === undefined && isDue(held)) taken = held;
      }
      if (taken === undefined) return undefined;
      if (subject.once !== undefined) taken.touched.add(subject.once);
      fire(taken, subject);
      return { doing: taken.rule.do as Doing<K>, by: taken };
    },
  };
};
