import { nameOf, type Registry, type Role, type SchemaEntry } from '@openwaybill/schemas';

/** Where a message is used: by what, as what, from whom to whom. */
export type Use = {
  readonly by: string;
  readonly as: 'request' | 'answer' | 'event';
  readonly from: readonly Role[];
  readonly to: readonly Role[];
};

/** A schema that is sent as a whole, and where. */
export type MessageEntry = SchemaEntry & { readonly uses: readonly Use[] };

/** Every schema that one role sends to another: bodies of requests and answers, and payloads of events. */
export const messagesOf = (registry: Registry): readonly MessageEntry[] => {
  const uses = new Map<string, Use[]>();
  const add = (schema: { readonly $id?: string } | undefined, use: Use): void => {
    if (schema === undefined) return;
    const name = nameOf(schema as never);
    uses.set(name, [...(uses.get(name) ?? []), use]);
  };
  for (const { name, request, answer, calledBy, servedBy } of registry.operations) {
    add(request, { by: name, as: 'request', from: calledBy, to: servedBy });
    add(answer.body, { by: name, as: 'answer', from: servedBy, to: calledBy });
  }
  for (const { type, data, from, to } of registry.events)
    add(data, { by: type, as: 'event', from, to });
  return [...registry.schemas.values()].flatMap((entry) => {
    const used = uses.get(entry.name);
    return used === undefined ? [] : [{ ...entry, uses: used }];
  });
};
