import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import { SINK, type StoredSubscription } from '../events/outbox.ts';
import { LINE } from '../events/sinks.ts';
import { resourceRow } from '../store/resource.ts';
import { demandTarget } from '../subscriptions/target.ts';
import type { ControlRoute } from './route.ts';

/** What a sink takes, and where it is: at an address of its own, or at the other end of a stream. */
export type SinkWanted = { readonly eventTypes?: readonly string[]; readonly url?: string };

/** A sink as it is shown. */
export type ShownSink = {
  readonly name: string;
  readonly url: string;
  readonly eventTypes: readonly string[];
};

const idOfSink = (tenant: string, name: string): string => `sink_${tenant}_${name}`;

/** The address of a sink that holds a stream open. */
export const lineOf = (name: string): string => `${LINE}${name}`;

/** Opens a sink, or changes it. No reader of subscriptions sees it, and it is never challenged. */
export const putSink = async (
  system: System,
  tenant: string,
  name: string,
  { eventTypes, url }: SinkWanted,
): Promise<ShownSink> => {
  const { registry, role } = system.options;
  const sent = registry.events.filter(({ from }) => from.includes(role));
  const types = sent.map(({ type }): string => type);
  const wanted = eventTypes?.map((type) =>
    type.startsWith('org.openwaybill.') ? type : `org.openwaybill.${type}`,
  );
  const unknown = wanted?.findIndex((type) => !types.includes(type)) ?? -1;
  if (unknown >= 0)
    throw refuse('CODE_UNKNOWN', {
      pointer: `/eventTypes/${unknown}`,
      seen: { en: 'this role sends no events of this type', zh: '该角色不发送此类事件' },
      remedy: { en: `It sends: ${types.join(', ')}.`, zh: `可选：${types.join('、')}。` },
    });
  if (url !== undefined) demandTarget(url, system.options);
  const id = idOfSink(tenant, name);
  return system.transact(tenant, async (unit, now) => {
    const before = await unit.get<StoredSubscription>(SINK, id);
    const sink: StoredSubscription = {
      subscriptionId: id,
      callbackUrl: url ?? lineOf(name),
      eventTypes: wanted ?? types,
      signing: 'V1A',
      state: 'ACTIVE',
      failureCount: 0,
      revision: (before?.revision ?? 0) + 1,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    };
    unit.put(resourceRow(SINK, id, tenant, sink));
    return { name, url: sink.callbackUrl, eventTypes: sink.eventTypes };
  });
};

/** Closes a sink; what waited for it goes nowhere. */
export const removeSink = (system: System, tenant: string, name: string): Promise<void> =>
  system.transact(tenant, async (unit) => unit.delete(SINK, idOfSink(tenant, name)));

/** What waits for a sink that has come back leaves now, and not at its next attempt. */
export const resumeSink = (system: System, tenant: string, name: string): void =>
  system.background(async () => {
    const at = await system.transact(tenant, async (unit, now) => {
      const waiting = await unit.list({
        collection: 'delivery',
        owner: tenant,
        parent: idOfSink(tenant, name),
      });
      for (const { id } of waiting)
        system.schedule(unit, { tenant, kind: 'deliver', ref: id, dueAt: now });
      return Date.parse(now);
    });
    await system.advance(tenant, at);
  });

/** Receivers of a developer's machine, which are no part of the wire. */
export const sinkRoutes: readonly ControlRoute[] = [
  {
    method: 'PUT',
    path: '/_mock/sinks/{name}',
    body: {
      type: 'object',
      properties: {
        eventTypes: { type: 'array', minItems: 1, maxItems: 200, items: { type: 'string' } },
        url: { type: 'string', minLength: 1, maxLength: 500 },
      },
    },
    answer: ({ system, tenant, path, body }) =>
      putSink(system, tenant.partyId, path.name ?? '', body),
  },
  {
    method: 'DELETE',
    path: '/_mock/sinks/{name}',
    answer: ({ system, tenant, path }) => removeSink(system, tenant.partyId, path.name ?? ''),
  },
  {
    method: 'POST',
    path: '/_mock/handed/{id}',
    body: {
      type: 'object',
      required: ['status'],
      properties: {
        status: { type: 'integer', minimum: 0, maximum: 599 },
        body: { type: 'string', maxLength: 16_384 },
      },
    },
    answer: async ({ system, tenant, path, body }) => ({
      isWaitedFor: system.sinks.answered(tenant.partyId, path.id ?? '', {
        status: body.status,
        body: body.body ?? '',
      }),
    }),
  },
];
