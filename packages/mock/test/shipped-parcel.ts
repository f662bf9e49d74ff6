import { type Exchange, MERCHANT } from './exchange.ts';

const ORDER = 'SO-1';

/** A parcel of the platform, as the courier refers to it. */
export type Parcel = { readonly consigneeRef: string; readonly waybillNo: string };

/** A person of rare characters, who stands in no other text, as a merchant registers one. */
export const REGISTERED = {
  orderNo: ORDER,
  contact: { name: '骉龘靐', mobile: '+8619900004853' },
  address: {
    region: { countryCode: 'CN', regionCode: '210204', regionCodeVersion: 'NBS-2023' },
    road: '虚构鱻麤路',
    structured: true,
  },
  basis: 'CONTRACT',
};

/** Lets a merchant register a person, unless the platform invents one, and the platform order and take a waybill. */
export const ship = async (
  parties: Exchange,
  given: typeof REGISTERED | { readonly orderNo: string } = { orderNo: ORDER },
): Promise<{
  readonly parcel: Parcel;
  /** What every other party calls the person whom it is for. */
  readonly references: ReadonlyMap<string, string>;
}> => {
  const { orderNo } = given;
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  if ('contact' in given)
    await parties.toPlatform('POST', '/v1/consignees', given, { as: MERCHANT });
  const { result } = await parties.act('platform', 'SUBMIT_ORDER', { orderNo, consigneeSeed: 'p' });
  const made = await parties.act('platform', 'CREATE_WAYBILL', { orderNo });
  const references: readonly { readonly partyId: string; readonly consigneeRef: string }[] =
    result.references ?? [];
  return {
    parcel: { consigneeRef: result.consigneeRef, waybillNo: made.result.waybillNo },
    references: new Map(references.map((one) => [one.partyId, one.consigneeRef])),
  };
};
