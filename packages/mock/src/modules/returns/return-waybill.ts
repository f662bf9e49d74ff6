import type { Order, ReturnAuthorisation, Waybill } from '@openwaybill/schemas';
import { orderOf } from '../../orders/stored-order.ts';
import type { Happening } from '../../resources/hooks.ts';
import { recordRow } from '../../store/resource.ts';
import { after, type Soon } from '../../store/soon.ts';
import type { Unit } from '../../store/unit.ts';
import { issue } from '../../waybills/issue.ts';
import { localDate } from '../../waybills/local-date.ts';
import { routingOf } from '../../waybills/routing.ts';
import { waybillOf } from '../../waybills/stored-waybill.ts';
import { unusedNumbers } from '../../waybills/unused-numbers.ts';
import { nextCount } from '../../world/counter.ts';
import { courierWorld } from '../../world/courier-world.ts';

/** The scenario of a parcel that meets no trouble. */
const PLAIN = '01';
/** Which return a waybill is of. */
const RETURN_OF = 'return-waybill';

/** A label and a sorting code need no more of a merchant than where it is. */
const receiverOf = ({ consignorRef, destination }: ReturnAuthorisation): Order['consignee'] => {
  if (destination.kind === 'PERSON')
    return {
      consigneeRef: destination.consignorRef ?? consignorRef,
      contactMasked: destination.contactMasked ?? { nameMasked: '***', phoneMasked: '***' },
      addressMasked: destination.addressMasked ?? { tail: '****' },
    };
  const { provinceName, cityName, districtName, regionCode, regionCodeVersion } =
    destination.pickupAddress?.region ?? {};
  return {
    consigneeRef: consignorRef,
    contactMasked: { nameMasked: '***', phoneMasked: '***' },
    addressMasked: {
      ...(provinceName === undefined ? {} : { provinceName }),
      ...(cityName === undefined ? {} : { cityName }),
      ...(districtName === undefined ? {} : { districtName }),
      ...(regionCode === undefined || regionCodeVersion === undefined
        ? {}
        : { regionCode, regionCodeVersion }),
      tail: '****',
    },
  };
};

/** The order of the goods, the other way round: from the consumer to the merchant. */
export const returnWay = (order: Order, asked: ReturnAuthorisation): Order => ({
  ...order,
  shipper: {
    kind: 'PERSON',
    consignorRef: asked.consignorRef,
    contactMasked: asked.contactMasked,
    addressMasked: asked.addressMasked,
  },
  consignee: receiverOf(asked),
  packages: [{ packageId: 'RETURN', items: asked.items }],
});

/** A new forward waybill from the consumer to the merchant, which names the original by relation RETURN (RTN-001). */
export const issueReturnWaybill = async (
  { system, unit, now, owner }: Happening,
  asked: ReturnAuthorisation,
): Promise<string> => {
  const original = await waybillOf(unit, owner, asked.originalWaybillNo);
  const { orderNo, carrierCode, waybillNo: originalNo } = original.waybill;
  const { order } = await orderOf(unit, owner, orderNo);
  const [waybillNo = ''] = await unusedNumbers(unit, PLAIN, 1, now);
  const packageId = `RETURN_${await nextCount(unit, 'return')}`;
  const turned = returnWay(order, asked);
  const way: Order = { ...turned, packages: [{ packageId, items: asked.items }] };
  const waybill: Waybill = {
    waybillNo,
    carrierCode,
    allocatedOn: localDate(now),
    orderNo,
    packageId,
    attempt: 1,
    status: 'BOUND',
    routing: routingOf(way, courierWorld(system.options).network),
    printCount: 0,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  const { carrierAccountId, labelFormat, branchCode } = original;
  await issue(
    system,
    unit,
    now,
    {
      waybill,
      owner,
      carrierAccountId,
      labelFormat,
      ...(branchCode === undefined ? {} : { branchCode }),
      way,
    },
    { carrierCode, waybillNo: originalNo, relation: 'RETURN' },
  );
  unit.put(recordRow(RETURN_OF, waybillNo, owner, now, { rmaNo: asked.rmaNo }));
  return waybillNo;
};

/** The number of the return that a waybill is of; nothing for any other waybill. */
export const rmaNoOf = (unit: Unit, waybillNo: string): Soon<string | undefined> =>
  after(unit.get<{ readonly rmaNo: string }>(RETURN_OF, waybillNo), (found) => found?.rmaNo);
