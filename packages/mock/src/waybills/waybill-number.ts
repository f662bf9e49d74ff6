import { gs1 } from '@openwaybill/validate';
import type { Unit } from '../store/unit.ts';
import { nextCount } from '../world/counter.ts';

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

/** Numbers that were never given out before. */
export const nextNumbers = async (
  unit: Unit,
  scenario: string,
  count: number,
): Promise<readonly string[]> => {
  const first = await nextCount(unit, `waybill-serial/${scenario}`, count);
  return Array.from({ length: count }, (_, index) => magicNumber(scenario, first + index));
};
