import type { Identity } from '../../drive/identity.ts';
import { observation } from '../../drive/observation.ts';
import { act } from '../../drive/prepare.ts';
import type { Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import { ONLOOKERS } from './onlookers.ts';

/** An order of the platform, with the reference that each party has to its consignee. */
export type Consigned = {
  readonly orderNo: string;
  readonly refOf: (who: Identity) => string | undefined;
};

/** An order that the platform submits to the runner, and who was given which reference. */
export const consigned = async (stage: Stage): Promise<Consigned | undefined> => {
  const orderNo = stage.invent.orderNo();
  const started = await act(stage, 'SUBMIT_ORDER', { orderNo, consigneeSeed: orderNo });
  if (!isAccepted(started)) return undefined;
  const submission = await stage.await(
    { operation: 'submitOrder', matches: (exchange) => requestOf(exchange)?.orderNo === orderNo },
    5_000,
  );
  await stage.settle();
  const run = await stage.call('getTestAction', {
    path: { actionId: String(answerOf(started)?.actionId) },
    intent: 'TEST_CONTROL',
  });
  if (submission === undefined) return undefined;
  const given: readonly { readonly partyId: string; readonly consigneeRef: string }[] =
    answerOf(run)?.result?.references ?? [];
  const own = String(requestOf(submission)?.consignee?.consigneeRef);
  const partyId = stage.partyId();
  return {
    orderNo,
    refOf: (who) =>
      stage.partyId(who) === partyId
        ? own
        : given.find((one) => one.partyId === stage.partyId(who))?.consigneeRef,
  };
};

/** Has the platform ask the runner for the waybill of an order. */
export const waybillOf = async (stage: Stage, orderNo: string): Promise<string | undefined> => {
  const creating = await act(stage, 'CREATE_WAYBILL', { orderNo });
  if (!isAccepted(creating)) return undefined;
  const created = await stage.await(
    { operation: 'createWaybill', matches: (exchange) => requestOf(exchange)?.orderNo === orderNo },
    5_000,
  );
  await stage.settle();
  return created === undefined ? undefined : String(answerOf(created)?.waybillNo);
};

/** The person who has the parcel in hand. */
export const CARRIER = { actorId: 'st-7f3a', kind: 'COURIER' as const };

/** The runner, as the courier, tells of these observations. */
export const tellOf = async (
  stage: Stage,
  waybillNo: string,
  ...codes: readonly string[]
): Promise<void> => {
  for (const code of codes)
    await stage.deliver(
      await observation(
        stage,
        waybillNo,
        code,
        code === 'OUT_FOR_DELIVERY' ? { actor: CARRIER } : {},
      ),
    );
  await stage.settle();
};

/** Everybody who has a reference looks at the consignee. */
export const everybodyLooks = async (
  stage: Stage,
  { refOf }: Consigned,
  probe: string,
): Promise<void> => {
  for (const who of ONLOOKERS.keys()) {
    const consigneeRef = stage.has(who) ? refOf(who) : undefined;
    if (consigneeRef !== undefined)
      await stage.callAs(who, 'getConsigneeView', {
        path: { consigneeRef },
        intent: 'PROBE',
        probe,
      });
  }
};
