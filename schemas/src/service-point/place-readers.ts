import type { Role } from '../define/index.ts';

/** Who looks up public places. */
export const PLACE_READERS: readonly Role[] = [
  'platform',
  'courier',
  'merchant',
  'isv',
  'service-point',
  'locker',
  'hub',
  'regulator',
  'consignee',
];
