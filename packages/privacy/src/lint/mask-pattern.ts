import { MASK_CHARACTERS } from '@openwaybill/validate';
import { ADDRESS_LEVELS, TEXT_MASKS, type TextMask } from '../masks/index.ts';
import { privacyOf } from '../schema-walk.ts';
import type { Member } from './members.ts';

/** The one type whose levels are masked although their names do not end in `Masked`. */
const MASKED_ADDRESS = 'AddressMasked';

const refusesMaskCharacters = (pattern: unknown): boolean =>
  typeof pattern === 'string' &&
  [...MASK_CHARACTERS].every((mark) => !new RegExp(pattern, 'u').test(`路${mark}`));

/** What is wrong with the mask of a leaf and the pattern that goes with it. */
export const faultsOfMask = (
  { name, schema, isLeaf }: Member,
  owner: string,
): readonly string[] => {
  if (!isLeaf) return [];
  const mask = privacyOf(schema)?.mask;
  const inAddress = owner === MASKED_ADDRESS;
  const isNamedSo = name.endsWith('Masked');
  const isLevel = inAddress && (ADDRESS_LEVELS as readonly string[]).includes(name);
  if (mask === undefined)
    return isNamedSo || isLevel
      ? [`${name} has no mask; its name says that it is masked. Add the mask or change the name.`]
      : [];
  if (!isNamedSo && !inAddress)
    return [`${name} has a mask; the name of a masked member ends in Masked. Change the name.`];
  if (mask === 'addr-1')
    return refusesMaskCharacters(schema.pattern) || Array.isArray(schema.enum)
      ? []
      : [`The pattern of ${name} admits a mask character; a level is whole. Refuse them.`];
  const published = Object.hasOwn(TEXT_MASKS, mask) ? TEXT_MASKS[mask as TextMask] : undefined;
  return published === undefined ||
    (schema.type === 'string' && schema.pattern === published.pattern)
    ? []
    : [
        `The pattern of ${name} is not that of ${mask}; a plain value could pass. Take the published one.`,
      ];
};
