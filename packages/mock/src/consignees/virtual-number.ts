import { FICTION_MOBILE_PREFIX } from '@openwaybill/privacy';
import type { Contact } from '@openwaybill/schemas';
import type { Random } from '../engine/options.ts';

const LAST_FOUR = 10_000;

/** A number of the range that is used for fiction, which never ends like the real one. */
export const virtualNumber = (random: Random, { mobile, landline }: Contact): string => {
  const real = (mobile ?? landline ?? '').slice(-4);
  const [high = 0, low = 0] = random(2);
  const drawn = (high * 256 + low) % LAST_FOUR;
  const tail = String(drawn).padStart(4, '0');
  const other = tail === real ? String((drawn + 1) % LAST_FOUR).padStart(4, '0') : tail;
  return `${FICTION_MOBILE_PREFIX}${other}`;
};
