import { viewerOf } from '@openwaybill/privacy';
import type { Viewer } from '@openwaybill/schemas';
import { castOf, type Identity, type Part } from '../../drive/identity.ts';

/** Parts of the runner that may ask a platform for the view of a consignee. */
const ASKING: readonly Part['role'][] = [
  'courier',
  'merchant',
  'isv',
  'service-point',
  'locker',
  'warehouse',
  'hub',
  'customs-agent',
  'insurer',
];

/** Who looks, with the row of the matrix that they are in; another organisation than the parcel's has no row. */
export const ONLOOKERS: ReadonlyMap<Identity, Viewer> = new Map(
  castOf('platform')
    .filter(({ who, role }) => ASKING.includes(role) && !['second', 'other-merchant'].includes(who))
    .map(({ who, role, facet }) => [
      who,
      viewerOf({ role, ...(facet === undefined ? {} : { facet }) }),
    ]),
);
