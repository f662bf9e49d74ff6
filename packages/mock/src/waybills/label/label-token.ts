import { base64url } from '@openwaybill/validate';
import type { Random } from '../../engine/options.ts';

/** 16 random bytes, not derived from anything: the number and this are all that a label's square code holds. */
export const mintLabelToken = (random: Random): string => `lt1_${base64url(random(16))}`;

/** What the square code says; neither a number nor a token has a full stop. */
export const squareCodeOf = (waybillNo: string, labelToken: string): string =>
  `${waybillNo}.${labelToken}`;
