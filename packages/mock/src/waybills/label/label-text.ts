import { codesOf, GoodsCategory, type Order, type Waybill } from '@openwaybill/schemas';

/** All that a label says: masked names and phones, an address to the township, goods as their category. */
export type LabelText = {
  readonly waybillNo: string;
  readonly sortingCode: string;
  readonly route: string;
  readonly consignee: readonly string[];
  readonly sender: readonly string[];
  readonly contents: string;
};

type Divisions = {
  readonly provinceName?: string;
  readonly cityName?: string;
  readonly districtName?: string;
  readonly townName?: string;
};

const divisionsOf = ({ provinceName, cityName, districtName, townName }: Divisions): string =>
  [provinceName, cityName, districtName, townName].filter((name) => name !== undefined).join('');

/** Every masked address ends so, wherever it is cut. */
const TAIL = '****';

const CATEGORIES: Readonly<Record<string, { readonly zh: string }>> = codesOf(GoodsCategory);

const senderLines = ({ shipper }: Pick<Order, 'shipper'>): readonly string[] => {
  if (shipper.kind === 'ORGANISATION')
    return [shipper.party?.name ?? '', divisionsOf(shipper.pickupAddress?.region ?? {}) + TAIL];
  return [
    `${shipper.contactMasked?.nameMasked ?? ''} ${shipper.contactMasked?.phoneMasked ?? ''}`,
    divisionsOf(shipper.addressMasked ?? {}) + TAIL,
  ];
};

const contentsOf = (order: Order, packageId: string): string => {
  const items = order.packages.find((one) => one.packageId === packageId)?.items ?? [];
  const names = items.map(({ categoryCode }) => CATEGORIES[categoryCode]?.zh ?? '其他');
  return [...new Set(names)].slice(0, 3).join('、');
};

/** Reads only masked members of the order: the renderer never has anything else. */
export const labelText = (order: Order, waybill: Waybill): LabelText => {
  const { contactMasked, addressMasked } = order.consignee;
  return {
    waybillNo: waybill.waybillNo,
    sortingCode: waybill.routing.sortingCode,
    route: waybill.routing.routeLabel ?? '',
    consignee: [
      `${contactMasked.nameMasked ?? ''} ${contactMasked.phoneMasked ?? ''}`,
      divisionsOf(addressMasked) + TAIL,
    ],
    sender: senderLines(order),
    contents: contentsOf(order, waybill.packageId),
  };
};
