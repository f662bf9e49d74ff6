import {
  isAtLeast,
  PRIVACY_CLASSES,
  PRIVACY_KINDS,
  PRIVACY_MASKS,
  PRIVACY_SUBJECTS,
  type PrivacyKind,
  type PrivacyMask,
} from '@openwaybill/schemas';
import { TEXT_MASKS } from '../masks/index.ts';
import { privacyOf } from '../schema-walk.ts';
import type { Member } from './members.ts';

/** Kinds that say something about one person, who must be named by `subject`. */
const ABOUT_A_PERSON: readonly PrivacyKind[] = [
  'person-name',
  'phone.mobile',
  'phone.landline',
  'phone.virtual',
  'email',
  'addr.road',
  'addr.building',
  'addr.unit',
  'addr.freetext',
  'addr.code',
  'geo.trace',
  'id-number',
  'bank-account',
  'merge-key',
  'sealed-payload',
  'media.pod',
  'media.signature',
];

const KINDS_OF_MASK: Readonly<Record<PrivacyMask, readonly PrivacyKind[]>> = {
  'cn-name-1': TEXT_MASKS['cn-name-1'].kinds,
  'phone-1': TEXT_MASKS['phone-1'].kinds,
  'email-1': TEXT_MASKS['email-1'].kinds,
  'plate-1': TEXT_MASKS['plate-1'].kinds,
  'id-1': TEXT_MASKS['id-1'].kinds,
  'addr-1': ['addr.division', 'addr.road', 'addr.building'],
  'goods-1': ['goods-description'],
};

const isIn = (list: readonly string[], value: string): boolean => list.includes(value);

/** What is wrong with class, kind, mask or subject of a member. */
export const faultsOfClass = ({ schema, isLeaf }: Member): readonly string[] => {
  const privacy = privacyOf(schema);
  if (privacy === undefined)
    return isLeaf ? ['A leaf has no x-privacy; it has class and kind. Spread privacy(...).'] : [];
  const { class: classOf, kind, mask, subject } = privacy;
  if (!isIn(PRIVACY_CLASSES, classOf))
    return [`The class is ${classOf}; it is one of ${PRIVACY_CLASSES.join(', ')}. Choose one.`];
  if (!Object.hasOwn(PRIVACY_KINDS, kind))
    return [`The kind is ${kind}; kinds are a closed list. Choose one, or "none".`];
  if (mask !== undefined && !isIn(PRIVACY_MASKS, mask))
    return [`The mask is ${mask}; masks are ${PRIVACY_MASKS.join(', ')}. Choose one.`];
  if (subject !== undefined && !isIn(PRIVACY_SUBJECTS, subject))
    return [`The subject is ${subject}; it is one of ${PRIVACY_SUBJECTS.join(', ')}. Choose one.`];

  const faults: string[] = [];
  if (mask !== undefined && !KINDS_OF_MASK[mask].includes(kind))
    faults.push(
      `The mask ${mask} stands on the kind ${kind}; it is for ${KINDS_OF_MASK[mask].join(', ')}. Change one of them.`,
    );
  if (mask !== undefined && classOf !== 'pseudonymous')
    faults.push(`A masked member is ${classOf}; it is pseudonymous. Change the class.`);
  if (mask === undefined && !isAtLeast(classOf, PRIVACY_KINDS[kind]))
    faults.push(
      `A plain ${kind} is ${classOf}; it is ${PRIVACY_KINDS[kind]} at least. Raise the class.`,
    );
  if (subject === undefined && isAtLeast(classOf, 'pseudonymous') && ABOUT_A_PERSON.includes(kind))
    faults.push(`A ${kind} has no subject; it says whom it is about. Name the subject.`);
  return faults;
};
