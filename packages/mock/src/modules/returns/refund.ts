import { type RefundFacts, refundOf } from '@openwaybill/reference/returns';
import type { RefundTrigger, Return, ReturnInspection } from '@openwaybill/schemas';
import { withdrawNeedless } from '../../consignees/withdraw-reveals.ts';
import { agreementsOn } from '../../engine/agreement.ts';
import { Refusal } from '../../engine/refusal.ts';
import { findBoundWaybill } from '../../observed/bind-waybill.ts';
import { happensAt } from '../../resources/due.ts';
import type { Happening } from '../../resources/hooks.ts';
import type { Soon } from '../../store/soon.ts';
import type { Unit } from '../../store/unit.ts';

/** What was found of a return, by its number. */
export const INSPECTION = 'return-inspection';

const merchantsOf = ({ system }: Happening): readonly string[] =>
  system.options.counterparties
    .filter(({ role }) => role === 'merchant')
    .map(({ partyId }) => partyId);

/** The rule of refunds: agreed with a merchant, or with the courier where that is all the world there is. */
const agreedBasis = async (happening: Happening): Promise<RefundFacts['agreed']> => {
  for (const partyId of [...merchantsOf(happening), happening.owner]) {
    const agreed = (await agreementsOn(happening.unit, partyId, 'returns')).findLast(
      ({ returnTerms }) => returnTerms !== undefined,
    );
    if (agreed !== undefined) return agreed.returnTerms?.refundBasis;
  }
  return undefined;
};

const REACHED: Readonly<Record<string, RefundFacts['reached']>> = {
  IN_TRANSIT: ['PICKUP'],
  RECEIVED: ['PICKUP', 'RECEIPT'],
  INSPECTED: ['PICKUP', 'RECEIPT', 'INSPECTION'],
};

const inspectionOf = (unit: Unit, rmaNo: string): Soon<ReturnInspection | undefined> =>
  unit.get<ReturnInspection>(INSPECTION, rmaNo);

const dueRefund = async (
  happening: Happening,
  { rmaNo, items }: Return,
  status: string,
): Promise<ReturnType<typeof refundOf>> => {
  const agreed = await agreedBasis(happening);
  const inspection = await inspectionOf(happening.unit, rmaNo);
  return refundOf({
    ...(agreed === undefined ? {} : { agreed }),
    reached: REACHED[status] ?? [],
    items,
    ...(inspection === undefined ? {} : { inspection }),
    wasTriggered: false,
  });
};

/** The state from which a return was refunded, by the fact that did it. */
const stateBefore = async (happening: Happening, { rmaNo }: Return): Promise<string> =>
  (await inspectionOf(happening.unit, rmaNo)) === undefined ? 'RECEIVED' : 'INSPECTED';

/** Whether the agreement lets the refund follow the step that was just reached. */
export const isRefundAgreed = async (happening: Happening, before: Return): Promise<boolean> => {
  const refund = await dueRefund(happening, before, before.status);
  return refund !== undefined && refund.basis !== 'INSPECTION';
};

/** A return whose refund rests on nothing is not refunded, not even by test control. */
export const demandRefund = async (happening: Happening, next: Return): Promise<void> => {
  if ((await dueRefund(happening, next, await stateBefore(happening, next))) === undefined)
    throw new Refusal('STATE_ILLEGAL');
};

/** The merchant is told once, by the one change into REFUNDED. */
export const tellOfRefund = async (happening: Happening, next: Return): Promise<void> => {
  const { system, unit, now } = happening;
  const refund = await dueRefund(happening, next, await stateBefore(happening, next));
  if (refund === undefined) return;
  const data: RefundTrigger = { rmaNo: next.rmaNo, ...refund, triggeredAt: now };
  for (const to of merchantsOf(happening))
    await system.emit(unit, now, { type: 'org.openwaybill.returns.refund.triggered', to, data });
};

/** Once a consumer has its money back, nobody needs its data for either way any more. */
export const withdrawRefunded = async (
  { system, unit, now, owner }: Happening,
  { originalWaybillNo, returnWaybillNo }: Return,
): Promise<void> => {
  for (const waybillNo of [originalWaybillNo, returnWaybillNo]) {
    const bound =
      waybillNo === undefined ? undefined : await findBoundWaybill(unit, owner, waybillNo);
    if (bound !== undefined) await withdrawNeedless(system, unit, now, bound, 'REFUNDED');
  }
};

/** What a platform decides of a return by itself once a step is reached. */
export const watchRefund = async (happening: Happening, next: Return): Promise<void> => {
  const { system, unit, now, owner } = happening;
  const refund = await dueRefund(happening, next, next.status);
  const fact =
    next.status === 'INSPECTED'
      ? refund === undefined
        ? 'REFUND_REFUSED'
        : 'REFUND_BY_INSPECTION'
      : 'REFUND_BY_AGREED_RULE';
  if (next.status === 'INSPECTED' || refund !== undefined)
    happensAt(system, unit, now, { collection: 'returns', owner, id: next.rmaNo }, fact);
};
