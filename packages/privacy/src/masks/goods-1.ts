import { codesOf, GoodsCategory } from '@openwaybill/schemas';
import type { Masked } from '../masked.ts';

const CATEGORIES: Readonly<Record<string, { readonly zh: string }>> = codesOf(GoodsCategory);

/** Categories that would say something about the person, and what a label prints instead. */
const SAID_AS: Readonly<Record<string, string>> = {
  HEALTH: 'DAILY_GOODS',
  COSMETICS: 'DAILY_GOODS',
};

/** What a label prints of the goods: the category, never a title. */
export const goods1 = (categoryCode: string | undefined): Masked<'goods-1'> => {
  const code = categoryCode ?? 'OTHER';
  const said = SAID_AS[code] ?? code;
  const known = Object.hasOwn(CATEGORIES, said) ? CATEGORIES[said] : undefined;
  return (known ?? codesOf(GoodsCategory).OTHER).zh as Masked<'goods-1'>;
};
