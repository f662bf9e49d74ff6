import type { ConsigneeView, TrackingEventRecorded } from '@openwaybill/schemas';
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
};

const ASSIGNING: readonly string[] = ['OUT_FOR_DELIVERY', 'DELIVERY_ASSIGNED'];
export const AFTER_SALES = 'after-sales';

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
      ? { stage: 'ORDERED', isAfterSales: false, isTerminal: false }
      : undefined;
  const { owner, waybill } = chosen;
  const observed = await stageOfObserved(unit, owner, waybill.waybillNo, now);
  const { stage, status, isTerminal, sinceAt } = observed;
  const hasCase = (await unit.row(AFTER_SALES, waybill.waybillNo)) !== undefined;
  const assignment = observed.events
    .filter(({ event }) => ASSIGNING.includes(event.eventCode))
    .at(-1)?.event as TrackingEventRecorded | undefined;
  return {
    stage,
    isAfterSales: hasCase && (stage === 'DELIVERED' || stage === 'CLOSED' || status === 'LOST'),
    isTerminal,
    ...(sinceAt === undefined ? {} : { sinceAt }),
    waybillNo: waybill.waybillNo,
    carrier: owner,
    ...(assignment?.actor === undefined ? {} : { assignedTo: assignment.actor.actorId }),
  };
};
