import { nameOf, registry } from '@openwaybill/schemas';
import { operationOf } from './operations.ts';
import type { Stage } from './stage.ts';

// biome-ignore lint/suspicious/noExplicitAny: a scenario puts its own members into it
type Body = any;

/** The first example of the request of an operation, which its definition guarantees to be valid. */
export const exampleBody = (operationId: string): Body => {
  const { request } = operationOf(operationId);
  if (request === undefined) return undefined;
  const [first] = Object.values(registry.schemas.get(nameOf(request))?.examples.valid ?? {});
  if (first === undefined) throw new Error(`the request of ${operationId} has no example`);
  return structuredClone(first);
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The same with names that no other request has: a UUID for a UUID, a number of this run for any other. */
export const freshBody = (
  stage: Stage,
  operationId: string,
  ...members: readonly string[]
): Body => {
  const body = exampleBody(operationId);
  for (const member of members)
    body[member] = UUID.test(body[member]) ? stage.invent.uuid() : stage.invent.orderNo();
  return body;
};
