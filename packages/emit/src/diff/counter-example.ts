import type { JsonSchema } from '@openwaybill/validate/light';
import { candidatesFor, isOfObject } from './candidates.ts';
import type { CounterExample, Evidence, Exchange, Finding } from './change.ts';
import { resolved } from './contract.ts';
import { branchFor, isBranch, type Steps, stepInto, stepsInto, wayTo } from './places.ts';
import { ruleOf } from './rules.ts';
import { type Side, smallest } from './side.ts';

type Direction = CounterExample['direction'];

/** So many seeds and messages are tried before a break is said to have no example. */
const TRIES = 3;
const MESSAGES = 3;

/** A value of the sender with `make` at the end of the steps, and as little as may be around it. */
const planted = (
  side: Side,
  node: JsonSchema,
  steps: Steps,
  seed: number,
  make: (node: JsonSchema) => unknown,
): unknown => {
  const [step, ...rest] = steps;
  const whole = resolved(node, side.contract);
  if (step === undefined) return make(whole);
  const schema = isBranch(step) ? whole : branchFor(whole, step, side.contract);
  const next = stepInto(schema, step, side.contract);
  if (next === undefined) return undefined;
  if (isBranch(step)) return planted(side, next, rest, seed, make);
  if (step === '*') {
    const count = Math.max(1, Number(schema.minItems ?? 0));
    return [
      planted(side, next, rest, seed, make),
      ...Array.from({ length: count - 1 }, (_, place) => smallest(side, next, seed + place + 1)),
    ];
  }
  return {
    ...(smallest(side, schema, seed) as object),
    [step]: planted(side, next, rest, seed, make),
  };
};

/** The same place in the other contract, where it is. */
const counterpart = (side: Side, root: string, steps: Steps): JsonSchema | undefined => {
  let node: JsonSchema | undefined = side.contract.schemas[root]?.schema;
  for (const step of steps) {
    if (node === undefined) return undefined;
    node = stepInto(resolved(node, side.contract), step, side.contract);
  }
  return node === undefined ? undefined : resolved(node, side.contract);
};

const inMessage = (
  finding: Finding,
  direction: Direction,
  sender: Side,
  receiver: Side,
  exchange: Pick<Exchange, 'message' | 'schema'>,
): CounterExample | undefined => {
  const { subject, pointer } = finding;
  const way = wayTo(sender.contract, exchange.schema, subject.name);
  const root = sender.contract.schemas[exchange.schema]?.schema;
  if (way === undefined || root === undefined) return undefined;
  const inside = stepsInto(pointer);
  const own = isOfObject(finding) ? inside.slice(0, -1) : inside;
  const steps = [...way, ...own];
  const other = counterpart(receiver, exchange.schema, steps);
  const isOfLaterMinor = finding.rule === 'CMP-025' || finding.rule === 'CMP-026';
  for (let seed = 1; seed <= TRIES; seed++) {
    let made: readonly unknown[] = [];
    planted(sender, root, steps, seed, (node) => {
      made = candidatesFor({ side: sender, node, seed }, other, finding, direction);
      return undefined;
    });
    for (const candidate of made) {
      const value = planted(sender, root, steps, seed, () => candidate);
      const isSent =
        sender.judge(exchange.schema, value, isOfLaterMinor ? 'receiver' : 'sender').length === 0;
      const [refusal] = isSent ? receiver.judge(exchange.schema, value, 'receiver') : [];
      if (refusal !== undefined)
        return {
          direction,
          message: exchange.message,
          schema: exchange.schema,
          value,
          refusal: { pointer: refusal.pointer, rule: refusal.rule },
          ...(isOfLaterMinor ? { isOfLaterMinor } : {}),
        };
    }
  }
  return undefined;
};

/** What the rule layer judges, no schema shows. */
const OF_RULE_LAYER = ['x-check', 'x-region'];

/** Whether a body may show it: it is refused, or nobody knows. */
const mayShow = (finding: Finding, passage: Finding['oldToNew']): boolean =>
  passage === 'refused' || (passage === 'unproven' && ruleOf(finding.rule).unseen === undefined);

/** What shows a break: a body that one side sends and the other refuses, an exchange, or why there is neither. */
export const evidenceFor = (
  finding: Finding,
  before: Side,
  now: Side,
  exchangesWith: (schema: string) => readonly Exchange[],
): Evidence | undefined => {
  const directions: readonly (readonly [Direction, boolean, Side, Side])[] = [
    ['old-to-new', mayShow(finding, finding.oldToNew), before, now],
    ['new-to-old', mayShow(finding, finding.newToOld), now, before],
  ];
  const isBreak = finding.verdict === 'major' || finding.verdict === 'forbidden';
  if (!isBreak) return undefined;
  if (finding.shown !== undefined) return { kind: 'exchange', shown: finding.shown };
  if (OF_RULE_LAYER.includes(finding.at ?? ''))
    return {
      kind: 'undetectable',
      why: { en: 'a rule beside the schema refuses it', zh: '由模式之外的规则拒绝' },
    };
  const isOfBody = finding.subject.kind === 'schema' || finding.subject.kind === 'code-list';
  if (isOfBody) {
    const { name } = finding.subject;
    const uses = exchangesWith(name).slice(0, MESSAGES);
    const messages = uses.length > 0 ? uses : [{ message: name, schema: name }];
    for (const [direction, breaks, sender, receiver] of directions)
      for (const exchange of breaks ? messages : []) {
        const example = inMessage(finding, direction, sender, receiver, exchange);
        if (example !== undefined) return { kind: 'body', example };
      }
  }
  const { unseen } = ruleOf(finding.rule);
  return unseen === undefined ? { kind: 'not-found' } : { kind: 'undetectable', why: unseen };
};
