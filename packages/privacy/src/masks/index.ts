import { NameMasked, PhoneMasked, type PrivacyKind, type PrivacyMask } from '@openwaybill/schemas';
import { cnName1 } from './cn-name-1.ts';
import { EMAIL_1, email1 } from './email-1.ts';
import { ID_1, id1 } from './id-1.ts';
import { phone1 } from './phone-1.ts';
import { PLATE_1, plate1 } from './plate-1.ts';

export * from './addr-1.ts';
export * from './cn-name-1.ts';
export * from './email-1.ts';
export * from './geo-1.ts';
export * from './goods-1.ts';
export * from './hidden.ts';
export * from './id-1.ts';
export * from './phone-1.ts';
export * from './plate-1.ts';

const wordPattern = (word: { readonly pattern?: string }): string => {
  if (word.pattern === undefined) throw new Error('a masked word has a pattern');
  return word.pattern;
};

/** Masks of one text each: the kinds that they are for, and what a member that carries their answer accepts. */
export const TEXT_MASKS = {
  'cn-name-1': { mask: cnName1, kinds: ['person-name'], pattern: wordPattern(NameMasked) },
  'phone-1': {
    mask: phone1,
    kinds: ['phone.mobile', 'phone.landline', 'phone.virtual'],
    pattern: wordPattern(PhoneMasked),
  },
  'email-1': { mask: email1, kinds: ['email'], pattern: EMAIL_1 },
  'plate-1': { mask: plate1, kinds: ['plate-number'], pattern: PLATE_1 },
  'id-1': { mask: id1, kinds: ['id-number'], pattern: ID_1 },
} as const satisfies {
  readonly [name in PrivacyMask]?: {
    readonly mask: (text: string) => string;
    readonly kinds: readonly PrivacyKind[];
    readonly pattern: string;
  };
};

/** The name of a mask of one text. */
export type TextMask = keyof typeof TEXT_MASKS;

/** What masks a plain value of a kind; nothing where the kind has no mask of one text. */
export const maskOfKind = (kind: PrivacyKind): ((text: string) => string) | undefined =>
  Object.values(TEXT_MASKS).find(({ kinds }) => (kinds as readonly string[]).includes(kind))?.mask;
