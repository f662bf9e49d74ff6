import { mintConsigneeRef } from '@openwaybill/privacy';
import { gs1 } from '@openwaybill/validate';
import { submissionOf } from '../actions/submit-order.ts';
import { inventedEntry } from '../consignees/invented-entry.ts';
import type { Call } from '../engine/call.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { courierWorld } from '../world/courier-world.ts';
import { freeNumber } from './reuse.ts';
import { findWaybill } from './stored-waybill.ts';
import { scenarioOf, wasGivenOut } from './waybill-number.ts';

/** The account that such a parcel is charged to. */
const ACCOUNT = 'ACC-MAGIC';

/**
 * Makes the parcel of a magic number that nobody has created, at the start of its scenario: an order of its own, and a
 * waybill with that very number. Every other number stays as it is.
 */
export const materialise = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  waybillNo: string,
): Promise<void> => {
  const scenario = scenarioOf(waybillNo);
  const { scenarios } = courierWorld(system.options);
  if (scenario === undefined || !scenarios.some(({ id }) => id === scenario)) return;
  if (await wasGivenOut(unit, waybillNo)) return;
  if ((await findWaybill(unit, waybillNo)) !== undefined) return;
  if (!(await freeNumber(unit, waybillNo, now)).isFree) return;
  const orderNo = `MAGIC-${waybillNo}`;
  const entry = inventedEntry(orderNo, waybillNo, now);
  await system.perform(unit, now, owner, 'submitOrder', {
    body: submissionOf(entry, mintConsigneeRef(system.random), now),
  });
  await system.perform(unit, now, owner, 'createWaybill', {
    body: {
      orderNo,
      packageId: 'P1',
      allocationMode: 'SUPPLIED',
      waybillNo,
      carrierAccountId: ACCOUNT,
      labelFormat: 'SVG_100X180',
    },
  });
};

/** Whether a read asks for a parcel of this courier that time may have to make. */
export const asksForMagic = ({
  system,
  operation,
  caller,
  path,
}: Omit<Call, 'unit' | 'now' | 'warnings' | 'body'>): boolean =>
  system.options.isMagic === true &&
  system.options.role === 'courier' &&
  caller?.role === 'platform' &&
  operation.method === 'GET' &&
  path.waybillNo !== undefined &&
  [undefined, courierWorld(system.options).carrierCode].includes(path.carrierCode);

/** Why a number that looks like a magic one is none: its last digit. Nothing for any other number. */
export const magicMiss = (waybillNo: string) => {
  const [, body, check] = /^ZZ([0-9]{11})([0-9])$/.exec(waybillNo) ?? [];
  if (body === undefined || gs1.checkDigitOf(body) === check) return undefined;
  return refuse('NOT_FOUND', {
    seen: {
      en: 'the number looks like a magic one, but its last digit does not follow from the others',
      zh: '形似场景单号，但末位校验码不符',
    },
    remedy: {
      en: 'The last digit is GS1 mod 10 over the eleven before it.',
      zh: '末位为前十一位数字的 GS1 模 10 校验码。',
    },
  });
};
