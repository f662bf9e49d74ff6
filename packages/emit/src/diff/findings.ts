import type { Change, Exchange, Finding, Party } from './change.ts';
import { compareCodeLists } from './compare-code-lists.ts';
import { compareEvents } from './compare-events.ts';
import { compareLifecycles } from './compare-lifecycles.ts';
import { withMoves } from './compare-members.ts';
import { compareOperations } from './compare-operations.ts';
import { isFitForEvents } from './compare-privacy.ts';
import { compareRequirements } from './compare-requirements.ts';
import { compareSchemas } from './compare-schemas.ts';
import { compareModules, compareProblemTables, compareViews } from './compare-tables.ts';
import { type Contract, resolved } from './contract.ts';
import { exchangesOf, reachOf } from './exchanges.ts';
import { hurtIn } from './hurt-in.ts';
import { ruleOf } from './rules.ts';
import { isSame } from './words.ts';

/** Messages that a schema is part of, in both contracts. */
export type ExchangesWith = (schema: string) => readonly Exchange[];

/** Looks up the messages that a schema is part of; each schema once. */
export const exchangesWith = (before: Contract, now: Contract): ExchangesWith => {
  const [old, young] = [reachOf(before), reachOf(now)];
  const still = new Map(exchangesOf(now).map((exchange) => [exchange.message, exchange]));
  const all = exchangesOf(before).filter(({ message }) => still.has(message));
  const known = new Map<string, readonly Exchange[]>();
  return (schema) => {
    const before_ = known.get(schema);
    if (before_ !== undefined) return before_;
    const found = all.filter(
      (exchange) =>
        old(exchange.schema).has(schema) &&
        young(still.get(exchange.message)?.schema ?? '').has(schema),
    );
    known.set(schema, found);
    return found;
  };
};

/** The same position of many exchanges is told once, with all its roles. */
const merged = (parties: readonly Party[]): readonly Party[] => {
  const byPosition = new Map<Party['position'], Set<Party['roles'][number]>>();
  for (const { position, roles } of parties) {
    const known = byPosition.get(position) ?? new Set();
    for (const role of roles) known.add(role);
    byPosition.set(position, known);
  }
  return [...byPosition].map(([position, roles]) => ({ position, roles: [...roles] }));
};

/** A member of an event may be nothing above class `pseudonymous`, whatever a raised class means elsewhere. */
const ofEvents = (change: Change, now: Contract, used: ExchangesWith): Change => {
  if (change.rule !== 'CMP-101' || change.at !== 'x-privacy.class') return change;
  const schema = now.schemas[change.subject.name]?.schema;
  const isOfEvent = used(change.subject.name).some(({ kind }) => kind === 'event');
  const node =
    schema === undefined
      ? undefined
      : change.pointer
          .split('/')
          .slice(1)
          .reduce<typeof schema | undefined>((at, step) => {
            const here = at === undefined ? undefined : resolved(at, now);
            const next = step === '*' ? here?.items : (here?.properties as never)?.[step];
            return next as typeof schema | undefined;
          }, schema);
  return isOfEvent && node !== undefined && !isFitForEvents(resolved(node, now))
    ? { ...change, rule: 'CMP-042' }
    : change;
};

const findingOf = (change: Change, used: ExchangesWith): Finding => {
  const rule = ruleOf(change.rule);
  const isOfMessages = change.subject.kind === 'schema' || change.subject.kind === 'code-list';
  const verdict = change.isMild === true ? (rule.unless?.verdict ?? rule.verdict) : rule.verdict;
  const isHarmless = verdict === 'patch' || verdict === 'none';
  const effects = isOfMessages
    ? used(change.subject.name).map((exchange) => ({
        message: exchange.message,
        hurt: isHarmless ? [] : hurtIn(rule.hurt, exchange),
      }))
    : [];
  const isMildPassage = change.isMild === true && rule.unless !== undefined;
  return {
    ...change,
    verdict,
    categories: isHarmless ? [] : rule.categories,
    oldToNew: change.passages?.oldToNew ?? rule.oldToNew,
    newToOld:
      change.passages?.newToOld ??
      (isMildPassage && rule.newToOld === 'refused' ? 'ok' : rule.newToOld),
    effects,
    hurt: merged([...(change.hurt ?? []), ...effects.flatMap(({ hurt }) => hurt)]),
  };
};

const changesBetween = (before: Contract, now: Contract): readonly Change[] =>
  [
    compareSchemas,
    compareCodeLists,
    compareOperations,
    compareEvents,
    compareLifecycles,
    compareRequirements,
    compareProblemTables,
    compareModules,
    compareViews,
  ].flatMap((compare) => compare(before, now));

/** Every change between two contracts with its verdict and whom it hurts; what `declared` knows and no algorithm finds, too. */
export const changesOf = (
  before: Contract,
  now: Contract,
  used: ExchangesWith,
  declared: readonly Change[] = [],
): readonly Finding[] => {
  const share = (a: Change, b: Change): boolean => {
    const others = new Set(used(b.subject.name).map(({ message }) => message));
    return (
      isSame(a.subject, b.subject) ||
      used(a.subject.name).some(({ message }) => others.has(message))
    );
  };
  return [
    ...withMoves(changesBetween(before, now), share).map((change) => ofEvents(change, now, used)),
    ...declared,
  ].map((change) => findingOf(change, used));
};
