import { gs1 } from '@openwaybill/validate';
import type { Unit } from '../store/unit.ts';
import { lastCount, nextCount } from '../world/counter.ts';

/** A number of the mock courier: `ZZ`, two digits of a scenario, nine of a serial, and a check digit (GS1 mod 10). */
export const magicNumber = (scenario: string, serial: number): string => {
  const body = `${scenario}${String(serial).padStart(9, '0')}`;
  return `ZZ${body}${gs1.checkDigitOf(body)}`;
};

/** The scenario that a number of the mock courier tells; nothing for any other number. */
export const scenarioOf = (waybillNo: string): string | undefined => {
  const match = /^ZZ(([0-9]{2})[0-9]{9})([0-9])$/.exec(waybillNo);
  const [, body = '', scenario, check] = match ?? [];
  return match !== null && gs1.checkDigitOf(body) === check ? scenario : undefined;
};

const serialName = (scenario: string): string => `waybill-serial/${scenario}`;

/** Whether a number was the mock courier's to give and has been given, to whatever parcel, kept or forgotten since. */
export const wasGivenOut = async (unit: Unit, waybillNo: string): Promise<boolean> => {
  const [, scenario = '', serial] = /^ZZ([0-9]{2})([0-9]{9})[0-9]$/.exec(waybillNo) ?? [];
  return Number(serial) <= (await lastCount(unit, serialName(scenario)));
};

/** Numbers that were never given out before. */
export const nextNumbers = async (
  unit: Unit,
  scenario: string,
  count: number,
): Promise<readonly string[]> => {
  const first = await nextCount(unit, serialName(scenario), count);
  return Array.from({ length: count }, (_, index) => magicNumber(scenario, first + index));
};
