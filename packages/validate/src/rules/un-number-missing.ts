import type { ItemLine } from '@openwaybill/schemas';
import { at, membersRule } from './members-rule.ts';

/** Dangerous goods are named by their UN number. */
export const unNumberMissing = membersRule<ItemLine>({
  schema: 'ItemLine',
  id: 'un-number-missing',
  broken: ({ traits, unNumber }) =>
    at('', !traits?.includes('DANGEROUS') || unNumber !== undefined),
  text: { en: 'dangerous goods have no UN number', zh: '危险品缺少联合国编号' },
  hint: { en: 'Add unNumber, four digits.', zh: '请补充四位 unNumber。' },
});
