import type { Stage } from '../drive/stage.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Role } from '../words.ts';

/** The modules of a role that a scenario interrupts; never one whose reads it needs meanwhile. */
export const interruptible = (role: Role): readonly string[] =>
  role === 'courier' ? ['tracking', 'waybill'] : ['consignee'];

/** A read of an interrupted module, whatever there is to be read. */
export const readInterrupted = (
  stage: Stage,
  parcel: { readonly carrierCode: string; readonly waybillNo: string } | undefined,
  probe: string,
): Promise<Exchange> =>
  stage.claim.role === 'courier'
    ? stage.call('getParcel', {
        path: {
          carrierCode: parcel?.carrierCode ?? 'ZZ',
          waybillNo: parcel?.waybillNo ?? 'ZZ9999999999',
        },
        probe,
      })
    : stage.call('getConsigneeView', {
        path: { consigneeRef: stage.invent.consigneeRef() },
        probe,
      });
