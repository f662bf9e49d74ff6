import { problems, type RequirementId } from '@openwaybill/schemas';
import { valueAt } from '@openwaybill/validate';
import { holds as isTrue } from '../../applicability.ts';
import { knownOperation } from '../../drive/operations.ts';
import { requestSchemaOf } from '../../drive/own-message.ts';
import { type SingleFault, singleFault } from '../../negatives/revalidate.ts';
import { SPEAKING, spokenOf } from '../../negatives/spoken-of.ts';
import { isWithinReach, TWINS } from '../../negatives/twins.ts';
import { answerOf, requestOf, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Finding, Observation } from '../../words.ts';
import { demand, endingOf, refusedWith } from '../check.ts';
import { SAID } from '../sayings.ts';
import { type Seen, seenOf } from '../seen.ts';

/** Operations of the claim that have twins. */
const OPERATIONS = (claim: Claim): readonly string[] =>
  Object.keys(TWINS).filter((operationId) => isTrue({ offers: operationId }, claim));

const NAIVE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

/** Faults of which DSC-019 speaks. */
const kindOf = (value: unknown): 'null' | 'float' | 'naive' | undefined => {
  if (value === null) return 'null';
  if (typeof value === 'number' && !Number.isInteger(value)) return 'float';
  return typeof value === 'string' && NAIVE.test(value) ? 'naive' : undefined;
};

/** What was read back is as it was: the same resource, or still none. */
const untouched = (seen: Seen, operationId: string) => {
  const before = seen.one(`refuse-before-${operationId}`);
  const after = seen.one(`refuse-after-${operationId}`);
  if (before === undefined || after === undefined) return undefined;
  const resource = (exchange: Exchange): string =>
    statusOf(exchange) === 404 ? '' : JSON.stringify(answerOf(exchange));
  return demand(
    statusOf(before) === statusOf(after) && resource(before) === resource(after),
    [after, before],
    SAID.resourceAsItWas,
    statusOf(before) === 404
      ? { en: 'a resource that was made', zh: '资源已被创建' }
      : { en: `a change, or ${endingOf(after).en}`, zh: `有变更，或 ${endingOf(after).zh}` },
    { surface: 'body' },
  );
};

/** A request with one thing wrong, as it was sent, and what is wrong with it. */
type Wrong = {
  readonly exchange: Exchange;
  readonly operation: string;
  readonly fault: SingleFault;
  readonly kind: ReturnType<typeof kindOf>;
};

const wrongIn = (seen: Seen): readonly Wrong[] =>
  seen.probe('refuse').flatMap((exchange): readonly Wrong[] => {
    const operation = knownOperation(exchange.operation);
    const schema = operation === undefined ? undefined : requestSchemaOf(operation);
    if (operation === undefined || schema === undefined) return [];
    const body = requestOf(exchange);
    const isStrict = seen.claim.document.limits.unknownMembers === 'STRICT';
    const fault = singleFault(schema, body, isStrict);
    return fault === undefined
      ? []
      : [
          {
            exchange,
            operation: operation.operationId,
            fault,
            kind: kindOf(valueAt(body, fault.pointer)),
          },
        ];
  });

const known = new WeakMap<Seen, readonly Wrong[]>();

/** The requests of a run that were wrong in exactly one way. */
export const wrongRequests = (seen: Seen): readonly Wrong[] => {
  const made = known.get(seen) ?? wrongIn(seen);
  known.set(seen, made);
  return made;
};

const judged = (seen: Seen, { exchange, fault }: Wrong): Finding | undefined => {
  const finding = refusedWith(seen, exchange, { status: problems[fault.code].status, ...fault });
  return finding?.says === 'VIOLATED' ? { ...finding, rule: fault.rule } : finding;
};

/** Bytes that no parser takes, and the requirement that speaks of them. */
const ODD: Readonly<Record<string, RequirementId>> = {
  truncated: 'DSC-020',
  'byte-order-mark': 'DSC-020',
  'not-utf8': 'DSC-020',
  'unsafe-number': 'DSC-020',
  'duplicate-key': 'LIM-002',
  'lone-surrogate': 'LIM-002',
  prototype: 'LIM-002',
  'too-deep': 'LIM-001',
};

/** Requests with exactly one fault are refused at its place and change nothing. */
export const refusalChecks: readonly Check[] = [
  {
    requirements: ['DSC-027'],
    cases: (claim) =>
      OPERATIONS(claim)
        .filter((operationId) => isWithinReach(operationId, claim))
        .map((operationId) => `refuse.${operationId}`),
    beyond: (claim) =>
      OPERATIONS(claim)
        .filter((operationId) => !isWithinReach(operationId, claim))
        .map((operationId) => `refuse.${operationId}`),
    further: (claim) => OPERATIONS(claim).map((operationId) => `unchanged.${operationId}`),
    judge: function* (transcript, claim): Generator<Observation> {
      const seen = seenOf(transcript, claim);
      for (const one of wrongRequests(seen)) {
        // null, floats and naive instants have a requirement of their own
        if (one.kind !== undefined || spokenOf(one.fault) !== 'DSC-027') continue;
        const finding = judged(seen, one);
        if (finding !== undefined)
          yield { requirement: 'DSC-027', case: `refuse.${one.operation}`, ...finding };
      }
      for (const operationId of OPERATIONS(claim)) {
        const finding = untouched(seen, operationId);
        if (finding !== undefined)
          yield { requirement: 'DSC-027', case: `unchanged.${operationId}`, ...finding };
      }
    },
  },
  {
    requirements: ['DSC-019'],
    cases: (claim) => (OPERATIONS(claim).length === 0 ? [] : ['null', 'float', 'naive']),
    judge: function* (transcript, claim): Generator<Observation> {
      const seen = seenOf(transcript, claim);
      for (const one of wrongRequests(seen)) {
        if (one.kind === undefined) continue;
        const finding = refusedWith(seen, one.exchange, {
          status: 422,
          code: 'SCHEMA_VIOLATION',
          pointer: one.fault.pointer,
        });
        if (finding !== undefined) yield { requirement: 'DSC-019', case: one.kind, ...finding };
      }
    },
  },
  // what a requirement of its own speaks of is seen in every operation that it happens to be in
  ...SPEAKING.map(
    (requirement): Check => ({
      requirements: [requirement],
      cases: () => [],
      further: (claim) => OPERATIONS(claim).map((operationId) => `refuse.${operationId}`),
      judge: function* (transcript, claim): Generator<Observation> {
        const seen = seenOf(transcript, claim);
        for (const one of wrongRequests(seen)) {
          if (one.kind !== undefined || spokenOf(one.fault) !== requirement) continue;
          const finding = judged(seen, one);
          if (finding !== undefined)
            yield { requirement, case: `refuse.${one.operation}`, ...finding };
        }
      },
    }),
  ),
  ...[...new Set(Object.values(ODD))].map(
    (requirement): Check => ({
      requirements: [requirement],
      cases: () => [],
      further: (claim) => OPERATIONS(claim).map((operationId) => `bytes.${operationId}`),
      judge: function* (transcript, claim): Generator<Observation> {
        const seen = seenOf(transcript, claim);
        for (const [name, speaking] of Object.entries(ODD))
          for (const exchange of speaking === requirement ? seen.probe(`refuse-${name}`) : []) {
            const finding = refusedWith(seen, exchange, { status: 400, code: 'MALFORMED_JSON' });
            if (finding !== undefined)
              yield { requirement, case: `bytes.${exchange.operation}`, ...finding };
          }
      },
    }),
  ),
];
