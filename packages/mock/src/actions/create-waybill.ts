import type { Waybill } from '@openwaybill/schemas';
import { bindWaybill } from '../observed/bind-waybill.ts';
import { type Action, bodyOf, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

export const createWaybill: Action = async ({ system, tenant, to, input }) => {
  const packageId = input.packageId ?? 'P1';
  const orderNo = needed(input.orderNo);
  const answer = await callWithRetries(system, to, {
    method: 'POST',
    path: '/v1/waybills',
    body: {
      orderNo,
      packageId,
      allocationMode: 'ON_CREATE',
      carrierAccountId: 'ACC-0001',
      labelFormat: input.labelFormat ?? 'SVG_100X180',
    },
  });
  const { waybillNo, carrierCode } = bodyOf(answer) as Waybill;
  await system.transact(tenant, async (unit, now) =>
    bindWaybill(unit, now, tenant, { waybillNo, carrierCode, orderNo, packageId }),
  );
  return { waybillNo };
};
