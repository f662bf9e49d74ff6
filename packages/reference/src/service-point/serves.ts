import type { ServicePoint } from '@openwaybill/schemas';
import { isOpenAt } from './opening.ts';

/** What is wanted of a point; what is absent is not asked for. */
export type Wanted = {
  readonly capabilities?: readonly string[];
  readonly carrierCode?: string;
  readonly openAt?: string;
};

/** Whether a point has all capabilities, takes the parcels of the courier and is open then. */
export const serves = (
  point: Pick<ServicePoint, 'capabilities' | 'carrierCodes' | 'status' | 'openingHours'>,
  { capabilities = [], carrierCode, openAt }: Wanted,
): boolean =>
  capabilities.every((wanted) => point.capabilities.some((code) => code === wanted)) &&
  (carrierCode === undefined || point.carrierCodes.some((code) => code === carrierCode)) &&
  (openAt === undefined || isOpenAt(point, openAt));
