import { isTerminalAt, type TestParcel } from '@openwaybill/schemas';
import type { System } from '../engine/system.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { boundWaybills } from './bind-waybill.ts';
import { stageOfObserved } from './observed-parcel.ts';

/** The parcels of a tenant as this party knows them: a courier its own, everybody else what it was told. */
export const parcelsOf = async (
  system: System,
  unit: Unit,
  tenant: string,
  now: string,
): Promise<readonly { readonly parcel: TestParcel; readonly terminal: boolean }[]> => {
  if (system.options.role === 'courier')
    return (await unit.list({ collection: 'parcel', owner: tenant })).map((row) => {
      const { carrierCode, waybillNo, orderNo, packageId, status, sinceAt } =
        row.body as StoredParcel;
      return {
        parcel: { carrierCode, waybillNo, orderNo, packageId, status },
        terminal: isTerminalAt(status, sinceAt, now),
      };
    });
  return Promise.all(
    (await boundWaybills(unit, tenant)).map(async (waybill) => {
      const { status, isTerminal } = await stageOfObserved(unit, tenant, waybill.waybillNo, now);
      return {
        parcel: { ...waybill, status: status === 'UNKNOWN' ? 'CREATED' : status } as TestParcel,
        terminal: isTerminal,
      };
    }),
  );
};
