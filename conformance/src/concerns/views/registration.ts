import type { ConsigneeRegistration } from '@openwaybill/schemas';
import type { Stage } from '../../drive/stage.ts';

/** What a merchant registers of an invented person, under a new order. */
export const registrationOf = (stage: Stage, label: string): ConsigneeRegistration => {
  const { name, mobile, road, building, unitRoom } = stage.person(label);
  return {
    orderNo: stage.invent.orderNo(),
    contact: { name, mobile },
    address: {
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      road,
      building,
      unitRoom,
      structured: true,
    },
    basis: 'CONTRACT',
  };
};
