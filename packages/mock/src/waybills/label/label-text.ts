import { goods1, renderAddress } from '@openwaybill/privacy';
import {
  type AddressMasked,
  codesOf,
  type Order,
  ServiceProduct,
  type Waybill,
} from '@openwaybill/schemas';
import type { StoredWaybill } from '../stored-waybill.ts';
import { squareCodeOf } from './label-token.ts';

/** All that a label says: masked names and phones, an address to its cap, goods as their category. */
export type LabelText = {
  readonly waybillNo: string;
  /** The content of the square code. */
  readonly squareCode: string;
  /** Absent where only number and token are printed. */
  readonly words?: LabelWords;
};

export type LabelWords = {
  readonly carrier: string;
  readonly product: string;
  readonly sortingCode: string;
  readonly way: string;
  readonly route: string;
  readonly consignee: Addressed;
  readonly sender: Addressed;
  readonly contents: string;
  readonly pieces: string;
};

export type Addressed = { readonly who: string; readonly where: string };

/** How far down a label shows an address; nothing shows a unit or a room. */
export type LabelCap = 'TOWN' | 'BUILDING';

const PRODUCTS: Readonly<Record<string, { readonly zh: string }>> = codesOf(ServiceProduct);

/** Rows of contents beyond this say nothing more to whoever handles the parcel. */
const MOST_CATEGORIES = 3;

const whereOf = ({ road, building, ...toTown }: AddressMasked, cap: LabelCap): string =>
  renderAddress({
    ...toTown,
    ...(cap === 'BUILDING' && road !== undefined ? { road } : {}),
    ...(cap === 'BUILDING' && building !== undefined ? { building } : {}),
  });

const NOBODY = { nameMasked: '***', phoneMasked: '***' };
const NOWHERE: AddressMasked = { tail: '****' };

const whoOf = (contact: Order['consignee']['contactMasked']): string =>
  [contact.nameMasked, contact.phoneMasked].filter((one) => one !== undefined).join('  ');

const senderOf = ({ shipper }: Order, cap: LabelCap): Addressed => {
  if (shipper.kind === 'PERSON')
    return {
      who: whoOf(shipper.contactMasked ?? NOBODY),
      where: whereOf(shipper.addressMasked ?? NOWHERE, cap),
    };
  const { provinceName, cityName, districtName, townName } = shipper.pickupAddress?.region ?? {};
  const levels = { provinceName, cityName, districtName, townName };
  const known = Object.fromEntries(
    Object.entries(levels).filter(([, level]) => level !== undefined),
  );
  return { who: shipper.party?.name ?? '', where: renderAddress({ ...known, ...NOWHERE }) };
};

const contentsOf = (items: Order['packages'][number]['items']): string =>
  [...new Set(items.map(({ categoryCode }) => goods1(categoryCode)))]
    .slice(0, MOST_CATEGORIES)
    .join('、');

/** Reads only masked members of the order: the renderer never has anything else. */
export const labelText = (
  { waybill, labelToken }: Pick<StoredWaybill, 'labelToken'> & { readonly waybill: Waybill },
  order: Order,
  carrier: string,
  cap: LabelCap,
): Required<LabelText> => {
  const { waybillNo, routing } = waybill;
  const { contactMasked, addressMasked } = order.consignee;
  const { items, pieceIndex, pieceCount } = order.packages.find(
    ({ packageId }) => packageId === waybill.packageId,
  ) ?? { items: [] };
  return {
    waybillNo,
    squareCode: squareCodeOf(waybillNo, labelToken),
    words: {
      carrier,
      product: PRODUCTS[order.service.product]?.zh ?? PRODUCTS.STANDARD?.zh ?? '',
      sortingCode: routing.sortingCode,
      way: [routing.destinationHub, routing.destinationBranch]
        .filter((place) => place !== undefined)
        .join(' → '),
      route: routing.routeLabel ?? '',
      consignee: { who: whoOf(contactMasked), where: whereOf(addressMasked, cap) },
      sender: senderOf(order, cap),
      contents: contentsOf(items),
      pieces:
        pieceIndex === undefined || pieceCount === undefined
          ? '1/1'
          : `${pieceIndex}/${pieceCount}`,
    },
  };
};

/** What is left where the words cannot be vouched for: number and token, and never plaintext in their place. */
export const degradedText = ({ waybillNo, squareCode }: LabelText): LabelText => ({
  waybillNo,
  squareCode,
});
