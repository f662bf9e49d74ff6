import type { Intercept, InterceptRequest } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { instantOf, millisecondsOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import { command, demandGuard, observe } from '../engine/lifecycle.ts';
import { revised } from '../engine/revision.ts';
import { isResolved } from '../intercepts/follow-parcel.ts';
import { INTERCEPT_TIMER, resolve } from '../intercepts/resolve.ts';
import {
  openIntercept,
  putIntercept,
  type StoredIntercept,
} from '../intercepts/stored-intercept.ts';
import { foldParcel, isAtEnd } from '../parcels/fold-parcel.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import { waybillOf } from '../waybills/stored-waybill.ts';

/** Until somebody has looked for the parcel. */
const SEARCH = 'PT30M';

export const interceptWaybill: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const { waybill } = await waybillOf(unit, owner, call.path.waybillNo ?? '');
  const { waybillNo } = waybill;
  const parcel = await findParcel(unit, waybillNo);
  command(system.lifecycle('waybill'), waybill.status, 'intercept-waybill', {
    PARCEL_NOT_TERMINAL: parcel !== undefined && !isAtEnd(parcel, now),
  });
  const lifecycle = system.lifecycle('intercept');
  const open = await openIntercept(unit, waybillNo, isResolved(system));
  if (open !== undefined)
    demandGuard(lifecycle, 'intercept-waybill', 'NO_OPEN_INTERCEPT', false, {
      status: open.intercept.state,
    });
  const { to } = command(lifecycle, undefined, 'intercept-waybill', { NO_OPEN_INTERCEPT: true });
  const { interceptType, newConsigneeRef } = call.body as InterceptRequest;
  const requested: StoredIntercept = {
    owner,
    ...(newConsigneeRef === undefined ? {} : { newConsigneeRef }),
    intercept: {
      interceptId: uuid7(system.random, Date.parse(now)),
      waybillNo,
      interceptType,
      state: to as Intercept['state'],
      revision: 1,
      createdAt: now,
      updatedAt: now,
    },
  };
  putIntercept(unit, requested);
  // what is on its way back already cannot be called back
  if (parcel !== undefined && foldParcel(parcel).folded.leg === 'RETURN') {
    const refused = await resolve(system, unit, now, requested, 'COURIER_REFUSES');
    return { status: 202, body: refused.intercept };
  }
  const state = observe(lifecycle, to, 'COURIER_ACCEPTS') as Intercept['state'];
  const accepted = { ...requested, intercept: revised(requested.intercept, { state }, now) };
  putIntercept(unit, accepted);
  const dueAt = instantOf(Date.parse(now) + millisecondsOf(SEARCH));
  const ref = requested.intercept.interceptId;
  system.schedule(unit, { tenant: owner, kind: INTERCEPT_TIMER, ref, dueAt });
  return { status: 202, body: accepted.intercept };
};
