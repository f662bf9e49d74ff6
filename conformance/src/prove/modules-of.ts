import { registry } from '@openwaybill/schemas';
import { requirementOf } from '../catalogue/catalogue.ts';
import type { WireFault } from '../faults/wire/wire-fault.ts';
import type { Fault } from '../words.ts';

/** What a derived fault changes: a schema, or what an operation says beside its body. */
const ofMessage = (message: string): string | undefined =>
  registry.schemas.get(message)?.module ??
  registry.operations.find(({ operationId }) => operationId === message)?.module;

/** The modules that a fault is about: those of what it violates, and that of the message that it changes. */
export const modulesOf = (fault: Fault): readonly string[] => {
  const { message } = fault as Partial<WireFault>;
  return [
    ...new Set([
      ...fault.violates.map((id) => requirementOf(id).module),
      ...[message === undefined ? [] : (ofMessage(message) ?? [])].flat(),
    ]),
  ];
};
