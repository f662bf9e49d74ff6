import {
  type InterruptionNotice,
  type InterruptionUpdate,
  nameOf,
  type OrderStatusChange,
  type Registry,
  type TrackingEventRecorded,
  type WaybillStatusChange,
} from '@openwaybill/schemas';
import { judge, knownMembers } from '@openwaybill/validate';
import { note } from '../audit/log.ts';
import { followRevealStages } from '../consignees/follow-parcel.ts';
import { watchPlaintext } from '../consignees/forget-consignee.ts';
import { revealsOfOwner } from '../consignees/stored-reveal.ts';
import { watchStage } from '../consignees/watch-stage.ts';
import {
  withdrawCancelled,
  withdrawNeedless,
  withdrawReveals,
} from '../consignees/withdraw-reveals.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import type { StoredEvent } from '../events/outbox.ts';
import { rereadKeys } from '../identity/known-keys.ts';
import { receiversOf } from '../modules/index.ts';
import { bindWaybill, findBoundWaybill } from '../observed/bind-waybill.ts';
import { observeScan } from '../observed/observed-parcel.ts';
import { watchTrail } from '../observed/retention.ts';
import { isRelay } from '../relay/carrier.ts';
import { passOn } from '../relay/pass-on.ts';
import type { Resource } from '../resources/hooks.ts';
import { knownCodes } from '../resources/known-codes.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

type Effect = (
  system: System,
  unit: Unit,
  now: string,
  from: string,
  event: StoredEvent,
) => Promise<void>;

const noteNotice: Effect = async (_, unit, now, from, { data }) => {
  const change = data as InterruptionNotice | InterruptionUpdate;
  const id = `${from}/${change.noticeId}`;
  const known = await unit.get<InterruptionNotice>('received-notice', id);
  if (known === undefined && !('noticeClass' in change)) return;
  // late updates never take a notice back to a former state
  if (known !== undefined && known.revision >= change.revision) return;
  unit.put(recordRow('received-notice', id, from, now, { ...known, ...change }));
};

const EFFECTS: Readonly<Record<string, Effect>> = {
  'org.openwaybill.tracking.event.recorded': async (system, unit, now, from, { data }) => {
    const scan = (
      isRelay(system) ? knownMembers('TrackingEventRecorded', data) : data
    ) as TrackingEventRecorded;
    const isNew = await observeScan(unit, now, from, scan);
    if (isNew && isRelay(system)) await passOn(system, unit, now, from, scan);
    await watchTrail(system, unit, from, scan.waybillNo);
    if (system.options.role !== 'platform') return;
    await followRevealStages(system, unit, now, from, scan.waybillNo);
    await watchStage(system, unit, now, from, scan.waybillNo);
    await watchPlaintext(system, unit, from, scan.waybillNo);
  },
  'org.openwaybill.order.status.changed': async (system, unit, now, from, { data }) => {
    const { orderNo, toStatus } = data as OrderStatusChange;
    if (toStatus === 'CANCELLED') await withdrawCancelled(system, unit, now, from, orderNo);
  },
  'org.openwaybill.waybill.status.changed': async (system, unit, now, from, { data }) => {
    const { waybillNo, carrierCode, orderNo, packageId, toStatus } = data as WaybillStatusChange;
    await bindWaybill(unit, now, from, { waybillNo, carrierCode, orderNo, packageId });
    const bound = await findBoundWaybill(unit, from, waybillNo);
    if (toStatus === 'VOIDED' && bound !== undefined)
      await withdrawNeedless(system, unit, now, bound, 'CANCELLED');
  },
  'org.openwaybill.consignee.breach.reported': async (system, unit, now, from) => {
    const by = system.counterparty(from);
    if (by !== undefined) await note(system, unit, now, { kind: 'BREACH', by });
    await withdrawReveals(system, unit, now, await revealsOfOwner(unit, from));
  },
  'org.openwaybill.discovery.keys.rotated': async (system, _, __, from) => rereadKeys(system, from),
  'org.openwaybill.continuity.interruption.noticed': noteNotice,
  'org.openwaybill.continuity.interruption.updated': noteNotice,
};

type Payload = Registry['events'][number]['data'];

/** The schema of a payload by its type; nothing for a type of a later minor. */
const payloadOf = (system: System, type: string): Payload | undefined =>
  system.options.registry.events.find((one) => one.type === type)?.data;

/** A payload as this version knows it: what a later minor adds is not stored, and its codes are their fallbacks. */
const understood = (system: System, payload: Payload, data: unknown): Resource =>
  knownCodes(
    system.options.registry.schemas,
    payload,
    knownMembers(nameOf(payload), data),
  ) as Resource;

/** Refuses a payload that a receiver could not take. */
export const demandPayload = (system: System, { type, data }: StoredEvent): void => {
  const payload = payloadOf(system, type);
  if (payload === undefined) return;
  const verdict = judge(nameOf(payload), data, 'receiver');
  if (verdict.ok) return;
  const issues = verdict.issues.map((issue) => ({ ...issue, pointer: `/data${issue.pointer}` }));
  throw new Refusal('SCHEMA_VIOLATION', { issues });
};

const nameOfEvent = ({ source, id }: StoredEvent): string => `${source}/${id}`;

/** Whether an event was taken before: it is known by (source, id). */
export const isTaken = async (unit: Unit, event: StoredEvent): Promise<boolean> =>
  (await unit.row('inbox', nameOfEvent(event))) !== undefined;

/**
 * Takes one event once: known by (source, id) it has no second effect, and an unknown type has none at all. True where
 * it was new.
 */
export const takeEvent = async (
  system: System,
  unit: Unit,
  now: string,
  from: string,
  event: StoredEvent,
): Promise<boolean> => {
  if (await isTaken(unit, event)) return false;
  demandPayload(system, event);
  await EFFECTS[event.type]?.(system, unit, now, from, event);
  const payload = payloadOf(system, event.type);
  if (payload !== undefined)
    for (const receive of receiversOf(event.type))
      await receive(system, unit, now, from, understood(system, payload, event.data));
  unit.put(
    recordRow('inbox', nameOfEvent(event), from, now, {
      type: event.type,
      sequence: event.sequence,
    }),
  );
  return true;
};
