import { PRIVACY_KINDS, type PrivacyKind } from '@openwaybill/schemas';
import { privacyOf } from '../schema-walk.ts';
import type { Member } from './members.ts';

/** Kinds that say nothing about a person, and the two kinds of identifiers that a URL may have. */
const IN_URLS: readonly PrivacyKind[] = [
  'none',
  'code',
  'money',
  'measure',
  'instant',
  'flag',
  'technical',
  'business-text',
  'document-number',
  'opaque-ref',
];

/** What is wrong with a parameter: URLs are logged by everybody whom they pass. */
export const faultsOfParameter = ({ name, schema }: Member): readonly string[] => {
  const privacy = privacyOf(schema);
  if (privacy === undefined)
    return [`The parameter ${name} has no x-privacy; it has class and kind. Spread privacy(...).`];
  return privacy.mask === undefined &&
    Object.hasOwn(PRIVACY_KINDS, privacy.kind) &&
    IN_URLS.includes(privacy.kind)
    ? []
    : [`The parameter ${name} is a ${privacy.kind}; a URL is logged. Move it into the body.`];
};
