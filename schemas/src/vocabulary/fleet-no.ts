import { privacy, Word } from '../define/index.ts';

/** A design of its own: no national scheme is confirmed. */
export const FleetNo = Word(
  'FleetNo',
  { en: 'Fleet number', zh: '车队编号' },
  { en: 'Region, carrier and serial of a delivery vehicle.', zh: '配送车辆的区划、企业与流水号。' },
  { pattern: '[0-9]{6}-[A-Z0-9]{2,8}-[0-9]{5}', maxLength: 21, ...privacy('business', 'none') },
);
