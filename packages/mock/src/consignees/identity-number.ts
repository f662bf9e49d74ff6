import { residentId } from '@openwaybill/validate';
import { seededRandom } from '../engine/invent.ts';

/** No region begins with it: no such number was ever given to anybody. */
const REGION = '990000';
const BORN = '19900101';
const CHECKS = [...'0123456789X'];

/** The number that the platform has of an invented person; the same person always has the same. */
export const inventIdentityNumber = (of: string): string => {
  let seed = 0;
  for (const character of of) seed = Math.imul(seed, 31) + (character.codePointAt(0) ?? 0);
  const [high = 0, low = 0] = seededRandom(seed)(2);
  const body = `${REGION}${BORN}${String((high * 256 + low) % 1000).padStart(3, '0')}`;
  return body + (CHECKS.find((check) => residentId.isValid(body + check)) ?? '');
};
