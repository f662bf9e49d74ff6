import { addr1, maskContact } from '@openwaybill/privacy';
import type { ConsigneeView, Role } from '@openwaybill/schemas';
import { instantOf } from '../engine/clock.ts';
import type { Counterparty } from '../engine/options.ts';
import type { Standing } from './standing.ts';
import type { VaultEntry } from './vault.ts';

type Served = Extract<ConsigneeView['view'], 'REFERENCE' | 'ROUTING' | 'TAIL' | 'MASKED'>;
type ByStage = Readonly<Partial<Record<ConsigneeView['stage'], Served>>>;

const DAY = 86_400_000;
const VALID_FOR = 5 * 60_000;

const MASKED: ByStage = {
  ORDERED: 'MASKED',
  ACCEPTED: 'MASKED',
  IN_TRANSIT: 'MASKED',
  OUT_FOR_DELIVERY: 'MASKED',
  AT_POINT: 'MASKED',
  EXCEPTION: 'MASKED',
  RETURNING: 'MASKED',
  DELIVERED: 'MASKED',
};
const POINT: ByStage = {
  OUT_FOR_DELIVERY: 'REFERENCE',
  AT_POINT: 'TAIL',
  EXCEPTION: 'REFERENCE',
  RETURNING: 'REFERENCE',
  DELIVERED: 'REFERENCE',
};

/** The matrix of views in what `getConsigneeView` serves; no entry is the answer of an unknown reference. */
const ROLES: Readonly<Partial<Record<Role, ByStage>>> = {
  merchant: MASKED,
  isv: MASKED,
  'service-point': POINT,
  locker: POINT,
  warehouse: { ORDERED: 'ROUTING', ACCEPTED: 'ROUTING' },
  hub: {
    ORDERED: 'ROUTING',
    ACCEPTED: 'ROUTING',
    IN_TRANSIT: 'ROUTING',
    OUT_FOR_DELIVERY: 'ROUTING',
    AT_POINT: 'ROUTING',
    EXCEPTION: 'ROUTING',
    RETURNING: 'ROUTING',
    DELIVERED: 'REFERENCE',
  },
};
const FACETS: Readonly<Record<NonNullable<Counterparty['facet']>, ByStage>> = {
  CORE: MASKED,
  LINEHAUL: {
    ACCEPTED: 'ROUTING',
    IN_TRANSIT: 'ROUTING',
    EXCEPTION: 'ROUTING',
    RETURNING: 'ROUTING',
  },
  LAST_MILE: {
    ACCEPTED: 'ROUTING',
    OUT_FOR_DELIVERY: 'REFERENCE',
    AT_POINT: 'TAIL',
    EXCEPTION: 'TAIL',
    DELIVERED: 'TAIL',
  },
};
/** What the delivery person keeps of a parcel that is no longer out is gone a day later. */
const FOR_A_DAY: readonly string[] = ['EXCEPTION', 'DELIVERED'];

/** The one view of a caller at a moment; nothing where it may not even know that there is one. */
export const viewOf = (
  { role, facet = 'CORE', partyId }: Counterparty,
  standing: Standing,
  now: string,
): Served | undefined => {
  if (role !== 'courier')
    return standing.isAfterSales && (role === 'merchant' || role === 'isv')
      ? 'MASKED'
      : ROLES[role]?.[standing.stage];
  if (standing.carrier !== undefined && standing.carrier !== partyId) return undefined;
  if (facet === 'CORE' && standing.isAfterSales) return 'MASKED';
  if (facet === 'LAST_MILE') {
    if (standing.stage !== 'ACCEPTED' && standing.assignedTo === undefined) return undefined;
    const age = Date.parse(now) - Date.parse(standing.sinceAt ?? now);
    if (FOR_A_DAY.includes(standing.stage) && age > DAY) return undefined;
  }
  return FACETS[facet][standing.stage];
};

/** The members of a view, and no other. */
export const showView = (
  view: Served,
  consigneeRef: string,
  entry: VaultEntry,
  standing: Standing,
  now: string,
): ConsigneeView => {
  const { countryCode, regionCode, regionCodeVersion } = entry.address.region;
  const common = {
    consigneeRef,
    view,
    stage: standing.stage,
    validUntilAt: instantOf(Date.parse(now) + VALID_FOR),
  };
  switch (view) {
    case 'REFERENCE':
      return common;
    case 'ROUTING':
      return {
        ...common,
        region: {
          countryCode,
          ...(regionCode === undefined ? {} : { regionCode }),
          ...(regionCodeVersion === undefined ? {} : { regionCodeVersion }),
        },
        routing: { sortingCode: `${regionCode ?? countryCode}-01` },
      };
    case 'TAIL':
      return {
        ...common,
        ...(standing.waybillNo === undefined ? {} : { waybillNo: standing.waybillNo }),
        phoneMasked: maskContact(entry.contact).phoneMasked,
      };
    case 'MASKED':
      return {
        ...common,
        contactMasked: maskContact(entry.contact),
        addressMasked: addr1(entry.address, 'TOWN'),
      };
  }
};
