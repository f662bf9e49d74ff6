import { FICTION_LANDLINE_PREFIX } from '@openwaybill/privacy';
import type { Contact } from '@openwaybill/schemas';
import { DAY } from '../engine/clock.ts';
import type { Random } from '../engine/options.ts';
import { upstreamUnavailable } from '../engine/refusal.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

/** A number that is, or was, in use; nobody else gets it before it has rested. */
type Used = { readonly liveUntilAt: string };

const COLLECTION = 'virtual-number';
const QUARANTINE = 90 * DAY;
const DIGITS = 7;
const NUMBERS = 10 ** DIGITS;
/** After so many that are taken, the range is. */
const TRIES = 1000;

const numberAt = (place: number): string =>
  `${FICTION_LANDLINE_PREFIX}${String(place % NUMBERS).padStart(DIGITS, '0')}`;

const isRested = async (unit: Unit, now: string, number: string): Promise<boolean> => {
  const used = await unit.get<Used>(COLLECTION, number);
  return used === undefined || Date.parse(used.liveUntilAt) + QUARANTINE <= Date.parse(now);
};

/**
 * A number of a range for fiction that nobody else has, and that never ends like a real one of the person. It is another
 * range than that of the invented people, so that no number stands for one person and is another's.
 */
export const allotNumber = async (
  unit: Unit,
  random: Random,
  now: string,
  { mobile, landline }: Contact,
  liveUntilAt: string,
): Promise<string> => {
  const real = [mobile, landline].map((number) => number?.slice(-4));
  const [high = 0, middle = 0, low = 0] = random(3);
  for (let step = 0; step < TRIES; step += 1) {
    const number = numberAt(high * 65_536 + middle * 256 + low + step);
    if (real.includes(number.slice(-4)) || !(await isRested(unit, now, number))) continue;
    const used: Used = { liveUntilAt };
    unit.put(recordRow(COLLECTION, number, '', now, used));
    return number;
  }
  throw upstreamUnavailable();
};

/** The number leads nowhere from now on, and rests. */
export const releaseNumber = async (unit: Unit, now: string, number: string): Promise<void> => {
  const used = await unit.get<Used>(COLLECTION, number);
  if (used === undefined || Date.parse(used.liveUntilAt) <= Date.parse(now)) return;
  unit.put(recordRow(COLLECTION, number, '', now, { liveUntilAt: now } satisfies Used));
};
