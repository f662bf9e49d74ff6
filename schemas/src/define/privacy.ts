/** Classes of `x-privacy`, lowest first. */
export const PRIVACY_CLASSES = [
  'public',
  'business',
  'pseudonymous',
  'personal',
  'sensitive',
  'secret',
] as const;
export type PrivacyClassName = (typeof PRIVACY_CLASSES)[number];

/**
 * Kinds of `x-privacy`, each with its floor: the lowest class that a plain member of the kind may have.
 * A masked member of a kind is `pseudonymous` whatever the floor.
 */
export const PRIVACY_KINDS = {
  none: 'public',
  code: 'public',
  money: 'public',
  measure: 'public',
  instant: 'public',
  flag: 'public',
  technical: 'public',
  'business-text': 'public',
  'document-number': 'pseudonymous',
  'opaque-ref': 'pseudonymous',
  'merge-key': 'pseudonymous',
  'blind-index': 'personal',
  'person-name': 'personal',
  'org-name': 'public',
  'phone.mobile': 'personal',
  'phone.landline': 'personal',
  'phone.virtual': 'pseudonymous',
  email: 'personal',
  'addr.division': 'public',
  'addr.road': 'public',
  'addr.building': 'public',
  'addr.unit': 'personal',
  'addr.freetext': 'personal',
  'addr.code': 'personal',
  'geo.point': 'public',
  'geo.trace': 'sensitive',
  'id-number': 'sensitive',
  'plate-number': 'pseudonymous',
  'bank-account': 'sensitive',
  'note.freetext': 'personal',
  'media.pod': 'sensitive',
  'media.signature': 'sensitive',
  'goods-description': 'pseudonymous',
  'pickup-code': 'secret',
  'sealed-payload': 'personal',
  aggregate: 'public',
  credential: 'secret',
} as const satisfies Record<string, PrivacyClassName>;
export type PrivacyKind = keyof typeof PRIVACY_KINDS;

export const PRIVACY_MASKS = [
  'cn-name-1',
  'phone-1',
  'email-1',
  'plate-1',
  'addr-1',
  'goods-1',
  'id-1',
] as const;
export type PrivacyMask = (typeof PRIVACY_MASKS)[number];

export const PRIVACY_SUBJECTS = [
  'consignee',
  'consignor',
  'pickup-agent',
  'courier-staff',
  'organisation-staff',
] as const;
export type PrivacySubject = (typeof PRIVACY_SUBJECTS)[number];

/** The value of the keyword `x-privacy`. */
export type Privacy = {
  readonly class: PrivacyClassName;
  readonly kind: PrivacyKind;
  readonly mask?: PrivacyMask;
  readonly subject?: PrivacySubject;
  readonly log?: 'allowed' | 'masked' | 'never';
  readonly retention?: 'transient' | 'day' | 'delivery' | 'claim' | 'record' | 'contract';
};

/** The keyword, ready to be spread into a schema: `...privacy('business', 'code')`. */
export const privacy = (
  classOf: PrivacyClassName,
  kind: PrivacyKind,
  more: Omit<Privacy, 'class' | 'kind'> = {},
): { readonly 'x-privacy': Privacy } => ({ 'x-privacy': { class: classOf, kind, ...more } });
