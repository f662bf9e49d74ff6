import { type CodeLock, FRESH_LOCK } from '@openwaybill/reference/locker';
import { recordRow } from '../../store/resource.ts';
import type { Unit } from '../../store/unit.ts';

/** What a locker knows of a deposit and tells nobody. The code is sealed and forgotten: test control is the keypad. */
export type Keypad = { readonly lock: CodeLock; readonly lastRemindedAt?: string };

/** The rows of what is known, by deposit. */
export const KEYPADS = 'locker-keypad';

export const keypadOf = async (unit: Unit, depositId: string): Promise<Keypad> =>
  (await unit.get<Keypad>(KEYPADS, depositId)) ?? { lock: FRESH_LOCK };

export const putKeypad = (
  unit: Unit,
  now: string,
  owner: string,
  depositId: string,
  keypad: Keypad,
): void => unit.put(recordRow(KEYPADS, depositId, owner, now, keypad));
