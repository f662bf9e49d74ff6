import { valueAt } from '@openwaybill/validate';
import { holds as isTrue } from '../../applicability.ts';
import { knownOperation } from '../../drive/operations.ts';
import { requestSchemaOf } from '../../drive/own-message.ts';
import { singleFault } from '../../negatives/revalidate.ts';
import { TWINS } from '../../negatives/twins.ts';
import { answerOf, requestOf, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Observation } from '../../words.ts';
import { demand, endingOf, refusedWith } from '../check.ts';
import { type Seen, seenOf } from '../seen.ts';

/** Operations whose twins can be had accepted by the claim at this depth. */
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
    'the resource as it was',
    statusOf(before) === 404 ? 'a resource that was made' : `a change, or ${endingOf(after)}`,
    { surface: 'body' },
  );
};

/** Requests with exactly one fault against their schema are refused at its place and change nothing. */
export const refusalChecks: readonly Check[] = [
  {
    requirements: ['DSC-027'],
    cases: (claim) => OPERATIONS(claim).map((operationId) => `refuse.${operationId}`),
    judge: function* (transcript, claim): Generator<Observation> {
      const seen = seenOf(transcript, claim);
      const isStrict = claim.document.limits.unknownMembers === 'STRICT';
      for (const exchange of seen.probe('refuse')) {
        const operation = knownOperation(exchange.operation);
        const schema = operation === undefined ? undefined : requestSchemaOf(operation);
        if (operation === undefined || schema === undefined) continue;
        const body = requestOf(exchange);
        const fault = singleFault(schema, body, isStrict);
        // null, floats and naive instants have a requirement of their own
        if (fault === undefined || kindOf(valueAt(body, fault.pointer)) !== undefined) continue;
        const finding = refusedWith(seen, exchange, { status: 422, ...fault });
        if (finding !== undefined)
          yield {
            requirement: 'DSC-027',
            case: `refuse.${operation.operationId}`,
            ...finding,
            ...(finding.says === 'VIOLATED' ? { rule: fault.rule } : {}),
          };
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
      for (const exchange of seen.probe('refuse')) {
        const operation = knownOperation(exchange.operation);
        const schema = operation === undefined ? undefined : requestSchemaOf(operation);
        if (schema === undefined) continue;
        const body = requestOf(exchange);
        const fault = singleFault(schema, body, true);
        const kind = fault === undefined ? undefined : kindOf(valueAt(body, fault.pointer));
        if (fault === undefined || kind === undefined) continue;
        const finding = refusedWith(seen, exchange, {
          status: 422,
          code: 'SCHEMA_VIOLATION',
          pointer: fault.pointer,
        });
        if (finding !== undefined) yield { requirement: 'DSC-019', case: kind, ...finding };
      }
    },
  },
];
