import type { ConsigneeView, TrackingEventRecorded } from '@openwaybill/schemas';
import { DAY } from '../engine/clock.ts';
import { waybillsOfOrder } from '../observed/bind-waybill.ts';
import { stageOfObserved } from '../observed/observed-parcel.ts';
import type { Unit } from '../store/unit.ts';

/** Where an order stands for the rules of privacy: a function of events and cases, never of what a caller says. */
export type Standing = {
  readonly stage: ConsigneeView['stage'];
  readonly isAfterSales: boolean;
  readonly isTerminal: boolean;
  readonly sinceAt?: string;
  readonly waybillNo?: string;
  readonly carrier?: string;
  /** Who the parcel was last given to for delivery. */
  readonly assignedTo?: string;
  /** Who was last sent to pick it up. */
  readonly pickedUpBy?: string;
  readonly isDelivered: boolean;
};

const ASSIGNING: readonly string[] = ['OUT_FOR_DELIVERY', 'DELIVERY_ASSIGNED'];
const PICKING_UP: readonly string[] = ['PICKUP_ASSIGNED'];
const OPENED_WITHIN = 30 * DAY;
const OPEN_FOR = 180 * DAY;

/** A claim, return or complaint about a parcel, from its opening on. */
export type AfterSales = { readonly openedAt: string };
export const AFTER_SALES = 'after-sales';

/** A case counts that was opened soon after the end, and for half a year. */
const isOpenCase = (
  found: AfterSales | undefined,
  sinceAt: string | undefined,
  now: string,
): boolean => {
  if (found === undefined) return false;
  const openedAt = Date.parse(found.openedAt);
  return (
    openedAt <= Date.parse(sinceAt ?? found.openedAt) + OPENED_WITHIN &&
    Date.parse(now) < openedAt + OPEN_FOR
  );
};

type Observed = Awaited<ReturnType<typeof stageOfObserved>>;

/** Who had the parcel on its way out has nothing to bring back: a return is given to somebody anew. */
const eventsOfLeg = ({ stage, sinceAt, events }: Observed): Observed['events'] =>
  stage === 'RETURNING' && sinceAt !== undefined
    ? events.filter(({ event }) => Date.parse(event.occurredAt) >= Date.parse(sinceAt))
    : events;

const actorOfLast = (events: Observed['events'], codes: readonly string[]): string | undefined =>
  (
    events.filter(({ event }) => codes.includes(event.eventCode)).at(-1)?.event as
      | TrackingEventRecorded
      | undefined
  )?.actor?.actorId;

/** Whether anything of an order is still going on: before its waybills, until the last of its parcels is closed. */
export const isOpenOrder = async (unit: Unit, orderNo: string, now: string): Promise<boolean> => {
  const bound = await waybillsOfOrder(unit, orderNo);
  if (bound.length === 0) return true;
  for (const { waybill } of bound) {
    const standing = await standingOf(unit, orderNo, now, waybill.waybillNo);
    if (standing?.stage !== 'CLOSED' || standing.isAfterSales) return true;
  }
  return false;
};

/** The parcel of an order: the one named, else the first that was bound. */
export const standingOf = async (
  unit: Unit,
  orderNo: string,
  now: string,
  waybillNo?: string,
): Promise<Standing | undefined> => {
  const bound = await waybillsOfOrder(unit, orderNo);
  const chosen = bound.find(
    ({ waybill }) => waybillNo === undefined || waybill.waybillNo === waybillNo,
  );
  if (chosen === undefined)
    return waybillNo === undefined
      ? { stage: 'ORDERED', isAfterSales: false, isTerminal: false, isDelivered: false }
      : undefined;
  const { owner, waybill } = chosen;
  const observed = await stageOfObserved(unit, owner, waybill.waybillNo, now);
  const { stage, status, isTerminal, sinceAt } = observed;
  const found = await unit.get<AfterSales>(AFTER_SALES, waybill.waybillNo);
  const hasCase = isOpenCase(found, sinceAt, now);
  const assignedTo = actorOfLast(eventsOfLeg(observed), ASSIGNING);
  const pickedUpBy = actorOfLast(observed.events, PICKING_UP);
  return {
    stage,
    isAfterSales: hasCase && (stage === 'DELIVERED' || stage === 'CLOSED' || status === 'LOST'),
    isTerminal,
    ...(sinceAt === undefined ? {} : { sinceAt }),
    waybillNo: waybill.waybillNo,
    carrier: owner,
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(pickedUpBy === undefined ? {} : { pickedUpBy }),
    isDelivered: status === 'DELIVERED',
  };
};
