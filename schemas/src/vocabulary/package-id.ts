import { privacy, Word } from '../define/index.ts';

/** Couriers print it, and scanners lose the case. */
export const PackageId = Word(
  'PackageId',
  { en: 'Package id', zh: '包裹号' },
  {
    en: 'Names a package within its order, whatever the case of its letters.',
    zh: '在订单内标识一个包裹，不区分大小写。',
  },
  { pattern: '[A-Za-z0-9_]{1,40}', maxLength: 40, ...privacy('pseudonymous', 'document-number') },
);
